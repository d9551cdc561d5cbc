"""What a batch came to."""

from collections.abc import Mapping
from dataclasses import dataclass

from footfall.model.problem import Problem


@dataclass(frozen=True, eq=False)
class BatchDone:
    """All there is to say at its end.

    files      found.   unchanged   of them, not read because they were known.   resumed   of them, taken over from parts.
    read       of them, read now.
    runs       in the table; None for a shard, which joins nothing.
    athletes   whose files they are.
    counts     of files and of problems by reason.
    problems   by path; of a shard what is said of single files.
    remarks    sentences: what was cleared away, that nothing has changed, what to do next.
    usable     at least one run could be used; of a shard, that it came to its end.
    """

    output: str
    files: int
    unchanged: int
    resumed: int
    read: int
    runs: int | None
    athletes: int
    counts: Mapping[str, int]
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]
    usable: bool
