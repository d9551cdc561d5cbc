"""Beside an open red flag nothing comforts and nothing says how to train, in every output: `check` itself sees to it."""

import datetime as dt
from dataclasses import replace

from footfall.errors import NotEnoughData
from footfall.findings import RULES
from footfall.findings.finding import Confidence, Finding, Outcome, Severity
from footfall.findings.red_flags import comfort_waits, red_flag_open
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.history.history import History
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from tests.factories import PAIN_FREE, entry, every_few_days, minutes_onset

DAY = dt.date(2026, 6, 1)
HISTORY = History((), Athlete(), DAY, has_diary=False)


class Says:
    """A rule that finds one thing."""

    title, source = "made", "made"

    def __init__(self, code: str, severity: Severity, *, comforts: bool = False) -> None:
        self.code = code
        self.finding = Finding(
            code, "made", None, DAY, severity, Confidence.HIGH, f"{code} found", (), "Run a little more.", "", "", comforts
        )

    def check(self, history: History) -> Outcome:
        return Outcome((self.finding,), "")


class Lacks:
    code, title, source = "P9", "made", "made"

    def check(self, history: History) -> Outcome:
        raise NotEnoughData("few", "one", "two")


SPIKE, GOOD = Says("R1", Severity.NOTICE), Says("P3", Severity.INFO, comforts=True)


def test_without_a_red_flag_everything_is_said() -> None:
    findings = check(HISTORY, [SPIKE, GOOD, Lacks()])
    assert [one.rule for one in findings.found] == ["R1", "P3"]
    assert findings.found[0].suggestion == "Run a little more."


def test_beside_an_open_one_advice_and_comfort_wait() -> None:
    flag = Says("F3", Severity.WARNING)
    findings = check(HISTORY, [SPIKE, GOOD, Lacks(), flag])
    assert [one.rule for one in findings.found] == ["F3", "R1"]
    assert findings.found[0].suggestion == "Run a little more."  # the red flag's own words stay
    assert "red flag" in findings.found[1].suggestion
    assert [one.rule for one in findings.checked] == ["P3"]
    assert [one.rule for one in findings.skipped] == ["P9"]


def test_an_appointment_holds_nothing_back() -> None:
    assert len(check(HISTORY, [GOOD, Says("F4", Severity.NOTICE)]).found) == 2


class Asks(Says):
    """A question about a red-flag sign."""

    def __init__(self, code: str = "Q1") -> None:
        super().__init__(code, Severity.WARNING)
        self.finding = replace(self.finding, asks=True)


def test_beside_a_question_about_a_red_flag_advice_and_comfort_wait_for_the_answer() -> None:
    warning = Says("R1", Severity.WARNING)
    findings = check(HISTORY, [warning, GOOD, Asks()])
    assert [one.rule for one in findings.found] == ["Q1", "R1"]
    assert findings.found[0].suggestion == "Run a little more."  # the question's own words stay
    assert findings.found[1].suggestion == "Nothing here until the question above has been answered."
    assert [(one.rule, one.message) for one in findings.checked] == [
        ("P3", "Looked at, and held back until the question above has been answered.")
    ]
    assert comfort_waits(findings)
    assert not red_flag_open(findings)


def test_a_red_flag_stands_above_a_question() -> None:
    findings = check(HISTORY, [Asks(), Says("F4", Severity.NOTICE), Says("F3", Severity.WARNING), SPIKE])
    assert [one.rule for one in findings.found] == ["F3", "F4", "Q1", "R1"]
    assert "red flag above" in findings.found[3].suggestion


def test_no_quiet_sentence_comforts_or_says_how_to_train_beside_an_open_flag():
    """Sixty runs free of pain, then 40 days off; quiet, P3 and R4 would say so."""
    first = dt.date(2026, 1, 1)
    runs = every_few_days(first, 2, 60)
    rows = [entry(run.local_date, at + 2, onset=minutes_onset(20) if at < 8 else PAIN_FREE) for at, run in enumerate(runs)]
    day = first + dt.timedelta(days=160)
    for flags in (frozenset(), frozenset({"fever"})):
        diary = Diary("diary.csv", (*rows, entry(day, 90, red_flags=flags, pain_max=1.0)))
        found = check(build_history(runs, diary, Athlete(), day)[0], RULES)
        quiet = {one.rule: one.message for one in found.checked}
        assert ("stayed free of pain" in quiet["P3"]) is not bool(flags)
        assert ("When you begin again" in quiet["R4"]) is not bool(flags)
