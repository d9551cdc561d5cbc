"""When a row of a log that is typed by hand says that its run began."""

import datetime as dt
import re
from dataclasses import dataclass

from footfall.model.run import StartKind
from footfall.tables.cell import CellError
from footfall.tables.dates import read_clock

_ZONE = re.compile(r"(.*\d)\s*(?:(z)|([+-])(\d{2}):?(\d{2}))")
_AFTER_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[ T]+(\d.*)")
_NOON = dt.time(12)


@dataclass(frozen=True, slots=True)
class Begin:
    """When a run began: `start` is what `kind` says it is, as in Decoded; offset None = no zone is written."""

    start: dt.datetime
    kind: StartKind
    utc_offset_s: int | None = None


def begin_at(day: dt.date, text: str) -> Begin:
    """A time of day on the runner's clock; with a zone behind it, the instant. Raises CellError `clock`."""
    plain = clock_behind(text) or text
    zone = _ZONE.fullmatch(plain.casefold())
    if zone is None:
        return Begin(dt.datetime.combine(day, read_clock(plain), dt.UTC), StartKind.LOCAL)
    offset_s = 0 if zone[2] else (int(zone[4]) * 3600 + int(zone[5]) * 60) * (-1 if zone[3] == "-" else 1)
    if abs(offset_s) > 14 * 3600:
        raise CellError("clock")
    local = dt.datetime.combine(day, read_clock(zone[1]), dt.UTC)
    return Begin(local - dt.timedelta(seconds=offset_s), StartKind.UTC, offset_s)


def begin_on(day: dt.date) -> Begin:
    """Some time on a day."""
    return Begin(dt.datetime.combine(day, _NOON, dt.UTC), StartKind.DAY)


def clock_behind(date: str) -> str | None:
    """The time of day behind a date, `07:30` of `2026-05-03 07:30`; None where there is none."""
    found = _AFTER_DAY.fullmatch(date)
    return None if found is None else found[1]
