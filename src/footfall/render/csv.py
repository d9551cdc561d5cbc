"""The result as a table, one row per run: the scalar keys of the JSON joined by `_`, and whose run and which file."""

import csv
import io
import re

from footfall.model.columns import SUMMARY_COLUMNS
from footfall.render.content import Content
from footfall.render.printable import printable
from footfall.render.table import rows
from footfall.tables.formula import as_text

_AFTER_A_SEPARATOR = re.compile(r';(?=[\s"]*[=+@-])')
"""A spreadsheet whose separator is `;`, as in much of Europe, begins a cell there, whatever stands in quotation marks."""


def render(content: Content) -> str:
    """Header and rows; blank = not known."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(SUMMARY_COLUMNS)
    for row in rows(content.runs, content.history):
        writer.writerow([cell(row[name]) for name in SUMMARY_COLUMNS])
    return table.getvalue()


def cell(value: bool | int | float | str | None) -> str:
    """One value as it stands in a table; blank = not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # of the text as it came too: a control before the sign is gone or a blank once it is printable
        text = printable(value)
        text = _AFTER_A_SEPARATOR.sub(r"\g<0>'", text)
        return f"'{text}" if as_text(value) != value else as_text(text)
    return str(value)
