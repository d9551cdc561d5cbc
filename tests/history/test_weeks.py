import datetime as dt
import math

import pytest

from footfall.history.days import build_history
from footfall.history.weeks import first_day, weeks
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Site
from tests.factories import FOOTFALLS_PER_EASY_KM, entry, run_on

MONDAY = dt.date(2026, 6, 1)


def weeks_of(runs, entries=(), as_of=MONDAY + dt.timedelta(days=34), week_start=0):
    history, _ = build_history(runs, Diary("diary.csv", tuple(entries)), Athlete(), as_of)
    return weeks(history, week_start)


@pytest.mark.parametrize(("week_start", "first"), [(0, dt.date(2026, 6, 1)), (6, dt.date(2026, 6, 7)), (2, dt.date(2026, 6, 3))])
def test_a_week_begins_on_the_runners_own_day(week_start, first):
    assert first_day(dt.date(2026, 6, 7), week_start) == first


def test_sums_of_a_week():
    runs = [run_on(MONDAY, km=8, minutes=48), run_on(MONDAY + dt.timedelta(days=6), km=12, minutes=72)]
    week = weeks_of(runs, as_of=MONDAY + dt.timedelta(days=6))[0]
    assert (week.start, week.outings, week.distance_m, week.longest_m) == (MONDAY, 2, 20_000, 12_000)
    assert week.moving_s == 120 * 60
    assert week.footfalls == pytest.approx(120 * 166)
    assert week.easy_km == pytest.approx(120 * 166 / FOOTFALLS_PER_EASY_KM)
    assert week.longest_easy_km == pytest.approx(72 * 166 / FOOTFALLS_PER_EASY_KM)


def test_a_week_is_over_only_after_its_last_day():
    last = MONDAY + dt.timedelta(days=6)
    assert not weeks_of([run_on(MONDAY)], as_of=last)[0].over
    assert weeks_of([run_on(MONDAY)], as_of=last + dt.timedelta(days=1))[0].over


def test_weeks_without_a_run_are_there_with_zero():
    found = weeks_of([run_on(MONDAY)])
    assert [week.outings for week in found] == [1, 0, 0, 0, 0]
    assert found[1].distance_m == 0
    assert found[1].longest_m == 0
    assert math.isnan(found[1].max_pain)


def test_the_median_needs_four_weeks_before():
    runs = [run_on(MONDAY + dt.timedelta(weeks=k), minutes=10.0 * (k + 1)) for k in range(5)]
    found = weeks_of(runs)
    assert [math.isnan(week.median_easy_km) for week in found] == [True] * 4 + [False]
    assert found[4].median_easy_km == pytest.approx(25 * 166 / FOOTFALLS_PER_EASY_KM)


def test_a_run_without_distance_leaves_the_weeks_distance_unknown_but_not_its_time():
    week = weeks_of([run_on(MONDAY, km=8), run_on(MONDAY + dt.timedelta(days=1), km=None, minutes=30)])[0]
    assert math.isnan(week.distance_m)
    assert week.longest_m == 8000
    assert week.moving_s == (48 + 30) * 60


def test_worst_pain_is_that_of_the_back_at_any_time_of_the_day():
    rows = [
        entry(MONDAY, 2, pain_max=2.0, pain_next_morning=5.0),
        entry(MONDAY + dt.timedelta(days=1), 3, pain_max=9.0, sites=frozenset({Site.KNEE})),
        entry(MONDAY + dt.timedelta(days=1), 4, pain_before=0.0),
    ]
    week = weeks_of([], rows)[0]
    assert week.max_pain == 5
    assert week.entries == 2


def test_zero_pain_is_a_value():
    assert weeks_of([], [entry(MONDAY, pain_max=0.0)])[0].max_pain == 0


def test_a_week_with_a_clock_change_still_has_seven_days():
    before = dt.date(2026, 10, 19)  # the clocks go back in Europe on Sunday 25 October
    runs = [
        run_on(before + dt.timedelta(days=6), "00:30", utc_offset_s=7200),
        run_on(before + dt.timedelta(days=6), "23:30", minutes=20, utc_offset_s=3600),
    ]
    found = weeks_of(runs, as_of=before + dt.timedelta(days=8))
    assert [(week.start, week.outings) for week in found] == [(before, 2), (before + dt.timedelta(days=7), 0)]
