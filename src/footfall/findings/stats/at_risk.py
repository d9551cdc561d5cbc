"""Time at risk: how long all runs together were watched and still free of pain, between two minutes of a run."""

import numpy as np

from footfall.model.intervals import FloatArray


def minutes_at_risk(ends: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    """Minutes that all runs together spent in each span while an onset was still possible.

    ends        shape (n,), minute at which each run left: its onset, or its end free of pain.  [min since the start of the run]
    low, high   shape (k,), the spans, 0 <= low <= high; high may be infinite.  [min]
    Returns     shape (k,).  [min]
    Raises      ValueError for an end that is not finite or is negative.
    """
    ends = np.sort(np.asarray(ends, dtype=np.float64))
    if ends.size and not (np.isfinite(ends[-1]) and ends[0] >= 0):
        raise ValueError("ends must be finite and not negative")
    return _until(ends, np.asarray(high, dtype=np.float64)) - _until(ends, np.asarray(low, dtype=np.float64))


def _until(ascending: FloatArray, minute: FloatArray) -> FloatArray:
    """Minutes of all runs before a minute of the run: sum of min(end, minute)."""
    longest = ascending[-1] if ascending.size else 0.0
    minute = np.minimum(minute, longest)
    gone = np.searchsorted(ascending, minute, side="right")
    summed = np.concatenate([[0.0], np.cumsum(ascending)])
    return np.asarray(summed[gone] + minute * (ascending.size - gone), dtype=np.float64)
