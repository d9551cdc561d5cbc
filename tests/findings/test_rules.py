"""Every rule: its cases, its words, its place in the documentation."""

import dataclasses
import math
import string

import pytest

from footfall.errors import NotEnoughData
from footfall.findings import DEEP_RULES, RULES
from footfall.findings.finding import Evidence, Severity
from footfall.findings.rule import check
from footfall.model.diary import Tier
from footfall.wording import CATALOGUE
from tests.findings.cases import OUTCOMES, cases

CASES = cases()
BY_CODE = {rule.code: rule for rule in DEEP_RULES}


def test_codes_are_unique():
    assert len(BY_CODE) == len(DEEP_RULES)


@pytest.mark.parametrize("rule", DEEP_RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_title_a_source_a_page_and_all_three_cases(rule):
    assert rule.title == CATALOGUE[f"rule.{rule.code}.title"]
    assert rule.source
    assert CATALOGUE[f"rule.{rule.code}.page"].strip()
    assert {case.expect for case in CASES if case.code == rule.code} == set(OUTCOMES)


def test_every_case_belongs_to_a_rule():
    assert {case.code for case in CASES} == set(BY_CODE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case):
    rule = BY_CODE[case.code]
    expected = dict(case.is_)
    if case.expect == "not-enough-data":
        with pytest.raises(NotEnoughData) as raised:
            rule.check(case.history)
        for part in ("reason", "has", "needs"):
            said = getattr(raised.value, part)
            assert said.endswith(".")
            assert expected.pop(part, "") in said
    else:
        outcome = rule.check(case.history)
        assert outcome.quiet.endswith(".")
        assert len(outcome.findings) == expected.pop("findings", 0 if case.expect == "quiet" else 1)
        assert expected.pop("says", "") in outcome.quiet
        for finding in outcome.findings[:1]:
            _holds(finding, expected)
    assert not expected, f"not looked at: {sorted(expected)}"


def _holds(finding, expected):
    for part in ("headline", "suggestion", "how_sure"):
        assert expected.pop(part, "") in getattr(finding, part).replace("\N{THIN SPACE}", " ")
    shown = {evidence.label.replace("\N{THIN SPACE}", " "): evidence.value for evidence in finding.evidence}
    for label, value in expected.pop("evidence", {}).items():
        assert label in shown, sorted(shown)
        assert shown[label] == (pytest.approx(value) if isinstance(value, float) else value), label
    for name in list(expected):
        if hasattr(finding, name):
            assert getattr(finding, name) == expected.pop(name), name


@pytest.mark.parametrize("case", [case for case in CASES if case.expect == "fires"], ids=lambda case: case.id)
def test_a_finding_is_whole(case):
    rule = BY_CODE[case.code]
    for finding in rule.check(case.history).findings:
        assert finding.rule == case.code
        for field in dataclasses.fields(finding):
            value = getattr(finding, field.name)
            assert field.name == "run_id" or value is not None
            if isinstance(value, str):
                assert value.strip()
                assert "{" not in value
        assert finding.evidence
        for evidence in finding.evidence:
            _is_whole(evidence)
        assert (finding.severity in (Severity.EMERGENCY, Severity.URGENT)) <= (finding.rule in set(Tier))
        assert finding.headline[-1] not in string.whitespace + "!."


def _is_whole(evidence: Evidence):
    assert evidence.label.strip()
    if isinstance(evidence.value, float):
        assert math.isfinite(evidence.value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_rule_is_in_exactly_one_place(case):
    found = check(case.history, DEEP_RULES)
    places = [{each.rule for each in group} for group in (found.found, found.checked, found.skipped)]
    assert set().union(*places) == set(BY_CODE)
    assert sum(len(place) for place in places) == len(BY_CODE)
    place = {"fires": 0, "quiet": 1, "not-enough-data": 2}[case.expect]
    assert case.code in places[place]


def test_red_flags_stand_above_everything_else():
    ranked = [check(case.history, RULES).found for case in CASES]
    assert any(found and found[0].rule in set(Tier) and len({each.rule in set(Tier) for each in found}) == 2 for found in ranked)
    for found in ranked:
        are_flags = [each.rule in set(Tier) for each in found]
        assert are_flags == sorted(are_flags, reverse=True)
        for flags in (True, False):
            ranks = [each.severity.rank for each in found if (each.rule in set(Tier)) is flags]
            assert ranks == sorted(ranks)
