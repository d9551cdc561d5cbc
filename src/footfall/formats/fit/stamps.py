"""When each message was written, compressed timestamps included.

A message with a compressed header carries only the lowest five bits of its time; the rest is that of the last time written before
it, in whatever message, moved on by up to 31 s.

Source: Garmin FIT protocol, "Compressed Timestamp Header".
"""

from collections.abc import Sequence

import numpy as np

from footfall.errors import UnsupportedFileError
from footfall.formats.fit.clock import in_range
from footfall.formats.fit.columns import BlockTable, Rows
from footfall.formats.fit.profile import TIMESTAMP
from footfall.formats.fit.scan import COMPRESSED, Block
from footfall.model.intervals import FloatArray, IntArray

_LOW = 0x1F
MOST_STAMPED = 3_000_000
"""Messages among which compressed headers are followed. Only old watches write such headers, and they held a day of messages."""


def times(data: bytes, table: BlockTable, everything: Sequence[Block]) -> FloatArray:
    """Time of each message of a table, shape (n,); NaN where it has none.  [s, FIT epoch or since the device was switched on]

    everything   all blocks of the part: any message can move the clock that compressed headers count from.
    Raises       UnsupportedFileError `too-large` where headers are compressed and there are more messages than are followed.
    """
    if (table.heads() & COMPRESSED).any():
        if sum(len(block) for block in everything) > MOST_STAMPED:
            limit = f"{MOST_STAMPED:,} messages with compressed times"
            raise UnsupportedFileError("too-large.points", reason="too-large", limit=limit)
        offsets, resolved = _resolve(data, everything)
        found = np.searchsorted(offsets, table.offsets())
        inside = np.minimum(found, len(offsets) - 1)
        return np.where(offsets[inside] == table.offsets(), resolved[inside], np.nan)
    written = table.numbers(TIMESTAMP)
    return np.full(len(table), np.nan) if written is None else written


def _resolve(data: bytes, everything: Sequence[Block]) -> tuple[IntArray, FloatArray]:
    """Offset and time of every message that has one, in file order; NaN where nothing before it tells the time."""
    where, lows, absolute = [], [], []
    for block in everything:
        rows = Rows(data, block)
        heads = rows.heads()
        compressed = (heads & COMPRESSED) != 0
        written = rows.numbers(TIMESTAMP)
        full = np.full(len(rows), np.nan) if written is None else in_range(written)  # a damaged type can make 1e300 of it
        keep = compressed | ~np.isnan(full)
        where.append(rows.offsets()[keep])
        lows.append((heads & _LOW)[keep].astype(np.int64))
        absolute.append(np.where(compressed, np.nan, full)[keep])
    offsets, low, known = (np.concatenate(pieces) for pieces in (where, lows, absolute))
    order = np.argsort(offsets, kind="stable")
    offsets, low, known = offsets[order], low[order], known[order]
    fixed = ~np.isnan(known)
    seconds = np.where(fixed, known, 0).astype(np.int64)
    low = np.where(fixed, seconds & _LOW, low)
    moved = np.diff(low, prepend=low[:1]) & _LOW
    moved[fixed] = 0
    total = np.cumsum(moved)
    last = np.maximum.accumulate(np.where(fixed, np.arange(len(low)), -1))
    resolved = np.where(last >= 0, seconds[last] + total - total[last], np.nan)
    return offsets, resolved
