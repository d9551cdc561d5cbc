"""Days at rest and days of which nothing is known."""

import datetime as dt

from footfall.history.days import build_history
from footfall.history.recorded import silent_days
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from tests.factories import entry, run_on

FIRST = dt.date(2026, 5, 1)


def silent(run_days, row_days=(), until=30):
    rows = tuple(entry(FIRST + dt.timedelta(days=day), 2 + at, pain_max=0.0) for at, day in enumerate(row_days))
    runs = [run_on(FIRST + dt.timedelta(days=day)) for day in run_days]
    history, _ = build_history(runs, Diary("diary.csv", rows), Athlete(), FIRST + dt.timedelta(days=until))
    return sorted((day - FIRST).days for day in silent_days(history))


def test_six_days_without_anything_are_rest():
    assert silent([0, 7], until=7) == []


def test_seven_are_not_known():
    assert silent([0, 8], until=8) == list(range(1, 8))


def test_a_row_in_the_diary_makes_it_rest():
    assert silent([0, 12], [6], until=12) == []


def test_the_time_since_the_last_run_counts_too():
    assert silent([0], until=9) == list(range(1, 10))


def test_an_empty_history_has_no_days():
    assert silent([]) == []
