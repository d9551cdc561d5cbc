"""What the last trials counted, kept beside this as JSON."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from trials.count import Counted

RESULTS = Path(__file__).resolve().parent / "results.json"


@dataclass(frozen=True, slots=True)
class Results:
    """Code of a table -> its counts, the seed that they were made with, and the minutes that took on the processes given.

    made   how they came together, where not in one run of the command; written by hand.
    """

    counts: Mapping[str, tuple[Counted, ...]]
    seeds: Mapping[str, int]
    minutes: Mapping[str, float]
    made: str = ""


def keep(results: Results) -> None:
    """In place of what was kept before."""
    tables = [
        {
            "code": code,
            "seed": results.seeds[code],
            "minutes": round(results.minutes[code], 1),
            "counts": [{name: _plain(value) for name, value in asdict(one).items() if name != "table"} for one in counts],
        }
        for code, counts in results.counts.items()
    ]
    text = json.dumps({"made": results.made, "tables": tables}, indent=1, ensure_ascii=False)
    RESULTS.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def kept() -> Results:
    """Nothing where none were kept."""
    if not RESULTS.exists():
        return Results({}, {}, {})
    written = json.loads(RESULTS.read_text(encoding="utf-8"))
    tables = written["tables"]
    counts = {table["code"]: tuple(_counted(table["code"], one) for one in table["counts"]) for table in tables}
    return Results(
        counts,
        {table["code"]: table["seed"] for table in tables},
        {table["code"]: table["minutes"] for table in tables},
        written.get("made", ""),
    )


def _counted(code: str, one: Mapping[str, Any]) -> Counted:
    known: dict[str, Any] = {name: math.nan if value is None else value for name, value in one.items()}
    return Counted(code, **known)


def _plain(value: float | int | str) -> float | int | str | None:
    """NaN is null: JSON has no other word for it."""
    return None if isinstance(value, float) and math.isnan(value) else value
