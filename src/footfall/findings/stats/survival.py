"""Kaplan-Meier on right-censored times."""

import math
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from footfall.model.intervals import FloatArray

LEVEL = 0.95
"""Level of the interval around the curve and its median."""

HALF = 0.5 + 1e-12
"""One half, with room for the rounding of a product of fractions."""


@dataclass(frozen=True, eq=False)
class SurvivalCurve:
    """A Kaplan-Meier curve with its 95 % log-log interval. Arrays shape (k,), time ascending, the first row being time 0.

    time         [min]
    survival     share still free of the event just after `time`.
    low, high    95 % interval; NaN where it is not defined (survival 1 or 0).
    at_risk      how many were still under observation just before `time`.
    events, censored   counts.
    median, median_low, median_high   NaN where the curve, or its bound, never falls to one half.
    """

    time: FloatArray
    survival: FloatArray
    low: FloatArray
    high: FloatArray
    at_risk: FloatArray
    events: int
    censored: int
    median: float
    median_low: float
    median_high: float

    def time_at(self, share: float) -> tuple[float, float, float]:
        """The first time at which no more than `share` are still free, and its 95 % interval; NaN where that is never so."""
        room = share + HALF - 0.5
        found = (_first_at(self.time, each, room) for each in (self.survival, self.low, self.high))
        return next(found), next(found), next(found)

    def share_at(self, time: float) -> tuple[float, float, float]:
        """The share still free at a time, and its 95 % interval; NaN beyond the last time at which anybody was followed."""
        if time > self.time[-1]:
            return math.nan, math.nan, math.nan
        at = int(np.searchsorted(self.time, time, side="right")) - 1
        return float(self.survival[at]), float(self.low[at]), float(self.high[at])


def kaplan_meier(events: FloatArray, censored: FloatArray) -> SurvivalCurve:
    """The share that is still free of the event, by time.

    events, censored   shape (n,) and (m,), each time > 0; at least one of both.  [min]
    Returns            the curve with its log-log interval, which holds its level from 8 events on where the plain one does not.
    Raises             ValueError for a time that is not finite and positive, or when there is none.
    Source             Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; by scipy.stats.ecdf. The median is the first
                       time at which the curve is at or below one half, its bounds likewise (Brookmeyer & Crowley 1982,
                       doi:10.2307/2530286).
    """
    from scipy import stats  # 0.5 s to import: only who asks for a curve pays

    times = np.concatenate([np.asarray(events, dtype=np.float64), np.asarray(censored, dtype=np.float64)])
    if not times.size or not np.all(np.isfinite(times) & (times > 0)):
        raise ValueError("times must be there, finite and positive")
    is_censored = np.arange(times.size) >= len(events)
    curve = stats.ecdf(stats.CensoredData.right_censored(times, is_censored)).sf
    with warnings.catch_warnings():
        # The interval is not defined where the curve is 1 or 0: those rows are NaN, as our type says.
        # Any: scipy-stubs takes the two bounds, which are curves, for numbers.
        warnings.simplefilter("ignore", RuntimeWarning)
        bounds: Any = curve.confidence_interval(LEVEL, method="log-log")
    time = np.concatenate([[0.0], curve.quantiles])
    survival = np.concatenate([[1.0], curve.probabilities])
    low = np.concatenate([[math.nan], bounds.low.probabilities])
    high = np.concatenate([[math.nan], bounds.high.probabilities])
    ascending = np.sort(times)
    at_risk = (times.size - np.searchsorted(ascending, time, side="left")).astype(np.float64)
    return SurvivalCurve(
        time,
        survival,
        low,
        high,
        at_risk,
        len(events),
        len(censored),
        *(_first_at(time, share, HALF) for share in (survival, low, high)),
    )


def _first_at(time: FloatArray, share: FloatArray, level: float) -> float:
    """First time at which a share is at or below a level; NaN where it never is."""
    reached = np.flatnonzero(share <= level)  # NaN compares false
    return float(time[reached[0]]) if reached.size else math.nan
