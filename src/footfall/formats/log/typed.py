"""Our own run log: what a runner types into a table, row by row, for runs without a watch."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from footfall.formats.log.entry import FASTEST_M_S, SLOWEST_M_S, Entry, is_other_sport
from footfall.formats.log.gather import Placed, gather
from footfall.formats.log.numbers import LONGEST_S, possible_way, to_readings, to_seconds
from footfall.formats.log.sports import OPEN, find_sport
from footfall.formats.xml.sports import Sport
from footfall.model.columns import DIARY_COLUMNS, LOG_COLUMNS
from footfall.model.problem import Problem
from footfall.model.run import Decoded, StartKind
from footfall.tables import Row, Table, match_name, name_key
from footfall.tables.cell import CellError, close_to, is_blank, shown
from footfall.tables.dates import read_clock, read_day
from footfall.wording import say

Value = TypeVar("Value")

_OTHER_NAMES = {
    "start_time": "start",
    "duration": "moving_time",
    "duration_min": "moving_min",
    "distance_miles": "distance_mi",
    "description": "note",
    "cadence": "cadence_spm",
}
"""Headings that people write -> the column that they mean; none of them leaves the unit open."""
_METRES = {"distance_km": 1000.0, "distance_mi": 1609.344, "distance_m": 1.0}
_MOVING = {"moving_min": 60.0, "moving_s": 1.0, "moving_time": None}
_ELAPSED = {"elapsed_min": 60.0, "elapsed_s": 1.0, "elapsed_time": None}
_CLIMB = {"ascent_m": 1.0, "ascent_ft": 0.3048}
_DROP = {"descent_m": 1.0, "descent_ft": 0.3048}
_ABOUT_PAIN = frozenset({"pain_before", "pain_max", "pain_after", "pain_next_morning", "onset", "sites", "red_flags"})
"""A diary may hold distances as well; these make it a diary and no log, unless it holds moving times."""
_STRIDES_BELOW_SPM = 100.0
"""Nobody's run averages fewer steps: such a number counts one foot."""
_ZONE = re.compile(r"(.*\d)\s*(?:(z)|([+-])(\d{2}):?(\d{2}))")
_AFTER_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[ T]+(\d.*)")
_NOON = dt.time(12)
_CUTOFF = 0.75

NAMES = (*LOG_COLUMNS, *_OTHER_NAMES)
"""Every heading that is known."""


def columns_of(header: Row) -> dict[str, int]:
    """Name in LOG_COLUMNS -> position of the first heading that means it."""
    found: dict[str, int] = {}
    for at, heading in enumerate(header.cells):
        name = _meaning(heading)
        if name is not None:
            found.setdefault(name, at)
    return found


def is_log(header: Row) -> bool:
    """True for headings with a date and a moving time; or with a distance, when nothing is about pain."""
    columns = columns_of(header)
    if "date" not in columns:
        return False
    if not columns.keys().isdisjoint(_MOVING):
        return True
    about_pain = any(match_name(heading, _ABOUT_PAIN) for heading in header.cells)
    return not columns.keys().isdisjoint(_METRES) and not about_pain


def _meaning(heading: str) -> str | None:
    name = match_name(heading, NAMES)
    return None if name is None else _OTHER_NAMES.get(name, name)


def decode_typed(table: Table, path: str) -> tuple[Decoded, ...]:
    """A recording per row. Each bad cell costs that cell, each bad row that row; both are problems of the first recording.

    Raises   RunFileError as `gather` does.
    """
    reading = _Reading(table, path)
    placed = [one for row in table.rows if not row.comment and (one := reading.entry(row)) is not None]
    return gather(placed, path, (*_about_writing(table, path), *reading.about_headings(), *reading.problems))


@dataclass(frozen=True, slots=True)
class _Begin:
    """When a row says that its run began."""

    start: dt.datetime
    kind: StartKind
    utc_offset_s: int | None = None


class _Reading:
    """One pass over the rows, collecting what could not be read."""

    def __init__(self, table: Table, path: str) -> None:
        self.table = table
        self.path = path
        self.columns = columns_of(table.header)
        self.problems: list[Problem] = []

    def entry(self, row: Row) -> Placed | None:
        """The row as an entry; None for one that costs itself."""
        where = f"row {row.number}"
        width = len(self.table.header.cells)
        try:
            if self.table.form is not None and any(row.cells[width:]):
                raise CellError("too-long", found=len(row.cells), expected=width)
            entry = self._entry(row)
        except CellError as error:
            column = error.values.get("column")
            where = where if column is None else f"{where}, column {column}"
            self.problems.append(Problem(self.path, where, "bad-row", say(f"log.row.{error.key}", **error.values)))
            return None
        return Placed(where, entry)

    def _entry(self, row: Row) -> Entry:
        begin = self._begin(row)
        sport, sub_sport = self._sport(row)
        moving = self._moving(row)
        way = _Told(None, moving[0]) if is_other_sport(sport) else self._way(row, moving)
        return Entry(
            start=begin.start,
            start_kind=begin.kind,
            utc_offset_s=begin.utc_offset_s,
            moving_s=way.seconds,
            sport=sport,
            sub_sport=sub_sport,
            distance_m=way.distance_m,
            elapsed_s=self._elapsed(row, way.seconds),
            ascent_m=self._first(row, _CLIMB),
            descent_m=self._first(row, _DROP),
            cadence_per_min=self._cadence(row, sport),
            cadence_factor=1,
            name=self._text(row, "name") or None,
            shoes=self._text(row, "shoes") or None,
            description=self._text(row, "note") or None,
        )

    def _text(self, row: Row, name: str) -> str:
        """As written; "" where blank or where there is no such column."""
        at = self.columns.get(name)
        text = "" if at is None else row.cell(at)
        return "" if is_blank(text) else text

    def _cell(self, row: Row, name: str, reader: Callable[[str], Value]) -> Value | None:
        """None where blank, and where unreadable, which is a problem."""
        text = self._text(row, name)
        if not text:
            return None
        try:
            return reader(text)
        except CellError as error:
            self._bad(row, name, error, text)
            return None

    def _bad(self, row: Row, name: str, error: CellError, text: str) -> None:
        message = say(f"log.cell.{error.key}", column=name, text=shown(text), **error.values)
        self.problems.append(Problem(self.path, f"row {row.number}, column {name}", "bad-cell", message))

    def _begin(self, row: Row) -> _Begin:
        written = self._text(row, "date")
        if not written:
            raise CellError("no-date", column="date")
        try:
            day = read_day(written)
        except CellError as error:
            raise CellError(error.key, text=shown(written), column="date", **error.values) from None
        begin = self._cell(row, "start", lambda text: _at(day, text))
        after = _AFTER_DAY.fullmatch(written)
        if begin is None and after is not None and not self._text(row, "start"):
            begin = self._cell(row, "date", lambda _: _at(day, after[1]))
        return begin or _Begin(dt.datetime.combine(day, _NOON, dt.UTC), StartKind.DAY)

    def _sport(self, row: Row) -> Sport:
        text = self._text(row, "sport")
        finer = "_".join(self._text(row, "sub_sport").casefold().split()) or None
        if not text:
            return "running", finer
        if name_key(text) in OPEN:
            return None, finer
        found = find_sport(text)
        if found is None:
            self._bad(row, "sport", CellError("sport"), text)
            return None, finer
        return found[0], finer or found[1]

    def _moving(self, row: Row) -> tuple[float, ...]:
        """What the moving time may be, in seconds. Raises CellError: without one there is no run."""
        for name, unit_s in _MOVING.items():
            text = self._text(row, name)
            if text:
                readings = to_seconds(text, unit_s)
                if not any(0 < seconds <= LONGEST_S for seconds in readings):
                    raise CellError("moving", column=name, text=shown(text))
                return tuple(seconds for seconds in readings if 0 < seconds <= LONGEST_S)
        raise CellError("no-moving")

    def _way(self, row: Row, moving_s: tuple[float, ...]) -> "_Told":
        """Distance and moving time as the two explain each other."""
        name = next((name for name in _METRES if self._text(row, name)), None)
        if name is None:
            return _Told(None, self._alone(row, moving_s))
        text = self._text(row, name)
        readings = tuple(number * _METRES[name] for number in _numbers(text, "km|kms|mi|miles?|m"))
        bounds = {"low": LOG_COLUMNS[name].low, "high": LOG_COLUMNS[name].high}
        if not any(metres > 0 for metres in readings):
            self._bad(row, name, CellError("number", **bounds), text)
            return _Told(None, self._alone(row, moving_s))
        way = possible_way(readings, moving_s)
        if way is not None:
            return _Told(*way)
        speed = readings[0] / moving_s[0]
        slip = CellError("speed", speed=f"{speed:.1f}", low=SLOWEST_M_S, high=FASTEST_M_S)
        self._bad(row, name, slip, text)
        return _Told(None, moving_s[0])

    def _alone(self, row: Row, moving_s: tuple[float, ...]) -> float:
        """The moving time without a distance beside it; `1:30` of a run can then not be told, and is asked for."""
        text = next(self._text(row, name) for name in _MOVING if self._text(row, name))
        if len(moving_s) > 1 and text.count(":") == 1 and moving_s[0] < _SHORT_S:
            raise CellError("two-times", text=shown(text))
        return moving_s[0]

    def _elapsed(self, row: Row, moving_s: float) -> float | None:
        for name, unit_s in _ELAPSED.items():
            text = self._text(row, name)
            if text:
                fitting = [seconds for seconds in to_seconds(text, unit_s) if moving_s - 1 <= seconds <= LONGEST_S]
                if fitting:
                    return fitting[0]
                self._bad(row, name, CellError("elapsed"), text)
        return None

    def _first(self, row: Row, units: Mapping[str, float]) -> float | None:
        """The first of some columns of one quantity that holds a number."""
        for name, unit in units.items():
            value = self._cell(row, name, lambda text, name=name: _number(text, name))  # type: ignore[misc]
            if value is not None:
                return value * unit
        return None

    def _cadence(self, row: Row, sport: str | None) -> float | None:
        def read(text: str) -> float:
            value = _number(text, "cadence_spm")
            if sport == "running" and value < _STRIDES_BELOW_SPM:
                raise CellError("strides", steps=f"{2 * value:g}")
            return value

        return self._cell(row, "cadence_spm", read)

    def about_headings(self) -> list[Problem]:
        """Headings that mean nothing here, or stand there twice."""
        unknown = []
        for at, heading in enumerate(self.table.header.cells):
            name = _meaning(heading)
            if name is None and heading and match_name(heading, DIARY_COLUMNS) is None:
                close = close_to("_".join(heading.casefold().split()), list(LOG_COLUMNS), _CUTOFF)
                unknown.append(heading if close is None else say("log.unknown-column.close", column=heading, close=close))
            elif name is not None and self.columns[name] != at:
                unknown.append(say("log.twice-column", column=heading))
        if not unknown:
            return []
        where = f"row {self.table.header.number}"
        return [Problem(self.path, where, "unknown-column", say("log.unknown-columns", columns=", ".join(unknown)))]


_SHORT_S = 600.0
"""`7:30` read as minutes and seconds; below it, hours and minutes are as likely.  [s]"""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row tells of its way and time; distance None = not known.  [m] and [s]"""

    distance_m: float | None
    seconds: float


def _at(day: dt.date, text: str) -> _Begin:
    """A time of day on the runner's clock; with a zone behind it, the instant. Raises CellError `clock`."""
    after = _AFTER_DAY.fullmatch(text)
    plain = after[1] if after else text
    zone = _ZONE.fullmatch(plain.casefold())
    if zone is None:
        return _Begin(dt.datetime.combine(day, read_clock(plain), dt.UTC), StartKind.LOCAL)
    offset_s = 0 if zone[2] else (int(zone[4]) * 3600 + int(zone[5]) * 60) * (-1 if zone[3] == "-" else 1)
    if abs(offset_s) > 14 * 3600:
        raise CellError("clock")
    local = dt.datetime.combine(day, read_clock(zone[1]), dt.UTC)
    return _Begin(local - dt.timedelta(seconds=offset_s), StartKind.UTC, offset_s)


def _numbers(text: str, units: str) -> tuple[float, ...]:
    """Readings of a number with or without its unit behind it."""
    return to_readings(re.sub(rf"\s*(?:{units})\.?$", "", text.casefold()))


def _number(text: str, name: str) -> float:
    """A number within the range of its column. Raises CellError `number`."""
    column = LOG_COLUMNS[name]
    low, high = column.low, column.high
    readings = _numbers(text, "m|metres?|meters?|ft|feet|spm|steps/min")
    value = next((number for number in readings if (low is None or number >= low) and (high is None or number <= high)), None)
    if value is None:
        raise CellError("number", low=low, high=high)
    return value


def _about_writing(table: Table, path: str) -> Sequence[Problem]:
    """Marks and encodings that were got round."""
    form = table.form
    if form is None:
        return ()
    found = []
    for fault in table.faults:
        where = f"row {fault.row}"
        if fault.code == "open-quote":
            delimiter = {",": "comma", ";": "semicolon"}.get(form.delimiter, "tab")
            found.append(Problem(path, where, "bad-cell", say("log.open-quote", delimiter=delimiter)))
        else:
            encoding = {"cp1252": "Windows-1252"}.get(form.encoding, form.encoding)
            found.append(Problem(path, where, "other-encoding", say("log.not-utf8", encoding=encoding)))
    return found
