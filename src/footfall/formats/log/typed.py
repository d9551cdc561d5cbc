"""Our own run log: what a runner types into a table, row by row, for runs without a watch."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from footfall.formats.log.entry import FASTEST_M_S, SLOWEST_M_S, Entry, is_other_sport
from footfall.formats.log.gather import Placed, gather
from footfall.formats.log.numbers import (
    LONGEST_S,
    SHORTEST_M,
    possible_ways,
    to_height,
    to_readings,
    to_seconds,
    to_whole_readings,
)
from footfall.formats.log.sports import OPEN, find_sport
from footfall.formats.log.typed_headings import CLIMB, DROP, ELAPSED, METRES, MOVING, about_headings, columns_of
from footfall.formats.log.typed_start import Begin, begin_at, begin_on, clock_behind
from footfall.formats.xml.sports import Sport
from footfall.model.columns import LOG_COLUMNS
from footfall.model.problem import Problem
from footfall.model.run import Decoded
from footfall.tables import Row, Table, name_key
from footfall.tables.cell import CellError, is_blank, shown
from footfall.tables.dates import read_day
from footfall.wording import say

Value = TypeVar("Value")

_STRIDES_BELOW_SPM = 100.0
"""Nobody's run averages fewer steps: such a number counts one foot."""


def decode_typed(table: Table, path: str) -> tuple[Decoded, ...]:
    """A recording per row. Each bad cell costs that cell, each bad row that row; both are problems of the first recording.

    Raises   RunFileError as `gather` does.
    """
    reading = _Reading(table, path)
    placed = [one for row in table.rows if not row.comment and (one := reading.entry(row)) is not None]
    return gather(placed, path, (*_about_writing(table, path), *about_headings(table.header, path), *reading.problems))


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
            ascent_m=self._height_m(row, CLIMB, way.seconds),
            descent_m=self._height_m(row, DROP, way.seconds),
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

    def _begin(self, row: Row) -> Begin:
        written = self._text(row, "date")
        if not written:
            raise CellError("no-date", column="date")
        try:
            day = read_day(written)
        except CellError as error:
            raise CellError(error.key, text=shown(written), column="date", **error.values) from None
        begin = self._cell(row, "start", lambda text: begin_at(day, text))
        after = clock_behind(written)
        if begin is None and after is not None and not self._text(row, "start"):
            begin = self._cell(row, "date", lambda _: begin_at(day, after))
        return begin or begin_on(day)

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
        for name, unit_s in MOVING.items():
            text = self._text(row, name)
            if text:
                readings = to_seconds(text, unit_s)
                if not any(0 < seconds <= LONGEST_S for seconds in readings):
                    raise CellError("moving", column=name, text=shown(text))
                return tuple(seconds for seconds in readings if 0 < seconds <= LONGEST_S)
        raise CellError("no-moving")

    def _way(self, row: Row, moving_s: tuple[float, ...]) -> "_Told":
        """Distance and moving time as the two explain each other."""
        name = next((name for name in METRES if self._text(row, name)), None)
        if name is None:
            return _Told(None, self._alone(row, moving_s))
        text = self._text(row, name)
        plain = _without(text, "km|kms|mi|miles?|m")
        numbers = to_whole_readings(plain, SHORTEST_M) if name == "distance_m" else to_readings(plain)
        readings = tuple(number * METRES[name] for number in numbers)
        bounds = {"low": LOG_COLUMNS[name].low, "high": LOG_COLUMNS[name].high}
        if not any(metres > 0 for metres in readings):
            self._bad(row, name, CellError("number", **bounds), text)
            return _Told(None, self._alone(row, moving_s))
        ways = possible_ways(readings, moving_s)
        if len(ways) > 1 and name == "distance_m":
            raise CellError("two-numbers", column=name, text=shown(text), first=ways[0].distance_m, second=ways[1].distance_m)
        if ways:
            return _Told(*ways[0])
        speed = readings[0] / moving_s[0]
        slip = CellError("speed", speed=_outside(speed), low=SLOWEST_M_S, high=FASTEST_M_S)
        self._bad(row, name, slip, text)
        return _Told(None, self._alone(row, moving_s))

    def _alone(self, row: Row, moving_s: tuple[float, ...]) -> float:
        """The moving time without a distance beside it; `1:30` of a run can then not be told, and is asked for."""
        name = next(name for name in MOVING if self._text(row, name))
        text = self._text(row, name)
        if len(moving_s) > 1 and name == "moving_s":
            raise CellError("two-numbers", column=name, text=shown(text), first=moving_s[0], second=moving_s[1])
        if len(moving_s) > 1 and text.count(":") == 1 and moving_s[0] < _SHORT_S:
            raise CellError("two-times", text=shown(text))
        return moving_s[0]

    def _elapsed(self, row: Row, moving_s: float) -> float | None:
        for name, unit_s in ELAPSED.items():
            text = self._text(row, name)
            if text:
                fitting = [seconds for seconds in to_seconds(text, unit_s) if moving_s - 1 <= seconds <= LONGEST_S]
                if fitting:
                    return min(fitting)
                self._bad(row, name, CellError("elapsed"), text)
        return None

    def _height_m(self, row: Row, units: Mapping[str, float], seconds: float) -> float | None:
        """The first of some columns of one height that holds a number.  [m]"""
        for name, unit_m in units.items():
            value = self._cell(row, name, lambda text, name=name, unit_m=unit_m: _height(text, name, unit_m, seconds))  # type: ignore[misc]
            if value is not None:
                return value * unit_m
        return None

    def _cadence(self, row: Row, sport: str | None) -> float | None:
        def read(text: str) -> float:
            value = _within(next(iter(to_readings(_without(text, "spm|steps/min"))), None), "cadence_spm")
            if sport == "running" and value < _STRIDES_BELOW_SPM:
                raise CellError("strides", steps=f"{2 * value:g}")
            return value

        return self._cell(row, "cadence_spm", read)


_SHORT_S = 600.0
"""`7:30` read as minutes and seconds; below it, hours and minutes are as likely.  [s]"""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row tells of its way and time; distance None = not known.  [m] and [s]"""

    distance_m: float | None
    seconds: float


def _outside(speed_m_s: float) -> str:
    """A speed that is not between the bounds, with as many decimals as it takes to see that."""
    written = (f"{speed_m_s:.{digits}f}" for digits in range(1, 9))
    return next((one for one in written if not SLOWEST_M_S <= float(one) <= FASTEST_M_S), repr(speed_m_s))


def _without(text: str, units: str) -> str:
    """A number as written, without its unit behind it."""
    return re.sub(rf"\s*(?:{units})\.?$", "", text.casefold())


def _height(text: str, name: str, unit_m: float, seconds: float) -> float:
    """A height within the range of its column, in its unit. Raises CellError `number`."""
    return _within(to_height(_without(text, "m|metres?|meters?|ft|feet"), unit_m, seconds), name)


def _within(value: float | None, name: str) -> float:
    """A number within the range of its column. Raises CellError `number`, for none too."""
    column = LOG_COLUMNS[name]
    low, high = column.low, column.high
    if value is None or (low is not None and value < low) or (high is not None and value > high):
        raise CellError("number", low=low, high=high)
    return value


def _about_writing(table: Table, path: str) -> Sequence[Problem]:
    """Marks and encodings that were got round."""
    form = table.form
    if form is None:
        sheets = ", ".join(map(shown, table.others))
        return [Problem(path, None, "unused-column", say("log.other-sheets", sheets=sheets))] if table.others else ()
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
