"""Pauses: from each stop of the timer to the next start.

Source: Garmin FIT profile, types `event` and `event_type`.
"""

import math

import numpy as np

from footfall.formats.fit.clock import Clock
from footfall.formats.fit.columns import Table
from footfall.formats.fit.profile import Kind
from footfall.formats.fit.totals import cells
from footfall.model.intervals import Intervals

_TIMER = 0
_START = 0
_STOPS = frozenset({1, 4, 8, 9})
"""stop, stop_all, stop_disable, stop_disable_all"""


def pauses(table: Table | None, clock: Clock) -> Intervals:
    """Pauses by the timer events of a recording. The last stop, with no start after it, is the end and no pause."""
    if table is None:
        return Intervals.none()
    read = cells(table, Kind.EVENT, ("timestamp", "event", "event_type"))
    when = clock.since_start(read["timestamp"])
    changes = [
        (max(second, 0.0), kind in _STOPS)
        for second, event, kind in zip(when.tolist(), read["event"].tolist(), read["event_type"].tolist(), strict=True)
        if event == _TIMER and (kind in _STOPS or kind == _START) and not math.isnan(second)
    ]
    changes.sort(key=lambda change: change[0])
    starts: list[float] = []
    ends: list[float] = []
    for second, stops in changes:
        if stops and len(starts) == len(ends):  # a second stop while stopped says nothing new
            starts.append(second)
        elif not stops and len(starts) > len(ends):
            ends.append(second)
    return Intervals.covering(np.array(starts[: len(ends)]), np.array(ends))
