"""docs/flags.md: a section per rule, whose numbers are the code's, in words that name no cause and promise nothing."""

import re
import string

import pytest

from docs_flags import WORDS, flags_page, numbers
from docs_rules import anchor, heading, rules_page
from footfall.findings import DEEP_RULES
from footfall.findings.rule import RED_FLAG_RULES
from footfall.model.diary import RED_FLAGS
from tests.findings.cases import cases
from tests.wording.test_catalogue import FORBIDDEN

PAGE = flags_page()
TEMPLATE = WORDS.read_text(encoding="utf-8")
LEADS = ("**It says** ", "**It speaks** ", "**It stays silent** ", "**How sure:** ", "**It does not mean** ", "*Source:* ")


def section(code: str) -> str:
    rule = next(rule for rule in DEEP_RULES if rule.code == code)
    return PAGE.split(f"\n## {heading(rule)}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("rule", DEEP_RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_it_means_in_the_same_order_and_names_its_source(rule):
    text = section(rule.code)
    places = [text.index(lead) for lead in LEADS]
    assert places == sorted(places)
    assert all(text.count(lead) == 1 for lead in LEADS)
    assert f"*Source:* {rule.source} " in text
    assert "](sources.md)" in text


def test_red_flags_come_first_and_the_rest_in_the_order_of_the_registry():
    headings = re.findall(r"^## (.*)$", PAGE, re.MULTILINE)
    assert headings[:-1] == [heading(rule) for rule in DEEP_RULES]
    assert set(re.findall(r"^## (\w\d)", PAGE, re.MULTILINE)[: len(RED_FLAG_RULES)]) == RED_FLAG_RULES


def test_every_sign_that_can_be_ticked_is_told():
    assert [code for code in RED_FLAGS if f"| `{code}` |" not in PAGE] == []


def test_no_number_is_typed():
    own = "".join(text for text, *_ in string.Formatter().parse(TEMPLATE))
    assert re.findall(r"\S*\d\S*", re.sub(r"\b[A-Z]\d\b", "", own)) == []


def test_every_number_of_the_code_is_used():
    used = {name for _, name, *_ in string.Formatter().parse(TEMPLATE) if name}
    assert set(numbers()) <= used


def test_links_lead_to_headings():
    own = {anchor(rule) for rule in DEEP_RULES} | {"how-many-flags-are-chance"}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) == own
    for target in re.findall(r"\]\(rules\.md#([^)]+)\)", PAGE):
        assert f"(#{target})" in rules_page()


ASKED = tuple(rule for rule in DEEP_RULES if rule.code not in RED_FLAG_RULES)
"""Red flags say how soon, not how severe, and repeat a tick."""


@pytest.mark.parametrize("rule", ASKED, ids=lambda rule: rule.code)
def test_severities_and_confidences_that_the_rule_gives_in_its_cases_are_told(rule):
    firing = [case for case in cases() if case.code == rule.code and case.expect == "fires"]
    assert firing
    found = [finding for case in firing for finding in rule.check(case.history).findings]
    speaks, rest = section(rule.code).split("**It speaks** ")[1].split("**It stays silent**")
    sure = rest.split("**How sure:** ")[1].split("**It does not mean**")[0]
    assert {str(one.severity) for one in found if str(one.severity) not in speaks.lower()} == set()
    if rule.code != "P9":  # "set with all other checks of the report"
        assert {str(one.confidence) for one in found if str(one.confidence) not in sure} == set()


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_word_is_forbidden(what):
    """In the page's own words: tables and sources hold the catalogue's, which has its own exceptions."""
    own = re.sub(r"^\*Source:\*.*$|^\|.*$", "", PAGE, flags=re.MULTILINE)
    assert re.findall(rf"\b(?:{FORBIDDEN[what]})\b", own, re.IGNORECASE) == []
