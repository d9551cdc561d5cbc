"""Cadence from a count of cycles, for watches that record the count and no cadence.

On foot a cycle is a stride. Source: Garmin FIT profile, record fields `total_cycles` and `cycles`, which is the lower byte of it.
"""

import numpy as np

from footfall.formats.fit.columns import Table
from footfall.formats.fit.profile import Kind, profile
from footfall.model.intervals import FloatArray

_ROLLS_OVER_AT = 256
_SPAN_S = 10.0
"""What the cadence at a record is counted over: a stride in a span of one second would be 60 a minute."""
_LONGEST_S = 120.0
"""Between two counts: nobody makes 256 strides in less, and so no roll-over is missed."""


def cycles(records: Table) -> FloatArray | None:
    """Cycles since the first record, shape (n,); NaN where not recorded. None where no record counts any."""
    fields = profile().fields[Kind.RECORD]
    total = records.numbers(fields["total_cycles"].number)
    if total is not None and not np.isnan(total).all():
        return total
    low = records.numbers(fields["cycles"].number)
    if low is None or np.isnan(low).all():
        return None
    found = np.full(len(low), np.nan)
    known = ~np.isnan(low)
    found[known] = np.cumsum(np.diff(low[known], prepend=low[known][:1]) % _ROLLS_OVER_AT)
    return found


def cadence_per_min(times: FloatArray, count: FloatArray) -> FloatArray:
    """Cycles per minute around each record, from the counts up to 5 s before and after it, and from its neighbours at least.

    times    of the records, shape (n,); NaN where one has none.  [s]
    count    as `cycles` gives it, shape (n,).
    Returns  shape (n,); NaN where no other count is near. Nothing is counted across more than 120 s without one, nor across a
             count that goes back, as after a restart.  [1/min]
    """
    found = np.full(len(count), np.nan)
    known = np.flatnonzero(~np.isnan(times) & ~np.isnan(count))
    if len(known) < 2:
        return found
    at, counted = np.maximum.accumulate(times[known]), count[known]
    here = np.arange(len(known))
    # Stretches that are counted through: what lies between two of them is not known.
    stretch = np.concatenate([[0], np.cumsum((np.diff(at) > _LONGEST_S) | (np.diff(counted) < 0))])
    first = np.minimum(np.searchsorted(at, at - _SPAN_S / 2), here - 1)
    last = np.maximum(np.searchsorted(at, at + _SPAN_S / 2, side="right") - 1, here + 1)
    first = np.maximum(first, np.searchsorted(stretch, stretch))
    last = np.minimum(last, np.searchsorted(stretch, stretch, side="right") - 1)
    lasted, cycled = at[last] - at[first], counted[last] - counted[first]
    sound = lasted > 0
    found[known[sound]] = cycled[sound] / lasted[sound] * 60
    return found
