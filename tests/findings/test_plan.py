"""A planned run: the flags that it would raise are those of the rules, once it had been run."""

import datetime as dt
import math

import pytest

from footfall.findings import RULES
from footfall.findings.finding import Severity
from footfall.findings.plan import findings_of, held_back, plan
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from tests.factories import PAIN_FREE, entry, every_few_days, minutes_onset, run_on

FIRST, TODAY = dt.date(2026, 5, 4), dt.date(2026, 6, 26)  # a Monday, a Friday


def made(runs, rows=None, today=TODAY):
    diary = None if rows is None else Diary("diary.csv", tuple(rows))
    history, _ = build_history(runs, diary, Athlete(), today)
    return history


def of(history, km, minutes=None, day=TODAY):
    run = run_on(day, "12:00", km=km, minutes=minutes or km * 6, run_id="planned")
    return plan(history, run, check(history, RULES))


STEADY = every_few_days(FIRST, 2, 26, km=8.0)  # to 23 June, a Tuesday


@pytest.mark.parametrize(
    ("km", "severity"), [(8.8, None), (8.9, Severity.INFO), (10.5, Severity.NOTICE), (16.1, Severity.WARNING)]
)
def test_a_spike_is_named_by_the_bands_of_r1(km, severity):
    found = {one.finding.rule: one for one in of(made(STEADY), km).raised}
    if severity is None:
        assert "R1" not in found
    else:
        assert found["R1"].finding.severity is severity
        assert found["R1"].step is not None
        assert found["R1"].step.before == 8000
        assert found["R1"].step.change == pytest.approx(km / 8 - 1)


def test_the_flag_is_the_one_that_the_report_shows_once_it_is_run():
    run = run_on(TODAY, "12:00", km=12.0, minutes=72, run_id="planned")
    before = made(STEADY)
    would = {one.finding.rule for one in plan(before, run, check(before, RULES)).raised if one.finding.run_id is not None}
    after = check(made([*STEADY, run]), RULES)
    assert would == {one.rule for one in after.found if one.run_id == "planned"} == {"R1"}


def test_pain_after_a_run_of_the_morning_does_not_raise_the_plan():
    morning = run_on(TODAY, km=8.0)
    history = made([*STEADY, morning], [entry(TODAY, pain_max=6.0)])
    found = {one.finding.rule: one for one in of(history, 9.5).raised}
    assert found["R1"].finding.severity is Severity.INFO


def test_a_week_is_held_against_r3_as_if_nothing_more_were_run():
    found = {one.finding.rule: one.finding for one in of(made(STEADY), 30.0).raised}
    assert "R3" in found
    week = of(made(STEADY), 30.0).week
    assert week is not None
    assert (week.start, week.before.outings, week.after.outings) == (dt.date(2026, 6, 22), 1, 2)
    assert week.before.distance_m == 8000
    assert week.after.distance_m == 38_000
    assert week.normal_footfalls == pytest.approx(3.5 * 8 * 6 * 166, rel=0.15)


def test_the_first_run_after_a_month_off_has_nothing_to_compare_with():
    history = made(every_few_days(FIRST - dt.timedelta(days=60), 2, 26, km=8.0))
    told = of(history, 8.0)
    assert "R1" in {one.about for one in told.lacking}
    assert told.week is not None
    assert told.week.normal_easy_km is None
    assert "R4" in {one.finding.rule for one in told.raised}


def test_without_a_diary_nothing_is_said_of_pain():
    told = of(made(STEADY), 8.0)
    assert told.free is None
    assert [one.reason for one in told.lacking if one.about == "P3"] == ["No diary."]


def test_the_minute_by_which_one_run_in_five_hurt():
    """Ten runs of 48 min: onsets at 10 and 20, eight free. The curve is 0.9 from minute 10, 0.8 from minute 20."""
    runs = every_few_days(FIRST, 5, 20, km=8.0)
    onsets = [10.5, 20.5, 21.5, 22.5, 30.5, 31.5, 32.5, 33.5]
    rows = [
        entry(run.local_date, at + 2, onset=minutes_onset(onsets[at]) if at < len(onsets) else PAIN_FREE)
        for at, run in enumerate(runs)
    ]
    free = of(made(runs, rows, FIRST + dt.timedelta(days=100)), 5.0, 25.0, FIRST + dt.timedelta(days=100)).free
    assert free is not None
    assert (free.onsets, free.runs, free.followed) == (8, 20, 48)
    assert free.until == 22.5  # 16 of 20 are left after the fourth
    assert free.share == pytest.approx(0.8)
    assert 0 < free.share_low < 0.8 < free.share_high < 1


def test_longer_than_was_ever_followed_has_no_share():
    runs = every_few_days(FIRST, 5, 20, km=8.0)
    rows = [entry(run.local_date, at + 2, onset=minutes_onset(10.5 + at)) for at, run in enumerate(runs)]
    free = of(made(runs, rows, FIRST + dt.timedelta(days=100)), 20.0, 120.0, FIRST + dt.timedelta(days=100)).free
    assert free is not None
    assert math.isnan(free.share)


def test_what_it_adds_is_the_planned_run_alone():
    told = of(made(STEADY), 8.0)
    assert told.adds is not None
    assert told.run is not None
    assert told.adds.footfalls.value == told.run.footfalls.total.value


@pytest.mark.parametrize("code", ["saddle_numbness", "fever", "night_pain"])
def test_with_an_open_red_flag_there_is_that_and_no_number(code):
    history = made(STEADY, [entry(TODAY, red_flags=frozenset({code}))])
    held = held_back(check(history, RULES), TODAY)
    assert held is not None
    assert held.run is held.week is held.free is None
    assert {one.rule for one in findings_of(held)} <= {"F1", "F2", "F3"}
    assert findings_of(held)


def test_an_appointment_holds_nothing_back():
    history = made(STEADY, [entry(TODAY, red_flags=frozenset({"worse_despite_rest"}))])
    assert held_back(check(history, RULES), TODAY) is None


def test_a_question_in_a_note_stands_beside_the_numbers():
    history = made(STEADY, [entry(TODAY, note="I can't lift my foot")])
    findings = check(history, RULES)
    assert held_back(findings, TODAY) is None
    assert [one.rule for one in of(history, 8.0).asked] == ["Q1"]
