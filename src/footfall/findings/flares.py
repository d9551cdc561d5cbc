"""Days on which the back hurts clearly more than usual: for rule P9."""

import numpy as np
from numpy.typing import NDArray

USUAL_DAYS = 28
MIN_USUAL = 7
ABOVE = 2.0
"""A flare is so many points above the usual (Ostelo 2008). Differs: 1. there it is the smallest improvement that matters; here it
is taken for a worsening."""


def flares(worst: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """First days of flares, and the days on which one could be told.

    worst    worst back pain of each day, NaN unknown.
    Usual    is the median of the days with a score of the 28 days before, at least 7 of them: below that nothing is told.
    Days of a flare that follow each other without a day between are one flare.
    """
    high = np.zeros(len(worst), dtype=bool)
    told = np.zeros(len(worst), dtype=bool)
    for day in np.flatnonzero(~np.isnan(worst)):
        before = worst[max(day - USUAL_DAYS, 0) : day]
        known = before[~np.isnan(before)]
        if len(known) >= MIN_USUAL:
            told[day] = True
            high[day] = worst[day] >= np.median(known) + ABOVE
    first = high & ~np.concatenate(([False], high[:-1]))
    return np.flatnonzero(first), told
