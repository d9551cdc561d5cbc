"""Blanks of the diary that a run's files fill; what is written is never touched."""

import datetime as dt

from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, DiaryEntry
from footfall.model.summary import RunSummary
from tests.factories import entry, run_on

DAY = dt.date(2026, 6, 1)


def row_of(runs: list[RunSummary], row: DiaryEntry) -> DiaryEntry:
    history, _ = build_history(runs, Diary("diary.csv", (row,)), Athlete(), DAY)
    (found,) = [one for one in history.entries if one.source_line == row.source_line]
    assert all(outing.entry is found for outing in history.outings if outing.entry is not None)  # the day and the outing share it
    return found


def test_effort_and_shoes_fill_blanks_and_the_feel_goes_to_the_note() -> None:
    found = row_of([run_on(DAY, workout_rpe=6.0, workout_feel=75.0, shoes="Blue")], entry(DAY, pain_max=2.0))
    assert (found.rpe, found.shoes, found.note) == (6.0, "Blue", "workout_feel 75")
    assert found.filled == {"rpe", "shoes", "note"}
    assert found.pain_max == 2.0


def test_what_the_runner_wrote_stays() -> None:
    row = entry(DAY, rpe=0.0, shoes="Red", note="tired legs")
    found = row_of([run_on(DAY, workout_rpe=6.0, workout_feel=50.0, shoes="Blue")], row)
    assert (found.rpe, found.shoes, found.note) == (0.0, "Red", "tired legs; workout_feel 50")
    assert found.filled == {"note"}


def test_a_row_is_left_alone_where_the_files_say_nothing() -> None:
    row = entry(DAY, pain_max=2.0)
    assert row_of([run_on(DAY)], row) is row


def test_a_row_of_no_run_is_left_alone() -> None:
    row = entry(DAY - dt.timedelta(days=1), pain_max=2.0)
    assert row_of([run_on(DAY, workout_rpe=6.0)], row).rpe is None


def test_of_several_runs_of_an_outing_the_longest_that_says_something_speaks() -> None:
    warm_up = run_on(DAY, "07:00", minutes=10, workout_rpe=2.0, shoes="Old")
    race = run_on(DAY, "07:15", minutes=40, workout_rpe=9.0)
    found = row_of([warm_up, race], entry(DAY))
    assert (found.rpe, found.shoes) == (9.0, "Old")


def test_effort_of_zero_is_an_answer() -> None:
    assert row_of([run_on(DAY, workout_rpe=0.0)], entry(DAY)).rpe == 0.0
