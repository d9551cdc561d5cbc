"""What late minutes of the runs say of cadence: lower or higher than the runs' own minutes 5-10, the same, or not clear."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from footfall.findings.stats.medians import median_interval
from footfall.history.drift import LEAST_RUNS, Drift

LATE_MIN = 10
"""So many of the drawn minutes are late, the last ones."""
FIRST_LATE = 15
"""No minute before this one is late: five minutes lie between it and those that it is held against.  [min]"""
LEAST_KNOWN = 5
"""So many of the late minutes a run must hold."""
STEADY_SPM = 2.0
"""A watch counts whole strides of one foot, two steps: what lies within this to either side is called the same."""


class Change(StrEnum):
    """What the late minutes say."""

    LOWER = "lower"
    HIGHER = "higher"
    STEADY = "steady"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class LateCadence:
    """Late minutes against the same runs' minutes 5-10.

    first, last   the late minutes, counted from 0.
    runs          how many hold enough of them.
    median, low, high   of the runs' mean change there, with its 95 % interval.  [steps/min]
    """

    first: int
    last: int
    runs: int
    median: float
    low: float
    high: float

    @property
    def change(self) -> Change:
        """The same only where the whole interval says so; lower or higher only where all of it lies on one side of 0."""
        if self.low >= -STEADY_SPM and self.high <= STEADY_SPM:
            return Change.STEADY
        if self.high < 0:
            return Change.LOWER
        return Change.HIGHER if self.low > 0 else Change.UNCLEAR


def late_cadence(drift: Drift) -> LateCadence | None:
    """None where too few runs go on for long enough."""
    late = drift.drawn[-LATE_MIN:]
    late = late[late >= FIRST_LATE]
    if len(late) < LEAST_KNOWN:
        return None
    change = drift.change[:, late]
    held = change[np.isfinite(change).sum(axis=1) >= LEAST_KNOWN]
    if len(held) < LEAST_RUNS:
        return None
    each = np.nanmean(held, axis=1)
    return LateCadence(int(late[0]), int(late[-1]), len(each), float(np.median(each)), *median_interval(each))
