"""Cases of a rule as data: tests/rules/CODE.toml. docs/add-a-rule.md says how to write one."""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from footfall.history.days import build_history
from footfall.history.history import History
from footfall.model.athlete import Athlete
from footfall.model.diary import RED_FLAGS, RESOLVED, Diary, DiaryEntry, Onset, Quality, Site, Surface, UnreadFlag
from footfall.model.summary import RunSummary
from tests.factories import FROM_THE_START, PAIN_FREE, entry, minutes_onset, run_on

FOLDER = Path(__file__).parent.parent / "rules"
OUTCOMES = ("fires", "quiet", "not-enough-data")


@dataclass(frozen=True)
class Case:
    """One history and what the rule must make of it.

    is_    what must hold: of a firing case `findings` (how many) and keys of the first finding, `evidence` and `headline`
           by part; of a quiet one `says`; of a not-enough-data one `reason`, `has`, `needs` by part.
    """

    code: str
    name: str
    expect: str
    history: History
    is_: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.code}-{self.name.replace(' ', '-')}"


def cases() -> list[Case]:
    """Every case of every file, by code."""
    return [_case(path.stem, table) for path in sorted(FOLDER.glob("*.toml")) for table in _tables(path)]


def _tables(path: Path) -> Sequence[Mapping[str, Any]]:
    with path.open("rb") as file:
        return tomllib.load(file)["case"]


def _case(code: str, table: Mapping[str, Any]) -> Case:
    unknown = set(table) - {"name", "expect", "as_of", "since", "until", "athlete", "runs", "diary", "is"}
    assert not unknown, f"{code}: unknown keys {sorted(unknown)}"
    assert table["expect"] in OUTCOMES
    runs = [run for group in table.get("runs", ()) for run in _runs(group)]
    history, problems = build_history(
        runs,
        _diary(table["diary"]) if "diary" in table else None,
        Athlete(**table.get("athlete", {})),
        table["as_of"],
        since=table.get("since"),
        until=table.get("until"),
    )
    unplaced = [problem for problem in problems if problem.code != "other-period"]
    assert not unplaced, f"{code}, {table['name']}: {unplaced}"
    return Case(code, table["name"], table["expect"], history, table.get("is", {}))


def _days(group: dict[str, Any]) -> list[dt.date]:
    first, step, count = group.pop("day"), group.pop("every_days", 1), group.pop("count", 1)
    return [first + dt.timedelta(days=step * k) for k in range(count)]


def _runs(group: Mapping[str, Any]) -> list[RunSummary]:
    fields = dict(group)
    if fields.pop("no_distance", False):
        fields["km"] = None
    return [run_on(day, **fields) for day in _days(fields)]


def _diary(groups: Sequence[Mapping[str, Any]]) -> Diary:
    entries: list[DiaryEntry] = []
    for group in groups:
        fields = dict(group)
        days, fields = _days(fields), _entry_fields(fields)
        entries += [entry(day, len(entries) + 2 + k, **_in_turn(fields, k)) for k, day in enumerate(days)]
    entries.sort(key=lambda each: each.day)
    unread = [UnreadFlag(each.path, each.source_line, each.day, text) for each in entries for text in each.unread_red_flags]
    return Diary("diary.csv", tuple(entries), unread_flags=tuple(unread))


def _in_turn(fields: Mapping[str, Any], number: int) -> dict[str, Any]:
    """A list of scores gives one to each row of a group, over and over."""
    return {
        key: value[number % len(value)] if key.startswith("pain_") and isinstance(value, list) else value
        for key, value in fields.items()
    }


def _entry_fields(fields: dict[str, Any]) -> dict[str, Any]:
    if "onset" in fields:
        fields["onset"] = _onset(fields["onset"])
    if "sites" in fields:
        fields["sites"] = frozenset(map(Site, fields["sites"]))
    if "qualities" in fields:
        fields["qualities"] = frozenset(map(Quality, fields["qualities"]))
    if "surface" in fields:
        fields["surface"] = Surface(fields["surface"])
    if "start" in fields:
        fields["start"] = dt.time.fromisoformat(fields["start"])
    ticked = set(fields.pop("red_flags", ()))
    fields["red_flags"] = frozenset(ticked & RED_FLAGS.keys())
    fields["red_flags_resolved"] = RESOLVED in ticked
    fields["unread_red_flags"] = tuple(sorted(ticked - RED_FLAGS.keys() - {RESOLVED}))
    return fields


def _onset(written: float | str) -> Onset:
    if isinstance(written, str):
        return {"none": PAIN_FREE, "start": FROM_THE_START}[written]
    return minutes_onset(written)
