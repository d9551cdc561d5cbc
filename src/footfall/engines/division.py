"""Chunks handed out in pieces and given back in order; a piece over which workers die is divided until the item stands alone."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from footfall.engines.engine import Done, Lost
from footfall.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

WHOLE_AGAIN = 1
"""Deaths after which a chunk is done again as it is: most workers are killed from outside, and the chunk had no part in it."""
DEATHS = 3
"""Deaths over one item after which it is given up, that of the piece it came from among them: the last two strike it alone,
and bad luck hardly does that."""


@dataclass(eq=False)
class Piece(Generic[T]):
    """Part of a chunk.

    chunk    number of the chunk.    first    place of its first item there.
    deaths   of workers that had it in hand, or what it is a part of: it is suspect as soon as there is one.
    """

    chunk: int
    first: int
    items: tuple[T, ...]
    deaths: int = 0


@dataclass(eq=False)
class _Chunk(Generic[T, R]):
    """What has come of a chunk so far, by the place of the first item; `missing` pieces are still to come."""

    missing: int = 1
    came: dict[int, Done[T, R] | Lost[T]] = field(default_factory=dict)


class Division(Generic[T, R]):
    """What is drawn, in work and finished. `ahead` = how many chunks may be drawn before the first of them is given back."""

    def __init__(self, chunks: Iterable[tuple[T, ...]], ahead: int) -> None:
        self._chunks, self._ahead = enumerate(chunks), ahead
        self._again: deque[Piece[T]] = deque()
        self._open: deque[int] = deque()
        self._came: dict[int, _Chunk[T, R]] = {}
        self._drawn = False

    def next(self) -> Piece[T] | None:
        """What is to be done next: what was lost goes before what is new. None = nothing, for now or for good."""
        if self._again:
            return self._again.popleft()
        if len(self._open) >= self._ahead:
            return None
        number, items = next(self._chunks, (0, None))
        if items is None:
            self._drawn = True
            return None
        self._open.append(number)
        self._came[number] = _Chunk()
        return Piece(number, 0, items)

    @property
    def is_empty(self) -> bool:
        """Nothing is in work, and nothing is left to be drawn: `next` has said so with room for more."""
        return not self._open and self._drawn

    def done(self, piece: Piece[T], result: R) -> None:
        """A piece has come to its end."""
        self._keep(piece, Done(piece.items, result))

    def died(self, piece: Piece[T], deaths: int = 1) -> None:
        """As many workers are gone as had it in hand. Raises EngineError when they die over a chunk that has nothing in it."""
        piece.deaths += deaths
        if len(piece.items) > 1 and piece.deaths > WHOLE_AGAIN:
            self._divide(piece)
        elif piece.deaths < DEATHS:
            self._again.append(piece)
        elif piece.items:
            self._keep(piece, Lost(piece.items[0]))
        else:
            raise EngineError("workers-die")

    def _divide(self, piece: Piece[T]) -> None:
        middle = len(piece.items) // 2
        for first, items in ((0, piece.items[:middle]), (middle, piece.items[middle:])):
            self._again.append(Piece(piece.chunk, piece.first + first, items, WHOLE_AGAIN))
        self._came[piece.chunk].missing += 1

    def finished(self) -> Iterator[Done[T, R] | Lost[T]]:
        """What can be given back: chunks from the front, whole."""
        while self._open and not self._came[self._open[0]].missing:
            came = self._came.pop(self._open.popleft()).came
            yield from (came[first] for first in sorted(came))

    def _keep(self, piece: Piece[T], one: Done[T, R] | Lost[T]) -> None:
        chunk = self._came[piece.chunk]
        chunk.came[piece.first] = one
        chunk.missing -= 1
