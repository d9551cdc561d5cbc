"""Several diaries as one table, in the runner's own words: cells stay as they were written, under one set of headings."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footfall.diary.headings import FLAGS, Headings, read_headings
from footfall.diary.read import mended
from footfall.errors import TableError
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.problem import Problem
from footfall.tables import Row, read_table
from footfall.tables.cell import CellError
from footfall.tables.dates import read_day
from footfall.tables.formula import as_text
from footfall.wording import say

WHOSE = "athlete"
_HARMLESS = re.compile(r"[-+@]?[\d\s.,:;/]*", re.ASCII)
"""A cell without a letter runs nothing, whatever it begins with: `-`, `+3` and `@07:42` stay as they can be read."""


@dataclass(frozen=True, slots=True)
class DiaryFile:
    """One diary: where it was read, all its bytes, and whose it is; None = it is not to be said."""

    path: str
    data: bytes
    athlete: str | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """The table as CSV, how many rows it has, and `bad-diary` for each file that is no table."""

    data: bytes
    rows: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Written:
    """A row by column, and what stands beyond the last one."""

    cells: dict[str, str]
    beyond: tuple[str, ...]


def together(files: Iterable[DiaryFile]) -> Together:
    """All rows by date, those of one day in the order of the files; rows whose date cannot be read, and then comments, come last.

    Columns are those of DIARY_COLUMNS, then `athlete` where it is to be said, then all others under their own headings. Changed
    are dates, to ISO days; several columns of red flags, which are joined; and what a spreadsheet would run, by an apostrophe.
    Cells beyond the headings stay beyond them, so that whoever reads the table sees that the row has slipped.
    """
    dated: list[tuple[dt.date, _Written]] = []
    undated: list[_Written] = []
    comments: list[Sequence[str]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            table = read_table(file.data, DIARY_COLUMNS)
        except TableError as error:
            problems.append(Problem(file.path, None, "bad-diary", say(f"table.{error.code}", **error.values)))
            continue
        headings, _ = read_headings(table.header, table.rows, file.path)
        for row in table.rows:
            written = _written(row, headings, "," if table.form is None else table.form.delimiter, file.athlete)
            day = _day(written.cells.get("date", ""))
            if day is not None:
                written.cells["date"] = day.isoformat()
                dated.append((day, written))
            elif row.comment:
                comments.append(row.cells)
            else:
                undated.append(written)
    dated.sort(key=lambda one: one[0])
    rows = [*(written for _, written in dated), *undated]
    return Together(_table(rows, comments), len(rows), tuple(problems))


def _written(row: Row, headings: Headings, delimiter: str, athlete: str | None) -> _Written:
    width = len(headings.written)
    if any(row.cells[width:]):
        row = mended(row, headings, delimiter) or row
    cells = {name: row.cell(at) for name, at in headings.columns.items()}
    cells[FLAGS] = ";".join(text for at in headings.flags if (text := row.cell(at)))
    if athlete is not None:
        cells[WHOSE] = athlete
    cells |= {_own_name(heading): row.cell(at) for at, heading in headings.extra.items()}
    return _Written({name: text for name, text in cells.items() if text}, row.cells[width:] if any(row.cells[width:]) else ())


def _own_name(heading: str) -> str:
    """A column of the runner's own that goes by a name of ours is told apart."""
    return f"{heading} (2)" if heading in (WHOSE, *DIARY_COLUMNS) else heading


def _day(text: str) -> dt.date | None:
    try:
        return read_day(text)
    except CellError:
        return None


def _table(rows: Sequence[_Written], comments: Iterable[Sequence[str]]) -> bytes:
    met = dict.fromkeys(name for row in rows for name in row.cells)
    names = [*DIARY_COLUMNS, *([WHOSE] if WHOSE in met else []), *(name for name in met if name not in (WHOSE, *DIARY_COLUMNS))]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_plain(name) for name in names])
    writer.writerows([_plain(cell) for cell in (*(row.cells.get(name, "") for name in names), *row.beyond)] for row in rows)
    writer.writerows([_plain(cell) for cell in cells] for cells in comments)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _plain(text: str) -> str:
    return text if _HARMLESS.fullmatch(text) else as_text(text)
