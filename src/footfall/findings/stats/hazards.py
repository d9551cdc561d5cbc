"""How often pain begins in each part of a run, per hour at risk: never a histogram of onsets, in which short runs make a peak."""

import math
from dataclasses import dataclass

import numpy as np

from footfall.findings.stats.at_risk import minutes_at_risk
from footfall.findings.stats.quantiles import poisson_mean_quantile
from footfall.model.intervals import FloatArray

BIN_MIN = 5.0
"""Width of the bins.  [min]"""

LEVEL = 0.95
"""Of the interval around each rate."""

MIN_PER_H = 60.0


@dataclass(frozen=True, eq=False)
class Hazards:
    """Onsets per hour at risk, by bin of the run. Arrays shape (k,), from minute 0 to the last minute that any run reached.

    begin, end   of the bin; an onset at `end` is in the next one.  [min since the start of the run]
    onsets       how many.
    at_risk      minutes that all runs together spent in the bin and were still free of pain.  [min]
    per_hour     onsets per hour at risk; NaN where nobody was at risk.  [1/h]
    low, high    its exact 95 % interval; NaN where nobody was at risk.  [1/h]
    """

    begin: FloatArray
    end: FloatArray
    onsets: FloatArray
    at_risk: FloatArray
    per_hour: FloatArray
    low: FloatArray
    high: FloatArray


def hazards(onsets: FloatArray, free: FloatArray, width_min: float = BIN_MIN) -> Hazards:
    """Onsets per hour at risk in bins of a run.

    onsets      shape (n,), minute at which pain began, >= 0.  [min]
    free        shape (m,), minute at which a run ended free of pain, >= 0.  [min]
    width_min   of a bin, > 0.  [min]
    Returns     no bin at all where nothing was watched.
    Raises      ValueError for a minute that is not finite or is negative, or a width that is not positive.
    Source      Garwood 1936, Biometrika 28:437, for the interval: exact for a Poisson count in a known time at risk.
    """
    if not width_min > 0:
        raise ValueError("a bin must have a width")
    onsets = np.asarray(onsets, dtype=np.float64)
    ends = np.concatenate([onsets, np.asarray(free, dtype=np.float64)])
    if not np.all(np.isfinite(ends) & (ends >= 0)):
        raise ValueError("minutes must be finite and not negative")
    last = max(ends.max(), np.nextafter(onsets.max(initial=0.0), np.inf)) if ends.size else 0.0  # an onset at an edge opens a bin
    count = math.ceil(last / width_min)
    edges = width_min * np.arange(count + 1)
    counted = np.bincount(np.searchsorted(edges, onsets, side="right") - 1, minlength=count).astype(np.float64)
    at_risk = minutes_at_risk(ends, edges[:-1], edges[1:])
    hours = np.where(at_risk > 0, at_risk / MIN_PER_H, np.nan)
    tail = (1 - LEVEL) / 2
    low = np.array([poisson_mean_quantile(tail, int(events)) if events > 0 else 0.0 for events in counted])
    high = np.array([poisson_mean_quantile(1 - tail, int(events) + 1) for events in counted])
    return Hazards(edges[:-1], edges[1:], counted, at_risk, counted / hours, low / hours, high / hours)
