"""Which clock onsets keep: the likelihoods against lifelines, and against clocks whose answer is known."""

import warnings

import numpy as np
import pytest

from footfall.findings.stats.clocks import Clock, likelihoods, log_normal, weibull


def runs(seed, rate_sd=0.3, count=120, log_sd=0.35, keeps=1):
    """Minutes and a second amount, gathered at a rate of each run's own; pain keeps one of them (0 minutes, 1 the other)."""
    rng = np.random.default_rng(seed)
    rate = 170 * np.exp(rng.normal(0, rate_sd, count))
    end = rng.uniform(30, 80, count)
    onset = 40 * np.exp(rng.normal(0, log_sd, count))
    if keeps == 1:
        onset = onset * 170 / rate
    began = (onset <= end).astype(float)
    minutes = np.minimum(onset, end)
    return (Clock(minutes, np.ones(count)), Clock(minutes * rate, rate)), began


@pytest.mark.parametrize("seed", range(6))
def test_both_distributions_fit_as_lifelines_fits_them(seed):
    lifelines = pytest.importorskip("lifelines")
    (minutes, _), began = runs(seed)
    ones = np.ones((1, began.size))
    logs = np.log(minutes.amount)
    ours = (float(weibull(logs, began, ones)[0]), float(log_normal(logs, began, ones)[0][0]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the oracle's own deprecations
        theirs = [fitter().fit(minutes.amount, began) for fitter in (lifelines.WeibullFitter, lifelines.LogNormalFitter)]
    assert np.allclose(ours, [one.log_likelihood_ for one in theirs], rtol=0, atol=1e-4)
    _, middle, spread = log_normal(logs, began, ones)
    assert np.allclose([middle[0], spread[0]], [theirs[1].mu_, theirs[1].sigma_], rtol=0, atol=1e-3)


def test_draws_are_runs_taken_again():
    (minutes, _), began = runs(3, count=30)
    weights = np.random.default_rng(1).multinomial(30, np.full(30, 1 / 30), size=5).astype(float)
    logs = np.log(minutes.amount)
    for row in weights:
        again = np.repeat(np.arange(30), row.astype(int))
        ones = np.ones((1, again.size))
        assert np.isclose(weibull(logs, began, row[None])[0], weibull(logs[again], began[again], ones)[0])
        assert np.isclose(log_normal(logs, began, row[None])[0][0], log_normal(logs[again], began[again], ones)[0][0])


def test_a_clock_that_always_runs_at_one_rate_is_the_same_clock():
    (minutes, _), began = runs(2)
    steps = Clock(minutes.amount * 170, np.full(began.size, 170.0))
    found = likelihoods((minutes, steps), began, bootstraps=50)
    assert np.isclose(*found.all_runs)
    assert np.allclose(found.resampled[:, 0], found.resampled[:, 1])
    assert found.beats(0, (1,), 2.0) == found.beats(1, (0,), 2.0) == 0


def test_the_unit_of_a_clock_does_not_matter():
    (minutes, steps), began = runs(4)
    in_thousands = Clock(steps.amount / 1000, steps.rate / 1000)
    one, other = (likelihoods((minutes, clock), began, bootstraps=20) for clock in (steps, in_thousands))
    assert np.allclose(one.all_runs, other.all_runs, rtol=0, atol=1e-7)
    assert np.allclose(one.resampled, other.resampled, rtol=0, atol=1e-7)


@pytest.mark.parametrize("keeps", [0, 1])
def test_clocks_that_run_apart_are_told_apart(keeps):
    clocks, began = runs(5, keeps=keeps)
    found = likelihoods(clocks, began, bootstraps=100)
    assert np.argmax(found.all_runs) == keeps
    assert found.beats(keeps, (1 - keeps,), 2.0) >= 0.95
    assert found.beats(1 - keeps, (keeps,), 2.0) == 0


def test_clocks_that_hardly_run_apart_are_not():
    clocks, began = runs(6, rate_sd=0.03, count=60)
    found = likelihoods(clocks, began, bootstraps=100)
    assert max(found.beats(0, (1,), 2.0), found.beats(1, (0,), 2.0)) < 0.95


def test_parts_of_a_large_diary_give_the_same():
    clocks, began = runs(7, count=40)
    whole, parts = (likelihoods(clocks, began, 30, most_at_once=most) for most in (400_000, 100))
    assert np.allclose(whole.resampled, parts.resampled)
    assert np.allclose(whole.all_runs, parts.all_runs)


def test_what_is_no_clock_is_refused():
    (minutes, _), began = runs(1, count=20)
    bad = np.where(np.arange(20) == 3, 0.0, minutes.amount)
    with pytest.raises(ValueError, match="amounts"):
        likelihoods((Clock(bad, minutes.rate),), began)
    with pytest.raises(ValueError, match="rates"):
        likelihoods((Clock(minutes.amount, np.full(20, np.nan)),), began)
    with pytest.raises(ValueError, match="onset"):
        likelihoods((minutes,), np.zeros(20))
