"""The result as a table, one row per run: the scalar keys of the JSON joined by `_`, and whose run and which file."""

import csv
import io
from collections.abc import Mapping

from footfall.model.columns import SUMMARY_COLUMNS
from footfall.render.content import Content
from footfall.render.fields import Plain, outings_by_run, run_fields
from footfall.render.printable import printable

_FORMULA = ("=", "+", "-", "@")
"""A cell that begins so is run as a formula by spreadsheets: a device or a file could be named to do harm."""


def render(content: Content) -> str:
    """Header and rows; blank = not known."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(SUMMARY_COLUMNS)
    for row in rows(content):
        writer.writerow([_cell(row[name]) for name in SUMMARY_COLUMNS])
    return table.getvalue()


def rows(content: Content) -> list[dict[str, bool | int | float | str | None]]:
    """One row per run under the names of SUMMARY_COLUMNS; None = not known."""
    outings = outings_by_run(content)
    found = []
    for run in content.runs:
        fields = run_fields(run, outings.get(run.id))
        flat = _flat(fields)
        flat["athlete"] = content.history.athlete.id
        flat["path"] = "|".join(file.path for file in run.files)
        flat["notes"] = ";".join(note.code for note in run.notes)
        found.append({name: flat.get(name) for name in SUMMARY_COLUMNS})
    return found


def _flat(fields: Mapping[str, Plain], prefix: str = "") -> dict[str, bool | int | float | str | None]:
    flat: dict[str, bool | int | float | str | None] = {}
    for key, value in fields.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}_")
        elif not isinstance(value, list):
            flat[prefix + key] = value
        elif all(isinstance(item, str) for item in value):
            flat[prefix + key] = ";".join(str(item) for item in value)
    return flat


def _cell(value: bool | int | float | str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = printable(value)
        return "'" + text if text.startswith(_FORMULA) else text
    return str(value)
