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
        flat = _flat(fields)
        flat["athlete"] = history.athlete.id
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
