"""Foster's monotony and strain of a week of daily loads."""

import math

import numpy as np

from footfall.model.intervals import FloatArray

LEAST_SPREAD = 0.05
"""Below this share of the mean the spread of a week is none: the ratio would be of nothing."""

MIN_LOADED = 2
"""Days with a load in them; below, a week has no rhythm."""


def monotony(daily: FloatArray) -> float:
    """Mean of the daily loads over their spread.  [1]

    daily    shape (n,): the load of each day of a week, 0 at rest, NaN = not known.
    Returns  NaN where a day is not known, with fewer than two loaded days, or with a spread under 5 % of the mean.
    Source   Foster 1998, doi:10.1097/00005768-199807000-00023. Differs: 1. population standard deviation: a week is all its
             days, no sample of them. 2. no number where the spread is next to nothing.
    """
    if np.isnan(daily).any() or np.count_nonzero(daily > 0) < MIN_LOADED:
        return math.nan
    mean, spread = float(np.mean(daily)), float(np.std(daily))
    return math.nan if spread < LEAST_SPREAD * mean else mean / spread


def strain(daily: FloatArray) -> float:
    """Sum of the daily loads times monotony, in their unit; NaN where either is not known."""
    return float(np.sum(daily)) * monotony(daily)
