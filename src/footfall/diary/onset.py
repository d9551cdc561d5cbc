"""The grammar of the `onset` cell: when pain began, in the way that was easiest to write down."""

import re
from collections.abc import Callable

from footfall.model.diary import Onset, OnsetKind
from footfall.tables.cell import CellError, is_date_like, to_number
from footfall.tables.dates import clock_with_precision

LONGEST_MIN = 1440.0
"""No run is a day long; a larger number is a slip, most often a clock time without its @.  [min]"""

_MILE_M = 1609.344
_NONE = frozenset({"none", "no", "no pain", "pain free", "pain-free", "painfree"})
_START = frozenset({"start", "at start", "at the start", "from start", "from the start"})
_TYPED = str.maketrans("’‘′´”“″–—\N{MINUS SIGN}", "''''\"\"\"---")
"""Marks as phones and spreadsheets make them -> as a keyboard has them."""

_LAP = re.compile(r"lap(?:\s*(?:no\.?|nr\.?|#)?\s*(\d{1,4}))?", re.ASCII)
_CLOCK = re.compile(r"@\s*(?P<at>.+)|(?P<bare>.+[ap]\.?m\.?)")
_DISTANCE = re.compile(r"(\d*)(?:[.,](\d*))?\s*(mi|miles?|k|kms?|kilomet(?:er|re)s?)\.?", re.ASCII)
_MINUTES = re.compile(r"(\d*)(?:[.,](\d*))?\s*(?:min(?:ute)?s?\.?|')?", re.ASCII)
_COLONS = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})", re.ASCII)
_HOURS = re.compile(r"(\d{1,2})\s*h(?:ours?|rs?)?\.?(?:\s*(\d{1,2})\s*(?:min(?:ute)?s?\.?|m|')?)?", re.ASCII)
_SECONDS = re.compile(r"(\d{1,3})\s*(?:min(?:ute)?s?\.?|m|')\s*(\d{1,2})\s*(?:(?:seconds?|secs?|s)\.?|\"|'')?", re.ASCII)
_METRES = re.compile(r"\d+\s*m(?:et(?:er|re)s?)?\.?", re.ASCII)
_RANGE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:-|to|or)\s*\d+(?:[.,]\d+)?\s*\S*", re.ASCII)


def read_onset(text: str) -> Onset:
    """What a cell says of the onset.

    Minutes `17` `17.5` `17:30` `1:02:30` (also `17 min`, `17'`, `1 h 2 min`), a distance `2.3 mi` `3.7 km`, a time of day
    `@07:42`, a lap `lap` `lap 4`, `none`, and `0` or `start`.
    Raises CellError: `onset`, or of what kind the slip is: `onset.range`, `onset.metres`, `onset.too-long`, `onset.lap`,
    `onset.clock`, `onset.date`.
    """
    plain = " ".join(text.casefold().translate(_TYPED).split())
    for form in _FORMS:
        found = form(plain, text)
        if found is not None:
            return found
    if is_date_like(plain):
        raise CellError("onset.date")
    if _RANGE.fullmatch(plain):
        raise CellError("onset.range")
    if _METRES.fullmatch(plain):
        raise CellError("onset.metres")
    raise CellError("onset")


def _word(plain: str, text: str) -> Onset | None:
    if plain in _NONE:
        return Onset(OnsetKind.NONE, None, 0.0, text)
    return Onset(OnsetKind.START, None, 0.0, text) if plain in _START else None


def _lap(plain: str, text: str) -> Onset | None:
    found = _LAP.fullmatch(plain)
    if found is None:
        return None
    if found[1] is None:
        return Onset(OnsetKind.HAND_LAP, None, 0.0, text)
    if int(found[1]) == 0:
        raise CellError("onset.lap")
    return Onset(OnsetKind.LAP, float(found[1]), 0.0, text)


def _clock(plain: str, text: str) -> Onset | None:
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return None
    try:
        time, to_the_second = clock_with_precision(found["at"] or found["bare"])
    except CellError:
        raise CellError("onset.clock") from None
    value = float(time.hour * 3600 + time.minute * 60 + time.second)
    return Onset(OnsetKind.CLOCK, value, 0.0 if to_the_second else 30.0, text)


def _distance(plain: str, text: str) -> Onset | None:
    found = _DISTANCE.fullmatch(plain)
    if found is None or not (found[1] or found[2]):
        return None
    unit_m = _MILE_M if found[3].startswith("mi") else 1000.0
    decimals = found[2] or ""
    value = to_number(f"{found[1] or '0'}.{decimals}") * unit_m
    if value > LONGEST_MIN * 1000:
        raise CellError("onset.too-long")
    return Onset(OnsetKind.DISTANCE, value, 0.5 * 10 ** -len(decimals) * unit_m, text) if value > 0 else _from_start(text)


def _minutes(plain: str, text: str) -> Onset | None:
    found = _MINUTES.fullmatch(plain)
    if found is None or not (found[1] or found[2]):
        return None
    value = to_number(f"{found[1] or '0'}.{found[2] or ''}")
    return _after(value, text, exact=bool(found[2]))


def _colons(plain: str, text: str) -> Onset | None:
    found = _COLONS.fullmatch(plain)
    if found is None:
        return None
    hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])  # hours not written are none
    if seconds > 59 or (found[1] is not None and minutes > 59):
        raise CellError("onset")
    if hours >= 24 and seconds == 0:  # a spreadsheet keeps 45:10 as 45:10:00, hours and minutes
        hours, minutes, seconds = 0, hours, minutes
    return _after(hours * 60 + minutes + seconds / 60, text, exact=True)


def _hours(plain: str, text: str) -> Onset | None:
    found = _HOURS.fullmatch(plain)
    return _after(int(found[1]) * 60 + int(found[2] or 0), text, exact=False) if found else None  # minutes not written are none


def _seconds(plain: str, text: str) -> Onset | None:
    found = _SECONDS.fullmatch(plain)
    return _after(int(found[1]) + int(found[2]) / 60, text, exact=True) if found and int(found[2]) < 60 else None


def _after(minutes: float, text: str, *, exact: bool) -> Onset:
    if minutes > LONGEST_MIN:
        raise CellError("onset.too-long")
    if minutes == 0:
        return _from_start(text)
    whole = 2.5 if minutes % 5 == 0 else 0.5
    return Onset(OnsetKind.MINUTES, float(minutes), 0.0 if exact else whole, text)


def _from_start(text: str) -> Onset:
    return Onset(OnsetKind.START, None, 0.0, text)


_FORMS: tuple[Callable[[str, str], Onset | None], ...] = (_word, _lap, _clock, _distance, _minutes, _colons, _hours, _seconds)
