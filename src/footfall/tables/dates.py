"""Days and times of day as people write them; a day that could be two is refused, not guessed."""

import datetime as dt
import re

from footfall.tables.cell import CellError

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T].*)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[ T].*)?", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?:[ T].*)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.ASCII)
_DASHES = str.maketrans({"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"})
_YEARS = range(1970, 2101)


def read_day(text: str) -> dt.date:
    """`2026-05-03`, `2026/05/03`, `03.05.2026`; also `13/05/2026`, which can only be one day. A time after it is left aside.

    Raises CellError `date`, `date.no-such-day`, `date.two-days` (`05/03/2026`) or `date.year`.
    """
    plain = text.translate(_DASHES)
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _DAY_FIRST.fullmatch(plain):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHES.fullmatch(plain):
        return _only_day(int(found[4]), int(found[1]), int(found[3]))
    raise CellError("date")


def _day(year: int, month: int, day: int) -> dt.date:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        raise CellError("date.no-such-day") from None
    if year not in _YEARS:
        raise CellError("date.year", year=year)
    return found


def _only_day(year: int, first: int, second: int) -> dt.date:
    """Day and month in either order, where only one order makes a day."""
    if first <= 12 and second <= 12 and first != second and first and second:
        raise CellError("date.two-days", first=_day(year, first, second), second=_day(year, second, first))
    return _day(year, first, second) if first <= 12 else _day(year, second, first)


def read_clock(text: str) -> dt.time:
    """`06:12`, `6:12`, `06.12`, `6:12 am`, `7 pm`, `06:12:09`. Raises CellError `clock`."""
    return clock_with_precision(text)[0]


def clock_with_precision(text: str) -> tuple[dt.time, bool]:
    """The time of day, and True when it was written to the second. Raises CellError `clock`."""
    found = _CLOCK.fullmatch(text.casefold().strip())
    if found is None or (found[2] is None and found[4] is None):
        raise CellError("clock")
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)  # a part not written is on the hour
    if found[4]:
        if not 1 <= hour <= 12:
            raise CellError("clock")
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    try:
        return dt.time(hour, minute, second), found[3] is not None
    except ValueError:
        raise CellError("clock") from None
