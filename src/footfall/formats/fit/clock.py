"""The recording's clock: when it began, which of its times can be believed, and where local time stands.

Source: Garmin FIT protocol, type `date_time`: seconds since 1989-12-31T00:00Z;
below 0x10000000, since the device was switched on.
"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from footfall.errors import RunFileError
from footfall.formats.limits import is_within
from footfall.model.intervals import BoolArray, FloatArray

EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)
_SINCE_SWITCHED_ON = 0x10000000
_EARLIEST = (dt.datetime(2000, 1, 1, tzinfo=dt.UTC) - EPOCH).total_seconds()
"""No watch wrote FIT before; an unset clock says 1989."""
_LONGEST_S = 31 * 86_400.0
"""No recording lasts longer: a time further from the others is a damaged byte."""
_LEAD_S = 86_400.0
"""How long before its first point a session may have begun."""
_QUARTER_S = 900.0
_FARTHEST_S = 14 * 3600.0
_SLACK_S = 60.0
"""How far from a quarter of an hour the difference of two clocks may be."""


class Dated(Enum):
    """How the instant of the start is known."""

    WRITTEN = auto()
    """As the records have it."""
    CORRELATED = auto()
    """They count from when the device was switched on; the file says elsewhere what UTC that was."""
    LOCAL = auto()
    """They count from when the device was switched on; only the runner's local time is known, and stands as if it were UTC."""


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """What a file tells of its clocks beside its records, each shape (k,); NaN where it does not.  [s, as in the file]

    written, local        time and local time of its activity messages.
    utc, system, zoned    of its timestamp_correlation messages: UTC, the clock that its records count by, and local time.
    """

    written: FloatArray
    local: FloatArray
    utc: FloatArray
    system: FloatArray
    zoned: FloatArray


@dataclass(frozen=True, eq=False, slots=True)
class Clock:
    """What turns a file's times into seconds since the start.

    start          instant of second 0.
    origin         the file's own time at that instant.  [s]
    dated          how the instant is known.
    utc_offset_s   local time minus UTC as the file tells it; None where it does not.
    """

    start: dt.datetime
    origin: float
    dated: Dated
    utc_offset_s: int | None

    def since_start(self, times: FloatArray) -> FloatArray:
        """Seconds since the start; NaN where a time is missing or cannot belong to this recording.  [s]"""
        seconds = times - self.origin
        if is_within(seconds, -_LONGEST_S, _LONGEST_S):
            return seconds
        return np.where(np.abs(seconds) <= _LONGEST_S, seconds, np.nan)


def read_clock(times: FloatArray, session_starts: FloatArray, told: Told) -> Clock:
    """The clock of a recording.

    times            of its records; NaN where one has none.  [s, as in the file]
    session_starts   of its sessions.
    Raises           RunFileError: `no-time` where no record has any, `bad-clock` where the date is not known.
    """
    times = in_range(times)
    known = _those(times, ~np.isnan(times))
    if not known.size:
        raise RunFileError("no-time", reason="no-time")
    sane = _those(known, known >= _EARLIEST)
    shift, dated = 0.0, Dated.WRITTEN
    if not sane.size:
        shift, dated = _shift(known, told)
        sane = known
    origin = _origin(_those(sane, believable(sane)), session_starts)
    offset = None if dated is Dated.LOCAL else _offset_s(told, shift)
    return Clock(EPOCH + dt.timedelta(seconds=origin + shift), origin, dated, offset)


def believable(times: FloatArray) -> BoolArray:
    """True where a time lies within a month of most others, shape (n,); a time before 2000 among later ones does not."""
    if times.size and np.ptp(times) <= _LONGEST_S:
        return np.ones(times.shape, dtype=np.bool_)
    middle = np.sort(times)[times.size // 2]  # one of them, so that at least one is believed
    near: BoolArray = np.abs(times - middle) <= _LONGEST_S
    return near


def in_range(times: FloatArray) -> FloatArray:
    """Times that 32 bits can hold; NaN for others, which a damaged type can make of them."""
    if is_within(times, 0.0, 2.0**32 - 1):
        return times
    return np.where((times >= 0) & (times < 2.0**32), times, np.nan)


def _those(values: FloatArray, wanted: BoolArray) -> FloatArray:
    """The wanted ones: mostly all of them, and then without a copy."""
    return values if wanted.all() else values[wanted]


def _offset_s(told: Told, shift: float) -> int | None:
    """Local time minus UTC as the last activity message that tells both has it, else the last correlation; else None."""
    written = np.where(told.written < _SINCE_SWITCHED_ON, told.written + shift, told.written) if shift else told.written
    by_activity = _offset_of(written, told.local)
    return _offset_of(told.utc, told.zoned) if by_activity is None else by_activity


def _offset_of(utc: FloatArray, local: FloatArray) -> int | None:
    """The last pair's difference, where it is a zone's.

    Exactly 0 counts as not told: watches that do not know the zone (COROS) write the same time twice.
    """
    if not utc.size:
        return None
    utc, local = in_range(utc), in_range(local)
    differences = (local - utc)[(utc >= _EARLIEST) & (local >= _EARLIEST)]
    if not differences.size:
        return None
    offset = float(np.round(differences[-1] / _QUARTER_S) * _QUARTER_S)
    if offset == 0.0 or abs(offset) > _FARTHEST_S or abs(offset - differences[-1]) > _SLACK_S:
        return None
    return int(offset)


def _origin(times: FloatArray, session_starts: FloatArray) -> float:
    """The session's start, where it lies shortly before the first record; else the first record."""
    first = float(np.min(times))
    before = session_starts[(session_starts <= first) & (session_starts >= first - _LEAD_S)]
    return float(np.min(before)) if before.size else first


def _shift(times: FloatArray, told: Told) -> tuple[float, Dated]:
    """What to add to times since the device was switched on, and what that makes them.

    From a message that has such a time and UTC; else from one that has it and local time.
    """
    pairs = (
        (told.system, told.utc, Dated.CORRELATED),
        (told.written, told.local, Dated.LOCAL),
        (told.system, told.zoned, Dated.LOCAL),
    )
    if np.max(times) < _SINCE_SWITCHED_ON:
        for counted, known, dated in pairs:
            counted, known = in_range(counted), in_range(known)
            usable = (counted < _SINCE_SWITCHED_ON) & (known >= _EARLIEST)
            if usable.any():
                return float((known - counted)[usable][-1]), dated
    found = EPOCH + dt.timedelta(seconds=float(times[0]))
    raise RunFileError("bad-clock", reason="bad-clock", found=found.date().isoformat())
