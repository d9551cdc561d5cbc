"""Kaplan-Meier on right-censored times."""

import math
from dataclasses import dataclass

import numpy as np

from footfall.findings.stats.quantiles import normal_quantile
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
    Source             Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452. The median is the first time at which the
                       curve is at or below one half, its bounds likewise (Brookmeyer & Crowley 1982, doi:10.2307/2530286).
    """
    events, censored = np.asarray(events, dtype=np.float64), np.asarray(censored, dtype=np.float64)
    times = np.sort(np.concatenate([events, censored]))
    if not times.size or not np.all(np.isfinite(times) & (times > 0)):
        raise ValueError("times must be there, finite and positive")
    distinct = np.unique(times)
    at_risk = (times.size - np.searchsorted(times, distinct, side="left")).astype(np.float64)
    fell = np.bincount(np.searchsorted(distinct, events), minlength=distinct.size).astype(np.float64)
    share = np.cumprod((at_risk - fell) / at_risk, dtype=np.float64)
    time = np.concatenate([[0.0], distinct])
    survival = np.concatenate([[1.0], share])
    low, high = (np.concatenate([[math.nan], bound]) for bound in _log_log(share, at_risk, fell))
    return SurvivalCurve(
        time,
        survival,
        low,
        high,
        np.concatenate([[float(times.size)], at_risk]),
        events.size,
        censored.size,
        *(_first_at(time, each, HALF) for each in (survival, low, high)),
    )


def _log_log(share: FloatArray, at_risk: FloatArray, fell: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Greenwood's interval taken on the scale of log(-log share), so that it stays within 0 and 1; NaN at shares of 1 and 0.

    Source   Kalbfleisch & Prentice 1980, The Statistical Analysis of Failure Time Data, 1.3.
    """
    inside = (share > 0) & (share < 1)
    within = np.where(inside, share, math.nan)
    left = np.where(inside, at_risk - fell, math.nan)  # nobody is left where the share is 0
    greenwood = np.nancumsum(fell / (at_risk * left))
    half = normal_quantile((1 + LEVEL) / 2) * np.sqrt(greenwood) / np.abs(np.log(within))
    middle = np.log(-np.log(within))
    return np.exp(-np.exp(middle + half)), np.exp(-np.exp(middle - half))


def _first_at(time: FloatArray, share: FloatArray, level: float) -> float:
    """First time at which a share is at or below a level; NaN where it never is."""
    reached = np.flatnonzero(share <= level)  # NaN compares false
    return float(time[reached[0]]) if reached.size else math.nan
