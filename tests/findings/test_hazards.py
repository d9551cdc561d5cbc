import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings.stats.at_risk import minutes_at_risk
from footfall.findings.stats.hazards import hazards

minutes = st.lists(st.floats(0, 120, allow_nan=False), max_size=30).map(np.array)


def watched(ends, low, high):
    """Run by run: what of each lies between two minutes."""
    return sum(max(0.0, min(end, high) - low) for end in ends)


@given(minutes, st.floats(0, 130), st.floats(0, 40))
def test_time_at_risk_is_the_sum_over_runs(ends, low, width):
    (found,) = minutes_at_risk(ends, np.array([low]), np.array([low + width]))
    assert math.isclose(found, watched(ends, low, low + width), abs_tol=1e-9)


def test_time_at_risk_without_end_is_all_that_is_left():
    assert minutes_at_risk(np.array([10.0, 30.0]), np.array([0.0, 12.0]), np.array([np.inf, np.inf])).tolist() == [40, 18]


@pytest.mark.parametrize("bad", [-1.0, math.nan, math.inf])
def test_ends_that_are_none_are_refused(bad):
    with pytest.raises(ValueError, match="ends"):
        minutes_at_risk(np.array([bad]), np.array([0.0]), np.array([5.0]))
    with pytest.raises(ValueError, match="minutes"):
        hazards(np.array([bad]), np.array([30.0]))


@given(minutes, minutes)
def test_rates_equal_counting_by_hand(onsets, free):
    found = hazards(onsets, free)
    assert found.onsets.sum() == len(onsets)
    for k, (begin, end) in enumerate(zip(found.begin, found.end, strict=True)):
        events = sum(begin <= onset < end for onset in onsets)
        at_risk = watched([*onsets, *free], begin, end)
        assert found.onsets[k] == events
        assert math.isclose(found.at_risk[k], at_risk, abs_tol=1e-9)
        per_hour = 60 * events / found.at_risk[k] if found.at_risk[k] > 0 else math.nan
        assert np.isclose(found.per_hour[k], per_hour, rtol=1e-12, equal_nan=True)


def test_the_interval_is_that_of_the_published_table_and_of_chi_squared():
    from scipy.stats import chi2

    found = hazards(np.full(10, 7.0), np.full(100, 5.4))  # 10 onsets in 20 + 40 minutes: one hour at risk
    assert found.at_risk[1] == pytest.approx(60)
    assert (round(float(found.low[1]), 2), round(float(found.high[1]), 2)) == (4.80, 18.39)  # Garwood 1936, of 10 events
    hours = found.at_risk / 60
    assert np.allclose(found.high * hours, chi2.ppf(0.975, 2 * (found.onsets + 1)) / 2, rtol=0, atol=1e-9)
    assert found.low[1] * hours[1] == pytest.approx(chi2.ppf(0.025, 20) / 2, abs=1e-9)
    assert found.low[0] == 0


@pytest.mark.parametrize("seed", range(4))
def test_rates_are_those_of_lifelines_piecewise_exponential(seed):
    """Its rate is events over time at risk in each piece: with as many events as it takes, its optimiser finds the same."""
    lifelines = pytest.importorskip("lifelines")
    rng = np.random.default_rng(seed)
    onset, end = rng.exponential(40, 400), rng.uniform(25, 45, 400)
    seen = onset <= end
    found = hazards(onset[seen], end[~seen], width_min=15.0)
    fitted = lifelines.PiecewiseExponentialFitter(breakpoints=[15.0, 30.0]).fit(np.minimum(onset, end), seen)
    assert np.allclose(found.per_hour / 60, 1 / fitted.params_.to_numpy(), rtol=1e-3)


def test_at_an_edge_an_onset_opens_the_next_bin_and_nobody_at_risk_is_no_rate():
    found = hazards(np.array([20.0]), np.empty(0))
    assert found.begin.tolist() == [0, 5, 10, 15, 20]
    assert found.onsets.tolist() == [0, 0, 0, 0, 1]
    assert found.per_hour[:4].tolist() == [0, 0, 0, 0]
    assert np.isnan([found.per_hour[4], found.low[4], found.high[4]]).all()


def test_nothing_watched_has_no_bins_and_a_bin_has_a_width():
    assert hazards(np.empty(0), np.empty(0)).begin.size == 0
    with pytest.raises(ValueError, match="width"):
        hazards(np.empty(0), np.array([30.0]), width_min=0.0)


def test_short_runs_make_a_peak_of_onsets_and_none_of_rates():
    rng = np.random.default_rng(3)
    onset, end = rng.exponential(60, 20_000), rng.uniform(18, 24, 20_000)
    found = hazards(onset[onset <= end], end[onset > end])
    assert found.onsets[4] < 0.5 * found.onsets[3]
    assert np.all((found.low < 1.0) & (found.high > 1.0) | (abs(found.per_hour - 1) < 0.08))
