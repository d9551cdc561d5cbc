"""What was put into an export: the known answer to what is read from it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class PlantedRun:
    """One run, however many files and log rows tell of it.

    start        UTC, of the recording that began first.
    timer_s      without pauses.  [s]
    footfalls    both feet; None where nothing in the export counts or times them (a run typed by hand).
    names, shoes, descriptions   what the accounts say of it: where two tell of it, either is right. Empty where none does.
    members      paths of its files inside the export; empty for a run typed by hand.
    logged       a row of activities.csv, a summary or a workout tells of it.
    """

    start: dt.datetime
    timer_s: float
    distance_m: float
    footfalls: float | None
    names: tuple[str, ...] = ()
    shoes: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    logged: bool = True

    def with_other(self, other: "PlantedRun") -> "PlantedRun":
        """The same run, told of by two exports."""
        return replace(
            self,
            start=min(self.start, other.start),
            names=tuple(dict.fromkeys((*self.names, *other.names))),
            shoes=tuple(dict.fromkeys((*self.shoes, *other.shoes))),
            descriptions=tuple(dict.fromkeys((*self.descriptions, *other.descriptions))),
            members=(*self.members, *other.members),
            logged=self.logged or other.logged,
        )


@dataclass(frozen=True)
class Truth:
    """What one export holds.

    runs               by start.
    others             files of other sports, by sport.
    other_legs         legs of triathlons that are no run, beside the run in the same file.
    logged_others      rows of other sports, with a file or without, by sport.
    not_activities     FIT files that are no activity, by kind.
    same_bytes         files that equal another one here once decompressed.
    other_recordings   further files of a run that has one already: another format, or a phone beside the watch.
    salvaged           member -> reason code: read in spite of it.
    failed             member -> reason code: not readable.
    unknown            files that are no recording at all, by suffix.
    """

    runs: tuple[PlantedRun, ...]
    others: Mapping[str, int] = field(default_factory=dict)
    other_legs: int = 0
    logged_others: Mapping[str, int] = field(default_factory=dict)
    not_activities: Mapping[str, int] = field(default_factory=dict)
    same_bytes: int = 0
    other_recordings: int = 0
    salvaged: Mapping[str, str] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)

    @property
    def manual(self) -> int:
        """Runs without any file."""
        return sum(not run.members for run in self.runs)

    @property
    def copies(self) -> int:
        """Files that add no run: the same bytes again, or another recording of a run that has one."""
        return self.same_bytes + self.other_recordings

    @property
    def recordings(self) -> int:
        """FIT, GPX and TCX files in all."""
        firsts = sum(bool(run.members) for run in self.runs)
        lost = sum(1 for member in self.failed if not any(member in run.members for run in self.runs))
        return firsts + sum(self.others.values()) + sum(self.not_activities.values()) + self.copies + lost

    def to_json(self) -> dict[str, Any]:
        """As it stands in truth.json."""
        return {
            "recordings": self.recordings,
            "others": dict(self.others),
            "other_legs": self.other_legs,
            "logged_others": dict(self.logged_others),
            "not_activities": dict(self.not_activities),
            "same_bytes": self.same_bytes,
            "other_recordings": self.other_recordings,
            "manual": self.manual,
            "salvaged": dict(self.salvaged),
            "failed": dict(self.failed),
            "unknown": dict(self.unknown),
            "runs": [
                {
                    "start": run.start.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "timer_s": run.timer_s,
                    "distance_m": round(run.distance_m, 1),
                    "footfalls": None if run.footfalls is None else round(run.footfalls),
                    "names": list(run.names),
                    "shoes": list(run.shoes),
                    "descriptions": list(run.descriptions),
                    "members": list(run.members),
                    "logged": run.logged,
                }
                for run in self.runs
            ],
        }


def inside(truth: Truth, folder: str) -> Truth:
    """The same, its members below `folder`: what an archive is inside another."""
    return replace(
        truth,
        runs=tuple(replace(run, members=tuple(f"{folder}/{member}" for member in run.members)) for run in truth.runs),
        salvaged={f"{folder}/{member}": reason for member, reason in truth.salvaged.items()},
        failed={f"{folder}/{member}": reason for member, reason in truth.failed.items()},
    )


def together(truths: Iterable[Truth], shared_bytes: int, shared_recordings: int) -> Truth:
    """Several exports as one heap of files.

    shared_bytes        files of one that equal a file of another.
    shared_recordings   files of one that are another recording of a run of another.
    """
    runs: dict[dt.datetime, PlantedRun] = {}
    all_of = tuple(truths)
    for run in (run for truth in all_of for run in truth.runs):
        runs[run.start] = runs[run.start].with_other(run) if run.start in runs else run
    return Truth(
        runs=tuple(runs[start] for start in sorted(runs)),
        others=_summed(truth.others for truth in all_of),
        other_legs=sum(truth.other_legs for truth in all_of),
        logged_others=_summed(truth.logged_others for truth in all_of),
        not_activities=_summed(truth.not_activities for truth in all_of),
        same_bytes=shared_bytes + sum(truth.same_bytes for truth in all_of),
        other_recordings=shared_recordings + sum(truth.other_recordings for truth in all_of),
        salvaged={member: reason for truth in all_of for member, reason in truth.salvaged.items()},
        failed={member: reason for truth in all_of for member, reason in truth.failed.items()},
        unknown=_summed(truth.unknown for truth in all_of),
    )


def _summed(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(total)
