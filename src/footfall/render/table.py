"""Runs as rows: the scalar keys of the JSON joined by `_`, and whose run and which file."""

from collections.abc import Iterable, Mapping

from footfall.history.history import History
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.model.summary import RunSummary
from footfall.render.fields import Plain, outings_by_run, run_fields


def rows(runs: Iterable[RunSummary], history: History) -> list[dict[str, bool | int | float | str | None]]:
    """One row per run under the names of SUMMARY_COLUMNS; None = not known."""
    outings = outings_by_run(history)
    found = []
    for run in runs:
        fields = run_fields(run, outings.get(run.id))
        row = flat(fields)
        row["athlete"] = history.athlete.id
        row["path"] = "|".join(file.path for file in run.files)
        row["notes"] = ";".join(note.code for note in run.notes)
        found.append({name: row.get(name) for name in SUMMARY_COLUMNS})
    return found


def flat(fields: Mapping[str, Plain], prefix: str = "") -> dict[str, bool | int | float | str | None]:
    """Nested keys joined by `_`, lists of words by `;`."""
    found: dict[str, bool | int | float | str | None] = {}
    for key, value in fields.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{key}_")
        elif not isinstance(value, list):
            found[prefix + key] = value
        elif all(isinstance(item, str) for item in value):
            found[prefix + key] = ";".join(str(item) for item in value)
    return found
