"""The interval round a median, from the order of the values alone."""

import math

import numpy as np

from footfall.findings.stats.clustering import binomial
from footfall.model.intervals import FloatArray

LEVEL = 0.95


def median_interval(values: FloatArray, level: float = LEVEL) -> tuple[float, float]:
    """Two of the values, between which the median of what they were drawn from lies with at least this chance.

    values   shape (n,), none NaN, independent of each other.
    Returns  the k-th smallest and the k-th largest, k as large as the level lets it be; NaN, NaN where n is too small for any.
    Source   Thompson 1936, Ann Math Stat 7:122, doi 10.1214/aoms/1177732502: how many of n values lie below the median is
             binomial with one half.
    """
    at_most = np.cumsum(binomial(len(values), 0.5))  # at_most[j]: the chance that j values or fewer lie below the median
    k = int(np.searchsorted(at_most, (1 - level) / 2, side="right"))
    if k == 0:
        return math.nan, math.nan
    ordered = np.sort(values)
    return float(ordered[k - 1]), float(ordered[-k])
