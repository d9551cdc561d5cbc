"""`.gz`: inflated in memory, within limits, as far as it goes."""

from typing import NamedTuple

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.inflate import CHUNK_BYTES, GZIP, BrokenStreamError, Inflater
from footfall.model.problem import Problem
from footfall.wording import say

_MAGIC = b"\x1f\x8b"


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


def head(data: bytes, most: int) -> bytes:
    """The first bytes inside a `.gz`, of its own first bytes; as many as come out, at most `most`."""
    out = bytearray()
    try:
        for piece in Inflater(GZIP).feed(data):
            out += piece
            if len(out) >= most:
                break
    except BrokenStreamError:
        return bytes(out[:most])  # whoever reads all of it says so
    return bytes(out[:most])


def _member(data: bytes, position: int, out: bytearray, path: str) -> tuple[int, Problem | None]:
    """Inflate the member at `position`: where it ends, and what was wrong with it."""
    inflater = Inflater(GZIP)
    while not inflater.eof:
        chunk = data[position : position + CHUNK_BYTES]
        if not chunk:
            return position, _ends_early(path, position)
        try:
            for piece in inflater.feed(chunk):
                out += piece
                _check_size(len(out), position + len(chunk))
        except BrokenStreamError as error:
            position += error.offset
            if error.at_check:
                return position, Problem(path, f"byte {position}", "bad-checksum", say("problem.bad-checksum"))
            return position, _ends_early(path, position)
        position += len(chunk) - inflater.unused
    return position, None


def _check_size(inflated: int, read: int) -> None:
    too_dense = inflated > bounds.RATIO_COUNTS_FROM_BYTES and inflated > bounds.HIGHEST_RATIO * read
    if inflated > bounds.LARGEST_BYTES or too_dense:
        raise UnsupportedFileError(reason="too-large", limit=bounds.LARGEST_TEXT)


def _ends_early(path: str, position: int) -> Problem:
    where = f"byte {position}"
    return Problem(path, where, "truncated", say("problem.truncated.gz", where=f"at {where}"))
