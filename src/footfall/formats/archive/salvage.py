"""The files of a zip whose list is missing, one after the other from its beginning."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from footfall.formats import bounds
from footfall.formats.archive.allowance import too_many
from footfall.formats.archive.member import Member, Method, shown_name
from footfall.formats.archive.unpack import LOCAL_HEADER, LOCAL_MAGIC
from footfall.formats.archive.zip_directory import ENCRYPTED, decoded_name, extra_fields, in_64_bits
from footfall.formats.inflate import CHUNK_BYTES, RAW, BrokenStreamError, Inflater

_SIZES_FOLLOW = 1 << 3
_SPAN_MARKS = (b"PK\x07\x08", b"PK00")
_LONGEST_DESCRIPTOR = 24
_DESCRIPTORS = (16, 24, 12, 20)
"""With and without its mark, in 32 and 64 bits.  [bytes]"""


class Salvaged(NamedTuple):
    """Members that were found, the last perhaps cut off, and how many were encrypted."""

    members: tuple[Member, ...]
    encrypted: int


class _Found(NamedTuple):
    """A local header. `member` is None for what cannot be unpacked here, `after` None where no end of it can be told."""

    member: Member | None
    encrypted: bool
    after: int | None


def salvaged(file: BinaryIO, size: int) -> Salvaged:
    """Every member up to the first place where none begins. Raises UnsupportedFileError above MOST_MEMBERS."""
    members: list[Member] = []
    encrypted = 0
    for count, found in enumerate(_walk(file, size)):
        if count >= bounds.MOST_MEMBERS:
            raise too_many()
        encrypted += found.encrypted
        if found.member is not None:
            members.append(found.member)
    return Salvaged(tuple(members), encrypted)


def _walk(file: BinaryIO, size: int) -> Iterator[_Found]:
    file.seek(0)
    at: int | None = 4 if file.read(4) in _SPAN_MARKS else 0
    while at is not None:
        file.seek(at)
        header = file.read(LOCAL_HEADER.size)
        if len(header) < LOCAL_HEADER.size or not header.startswith(LOCAL_MAGIC):
            return
        found = _found(file, at, header, size)
        if found is None:
            return
        yield found
        at = found.after


def _found(file: BinaryIO, at: int, header: bytes, size: int) -> _Found | None:
    """None where the file breaks off before the data."""
    _, _, flags, method, _, _, crc32, packed_size, unpacked_size, name_bytes, extra_bytes = LOCAL_HEADER.unpack(header)
    raw, extra = file.read(name_bytes), dict(extra_fields(file.read(extra_bytes)))
    unpacked_size, packed_size = in_64_bits((unpacked_size, packed_size), extra)
    data_at = at + LOCAL_HEADER.size + name_bytes + extra_bytes
    if data_at > size or (data_at == size and packed_size > 0):
        return None
    encrypted = bool(flags & ENCRYPTED)
    if flags & _SIZES_FOLLOW and packed_size == 0:
        if encrypted or method != Method.DEFLATE:
            return _Found(None, encrypted, None)  # only the deflate stream itself says where it ends
        packed_size = _deflated(file, data_at, size)
        after = _behind_descriptor(file, data_at + packed_size)
        member = Member(shown_name(decoded_name(raw, flags, extra)), None, packed_size, at, method=Method.DEFLATE)
        return _Found(member, encrypted, after)
    after = data_at + packed_size
    if flags & _SIZES_FOLLOW:
        after = _behind_descriptor(file, after) or after
    if encrypted or method not in frozenset(Method):
        return _Found(None, encrypted, after)
    name = shown_name(decoded_name(raw, flags, extra))
    return _Found(Member(name, unpacked_size, packed_size, at, method=Method(method), crc32=crc32), encrypted, after)


def _deflated(file: BinaryIO, start: int, size: int) -> int:
    """How long a deflate stream is, packed; to the end of the file where it has no end, or is a bomb.  [bytes]"""
    inflater = Inflater(RAW)
    file.seek(start)
    read = unpacked = 0
    while not inflater.eof:
        chunk = file.read(CHUNK_BYTES)
        if not chunk:
            return size - start
        read += len(chunk)
        try:
            for piece in inflater.feed(chunk):
                unpacked += len(piece)
                if unpacked > max(bounds.RATIO_COUNTS_FROM_BYTES, bounds.HIGHEST_RATIO * read):
                    return size - start
        except BrokenStreamError:
            return size - start
    return read - inflater.unused


def _behind_descriptor(file: BinaryIO, at: int) -> int | None:
    """Where the next member begins, behind the sizes that follow a stream; None where none does."""
    file.seek(at)
    following = file.read(_LONGEST_DESCRIPTOR + len(LOCAL_MAGIC))
    return next((at + length for length in _DESCRIPTORS if following.startswith(LOCAL_MAGIC, length)), None)
