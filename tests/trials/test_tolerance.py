"""P3 and C1 on made-up runners: a small, seeded version of the tables, and the comparison against its oracle."""

import warnings

import numpy as np
import pytest

from footfall.findings.stats.survival import kaplan_meier
from trials.count import generator
from trials.table import Row
from trials.tolerance import CLAIMS, CLOCKS, COVERAGES, HALVES, NULLS, POWERS, SEES, TABLES, WRONG, World, of_halves

# Freireich et al. 1963 (Blood 21:699): weeks in remission on 6-mercaptopurine, and on placebo.
TREATED = np.array([6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], dtype=float)
RELAPSED = np.repeat([1.0, 0.0], [9, 12])
PLACEBO = np.array([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], dtype=float)


def shares(row: Row, runners: int) -> dict[str, float]:
    """Outcome -> share of runners, who have no number in common with those of the tables: these have another seed."""
    said = [row.trial(generator(61_106, "small", row.name, runner)) for runner in range(runners)]
    answers = {name: [one[name] for one in said if one[name] is not None] for name in said[0]}
    return {name: sum(given) / len(given) for name, given in answers.items() if len(given) >= 0.8 * runners}


@pytest.mark.parametrize("row", [NULLS[0], NULLS[4], NULLS[8]], ids=lambda row: row.name)
def test_where_nothing_changes_a_change_is_rarely_seen(row):
    assert shares(row, 200)[SEES] <= 0.10  # 99.7 % of such small samples, where the true share is 5 %


@pytest.mark.parametrize("row", NULLS[10:], ids=lambda row: row.name)
def test_good_and_bad_spells_deceive_it_a_little_and_the_log_rank_test_much(row):
    found = shares(row, 120)
    assert found[SEES] <= 0.15
    assert found[SEES] < found[HALVES]


@pytest.mark.parametrize("row", POWERS, ids=lambda row: row.name)
def test_a_large_change_is_seen(row):
    assert shares(row, 100)[SEES] >= 0.66


@pytest.mark.parametrize("row", COVERAGES, ids=lambda row: row.name)
def test_the_interval_of_the_median_holds_its_level(row):
    assert 0.92 <= shares(row, 400)["interval holds the median"] <= 0.98


@pytest.mark.parametrize("row", [CLOCKS[0], CLOCKS[4]], ids=lambda row: row.name)
def test_a_wrong_clock_is_hardly_ever_claimed(row):
    assert shares(row, 20)[WRONG] <= 0.1


def test_clocks_that_differ_are_claimed_more_often_than_such_as_do_not():
    alike, apart = (shares(row, 10)[CLAIMS] for row in (CLOCKS[6], CLOCKS[8]))
    assert alike < apart


def test_a_made_up_runner_has_the_onsets_and_the_time_that_were_asked_for():
    times, began, days = World(18, 54, 4.0).runs(np.random.default_rng(1))
    assert (began.sum(), times.size) == (18, 54)
    assert np.all(np.diff(days) > 0)
    assert days[-1] <= 122
    assert np.array_equal(times, np.round(times))


def test_a_hazard_that_doubles_each_month_is_sixteen_times_as_high_after_four():
    rng = np.random.default_rng(2)
    early, late = 0, 0
    for _ in range(300):
        _, began, days = World(18, 54, 4.0, per_month=16.0).runs(rng)
        halves = began[days < 61].sum(), began[days >= 61].sum()
        early, late = early + min(halves), late + max(halves)
    assert late > 5 * early


def test_log_rank_of_the_published_example():
    """Printed: chi-square 16.79 on one degree of freedom; median 23 weeks against 8."""
    from scipy.stats import chi2

    p = of_halves(TREATED, RELAPSED, PLACEBO, np.ones(21))
    assert round(float(chi2.isf(p, 1)), 2) == 16.79
    assert kaplan_meier(TREATED[:9], TREATED[9:]).median == 23
    assert kaplan_meier(PLACEBO, np.empty(0)).median == 8


@pytest.mark.parametrize("seed", range(6))
def test_log_rank_equals_lifelines(seed):
    statistics = pytest.importorskip("lifelines.statistics")
    rng = np.random.default_rng(seed)
    times, began = rng.integers(5, 60, 70).astype(float), (rng.random(70) < 0.5).astype(float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the oracle's own deprecations
        theirs = statistics.logrank_test(times[:30], times[30:], began[:30], began[30:]).p_value
    assert abs(of_halves(times[:30], began[:30], times[30:], began[30:]) - theirs) < 1e-9


def test_every_row_has_a_name_of_its_own():
    names = [(table.code, row.name) for table in TABLES for row in table.rows]
    assert len(set(names)) == len(names)
