"""Numbers and durations as logs hold them: what a cell may mean, the likeliest first; which it is, the speed decides."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from footfall.formats.log.entry import on_foot_at

LONGEST_S = 7 * 86_400.0
"""No run goes on for longer.  [s]"""

SHORTEST_S, SHORTEST_M, LOWEST_M = 60.0, 100.0, 10.0
"""Of a number that can be meant in thousands, less than this time, way or height is not meant: `2,700` s are not 2.7 s."""
STEEPEST_M_S = 1.0
"""Height in a time: nobody climbs half as fast for long. Tells thousands from decimals, and refuses nothing else.  [m/s]"""

_MINUTE_S = 60.0
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
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


def to_whole_readings(text: str, least: float) -> tuple[float, ...]:
    """The same of what is written without decimals (s, m, ft): `2,700` is 2700, and 2.7 only where that is `least` or more."""
    readings = to_readings(text)
    return tuple(one for one in reversed(readings) if one >= least or one == readings[-1])


def to_height(text: str, unit_m: float, seconds: float) -> float | None:
    """Height gained or lost in a time, in its own unit: `1,200` in 45 min is 1200, `55.125` is 55.125; None for none.

    unit_m    metres in the unit.
    """
    readings = to_readings(text)
    if len(readings) == 1:
        return readings[0]
    readings = to_whole_readings(text, LOWEST_M / unit_m)
    return next((one for one in readings if one * unit_m <= STEEPEST_M_S * seconds), None)


def to_seconds(text: str, unit_s: float | None) -> tuple[float, ...]:
    """What a duration may be, the likeliest first. Empty for none.

    text     `45`, `45.5`, `45:30`, `0:45:30`, `45 min`, `1h05`. `1:30` is a minute and a half or an hour and a half; so is
             `1:30:00`, which a spreadsheet may have made of it.
    unit_s   what a bare number counts; None where a bare number cannot be told.  [s]
    """
    plain = " ".join(text.casefold().split())
    if unit_s is not None:
        numbers = to_readings(plain) if unit_s >= _MINUTE_S else to_whole_readings(plain, SHORTEST_S)
        if numbers:
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


def possible_ways(distances_m: Iterable[float], seconds: Iterable[float]) -> tuple[Way, ...]:
    """The pairs of readings that legs can make, the likeliest first.

    Of a factor of 60 or 1000 in one of the two only one ever is; of 1000 in both, `400.000` m in `120.000` s, both may be.
    """
    pairs = (Way(*pair) for pair in product(distances_m, seconds))
    return tuple(way for way in pairs if way.seconds > 0 and on_foot_at(*way))


def possible_way(distances_m: Iterable[float], seconds: Iterable[float]) -> Way | None:
    """The likeliest of them; None where there is none."""
    return next(iter(possible_ways(distances_m, seconds)), None)
