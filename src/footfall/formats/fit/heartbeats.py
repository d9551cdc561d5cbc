"""Heart rate that a chest strap kept by itself and handed over later, in messages of their own, brought to the records.

A strap counts time by a clock of its own, in 1/1024 s. A first message ties that clock to UTC; those that follow hold eight
beats, each with the lower 12 bits of its time. Source: Garmin FIT profile, message `hr` and its component field
`event_timestamp_12`.
"""

import numpy as np

from footfall.formats.fit.columns import ByteArray, Table
from footfall.formats.fit.profile import Kind
from footfall.formats.fit.totals import cells
from footfall.model.intervals import BoolArray, FloatArray, IntArray

_PER_S = 1024.0
_LOW = 0xFFF
_BEATS, _PACKED = 8, 12
"""Beats of one message, and the bytes that their times are packed into."""
_STALE_S = 5.0
"""How long a heart rate holds that no newer one replaces."""


def beats(table: Table | None) -> tuple[FloatArray, FloatArray]:
    """When each heart rate was taken, and what it was, in file order.  [s, as the records count; 1/min]"""
    if table is None:
        return np.empty(0), np.empty(0)
    read = cells(table, Kind.HR, ("timestamp", "fractional_timestamp", "event_timestamp", "filtered_bpm"))
    fraction = np.where(np.isnan(read["fractional_timestamp"]), 0.0, read["fractional_timestamp"])
    full = np.round(read["event_timestamp"] * _PER_S)
    tie = np.where(np.isnan(full), np.nan, read["timestamp"] + fraction - full / _PER_S)
    packed, rates = table.octets(10, _PACKED), table.octets(6, _BEATS)
    count = len(table)
    times = np.full((count, 1 + _BEATS), -1, dtype=np.int64)
    values = np.full((count, 1 + _BEATS), np.nan)
    tied = ~np.isnan(tie)
    times[tied, 0] = full[tied].astype(np.int64)
    values[tied, 0] = read["filtered_bpm"][tied]
    if packed is not None and rates is not None:
        there = ~(packed == 0xFF).all(axis=1)
        times[there, 1:] = _unpacked(packed[there])
        values[there, 1:] = np.where(rates[there] == 0xFF, np.nan, rates[there].astype(np.float64))
    slot = times.ravel() >= 0
    fixed = np.zeros((count, 1 + _BEATS), dtype=np.bool_)
    fixed[tied, 0] = True
    when = _resolved(times.ravel()[slot], fixed.ravel()[slot], np.repeat(tie, 1 + _BEATS)[slot])
    rate = values.ravel()[slot]
    sound = ~np.isnan(when) & (rate > 0)
    return when[sound], rate[sound]


def heart_rate_bpm(times: FloatArray, when: FloatArray, rate: FloatArray) -> FloatArray:
    """The mean heart rate since the record before, over at most 5 s, at each record; the last one where none is that new.

    times       of the records, shape (n,); NaN where one has none.  [s]
    when, rate  as `beats` gives them, shape (k,).
    Returns     shape (n,); NaN where none was taken.  [1/min]
    """
    order = np.argsort(when, kind="stable")
    when, rate = when[order], rate[order]
    total = np.concatenate([[0.0], np.cumsum(rate)])
    clock = np.where(np.isnan(times), -np.inf, times)
    after = np.searchsorted(when, clock, side="right")
    before = np.minimum(np.concatenate([[0], after[:-1]]), after)
    first = np.maximum(before, np.searchsorted(when, clock - _STALE_S))
    last = np.maximum(after - 1, 0)
    held = (after > 0) & (clock - when[last] <= _STALE_S) if len(when) else np.zeros(len(times), dtype=np.bool_)
    counted = after - first
    found = np.full(len(times), np.nan)
    several = held & (counted > 0)
    found[several] = (total[after] - total[first])[several] / counted[several]
    alone = held & (counted <= 0)
    found[alone] = rate[last[alone]]
    return found


def _unpacked(packed: ByteArray) -> IntArray:
    """Eight numbers of 12 bits out of twelve bytes each, the lowest bits first, shape (n, 8)."""
    three = packed.astype(np.int64).reshape(len(packed), -1, 3)
    low = three[..., 0] | (three[..., 1] & 0x0F) << 8
    high = three[..., 1] >> 4 | three[..., 2] << 4
    return np.stack([low, high], axis=-1).reshape(len(packed), _BEATS)


def _resolved(ticks: IntArray, fixed: BoolArray, tie: FloatArray) -> FloatArray:
    """Seconds of each beat: the first moment with those 12 bits at or after the beat before it; NaN before any tie to UTC."""
    moved = np.diff(ticks & _LOW, prepend=ticks[:1] & _LOW) & _LOW
    moved[fixed] = 0
    total = np.cumsum(moved)
    last = np.maximum.accumulate(np.where(fixed, np.arange(len(ticks)), -1)) if len(ticks) else np.empty(0, dtype=np.int64)
    found: FloatArray = np.where(last >= 0, tie[last] + (ticks[last] + total - total[last]) / _PER_S, np.nan)
    return found
