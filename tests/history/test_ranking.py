"""Outings held against each other, and the last whole week against the four before it."""

import datetime as dt
import math
from dataclasses import replace

import pytest

from footfall.history.days import build_history
from footfall.history.history import History
from footfall.history.ranking import WeekTrend, ranking, week_trend
from footfall.history.weeks import weeks
from footfall.metrics.agreement import EVEN, Order
from footfall.metrics.spread import OWN_DUTY_BY_SPEED_SD
from footfall.model.athlete import Athlete
from footfall.model.summary import RunSummary
from tests.factories import FOOTFALLS_PER_EASY_KM, run_on

MONDAY = dt.date(2026, 6, 1)


def season(*minutes: float) -> list[RunSummary]:
    """Two runs a week, on Monday and Thursday, of so many minutes in each week."""
    return [
        run_on(MONDAY + dt.timedelta(weeks=week, days=day), minutes=each)
        for week, each in enumerate(minutes)
        for day in (0, 3)
        if each
    ]


def history_of(runs: list[RunSummary], as_of: dt.date, **shown: dt.date) -> History:
    return build_history(runs, None, Athlete(), as_of, **shown)[0]


def trend_of(runs: list[RunSummary], weeks_in: int = 5, **shown: dt.date) -> WeekTrend | None:
    history = history_of(runs, MONDAY + dt.timedelta(weeks=weeks_in, days=2), **shown)
    return week_trend(history, weeks(history, 0))


def test_the_longest_of_several_runs_has_most() -> None:
    found = ranking(history_of(season(40, 80, 41), MONDAY + dt.timedelta(weeks=4)).outings)
    assert found.most is not None
    assert found.most.order is Order.TOO_CLOSE  # two runs of 80 minutes
    assert [found.outings[at].day for at in (found.most.first, *found.most.rivals)] == [
        MONDAY + dt.timedelta(weeks=1),
        MONDAY + dt.timedelta(weeks=1, days=3),
    ]
    longer = run_on(MONDAY + dt.timedelta(weeks=3), minutes=100)
    found = ranking(history_of([*season(40, 80, 41), longer], MONDAY + dt.timedelta(weeks=4)).outings)
    assert found.most is not None
    assert found.most.order is Order.MORE
    assert found.outings[found.most.first].runs == (longer,)
    assert found.most.ratio.value == pytest.approx(100 / 80)


def test_two_runs_of_one_runner_compare_by_what_each_has_alone() -> None:
    found = ranking(history_of(season(40, 80, 41), MONDAY + dt.timedelta(weeks=4)).outings)
    assert found.between == pytest.approx(math.sqrt(2) * math.hypot(OWN_DUTY_BY_SPEED_SD, 0.006), rel=0.06)
    assert found.clear_difference == pytest.approx(1.645 * found.between, rel=1e-3)


def test_one_outing_is_ranked_with_nobody() -> None:
    found = ranking(history_of(season(40)[:1], MONDAY).outings)
    assert found.most is None
    assert math.isnan(found.between)


def test_an_outing_of_unknown_load_is_left_out() -> None:
    first, second, third = season(40, 60)[:3]
    found = ranking(history_of([first, replace(second, parts=None), third], MONDAY + dt.timedelta(weeks=2)).outings)
    assert [outing.runs[0] for outing in found.outings] == [first, third]


def test_the_last_whole_week_is_held_against_the_median_of_four() -> None:
    found = trend_of(season(40, 44, 36, 42, 60))
    assert found is not None
    assert found.start == MONDAY + dt.timedelta(weeks=4)
    assert found.easy_km == pytest.approx(120 * 166 / FOOTFALLS_PER_EASY_KM)
    assert found.median_easy_km == pytest.approx(82 * 166 / FOOTFALLS_PER_EASY_KM)
    assert found.comparison.order is Order.MORE
    assert found.comparison.ratio[EVEN].value == pytest.approx(120 / 82)


def test_a_week_like_the_others_is_too_close_to_tell() -> None:
    found = trend_of(season(40, 40, 40, 40, 40))
    assert found is not None
    assert found.comparison.order is Order.TOO_CLOSE


def test_a_week_that_still_runs_is_not_held_against_anything() -> None:
    found = trend_of(season(40, 44, 36, 42, 60, 100))
    assert found is not None
    assert found.start == MONDAY + dt.timedelta(weeks=4)


@pytest.mark.parametrize("minutes", [(40, 44, 36, 42), (40, 44, 0, 42, 60), (40, 44, 36, 42, 0)])
def test_without_five_whole_weeks_with_runs_nothing_is_said(minutes: tuple[float, ...]) -> None:
    assert trend_of(season(*minutes)) is None


def test_the_week_in_which_the_records_begin_is_no_whole_week() -> None:
    assert trend_of(season(40, 44, 36, 42, 60)[1:]) is None
    assert trend_of(season(40, 44, 36, 42, 60, 50)[1:], weeks_in=6) is not None


def test_a_week_that_is_not_shown_is_not_spoken_of() -> None:
    assert trend_of(season(40, 44, 36, 42, 60), until=MONDAY + dt.timedelta(weeks=4)) is None
    assert trend_of(season(40, 44, 36, 42, 60), since=MONDAY + dt.timedelta(weeks=4)) is not None
