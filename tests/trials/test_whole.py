"""The whole report on made-up runners, in small; and that what was drawn is what the history holds."""

import datetime as dt
import math

import numpy as np
import pytest

from footfall.history.history import OnsetState
from trials.count import counted, generator
from trials.runner import FIRST, DrawnRun, Written, history_of
from trials.whole import CODES, FAMILIES, TABLES, WORLDS, World, painful_only, trial

SEED = 12
WHOLE, COVERAGE = TABLES


def shares(table, row, runners):
    said = [row.trial(generator(SEED, table.code, row.name, number)) for number in range(runners)]
    return {one.outcome: one for one in counted(table.code, row, said)}


def test_a_report_about_nothing_seldom_says_more_than_chance():
    told = shares(WHOLE, WHOLE.rows[0], 30)
    assert told["any medium"].low <= 0.115
    assert told["any at all"].low <= 0.25
    assert told["any medium"].hits <= told["any at all"].hits
    assert told["A2 could look"].share == 1


def test_who_writes_down_painful_runs_alone_is_told_so():
    told = shares(COVERAGE, COVERAGE.rows[0], 30)
    assert set(told) == {f"{code} skipped" for code in FAMILIES if code in CODES} | {"any at all"}
    assert all(told[f"{code} skipped"].inside and told[f"{code} skipped"].share == 1 for code in FAMILIES if code in CODES)
    assert told["any at all"].hits == 0


def test_every_world_is_held_to_the_same_bounds():
    assert [row.name for row in WHOLE.rows] == list(WORLDS)
    assert {(row.bounds["any medium"].high, row.bounds["any at all"].high) for row in WHOLE.rows} == {(0.115, 0.25)}


@pytest.mark.parametrize("ask", [trial, painful_only])
def test_a_runner_is_the_same_again(ask):
    assert ask(np.random.default_rng(4), World()) == ask(np.random.default_rng(4), World())


def test_a_made_history_holds_what_was_drawn():
    runs = [DrawnRun(0, 40.0, 5.0, 18.0, 0.2, "Cielo"), DrawnRun(9, 30.0)]
    rows = [Written(0, 17.25, 0.0, 4.0, 3.0), Written(3, next_morning=2.0), Written(9, math.nan, 0.0, 0.0)]
    history = history_of(runs, rows, 12)
    first, second = history.running
    assert history.mismatches == ()
    assert (history.as_of, len(history.entries)) == (FIRST + dt.timedelta(days=11), 3)
    assert (first.onset.minute, first.onset.exact, first.onset.footfalls) == (17.25, True, 17.25 * 166)
    assert (first.distance_m, first.runs[0].local_start.hour, first.timer_min) == (8000, 18, 40)
    assert first.entry is not None
    assert (first.entry.shoes, first.entry.filled) == ("Cielo", {"shoes"})
    assert second.onset.state is OnsetState.NONE
