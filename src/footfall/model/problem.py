"""What went wrong or was passed over, as a value: a bad file or row is no exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Consequence(StrEnum):
    """What a reason code does to the exit code."""

    FAILED = "failed"
    """Counted as a failure: exit code 1 when anything else was usable."""
    PASSED_OVER = "passed-over"
    """Counted and named, no failure: the file is no run, or was read in spite of it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be used, or only in part.

    path     the file, as the user named it; for a member of an archive `archive.zip/member`.
    where    `row 7, column onset`, `byte 1234`, or None for the whole file.
    reason   a code of REASONS.
    message  one sentence for people: what happened and what to do.
    what     what it is instead, in a word by which many are counted: `monitoring`, `cycling`; None where there is no such word.
    """

    path: str
    where: str | None
    reason: str
    message: str
    what: str | None = None

    def __post_init__(self) -> None:
        if self.reason not in REASONS:
            raise ValueError(f"unknown reason code {self.reason!r}")

    @property
    def failed(self) -> bool:
        """True when it counts as a failure. `unknown-format` does: one met in a folder is only counted, never a Problem."""
        return REASONS[self.reason] is Consequence.FAILED or self.reason == "unknown-format"


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of a run's numbers should know: a code of the catalogue and the values of its sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


_FAILED = (
    "damaged",  # ours, but nothing of it could be used; an empty file too
    "no-time",
    "no-samples",
    "bad-clock",
    "too-large",
    "unreadable",
    "encrypted",
    "unsafe-xml",
    "bad-cell",
    "bad-row",
    "bad-diary",
    "bad-athlete",  # an athlete.toml above files of a batch: her runs are read without it
    "unchecked-red-flag",  # text in `red_flags` that is no code: shown in F1's place as well
    "missing",  # a path that does not exist
    "fault",  # a fault of footfall's own over one file of many
    "worker-died",  # the process that read it, each time and with nothing else in hand
)
_PASSED_OVER = (
    "not-an-activity",
    "not-a-run",
    "duplicate",
    "bad-checksum",
    "truncated",
    "unknown-format",  # a failure only when the file was named: the workflow knows
    "not-a-run-file",  # a diary, squad or athlete file met among PATHs
    "clock-mended",  # a watch that did not know the date: taken from elsewhere in the file
    "inferred-values",  # a quantity that the file lacks, made from another that it has
    "dropped-values",  # single samples outside what is possible
    "ambiguous-run",
    "no-run-for-entry",
    "onset-outside-run",  # an onset that its run cannot hold: lap 9 of 4, minute 50 of 40
    "after-as-of",  # later than the day that counts as today
    "joined",  # entries of a log whose recordings are here too
    "same-time",  # two recordings of one stretch of time: history counts the longer
    "unknown-column",
    "unused-column",  # of a run log
    "other-period",  # a diary, or one row of it, far from all the runs
    "other-encoding",  # a diary that is not UTF-8, read all the same
    "sport-inferred",  # a run by its speed and cadence alone
    "apple-steps-not-read",  # a route of Apple Health without the export that has its steps
    "elapsed-for-moving",  # a log without moving times: pauses count as running
)

REASONS: Mapping[str, Consequence] = MappingProxyType(
    dict.fromkeys(_FAILED, Consequence.FAILED) | dict.fromkeys(_PASSED_OVER, Consequence.PASSED_OVER)
)
"""Every reason code and what it does to the exit code."""
