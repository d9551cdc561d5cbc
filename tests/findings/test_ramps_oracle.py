"""The definitions of R1 to R4 written down a second time, over all pairs of runs, and held against the rules.

Nothing of findings/ is used but what is asked. Histories are made up: starts to the hour, equal ones among them, many on the
edge of the thirty days, in a zone whose clocks change; distances that are not known.
"""

import datetime as dt
import math
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footfall.errors import NotEnoughData
from footfall.findings import RULES
from footfall.findings.ramp_steps import ramp_steps
from footfall.history.days import build_history
from footfall.history.weeks import first_day
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from footfall.model.run import StartKind
from tests.factories import entry, run_summary

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = dt.datetime(2026, 2, 20, 6, 0, tzinfo=dt.UTC)  # clocks go forward on 29 March, and back on 25 October
BACK = dt.datetime(2026, 9, 20, 6, 0, tzinfo=dt.UTC)
MONTH_S = 30 * 24 * 3600
BY_CODE = {rule.code: rule for rule in RULES}

hours = st.one_of(
    st.integers(0, 24 * 120), st.integers(0, 4).map(lambda k: 720 * k), st.integers(0, 4).map(lambda k: 720 * k + 1)
)
metres = st.one_of(
    st.none(), st.integers(1, 300).map(lambda k: k * 100.0), st.sampled_from([10_000.0, 11_000.0, 13_000.0, 20_000.0])
)


def run_at(start, distance_m, minutes, name, start_kind=StartKind.UTC):
    offset_s = int(start.astimezone(BERLIN).utcoffset().total_seconds())
    return run_summary(
        start,
        distance_m=distance_m,
        timer_s=minutes * 60.0,
        utc_offset_s=offset_s,
        run_id=f"run-{name:03d}",
        start_kind=start_kind,
    )


@st.composite
def seasons(draw):
    """Runs under an hour, so that none overlaps another; rows of a log, of which the day alone is known, at equal starts."""
    first = draw(st.sampled_from([FIRST, BACK]))
    starts = draw(st.lists(hours, min_size=1, max_size=40, unique=True))
    runs = [
        run_at(first + dt.timedelta(hours=at), draw(metres), draw(st.integers(2, 59)), name) for name, at in enumerate(starts)
    ]
    twins = draw(st.lists(st.integers(0, len(starts) - 1), max_size=4, unique=True))
    return [*runs, *(run_at(runs[at].start, draw(metres), 30, 100 + at, StartKind.DAY) for at in twins)]


@st.composite
def diaries(draw, first_day_of_all):
    days = draw(st.lists(st.integers(0, 130), max_size=12, unique=True))
    return [
        entry(first_day_of_all + dt.timedelta(days=day), line, note="a day lived") for line, day in enumerate(sorted(days), 2)
    ]


@st.composite
def weeks_lived(draw):
    """Runs, diary rows, and the day up to which they are known."""
    runs = draw(seasons())
    rows = draw(diaries(min(run.local_date for run in runs)))
    last = max([run.local_date for run in runs] + [row.day for row in rows])
    return runs, rows, last + dt.timedelta(days=draw(st.integers(0, 9)))


def ten_km_on(*days):
    """Runs of 10 km at 7 in the morning, so many days after the first Monday."""
    monday = FIRST + dt.timedelta(days=3)
    return [run_at(monday + dt.timedelta(days=day), 10_000.0, 50, day) for day in days]


def history_of(runs, rows=(), as_of=None):
    as_of = as_of or max(run.local_date for run in runs) + dt.timedelta(days=10)
    built, _ = build_history(runs, Diary("diary.csv", tuple(rows)), Athlete(), as_of, outing_gap_min=0)
    return built


def believing(history):
    """The history with every distance believed, for made runs have one cadence at any speed; and its runs with their starts."""
    object.__setattr__(history, "doubtful", frozenset())
    return history, [run for outing in history.outings for run in outing.runs]


def brute_force(runs, value, least):
    """run id -> (place, change) by the definition: x_s / max(x_j : t - 30 d <= t_j < t) - 1."""
    first_ever = min(run.start for run in runs)
    found = {}
    for run in runs:
        own = value(run)
        if own is None:
            found[run.id] = ("no value", None)
            continue
        window = [
            value(other)
            for other in runs
            if value(other) is not None and 0 < (run.start - other.start).total_seconds() <= MONTH_S
        ]
        comparable = bool(window) and max(window) >= least
        change = own / max(window) - 1 if comparable else None
        if (run.start - first_ever).total_seconds() < MONTH_S:
            found[run.id] = ("young", change)
        else:
            found[run.id] = ("compared" if comparable else "no baseline", change)
    return found


def places(steps, runs):
    told = {spike.outing.run_id: ("compared", spike.change) for spike in steps.compared}
    young = {spike.outing.run_id: spike.change for spike in steps.young_steps}
    told |= {outing.run_id: ("young", young.get(outing.run_id)) for outing in steps.young}
    told |= {outing.run_id: ("no baseline", None) for outing in steps.no_baseline}
    left = [run.id for run in runs if run.id not in told]
    assert steps.no_value == len(left)
    return told | dict.fromkeys(left, ("no value", None))


def assert_same(told, expected):
    assert {name: place for name, (place, _) in told.items()} == {name: place for name, (place, _) in expected.items()}
    for name, (_, change) in expected.items():
        assert told[name][1] == (None if change is None else pytest.approx(change, abs=1e-8)), name


@settings(max_examples=120, deadline=None)
@given(seasons())
@example([run_at(FIRST + dt.timedelta(hours=h), 10_000.0, 50, h) for h in (0, 720, 1440)])
@example(
    [run_at(FIRST + dt.timedelta(hours=h), m, 50, h) for h, m in ((0, 9_000.0), (719, 999.0), (721, 10_000.0), (1441, 11_000.0))]
)
def test_steps_in_distance_footfalls_and_load_are_those_of_the_definition(runs):
    history, runs = believing(history_of(runs))
    ramps = ramp_steps(history)
    assert_same(places(ramps.distance, runs), brute_force(runs, lambda run: run.distance_m, 1000.0))
    assert_same(places(ramps.footfalls, runs), brute_force(runs, lambda run: run.footfalls.total.value, 1000.0))
    assert_same(places(ramps.lumbar, runs), brute_force(runs, lambda run: run.lumbar_cumulative.value, 2000.0))


@settings(max_examples=80, deadline=None)
@given(seasons())
def test_r1_names_what_is_more_than_a_tenth_longer_and_r2_nothing_of_it(runs):
    history, runs = believing(history_of(runs))
    expected = brute_force(runs, lambda run: run.distance_m, 1000.0)
    named = {name for name, (place, change) in expected.items() if place == "compared" and round(change, 9) > 0.1}
    assert found_by("R1", history) == named
    taken = found_by("R2", history)
    counts = brute_force(runs, lambda run: run.footfalls.total.value, 1000.0)
    more = {name for name, (place, change) in counts.items() if place == "compared" and round(change, 9) > 0.1}
    assert taken <= more - named  # R2 asks for a clear interval too
    assert taken >= {name for name in more - named if counts[name][1] > 0.2}
    headlines = [name for code in ("R1", "R2", "R4", "R5") for name in sorted(found_by(code, history))]
    assert len(headlines) == len(set(headlines))


def found_by(code, history):
    try:
        return {finding.run_id for finding in BY_CODE[code].check(history).findings}
    except NotEnoughData:
        return set()


ONE_THEN_THREE = (ten_km_on(0, 7, 8, 9), (), dt.date(2026, 3, 8))
TWO_THEN_THREE = (ten_km_on(0, 1, 7, 8, 9), (), dt.date(2026, 3, 8))
SIX_DAYS_AT_REST = (ten_km_on(0, 1, 7, 14), (), dt.date(2026, 3, 9))
SEVEN_DAYS_SILENT = (ten_km_on(0, 1, 7, 15), (), dt.date(2026, 3, 10))


@settings(max_examples=100, deadline=None)
@given(weeks_lived())
@example(ONE_THEN_THREE)
@example(TWO_THEN_THREE)
@example(SIX_DAYS_AT_REST)
@example(SEVEN_DAYS_SILENT)
def test_the_weekly_ramp_is_that_of_the_definition(lived):
    runs, rows, as_of = lived
    history, runs = believing(history_of(runs, rows, as_of))
    changes = weekly(runs, [row.day for row in rows], as_of)
    try:
        outcome = BY_CODE["R3"].check(history)
    except NotEnoughData:
        assert not changes
        return
    shown = {each.label: each.value for each in outcome.evidence}
    assert [shown.get("Against the week before"), shown.get("Against that median")] == [
        None if change is None else pytest.approx(100 * change, abs=0.051) for change in changes
    ]
    smaller = min(change for change in changes if change is not None)
    assert bool(outcome.findings) is (round(smaller, 9) > 0.1)


def weekly(runs, row_days, as_of):
    """Change of the latest whole week against the one before and the median of four; empty where nothing can be said."""
    ran = [run.local_date for run in runs]
    calendar = [min(ran + row_days) + dt.timedelta(days=k) for k in range((as_of - min(ran + row_days)).days + 1)]
    lived = set(ran) | set(row_days)
    unknown = set()
    for at in range(len(calendar)):
        for length in range(7, len(calendar) - at + 1):
            span = calendar[at : at + length]
            if lived & set(span):
                break
            unknown |= set(span)
    start = first_day(calendar[0] + dt.timedelta(days=6), 0)
    week_starts = []
    while start + dt.timedelta(days=7) <= as_of:
        week_starts.append(start)
        start += dt.timedelta(days=7)
    sums, counts = [], []
    for start in week_starts:
        days = {start + dt.timedelta(days=k) for k in range(7)}
        inside = [run for run in runs if run.local_date in days]
        known = not days & unknown and all(run.distance_m is not None for run in inside)
        sums.append(sum(run.distance_m for run in inside) if known else math.nan)
        counts.append(len(inside))
    if len(sums) < 2:
        return []
    *before, this = sums
    of_week = ratio(this, before[-1]) if counts[-2] >= 2 else None
    of_median = (
        ratio(this, sum(sorted(before[-4:])[1:3]) / 2) if len(before) >= 4 and not any(map(math.isnan, before[-4:])) else None
    )
    return [] if of_week is None and of_median is None else [of_week, of_median]


def ratio(one, base):
    return one / base - 1 if not math.isnan(one) and base >= 5000 else None


@settings(max_examples=80, deadline=None)
@given(seasons(), st.integers(0, 45))
@example(ten_km_on(0, 14), 0)  # exactly 14 times 24 hours
@example([*ten_km_on(0), run_at(FIRST + dt.timedelta(days=17, hours=-1), 10_000.0, 50, 1)], 0)
@example(ten_km_on(0, 30), 0)  # exactly 30: there is still a run to set it against
def test_a_return_is_the_first_run_after_fourteen_times_24_hours(runs, days):
    as_of = max(run.local_date for run in runs) + dt.timedelta(days=days)
    history, runs = believing(history_of(runs, as_of=as_of))
    returns = []
    for run in runs:
        before = [other.start for other in runs if other.start < run.start]
        if before and (run.start - max(before)).total_seconds() >= 14 * 86_400:
            returns.append((run.start, run, (run.start - max(before)).total_seconds()))
    latest = max(returns, default=None, key=lambda each: each[0])
    lately = latest is not None and (as_of - latest[1].local_date).days <= 30
    elsewhere = found_by("R1", history) | found_by("R2", history)
    expected = {latest[1].id} - elsewhere if lately else set()
    assert found_by("R4", history) == expected
    if expected:
        (finding,) = BY_CODE["R4"].check(history).findings
        assert finding.severity == ("notice" if latest[2] > MONTH_S else "info")


@pytest.mark.parametrize(("days", "off"), [(13, False), (14, True)])
def test_two_weeks_after_the_last_run_it_says_since_when(days, off):
    runs = ten_km_on(0, 3)
    outcome = BY_CODE["R4"].check(history_of(runs, as_of=runs[-1].local_date + dt.timedelta(days=days)))
    assert not outcome.findings
    assert ("No run since 26 Feb 2026, 14 days ago." in outcome.quiet) is off
