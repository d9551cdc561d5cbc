"""Reading on after a damaged place: the point that holds it is cut out, and what follows is read as if it were whole.

Only points are cut, and junk between two of them: where a lap or a track begins or ends cannot be made up.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from footfall.formats.xml.walk import Break

_MOST_CUTS, _MOST_ELEMENTS, _MOST_CHARACTERS = 8, 1_000_000, 60_000_000
"""Each cut costs another reading of the document, so there are fewer of them in a large one: one in 20 MB of points."""

_STRUCTURE = re.compile(
    r"</?(?:[^\s<>/:]+:)?(?:gpx|trk|trkseg|rte|trainingcenterdatabase|activities|activity|courses|course|lap|track)(?=[\s/>])",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]+")
_TAG_START = 2
"""expat puts a closing tag that does not match at its name, behind `</`."""


class Breaking(Protocol):
    """A document that may break off."""

    @property
    def broken(self) -> Break | None: ...  # noqa: D102


Document = TypeVar("Document", bound=Breaking)


@dataclass(frozen=True, slots=True)
class Mended(Generic[Document]):
    """A document read as far as it can be.

    cut      lines of the places that were cut out, in file order.
    broken   where reading ended in spite of that; None at the document's end.
    """

    document: Document
    cut: tuple[int, ...]
    broken: Break | None


def read_on(text: str, element: str, read: Callable[[str], Document]) -> Mended[Document]:
    """Read a document, and read it again without its damaged points, eight at most.

    element   local name of a point.
    """
    names = rf"(?:[^\s<>/:\"'=!?]+:)?{element}"
    opening, closing = re.compile(rf"<{names}(?=[\s/>])", re.IGNORECASE), re.compile(rf"</{names}\s*>", re.IGNORECASE)
    document = read(text)
    cut: list[int] = []
    elements = 0
    while document.broken is not None and len(cut) < _MOST_CUTS:
        elements += document.broken.elements
        if cut and (elements > _MOST_ELEMENTS or len(cut) * len(text) > _MOST_CHARACTERS):
            break
        span = _damage(text, document.broken.index, opening, closing)
        if span is None:
            break
        cut.append(document.broken.line)
        start, end = span
        text = text[:start] + "\n" * text.count("\n", start, end) + text[end:]  # so that line numbers hold
        del document  # two at once are more than a small machine has room for
        document = read(text)
    broken = document.broken
    if broken is not None:
        broken = replace(broken, more_follows=opening.search(text, broken.index + 1) is not None)
    return Mended(document, tuple(cut), broken)


def _damage(text: str, index: int, opening: re.Pattern[str], closing: re.Pattern[str]) -> tuple[int, int] | None:
    """What to cut so that the document may be read past `index`; None when nothing follows or structure would be lost."""
    following = opening.search(text, index + 1)  # a point that the end of the file cuts is itself the break
    before = [found.start() for found in opening.finditer(text, 0, index)]
    if following is None or not before:
        return None
    start = before[-1]
    own_end = re.compile(rf"<[^<>]*/>|.*?{closing.pattern}", re.DOTALL | re.IGNORECASE).match(text, start, index)
    if own_end is not None:  # that point is whole: the damage lies behind it
        start = own_end.end()
    next_close = closing.search(text, max(index - _TAG_START, start))
    end = following.start()
    if next_close is not None and next_close.start() < end:
        end = next_close.end()
    structure = _STRUCTURE.search(text, start, end)
    if structure is None:
        return start, end
    if own_end is None and index <= structure.start():
        return start, structure.start()
    controls = _CONTROLS.match(text, index)
    return None if controls is None else controls.span()
