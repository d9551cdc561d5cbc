"""The sheets of an .xlsx workbook as rows of text."""

import datetime as dt
import io
import warnings
import zipfile
from dataclasses import dataclass
from typing import Any

from footfall.errors import TableError
from footfall.tables.table import Row, check_row_count, trimmed

UNPACKED_LIMIT = 200_000_000
"""What a workbook may unpack to, sheets and pictures that are not read among it.  [bytes]"""
CELL_LIMIT = 200_000
"""Cells of all sheets, and texts that they share: ten years of an account are below. openpyxl reads some 60,000 a second, a row
at a time however wide."""
WIDTH_LIMIT = 1_000
"""Cells of one row, those between filled ones too: one cell in the last column a sheet can have makes a row of 16,384."""
_OTHER_PART_LIMIT = 2_000_000
"""Styles and the like, which openpyxl reads slowly and which are a tenth of it in a large workbook.  [bytes]"""
_PART_LIMIT = 40_000_000
"""One sheet, or the texts that sheets share.  [bytes]"""
_COUNTED = {
    "xl/worksheets/": (b"<c ", b"<c>", b"<c/", b":c ", b":c>", b":c/"),
    "xl/sharedStrings": (b"<si>", b"<si ", b"<si/", b":si>", b":si ", b":si/"),
}
"""Parts that are read cell by cell -> how a cell begins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with its title; blank rows are left out."""

    title: str
    rows: tuple[Row, ...]


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet that holds cells, in the order of the workbook; at least one.

    Raises TableError: `not-a-workbook` (another kind of zip), `too-large`, `damaged-workbook`.
    """
    archive = _checked(data)
    import openpyxl  # 0.2 s to import: only who has a workbook pays

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validations, which are not read
        try:
            _check_parts(archive)
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                if not book.worksheets:
                    raise TableError("not-a-workbook")
                return tuple(Sheet(trimmed(str(sheet.title)), _rows(sheet)) for sheet in book.worksheets)
            finally:
                book.close()
        except TableError:
            raise
        except Exception as error:  # openpyxl lets whatever a broken part provokes through: KeyError, zlib.error, ParseError …
            raise TableError("damaged-workbook", detail=type(error).__name__) from error


def _checked(data: bytes) -> zipfile.ZipFile:
    """The workbook's archive. Raises TableError for what is none, or unpacks to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:  # the last: a zip of a kind zipfile has not
        raise TableError("damaged-workbook", detail=type(error).__name__) from error
    members = archive.infolist()
    if not any(member.filename == "[Content_Types].xml" for member in members):
        raise TableError("not-a-workbook")
    if sum(member.file_size for member in members) > UNPACKED_LIMIT:
        raise TableError("too-large", limit=f"{UNPACKED_LIMIT // 1_000_000} MB")
    return archive


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Raises TableError `too-large` for what openpyxl would be long about: of every sheet it may look for the size at its end."""
    cells = 0
    for member in archive.infolist():
        openings = next((found for start, found in _COUNTED.items() if member.filename.startswith(start)), None)
        if openings is None:
            if member.file_size > _OTHER_PART_LIMIT and member.filename.endswith((".xml", ".rels")):
                raise TableError("too-large", limit=f"{_OTHER_PART_LIMIT // 1_000_000} MB of styles")
            continue
        if member.file_size > _PART_LIMIT:
            raise TableError("too-large", limit=f"{_PART_LIMIT // 1_000_000} MB")
        text = archive.read(member)
        cells += sum(text.count(opening) for opening in openings)
        if cells > CELL_LIMIT:
            raise TableError("too-large", limit=f"{CELL_LIMIT} cells")


def _rows(sheet: Any) -> tuple[Row, ...]:
    sheet.reset_dimensions()  # some programs write a size that cuts rows off
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        check_row_count(number)
        if len(cells) > WIDTH_LIMIT:
            raise TableError("too-large", limit=f"{WIDTH_LIMIT} columns")
        row = Row(number, tuple(_text(cell) for cell in cells), comment=_is_comment(cells))
        if not row.blank:
            rows.append(row)
    return tuple(rows)


def _is_comment(cells: Any) -> bool:
    """`#` opens a comment; `#N/A` and its kin, which a failed formula leaves, do not."""
    first = next((cell for cell in cells if cell.value is not None), None)
    return first is not None and first.data_type == "s" and str(first.value).lstrip().startswith("#")


def _text(cell: Any) -> str:
    """What a person would have typed to get this cell."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(value, ".12g")
    if isinstance(value, dt.datetime):
        return _moment(value)
    if isinstance(value, dt.time):
        return _clock(value, with_seconds="s" in str(cell.number_format).lower())
    if isinstance(value, dt.timedelta):
        return _span(value)
    return trimmed(str(value))


def _moment(value: dt.datetime) -> str:
    return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ", timespec="seconds")


def _clock(value: dt.time, *, with_seconds: bool) -> str:
    """`17:30` typed into a cell is kept as half past five; shown without seconds it was typed without."""
    return value.strftime("%H:%M:%S" if with_seconds or value.second else "%H:%M")


def _span(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
