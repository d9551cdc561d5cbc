"""The work done here, chunk after chunk."""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

from footfall.engines.engine import Done, Lost, Options

T = TypeVar("T")
R = TypeVar("R")


class Serial:
    """This process: no start-up, and nothing between the caller and a bug. What kills the work kills it too."""

    name = "serial"
    workers = 1

    def __init__(self, options: Options) -> None:
        """options   play no part here."""

    def map(self, work: Callable[[tuple[T, ...]], R], chunks: Iterable[tuple[T, ...]]) -> Iterator[Done[T, R] | Lost[T]]:
        """As in Engine."""
        return (Done(chunk, work(chunk)) for chunk in chunks)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """There is nothing to end."""
