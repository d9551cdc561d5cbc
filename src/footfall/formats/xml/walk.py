"""Walking an XML document with expat: local names, no entities, and a break instead of an exception.

No namespace processing: exports use prefixes that they never declare (`gpxpx:`, `gpxdata:`, `xsi:`), and what a tag means
does not depend on its prefix.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn, Protocol
from xml.parsers import expat

from footfall.errors import UnsupportedFileError
from footfall.formats.xml.names import LocalNames
from footfall.formats.xml.text import without_declaration
from footfall.model.problem import Problem
from footfall.wording import say

Start = Callable[[str, Mapping[str, str]], None]
"""Told of the start of an element: its parent ("" for the root) and its attributes, by their names as written."""

End = Callable[[str, str], None]
"""Told of the end of an element: its parent, and the text since the tag before: all of it for one without children."""

BLOCK = "<block>"
"""Stands for the name of the elements that replace folded points (`xml_blocks`): no tag can have it."""

_DEEPEST = 256
"""Run files nest 10 deep. A million tags within each other are no run file."""

_ALWAYS_READ, _CHARACTERS_PER_ELEMENT = 100_000, 20
"""So many elements are read of any document, and in larger ones as many as stand 20 characters apart. In real files it is 31
and more, and 21 in the tersest that could be written; 20 MB of `<a/>` are no run file, and each costs as much as a point."""

_MOST_ATTRIBUTES = 1_000
"""Of one element. A point has two, a root perhaps twenty."""
_ATTRIBUTES = re.compile(rf"""<[^\s<>!?/]++\s++(?:[^\s<>="'/]++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+')\s*+){{{_MOST_ATTRIBUTES + 1}}}""")


class Listener(Protocol):
    """What a format does with the elements it knows, by local name in lower case. Of others it hears nothing."""

    starts: Mapping[str, Start]
    ends: Mapping[str, End]


@dataclass(frozen=True, slots=True)
class Break:
    """Where a document stops being XML: cut off, or not well-formed.

    line          1 = the first.    index   characters before it.
    more_follows  True where points come after it: the document is damaged there and does not end.
    elements      how many were met before it: what reading so far has cost.
    """

    line: int
    index: int = 0
    more_follows: bool = False
    elements: int = 0

    def to_problem(self, path: str, count: int) -> Problem:
        """What to tell of a file of which `count` points came before the break."""
        key = "problem.truncated.damaged" if self.more_follows else "problem.truncated"
        return Problem(path, f"line {self.line}", "truncated", say(key, line=self.line, count=count))


class _TooDeep(Exception):
    """Ends a walk."""


def walk(text: str, listener: Listener, marker: str | None = None) -> Break | None:
    """Tell a listener of the elements it knows, in document order.

    marker   name of the elements that replace folded points: told as BLOCK. None = nothing is folded.
    Returns  None for a whole document; else where it breaks. Everything before has been told by then.
    Raises   UnsupportedFileError `unsafe-xml` on any entity declaration: no entity is ever expanded; `too-large` where
             elements stand closer than in any run file, or have more attributes or names than any.
    """
    if _ATTRIBUTES.search(text):  # expat would make them all before anyone could count
        raise UnsupportedFileError("too-large.attributes", reason="too-large", limit=_MOST_ATTRIBUTES)
    parser = _guarded_parser()
    most = _ALWAYS_READ + len(text) // _CHARACTERS_PER_ELEMENT
    count = 0
    starts, ends = listener.starts, listener.ends
    names = LocalNames()
    if marker is not None:
        names[marker] = BLOCK
    stack = [""]
    pieces: list[str] = []

    def start(raw: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > most:
            raise UnsupportedFileError("too-large.elements", reason="too-large", limit=most)
        pieces.clear()
        name = names[raw]
        if name in starts:
            starts[name](stack[-1], attributes)
        stack.append(name)
        if len(stack) > _DEEPEST:
            raise _TooDeep

    def end(raw: str) -> None:
        name = stack.pop()
        if name in ends:
            ends[name](stack[-1], "".join(pieces))
        pieces.clear()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    broken = _parse(parser, text)
    return None if broken is None else replace(broken, elements=count)


def refuse_entities(text: str) -> None:
    """Raise UnsupportedFileError `unsafe-xml` when the document declares an entity: for parsers that would expand it."""
    _parse(_guarded_parser(), text)


def _guarded_parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.specified_attributes = True  # defaults from a DTD could multiply a small file
    parser.EntityDeclHandler = _refuse
    parser.AttlistDeclHandler = _Few(_MOST_ATTRIBUTES)  # expat takes a square of their number
    parser.ExternalEntityRefHandler = _refuse
    return parser


def _parse(parser: expat.XMLParserType, text: str) -> Break | None:
    document = without_declaration(text)
    try:
        parser.Parse(document, True)
    except expat.ExpatError as error:
        return Break(error.lineno, _index(parser.ErrorByteIndex, document) + len(text) - len(document))
    except _TooDeep:
        return Break(parser.CurrentLineNumber, _index(parser.CurrentByteIndex, document) + len(text) - len(document))
    return None


def _index(byte: int, document: str) -> int:
    """Characters before a byte of what expat was given, which is UTF-8."""
    return byte if document.isascii() else len(document.encode("utf-8", errors="replace")[:byte].decode("utf-8", errors="ignore"))


class _Few:
    """Called once too often, refuses the document."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0

    def __call__(self, *_: object) -> None:
        self._count += 1
        if self._count > self._most:
            raise UnsupportedFileError("too-large.attributes", reason="too-large", limit=self._most)


def _refuse(*_: object) -> NoReturn:
    raise UnsupportedFileError(reason="unsafe-xml")
