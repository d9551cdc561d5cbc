"""Deflate, piece by piece: never more than a piece at once, and of a damaged stream all that comes before the damage."""

import zlib
from collections.abc import Iterator

RAW = -zlib.MAX_WBITS
"""As in a zip: nothing around the stream."""
GZIP = 16 + zlib.MAX_WBITS
"""As in a `.gz`: header and checksum are zlib's business."""
CHUNK_BYTES = 65_536
"""What is fed at once.  [bytes]"""
PIECE_BYTES = 1024 * 1024
"""What comes out at once.  [bytes]"""
FIRST_BYTES = 16_384
"""What goes in and comes out at first: often only the beginning of a file is asked for, to tell its format.  [bytes]"""


class BrokenStreamError(Exception):
    """The stream is damaged; all that could be had of it was given before this was raised.

    offset    of the bad byte in the chunk that was fed.
    at_check  True when only the checksum after the data is wrong.
    """

    def __init__(self, offset: int, *, at_check: bool = False) -> None:
        super().__init__(offset)
        self.offset = offset
        self.at_check = at_check


class Inflater:
    """One deflate stream.

    eof     True when its end was met; what was fed beyond is in `unused`.
    """

    def __init__(self, window_bits: int) -> None:
        self._zlib = zlib.decompressobj(window_bits)
        self._most = FIRST_BYTES

    @property
    def eof(self) -> bool:
        """True when the end of the stream was met."""
        return self._zlib.eof

    @property
    def unused(self) -> int:
        """How much of the last chunk lies behind the end of the stream.  [bytes]"""
        return len(self._zlib.unused_data)

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """What a chunk holds, in pieces of at most PIECE_BYTES. Raises BrokenStreamError after the good part."""
        rest = chunk
        full = False
        while rest or full:
            before = self._zlib.copy()
            try:
                piece = self._zlib.decompress(rest, self._most)
            except zlib.error:
                yield from _up_to_damage(before, rest, len(chunk) - len(rest))
                raise AssertionError("what zlib refuses as a whole must hold a byte that it refuses") from None
            full = len(piece) == self._most
            self._most = PIECE_BYTES
            yield piece
            rest = self._zlib.unconsumed_tail
            if self._zlib.eof:
                return


def _up_to_damage(inflater: "zlib._Decompress", data: bytes, offset: int) -> Iterator[bytes]:
    """The good part of a chunk that zlib refuses as a whole, byte by byte up to the bad one."""
    for at in range(len(data)):
        try:
            piece = inflater.decompress(data[at : at + 1])
        except zlib.error as error:
            # "incorrect data check", "incorrect length check": everything was inflated by then
            raise BrokenStreamError(offset + at, at_check="check" in str(error)) from error
        if piece:
            yield piece
