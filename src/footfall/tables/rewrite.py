"""One row of a text table in place of another: every other byte of the file stays as it is."""

import csv
import io
import re
from collections.abc import Collection, Sequence

from footfall.errors import TableError
from footfall.tables.read import read_table
from footfall.tables.text import decode, record

_LINE_END = re.compile(r"\r\n|\n|\r")


def raw_cells(data: bytes, names: Collection[str], number: int) -> list[str]:
    """The cells of a row as they stand in the file, untrimmed. names, number   as in `read_table`. Raises as `replaced`."""
    text, begin, end, delimiter = _place(data, names, number)
    cells, _, _ = record(_lines(text[begin:end]), 0, delimiter)
    return list(cells)


def replaced(data: bytes, names: Collection[str], number: int, cells: Sequence[str]) -> bytes:
    """The file with other cells in row `number`, in its own delimiter, encoding and line ends.

    Raises   TableError `add-to-workbook`, `not-encodable` with the text that its encoding does not have, `unsound` where the file
             holds bytes that are no text and could not be kept, or those of `read_table`; KeyError for a row that is not there.
    """
    text, begin, end, delimiter = _place(data, names, number)
    line = as_line(cells, delimiter)
    _, encoding, mark, _ = decode(data)
    if mark + text.encode(encoding, "replace") != data:
        raise TableError("unsound")
    return mark + encoded_in(f"{text[:begin]}{line}{text[end:]}", encoding)


def as_line(cells: Sequence[str], delimiter: str) -> str:
    """Cells as one row, without its line end."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator="").writerow(cells)
    return stream.getvalue()


def encoded_in(text: str, encoding: str) -> bytes:
    """Raises TableError `not-encodable`."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise TableError("not-encodable", text=text[error.start : error.end], encoding=encoding) from None


def _place(data: bytes, names: Collection[str], number: int) -> tuple[str, int, int, str]:
    """The text, where in it a row begins and where it ends (before its line end), and the delimiter."""
    table = read_table(data, names)
    if table.form is None:
        raise TableError("add-to-workbook")
    text, _, _, _ = decode(data)
    ends = [found.span() for found in _LINE_END.finditer(text)]
    begins = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    lines = _lines(text)
    at, row = 0, 0
    while at < len(lines):
        row += 1
        _, used, _ = record(lines, at, table.form.delimiter)
        if row == number:
            return text, begins[at], stops[at + used - 1], table.form.delimiter
        at += used
    raise KeyError(number)


def _lines(text: str) -> list[str]:
    return _LINE_END.sub("\n", text).split("\n")
