"""The score test beside a trend: against a likelihood that another optimiser climbs, and where it could go wrong."""

import math

import numpy as np
import pytest
from scipy.optimize import brentq, minimize

from footfall.findings.stats.clustering import Grain, cells
from footfall.findings.stats.trend import CURVATURE_RIDGE, RIDGE, Beside

RIDGES = (RIDGE, CURVATURE_RIDGE)


def diary(seed, runs=220, per_min=0.008, times=1.0):
    """Onsets by grain and the ends of all runs: a constant hazard, `times` as high from minute 15 to 20."""
    rng = np.random.default_rng(seed)
    asked, end = rng.exponential(1, runs) / per_min, rng.uniform(25, 70, runs)
    inside = np.minimum(np.maximum(asked - 15, 0), 5 * times)
    onset = np.minimum(asked, 15) + inside / times + np.maximum(asked - 15 - 5 * times, 0)
    began = onset < end
    minutes = onset[began]
    how = rng.integers(0, 3, minutes.size)
    whole = np.round(minutes[how == 1])
    onsets = {
        Grain.EXACT: minutes[how == 0],
        Grain.MINUTE: whole[whole % 5 != 0],
        Grain.FIVE: np.concatenate([5 * np.round(minutes[how == 2] / 5), whole[whole % 5 == 0]]),
    }
    onsets = {grain: each[each >= 2.5] for grain, each in onsets.items()}
    return onsets, np.concatenate([*onsets.values(), end[~began]])


def climbed(found, step):
    """The penalised likelihood at a step, by BFGS: -log-likelihood, coefficients, and all that it is made of."""
    every = list(found.values())
    counts, weight, at_risk, middle = (
        np.concatenate([getattr(each, name) for each in every]) for name in ("onsets", "weight", "at_risk", "middle")
    )
    level = np.repeat(np.eye(len(every)), [each.onsets.size for each in every], axis=0)
    log_t = np.log(middle / 17.5)
    design = np.column_stack([level, log_t, log_t**2])
    ridge = np.array([RIDGES[0]] * (len(every) + 1) + [RIDGES[1]])

    times = np.log(1 - weight + weight * math.exp(step))

    def minus(b):
        log_rate = design @ b + times + np.log(at_risk)
        return np.exp(log_rate).sum() - counts @ log_rate + ridge @ b**2 / 2

    def slope(b):
        return design.T @ (np.exp(design @ b + times) * at_risk - counts) + ridge * b

    begin = np.array([math.log(each.onsets.sum() / each.at_risk.sum()) for each in every] + [0.0, 0.0])
    best = minimize(minus, begin, jac=slope, method="BFGS", options={"gtol": 1e-9})
    expected = np.exp(design @ best.x + times) * at_risk
    weight = weight * np.exp(step - times)  # of the step in the logarithm of the rate
    return best.fun, expected, design, weight, counts, ridge


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("step", [0.0, 0.7])
def test_score_and_information_are_those_of_a_likelihood_climbed_otherwise(seed, step):
    onsets, ends = diary(seed, times=1 + seed / 2)
    found = cells(onsets, ends)
    _, expected, design, weight, counts, ridge = climbed(found, step)
    both = np.column_stack([design, weight])
    whole = both.T @ (expected[:, None] * both) + np.diag([*ridge, 0.0])
    information = 1 / np.linalg.inv(whole)[-1, -1]  # of the last coefficient, the others profiled out
    beside = Beside(found)
    assert beside.information(step) == pytest.approx(information, rel=1e-6)
    assert beside.z(step) == pytest.approx(weight @ (counts - expected) / math.sqrt(information), abs=1e-5)


def test_the_ratio_is_where_the_likelihood_is_highest_and_its_ends_where_z_is_two():
    found = cells(*diary(11, times=3.0))
    beside = Beside(found)
    ratio, low, high = beside.ratio()
    best = minimize(lambda step: climbed(found, step[0])[0], [0.0], method="Nelder-Mead", options={"xatol": 1e-5, "fatol": 1e-10})
    assert ratio == pytest.approx(math.exp(best.x[0]), rel=1e-3)
    for end, z in ((low, 1.959964), (high, -1.959964)):
        assert math.exp(brentq(lambda step, z=z: beside.z(step) - z, -4, 4)) == pytest.approx(end, rel=1e-4)
    assert low < ratio < high
    assert beside.z(math.log(ratio)) == pytest.approx(0, abs=1e-4)


@pytest.mark.parametrize("times", [1.0, 3.0, 8.0])
def test_the_ratio_is_that_of_the_rates_also_where_onsets_are_rounded_to_fives(times):
    """A five at 15 or 20 lies half in the window: taken as the root of the ratio, eight times the rate read as twenty."""
    rng = np.random.default_rng(6)
    asked, end = rng.exponential(1, 60_000) / 0.006, rng.uniform(25, 70, 60_000)
    inside = np.minimum(np.maximum(asked - 15, 0), 5 * times)
    onset = np.minimum(asked, 15) + inside / times + np.maximum(asked - 15 - 5 * times, 0)
    fives = 5 * np.round(onset[onset < end] / 5)
    found = cells({Grain.FIVE: fives[fives >= 2.5]}, np.concatenate([fives[fives >= 2.5], end[onset >= end]]))
    assert Beside(found).ratio()[0] == pytest.approx(times, rel=0.12)


def test_without_an_onset_in_the_window_the_ratio_is_zero_and_has_an_upper_end():
    onsets, ends = diary(4)
    onsets = {grain: each[(each < 12) | (each > 23)] for grain, each in onsets.items()}
    ratio, low, high = Beside(cells(onsets, ends)).ratio()
    assert (ratio, low) == (0, 0)
    assert 0 < high < 1.5


def test_a_window_that_holds_every_onset_is_not_taken_up_by_the_trend():
    """With a ridge of 1e-4 on the curvature this z was below 1.75: the hill became as narrow as the window."""
    onsets = {Grain.MINUTE: np.repeat([16.0, 17, 18, 19], [4, 5, 5, 4])}
    ends = np.concatenate([onsets[Grain.MINUTE], np.linspace(25, 70, 60)])
    beside = Beside(cells(onsets, ends))
    assert beside.z() > 4
    assert beside.ratio()[2] == math.inf


@pytest.mark.parametrize("seed", [2, 5, 8, 11])
@pytest.mark.parametrize("step", [-4.6, 0.0, 4.6])
def test_early_onsets_in_long_runs_do_not_send_the_fit_astray(seed, step):
    """Twelve whole moves of Newton's method from a flat start ended far beyond the summit here, or broke off."""
    rng = np.random.default_rng(seed)
    minutes = rng.uniform(2.5, 8, rng.integers(3, 40))
    found = cells({Grain.EXACT: minutes}, np.concatenate([minutes, rng.uniform(5, 300, 20)]))
    expected = Beside(found)._expected(step)
    assert expected == pytest.approx(climbed(found, step)[1], abs=1e-3)
    assert expected.sum() == pytest.approx(minutes.size, abs=0.05)


def test_where_no_time_was_spent_in_the_window_nothing_is_told():
    onsets = {Grain.EXACT: np.array([5.0, 8.0, 9.0])}
    beside = Beside(cells(onsets, np.array([5.0, 8, 9, 14, 14.5])))
    assert math.isnan(beside.z())
    assert math.isnan(beside.shows())
    assert np.isnan(beside.ratio()).all()


def test_more_onsets_show_smaller_ratios():
    shown = [Beside(cells(*diary(8, runs=runs))).shows() for runs in (100, 400, 1600)]
    assert shown[0] > shown[1] > shown[2] > 1


def test_a_thousand_runs_of_a_day_and_a_night_are_fitted():
    """24 hours of cells of a minute: the trend reaches far, and the fit stays finite."""
    rng = np.random.default_rng(0)
    minutes = rng.uniform(3, 600, 40)
    beside = Beside(cells({Grain.EXACT: minutes}, np.concatenate([minutes, rng.uniform(600, 1440, 60)])))
    assert math.isfinite(beside.z())
    assert all(math.isfinite(end) for end in beside.ratio()[:1])
