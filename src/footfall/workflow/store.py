"""Where the bytes of items are, and how to come to them again and again."""

import hashlib
import io
import stat
import sys
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from footfall.config.places import STDIN, is_url
from footfall.errors import UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.archive.allowance import Allowance
from footfall.formats.archive.member import Member, Method
from footfall.formats.archive.unpack import Unpacking, data_of
from footfall.formats.gzipped import inflate
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow import remote

_FETCHED_BYTES = 16 * 1024 * 1024
"""A file behind a URL up to this size is fetched in one request; a larger one is read in parts, where it stands."""


@dataclass(frozen=True, slots=True)
class Gunzip:
    """The step from a `.gz` to the archive in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes are.

    file    on the disk, a URL, or `-` for standard input.
    within  the steps from there inwards: members of archives, each in the one before.
    """

    file: str
    within: tuple[Member | Gunzip, ...] = ()

    def into(self, *steps: Member | Gunzip) -> "Place":
        """A place in this one."""
        return Place(self.file, (*self.within, *steps))

    @property
    def around(self) -> "Place":
        """The place that this one lies in."""
        return Place(self.file, self.within[:-1])


@dataclass(frozen=True, slots=True)
class Opened:
    """A file being read. `flaw`, once it was read: `bad-checksum` or `truncated` in its archive, else None."""

    file: BinaryIO
    unpacking: Unpacking | None = None

    @property
    def flaw(self) -> str | None:
        """A reason code."""
        return None if self.unpacking is None else self.unpacking.flaw


class Store:
    """Opens places, in any order and as often as asked.

    Held in memory are standard input and pipes, which cannot be read twice, and archives in archives as far as LARGEST_BYTES go:
    those used last. One that lies in its archive as it is needs none: it is read where it stands.
    """

    def __init__(self) -> None:
        self._poured: dict[str, bytes] = {}
        self._fetched: tuple[str, bytes] | None = None
        self._still: dict[str, bool] = {}
        self._held: OrderedDict[Place, bytes] = OrderedDict()
        self._allowances: dict[str, Allowance] = {}
        self.flaws: dict[Place, str] = {}
        """Archives in archives that were damaged on the way out: `bad-checksum` or `truncated`."""

    def close(self) -> None:
        """Let go of what is held."""
        self._poured.clear()
        self._fetched = None
        self._held.clear()

    @contextmanager
    def opened(self, place: Place, most: int = bounds.LARGEST_BYTES) -> Iterator[Opened]:
        """A file at its start, of which at most `most` bytes can be read. Raises OSError, RunFileError, also while it is read."""
        with self._ground(place.file) as ground:
            if not place.within:
                yield Opened(ground)
                return
            member = place.within[-1]
            assert isinstance(member, Member), "what lies in a .gz is an archive, and that is opened seekable"
            unpacking = self._unpacking(self._archive(place.around, ground), place, member, most)
            with unpacking, io.BufferedReader(unpacking) as file:
                yield Opened(file, unpacking)

    @contextmanager
    def seekable(self, place: Place) -> Iterator[BinaryIO]:
        """The same for an archive, which can be read from any place."""
        with self._ground(place.file) as ground:
            yield self._archive(place, ground)

    def size(self, place: Place) -> int | None:
        """As the disk or the archive says; None where neither does.  [bytes]"""
        if place.within:
            last = place.within[-1]
            return last.size if isinstance(last, Member) else None
        if place.file in self._poured:
            return len(self._poured[place.file])
        try:
            if is_url(place.file):
                return self._remote_size(place.file)
            return Path(place.file).stat().st_size if self._stands_still(place.file) else None
        except OSError:  # said with its reason when it is opened
            return None

    def allowance(self, file: str) -> Allowance:
        """What may come out of the archive on the disk, with all that lies in it. Raises OSError when its size cannot be had."""
        if file not in self._allowances:
            self._allowances[file] = Allowance(self._packed_bytes(file))
        return self._allowances[file]

    def _packed_bytes(self, file: str) -> int:
        """Of a pipe all that came out of it."""
        if is_url(file):
            size = self._remote_size(file)
            return len(self._whole_of(file)) if size is None else size
        return Path(file).stat().st_size if self._stands_still(file) else len(self._all_of(file))

    @contextmanager
    def _ground(self, file: str) -> Iterator[BinaryIO]:
        if is_url(file):
            with self._remote(file) as there:
                yield there
        elif self._stands_still(file):
            with Path(file).open("rb") as opened:
                yield opened
        else:
            yield io.BytesIO(self._all_of(file))

    @contextmanager
    def _remote(self, url: str) -> Iterator[BinaryIO]:
        """What is small, or cannot be read in parts, is fetched once, whole; the last such file is held."""
        if self._fetched is None or self._fetched[0] != url:
            size = remote.size_of(url)
            if size is not None and size > _FETCHED_BYTES:
                with remote.opened(url) as there:
                    if there.seekable():
                        yield there
                        return
        yield io.BytesIO(self._whole_of(url))

    def _whole_of(self, url: str) -> bytes:
        if self._fetched is None or self._fetched[0] != url:
            with remote.opened(url) as there:
                data = there.read(bounds.LARGEST_BYTES + 1)
            if len(data) > bounds.LARGEST_BYTES:
                raise UnsupportedFileError(limit=bounds.LARGEST_TEXT)
            self._fetched = url, data
        return self._fetched[1]

    def _remote_size(self, url: str) -> int | None:
        if self._fetched is not None and self._fetched[0] == url:
            return len(self._fetched[1])
        return remote.size_of(url)

    def _stands_still(self, file: str) -> bool:
        """False for standard input and pipes: they can be read once."""
        if file == STDIN:
            return False
        if file not in self._still:
            mode = Path(file).stat().st_mode
            self._still[file] = not (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode))
        return self._still[file]

    def _all_of(self, file: str) -> bytes:
        if file not in self._poured:
            with nullcontext(sys.stdin.buffer) if file == STDIN else Path(file).open("rb") as pipe:
                data = pipe.read(bounds.LARGEST_BYTES + 1)
            if len(data) > bounds.LARGEST_BYTES:
                raise UnsupportedFileError(limit=bounds.LARGEST_TEXT)
            self._poured[file] = data
        return self._poured[file]

    def _archive(self, place: Place, ground: BinaryIO) -> BinaryIO:
        if not place.within:
            return ground
        last = place.within[-1]
        if isinstance(last, Member) and last.method is Method.STORED:
            return data_of(self._archive(place.around, ground), last)
        if place not in self._held:
            self._hold(place, self._unpacked(place, last, ground))
        self._held.move_to_end(place)
        return io.BytesIO(self._held[place])

    def _unpacked(self, place: Place, last: Member | Gunzip, ground: BinaryIO) -> bytes:
        around = self._archive(place.around, ground)
        room = bounds.LARGEST_BYTES - sum(len(self._held.get(outer, b"")) for outer in _outwards(place))
        if isinstance(last, Gunzip):
            packed = around.read(room + 1)
            if len(packed) > room:
                raise UnsupportedFileError("too-large.inner", limit=bounds.LARGEST_TEXT)
            data, problem = inflate(packed, place.file)
            self._note_flaw(place, None if problem is None else problem.reason)
            self.allowance(place.file).unpacked(place, len(data))
            return data
        try:
            with self._unpacking(around, place, last, room) as unpacking:
                data = whole(unpacking)
                self._note_flaw(place, unpacking.flaw)
                return data
        except UnsupportedFileError as error:
            if error.code != "too-large":
                raise
            raise UnsupportedFileError("too-large.inner", limit=bounds.LARGEST_TEXT) from error

    def _note_flaw(self, place: Place, flaw: str | None) -> None:
        if flaw is not None:
            self.flaws[place] = flaw

    def _hold(self, place: Place, data: bytes) -> None:
        self._held[place] = data
        outer = set(_outwards(place))
        while sum(map(len, self._held.values())) > bounds.LARGEST_BYTES:
            oldest = next((held for held in self._held if held != place and held not in outer), None)
            if oldest is None:
                return
            del self._held[oldest]

    def _unpacking(self, archive: BinaryIO, place: Place, member: Member, most: int) -> Unpacking:
        allowance = self.allowance(place.file)
        return Unpacking(archive, member, most, lambda so_far: allowance.unpacked(place, so_far))


def _outwards(place: Place) -> Iterator[Place]:
    while place.within:
        place = place.around
        yield place


def whole(file: BinaryIO | io.RawIOBase) -> bytes:
    """All that can be read, without asking for room before it is needed."""
    out = io.BytesIO()
    while piece := file.read(1024 * 1024):
        out.write(piece)
    return out.getvalue()


class HashedFile(io.RawIOBase):
    """A file that is hashed and counted while it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """Of what was read so far."""
        return self._hash.hexdigest()

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # any writable buffer
        """The next bytes."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self._hash.update(data)
        self.size += len(data)
        return len(data)


def flaw_of(opened: Opened, path: str) -> Problem | None:
    """What was wrong with a file in its archive, as a value."""
    if opened.flaw is None:
        return None
    return Problem(path, None, opened.flaw, say(f"problem.{opened.flaw}.member"))
