"""Workbooks for tests, written with openpyxl as spreadsheet programs write them."""

import io
from collections.abc import Mapping, Sequence

import openpyxl


def workbook(
    rows: Sequence[Sequence[object]],
    formats: Mapping[str, str] | None = None,
    *,
    second: object = None,
    more: Mapping[str, Sequence[Sequence[object]]] | None = None,
) -> bytes:
    """One sheet of `rows`; `formats` sets number formats by cell name; `second` puts a value on a second; `more` by title."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for name, number_format in (formats or {}).items():
        sheet[name].number_format = number_format
    if second is not None:
        book.create_sheet("second").append([second])
    for title, others in (more or {}).items():
        other = book.create_sheet(title)
        for row in others:
            other.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
