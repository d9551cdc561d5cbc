"""Cox's model with one covariate, against lifelines and against counting by hand."""

import math
import warnings
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings.stats.cox import block_p, blocks_of, information, rate_ratio, residuals, score

pd = pytest.importorskip("pandas")
lifelines = pytest.importorskip("lifelines")


def runs(seed: int, count: int = 60, whole: bool = False):
    """Minutes, onsets and months of made-up runs in which the rate changes with the date."""
    rng = np.random.default_rng(seed)
    months = np.sort(rng.uniform(0, 6, count))
    onset = rng.exponential(40 * np.exp(-rng.normal(0, 0.3) * months))
    end = rng.uniform(25, 70, count)
    if whole:
        onset, end = np.maximum(np.round(onset / 5) * 5, 5), np.round(end)
    return np.minimum(onset, end), (onset <= end).astype(float), months


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_the_ratio_and_its_interval_equal_lifelines(seed, whole):
    times, began, months = runs(seed, whole=whole)
    table = pd.DataFrame({"time": times, "began": began, "months": months})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the oracle's own deprecations
        fitted = lifelines.CoxPHFitter().fit(table, "time", "began", fit_options={"precision": 1e-12})
    beta, (low, high) = fitted.params_["months"], fitted.confidence_intervals_.loc["months"]
    found = rate_ratio(times, began, months)
    assert np.allclose(np.log([found.ratio, found.low, found.high]), [beta, low, high], rtol=0, atol=1e-6)


@pytest.mark.parametrize("whole", [False, True])
def test_residuals_are_what_happened_less_what_was_to_be_expected(whole):
    times, began, months = runs(5, whole=whole)
    partial = [
        began[i] - sum(_share(times, began, minute, i) for minute in np.unique(times[began > 0]) if minute <= times[i])
        for i in range(times.size)
    ]
    assert np.allclose(residuals(times, began), partial, rtol=0, atol=1e-12)
    assert math.isclose(residuals(times, began).sum(), 0, abs_tol=1e-10)
    assert math.isclose(score(times, began, months), float(np.dot(partial, months)), abs_tol=1e-9)


def _share(times, began, minute, run):
    """What a run has to expect at a minute, Efron's terms one by one."""
    at_risk = int((times >= minute).sum())
    tied = int(((times == minute) & (began > 0)).sum())
    its = times[run] == minute and began[run] > 0
    return sum((1 - part / tied if its else 1) / (at_risk - part) for part in range(tied))


def test_the_score_is_the_slope_of_the_likelihood_and_the_information_its_curvature():
    times, began, months = runs(3, whole=True)
    centred = months - months.mean()

    def likelihood(beta):
        total = 0.0
        for minute in np.unique(times[began > 0]):
            tied = (times == minute) & (began > 0)
            weights = np.exp(beta * centred)
            for part in range(int(tied.sum())):
                total -= math.log(weights[times >= minute].sum() - part / tied.sum() * weights[tied].sum())
            total += beta * centred[tied].sum()
        return total

    h = 1e-4
    slope = (likelihood(h) - likelihood(-h)) / (2 * h)
    curvature = -(likelihood(h) - 2 * likelihood(0) + likelihood(-h)) / h**2
    assert math.isclose(score(times, began, months), slope, rel_tol=1e-5)
    assert math.isclose(information(times, began, months), curvature, rel_tol=1e-4)


def test_the_published_remission_data_give_the_published_ratio():
    """Freireich et al. 1963: 6-MP against placebo. In the textbooks: log ratio 1.51 (Breslow), 1.57 (Efron)."""
    treated = [(6, 1), (6, 1), (6, 1), (7, 1), (10, 1), (13, 1), (16, 1), (22, 1), (23, 1)]
    treated += [(week, 0) for week in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
    placebo = [(week, 1) for week in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)]
    times, began = np.array(treated + placebo, dtype=float).T
    group = np.repeat([0.0, 1.0], [21, 21])
    assert round(math.log(rate_ratio(times, began, group).ratio), 2) == 1.57


def test_where_no_ratio_is_largest_none_is_given():
    times = np.arange(10.0, 0.0, -1.0)  # the later the date, the earlier every onset
    found = rate_ratio(times, np.ones(10), np.arange(10.0))
    assert math.isnan(found.ratio)
    assert math.isnan(rate_ratio(times, np.ones(10), np.full(10, 3.0)).ratio)
    assert math.isnan(rate_ratio(times, np.zeros(10), np.arange(10.0)).ratio)


@pytest.mark.parametrize(
    ("times", "began", "covariate"),
    [
        ([11, 12], [1, 0], [0, 1]),  # each step towards it is half a standard deviation: fifty do not reach the bound
        ([13, 8, 5, 12, 6, 14, 3, 6, 8, 5, 4], [1, 1, 0, 0, 0, 0, 1, 0, 1, 1, 0], [0] * 10 + [1]),
    ],
)
@pytest.mark.parametrize("unit", [1.0, 0.004])
def test_a_likelihood_that_only_ever_rises_has_no_ratio(times, began, covariate, unit):
    found = rate_ratio(np.array(times, float), np.array(began, float), unit * np.array(covariate, float))
    assert np.isnan([found.ratio, found.low, found.high]).all()


def test_a_bound_too_large_for_a_number_is_infinite_and_one_too_small_is_zero():
    times, began, months = runs(2)
    usual, stretched = (rate_ratio(times, began, months / unit) for unit in (1.0, 1e5))
    for one, far in ((usual.ratio, stretched.ratio), (usual.low, stretched.low), (usual.high, stretched.high)):
        assert far == (math.inf if one > 1 else 0.0)


def test_p_is_the_share_of_all_orders_of_the_blocks():
    times, began, months = runs(11, 25)
    blocks = np.repeat([0, 1, 2, 3, 4], [7, 2, 6, 4, 6])
    surprise = residuals(times, began)
    pieces = [surprise[blocks == block] for block in range(5)]
    centred = months - months.mean()
    observed = abs(surprise @ centred)
    every = [abs(np.concatenate([pieces[block] for block in order]) @ centred) for order in permutations(range(5))]
    exact = np.mean(np.array(every) >= observed - 1e-9)
    assert abs(block_p(times, began, months, blocks, 20_000) - exact) < 0.015


def test_the_same_runs_have_the_same_p_and_the_direction_does_not_matter():
    times, began, months = runs(1)
    blocks = (months * 2).astype(np.int64)
    forwards = block_p(times, began, months, blocks)
    assert block_p(times, began, months, blocks) == forwards
    backwards = block_p(times[::-1], began[::-1], months[-1] - months[::-1], blocks[-1] - blocks[::-1])
    assert backwards == pytest.approx(forwards, abs=0.06)  # other orders are drawn; four standard errors of 999


def test_runs_out_of_order_are_refused():
    times, began, months = runs(1, 10)
    with pytest.raises(ValueError, match="order"):
        block_p(times, began, months[::-1], np.zeros(10, dtype=np.int64))
    with pytest.raises(ValueError, match="order"):
        block_p(times, began, months, np.arange(10)[::-1])


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=2, max_size=30))
def test_residuals_add_up_to_nothing_and_are_at_most_one(rows):
    times, began = (np.array(each, dtype=float) for each in zip(*rows, strict=True))
    found = residuals(times, began)
    assert abs(found.sum()) < 1e-9
    assert np.all(found <= 1)
    assert np.all(np.isfinite(found))


@pytest.mark.parametrize(
    ("span", "weeks", "count"),
    [(7 * 14 + 1, 2, 8), (7 * 14, 2, 7), (7 * 21, 2, 11), (7 * 21 + 1, 3, 8), (7 * 28 + 1, 4, 8), (800, 4, 29)],
)
def test_blocks_are_as_long_as_leaves_eight_of_them(span, weeks, count):
    found = blocks_of(np.arange(span, dtype=float) + 5)
    assert (found.weeks, found.count) == (weeks, count)
    assert np.array_equal(found.block, np.arange(span) // (7 * weeks))


def test_weeks_without_a_run_make_no_block():
    days = np.concatenate([np.arange(30.0), np.arange(300.0, 330.0)])
    assert (blocks_of(days).weeks, blocks_of(days).count) == (2, 6)
