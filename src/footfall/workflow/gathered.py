"""The files behind a job's paths, read, from wherever: what joining them asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Run
from footfall.workflow.reading import Asked, Met, Reading


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """One file or member of an archive.

    path, base, file   as in Item.
    """

    path: str
    base: str | None
    file: str | None
    reading: Reading


class Gathering(Protocol):
    """Every file behind the paths, in a fixed order, and a second look at some of them."""

    def __iter__(self) -> Iterator[Gathered | Problem]:
        """Each once, by path."""
        ...

    def again(self, path: str, asked: Asked) -> Reading | None:
        """A file that was given before, read otherwise; None when it has gone."""
        ...

    def run(self, met: Met, asked: Asked) -> Run | None:
        """A run with its samples; None when its file is no longer what it was."""
        ...

    def joined(self, key: str) -> Measured | None:
        """A run measured from several recordings, where that was kept; `key` says which and how."""
        ...

    def keep_joined(self, key: str, measured: Measured) -> None:
        """Keep it, where anything is kept."""
        ...
