"""Text tables: the encoding, the delimiter and the rows, however carelessly the quotation marks are set."""

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from footfall.tables.header import HEADER_WITHIN, known_names
from footfall.tables.table import Fault, Row, TextForm, check_row_count, trimmed

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DELIMITERS = (",", ";", "\t")
_HEADING_CHARACTERS = 20_000
"""No header is longer; a file without line ends is not searched to its end."""
_LINES_IN_A_CELL = 200
"""A quotation mark that is not closed within so many lines was never meant to open a cell."""

_DIGITS_OF_A_DATE = 6


@dataclass(frozen=True, slots=True)
class TextRows:
    """The rows of a text table, blank ones left out."""

    rows: tuple[Row, ...]
    form: TextForm
    faults: tuple[Fault, ...]


def read_text(data: bytes, names: Collection[str]) -> TextRows:
    """Split `data` into rows. `names` are the column names by which the delimiter is told. Raises TableError `too-large`."""
    text, encoding, mark, stray_line = decode(data)
    newline = re.search(r"\r\n|\n|\r", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter = told_delimiter(lines, names)
    form = TextForm(encoding, mark, delimiter, newline.group() if newline else "\n")
    rows: list[Row] = []
    faults: list[Fault] = []
    at = 0
    number = 0
    while at < len(lines):
        number += 1
        check_row_count(number)
        cells, used, open_quote = record(lines, at, delimiter)
        if open_quote:
            faults.append(Fault(number, "open-quote"))
        if stray_line is not None and at <= stray_line < at + used:
            faults.append(Fault(number, "not-utf8"))
        row = _row(number, cells)
        if not row.blank:
            rows.append(row)
        at += used
    return TextRows(tuple(rows), form, tuple(faults))


def _row(number: int, cells: Sequence[str]) -> Row:
    shown = tuple(map(trimmed, cells))
    return Row(number, shown, comment=shown[0].startswith("#"))


def decode(data: bytes) -> tuple[str, str, bytes, int | None]:
    """The text, its encoding and mark, and the line (from 0) of the first byte that is not UTF-8, if that is why."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding, mark, None
    unmarked = _unmarked_utf16(data)
    if unmarked is not None:
        return data.decode(unmarked, errors="replace"), unmarked, b"", None
    try:
        return data.decode("utf-8"), "utf-8", b"", None
    except UnicodeDecodeError as error:
        stray_line = len(re.findall(rb"\r\n|\n|\r", data[: error.start]))
    try:
        return data.decode("cp1252"), "cp1252", b"", stray_line
    except UnicodeDecodeError:  # cp1252 leaves five bytes undefined, Latin-1 none
        return data.decode("latin-1"), "latin-1", b"", stray_line


def _unmarked_utf16(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every second byte; UTF-8 text has none."""
    head = data[:400]
    pairs = len(head) // 2
    if pairs < 2:
        return None
    zeros_first, zeros_second = head[0::2].count(0), head[1::2].count(0)
    if zeros_second > 0.6 * pairs and zeros_first == 0:
        return "utf-16-le"
    return "utf-16-be" if zeros_first > 0.6 * pairs and zeros_second == 0 else None


def told_delimiter(lines: Sequence[str], names: Collection[str]) -> str:
    """The one that finds the most known names in a line near the top; without any, the one that cuts the first line most."""
    candidates = (line[:_HEADING_CHARACTERS] for line in lines if not line.lstrip(" ").startswith("#"))
    near_top = list(islice((line for line in candidates if trimmed(line)), HEADER_WITHIN))
    if not near_top:
        return ","

    def known(delimiter: str) -> int:
        return max(known_names(_plain(line, delimiter), names) for line in near_top)

    return max(_DELIMITERS, key=lambda delimiter: (known(delimiter), near_top[0].count(delimiter)))


def record(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str], int, bool]:
    """Cells of the row that begins in line `at`, how many lines it takes, and whether it has a quotation mark left open.

    A mark that is opened and never closed would swallow every row after it: such a line is cut at its delimiters instead.
    """
    line = lines[at]
    if '"' not in line or line.lstrip(" ").startswith("#"):
        return _plain(line, delimiter), 1, False
    reader = csv.reader(_from(lines, at), delimiter=delimiter, strict=True, skipinitialspace=True)
    try:
        cells, used = next(reader), reader.line_num
    except csv.Error:
        return _mended(line, delimiter)
    swallowed = any(_begins_alike(line, lines[after], delimiter) for after in range(at + 1, at + used))
    return (_plain(line, delimiter), 1, True) if swallowed else (cells, used, False)


def _begins_alike(first: str, other: str, delimiter: str) -> bool:
    """True when a line within a cell is built like the row's first line, a date at the same place: two open marks met."""
    pairs = zip(_plain(first, delimiter), _plain(other, delimiter), strict=False)
    return any(_shape(one) == _shape(two) for one, two in pairs if sum(map(str.isdigit, one)) >= _DIGITS_OF_A_DATE)


def _shape(cell: str) -> str:
    return re.sub(r"\d", "9", cell)


def _mended(line: str, delimiter: str) -> tuple[list[str], int, bool]:
    if line.count('"') % 2 == 0:  # every mark is closed, with something between it and the delimiter
        try:
            return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True)), 1, False
        except csv.Error:  # a cell longer than the csv module takes
            return _plain(line, delimiter), 1, True
    return _plain(line, delimiter), 1, True


def _from(lines: Sequence[str], at: int) -> Iterator[str]:
    for here in range(at, min(at + _LINES_IN_A_CELL, len(lines))):
        yield lines[here] + "\n"


def _plain(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.split(delimiter)]
