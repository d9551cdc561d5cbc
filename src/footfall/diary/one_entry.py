"""One entry into a diary: a new row, or blank cells of the row that is there already. Every other byte stays as it is."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from footfall.diary.headings import FLAGS, Headings, read_headings
from footfall.diary.row import Cells, read_row
from footfall.errors import TableError
from footfall.history.matching import NEAR
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import DiaryEntry
from footfall.model.problem import Problem
from footfall.tables import Row, Table, TextForm, read_table
from footfall.tables.cell import CellError, is_blank
from footfall.tables.dates import read_clock, read_day
from footfall.tables.formula import as_text
from footfall.tables.rewrite import as_line, encoded_in, raw_cells, replaced

ADDED_TO = {"note": "; ", FLAGS: "; ", "sites": ";", "qualities": ";"}
"""Columns in which what is written already stays, and what comes is put behind it."""

_MEASURED = re.compile(r"\d+\.\d+\s*(?:min|k|km|mi)?", re.ASCII | re.IGNORECASE)
"""An onset in which a point is a decimal mark; in `@7.42` it is none."""

_FREE_TEXT = frozenset({"note", "shoes", FLAGS})
_NUMBERS = frozenset(name for name, column in DIARY_COLUMNS.items() if column.low is not None)


class IfThere(Enum):
    """What happens when the diary has a row of that run or day already."""

    FILL = "fill"
    """Its blank cells are filled; where others would change, nothing is written."""
    UPDATE = "update"
    """The cells that are given replace its own."""
    ADD = "add"
    """A second row is written."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that is written already, and what it would have become."""

    column: str
    written: str
    given: str


@dataclass(frozen=True, slots=True)
class Entered:
    """The file as it should stand, or why it was left alone.

    data      None where nothing is to be written: `clashes`, or several rows in `choices` of which none was meant by itself.
    row       number of the row, the header being 1.    entry   the row as it now reads.    problems   of its cells: unread flags.
    filled    False for a new row.       columns  headings that were added to the file.     changed   what was replaced.
    """

    data: bytes | None
    row: int = 0
    entry: DiaryEntry | None = None
    problems: tuple[Problem, ...] = ()
    filled: bool = False
    columns: tuple[str, ...] = ()
    changed: tuple[Clash, ...] = ()
    clashes: tuple[Clash, ...] = ()
    choices: tuple[str, ...] = ()


def read_given(given: Mapping[str, str], path: str) -> tuple[DiaryEntry, tuple[Problem, ...]]:
    """What was typed, by the code that reads a diary: entry and problems. given   column -> text, with `date`."""
    names = list(DIARY_COLUMNS)
    headings, _ = read_headings(Row(1, tuple(names)), (), path)
    cells = Cells(Row(2, tuple(given.get(name, "") for name in names)), headings, path)
    return read_row(cells), tuple(cells.problems)


def enter(existing: bytes | None, given: Mapping[str, str], path: str, if_there: IfThere, delimiter: str = ",") -> Entered:
    """A diary with one more entry.

    existing   None or blank = there is none yet.    given   column -> text, already found good by `read_given`; `date` is ISO.
    delimiter  of a new file.
    Raises TableError: `add-to-workbook`, `no-date-column`, `ragged` (a column is missing and cannot be added), `not-encodable`,
    `unsound`, or what `read_table` says.
    """
    if existing is None or not existing.strip(b"\xef\xbb\xbf \t\r\n"):
        header = list(DIARY_COLUMNS)
        lines = [as_line(row, delimiter) for row in (header, _new_row(given, header, decimal_comma=delimiter == ";"))]
        return _checked("".join(f"{line}\n" for line in lines).encode("utf-8"), 2, path, Entered(None))
    table = _table(existing)
    data, table, added = _with_columns(existing, table, given)
    assert table.form is not None
    headings, _ = read_headings(table.header, table.rows, path)
    rows = _candidates(table, headings, given)
    if rows and if_there is not IfThere.ADD:
        if len(rows) > 1:
            return Entered(None, choices=tuple(_start_of(row, headings) or "-" for row in rows))
        return _into(data, rows[0], headings, given, path, if_there, added, decimal_comma=_has_decimal_comma(table, headings))
    names = _names(headings)
    line = as_line(_new_row(given, names, decimal_comma=_has_decimal_comma(table, headings)), table.form.delimiter)
    begin = "" if _ends_a_line(data, table.form) else table.form.newline
    whole = data + encoded_in(f"{begin}{line}{table.form.newline}", table.form.encoding)
    return _checked(whole, _last_row(whole), path, Entered(None, columns=added))


def _table(data: bytes) -> Table:
    try:
        table = read_table(data, DIARY_COLUMNS)
    except TableError as error:
        if error.code == "empty":
            raise TableError("no-date-column") from None
        raise
    if table.form is None:
        raise TableError("add-to-workbook")
    headings, _ = read_headings(table.header, (), "")
    if "date" not in headings.columns:
        raise TableError("no-date-column")
    return table


def _with_columns(data: bytes, table: Table, given: Mapping[str, str]) -> tuple[bytes, Table, tuple[str, ...]]:
    """The file with headings for what is given and has none yet, where no row reaches beyond the last heading."""
    headings, _ = read_headings(table.header, table.rows, "")
    lacking = tuple(name for name in given if name not in headings.columns and not (name == FLAGS and headings.flags))
    if not lacking:
        return data, table, ()
    if any(len(row.cells) > len(table.header.cells) for row in table.rows if not row.comment):
        raise TableError("ragged", columns=", ".join(lacking))
    wider = replaced(data, DIARY_COLUMNS, table.header.number, [*raw_cells(data, DIARY_COLUMNS, table.header.number), *lacking])
    return wider, read_table(wider, DIARY_COLUMNS), lacking


def _candidates(table: Table, headings: Headings, given: Mapping[str, str]) -> list[Row]:
    """Rows of that day, and of that start where both say one."""
    day = read_day(given["date"])
    start = read_clock(given["start"]) if "start" in given else None
    found = []
    for row in table.rows:
        try:
            if read_day(row.cell(headings.columns["date"])) != day:
                continue
        except CellError:
            continue  # a comment, or a row that `diary check` names
        written = _start_of(row, headings)
        if start is None or not written or _near(written, start):
            found.append(row)
    return found


def _start_of(row: Row, headings: Headings) -> str:
    at = headings.columns.get("start")
    return "" if at is None or is_blank(row.cell(at)) else row.cell(at)


def _near(written: str, start: dt.time) -> bool:
    try:
        other = read_clock(written)
    except CellError:
        return True  # it may be the same run: nothing is doubled on that account
    day = dt.date.min
    return abs(dt.datetime.combine(day, other) - dt.datetime.combine(day, start)) <= NEAR


def _into(
    data: bytes,
    row: Row,
    headings: Headings,
    given: Mapping[str, str],
    path: str,
    if_there: IfThere,
    added: tuple[str, ...],
    *,
    decimal_comma: bool,
) -> Entered:
    raw = raw_cells(data, DIARY_COLUMNS, row.number)
    clashes: list[Clash] = []
    for name, text in given.items():
        if name == "date":
            continue
        at = headings.flags[0] if name == FLAGS else headings.columns[name]
        raw += [""] * (at + 1 - len(raw))
        written = raw[at].strip()
        cell = _cell(name, text, decimal_comma=decimal_comma)
        if is_blank(written):
            raw[at] = cell
        elif name in ADDED_TO:
            raw[at] = raw[at] if _holds(written, text, ADDED_TO[name]) else f"{written}{ADDED_TO[name]}{text}"
        elif written != cell and name != "start":
            clashes.append(Clash(name, written, cell))
            raw[at] = cell
    if clashes and if_there is IfThere.FILL:
        return Entered(None, row.number, clashes=tuple(clashes), filled=True)
    told = Entered(None, filled=True, columns=added, changed=tuple(clashes))
    return _checked(replaced(data, DIARY_COLUMNS, row.number, raw), row.number, path, told)


def _holds(written: str, text: str, between: str) -> bool:
    return text in [part.strip() for part in written.split(between.strip())]


def _checked(data: bytes, number: int, path: str, told: Entered) -> Entered:
    """The row as it now reads, by the code that reads the diary."""
    table = read_table(data, DIARY_COLUMNS)
    headings, _ = read_headings(table.header, table.rows, path)
    cells = Cells(next(row for row in table.rows if row.number == number), headings, path)
    entry = read_row(cells)
    return Entered(data, number, entry, tuple(cells.problems), told.filled, told.columns, told.changed)


def _last_row(data: bytes) -> int:
    return read_table(data, DIARY_COLUMNS).rows[-1].number


def _names(headings: Headings) -> list[str]:
    """For each column of the file its name in DIARY_COLUMNS, blank where it has none."""
    by_position = {at: name for name, at in headings.columns.items()}
    if headings.flags:
        by_position[headings.flags[0]] = FLAGS
    return [by_position.get(at, "") for at in range(len(headings.written))]


def _new_row(given: Mapping[str, str], names: Sequence[str], *, decimal_comma: bool) -> list[str]:
    return [_cell(name, given[name], decimal_comma=decimal_comma) if name in given else "" for name in names]


def _cell(name: str, text: str, *, decimal_comma: bool) -> str:
    """As it is written into the file: numbers with its own decimal mark, a text that no spreadsheet takes for a formula."""
    if name in _FREE_TEXT:
        return as_text(text)
    is_number = name in _NUMBERS or (name == "onset" and _MEASURED.fullmatch(text) is not None)
    return text.replace(".", ",") if decimal_comma and is_number else text


def _has_decimal_comma(table: Table, headings: Headings) -> bool:
    """True in a file with semicolons whose numbers have no point: a spreadsheet there takes 4.5 for a date."""
    assert table.form is not None
    if table.form.delimiter != ";":
        return False
    places = [at for name, at in headings.columns.items() if name in _NUMBERS or name == "onset"]
    return not any("." in row.cell(at) for row in table.rows if not row.comment for at in places)


def _ends_a_line(data: bytes, form: TextForm) -> bool:
    return data.decode(form.encoding, errors="replace").endswith(("\n", "\r"))
