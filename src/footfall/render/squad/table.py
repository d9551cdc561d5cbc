"""squad.csv: a row per athlete, of what each shares; blank = not known, or not shared."""

import csv
import io
from dataclasses import fields

from footfall.render.csv import cell
from footfall.render.squad.content import Member, Numbers, Squad

_DIGITS = {
    "distance_km": 3,
    "moving_min": 2,
    "longest_run_km": 3,
    "longest_share": 3,
    "footfalls": 0,
    "load": 0,
    "easy_km": 3,
    "change_vs_4wk_median_pct": 1,
    "session_spike_pct": 1,
    "max_pain": 1,
    "onset_min": 2,
}

SQUAD_COLUMNS = (
    "athlete",
    "week",
    "runs",
    "distance_km",
    "moving_min",
    "longest_run_km",
    "longest_share",
    "footfalls",
    "load",
    "easy_km",
    "change_vs_4wk_median_pct",
    "session_spike_pct",
    "max_pain",
    "sites",
    "onset_min",
    "diary_days",
    "days_since_last_run",
    "flags",
    "worst_severity",
    "data_quality",
)
"""In this order, whatever the language and the units."""


def squad_csv(squad: Squad) -> str:
    """Header and a row per athlete, the worst first. Kilometres and minutes whatever units pages speak in."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(SQUAD_COLUMNS)
    for member in squad.members:
        row = squad_row(squad, member)
        writer.writerow([cell(row[name]) for name in SQUAD_COLUMNS])
    return table.getvalue()


def squad_row(squad: Squad, member: Member) -> dict[str, bool | int | float | str | None]:
    """One athlete under the names of SQUAD_COLUMNS; None = not known, or not shared."""
    row: dict[str, bool | int | float | str | None] = {"athlete": member.name, "week": squad.label}
    for one in fields(Numbers):
        value = getattr(member.numbers, one.name)
        row[one.name] = round(value, _DIGITS[one.name]) if isinstance(value, float) else value
    row["sites"] = ";".join(member.sites) or None
    row["flags"] = ";".join(flag.rule for flag in member.flags) or None
    row["worst_severity"] = None if member.worst is None else member.worst.value
    row["data_quality"] = member.data_quality.value
    return row
