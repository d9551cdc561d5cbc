"""What every engine offers: a callable mapped over chunks, results in their order, a dead worker costing its item alone."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Options:
    """How an engine is set up.

    workers    how many at a time; None = as many as there are processors.
    scheduler  address of a cluster's scheduler (`tcp://host:8786`); None = one on this machine. Of dask alone.
    """

    workers: int | None = None
    scheduler: str | None = None


_MOST_ON_WINDOWS = 60
"""Its WaitForMultipleObjects takes 63 handles, and some are needed beside those of the workers."""


def processors() -> int:
    """How many workers there is a processor for: of those alone that this process may use, which can be few of many."""
    allowed = getattr(os, "sched_getaffinity", None)  # Linux alone
    return waited_for(len(allowed(0)) if allowed is not None else os.cpu_count() or 1)  # None where the system does not say


def waited_for(workers: int) -> int:
    """So many, or fewer where the system cannot wait for as many at once."""
    return min(workers, _MOST_ON_WINDOWS) if sys.platform == "win32" else workers


@dataclass(frozen=True, slots=True)
class Done(Generic[T, R]):
    """A chunk, or a piece of one that was divided after a worker had died over it, and what the callable returned for it."""

    chunk: tuple[T, ...]
    result: R


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item over which workers died time and again, also while nothing else could be why."""

    item: T


class Engine(Protocol):
    """A place for work. A context manager: leaving it ends its workers, also after Ctrl-C."""

    name: str
    workers: int

    def map(self, work: Callable[[tuple[T, ...]], R], chunks: Iterable[tuple[T, ...]]) -> Iterator[Done[T, R] | Lost[T]]:
        """Results in the order of the chunks, while later ones are worked on; `chunks` is drawn from only as far as is needed.

        work     can be pickled, and gives the same for the same chunk wherever and however often it runs: what a dead worker
                 had in hand is done again, and a piece that kills again is divided until the item that does so stands alone.
        Raises   what `work` raises; EngineError when there is nowhere to work.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
