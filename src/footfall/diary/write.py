"""A diary to start from: a row per run, for the runner to fill in. What already stands in a file stays as it is, to the byte."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footfall.diary.headings import read_headings
from footfall.errors import TableError
from footfall.history.matching import NEAR
from footfall.model.columns import DIARY_COLUMNS
from footfall.tables import Table, TextForm, read_table
from footfall.tables.cell import CellError, is_blank
from footfall.tables.dates import read_clock, read_day
from footfall.tables.formula import as_text

Starts = dict[dt.date, list[dt.time | None]]
"""Day -> start of each row of that day; None where a row gives none."""


@dataclass(frozen=True, slots=True)
class NewRow:
    """One run as a row to be filled in: local date, local start, and what helps to recognise it."""

    date: dt.date
    start: dt.time | None
    note: str


@dataclass(frozen=True, slots=True)
class NewDiary:
    """The whole file as it should stand, how many rows were added, and where the other runs are.

    known    runs that had a row before.    shared  runs that one of the added rows answers to as well.
    """

    data: bytes
    added: int
    known: int
    shared: int


def new_diary(existing: bytes | None, runs: Iterable[NewRow], delimiter: str = ",") -> NewDiary:
    """A diary with a row for each of `runs`; of an existing one, the same bytes and rows for the runs that it lacks.

    existing   None or blank = there is none yet.    delimiter  of a new file: `,` `;` or a tab.
    A run is known when a row of its day has no start, or a start within 30 minutes of its own.
    New rows follow the old ones in the order of the runs' starts, in the file's own columns, delimiter, encoding and line ends.
    Raises TableError: `add-to-workbook`, `no-date-column`, or what `read_table` says of a file that is no table.
    """
    in_order = sorted(runs, key=lambda run: (run.date, dt.time() if run.start is None else run.start))
    if existing is None or not existing.strip(b"\xef\xbb\xbf \t\r\n"):
        return _begin(in_order, delimiter)
    table = _table(existing)
    if table.form is None:
        raise TableError("add-to-workbook")
    names = _column_names(table)
    lacking, shared = _lacking(in_order, _starts(table, names))
    data = existing
    if lacking:
        between = "" if _ends_a_line(existing, table.form) else table.form.newline
        added = _text((_cells(run, names) for run in lacking), table.form)
        data += (between + added).encode(table.form.encoding, errors="replace")
    return NewDiary(data, len(lacking), len(in_order) - len(lacking) - shared, shared)


def _begin(runs: Sequence[NewRow], delimiter: str) -> NewDiary:
    form = TextForm("utf-8", b"", delimiter, "\n")
    lacking, shared = _lacking(runs, {})
    names = list(DIARY_COLUMNS)
    text = _text([names, *(_cells(run, names) for run in lacking)], form)
    return NewDiary(text.encode("utf-8"), len(lacking), 0, shared)


def _table(existing: bytes) -> Table:
    try:
        return read_table(existing, DIARY_COLUMNS)
    except TableError as error:
        if error.code == "empty":  # remarks alone: it is not blank, and there is no header to add rows to
            raise TableError("no-date-column") from None
        raise


def _column_names(table: Table) -> list[str]:
    """For each column of the file its name in DIARY_COLUMNS, blank where it has none."""
    headings, _ = read_headings(table.header, (), "")
    if "date" not in headings.columns:
        raise TableError("no-date-column")
    by_position = {at: name for name, at in headings.columns.items()}
    return [by_position.get(at, "") for at in range(len(table.header.cells))]


def _starts(table: Table, names: Sequence[str]) -> Starts:
    """Every row that has a day; a start that cannot be read counts as none."""
    at_date = names.index("date")
    at_start = names.index("start") if "start" in names else len(names)
    starts: Starts = {}
    for row in table.rows:
        try:
            day = read_day(row.cell(at_date))
        except CellError:
            continue  # a comment, or a row that `diary check` names: it answers to no run
        starts.setdefault(day, []).append(_start(row.cell(at_start)))
    return starts


def _start(text: str) -> dt.time | None:
    if is_blank(text):
        return None
    try:
        return read_clock(text)
    except CellError:
        return None


def _lacking(runs: Sequence[NewRow], rows: Starts) -> tuple[list[NewRow], int]:
    """Runs that no row answers to, and how many more an added one answers to: one run in two files is one row."""
    added: Starts = {}
    lacking: list[NewRow] = []
    shared = 0
    for run in runs:
        if any(_answers(start, run.start) for start in rows.get(run.date, ())):
            continue
        those = added.setdefault(run.date, [])
        if any(_answers(start, run.start) for start in those):
            shared += 1
        else:
            lacking.append(run)
            those.append(run.start)
    return lacking, shared


def _answers(written: dt.time | None, begun: dt.time | None) -> bool:
    if written is None or begun is None:
        return True
    day = dt.date.min
    return abs(dt.datetime.combine(day, written) - dt.datetime.combine(day, begun)) <= NEAR


def _cells(run: NewRow, names: Sequence[str]) -> list[str]:
    start = "" if run.start is None else run.start.strftime("%H:%M")
    known = {"date": run.date.isoformat(), "start": start, "note": as_text(run.note)}
    return [known.get(name, "") for name in names]


def _text(rows: Iterable[Sequence[str]], form: TextForm) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=form.delimiter, lineterminator=form.newline).writerows(rows)
    return stream.getvalue()


def _ends_a_line(existing: bytes, form: TextForm) -> bool:
    return existing.decode(form.encoding, errors="replace").endswith(("\n", "\r"))
