"""What became of a file of a batch, in a word: for the log's lines and the counts of the bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from footfall.library.codec import unpack
from footfall.library.rows import FileRow, ItemRow, ReadingRow
from footfall.model.problem import Problem
from footfall.workflow.reading import Head


class Status(StrEnum):
    """Of one file."""

    READ = "read"
    """It has runs, or is a log."""
    UNCHANGED = "unchanged"
    """The same, and the library had it."""
    RESUMED = "resumed"
    """The same, and an earlier batch or a shard had read it."""
    PASSED_OVER = "passed-over"
    """No run, and no failure."""
    FAILED = "failed"
    UNKNOWN = "unknown"
    """Met in a folder or an archive, and of no kind that is read."""


@dataclass(frozen=True, slots=True)
class ItemTold:
    """One file on the disk, or one in an archive.

    within    as in ItemRow.
    sha256    of its bytes; None where none could be had.
    runs      how many it holds.
    problem   what is said of it, failures first; None = nothing.   problems   how many such there are.
    """

    within: str
    status: Status
    sha256: str | None
    runs: int
    problem: Problem | None
    problems: int


def told(file: FileRow, readings: Mapping[str, ReadingRow]) -> tuple[ItemTold, ...]:
    """Of a file with all that is in it. Raises LibraryError for a record that is damaged."""
    return tuple(_of_item(item, readings) for item in file.items)


def _of_item(item: ItemRow, readings: Mapping[str, ReadingRow]) -> ItemTold:
    if item.reading is None:
        assert item.problem is not None, "an item has a reading or a problem"
        return of_problem(unpack(Problem, item.problem), item.within)
    return of_head(unpack(Head, readings[item.reading].head), item.within)


def of_head(head: Head, within: str) -> ItemTold:
    """Of a file that was looked at; a log has as many runs as entries that are or name one."""
    runs = len(head.note_codes) or len(head.entries)
    return _told(within, head.sha256 or None, runs, head.problems, unknown=head.unknown)


def of_problem(problem: Problem, within: str) -> ItemTold:
    """Of a file that was not."""
    return _told(within, None, 0, (problem,), unknown=False)


def whole(items: Sequence[ItemTold]) -> Status:
    """Of a file on the disk with all that is in it: read where anything of it was, else the worst."""
    found = {one.status for one in items}
    order = (Status.READ, Status.FAILED, Status.PASSED_OVER)
    return next((one for one in order if one in found), Status.UNKNOWN)


def _told(within: str, sha256: str | None, runs: int, problems: Sequence[Problem], *, unknown: bool) -> ItemTold:
    failure = next((one for one in problems if one.failed), None)
    first = failure or next(iter(problems), None)
    if runs:
        status = Status.READ
    elif failure is not None:
        status = Status.FAILED
    else:
        status = Status.UNKNOWN if unknown else Status.PASSED_OVER
    return ItemTold(within, status, sha256, runs, first, len(problems))
