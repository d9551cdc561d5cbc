"""`.gz`: inflated in memory, within limits, as far as it goes."""

import zlib
from typing import NamedTuple

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.model.problem import Problem
from footfall.wording import say

_MAGIC = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS  # header and checksum are zlib's business
_CHUNK_BYTES = 65_536
_MOST_BYTES = 512 * 1024 * 1024
_MOST_TEXT = "512 MB"
_RATIO_COUNTS_FROM_BYTES = 16 * 1024 * 1024
_HIGHEST_RATIO = 200
"""Run files shrink to a tenth, repetitive ones to a fortieth. Deflate itself can do a thousand: that is a bomb."""


class Inflated(NamedTuple):
    """What came out of a `.gz`, and what was wrong with it: None for a whole file."""

    data: bytes
    problem: Problem | None = None


def is_gzip(data: bytes) -> bool:
    """By content."""
    return data.startswith(_MAGIC)


def inflate(data: bytes, path: str) -> Inflated:
    """All members of a gzip file, one after the other; what follows the last one is ignored, as gzip does.

    Raises  UnsupportedFileError `too-large` above 512 MB, or at a ratio that no run file reaches; DamagedFileError when
            nothing can be inflated.
    """
    out = bytearray()
    position = 0
    problem = None
    while problem is None and is_gzip(data[position : position + 2]):
        position, problem = _member(data, position, out, path)
    if not out and problem is not None:
        raise DamagedFileError(where=problem.where)
    return Inflated(bytes(out), problem)


def _member(data: bytes, position: int, out: bytearray, path: str) -> tuple[int, Problem | None]:
    """Inflate the member at `position`: where it ends, and what was wrong with it."""
    inflater = zlib.decompressobj(_GZIP)
    while not inflater.eof:
        chunk = data[position : position + _CHUNK_BYTES]
        if not chunk:
            return position, _ends_early(path, position)
        before = inflater.copy()
        try:
            out += inflater.decompress(chunk)
        except zlib.error:
            return _salvage(before, chunk, position, out, path)
        position += len(chunk) - len(inflater.unused_data)
        _check_size(len(out), position)
    return position, None


def _salvage(inflater: "zlib._Decompress", chunk: bytes, position: int, out: bytearray, path: str) -> tuple[int, Problem]:
    """The good part of a chunk that zlib refuses as a whole, byte by byte up to the bad one."""
    for offset in range(len(chunk)):
        try:
            out += inflater.decompress(chunk[offset : offset + 1])
        except zlib.error as error:
            where = f"byte {position + offset}"
            if "check" in str(error):  # "incorrect data check", "incorrect length check": all was inflated by then
                return position + offset, Problem(path, where, "bad-checksum", say("problem.bad-checksum"))
            return position + offset, _ends_early(path, position + offset)
    raise AssertionError("a chunk that zlib refused must hold a byte that it refuses")


def _check_size(inflated: int, read: int) -> None:
    if inflated > _MOST_BYTES or (inflated > _RATIO_COUNTS_FROM_BYTES and inflated > _HIGHEST_RATIO * read):
        raise UnsupportedFileError(reason="too-large", limit=_MOST_TEXT)


def _ends_early(path: str, position: int) -> Problem:
    where = f"byte {position}"
    return Problem(path, where, "truncated", say("problem.truncated.gz", where=f"at {where}"))
