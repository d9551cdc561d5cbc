"""A member's bytes, unpacked piece by piece while they are read, within limits whatever the archive claims."""

import bz2
import io
import lzma
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.archive.member import Begins, Member, Method
from footfall.formats.archive.window import Window
from footfall.formats.inflate import CHUNK_BYTES, FIRST_BYTES, PIECE_BYTES, RAW, BrokenStreamError, Inflater

LOCAL_HEADER = struct.Struct("<4s5H3I2H")
LOCAL_MAGIC = b"PK\x03\x04"
_LZMA_HEADER = struct.Struct("<2xHBI")
_SMALLEST_DICTIONARY = 4096


class Unpacking(io.RawIOBase):
    """Reads a member. Once all was read, `flaw` says what was wrong: `bad-checksum`, `truncated` or None.

    file      the archive.
    most      what is given at most.  [bytes]
    on_bytes  told how much came out so far; it may refuse by raising.
    Reading raises DamagedFileError when nothing can be unpacked, UnsupportedFileError beyond the limits.
    """

    def __init__(self, file: BinaryIO, member: Member, most: int, on_bytes: Callable[[int], None]) -> None:
        self._member = member
        self._most = most
        self._on_bytes = on_bytes
        self._pieces = self._unpacked(file)
        self._piece = b""
        self.flaw: str | None = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def close(self) -> None:
        """Let go of the archive: the pieces to come hold it, and this object."""
        self._pieces = iter(())
        self._piece = b""
        super().close()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # any writable buffer
        """The next bytes."""
        while not self._piece:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._piece = piece
        count = min(len(buffer), len(self._piece))
        buffer[:count] = self._piece[:count]
        self._piece = self._piece[count:]
        return count

    def _unpacked(self, file: BinaryIO) -> Iterator[bytes]:
        member = self._member
        crc, total = 0, 0
        for piece in self._raw_pieces(data_of(file, member)):
            crc = zlib.crc32(piece, crc)
            total += len(piece)
            self._check(total)
            yield piece
        if self.flaw is not None and not total:
            raise DamagedFileError
        if self.flaw is None and member.crc32 not in (None, crc):
            self.flaw = "bad-checksum"

    def _raw_pieces(self, data: BinaryIO) -> Iterator[bytes]:
        """Unpacked, as far as it goes."""
        left = self._member.packed_size
        try:
            unpacker = _unpacker(self._member, data)
            most = FIRST_BYTES
            while left > 0 and not unpacker.eof:
                chunk = data.read(min(most, left))
                most = CHUNK_BYTES
                if not chunk:
                    break
                left -= len(chunk)
                yield from unpacker.feed(chunk)
        except (BrokenStreamError, lzma.LZMAError, OSError, ValueError, EOFError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk's, not the packer's
            self.flaw = "truncated"
            return
        if not (unpacker.eof or (self._member.method is Method.STORED and left == 0)):
            self.flaw = "truncated"

    def _check(self, total: int) -> None:
        """Raises UnsupportedFileError at the first byte too many."""
        if total > self._most:
            limit = bounds.LARGEST_STREAM_TEXT if self._most == bounds.LARGEST_STREAM_BYTES else bounds.LARGEST_TEXT
            raise UnsupportedFileError(limit=limit)
        if total > max(bounds.RATIO_COUNTS_FROM_BYTES, bounds.HIGHEST_RATIO * self._member.packed_size):
            raise UnsupportedFileError("too-large.bomb", ratio=bounds.HIGHEST_RATIO)
        self._on_bytes(total)


def data_of(file: BinaryIO, member: Member) -> BinaryIO:
    """The packed bytes of a member. Raises DamagedFileError where it does not begin as it should."""
    start = member.start
    if member.begins is Begins.WITH_HEADER:
        file.seek(start)
        header = file.read(LOCAL_HEADER.size)
        if len(header) < LOCAL_HEADER.size or not header.startswith(LOCAL_MAGIC):
            raise DamagedFileError
        *_, name_bytes, extra_bytes = LOCAL_HEADER.unpack(header)
        start += LOCAL_HEADER.size + name_bytes + extra_bytes
    window: BinaryIO = io.BufferedReader(Window(file, start, member.packed_size), FIRST_BYTES)
    return window


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    def feed(self, chunk: bytes) -> Iterator[bytes]: ...


class _Stored:
    eof = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        yield chunk


class _Other:
    """bzip2 and LZMA: their decompressors work alike."""

    def __init__(self, decompressor: "bz2.BZ2Decompressor | lzma.LZMADecompressor") -> None:
        self._decompressor = decompressor
        self._most = FIRST_BYTES

    @property
    def eof(self) -> bool:
        return self._decompressor.eof

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        yield self._decompressor.decompress(chunk, self._most)
        self._most = PIECE_BYTES
        while not self._decompressor.needs_input and not self._decompressor.eof:
            yield self._decompressor.decompress(b"", self._most)


def _unpacker(member: Member, data: BinaryIO) -> _Unpacker:
    if member.method is Method.STORED:
        return _Stored()
    if member.method is Method.DEFLATE:
        return Inflater(RAW)
    if member.method is Method.BZIP2:
        return _Other(bz2.BZ2Decompressor())
    return _Other(_lzma(data, member.size))


def _lzma(data: BinaryIO, unpacked_size: int | None) -> lzma.LZMADecompressor:
    """LZMA as zip has it (APPNOTE 5.8.8): version, size of the properties, then the properties of a raw stream."""
    header = data.read(_LZMA_HEADER.size)
    if len(header) < _LZMA_HEADER.size:
        raise EOFError
    size, coded, dictionary = _LZMA_HEADER.unpack(header)
    if size != 5 or coded >= 9 * 5 * 5:
        raise ValueError("properties of LZMA that cannot be")
    literals = {"lc": coded % 9, "lp": coded // 9 % 5, "pb": coded // 45}
    most = bounds.LARGEST_BYTES if unpacked_size is None else max(unpacked_size, _SMALLEST_DICTIONARY)
    wanted = {"id": lzma.FILTER_LZMA1, "dict_size": min(dictionary, most), **literals}  # none larger than what it is of
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[wanted])
