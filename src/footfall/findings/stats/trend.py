"""Do onsets stand out at 15-20 minutes from a hazard that rises, falls or makes a hill? A score test beside a smooth trend."""

import math
from collections.abc import Mapping

import numpy as np

from footfall.findings.stats.clustering import Cells, Grain
from footfall.model.intervals import FloatArray

NEWTON_STEPS = 60
"""At most; five or six are usual."""

STANDS = 1e-8
"""The fit stands when no coefficient moves further."""

HIGHEST_LOG = 300.0
"""Of the logarithm of a count on the way to the fit: beyond it numbers overflow, and the likelihood refuses the move."""

RIDGE = 1e-4
"""Keeps the fit finite where few onsets leave a coefficient open."""

CURVATURE_RIDGE = 0.03
"""The same for the coefficient of (ln t)^2: a hill as narrow as the window itself is no trend. With 1e-4 the trend took up a bump
that held nearly every onset, and 18 onsets of which nearly all lay at 15-20 minutes showed in one diary of five; hills as of a
log-normal of log-SD 0.5 (a coefficient of about -2) are left as they are, and with them the size of the test."""

CENTRE_MIN = 17.5
"""Middle of the window: logarithms of time are taken about it.  [min]"""

LEAST_INFORMATION = 0.01
"""Below this nothing tells the window from the trend: no rate ratio that anybody could have would show."""

FURTHEST_RATIO = 100.0
"""Ratios beyond this, or below one in this, are said as infinite and zero."""

SHOWS_AT = 2.4
"""A rate ratio of exp(2.4 / sqrt(information)) is found in about four of five diaries or more: simulated, docs/statistics.md."""

Z_95 = 1.959964


class Beside:
    """Poisson counts by cell: a level for each grain, one trend for all in ln t and (ln t)^2, and a step in the window.

    onsets ~ Poisson(at risk * exp(level of the grain + b1 ln(t / 17.5) + b2 ln(t / 17.5)^2) * (1 + weight * (exp(step) - 1)))

    A five that lies half in the window has half its time at the rate of the window and half at that of the trend.
    One trend for all grains, because how somebody writes does not change when pain begins.
    Source   Holford 1980, Biometrics 36:299 (a hazard in pieces is a Poisson count with the time at risk as its offset); the
             score test of the step with the trend fitted under it, Rao 1948, Math Proc Camb Phil Soc 44:50. Differs:
             1. a ridge on all coefficients but the step, which keeps hills wider than the window.
    """

    def __init__(self, found: Mapping[Grain, Cells]) -> None:
        """found   as `clustering.cells` gives them, at least one cell."""
        every = tuple(found.values())
        self.onsets = np.concatenate([each.onsets for each in every])
        self.weight = np.concatenate([each.weight for each in every])
        log_time = np.log(np.concatenate([each.middle for each in every]) / CENTRE_MIN)
        grain = np.repeat(np.arange(len(every)), [each.onsets.size for each in every])
        levels = (grain[:, None] == np.arange(len(every))).astype(np.float64)
        self.design = np.column_stack([levels, log_time, log_time**2])
        self.offset = np.log(np.concatenate([each.at_risk for each in every]))
        rates = [math.log(max(each.onsets.sum(), 0.5) / each.at_risk.sum()) for each in every]
        self._start = np.array([*rates, 0.0, 0.0])
        self._ridge = np.array([*([RIDGE] * (len(every) + 1)), CURVATURE_RIDGE])

    def z(self, step: float = 0.0) -> float:
        """How far the onsets in the window are above those of a trend with this step: standard normal where the step is true.

        Returns   NaN where nothing tells the window from the trend.
        """
        score, information = self._score(step)
        return score / math.sqrt(information) if information > LEAST_INFORMATION else math.nan

    def information(self, step: float = 0.0) -> float:
        """Of the step, with what the trend takes from it: 1 / variance."""
        return self._score(step)[1]

    def shows(self) -> float:
        """The rate ratio that these onsets would show in about four of five diaries or more.

        Returns   infinity beyond 100; NaN as for `z`.
        """
        information = self.information()
        if information <= LEAST_INFORMATION:
            return math.nan
        ratio = math.exp(SHOWS_AT / math.sqrt(information))
        return ratio if ratio <= FURTHEST_RATIO else math.inf

    def ratio(self) -> tuple[float, float, float]:
        """Rate in the window over that of the trend, with its 95 % score interval.

        Returns   ratio, low, high: the steps at which z is 0, 1.96 and -1.96; 0 below 1/100, as with no onset in the window, and
                  infinity beyond 100. NaN where nothing tells the window from the trend.
        """
        if math.isnan(self.z()):
            return (math.nan,) * 3
        ratio, low, high = (self._step_at(z) for z in (0.0, Z_95, -Z_95))
        return ratio, low, high

    def _step_at(self, z: float) -> float:
        """exp(step) at which the score is z: it falls as the step grows."""
        high = math.log(FURTHEST_RATIO)
        low = -high
        if not self._above(low, z):
            return 0.0
        if self._above(high, z):
            return math.inf
        while high - low > 1e-6:
            middle = (low + high) / 2
            low, high = (middle, high) if self._above(middle, z) else (low, middle)
        return math.exp((low + high) / 2)

    def _above(self, step: float, z: float) -> bool:
        score, information = self._score(step)
        return score > z * math.sqrt(max(information, 0.0))

    def _score(self, step: float) -> tuple[float, float]:
        """Derivative of the log-likelihood in the step, and its efficient information, with the rest fitted."""
        expected = self._expected(step)
        of_step = self.weight * math.exp(step) / self._times(step)  # how fast the logarithm of a cell's rate grows with the step
        of_rest = self.design.T @ (expected[:, None] * self.design) + np.diag(self._ridge)
        between = self.design.T @ (expected * of_step)
        information = expected @ of_step**2 - between @ np.linalg.solve(of_rest, between)
        return float(of_step @ (self.onsets - expected)), float(information)

    def _times(self, step: float) -> FloatArray:
        """How many times the rate of the trend each cell has."""
        return np.asarray(1 + self.weight * math.expm1(step))

    def _expected(self, step: float) -> FloatArray:
        """Onsets by cell with the level and trend that fit best beside a step.

        Newton's method, its moves halved while the likelihood falls: it has one summit, but few onsets at one end of the run
        send a whole move far beyond it.
        """
        offset = self.offset + np.log(self._times(step))
        coefficients = self._start
        expected, reached = self._climb(coefficients, offset)
        for _ in range(NEWTON_STEPS):
            slope = self.design.T @ (self.onsets - expected) - self._ridge * coefficients
            curvature = self.design.T @ (expected[:, None] * self.design) + np.diag(self._ridge)
            move = np.linalg.solve(curvature, slope)
            expected, height = self._climb(coefficients + move, offset)
            while height < reached and np.abs(move).max() > STANDS:
                move = move / 2
                expected, height = self._climb(coefficients + move, offset)
            coefficients, reached = coefficients + move, height
            if np.abs(move).max() <= STANDS:
                break
        return expected

    def _climb(self, coefficients: FloatArray, offset: FloatArray) -> tuple[FloatArray, float]:
        """Onsets expected by cell, and the penalised log-likelihood."""
        log_expected = self.design @ coefficients + offset
        expected = np.exp(np.minimum(log_expected, HIGHEST_LOG))
        return expected, float(self.onsets @ log_expected - expected.sum() - self._ridge @ coefficients**2 / 2)
