"""Which clock do onsets keep: minutes, or what runs gather at different rates? By the likelihood of each clock's best fit."""

from dataclasses import dataclass

import numpy as np

from footfall.model.intervals import FloatArray

BOOTSTRAPS = 400
SEED = 20_261_122
NEWTON_STEPS = 60
LEAST_SHAPE, MOST_SHAPE = 0.05, 50.0
"""Weibull shapes are sought within these, and log-SDs of a log-normal within 1 / 50 and 1 / 0.05."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What runs gathered on one clock. Arrays shape (n,), one value a run.

    amount   until the onset, else until the end, > 0.
    rate     amount per minute at the onset, > 0; that of the runs without an onset is not looked at.
    """

    amount: FloatArray
    rate: FloatArray


@dataclass(frozen=True, eq=False)
class Likelihoods:
    """Log-likelihood of the minutes of the onsets by clock, each at its best fit.

    all_runs     shape (k,), of every run once.
    resampled    shape (b, k), of so many draws of as many runs, with replacement.
    """

    all_runs: FloatArray
    resampled: FloatArray

    def beats(self, one: int, others: tuple[int, ...], by: float) -> float:
        """Share of draws in which one clock's log-likelihood is more than `by` above that of each of the others."""
        return float(np.mean(self.resampled[:, one] - self.resampled[:, others].max(axis=1) > by))


def likelihoods(
    clocks: tuple[Clock, ...], began: FloatArray, bootstraps: int = BOOTSTRAPS, seed: int = SEED, most_at_once: int = 400_000
) -> Likelihoods:
    """Fit a Weibull and a log-normal distribution to the onsets on each clock, and keep the better of the two.

    clocks   of the same runs.     began   shape (n,), 1 for an onset, 0 for a run free of pain to its end.
    Raises   ValueError for an amount, or a rate at an onset, that is not finite and positive, or without an onset.
    Source   a change of variable: the density of an onset at minute t is f(u) du/dt of the clock's u, so that the likelihoods of
             all clocks are of the same data and can be set side by side. Differs: 1. a draw without an onset is 0 for all.
    """
    began = np.asarray(began, dtype=np.float64)
    if not began.any():
        raise ValueError("there must be an onset")
    for clock in clocks:
        if not np.all(np.isfinite(clock.amount) & (clock.amount > 0)):
            raise ValueError("amounts must be finite and positive")
        if not np.all(np.isfinite(clock.rate[began > 0]) & (clock.rate[began > 0] > 0)):
            raise ValueError("rates at onsets must be finite and positive")
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(began.size, np.full(began.size, 1 / began.size), size=bootstraps).astype(np.float64)
    weights = np.concatenate([np.ones((1, began.size)), drawn])
    chunk = max(1, most_at_once // began.size)
    parts = [_of_clocks(clocks, began, weights[row : row + chunk]) for row in range(0, len(weights), chunk)]
    found = np.concatenate(parts)
    return Likelihoods(found[0], found[1:])


def _of_clocks(clocks: tuple[Clock, ...], began: FloatArray, weights: FloatArray) -> FloatArray:
    return np.column_stack([_of_clock(clock, began, weights) for clock in clocks])


def _of_clock(clock: Clock, began: FloatArray, weights: FloatArray) -> FloatArray:
    """Log-likelihood, shape (b,), of draws given as how often each run is in them, shape (b, n)."""
    usual = np.exp(np.log(clock.amount).mean())
    log_amount = np.log(clock.amount / usual)
    log_rate = np.log(np.where(began > 0, clock.rate / usual, 1.0))
    better = np.maximum(weibull(log_amount, began, weights), log_normal(log_amount, began, weights)[0])
    return np.where(weights @ began > 0, better + weights @ (began * log_rate), 0.0)


def weibull(log_amount: FloatArray, began: FloatArray, weights: FloatArray) -> FloatArray:
    """Largest log-likelihood of a Weibull distribution, shape (b,): its scale follows from its shape, which is sought by
    Newton's method, between bounds that close in.

    log_amount, began   shape (n,).    weights   shape (b, n).
    """
    onsets = weights @ began
    wanted = (weights @ (began * log_amount)) / np.maximum(onsets, 1.0)
    low, high = np.full(len(weights), LEAST_SHAPE), np.full(len(weights), MOST_SHAPE)
    shape = np.ones(len(weights))
    top = log_amount.max()  # amounts are taken about the largest: no power of them overflows
    for _ in range(NEWTON_STEPS):
        powers = weights * np.exp(shape[:, None] * (log_amount - top))
        summed = powers.sum(axis=1)
        mean = (powers @ log_amount) / summed
        ahead = wanted - mean + 1 / shape  # falls as the shape grows: 0 at the top of the likelihood
        low, high = np.where(ahead > 0, shape, low), np.where(ahead > 0, high, shape)
        step = shape + ahead / ((powers @ log_amount**2) / summed - mean**2 + 1 / shape**2)
        nearer = np.where((step > low) & (step < high), step, np.sqrt(low * high))
        done = np.all(np.abs(nearer - shape) < 1e-9 * shape)
        shape = nearer
        if done:
            break
    summed = (weights * np.exp(shape[:, None] * (log_amount - top))).sum(axis=1)
    log_scale = top + np.log(summed / np.maximum(onsets, 1.0)) / shape
    log_density = np.log(shape) * onsets + (shape - 1) * (weights @ (began * log_amount)) - shape * log_scale * onsets
    return np.asarray(log_density - onsets, dtype=np.float64)


def log_normal(log_amount: FloatArray, began: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Largest log-likelihood of a log-normal distribution, its log-median and its log-SD, each shape (b,), by Newton's method.

    log_amount, began   shape (n,).    weights   shape (b, n).

    In a = 1 / SD and b = -log-median / SD the log-likelihood has one top only (Olsen 1978, Econometrica 46:1211).
    """
    from scipy.special import log_ndtr

    def at(a: FloatArray, b: FloatArray) -> tuple[FloatArray, FloatArray]:
        z = a[:, None] * log_amount + b[:, None]
        density = np.log(a)[:, None] - 0.5 * z**2 - 0.5 * np.log(2 * np.pi) - log_amount
        return z, (weights * np.where(began > 0, density, log_ndtr(-z))).sum(axis=1)

    onsets = np.maximum(weights @ began, 1.0)
    total = weights.sum(axis=1)
    mean = (weights @ log_amount) / total
    spread = np.sqrt(np.maximum((weights @ log_amount**2) / total - mean**2, 0.01))
    a, b = 1 / spread, -mean / spread
    z, likelihood = at(a, b)
    for _ in range(NEWTON_STEPS):
        mills = np.exp(-0.5 * z**2 - 0.5 * np.log(2 * np.pi) - log_ndtr(-z))
        slope_z = weights * np.where(began > 0, -z, -mills)
        curve_z = weights * np.where(began > 0, 1.0, mills * (mills - z))
        slope_a, slope_b = slope_z @ log_amount + onsets / a, slope_z.sum(axis=1)
        aa, ab, bb = curve_z @ log_amount**2 + onsets / a**2, curve_z @ log_amount, curve_z.sum(axis=1)
        held = aa * bb - ab**2
        step_a, step_b = (bb * slope_a - ab * slope_b) / held, (aa * slope_b - ab * slope_a) / held
        share = np.where(step_a < 0, np.minimum(1.0, 0.9 * a / np.maximum(-step_a, 1e-300)), 1.0)
        for _ in range(30):
            risen = at(np.clip(a + share * step_a, LEAST_SHAPE, MOST_SHAPE), b + share * step_b)[1]
            worse = risen < likelihood - 1e-10 * np.abs(likelihood)
            if not worse.any():
                break
            share = np.where(worse, share / 2, share)
        a, b = np.clip(a + share * step_a, LEAST_SHAPE, MOST_SHAPE), b + share * step_b
        z, risen = at(a, b)
        done = np.all(np.abs(risen - likelihood) < 1e-10 * (1 + np.abs(risen)))
        likelihood = risen
        if done:
            break
    return likelihood, -b / a, 1 / a
