"""One table from bytes: the content decides what it is, never the file's name."""

from collections.abc import Collection, Sequence

from footfall.errors import TableError
from footfall.tables.header import header_position, known_names
from footfall.tables.table import Fault, Row, Table, TextForm
from footfall.tables.text import read_text
from footfall.tables.workbook import read_workbook

SIZE_LIMIT = 10_000_000
"""Ten years of an account's log are below; more would take seconds.  [bytes]"""

_TABLE_FROM = 2
"""A sheet with so many known names may be meant to be read as well."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = frozenset(map(chr, (*range(9), *range(14, 32), 0xFFFD)))


def read_table(data: bytes, names: Collection[str]) -> Table:
    """Read CSV (`,` `;` or tab; UTF-8, UTF-16 or Windows-1252) or one sheet of an .xlsx workbook.

    names    the column names that the caller knows: header, delimiter and sheet are told by them, the first of equals. A header
             with none of them is returned as well, so that the caller can say what it expects.
    Raises   TableError: `empty`, `too-large`, `not-text`, `old-workbook` (.xls, or one with a password), `not-a-workbook`,
             `damaged-workbook`.
    """
    if len(data) > SIZE_LIMIT:
        raise TableError("too-large", limit=f"{SIZE_LIMIT // 1_000_000} MB")
    if data.startswith(_OLE):
        raise TableError("old-workbook")
    if data.startswith(_ZIP):
        sheets = read_workbook(data)
        sheet = max(sheets, key=lambda one: _known(one.rows, names))
        rows: tuple[Row, ...] = sheet.rows
        form: TextForm | None = None
        faults: tuple[Fault, ...] = ()
        others = tuple(one.title for one in sheets if one is not sheet and _known(one.rows, names) >= _TABLE_FROM)
    else:
        text = read_text(data, names)
        rows, form, faults, others = text.rows, text.form, text.faults, ()
    at = header_position(rows, names)
    known = _known(rows, names)
    if form is not None and not known and _looks_binary(data, form):
        raise TableError("not-text")
    if at is None:
        raise TableError("empty")
    return Table(rows[at], rows[at + 1 :], form, faults, others)


def _known(rows: Sequence[Row], names: Collection[str]) -> int:
    """How many of `names` the header has."""
    at = header_position(rows, names)
    return 0 if at is None else known_names(rows[at].cells, names)


def _looks_binary(data: bytes, form: TextForm) -> bool:
    """True when more than one character in fifty is none that a person types; asked only when no name was found."""
    head = data[len(form.mark) : 4096].decode(form.encoding, errors="replace")
    return sum(letter in _NOT_TEXT for letter in head) > 0.02 * len(head)
