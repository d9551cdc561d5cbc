"""The headers of a tar, one after the other: read by the standard library, past those that are damaged."""

import io
import re
import tarfile
from collections.abc import Generator, Iterator
from typing import BinaryIO

from footfall.formats import bounds

_BROKEN = (tarfile.TarError, ValueError, KeyError, IndexError, EOFError, OverflowError)
"""What tarfile lets through when a header is not what it should be."""
_BLOCK = tarfile.BLOCKSIZE
_AT_ONCE = 2048 * _BLOCK
_MARK_AT = 257
_MANY_DIGITS = re.compile(rb"\d{64}")
"""In the text of an extended header: no length or time has so many, and tarfile looks at each from each other one."""


class TarWalk:
    """Every entry of a tar. After one that cannot be read it goes on with the next header that can.

    ends_early  True once the end is not where it should be: the last file is cut off, or files are missing behind it.
    damaged     True once an entry was passed over.
    """

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        self.ends_early = False
        self.damaged = False

    def __iter__(self) -> Iterator[tarfile.TarInfo]:
        start = 0
        for _ in range(bounds.MOST_DAMAGED_HEADERS):
            stopped = yield from self._entries(start)
            if self.ends_early or self._is_end(stopped):
                return
            found = self._next_header(stopped + _BLOCK)
            if found is None:
                self.ends_early = not self._is_empty(stopped)
                return
            self.damaged = True
            start = found

    def _entries(self, start: int) -> Generator[tarfile.TarInfo, None, int]:
        """Those from `start` on, up to the first that cannot be read: where that lies."""
        at = start
        self._file.seek(start)
        try:
            headers = _Headers(self._file)
            with tarfile.open(fileobj=headers, mode="r:") as tar:
                for found in iter(tar.next, None):
                    tar.members.clear()  # type: ignore[attr-defined]  # a public list of all it met, which it keeps
                    headers.left = bounds.LARGEST_HEADER_BYTES
                    if found.size < 0 or tar.offset < found.offset_data:
                        break  # one that points back would be met for ever
                    at = tar.offset
                    yield found
                    if at > self._size:
                        self.ends_early = True
                        break
        except _BROKEN:
            return at
        return at

    def _is_end(self, at: int) -> bool:
        """Two empty blocks, or what a cut has left of them: nothing is missing then."""
        return self._is_empty(at) and not any(self._read(at, 2 * _BLOCK))

    def _is_empty(self, at: int) -> bool:
        block = self._read(at, _BLOCK)
        return bool(block) and not any(block)

    def _next_header(self, at: int) -> int | None:
        """The next block that has a header's checksum; None where there is none."""
        while chunk := self._read(at, _AT_ONCE):
            for start in range(0, len(chunk), _BLOCK):
                if chunk.startswith(b"ustar", start + _MARK_AT) and _is_header(chunk[start : start + _BLOCK]):
                    return at + start
            at += len(chunk)
        return None

    def _read(self, at: int, size: int) -> bytes:
        self._file.seek(at)
        return self._file.read(size)


def _is_header(block: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except _BROKEN:
        return False
    return True


class _Headers(io.RawIOBase):
    """What tarfile sees of a tar: headers of a sensible size and content. It would hold as much as one claims to be long.

    left   how much the headers of the next entry may be long.  [bytes]
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.left = bounds.LARGEST_HEADER_BYTES

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises ReadError beyond what is left."""
        self.left -= size
        if size < 0 or self.left < 0:
            raise tarfile.ReadError
        found = self._file.read(size)
        if not found.startswith(b"ustar", _MARK_AT) and _MANY_DIGITS.search(found):
            raise tarfile.ReadError
        return found

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As of the tar."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As of the tar."""
        return self._file.tell()
