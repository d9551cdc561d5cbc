import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings.stats.survival import kaplan_meier

# Freireich et al. 1963 (Blood 21:699), the 6-mercaptopurine arm: weeks in remission, the textbook example of the method.
REMISSION_ENDED = np.array([6, 6, 6, 7, 10, 13, 16, 22, 23], dtype=float)
STILL_IN_REMISSION = np.array([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], dtype=float)


def at(curve, time):
    return curve.survival[np.searchsorted(curve.time, time, side="right") - 1]


def test_the_published_example_comes_out_to_its_printed_digits():
    curve = kaplan_meier(REMISSION_ENDED, STILL_IN_REMISSION)
    printed = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482, 35: 0.4482}
    assert {time: round(float(at(curve, time)), 4) for time in printed} == printed
    assert (curve.events, curve.censored) == (9, 12)
    assert (curve.median, curve.median_low) == (23, 13)
    assert math.isnan(curve.median_high)


def test_the_interval_of_the_published_example_is_the_one_that_is_printed():
    """Log-log at 95 %, as the tables of statistics packages print it to four digits."""
    curve = kaplan_meier(REMISSION_ENDED, STILL_IN_REMISSION)
    printed = {
        6: (0.6197, 0.9516),
        7: (0.5631, 0.9228),
        10: (0.5032, 0.8894),
        13: (0.4316, 0.8491),
        16: (0.3675, 0.8049),
        22: (0.2678, 0.7468),
        23: (0.1881, 0.6801),
    }
    rows = zip(curve.time, curve.low, curve.high, strict=True)
    found = {time: (round(float(low), 4), round(float(high), 4)) for time, low, high in rows if time in printed}
    assert found == printed


def test_at_risk_counts_who_was_watched_just_before():
    curve = kaplan_meier(REMISSION_ENDED, STILL_IN_REMISSION)
    at_risk = dict(zip(curve.time, curve.at_risk, strict=True))
    assert [at_risk[time] for time in (0, 6, 7, 10, 13, 16, 22, 23)] == [21, 21, 17, 15, 12, 11, 7, 6]


def test_the_curve_begins_at_one():
    curve = kaplan_meier(np.array([10.0]), np.array([20.0]))
    assert (curve.time[0], curve.survival[0], curve.at_risk[0]) == (0, 1, 2)
    assert math.isnan(curve.low[0])


@pytest.mark.parametrize("seed", range(12))
def test_curve_interval_and_median_equal_lifelines(seed):
    lifelines = pytest.importorskip("lifelines")
    from lifelines.utils import median_survival_times

    rng = np.random.default_rng(seed)
    onset = rng.weibull(1.5, 60) * 45
    if seed % 2:
        onset = np.maximum(np.round(onset / 5) * 5, 5)  # ties, as people write them
    end = rng.uniform(20, 70, 60)
    observed = onset <= end
    curve = kaplan_meier(onset[observed], end[~observed])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the oracle's own deprecations
        fitted = lifelines.KaplanMeierFitter().fit(np.minimum(onset, end), observed)
        theirs = fitted.survival_function_at_times(curve.time).to_numpy()
        bounds = fitted.confidence_interval_.to_numpy()
        medians = median_survival_times(fitted.confidence_interval_).to_numpy().ravel()
    assert np.allclose(curve.survival, theirs, rtol=0, atol=1e-9)
    # by row: both list every distinct time, and time 0 first
    assert np.array_equal(curve.time, fitted.confidence_interval_.index.to_numpy())
    inside = (curve.survival < 1) & (curve.survival > 0)
    assert np.allclose(np.column_stack([curve.low, curve.high])[inside], bounds[inside], rtol=0, atol=1e-9)
    assert np.isnan(curve.low[~inside]).all()
    assert curve.median == fitted.median_survival_time_
    ours = np.array([curve.median_low, curve.median_high])
    assert np.array_equal(np.where(np.isnan(ours), np.inf, ours), medians)


@pytest.mark.parametrize("seed", range(12))
def test_curve_and_interval_equal_scipy(seed):
    from scipy import stats

    rng = np.random.default_rng(seed)
    onset, end = np.ceil(rng.weibull(1.5, 300) * 45), np.ceil(rng.uniform(20, 70, 300))  # many ties
    observed = onset <= end
    curve = kaplan_meier(onset[observed], end[~observed])
    theirs = stats.ecdf(stats.CensoredData.right_censored(np.minimum(onset, end), ~observed)).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of shares of 1 and 0
        bounds = theirs.confidence_interval(0.95, method="log-log")
    assert np.array_equal(curve.time[1:], theirs.quantiles)
    assert np.allclose(curve.survival[1:], theirs.probabilities, rtol=0, atol=1e-12)
    for ours, of_them in ((curve.low, bounds.low), (curve.high, bounds.high)):
        assert np.allclose(ours[1:], of_them.probabilities, rtol=0, atol=1e-9, equal_nan=True)


def test_one_half_is_reached_in_spite_of_rounding():
    curve = kaplan_meier(np.arange(1.0, 6.0), np.arange(6.0, 11.0))  # five of ten, one by one
    assert curve.median == 5


def test_without_events_the_curve_stays_at_one_and_has_no_median():
    curve = kaplan_meier(np.empty(0), np.array([30.0, 40.0]))
    assert np.array_equal(curve.survival, [1, 1, 1])
    assert np.isnan([curve.median, curve.median_low, curve.median_high]).all()


@pytest.mark.parametrize("bad", [[], [0.0], [-1.0], [math.nan], [math.inf]])
def test_times_that_are_none_are_refused(bad):
    with pytest.raises(ValueError, match="positive"):
        kaplan_meier(np.array(bad), np.empty(0))


times = st.lists(st.integers(1, 90).map(float), max_size=40)


@given(times, times)
def test_any_curve_falls_from_one_and_lies_within_its_interval(events, censored):
    if not events and not censored:
        return
    curve = kaplan_meier(np.array(events), np.array(censored))
    assert curve.survival[0] == 1
    assert np.all(np.diff(curve.survival) <= 1e-12)
    assert np.all(np.diff(curve.at_risk) <= 0)
    known = ~np.isnan(curve.low)
    assert np.all(curve.low[known] <= curve.survival[known])
    assert np.all(curve.survival[known] <= curve.high[known])
    if not math.isnan(curve.median):
        assert at(curve, curve.median) <= 0.5 + 1e-9


def test_the_interval_of_the_median_holds_its_level():
    """About 18 onsets in 40 runs of 25-70 minutes: 95 % of intervals should hold the true median (STATS: 94.9-95.3 %)."""
    rng = np.random.default_rng(20_261)
    rate, truth, held, runners = 0.013, math.log(2) / 0.013, 0, 600
    for _ in range(runners):
        onset, end = rng.exponential(1 / rate, 40), rng.uniform(25, 70, 40)
        curve = kaplan_meier(onset[onset <= end], end[onset > end])
        low = 0 if math.isnan(curve.median_low) else curve.median_low
        high = math.inf if math.isnan(curve.median_high) else curve.median_high
        held += low <= truth <= high
    assert 0.93 <= held / runners <= 0.98
