"""The first sheet of an .xlsx workbook as rows of text."""

import datetime as dt
import io
import warnings
import zipfile
from typing import Any

from footfall.errors import TableError
from footfall.tables.table import Row, check_row_count, trimmed

UNPACKED_LIMIT = 200_000_000
"""What a workbook may unpack to.  [bytes]"""


def read_workbook(data: bytes) -> tuple[Row, ...]:
    """Rows of the first sheet, blank ones left out.

    Raises TableError: `not-a-workbook` (another kind of zip), `too-large`, `damaged-workbook`.
    """
    _check_archive(data)
    import openpyxl  # 0.2 s to import: only who has a workbook pays

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validations, which are not read
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                return _rows(book)
            finally:
                book.close()
        except TableError:
            raise
        except Exception as error:  # openpyxl lets whatever a broken part provokes through: KeyError, zlib.error, ParseError …
            raise TableError("damaged-workbook", detail=type(error).__name__) from error


def _check_archive(data: bytes) -> None:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:  # the last: a zip of a kind zipfile has not
        raise TableError("damaged-workbook", detail=type(error).__name__) from error
    if not any(member.filename == "[Content_Types].xml" for member in members):
        raise TableError("not-a-workbook")
    if sum(member.file_size for member in members) > UNPACKED_LIMIT:
        raise TableError("too-large", limit=f"{UNPACKED_LIMIT // 1_000_000} MB")


def _rows(book: Any) -> tuple[Row, ...]:
    if not book.worksheets:
        raise TableError("not-a-workbook")
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # some programs write a size that cuts rows off
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        check_row_count(number)
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
