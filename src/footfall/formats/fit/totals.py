"""Sessions and laps: totals as the device closed them."""

import math
from collections.abc import Mapping

import numpy as np

from footfall.formats.fit.clock import Clock
from footfall.formats.fit.columns import Table
from footfall.formats.fit.profile import Kind, profile
from footfall.model.intervals import FloatArray
from footfall.model.run import Lap, Session

ON_FOOT = (1.0, 11.0, 17.0)
"""Running, walking, hiking: the sports whose `total_cycles` are strides; strokes and turns of a crank in the others."""
_SESSION = (
    "timestamp", "start_time", "sport", "sub_sport", "total_elapsed_time", "total_timer_time", "total_distance",
    "total_ascent", "total_descent", "total_cycles", "workout_feel", "workout_rpe",
)  # fmt: skip
_LAP = ("timestamp", "start_time", "total_elapsed_time", "total_distance", "lap_trigger", "intensity")


def cells(table: Table | None, kind: Kind, names: tuple[str, ...]) -> dict[str, FloatArray]:
    """Fields by name in the profile's units, each shape (n,); NaN where not recorded, and of length 0 without a table."""
    if table is None:
        return dict.fromkeys(names, np.empty(0))
    fields = profile().fields[kind]
    found: dict[str, FloatArray] = {}
    for name in names:
        stored = table.numbers(fields[name].number)
        found[name] = np.full(len(table), np.nan) if stored is None else fields[name].value(stored)
    return found


def sessions(table: Table | None, clock: Clock, last_s: float) -> tuple[Session, ...]:
    """Every session, in file order.

    last_s   time of the last record, for a session that does not say when it ended.  [s since start]
    """
    read = cells(table, Kind.SESSION, _SESSION)
    starts, ends = _spans(read, clock)
    ends = np.where(np.isnan(ends), last_s, ends)
    return tuple(_session(read, index, float(starts[index]), float(ends[index])) for index in range(len(starts)))


def laps(table: Table | None, clock: Clock) -> tuple[Lap, ...]:
    """Every lap that tells when it was, in file order."""
    read = cells(table, Kind.LAP, _LAP)
    starts, ends = _spans(read, clock)
    return tuple(
        Lap(
            start_s=float(starts[index]),
            end_s=float(ends[index]),
            trigger=_name("lap_trigger", read["lap_trigger"][index]),
            distance_m=_known(read["total_distance"][index]),
            intensity=_name("intensity", read["intensity"][index]),
        )
        for index in np.flatnonzero(~np.isnan(ends))
    )


def _spans(read: Mapping[str, FloatArray], clock: Clock) -> tuple[FloatArray, FloatArray]:
    """Start and end of each, from 0 on; the end is NaN where neither it nor the length is recorded.  [s since start]

    The elapsed time is believed before the time the message was written, which can be minutes later.
    """
    written = clock.since_start(read["timestamp"])
    elapsed = read["total_elapsed_time"]
    starts = clock.since_start(read["start_time"])
    starts = np.where(np.isnan(starts), written - elapsed, starts)
    starts = np.maximum(np.where(np.isnan(starts), 0.0, starts), 0.0)
    ends = starts + elapsed
    ends = np.where(np.isnan(ends), written, ends)
    return starts, np.where(np.isnan(ends), np.nan, np.maximum(ends, starts))


def _session(read: Mapping[str, FloatArray], index: int, start_s: float, end_s: float) -> Session:
    cycles = read["total_cycles"][index]
    strides = not math.isnan(cycles) and read["sport"][index] in ON_FOOT
    return Session(
        start_s=start_s,
        end_s=max(start_s, end_s),
        sport=_name("sport", read["sport"][index]),
        sub_sport=_name("sub_sport", read["sub_sport"][index]),
        elapsed_s=_known(read["total_elapsed_time"][index]),
        timer_s=_known(read["total_timer_time"][index]),
        distance_m=_known(read["total_distance"][index]),
        ascent_m=_known(read["total_ascent"][index]),
        descent_m=_known(read["total_descent"][index]),
        total_strides=int(cycles) if strides else None,
        workout_feel=_known(read["workout_feel"][index]),
        workout_rpe=_known(read["workout_rpe"][index]),
    )


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _name(kind: str, value: float) -> str | None:
    return None if math.isnan(value) else profile().name(kind, value)
