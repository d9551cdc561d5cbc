"""Numbers and durations as logs hold them: what a cell may mean, the likeliest first; which it is, the speed decides."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from footfall.formats.log.entry import on_foot_at

LONGEST_S = 7 * 86_400.0
"""No run goes on for longer.  [s]"""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?")
_WORDS = re.compile(
    r"(?:(\d{1,3})\s*(?:h|hrs?|hours?|std)\.?)?\s*(?:(\d{1,4})\s*(?:m|mins?|minutes?|[′'])?\.?)?\s*(?:(\d{1,2})\s*(?:s|secs?|seconds?|[″\"])\.?)?"
)


def to_readings(text: str) -> tuple[float, ...]:
    """What a number may be, the likeliest first: `9,44` is 9.44, `2,000` is 2.0 or 2000, `1.234,5` is 1234.5. Empty for none."""
    plain = re.sub(r"[\s'’]", "", unicodedata.normalize("NFKC", text))
    if not _NUMBER.fullmatch(plain):
        return ()
    marks = set(re.findall(r"[.,]", plain))
    if not marks:
        return (float(plain),)
    last = max(plain.rfind(mark) for mark in marks)
    whole, part = re.sub(r"[.,]", "", plain[:last]), plain[last + 1 :]
    if _GROUPED.fullmatch(plain):
        grouped = float(re.sub(r"[.,]", "", plain))
        return (float(f"{whole}.{part}"), grouped) if plain.count(plain[last]) == 1 else (grouped,)
    return (float(f"{whole}.{part}"),) if plain.count(plain[last]) == 1 else ()


def to_seconds(text: str, unit_s: float | None) -> tuple[float, ...]:
    """What a duration may be, the likeliest first. Empty for none.

    text     `45`, `45.5`, `45:30`, `0:45:30`, `45 min`, `1h05`. `1:30` is a minute and a half or an hour and a half; so is
             `1:30:00`, which a spreadsheet may have made of it.
    unit_s   what a bare number counts; None where a bare number cannot be told.  [s]
    """
    plain = " ".join(text.casefold().split())
    if unit_s is not None and (numbers := to_readings(plain)):
        return tuple(number * unit_s for number in numbers)
    if found := _CLOCK.fullmatch(plain):
        first, second = int(found[1]), int(found[2])
        as_minutes, as_hours = first * 60.0 + second, first * 3600.0 + second * 60.0
        if found[3] is None:
            return as_minutes, as_hours
        return (as_hours + int(found[3]), as_minutes) if found[3] == "00" else (as_hours + int(found[3]),)
    found = _WORDS.fullmatch(plain)
    if found is None or not plain or plain.isdecimal():
        return ()
    hours, minutes, seconds = (int(part) if part else 0 for part in found.groups())  # a part that is not written is none
    return (hours * 3600.0 + minutes * 60.0 + seconds,)


class Way(NamedTuple):
    """A distance and the time it took.  [m] and [s]"""

    distance_m: float
    seconds: float


def possible_way(distances_m: Iterable[float], seconds: Iterable[float]) -> Way | None:
    """The first pair of readings that legs can make; None where none is. Of a factor of 60 or 1000 only one ever is."""
    pairs = (Way(*pair) for pair in product(distances_m, seconds))
    return next((way for way in pairs if way.seconds > 0 and on_foot_at(*way)), None)
