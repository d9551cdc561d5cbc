"""Reading the points of an XML file in blocks: most points of a file are written alike, tag for tag.

The shape of a point (its tags, in order) is learned from one point and turned into a regular expression; every other point
of that shape is then read by one match instead of some thirty calls from expat. What was read this way is replaced by a
small marker element, and expat walks what is left: headers, laps, points that are unlike the others. So expat still judges
the document, and a marker inside a comment is never met. One thing is judged more kindly: a control character within a
point, where expat would stop, costs that value alone.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from footfall.formats.xml.names import Vocabulary
from footfall.formats.xml.points import Block, PointTexts
from footfall.formats.xml.shape import Learned, ShapeLearner

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


class _Folding:
    """One document on its way."""

    def __init__(self, text: str, opening: str, vocabulary: Vocabulary) -> None:
        # an entity wants expat: where the document has any, a text that holds one may not match
        self._learner = ShapeLearner(opening, vocabulary, entities="&" in text)
        self._opening = opening
        self._text = text
        self._blocks: list[Block] = []
        self._count = 0
        self._marker = "points"

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
        parts = pattern.split(self._text)  # what stands before the first point, its texts, what stands before the next, …
        step = len(columns) + 1
        between = parts[::step]
        count = len(between) - 1
        self._blocks.append(Block(self._count, tuple((name, parts[k::step]) for k, name in enumerate(columns, start=1))))
        if not self._count:
            self._choose_marker("".join(between))
        left = [between[0]]
        runs = [number for number, rest in enumerate(between) if rest and number]
        for first, stop in pairwise([0, *runs]):
            left += (self._mark(first, stop), between[stop])
        left.append(self._mark(runs[-1] if runs else 0, count))
        self._text = "".join(left)
        self._count += count

    def _choose_marker(self, rest: str) -> None:
        """A name that no element has: nobody may pass for a marker."""
        while f"<{self._marker}" in rest:
            self._marker += "_"

    def _mark(self, first: int, stop: int) -> str:
        if first == stop:  # points all the way to the end of the text: a document cut short
            return ""
        return f'<{self._marker} first="{self._count + first}" stop="{self._count + stop}"/>'
