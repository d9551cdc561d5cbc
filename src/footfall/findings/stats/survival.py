"""Kaplan-Meier on right-censored times."""

from dataclasses import dataclass

from footfall.model.intervals import FloatArray


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
