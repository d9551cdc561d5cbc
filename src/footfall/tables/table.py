"""What a table is: rows of text cells as a spreadsheet numbers them, and how the file was written."""

import re
from dataclasses import dataclass

from footfall.errors import TableError

ROW_LIMIT = 100_000
"""Rows that are read, blank ones too: a sheet may claim a million without holding them."""

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    number    as a spreadsheet shows it: the first row of the file is 1, blank and comment rows count, a cell with line
              breaks is still one row.
    cells     trimmed, without control characters; blank = "".
    comment   the row begins with `#`.
    """

    number: int
    cells: tuple[str, ...]
    comment: bool = False

    def cell(self, position: int) -> str:
        """Blank where the row ends before `position`."""
        return self.cells[position] if position < len(self.cells) else ""

    @property
    def blank(self) -> bool:
        """True when nothing is written in it."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about the writing of one row that a reader got round: `open-quote` or `not-utf8`."""

    row: int
    code: str


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text table is written, so that rows can be added in kind.

    encoding    utf-8, utf-16-le, utf-16-be, cp1252 or latin-1, without the mark.    mark  the byte-order mark, or b"".
    delimiter   `,` `;` or a tab.     newline  of the first line.
    """

    encoding: str
    mark: bytes
    delimiter: str
    newline: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header.

    header   the row that holds the most known names, the first of them; rows above it are left out.
    rows     below the header, blank ones left out, comments kept and marked.
    form     None for a workbook.
    others   titles of other sheets of the workbook that may be meant too: one is read.
    """

    header: Row
    rows: tuple[Row, ...]
    form: TextForm | None
    faults: tuple[Fault, ...] = ()
    others: tuple[str, ...] = ()


def trimmed(text: str) -> str:
    """Without outer space and without characters that steer a terminal instead of being shown."""
    return _UNSHOWN.sub("", text).strip()


def check_row_count(count: int) -> None:
    """Raises TableError `too-large` past ROW_LIMIT."""
    if count > ROW_LIMIT:
        raise TableError("too-large", limit=f"{ROW_LIMIT} rows")
