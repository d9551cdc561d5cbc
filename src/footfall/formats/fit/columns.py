"""Messages of one kind as columns: views on the file's own bytes, made floats with NaN for what was not recorded.

Source: Garmin FIT protocol, "Base Types", for sizes and invalid values.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from footfall.formats.fit.scan import Block
from footfall.model.intervals import FloatArray, IntArray

ByteArray = npt.NDArray[np.uint8]
_T = TypeVar("_T", bound=np.generic)
FieldKey = int | tuple[int, int]
"""A native field by its number, a developer field by the index of its developer and its number."""


class Table(Protocol):
    """Messages of one kind in file order, whoever read them."""

    def __len__(self) -> int: ...

    def numbers(self, field: int) -> FloatArray | None:
        """What is stored in a field, unscaled, shape (n,); NaN where invalid or undefined, of an array the first element.

        None where no message defines the field as a number.
        """
        ...

    def octets(self, field: int, width: int) -> ByteArray | None:
        """The first `width` bytes of a field, shape (n, width); all 0xFF, which is invalid, where it is shorter or undefined."""
        ...

    def texts(self, field: int) -> list[str | None]:
        """A text field; None where empty, undefined or no text."""
        ...

    def developer_numbers(self, key: tuple[int, int], kind: int) -> FloatArray | None:
        """The same of a developer field, which is described elsewhere as of base type `kind`; `numbers` never returns one."""
        ...

    def misfits(self) -> frozenset[FieldKey]:
        """Fields that were asked for and declined: their length is no multiple of their type's."""
        ...


class _Base(NamedTuple):
    """How a base type is stored."""

    code: str
    size: int
    invalid: float | None


_BASES = {
    0x00: _Base("u1", 1, float(0xFF)),  # enum
    0x01: _Base("i1", 1, float(0x7F)),
    0x02: _Base("u1", 1, float(0xFF)),
    0x03: _Base("i2", 2, float(0x7FFF)),
    0x04: _Base("u2", 2, float(0xFFFF)),
    0x05: _Base("i4", 4, float(0x7FFFFFFF)),
    0x06: _Base("u4", 4, float(0xFFFFFFFF)),
    0x08: _Base("f4", 4, None),  # invalid is a NaN as it stands
    0x09: _Base("f8", 8, None),
    0x0A: _Base("u1", 1, 0.0),
    0x0B: _Base("u2", 2, 0.0),
    0x0C: _Base("u4", 4, 0.0),
    0x0E: _Base("i8", 8, float(0x7FFFFFFFFFFFFFFF)),
    0x0F: _Base("u8", 8, float(0xFFFFFFFFFFFFFFFF)),
    0x10: _Base("u8", 8, 0.0),
}
"""By the lower five bits of the type; bit 7 says "of several bytes" and some writers leave it out."""
_DTYPES = {order: {base.code: np.dtype(order + base.code) for base in _BASES.values()} for order in "<>"}
"""Made once: numpy takes longer to read a name than to look at a thousand numbers."""
_PIECE = 32_768
"""Values looked at in one go: as many as stay at hand in the processor."""
_TEXT = 0x07
_BYTES = _Base("u1", 1, float(0xFF))
"""Type 0x0D, and what an unknown type is read as."""


class _Place(NamedTuple):
    """Where a field stands within a message."""

    offset: int
    size: int
    kind: int


class Rows:
    """The messages of one block side by side, without a copy where they follow each other in the file."""

    def __init__(self, data: bytes, block: Block) -> None:
        self.misfits: set[FieldKey] = set()
        self._block = block
        self._count = len(block)
        self._dtypes = _DTYPES[block.order]
        self._fields, self._sizes, self._kinds = block.spec[0::3], block.spec[1::3], block.spec[2::3]
        if len(block.starts) == 1:
            self._buffer: bytes | npt.NDArray[np.void] | ByteArray = data
            self._first = block.starts[0]
            self._stride = block.runs[0].stride if block.runs else block.size
        elif stretches := block.stretches():
            self._buffer = _together(data, stretches)
            self._first = 0
            self._stride = block.size
        else:
            window = np.ndarray((len(data) - block.size + 1,), f"V{block.size}", data, 0, (1,))
            self._buffer = window[block.offsets()]
            self._first = 0
            self._stride = block.size

    def __len__(self) -> int:
        return self._count

    def offsets(self) -> IntArray:
        """Where each message stands, rising."""
        return self._block.offsets()

    def view(self, offset: int, code: str, shape: tuple[int, ...] = ()) -> npt.NDArray[np.generic]:
        """What stands `offset` bytes into each message, as dtype `code`: shape (n, *shape)."""
        dtype = self._dtypes[code]
        inner = (dtype.itemsize,) * len(shape)
        return np.ndarray((self._count, *shape), dtype, self._buffer, self._first + offset, (self._stride, *inner))

    def heads(self) -> ByteArray:
        """The first byte of each message, shape (n,)."""
        return self.view(0, "u1").view(np.uint8)

    def numbers(self, field: int) -> FloatArray | None:
        """As in Table."""
        return self._numbers(self._place(field))

    def developer_numbers(self, key: tuple[int, int], kind: int) -> FloatArray | None:
        """As in Table."""
        return self._numbers(self._developer_place(key, kind))

    def _numbers(self, place: _Place | None) -> FloatArray | None:
        if place is None or place.kind == _TEXT:
            return None
        base = _BASES.get(place.kind)
        if base is None:
            if place.size > 1:
                return None  # bytes in a row are no number
            base = _BYTES
        stored = self.view(place.offset, base.code)
        if base.invalid is not None:
            values = np.empty(len(stored))
            for at in range(0, len(stored), _PIECE):
                piece = values[at : at + _PIECE]
                piece[...] = stored[at : at + _PIECE]
                piece[piece == base.invalid] = np.nan
            return values
        with np.errstate(invalid="ignore", over="ignore"):
            values = stored.astype(np.float64)
        values[~np.isfinite(values)] = np.nan
        return values

    def octets(self, field: int, width: int) -> ByteArray | None:
        """As in Table, but None where the field is shorter or undefined."""
        place = self._place(field)
        if place is None or place.size < width:
            return None
        return self.view(place.offset, "u1", (width,)).view(np.uint8)

    def texts(self, field: int) -> list[str | None]:
        """As in Table."""
        place = self._place(field)
        if place is None or place.kind != _TEXT:
            return [None] * len(self)
        cells = self.view(place.offset, "u1", (place.size,))
        return [text(cell.tobytes()) for cell in cells]

    def _place(self, field: int) -> _Place | None:
        """Where a field is; None where it is not defined, or declined."""
        index = self._fields.find(field)
        if index < 0:
            return None
        size, kind = self._sizes[index], self._kinds[index] & 0x1F
        if size == 0 or size % _BASES.get(kind, _BYTES).size:
            self.misfits.add(field)  # COROS, 2024: "uint32" in one byte
            return None
        return _Place(1 + sum(self._sizes[:index]), size, kind)

    def _developer_place(self, key: tuple[int, int], kind: int) -> _Place | None:
        """The same of a developer field: those stand behind all native ones."""
        spec = self._block.developer
        offset = 1 + sum(self._sizes)
        for number, size, index in zip(spec[0::3], spec[1::3], spec[2::3], strict=True):
            if (index, number) == key:
                if size == 0 or size % _BASES.get(kind & 0x1F, _BYTES).size:
                    self.misfits.add(key)
                    return None
                return _Place(offset, size, kind & 0x1F)
            offset += size
        return None


def _together(data: bytes, stretches: Sequence[slice]) -> ByteArray:
    """The stretches one behind the other. numpy asks for memory in larger pages than `bytes.join` does."""
    found = np.empty(sum(stretch.stop - stretch.start for stretch in stretches), dtype=np.uint8)
    source, target, at = memoryview(data), found.data, 0
    for stretch in stretches:
        after = at + stretch.stop - stretch.start
        target[at:after] = source[stretch]
        at = after
    return found


class BlockTable:
    """A Table over the blocks of one kind."""

    def __init__(self, data: bytes, blocks: Sequence[Block]) -> None:
        self._rows = [Rows(data, block) for block in blocks]
        self._order: IntArray | None = None  # where joining them block by block is not the order of the file
        if len(self._rows) > 1:
            offsets = np.concatenate([rows.offsets() for rows in self._rows])
            if np.any(np.diff(offsets) < 0):
                self._order = np.argsort(offsets, kind="stable")

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._rows)

    def numbers(self, field: int) -> FloatArray | None:
        """As in Table."""
        if len(self._rows) == 1:
            return self._rows[0].numbers(field)
        return self._joined([rows.numbers(field) for rows in self._rows])

    def developer_numbers(self, key: tuple[int, int], kind: int) -> FloatArray | None:
        """As in Table."""
        return self._joined([rows.developer_numbers(key, kind) for rows in self._rows])

    def _joined(self, found: Sequence[FloatArray | None]) -> FloatArray | None:
        if all(values is None for values in found):
            return None
        return self._together([np.full(len(r), np.nan) if v is None else v for r, v in zip(self._rows, found, strict=True)])

    def octets(self, field: int, width: int) -> ByteArray | None:
        """As in Table."""
        found = [rows.octets(field, width) for rows in self._rows]
        if all(values is None for values in found):
            return None
        filled = [
            np.full((len(r), width), 0xFF, dtype=np.uint8) if v is None else v for r, v in zip(self._rows, found, strict=True)
        ]
        return self._together(filled)

    def texts(self, field: int) -> list[str | None]:
        """As in Table."""
        found = [cell for rows in self._rows for cell in rows.texts(field)]
        return found if self._order is None else [found[index] for index in self._order]

    def misfits(self) -> frozenset[FieldKey]:
        """As in Table."""
        return frozenset().union(*(rows.misfits for rows in self._rows))

    def heads(self) -> ByteArray:
        """The first byte of each message."""
        return self._together([rows.heads() for rows in self._rows])

    def offsets(self) -> IntArray:
        """Where each message stands, rising."""
        return self._together([rows.offsets() for rows in self._rows])

    def _together(self, pieces: list[npt.NDArray[_T]]) -> npt.NDArray[_T]:
        joined = pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
        return joined if self._order is None else joined[self._order]


def text(stored: bytes) -> str | None:
    """UTF-8 up to the first NUL, or to the end: some devices leave the NUL out. None where nothing is left."""
    return stored.split(b"\0", 1)[0].decode("utf-8", "replace").strip() or None


def invalid_bytes(base: int, size: int, order: str) -> bytes:
    """What a field of a base type holds where nothing is recorded: `size` bytes in byte order "<" or ">"."""
    kind = base & 0x1F
    stored = _BASES.get(kind, _BYTES)
    if kind == _TEXT:
        return bytes(size)
    if stored.invalid is None or size % stored.size:
        return b"\xff" * size
    most = 2 ** (8 * stored.size - stored.code.startswith("i")) - 1  # the largest of 64 bits are no floats
    one: bytes = min(int(stored.invalid), most).to_bytes(stored.size, "little" if order == "<" else "big")
    return one * (size // stored.size)
