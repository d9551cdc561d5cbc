"""docs/rules.md names every rule and every red flag, and its table leads to its sections."""

import re

import pytest

from docs_rules import rules_page
from footfall.findings import DEEP_RULES
from footfall.model.diary import RED_FLAGS
from footfall.wording.red_flags import definitions


@pytest.mark.parametrize("rule", DEEP_RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_section_with_its_source(rule):
    section = rules_page().split(f"\n## {rule.code}: {rule.title}\n")[1].split("\n## ")[0]
    assert section.strip().endswith(f"Source: {rule.source}")
    assert "- Fires" in section or "Quiet" in section or "quiet" in section
    assert "Skipped" in section


def test_every_red_flag_stands_there_with_its_meaning():
    page = rules_page()
    for _, code, _, means in definitions():
        assert f"| `{code}` | {means} |" in page
    assert len(definitions()) == len(RED_FLAGS)


def test_links_of_the_table_lead_to_headings():
    page = rules_page()
    links = re.findall(r"\]\(#([^)]+)\)", page)
    headings = [
        re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-") for line in page.splitlines() if line.startswith("## ")
    ]
    assert links == headings
    assert len(set(links)) == len(DEEP_RULES)
