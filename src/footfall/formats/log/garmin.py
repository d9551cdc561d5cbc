"""`…_summarizedActivities.json` of a Garmin account: a summary of every activity, those without a file too.

Units of the export, by its own `avgSpeed` (cm/ms): distances and heights in cm, durations and moments in ms;
`avgDoubleCadence` counts steps of both feet, `avgRunCadence` those of one. See
github.com/arpanghosh8453/garmin-grafana/pull/278.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Iterator
from typing import Any

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats.log.entry import Entry, is_other_sport
from footfall.formats.log.gather import Placed, gather
from footfall.formats.log.numbers import LONGEST_S, possible_way
from footfall.formats.log.sports import OPEN, find_sport
from footfall.formats.xml.iso_times import to_instant
from footfall.formats.xml.sports import Sport
from footfall.model.problem import Problem
from footfall.model.run import Decoded, StartKind
from footfall.tables import name_key
from footfall.tables.cell import CellError
from footfall.wording import say
from footfall.wording.numbers import counted

_KEY = re.compile(r'"summarizedActivitiesExport"\s*:\s*\[')
_HALF = re.compile("[\ud800-\udfff]")
_BETWEEN = re.compile(r"[\s,]*")
_HEAD_BYTES = 1024
"""The key stands at the very beginning."""
MOST_ACTIVITIES = 100_000
"""As many as a table may have rows."""
_YEARS = range(1990, 2101)
_QUARTER_S = 900
"""Offsets of local time are whole quarters of an hour.  [s]"""
_DEEPEST_S = 14 * 3600


def is_garmin(head: bytes) -> bool:
    """By the key at its beginning."""
    begins = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")
    return begins and _KEY.search(head[:_HEAD_BYTES].decode("utf-8", "replace")) is not None


def decode_garmin(data: bytes, path: str) -> tuple[Decoded, ...]:
    """A recording for each activity, of other sports with nothing but their sport and time.

    A file that breaks off keeps the whole activities before the break.

    Raises  RunFileError as `gather` does; DamagedFileError when the file breaks within the first activity;
            UnsupportedFileError `too-large` past MOST_ACTIVITIES.
    """
    text = data.decode("utf-8-sig", errors="replace")
    problems: list[Problem] = []
    placed: list[Placed] = []
    activities = _Activities(text)
    count = 0
    for count, activity in enumerate(activities, start=1):
        if count > MOST_ACTIVITIES:
            raise UnsupportedFileError("too-large", limit=f"{MOST_ACTIVITIES} activities")
        where = f"activity {count}"
        try:
            entry = _entry(activity)
        except CellError as error:
            problems.append(Problem(path, where, "bad-row", say(f"log.row.{error.key}", **error.values)))
            continue
        metres = _metres(activity, "distance")
        if entry.distance_m is None and metres is not None and metres > 0 and not is_other_sport(entry.sport):
            problems.append(_slip(metres, entry, path, where))
        placed.append(Placed(where, entry))
    if activities.broken_at is not None:
        if count == 0:
            raise DamagedFileError(where=f"character {activities.broken_at}")
        message = say("log.broken-off", activities=counted(count, "activity"))
        problems.append(Problem(path, f"character {activities.broken_at}", "truncated", message))
    return gather(placed, path, problems)


class _Activities:
    """The activities in a text, one after the other, so that an export of 100 MB is never held as objects.

    broken_at  where the text stops being JSON, once it has been met; None for a whole one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.broken_at: int | None = None

    def __iter__(self) -> Iterator[dict[str, Any]]:
        decoder = json.JSONDecoder()
        begin = _KEY.search(self.text)
        while begin is not None:
            at = begin.end()
            while True:
                at = _end(_BETWEEN.match(self.text, at), at)
                if self.text[at : at + 1] == "]":
                    break
                try:
                    value, at = decoder.raw_decode(self.text, at)
                except (ValueError, RecursionError):  # cut short, or not JSON, or nested a thousand times
                    self.broken_at = at
                    return
                if isinstance(value, dict):
                    yield value
            begin = _KEY.search(self.text, at)


def _end(found: re.Match[str] | None, at: int) -> int:
    return at if found is None else found.end()


def _entry(activity: dict[str, Any]) -> Entry:
    """Raises CellError for an activity without a moment or a duration."""
    start = _instant(activity.get("startTimeGmt")) or _instant(activity.get("beginTimestamp"))
    if start is None:
        raise CellError("no-moment")
    timer_s = _seconds(activity, "duration")
    moving_s = _seconds(activity, "movingDuration")
    elapsed_s = _seconds(activity, "elapsedDuration")
    span_s = next((one for one in (moving_s, timer_s, elapsed_s) if one is not None), None)
    if span_s is None:
        raise CellError("no-moving-time")
    sport, sub_sport = _sport(activity)
    cadence, factor = _cadence(activity)
    return Entry(
        start=start,
        start_kind=StartKind.UTC,
        utc_offset_s=_offset_s(activity, start),
        moving_s=span_s,
        elapsed_s=elapsed_s if elapsed_s is not None and elapsed_s >= span_s else None,
        sport=sport,
        sub_sport=sub_sport,
        distance_m=None if is_other_sport(sport) else _distance_m(activity, span_s),
        ascent_m=_metres(activity, "elevationGain"),
        descent_m=_metres(activity, "elevationLoss"),
        cadence_per_min=cadence,
        cadence_factor=factor,
        name=_text(activity, "name"),
        description=_text(activity, "description"),
        link=activity_link(activity.get("activityId")),
        producer="Garmin Connect",
    )


def _slip(metres: float, entry: Entry, path: str, where: str) -> Problem:
    message = say("log.cell.distance-slip", column="distance", text=f"{metres:.0f} m", minutes=f"{entry.moving_s / 60:.0f}")
    return Problem(path, where, "bad-cell", message)


def _number(activity: dict[str, Any], key: str) -> float | None:
    """A finite number of at least 0; None for everything else."""
    value = activity.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _text(activity: dict[str, Any], key: str) -> str | None:
    value = activity.get(key)
    return _whole(value).strip() or None if isinstance(value, str) else None


def _whole(text: str) -> str:
    r"""JSON can write half a letter, `\udcff`, which no text has: a sign that says so stands in for it."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def _seconds(activity: dict[str, Any], key: str) -> float | None:
    number = _number(activity, key)
    return number / 1000 if number is not None and 0 < number / 1000 <= LONGEST_S else None


def _metres(activity: dict[str, Any], key: str) -> float | None:
    number = _number(activity, key)
    return None if number is None else number / 100


def _distance_m(activity: dict[str, Any], span_s: float) -> float | None:
    metres = _metres(activity, "distance")
    if metres is None or metres == 0:  # a treadmill without a sensor
        return None
    way = possible_way((metres,), (span_s,))
    return None if way is None else way.distance_m


def _cadence(activity: dict[str, Any]) -> tuple[float | None, int | None]:
    """Cadence, and what gives steps of both feet: 1 where the export says both, else left to evidence."""
    both = _number(activity, "avgDoubleCadence")
    if both is not None and 0 < both <= 300:
        return both, 1
    one = _number(activity, "avgRunCadence")
    return (one, None) if one is not None and 0 < one <= 300 else (None, None)


def _sport(activity: dict[str, Any]) -> Sport:
    kind = activity.get("activityType")
    word = kind.get("typeKey") if isinstance(kind, dict) else kind
    for told in (word, activity.get("sportType")):
        if isinstance(told, str) and name_key(told) not in OPEN:
            return find_sport(told) or (_whole(told).casefold(), None)
    return None, None


def _instant(value: object) -> dt.datetime | None:
    """Milliseconds since 1970, or ISO text."""
    if isinstance(value, str):
        found = to_instant(value)
        microseconds = None if found is None else float(found[0])
    elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e16:  # False for NaN and infinity
        microseconds = float(value) * 1000
    else:
        return None
    if microseconds is None:
        return None
    try:
        instant = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=round(microseconds / 1e6))
    except OverflowError:
        return None
    return instant if instant.year in _YEARS else None


def _offset_s(activity: dict[str, Any], start: dt.datetime) -> int | None:
    """Local time minus UTC; None where the export has no local time or an impossible one."""
    local = _instant(activity.get("startTimeLocal"))
    if local is None:
        return None
    offset_s = round((local - start).total_seconds() / _QUARTER_S) * _QUARTER_S
    return offset_s if abs(offset_s) <= _DEEPEST_S else None


def activity_link(number: object) -> str | None:
    """How an activity of the account is named in `Source.link`; no file of the export bears its number."""
    return f"garmin:activity:{number}" if isinstance(number, int) and not isinstance(number, bool) else None
