"""A copy of a FIT file for a bug report: position, date, serial numbers and names shifted or gone, everything else as it was.

As long as the file, so that whatever is wrong with it stays wrong in the copy; a checksum that was right is right again, one that
was wrong stays wrong. The shape of the track stays too, moved to the sea.
"""

import math
from dataclasses import dataclass

import numpy as np

from footfall.errors import NotAnActivityError, UnknownFormatError, UnsupportedFileError
from footfall.formats.fit.columns import ByteArray, invalid_bytes
from footfall.formats.fit.developer import described
from footfall.formats.fit.header import CHECKSUM, checks_out, checksum, is_header, read_header
from footfall.formats.fit.identity import ACTIVITY, identity, kind_name
from footfall.formats.fit.parts import Part, parts
from footfall.formats.fit.private import Treatment, treatment, treatment_of_developer_field
from footfall.formats.fit.profile import Kind
from footfall.formats.fit.scan import Block, Stop
from footfall.formats.fit.tables import block_tables
from footfall.model.intervals import FloatArray, IntArray

_DAY_S = 86_400
_FIRST_DATE = 0x10000000
"""Below it, seconds since the device was switched on: they say nothing of the date."""
_TO_DAY = 4019 * _DAY_S
"""1 January 2001 as FIT counts: where every copy begins. Whole days only, so the time of day and compressed times hold."""
_SEA_LON = round(-30 * 2**31 / 180)
"""The track begins at 0° N 30° W, in the middle of the Atlantic."""
_NOT_A_DATE = 0xFFFFFFFF
_OTHER_DATES = ((Kind.ACTIVITY, 253), (Kind.ACTIVITY, 5), (Kind.SESSION, 2), (Kind.FILE_ID, 4))
"""Written, local, start and creation times: a watch that counts from switching on may tell the date in one of them alone."""
_NO_POSITION = 0x7FFFFFFF


@dataclass(frozen=True, slots=True)
class Anonymous:
    """The copy, and what was done.

    data      as long as the file.
    moved     True where it held positions.     days   by how many days its dates were shifted; None without any date.
    emptied   fields that were emptied, over all messages.    cut_bytes   bytes outside any message that were overwritten.
    """

    data: bytes
    moved: bool
    days: int | None
    emptied: int
    cut_bytes: int


@dataclass(frozen=True, slots=True)
class _Shift:
    """Seconds to take from dates; and the first position, in semicircles, None where there is none."""

    seconds: int
    latitude: int | None
    longitude: int


def anonymised(data: bytes) -> Anonymous:
    """An anonymous copy of a FIT file (not packed).

    Raises  UnknownFormatError for what is no FIT; NotAnActivityError for settings, courses and the like, which are personal
            throughout; UnsupportedFileError for a file that is too crowded to be walked to its end.
    """
    if not is_header(data, 0):
        raise UnknownFormatError("unknown-format.anonymise")
    found = tuple(parts(data))
    _refuse(data, found)
    copy = _Copy(data, _shift(data, found))
    for part in found:
        copy.treat(part)
    copy.empty_rest(found[-1].end, len(data))
    return copy.result()


def _refuse(data: bytes, found: tuple[Part, ...]) -> None:
    if any(part.stop is Stop.CROWDED for part in found):
        raise UnsupportedFileError("too-large.anonymise", reason="too-large")
    kinds = [identity(block_tables(data, part).get(Kind.FILE_ID)).kind for part in found]
    if not any(kind is None or kind == ACTIVITY for kind in kinds):
        raise NotAnActivityError("not-an-activity.anonymise", kind=kind_name(kinds[0]) if kinds[0] is not None else "unknown")


def _shift(data: bytes, found: tuple[Part, ...]) -> _Shift:
    """From the first position of the records over all parts, and their first date; where they have none, from any other date."""
    dates: list[float] = []
    others: list[float] = []
    latitude, longitude = None, 0
    for part in found:
        tables = block_tables(data, part)
        times = tables.times[np.isfinite(tables.times)]
        dates += _real(times)[:1]
        for kind, number in _OTHER_DATES:
            table = tables.get(kind)
            found_there = None if table is None else table.numbers(number)
            others += [] if found_there is None else _real(found_there)
        records = tables.get(Kind.RECORD)
        places = [None, None] if records is None else [records.numbers(number) for number in (0, 1)]
        if latitude is None and places[0] is not None and places[1] is not None:
            both = np.flatnonzero(np.isfinite(places[0]) & np.isfinite(places[1]))
            if both.size:
                latitude, longitude = int(places[0][both[0]]), int(places[1][both[0]])
    dates = dates or others
    seconds = (int(min(dates)) // _DAY_S * _DAY_S - _TO_DAY) if dates else 0
    return _Shift(seconds, latitude, longitude)


def _real(dates: FloatArray) -> list[float]:
    """Those that are dates: there, and not seconds since the device was switched on."""
    return [float(date) for date in dates if _FIRST_DATE <= date < _NOT_A_DATE]


class _Copy:
    """The bytes being rewritten."""

    def __init__(self, data: bytes, shift: _Shift) -> None:
        self._original = data
        self._bytes = np.frombuffer(bytearray(data), dtype=np.uint8)
        self._shift = shift
        self._emptied = self._cut = self._dated = 0
        self._moved = False

    def treat(self, part: Part) -> None:
        tables = block_tables(self._original, part)
        names = {field.key: (field.name, field.base) for field in described(tables.get(Kind.FIELD_DESCRIPTION))}
        for kind, blocks in part.blocks.items():
            for block in blocks:
                self._treat_block(kind, block, block.offsets(), names)
        self._treat_rest(part)

    def _treat_block(
        self, kind: int, block: Block, offsets: IntArray, names: dict[tuple[int, int], tuple[str | None, int]]
    ) -> None:
        at = 1
        for number, size, base in zip(block.spec[0::3], block.spec[1::3], block.spec[2::3], strict=True):
            self._apply(treatment(kind, number, size, base), block.order, offsets + at, size, base)
            at += size
        for number, size, app in zip(block.developer[0::3], block.developer[1::3], block.developer[2::3], strict=True):
            name, base_told = names.get((app, number), (None, None))
            how = treatment_of_developer_field(kind, name, base_told)
            self._apply(how, block.order, offsets + at, size, 0x0D if base_told is None else base_told)
            at += size

    def _apply(self, how: Treatment, order: str, offsets: IntArray, size: int, base: int) -> None:
        if how is Treatment.KEEP or size == 0:
            return
        places = offsets[:, None] + np.arange(size)
        if how is Treatment.EMPTY or size != 4:
            self._bytes[places] = np.frombuffer(invalid_bytes(base, size, order), dtype=np.uint8)
            self._emptied += len(offsets)
            return
        if how is Treatment.SHIFT_DATE:
            self._bytes[places] = self._shifted(self._bytes[places], order)
        else:
            self._bytes[places] = self._put_to_sea(self._bytes[places], order, how)

    def _shifted(self, cells: ByteArray, order: str) -> ByteArray:
        dates = np.ascontiguousarray(cells).view(f"{order}u4")[:, 0].astype(np.int64)
        real = (dates >= _FIRST_DATE) & (dates != _NOT_A_DATE)
        self._dated += int(np.count_nonzero(real))
        moved = np.where(real, np.maximum(dates - self._shift.seconds, _FIRST_DATE), dates)
        return _cells(moved, f"{order}u4")

    def _put_to_sea(self, cells: ByteArray, order: str, how: Treatment) -> ByteArray:
        """Semicircles from the first position, on the equator: a degree of longitude is longer there, so it is scaled."""
        stored = np.ascontiguousarray(cells).view(f"{order}i4")[:, 0].astype(np.int64)
        real = stored != _NO_POSITION
        if self._shift.latitude is None:
            return _cells(np.where(real, _NO_POSITION, stored), f"{order}i4")
        self._moved |= bool(real.any())
        if how is Treatment.MOVE_LAT:
            moved = stored - self._shift.latitude
        else:
            east = (stored - self._shift.longitude + 2**31) % 2**32 - 2**31
            moved = np.rint(east * math.cos(self._shift.latitude * math.pi / 2**31)).astype(np.int64) + _SEA_LON
        return _cells(np.where(real, np.clip(moved, -(2**31), _NO_POSITION - 1), stored), f"{order}i4")

    def _treat_rest(self, part: Part) -> None:
        """What stands in a part outside its header and messages: overwritten from where the messages stop, never read again."""
        header = read_header(self._original, part.start)
        whole = checks_out(self._original, part.start, part.end - CHECKSUM)
        stopped = [fault.at for fault in part.faults if fault.code in ("broken", "early")]
        if stopped:
            self.empty_rest(max(min(stopped), header.body) + 1, part.end - (CHECKSUM if whole else 0))
        if whole:
            end = part.end - CHECKSUM
            stored = checksum(self._bytes.tobytes(), part.start, end)
            self._bytes[end : part.end] = np.frombuffer(stored.to_bytes(CHECKSUM, "little"), dtype=np.uint8)

    def empty_rest(self, start: int, end: int) -> None:
        """Overwrite bytes that belong to no message with one that announces nothing."""
        if end > start:
            self._bytes[start:end] = 0
            self._cut += end - start

    def result(self) -> Anonymous:
        return Anonymous(
            data=self._bytes.tobytes(),
            moved=self._moved,
            days=self._shift.seconds // _DAY_S if self._dated else None,
            emptied=self._emptied,
            cut_bytes=self._cut,
        )


def _cells(values: IntArray, dtype: str) -> ByteArray:
    """Numbers as the bytes that store them, shape (n, 4)."""
    return np.ascontiguousarray(values.astype(dtype)).view(np.uint8).reshape(len(values), 4)
