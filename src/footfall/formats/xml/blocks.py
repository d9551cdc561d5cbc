"""Reading the points of an XML file in blocks: most points of a file are written alike, tag for tag.

The shape of a point (its tags, in order) is learned from one point and turned into a regular expression; every other point
of that shape is then read by one match instead of some thirty calls from expat. What was read this way is replaced by a
small marker element, and expat walks what is left: headers, laps, points that are unlike the others. So expat still judges
the document, and a marker inside a comment is never met. One thing is judged more kindly: a control character within a
point, where expat would stop, costs that value alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from footfall.formats.xml.names import Vocabulary
from footfall.formats.xml.points import Block, PointTexts, to_numbers
from footfall.formats.xml.shape import Learned, ShapeLearner

_PIECE = 250_000
"""Characters that are cut into texts at a time."""
_MOST_SHAPES = 8
"""Each costs a pass over what is left. Real files have one to six, and the last ones have a handful of points."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A document with its regular points taken out.

    text     the rest, each run of points replaced by `<marker first="…" stop="…"/>`.
    marker   the name of those elements; None when nothing was taken out.
    blocks   the points taken out, `count` in all.
    """

    text: str
    marker: str | None
    blocks: tuple[Block, ...] = ()
    count: int = 0

    def texts(self) -> PointTexts:
        """The texts of the points taken out; further points are numbered after them."""
        return PointTexts(self.blocks, self.count)


def unfolded(text: str) -> Folded:
    """A document as it is, for reading it point by point."""
    return Folded(text, None)


def fold(text: str, vocabulary: Vocabulary) -> Folded:
    """Take the points that are written alike out of a document."""
    first = re.search(rf"<(?:[^\s<>/:\"'=!?]+:)?{vocabulary.element}(?=[\s>])", text, re.IGNORECASE)
    if first is None or _is_in_cdata(text, first.group()):
        return unfolded(text)
    return _Folding(text, first.group(), vocabulary).fold()


def _is_in_cdata(text: str, opening: str) -> bool:
    """Whether what looks like a point is part of somebody's text: there a marker would show."""
    start = text.find("<![CDATA[") if "[" in text else -1  # one character is found ten times as fast as nine
    while start >= 0:
        end = text.find("]]>", start)
        if text.find(opening, start, end if end >= 0 else len(text)) >= 0:
            return True
        start = text.find("<![CDATA[", end) if end >= 0 else -1
    return False


def _unused_name(text: str) -> str:
    """A name that no element has: nobody may pass for a marker."""
    letter = next((letter for letter in "QZXJK" if letter not in text), None)  # one letter is looked for ten times as fast
    if letter is not None:
        return letter
    name = "points"
    while f"<{name}" in text:
        name += "_"
    return name


class _Folding:
    """One document on its way."""

    def __init__(self, text: str, opening: str, vocabulary: Vocabulary) -> None:
        # an entity wants expat: where the document has any, a text that holds one may not match
        self._learner = ShapeLearner(opening, vocabulary, entities="&" in text)
        self._opening = opening
        self._text = text
        self._blocks: list[Block] = []
        self._count = 0
        self._marker = _unused_name(text)

    def fold(self) -> Folded:
        for _ in range(_MOST_SHAPES):
            learned = self._next_shape()
            if learned is None:
                break
            self._take_out(*learned)
        return Folded(self._text, self._marker if self._count else None, tuple(self._blocks), self._count)

    def _next_shape(self) -> Learned | None:
        """The shape of a point in the middle of what is left: the first ones often lack a sensor. None when there is none."""
        for start in (len(self._text) // 2, 0):
            position = self._text.find(self._opening, start)
            learned = self._learner.learn(self._text, position) if position >= 0 else None
            if learned is not None:
                return learned
        return None

    def _take_out(self, pattern: re.Pattern[str], columns: tuple[str, ...]) -> None:
        left: list[str] = []
        for piece in self._pieces():
            parts = pattern.split(piece)  # what stands before the first point, its texts, what stands before the next, …
            between = parts[:: len(columns) + 1]
            left += self._marked(between)
            self._keep(parts, columns, len(between) - 1)
        self._text = "".join(left)

    def _pieces(self) -> Iterator[str]:
        """The text cut before points, so that the texts of one piece stay in the processor's cache and are soon freed."""
        start = 0
        while start < len(self._text):
            stop = self._text.find(self._opening, start + _PIECE)
            stop = stop if stop >= 0 else len(self._text)
            yield self._text[start:stop]
            start = stop

    def _keep(self, parts: list[str], columns: tuple[str, ...], count: int) -> None:
        if not count:
            return
        step = len(columns) + 1
        numbers = tuple((name, to_numbers(name, parts[k::step])) for k, name in enumerate(columns, start=1))
        self._blocks.append(Block(self._count, count, numbers))
        self._count += count

    def _marked(self, between: list[str]) -> list[str]:
        """What stands between the points of a piece, with a marker for every run of them."""
        count = len(between) - 1
        left = [between[0]]
        runs = [number for number, rest in enumerate(between) if rest and number]
        for first, stop in pairwise([0, *runs]):
            left += (self._mark(first, stop), between[stop])
        left.append(self._mark(runs[-1] if runs else 0, count))
        return left

    def _mark(self, first: int, stop: int) -> str:
        if first == stop:  # points all the way to the end of the text: a document cut short
            return ""
        return f'<{self._marker} first="{self._count + first}" stop="{self._count + stop}"/>'
