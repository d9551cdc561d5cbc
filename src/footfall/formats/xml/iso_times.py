"""Times as XML files write them (ISO 8601 and what apps take for it) to instants, many at once."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from footfall.model.intervals import BoolArray, IntArray

_USUAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?")
_ANY = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d)?)?", re.IGNORECASE
)
_EPOCH = dt.datetime(1970, 1, 1)
_MICROSECOND = dt.timedelta(microseconds=1)
_MICROSECONDS_WIDTH = len("2026-05-03T06:12:09.123456")


_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_ZONE = re.compile(r"(?:[Zz]|[+-]\d\d:?\d*)\s*$")


@dataclass(frozen=True, eq=False)
class Instants:
    """Instants of n texts.

    us        shape (n,); microseconds since 1970-01-01T00:00Z; 0 where unknown.
    known     shape (n,); False where the text is blank or no time.
    offset_s  local time minus UTC, by the first text that states one other than zero (`Z` and `+00:00` say nothing about
              where the runner was); None where none does. Times without a zone are taken as UTC.
    zoneless  True where the first of them names none, not even `Z`.
    """

    us: IntArray
    known: BoolArray
    offset_s: int | None
    zoneless: bool = False


def to_instants(texts: Sequence[str]) -> Instants:
    """Instants of many texts, in their order."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    if np.all(lengths == lengths[:1]):
        return _of_one_length(texts)
    us = np.zeros(len(texts), dtype=np.int64)
    known = np.zeros(len(texts), dtype=np.bool_)
    offsets: list[int | None] = []
    zoneless = False
    for length in np.unique(lengths):  # some apps leave out a fraction of zero
        rows = np.flatnonzero(lengths == length)
        found = _of_one_length([texts[int(row)] for row in rows])
        us[rows], known[rows] = found.us, found.known
        offsets.append(found.offset_s)
        zoneless |= found.zoneless
    return Instants(us, known, next((offset for offset in offsets if offset is not None), None), zoneless)


def to_instant(text: str) -> tuple[int, int] | None:
    """Microseconds since 1970 and the stated offset [s] of one text; None when it is no time."""
    found = _ANY.fullmatch(text.strip())
    if found is None:
        return None
    # parts that are not written: on the minute, in UTC
    year, month, day, hour, minute, second, fraction, _, sign, offset_h, offset_min = found.groups(default="0")
    offset_s = (int(offset_h) * 60 + int(offset_min)) * 60 * (-1 if sign == "-" else 1)
    try:
        date = dt.datetime(int(year), int(month), int(day), int(hour), int(minute))
    except ValueError:  # the 31st of February, 25 o'clock
        return None
    us = int(fraction.ljust(6, "0")[:6])
    return (date - _EPOCH) // _MICROSECOND + (int(second) - offset_s) * 1_000_000 + us, offset_s


def _of_one_length(texts: Sequence[str]) -> Instants:
    return (_alike(texts) if texts else None) or _one_by_one(texts)


def _alike(texts: Sequence[str]) -> Instants | None:
    """Texts of one length at once, when they are written alike, as in nearly every file; None when they are not."""
    usual = _USUAL.fullmatch(texts[0])
    if usual is None:
        return None
    zone = usual.group(1) or ""
    end = len(texts[0]) - len(zone)
    try:
        characters = np.frombuffer("".join(texts).encode("ascii"), dtype=np.uint8).reshape(len(texts), -1)
        digits = (characters - ord("0")) < 10  # of unsigned bytes: what stands before "0" becomes large
        differs = characters != characters[0]
        if np.any(digits != digits[0]) or np.any(differs & ~digits[0]) or np.any(differs[:, end:]):
            return None
        if not _all_in_the_calendar(characters):
            return None
        width = min(end, _MICROSECONDS_WIDTH)  # finer than a microsecond is cut off
        written = np.ascontiguousarray(characters[:, :width]).view(f"S{width}").ravel()
        local = written.astype("datetime64[us]").astype(np.int64)
    except ValueError:  # not ASCII, or the 13th month
        return None
    offset_s = _offset_s(zone)
    return Instants(local - offset_s * 1_000_000, np.ones(len(texts), dtype=np.bool_), offset_s or None, not zone)


def _all_in_the_calendar(characters: npt.NDArray[np.uint8]) -> bool:
    """Whether every text is a moment that exists. Others are not for NumPy, which raises without the GIL and so ends the process.

    characters  shape (n, length): `2026-05-03T06:12:09…`, digits where digits are meant.
    """

    def number(first: int, last: int) -> npt.NDArray[np.int16]:
        value = np.zeros(len(characters), dtype=np.int16)
        for place in range(first, last):
            value = value * 10 + (characters[:, place] - ord("0"))
        return value

    year, month, day = number(0, 4), number(5, 7), number(8, 10)
    if not (np.all(month >= 1) and np.all(month <= 12)):
        return False
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    most = _DAYS[month] + (leap & (month == 2))
    clock = (number(11, 13) <= 23) & (number(14, 16) <= 59) & (number(17, 19) <= 59)
    return bool(np.all((day >= 1) & (day <= most) & clock))


def _offset_s(zone: str) -> int:
    if zone in {"", "Z"}:
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -seconds if zone[0] == "-" else seconds


def _one_by_one(texts: Sequence[str]) -> Instants:
    us = np.zeros(len(texts), dtype=np.int64)
    known = np.zeros(len(texts), dtype=np.bool_)
    stated: int | None = None
    zoneless = False
    for row, text in enumerate(texts):
        instant = to_instant(text)
        if instant is not None:
            zoneless |= _ZONE.search(text) is None
            us[row], offset_s = instant
            known[row] = True
            stated = stated if stated is not None else (offset_s or None)
    return Instants(us, known, stated, zoneless)
