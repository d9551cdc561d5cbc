"""What every form of a result says of itself: what it cannot see, what is known of running and backs, what chance may do."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from footfall.findings.confidence import families
from footfall.findings.finding import Checked, Finding, Severity
from footfall.render import RENDERERS
from footfall.render.content import Content
from footfall.wording import say
from tests.render_html.dom import parse
from tests.render_text.example import FLAG, SPIKE, example

TESTED = {"P2": 0.031, "P3": 0.7, "A1": 0.02, "A2": 0.4}
CHANCE = (
    "4 of these checks asked whether chance could have done it (P2, P3, A1 and A2). "
    "With nothing going on, about 1 report in 5 shows at least one “low” finding by them."
)


def words(text: str) -> str:
    return " ".join(text.split())


SAID: dict[str, Callable[[str], str]] = {
    "text": words,
    "json": lambda text: words(" ".join(value for value in json.loads(text).values() if isinstance(value, str))),
    "html": lambda text: words(parse(text).one("body").text),
    "svg": lambda text: words(" ".join(ElementTree.fromstring(text.encode()).itertext())),
    "md": lambda text: words(re.sub(r"\[([^]]*)\]\(<[^>]*>\)", r"\1", text)),
}
"""Form -> the words that a reader meets. A table of runs has no place for any of this."""
FORMS = sorted(SAID)


def said(content: Content, form: str) -> str:
    return SAID[form](RENDERERS[form](content))


def with_found(*found: Finding) -> Content:
    content = example()
    return replace(content, findings=replace(content.findings, found=found))


def after_testing(ps: dict[str, float]) -> Content:
    content = example()
    return replace(content, findings=replace(content.findings, families=families(ps)))


def test_every_form_is_looked_at() -> None:
    assert {*FORMS, "csv"} == set(RENDERERS)


@pytest.mark.parametrize("form", FORMS)
def test_what_it_cannot_see_is_said_once_whatever_was_found(form: str) -> None:
    for content in (example(), example(flagged=True)):
        assert said(content, form).count(say("limits.standing")) == 1


@pytest.mark.parametrize("form", FORMS)
def test_what_is_known_of_running_and_backs_is_said_once_with_its_sources(form: str) -> None:
    text = said(example(), form)
    assert text.count("On average runners report no more back pain than others") == 1
    for source in ("Maselli 2020, doi 10.1186/s12891-020-03357-4", "Neason 2024, doi 10.1136/bjsports-2024-108245"):
        assert text.count(source) == 1
    assert "people with bad backs stop" in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "open_",
    [
        *(replace(FLAG, rule=rule, severity=severity) for rule, severity in zip(("F1", "F2", "F3"), Severity, strict=False)),
        replace(SPIKE, rule="Q1", asks=True),
    ],
    ids=lambda finding: finding.rule,
)
def test_nothing_of_it_stands_beside_an_open_flag_or_a_question(form: str, open_: Finding) -> None:
    text = said(with_found(open_, SPIKE), form)
    for part in ("On average", "Maselli", "Neason", "no more back pain"):
        assert part not in text


@pytest.mark.parametrize("form", FORMS)
def test_an_appointment_does_not_hold_it_back(form: str) -> None:
    assert "On average runners report" in said(with_found(replace(FLAG, rule="F4", severity=Severity.NOTICE)), form)


@pytest.mark.parametrize("form", FORMS)
def test_how_many_checks_chance_could_pass_is_said_once(form: str) -> None:
    assert said(after_testing(TESTED), form).count(CHANCE) == 1
    one = said(after_testing({"P3": 0.04}), form)
    assert "One of these checks asked whether chance could have done it (P3)." in one
    assert "about 1 report in 20 shows" in one


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_was_tested_nothing_is_said_of_chance(form: str) -> None:
    assert "whether chance could" not in said(example(), form)


@pytest.mark.parametrize("form", ["html", "text"])
def test_no_p_value_is_shown_to_a_reader(form: str) -> None:
    assert "0.031" not in said(after_testing(TESTED), form)


@pytest.mark.parametrize("form", ["html", "text"])
def test_rules_that_say_the_same_are_one_entry(form: str) -> None:
    content = example()
    same = tuple(Checked(code, f"About {code}", "Looked at, and held back.") for code in ("P3", "P4", "P7"))
    text = said(replace(content, findings=replace(content.findings, checked=same)), form)
    assert text.count("Looked at, and held back.") == 1
    assert "P3, P4, P7" in text


def test_the_json_has_each_family_with_p_and_q() -> None:
    found = json.loads(RENDERERS["json"](after_testing(TESTED)))
    assert found["families_tested"] == 4
    assert [one["rule"] for one in found["families"]] == list(TESTED)
    assert {one["rule"]: one["p"] for one in found["families"]} == TESTED
    assert {one["rule"]: one["q"] for one in found["families"]} == {"P2": 0.062, "P3": 0.7, "A1": 0.062, "A2": 0.533333}
    assert found["one_report_in"] == pytest.approx(5.391, abs=1e-3)


def test_what_is_not_said_is_null_in_the_json() -> None:
    found = json.loads(RENDERERS["json"](example(flagged=True)))
    assert (found["families"], found["one_report_in"], found["by_chance"], found["reassurance"]) == ([], None, None, None)


def test_a_fact_has_its_name_for_programs_in_the_json() -> None:
    named = replace(SPIKE, evidence=(replace(SPIKE.evidence[0], key="change"), SPIKE.evidence[1]))
    facts = json.loads(RENDERERS["json"](with_found(named)))["findings"][0]["evidence"]
    assert [fact["key"] for fact in facts] == ["change", None]
