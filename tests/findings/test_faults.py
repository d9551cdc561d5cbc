"""A rule with a bug in it costs itself alone: never the report, never a red flag, and never without a word."""

import datetime as dt
from dataclasses import replace

import pytest

import footfall
from footfall.findings import RULES
from footfall.findings import rule as rules
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.red_flags import red_flag_open
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import RED_FLAGS, Diary, Tier, UnreadFlag
from tests.factories import entry, every_few_days

AS_OF = dt.date(2026, 6, 30)


class Broken:
    title, source = "Broken", "none"

    def __init__(self, code="P7"):
        self.code = code

    def check(self, history):
        return [][len(history.days)]


class Says:
    code, title, source = "P7", "Says", "none"

    def __init__(self, outcome):
        self.outcome = outcome

    def check(self, history):
        return self.outcome


def history_of(*entries, **more):
    runs = every_few_days(dt.date(2026, 4, 1), 3, 30)
    return build_history(runs, Diary("diary.csv", entries, **more), Athlete(), AS_OF)[0]


def with_broken(code):
    return [Broken(code) if rule.code == code else rule for rule in RULES]


@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.code not in set(Tier)])
def test_red_flags_are_found_whichever_other_rule_breaks_off(code):
    history = history_of(entry(AS_OF, red_flags=frozenset({"saddle_numbness"})))
    found = check(history, with_broken(code))
    assert (found.found[0].rule, found.found[0].severity) == ("F1", Severity.EMERGENCY)
    (lack,) = [one for one in found.skipped if one.rule == code]
    assert lack.reason == "A fault of footfall's own."
    assert "IndexError, test_faults.py" not in lack.has  # a place in our code, not in a caller's
    assert "IndexError, " in lack.has
    (problem,) = found.problems
    assert (problem.path, problem.where, problem.reason, problem.failed) == ("footfall", f"check {code}", "fault", True)
    others = check(history, [rule for rule in RULES if rule.code != code])
    assert [one for one in found.found if one.rule != code] == list(others.found)
    assert found.checked == others.checked


def test_red_flags_are_asked_first_whatever_the_order_of_the_rules():
    asked = []

    class Listening:
        title, source = "Listening", "none"

        def __init__(self, code):
            self.code = code

        def check(self, history):
            asked.append(self.code)
            return Outcome((), "Nothing.")

    check(history_of(), [Listening(code) for code in ("R1", "F2", "P1", "F1")])
    assert asked == ["F2", "F1", "R1", "P1"]


@pytest.mark.parametrize("tier", list(Tier))
def test_in_the_place_of_a_red_flag_rule_that_breaks_off_its_list_is_shown_with_what_is_ticked(tier):
    code = next(code for code, of in RED_FLAGS.items() if of is tier)
    history = history_of(entry(AS_OF, red_flags=frozenset({code})), unread_flags=(UnreadFlag("diary.csv", 9, None, "numb"),))
    (found,) = [one for one in check(history, with_broken(tier)).found if one.rule == tier]
    assert "could not be checked" in found.headline
    assert "please go through it now" in found.headline
    shown = [str(item.value) for item in found.evidence]
    for own in (own for own, of in RED_FLAGS.items() if of is tier):
        assert any(value.startswith(f"{own}: ") for value in shown)
    assert f"{code}, last ticked on 30 Jun 2026" in shown
    assert ("numb" in shown) == (tier is Tier.F1)


def test_a_red_flag_rule_that_breaks_off_is_not_taken_for_nothing_ticked():
    found = check(history_of(entry(AS_OF, pain_max=1.0)), with_broken("F2"))
    assert red_flag_open(found)
    assert [one.rule for one in found.found if one.rule in set(Tier)] == ["F2"]
    assert not [one for one in found.found if one.comforts]


def test_what_cannot_be_weighed_is_a_fault_of_its_rule():
    facts = (Evidence("n", 1),)
    one = Finding("P7", "Says", None, AS_OF, Severity.NOTICE, Confidence.LOW, "head", facts, "try", "sure", "none", tested=True)
    without, nan, two = Outcome((one,), "."), Outcome((one,), ".", family_p=float("nan")), Outcome((), ".", family_p=2.0)
    for outcome in (without, nan, two):
        found = check(history_of(), [Says(outcome)])
        assert [lack.rule for lack in found.skipped] == ["P7"]
        assert len(found.problems) == 1
    assert check(history_of(), [Says(Outcome((one,), "Quiet.", family_p=0.01))]).found == (
        replace(one, confidence=Confidence.MEDIUM),
    )


def test_the_fault_is_among_the_problems_in_python_as_well(monkeypatch):
    monkeypatch.setattr(footfall.api, "RULES", tuple(with_broken("R1")))
    late = entry(AS_OF + dt.timedelta(days=3), pain_max=1.0)
    history, _ = build_history([], Diary("diary.csv", (entry(AS_OF, pain_max=1.0), late)), Athlete(), AS_OF)
    reasons = [problem.reason for problem in footfall.check(history).problems]
    assert reasons == ["fault", "after-as-of"]


def test_a_stop_by_hand_is_no_fault():
    class Stopped(Broken):
        def check(self, history):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rules.check(history_of(), [Stopped()])
