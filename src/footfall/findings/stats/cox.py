"""Does the rate of onsets change with the date, whatever its shape over the minutes of a run? Cox's model with one covariate.

Tied minutes, which whole minutes bring, are shared out as by Efron: of d runs in which pain began at one minute, l = 0 … d - 1 of
their d-th parts have left those at risk before the next is counted.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.model.intervals import FloatArray, IntArray

NEWTON_STEPS = 50
PERMUTATIONS = 999
MIN_BLOCKS = 8
BLOCK_WEEKS = (4, 3, 2)
SEED = 20_261_122
"""Of the permutations: the same runs, the same p value."""

Z_95 = 1.959963984540054

BEYOND = 20.0
"""A log ratio of so many per standard deviation of the covariate is none: the largest likelihood lies at infinity."""

FLAT = 1e-9
"""Curvature of the log-likelihood, per squared standard deviation, that rounding alone leaves where it only ever rises."""


@dataclass(frozen=True, slots=True)
class RateRatio:
    """Rate of onsets per unit of the covariate, as a factor, with its 95 % interval (Wald); NaN where none can be fitted.

    A bound too large for a number is infinite, one too small 0.

    It takes runs as independent of each other: in good and bad spells the interval is too narrow.
    """

    ratio: float
    low: float
    high: float


def residuals(times: FloatArray, began: FloatArray) -> FloatArray:
    """Martingale residuals of the model without a covariate: what happened less what was to be expected; they add up to 0.

    times    shape (n,), minute of the onset, else of the end.    began   shape (n,), 1 for an onset, 0 for a run free to its end.
    Source   Barlow & Prentice 1988, doi:10.1093/biomet/75.1.65; ties as by Efron 1977, doi:10.1080/01621459.1977.10480613.
    """
    minutes, group = np.unique(times, return_inverse=True)
    counts = np.bincount(group, minlength=minutes.size)
    events = np.bincount(group, weights=began, minlength=minutes.size)
    at_risk = times.size - np.concatenate([[0], np.cumsum(counts)[:-1]])
    harmonic = np.concatenate([[0.0], np.cumsum(1.0 / np.arange(1, times.size + 1))])
    rise = harmonic[at_risk] - harmonic[at_risk - events.astype(np.int64)]  # 1/n + 1/(n-1) + … of d terms
    before = np.cumsum(rise) - rise
    with np.errstate(divide="ignore", invalid="ignore"):
        # the same terms, each by what is left of the d runs that share the minute
        own = np.where(events > 0, 1 - (at_risk - events) / events * rise, 0.0)
    expected = before[group] + np.where(began > 0, own[group], rise[group])
    return np.asarray(began - expected, dtype=np.float64)


def score(times: FloatArray, began: FloatArray, covariate: FloatArray) -> float:
    """Derivative of the partial log-likelihood at a ratio of 1: above 0 where onsets come earlier as the covariate grows."""
    return float(residuals(times, began) @ (covariate - covariate.mean()))


def information(times: FloatArray, began: FloatArray, covariate: FloatArray) -> float:
    """What the runs tell of the log ratio, at a ratio of 1: 1 / variance.  [1 / covariate^-2]"""
    return _Partial(times, began, covariate - covariate.mean()).slopes(0.0)[1]


def rate_ratio(times: FloatArray, began: FloatArray, covariate: FloatArray) -> RateRatio:
    """The factor by which the rate changes with each unit of the covariate, by the largest partial likelihood.

    times, began, covariate   shape (n,), as above.
    Source   Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Newton's method, its step halved while the likelihood falls.
    """
    spread = float(covariate.std())
    if spread == 0 or not began.any():
        return RateRatio(math.nan, math.nan, math.nan)
    partial = _Partial(times, began, (covariate - covariate.mean()) / spread)
    beta, likelihood = 0.0, partial.likelihood(0.0)
    for _ in range(NEWTON_STEPS):
        slope, curvature = partial.slopes(beta)
        if curvature <= FLAT:
            return RateRatio(math.nan, math.nan, math.nan)
        step = slope / curvature
        while (risen := partial.likelihood(beta + step)) < likelihood - 1e-12 * abs(likelihood) and abs(step) > 1e-12:
            step /= 2
        beta, likelihood = beta + step, risen
        if abs(beta) > BEYOND:
            return RateRatio(math.nan, math.nan, math.nan)
        if abs(step) < 1e-11:
            break
    curvature = partial.slopes(beta)[1]
    if curvature <= FLAT:
        return RateRatio(math.nan, math.nan, math.nan)
    margin = Z_95 / math.sqrt(curvature)
    with np.errstate(over="ignore"):
        ratios = np.exp(np.array([beta, beta - margin, beta + margin]) / spread)
    return RateRatio(*ratios.tolist())


class _Partial:
    """The partial likelihood of one covariate; runs by time, those with an onset first in each group of a shared minute."""

    def __init__(self, times: FloatArray, began: FloatArray, covariate: FloatArray) -> None:
        order = np.argsort(times, kind="stable")
        self._x = covariate[order]
        self._began = began[order] > 0
        times = times[order]
        happened = times[self._began]
        self._first = np.searchsorted(times, happened)  # everyone from here on was at risk
        minutes, group, counts = np.unique(happened, return_inverse=True, return_counts=True)
        self._group, self._minutes = group, minutes.size
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        self._left = (np.arange(happened.size) - starts[group]) / counts[group]

    def likelihood(self, beta: float) -> float:
        """Log of it."""
        return float(np.sum(beta * self._x[self._began] - np.log(self._sums(beta)[0])))

    def slopes(self, beta: float) -> tuple[float, float]:
        """First derivative of the log, and minus the second."""
        weight, first, second = self._sums(beta)
        mean = first / weight
        return float(np.sum(self._x[self._began] - mean)), float(np.sum(second / weight - mean**2))

    def _sums(self, beta: float) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Of those at risk at each onset: weights, weights by covariate, and by its square."""
        weights = np.exp(beta * self._x)
        return (self._at_risk(weights), self._at_risk(weights * self._x), self._at_risk(weights * self._x**2))

    def _at_risk(self, amounts: FloatArray) -> FloatArray:
        since = np.cumsum(amounts[::-1])[::-1][self._first]
        tied = np.bincount(self._group, weights=amounts[self._began], minlength=self._minutes)[self._group]
        return np.asarray(since - self._left * tied, dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Blocks:
    """Runs in stretches of whole weeks from the day of the first one; shape (n,), which run is in which.

    count   how many hold a run.
    """

    weeks: int
    block: IntArray
    count: int


def blocks_of(days: FloatArray) -> Blocks:
    """Blocks of the most weeks, of 4, 3 and 2, that leave 8 of them with a run; of 2 where none do.

    days     shape (n,), n > 0, not falling.  [days since any day]

    Spells outlast two weeks: in longer diaries longer blocks hold the 5 % better and cost little power (simulated).
    """
    for weeks in BLOCK_WEEKS:
        block = ((days - days[0]) // (7 * weeks)).astype(np.int64)
        count = int(np.unique(block).size)
        if count >= MIN_BLOCKS:
            break
    return Blocks(weeks, block, count)


def block_p(
    times: FloatArray,
    began: FloatArray,
    covariate: FloatArray,
    blocks: IntArray,
    permutations: int = PERMUTATIONS,
    seed: int | Sequence[int] = SEED,
) -> float:
    """Two-sided p value of the score, by putting whole blocks of runs into another order.

    times, began, covariate   shape (n,), in the order of `covariate`.    blocks   shape (n,), not falling: which run is in which.
    Returns   (1 + how many permutations lie at least as far from 0) / (1 + permutations).
    Raises    ValueError for blocks or a covariate out of order.

    Runs near each other in time are alike, in good and bad spells: exchanged one by one they look surer than they are. The
    covariate stays where it is; the runs move past it in blocks, in each of which their order is kept.
    """
    if np.any(np.diff(blocks) < 0) or np.any(np.diff(covariate) < 0):
        raise ValueError("runs must come in the order of their covariate and blocks")
    surprise = residuals(times, began)
    centred = covariate - covariate.mean()
    first = np.flatnonzero(np.diff(blocks, prepend=blocks[0] - 1))
    pieces = np.split(surprise, first[1:])
    # what each block adds to the score wherever it may begin: 3,000 runs are in some 200 blocks, so the sums below are short
    added = np.zeros((len(pieces), times.size))
    for row, piece in zip(added, pieces, strict=True):
        row[: times.size - piece.size + 1] = np.correlate(centred, piece, "valid")
    sizes = np.array([piece.size for piece in pieces])
    order = np.random.default_rng(seed).permuted(np.tile(np.arange(sizes.size), (permutations, 1)), axis=1)
    moved = sizes[order]
    scores = added[order, np.cumsum(moved, axis=1) - moved].sum(axis=1)
    observed = abs(float(centred @ surprise))
    return float(1 + np.sum(np.abs(scores) >= observed - 1e-9)) / (1 + permutations)
