"""Recordings made once and moved to another day: thousands of files for the price of a few dozen.

The scanner of FIT stamps below is written for the files of this generator alone (little-endian, plain headers), and shares
nothing with the product's decoder.
"""

import datetime as dt
import re
import struct
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import fastcrc
import numpy as np
import numpy.typing as npt

from sampledata.fit_profile import fit_time
from sampledata.plan import TIMEZONE

_ZONE = ZoneInfo(TIMEZONE)
_TIMESTAMP = 253
_STAMPS = {(0, 4), (18, 2), (19, 2)}  # file_id.time_created, session.start_time, lap.start_time
_LOCAL = (34, 5)  # activity.local_timestamp
_STAMP = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")


@dataclass(frozen=True, eq=False)
class FitTemplate:
    """A FIT file and where its times stand.

    start    UTC instant that `at` moves.   stamps, locals_   shape (n,): byte offsets of UTC and of local times.
    """

    data: bytes
    start: dt.datetime
    stamps: npt.NDArray[np.int64]
    locals_: npt.NDArray[np.int64]

    def at(self, start: dt.datetime) -> bytes:
        """The same recording as if it had begun at `start`, UTC; its local time follows the clock of that day."""
        shift = fit_time(start) - fit_time(self.start)
        clock = round((_offset(start) - _offset(self.start)).total_seconds())
        moved = np.frombuffer(self.data, np.uint8).copy()
        _add(moved, self.stamps, shift)
        _add(moved, self.locals_, shift + clock)
        body = moved[:-2].tobytes()
        return body + struct.pack("<H", fastcrc.crc16.arc(body))


def fit_template(data: bytes, start: dt.datetime) -> FitTemplate:
    """Find the times of a file that FitBuilder made."""
    stamps: list[int] = []
    locals_: list[int] = []
    layouts: dict[int, tuple[int, list[int], list[int]]] = {}
    at, end = data[0], len(data) - 2
    while at < end:
        header = data[at]
        at += 1
        if header & 0x40:
            message, count = struct.unpack_from("<HB", data, at + 2)
            layouts[header & 0x0F] = _layout(message, data[at + 5 : at + 5 + 3 * count])
            at += 5 + 3 * count
        else:
            size, times, clocks = layouts[header & 0x0F]
            stamps += [at + offset for offset in times]
            locals_ += [at + offset for offset in clocks]
            at += size
    return FitTemplate(data, start, np.array(stamps, np.int64), np.array(locals_, np.int64))


def _layout(message: int, fields: bytes) -> tuple[int, list[int], list[int]]:
    """Size of a data message, and the offsets in it of UTC and local times."""
    offset, times, clocks = 0, [], []
    for number, size in zip(fields[::3], fields[1::3], strict=True):
        if number == _TIMESTAMP or (message, number) in _STAMPS:
            times.append(offset)
        elif (message, number) == _LOCAL:
            clocks.append(offset)
        offset += size
    return offset, times, clocks


def _add(data: npt.NDArray[np.uint8], offsets: npt.NDArray[np.int64], seconds: int) -> None:
    where = offsets[:, None] + np.arange(4)
    values = np.ascontiguousarray(data[where]).view("<u4") + np.uint32(seconds % 2**32)
    data[where] = values.view(np.uint8)


@dataclass(frozen=True, eq=False)
class TextTemplate:
    """A GPX or TCX file, taken apart at its times. `{name}` in it is the activity's name, already escaped.

    parts   what stands before, between and behind the times.   times   shape (n,), s since 1970.
    """

    parts: tuple[str, ...]
    times: npt.NDArray[np.int64]
    start: dt.datetime

    def at(self, start: dt.datetime, name: str = "") -> bytes:
        """The same recording as if it had begun at `start`, UTC."""
        shift = round((start - self.start).total_seconds())
        stamps = np.datetime_as_string((self.times + shift).astype("datetime64[s]"), unit="s").tolist()
        pieces: list[Any] = [""] * (2 * len(stamps) + 1)
        pieces[::2], pieces[1::2] = self.parts, stamps
        for early in range(0, min(5, len(pieces)), 2):  # the name stands before the first point
            pieces[early] = pieces[early].replace("{name}", name)
        return "".join(pieces).encode()


def text_template(text: str, start: dt.datetime) -> TextTemplate:
    """Take a GPX or TCX text apart."""
    pieces = _STAMP.split(text)
    times = np.array(pieces[1::2], dtype="datetime64[s]").astype(np.int64)
    return TextTemplate(tuple(pieces[::2]), times, start)


def _offset(moment: dt.datetime) -> dt.timedelta:
    offset = moment.astimezone(_ZONE).utcoffset()
    return dt.timedelta(0) if offset is None else offset
