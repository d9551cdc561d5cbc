"""export.xml as a stream of elements: of any size, in little memory, and past damaged places.

What real exports need of a reader:

- The document type is malformed in exports of iOS 16 and stops every parser (jameno/Simple-Apple-Health-XML-to-CSV#3,
  dogsheep/healthkit-to-sqlite#24, markwk/qs_ledger#23), so all that stands before the root is cut off. One that declares
  entities is refused before that: Apple's has none.
- Control characters stand in names (the same #3). They become spaces.
- One wrong record would cost all workouts, which stand last. Apple writes an element per line: after a break reading goes
  on at the next line that begins one, and the place is said.
- Most lines are records that nothing here needs. They are blanked by one regular expression before expat sees them, line
  breaks kept; that doubles the speed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol
from xml.parsers import expat

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats import bounds

_CHUNK_BYTES = 1024 * 1024
_MOST_PROLOG_BYTES = 1024 * 1024
"""Apple's document type has 10 kB."""
_LONGEST_ELEMENT_BYTES = 8 * 1024 * 1024
"""expat keeps an element in memory until it is whole."""
_DEEPEST = 256
_MOST_CUTS = 1000
"""Damaged places after which the rest is given up."""

_ROOT = re.compile(rb"<HealthData(?=[\s/>])")
_CONTROLS = bytes(0x20 if byte < 0x20 and byte not in b"\t\n\r" else byte for byte in range(256))
_NEXT_ELEMENT = re.compile(rb"(?m)^[ \t]*(?=<(?:Record|Workout|Correlation|ActivitySummary|ClinicalRecord|Audiogram)[ \t])")
_NEW_ROOT = b"<HealthData>"


class Listener(Protocol):
    """What a reader of the export does with its elements.

    wanted   types of records that it wants to hear of; of others it may or may not hear.
    """

    wanted: frozenset[str]

    def start(self, name: str, attributes: Mapping[str, str], depth: int) -> None:
        """An element begins; the root has depth 1."""
        ...

    def end(self, name: str) -> None:
        """An element ends."""
        ...

    def restart(self) -> None:
        """A place was damaged, and reading goes on behind it: elements that were open may never be told to end."""
        ...


@dataclass(frozen=True, slots=True)
class Ending:
    """How reading ended.

    cut      lines of the damaged places that were left out, 1 = the first.
    broken   line where reading stopped before the end of the document; None for a whole one.
    """

    cut: tuple[int, ...]
    broken: int | None


class _TooDeep(Exception):
    """Ends a walk."""


def tell(file: BinaryIO, listener: Listener) -> Ending:
    """Tell a listener of every element of an export, in document order, in chunks of 1 MB.

    file    at its beginning; it need not be seekable.
    Raises  UnsupportedFileError `too-large` above LARGEST_STREAM_BYTES and `unsafe-xml`, DamagedFileError without a root element.
    """
    source = _Source(file)
    walker = _Walker(listener)
    walker.feed(_after_prolog(source, walker))
    while not walker.over and (lines := source.lines()):
        walker.feed(lines)
    walker.close()
    return Ending(tuple(walker.cut), walker.broken)


class _Source:
    """The file in whole lines, counted on the way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._read = 0
        self._rest = b""

    def lines(self) -> bytes:
        """The next lines, without control characters; b"" at the end. A line longer than a chunk comes in parts."""
        end = 0
        while not end:
            chunk = self._file.read(_CHUNK_BYTES)
            self._read += len(chunk)
            if self._read > bounds.LARGEST_STREAM_BYTES:
                raise UnsupportedFileError(reason="too-large", limit=bounds.LARGEST_STREAM_TEXT)
            data = self._rest + chunk
            end = data.rfind(b"\n") + 1
            if not chunk or (not end and len(data) >= _CHUNK_BYTES):
                end = len(data)
            self._rest = data[end:]
            if not chunk:
                break
        return data[:end].translate(_CONTROLS)


def _after_prolog(source: _Source, walker: "_Walker") -> bytes:
    """The first lines from the root element on; the line breaks before it are counted."""
    prolog = b""
    while len(prolog) < _MOST_PROLOG_BYTES and (lines := source.lines()):
        prolog += lines
        root = _ROOT.search(prolog)
        if b"<!ENTITY" in prolog[: root.start() if root is not None else None]:
            raise UnsupportedFileError(reason="unsafe-xml")
        if root is not None:
            walker.line += prolog.count(b"\n", 0, root.start())
            return prolog[root.start() :]
    raise DamagedFileError(where="line 1")


def _passed_over(wanted: frozenset[str]) -> re.Pattern[bytes]:
    """Whole lines that hold one record of a type that nobody wants."""
    names = b"|".join(re.escape(name.encode()) for name in sorted(wanted))
    return re.compile(rb'(?m)^[ \t]*<Record type="(?!(?:' + names + rb')")[^\n<>]*/>\r?$')


class _Walker:
    """expat, begun anew behind each damaged place.

    line     of the document, where what is fed next begins.
    cut      lines of damaged places.     broken  line where reading stopped for good; None while it has not.
    over     True when nothing more is told.
    """

    def __init__(self, listener: Listener) -> None:
        self.line = 1
        self.cut: list[int] = []
        self.broken: int | None = None
        self.over = False
        self._listener = listener
        self._passed_over = _passed_over(listener.wanted)
        self._damaged = False
        self._begin()

    def feed(self, lines: bytes) -> None:
        """Parse the next lines of the document."""
        if not lines.isascii():  # one wrong byte in a name is no reason to lose the record
            lines = lines.decode("utf-8", errors="replace").encode()
        if self._damaged:
            lines = self._from_next_element(lines, 0)
        lines = self._passed_over.sub(b"", lines)
        while lines and not self.over:
            lines = self._parse(lines)

    def close(self) -> None:
        """The document has ended: whole, or not."""
        if not self.over:
            self.broken = self.line
        self.over = True

    def _begin(self) -> None:
        self._depth = 0
        self._fed = 0
        parser = expat.ParserCreate("utf-8")
        parser.specified_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self._parser = parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _TooDeep
        self._listener.start(name, attributes, self._depth)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._listener.end(name)
        if not self._depth:
            self.over = True

    def _parse(self, lines: bytes) -> bytes:
        """Parse, and give back what is to be parsed behind a damaged place: b"" where there is none."""
        try:
            self._parser.Parse(lines, False)
        except (expat.ExpatError, _TooDeep):
            if self.over:  # behind the end of the root: nothing of ours
                return b""
            at = max(self._parser.CurrentByteIndex - self._fed, 0)
            return self._cut(lines, at)
        self._fed += len(lines)
        self.line += lines.count(b"\n")
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_ELEMENT_BYTES:
            return self._cut(b"", 0)
        return b""

    def _cut(self, lines: bytes, at: int) -> bytes:
        damaged_line = self.line + lines.count(b"\n", 0, at)
        if len(self.cut) >= _MOST_CUTS:
            self.broken, self.over = damaged_line, True
            return b""
        self.cut.append(damaged_line)
        self._damaged = True
        return self._from_next_element(lines, at + 1)

    def _from_next_element(self, lines: bytes, start: int) -> bytes:
        """From the next line at or after `start` that begins an element: there the document goes on."""
        found = _NEXT_ELEMENT.search(lines, start)
        self.line += lines.count(b"\n", 0, len(lines) if found is None else found.end())
        if found is None:
            return b""
        self._damaged = False
        self._listener.restart()
        self._begin()
        self._parser.Parse(_NEW_ROOT, False)
        self._fed = len(_NEW_ROOT)
        return lines[found.end() :]
