"""The list of files at the end of a zip (PKWARE APPNOTE 6.3.10, 4.3.12-4.3.16), read by ourselves.

zipfile builds an object for each entry before anybody can count them, and raises a dozen kinds of error on odd ones that other
programs pass over: an extra field that is cut off, a name that is not what its flag says.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.archive.allowance import too_many

_END = struct.Struct("<4s4H2IH")
_END_MAGIC = b"PK\x05\x06"
_LONGEST_COMMENT = 65_535
_LOCATOR = struct.Struct("<4sIQI")
_LOCATOR_MAGIC = b"PK\x06\x07"
_END64 = struct.Struct("<4sQ2H2I4Q")
_END64_MAGIC = b"PK\x06\x06"
_ENTRY = struct.Struct("<4s6H3I5H2I")
_ENTRY_MAGIC = b"PK\x01\x02"
_IN_EXTRA = 0xFFFFFFFF
_EXTRA_64 = 0x0001
_EXTRA_NAME = 0x7075
_UTF8 = 1 << 11
ENCRYPTED = 1 << 0


class Entry(NamedTuple):
    """A line of the list. `start` is where its local header lies in the file."""

    name: str
    flags: int
    method: int
    crc32: int
    packed_size: int
    size: int
    start: int


class _Place(NamedTuple):
    """Where the list lies, and what its offsets are short of: bytes may stand before the archive."""

    start: int
    size: int
    shift: int


class _End(NamedTuple):
    """A record at the end of the list, at `at` in the file."""

    at: int
    disk: int
    first_disk: int
    entries_here: int
    entries: int
    list_size: int
    list_start: int
    comment_bytes: int

    @property
    def is_of_parts(self) -> bool:
        """True in the last of several files that are one archive; a zip64 leaves both numbers open."""
        return 0xFFFF not in (self.disk, self.first_disk) and bool(self.disk or self.first_disk)


def read_directory(file: BinaryIO, size: int) -> tuple[Entry, ...]:
    """Every entry, in the order of the list.

    Raises  DamagedFileError when there is no list, or it is not one (`damaged.archive-part`: one of several parts);
            UnsupportedFileError above MOST_MEMBERS.
    """
    place = _find(file, size)
    if place.size > bounds.LARGEST_DIRECTORY_BYTES:
        raise too_many()
    file.seek(place.start)
    listed = file.read(place.size)
    if listed.count(_ENTRY_MAGIC) > bounds.MOST_MEMBERS:
        raise too_many()
    return tuple(_entries(listed, place.shift))


def _find(file: BinaryIO, size: int) -> _Place:
    """By the record at the end whose comment ends with the file.

    Where none does, bytes were laid behind the archive or its comment is cut: then by the last one that leads to a list, for the
    same letters may stand anywhere. If its offsets are short as well, it is of an archive that lies in this one.
    """
    tail_at = max(0, size - _END.size - _LONGEST_COMMENT)
    file.seek(tail_at)
    tail = file.read(size - tail_at)
    ends = [
        _End(tail_at + at, *_END.unpack_from(tail, at)[1:]) for at in _all_of(_END_MAGIC, tail[: -_END.size + len(_END_MAGIC)])
    ]
    at_the_end = [end for end in ends if end.at + _END.size + end.comment_bytes == size]
    whole = [place for end in at_the_end if not end.is_of_parts and (place := _place(file, end)) is not None]
    others = [place for end in ends if not end.is_of_parts and (place := _place(file, end)) is not None and place.shift == 0]
    found = sorted((*whole, *others), key=lambda place: place.size == 0)  # letters and zeros look like an archive of nothing
    if found:
        return found[0]
    if any(end.is_of_parts for end in at_the_end):
        raise UnsupportedFileError("unreadable.archive-part", reason="unreadable")
    raise DamagedFileError


def _all_of(magic: bytes, data: bytes) -> Iterator[int]:
    """Where it stands, the last one first."""
    at = data.rfind(magic)
    while at >= 0:
        yield at
        at = data.rfind(magic, 0, at)


def _place(file: BinaryIO, end: _End) -> _Place | None:
    """The list that a record leads to; None where none is."""
    try:
        end64 = _end64(file, end.at)
    except DamagedFileError:
        return None
    stops, list_size, list_start = (end.at, end.list_size, end.list_start) if end64 is None else end64
    start = stops - list_size
    shift = start - list_start
    if start < 0 or shift < 0:
        return None
    file.seek(start)
    if list_size and file.read(len(_ENTRY_MAGIC)) != _ENTRY_MAGIC:
        return None
    return _Place(start, list_size, shift)


def _end64(file: BinaryIO, end: int) -> tuple[int, int, int] | None:
    """Where the zip64 end lies, and size and offset of the list; None where there is none."""
    at = end - _LOCATOR.size
    if at < 0:
        return None
    file.seek(at)
    magic, _, declared, _ = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if magic != _LOCATOR_MAGIC:
        return None
    for place in (at - _END64.size, declared):  # bytes before the archive shift the second
        if 0 <= place <= at - _END64.size:
            file.seek(place)
            found, *_, list_size, list_start = _END64.unpack(file.read(_END64.size))
            if found == _END64_MAGIC:
                return place, list_size, list_start
    raise DamagedFileError


def _entries(listed: bytes, shift: int) -> Iterator[Entry]:
    at = 0
    while listed.startswith(_ENTRY_MAGIC, at) and at + _ENTRY.size <= len(listed):
        fields = _ENTRY.unpack_from(listed, at)
        _, _, _, flags, method, _, _, crc32, packed_size, size, name_bytes, extra_bytes, comment_bytes, *_, start = fields
        at += _ENTRY.size
        raw = listed[at : at + name_bytes]
        extra = dict(extra_fields(listed[at + name_bytes : at + name_bytes + extra_bytes]))
        at += name_bytes + extra_bytes + comment_bytes
        size, packed_size, start = in_64_bits((size, packed_size, start), extra)
        yield Entry(decoded_name(raw, flags, extra), flags, method, crc32, packed_size, size, start + shift)
    if at < len(listed):
        raise DamagedFileError  # the list breaks off


def extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """Each extra field, as long as they are whole."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        yield kind, extra[at + 4 : at + 4 + length]
        at += 4 + length


def in_64_bits(values: tuple[int, ...], extra: dict[int, bytes]) -> tuple[int, ...]:
    """The values, each that is all ones taken from the zip64 field, which has them in this order."""
    wide = extra.get(_EXTRA_64, b"")
    out: list[int] = []
    for value in values:
        if value == _IN_EXTRA and len(wide) >= 8:
            value, wide = int.from_bytes(wide[:8], "little"), wide[8:]
        out.append(value)
    return tuple(out)


def decoded_name(raw: bytes, flags: int, extra: dict[int, bytes]) -> str:
    """UTF-8 where it is that, whatever the flag says: many programs forget the flag. Else the PC's own letters."""
    unicode_path = extra.get(_EXTRA_NAME, b"")[5:]
    if unicode_path:
        raw = unicode_path
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8" if flags & _UTF8 else "cp437", errors="replace")
