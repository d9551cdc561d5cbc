"""What the listeners of GPX and TCX share: points, one by one or in blocks, go to the list of numbers that is open."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import TypeVar

from footfall.errors import UnsupportedFileError
from footfall.formats.xml.blocks import Folded, fold, unfolded
from footfall.formats.xml.mend import Breaking
from footfall.formats.xml.names import Vocabulary
from footfall.formats.xml.points import OpenPoint, PointTexts
from footfall.formats.xml.walk import BLOCK, End, Start

MOST_PARTS = 5_000
"""Tracks, or activities and laps, of one file. A runner's life has some thousand runs, and no run has a lap every few metres."""

Document = TypeVar("Document", bound=Breaking)


def read_in_blocks(text: str, vocabulary: Vocabulary, read: Callable[[Folded], Document]) -> Document:
    """A document whose regular points are taken out before expat walks it; where that breaks, as it is written.

    Only the document as it is can say the line of the break, and which points came before.
    """
    folded = fold(text, vocabulary)
    document = read(folded)
    return document if document.broken is None or not folded.count else read(unfolded(text))


class PointListener(ABC):
    """Hears the points of a document. A format adds to `starts` and `ends` what else it wants to hear."""

    def __init__(self, vocabulary: Vocabulary, texts: PointTexts) -> None:
        self.point = OpenPoint(vocabulary, texts)
        self._parts = 0
        self.starts: Mapping[str, Start] = {vocabulary.element: self._start_point, BLOCK: self._block}
        self.ends: Mapping[str, End] = {**self.point.ends, vocabulary.element: self._end_point}

    @abstractmethod
    def wants_points(self) -> bool:
        """Whether a point that stands here belongs to anything: routes and courses have points too."""

    @abstractmethod
    def numbers(self) -> list[int]:
        """Where the numbers of points go now; asked only while points are wanted."""

    def count_part(self) -> None:
        """A track, activity or lap begins.

        Raises  UnsupportedFileError `too-large` past MOST_PARTS.
        """
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise UnsupportedFileError("too-large.parts", reason="too-large", limit=MOST_PARTS)

    def _start_point(self, _: str, attributes: Mapping[str, str]) -> None:
        if self.wants_points():
            self.point.begin(attributes)

    def _end_point(self, *_: object) -> None:
        number = self.point.finish()
        if number is not None and self.wants_points():
            self.numbers().append(number)

    def _block(self, _: str, attributes: Mapping[str, str]) -> None:
        if self.wants_points():
            self.numbers().extend(range(int(attributes["first"]), int(attributes["stop"])))
