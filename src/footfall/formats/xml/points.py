"""The points of a GPX or TCX file: first as texts by column, then, all at once, as numbers.

A point gets a number when it is met; texts are kept per column with the numbers of their points. So a point that lacks a
heart rate costs nothing, and a list of numbers is enough to say which points make a track.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from footfall.formats.xml.iso_times import Instants, to_instants
from footfall.formats.xml.names import STANCE_TIME_MS, TIME, Vocabulary
from footfall.formats.xml.text_numbers import to_floats
from footfall.model.intervals import FloatArray, IntArray

Numbers = Instants | FloatArray
"""One column of some points: instants for the times, floats for all others."""


@dataclass(frozen=True, slots=True)
class Block:
    """`count` points numbered from `first`, which all have the same columns: (column, its numbers)."""

    first: int
    count: int
    columns: tuple[tuple[str, Numbers], ...]


def to_numbers(column: str, texts: Sequence[str]) -> Numbers:
    """One column of points, in the unit of COLUMNS."""
    if column == TIME:
        return to_instants(texts)
    values = to_floats(texts)
    return values / 1000 if column == STANCE_TIME_MS else values


@dataclass(frozen=True, eq=False)
class Points:
    """Points as numbers, nothing checked yet.

    instants  shape (n,).
    columns   names of COLUMNS, without time_s -> shape (n,); NaN = not recorded; infinite = not readable.
    """

    instants: Instants
    columns: Mapping[str, FloatArray]

    def take(self, numbers: Sequence[int] | IntArray) -> "Points":
        """These points, in this order, and of their columns those that hold anything."""
        rows = np.asarray(numbers, dtype=np.int64)
        instants = replace(self.instants, us=self.instants.us[rows], known=self.instants.known[rows])
        taken = {name: values[rows] for name, values in self.columns.items()}
        return Points(instants, {name: values for name, values in taken.items() if not np.all(np.isnan(values))})


class PointTexts:
    """Gathers the texts of points. Where a point states a column twice, the later number holds."""

    def __init__(self, blocks: Sequence[Block] = (), count: int = 0) -> None:
        """`blocks`: points that were read together, `count` in all; those read one by one are numbered after them."""
        self._blocks = blocks
        self._single: dict[str, tuple[list[int], list[str]]] = {}
        self._count = count

    def next_number(self) -> int:
        """A number for a new point."""
        self._count += 1
        return self._count - 1

    def add(self, column: str, number: int, text: str) -> None:
        """One text of one point."""
        held = self._single.get(column)
        if held is None:
            held = self._single[column] = ([], [])
        held[0].append(number)
        held[1].append(text)

    def to_points(self) -> Points:
        """All points as numbers, by number of point."""
        us = np.zeros(self._count, dtype=np.int64)
        known = np.zeros(self._count, dtype=np.bool_)
        offset_s: int | None = None
        zoneless = False
        columns: dict[str, FloatArray] = {}
        for column, rows, found in self._by_column():
            if isinstance(found, Instants):
                us[rows[found.known]] = found.us[found.known]
                known[rows[found.known]] = True
                offset_s = found.offset_s if offset_s is None else offset_s
                zoneless |= found.zoneless
            else:
                given = ~np.isnan(found)
                name = "stance_time_s" if column == STANCE_TIME_MS else column
                spread = columns.get(name)
                if spread is None:
                    spread = columns[name] = np.full(self._count, np.nan)
                spread[rows[given]] = found[given]
        return Points(Instants(us, known, offset_s, zoneless), columns)

    def _by_column(self) -> Iterator[tuple[str, IntArray, Numbers]]:
        for block in self._blocks:
            rows = np.arange(block.first, block.first + block.count)
            for column, numbers in block.columns:
                yield column, rows, numbers
        for column, (held, texts) in self._single.items():
            yield column, np.array(held, dtype=np.int64), to_numbers(column, texts)


class OpenPoint:
    """The point that a listener is in, if any: passes its texts on under its number.

    ends   what a listener wants to hear of: every element that may be a column.
    """

    def __init__(self, vocabulary: Vocabulary, texts: PointTexts) -> None:
        self._vocabulary = vocabulary
        self._texts = texts
        self._number: int | None = None
        self.ends = {name: partial(self.leaf, name) for name in vocabulary.leaves}

    @property
    def is_open(self) -> bool:
        """Whether a point has begun and not ended."""
        return self._number is not None

    def begin(self, attributes: Mapping[str, str]) -> None:
        """The element of a point begins."""
        number = self._number = self._texts.next_number()
        for name, column in self._vocabulary.attributes.items():
            if name in attributes:
                self._texts.add(column, number, attributes[name])

    def leaf(self, name: str, parent: str, text: str) -> None:
        """An element ends; one outside any point is passed over."""
        if self._number is None:
            return
        column = self._vocabulary.column(parent, name)
        if column is not None:
            self._texts.add(column, self._number, text)

    def finish(self) -> int | None:
        """The element of the point ends: its number, or None where no point was open. One cut short never gets here."""
        number, self._number = self._number, None
        return number
