import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.findings import RULES
from footfall.findings.r1_session_spike import SessionSpike, worst_pain_after
from footfall.findings.spikes import spikes
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from tests.factories import entry, instant, run_on, run_summary

DAY = dt.date(2026, 6, 1)


def history_of(runs, entries=()):
    return build_history(runs, Diary("diary.csv", tuple(entries)), Athlete(), DAY + dt.timedelta(days=400), outing_gap_min=0)[0]


def steps_of(runs):
    return spikes(history_of(runs).outings, lambda outing: outing.distance_m, lambda day: True)


def test_the_first_moment_of_the_thirty_days_counts_and_the_one_before_does_not():
    now = instant(DAY + dt.timedelta(days=60))
    for early_s, longest in ((0, 20_000), (1, 10_000)):
        at_edge = now - dt.timedelta(days=30, seconds=early_s)
        runs = [
            run_summary(instant(DAY), distance_m=5_000),
            run_summary(at_edge, distance_m=20_000),
            run_summary(now - dt.timedelta(days=2), distance_m=10_000),
            run_summary(now, distance_m=22_000),
        ]
        assert steps_of(runs).compared[-1].before == longest


def test_a_walk_that_was_asked_for_is_neither_a_spike_nor_a_baseline():
    runs = [run_on(DAY + dt.timedelta(days=2 * k), km=8.0) for k in range(20)]
    walks = [run_on(DAY + dt.timedelta(days=2 * k + 1), km=24.0, sport="walking") for k in range(20)]
    history = history_of([*runs, *walks])
    assert len(history.outings) == 40
    assert len(history.running) == 20
    found = next(rule for rule in RULES if rule.code == "R1").check(history)
    assert found.findings == ()


def test_thirty_days_are_thirty_times_24_hours_across_a_clock_change():
    before = run_on(dt.date(2026, 10, 1), "07:00", utc_offset_s=7200, km=20.0)
    first = run_on(dt.date(2026, 8, 1), "07:00", utc_offset_s=7200)
    between = run_on(dt.date(2026, 10, 20), "07:00", utc_offset_s=7200, km=10.0)
    at_six = run_on(dt.date(2026, 10, 31), "06:00", utc_offset_s=3600, km=12.0)  # 30 x 24 h later, an hour earlier by the clock
    at_seven = run_on(dt.date(2026, 10, 31), "07:00", utc_offset_s=3600, km=12.0)
    assert steps_of([first, before, between, at_six]).compared[-1].before == 20_000
    assert steps_of([first, before, between, at_seven]).compared[-1].before == 10_000


def test_a_run_is_not_compared_with_itself_nor_with_one_of_the_same_moment():
    twin = dt.datetime(2026, 8, 1, 7, tzinfo=dt.UTC)
    runs = [
        run_summary(instant(DAY), distance_m=5_000),
        run_summary(twin - dt.timedelta(days=3), distance_m=5_000),
        run_summary(twin, distance_m=8_000, timer_s=600, run_id="a"),
    ]
    assert steps_of(runs).compared[-1].before == 5_000


def test_of_equally_long_runs_the_first_is_named():
    runs = [run_on(DAY + dt.timedelta(days=3 * k), km=10.0) for k in range(15)]
    spike = steps_of(runs).compared[-1]
    assert spike.longest.day == DAY + dt.timedelta(days=12)
    assert spike.change == 0


@st.composite
def seasons(draw):
    hours = draw(st.lists(st.integers(0, 24 * 150), min_size=1, max_size=40, unique=True))
    metres = draw(
        st.lists(st.one_of(st.none(), st.integers(1, 400).map(lambda k: k * 100.0)), min_size=len(hours), max_size=len(hours))
    )
    start = instant(DAY)
    return [run_summary(start + dt.timedelta(hours=h), distance_m=m, timer_s=600) for h, m in zip(hours, metres, strict=True)]


@settings(max_examples=150)
@given(seasons())
def test_every_step_equals_a_brute_force_over_all_pairs(runs):
    """SCIENCE's definition, written down a second time: x_s / max(x_j : t - 30 d <= t_j < t) - 1."""
    steps = steps_of(runs)
    compared = {spike.outing.start: spike for spike in steps.compared}
    first = min(run.start for run in runs)
    for run in runs:
        window = [
            other.distance_m
            for other in runs
            if other.distance_m is not None and run.start - dt.timedelta(hours=720) <= other.start < run.start
        ]
        expected = run.distance_m is not None and (run.start - first).total_seconds() >= 30 * 86_400 and bool(window)
        assert (run.start in compared) is expected
        if expected:
            spike = compared[run.start]
            assert spike.change == pytest.approx(run.distance_m / max(window) - 1, abs=1e-9)
            assert spike.runs_before - spike.unknown_before == len(window)
    assert len(steps.compared) + len(steps.young) + len(steps.no_baseline) + steps.no_value == len(runs)


@pytest.mark.parametrize(
    ("days", "field", "counts"),
    [
        (0, "pain_before", False),
        (0, "pain_max", True),
        (0, "pain_after", True),
        (0, "pain_next_morning", True),
        (1, "pain_before", True),
        (3, "pain_before", True),
        (3, "pain_after", True),
        (3, "pain_next_morning", False),
        (4, "pain_max", False),
        (-1, "pain_next_morning", False),
    ],
)
def test_what_counts_as_followed_within_three_days(days, field, counts):
    history = history_of([run_on(DAY)], [entry(DAY + dt.timedelta(days=days), **{field: 5.0})])
    assert worst_pain_after(history.days, history.outings[0]) == (5 if counts else None)


def test_pain_of_an_earlier_run_of_that_day_did_not_follow_but_the_next_morning_did():
    runs = [run_on(DAY, "07:00"), run_on(DAY, "18:00")]
    rows = [
        entry(DAY, 2, start=dt.time(7, 0), pain_max=7.0, pain_next_morning=2.0),
        entry(DAY, 3, start=dt.time(18, 0), pain_max=1.0),
    ]
    history = history_of(runs, rows)
    assert worst_pain_after(history.days, history.outings[1]) == 2
    assert worst_pain_after(history.days, history.outings[0]) == 7


def test_three_thousand_runs_take_well_under_a_second():
    import time

    runs = [run_summary(instant(DAY - dt.timedelta(days=3000)) + dt.timedelta(hours=23 * k), timer_s=600) for k in range(3000)]
    outings = history_of(runs).outings
    began = time.perf_counter()
    spikes(outings, lambda outing: outing.distance_m, lambda day: True)
    assert time.perf_counter() - began < 1
    assert len(list(itertools.islice(outings, 3000))) == 3000


def test_an_outing_of_no_metres_has_a_value_and_is_no_base():
    early = run_on(DAY, km=8.0)
    standing = run_on(DAY + dt.timedelta(days=35), km=0.0)
    unknown = run_on(DAY + dt.timedelta(days=36), km=None)
    before = run_on(DAY + dt.timedelta(days=37), km=8.0)
    asked = run_on(DAY + dt.timedelta(days=40), km=12.0)
    (*_, spike) = steps_of([early, standing, unknown, before, asked]).compared
    assert (spike.before, spike.runs_before, spike.unknown_before) == (8000, 3, 1)
    alone = steps_of([early, standing, asked])
    assert [outing.run_id for outing in alone.no_baseline] == [standing.id, asked.id]


def test_a_run_and_the_length_that_would_have_been_within_ten_percent_are_told_apart():
    """6.93 km beside a limit of 6.91: neither is `6.9 km` then."""
    runs = [run_on(DAY + dt.timedelta(days=2 * k), km=6.285) for k in range(20)]
    (found,) = SessionSpike().check(history_of([*runs, run_on(DAY + dt.timedelta(days=40), km=6.926)])).findings
    assert "6.93 km" in found.headline
    assert "up to 6.91 km" in found.suggestion
    (further,) = SessionSpike().check(history_of([*runs, run_on(DAY + dt.timedelta(days=40), km=8.0)])).findings
    assert "8.0 km" in further.headline
    assert "up to 6.9 km" in further.suggestion
