"""What every engine offers: a callable mapped over chunks, results in their order, a dead worker costing its item alone."""

import os
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


def processors() -> int:
    """How many workers this machine has a processor for."""
    return os.cpu_count() or 1  # None where the system does not say


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
