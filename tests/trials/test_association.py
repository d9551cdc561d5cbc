"""A1 on made-up runners: how often it speaks where nothing is going on and where something is. All: docs/statistics.md."""

import numpy as np
import pytest
from scipy.stats import binom

from tests.effort import some
from trials.association import BEFORE, GATES, TABLES, World, series
from trials.count import counted, generator

ROWS = {row.name: (table.code, row) for table in TABLES for row in table.rows}

NULLS = ["rhythm of the week, memory .6", "memory .85", "runs less after bad mornings, memory .6", "60 days, 8-14 with pain"]
RUNNERS = 90
SEED = 20261123


def shares(name, runners=RUNNERS):
    code, row = ROWS[name]
    said = [row.trial(generator(SEED, code, name, runner)) for runner in range(runners)]
    return {one.outcome: one for one in counted(code, row, said)}


@pytest.mark.parametrize("name", some(NULLS, every=2))
def test_it_speaks_to_few_in_whom_nothing_is_going_on(name):
    """To so many at most in 99 of 100 seeds if to 5 % in truth."""
    assert shares(name)["speaks"].hits <= binom.ppf(0.99, RUNNERS, 0.05)


def test_it_finds_a_link_and_its_lag():
    found = shares("r .4, 120 days, rhythm of the week", 60)
    assert found["speaks"].share >= 0.70
    assert found["right lag"].share >= 0.90


def test_it_finds_a_link_in_who_runs_less_after_bad_mornings():
    assert shares("r .4, 120 days, runs less after bad mornings", 60)["speaks"].share >= 0.55


def test_bounds_are_those_that_were_asked_for():
    size = [row.bounds["speaks"] for row in TABLES[0].rows]
    assert {(bound.low, bound.high) for bound in size} == {(0.0, 0.06)}
    bounded = [row.bounds for row in TABLES[1].rows if row.bounds]
    assert [(each["speaks"].low, each["right lag"].low) for each in bounded] == [(0.7, 0.9), (0.7, 0.9), (0.55, 0.9)]


def test_made_up_runners_are_as_the_table_says():
    rng = np.random.default_rng(3)
    made = [series(rng, World(link=0.4, memory=0.6)) for _ in range(200)]
    load = np.concatenate([each[0] for each in made])
    assert np.mean(load > 0) == pytest.approx(0.5, abs=0.01)
    assert np.std(np.log(load[load > 0])) == pytest.approx(0.35, abs=0.01)
    morning = np.concatenate([each[1][BEFORE:] for each in made])
    assert np.mean(morning == 0) == pytest.approx(0.59, abs=0.01)
    during = np.concatenate([each[2][BEFORE:] for each in made])
    ran = np.concatenate([each[0][BEFORE:] for each in made]) > 0
    assert np.array_equal(np.isfinite(during), ran)


def test_silence_is_of_load_and_pain_at_once_and_cycles_make_runs_longer_and_shorter():
    load, morning, during = series(np.random.default_rng(5), World(silence=2))
    silent = np.isnan(load)
    assert 10 <= np.sum(silent) <= 20
    assert np.all(np.isnan(morning[silent]) & np.isnan(during[silent]))
    load, *_ = series(np.random.default_rng(5), World(days=20_000, cycle=0.5))
    assert np.std(np.log(load[load > 0])) == pytest.approx(np.hypot(0.35, 0.5 / np.sqrt(2)), abs=0.01)


def test_at_the_gates_there_are_eight_to_fourteen_mornings_with_pain():
    rng = np.random.default_rng(4)
    painful = [np.sum(series(rng, World(days=61, painless=GATES))[1][BEFORE:] > 0) for _ in range(200)]
    assert (min(painful), max(painful)) == (8, 14)
