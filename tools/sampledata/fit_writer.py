"""A general writer of FIT files: what it is told, byte for byte, odd files included.

It knows base types, definitions, data, compressed headers, developer fields and checksums, and no message by name
(`fit_profile` does). It reads nothing of the product's own decoder, so that each can be tested with the other.
Source: FIT protocol description, developer.garmin.com/fit/protocol.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

import fastcrc

Value: TypeAlias = int | float | str | bytes | Sequence[int | float | None] | None
"""Raw value of a field, already scaled; None = the base type's "invalid"; bytes are taken as they are."""


class ByteOrder(Enum):
    """Of one definition and the messages that follow it."""

    LITTLE = "<"
    BIG = ">"


class Checksum(Enum):
    """What to put where a CRC belongs."""

    RIGHT = "right"
    ZERO = "zero"
    WRONG = "wrong"

    def of(self, data: bytes) -> int:
        """The 16 bits to write after `data`."""
        right = int(fastcrc.crc16.arc(data))
        return {Checksum.RIGHT: right, Checksum.ZERO: 0, Checksum.WRONG: right ^ 0x1000}[self]


@dataclass(frozen=True, slots=True)
class BaseType:
    """One of FIT's base types.

    code     as in a definition.   letter  of `struct`.   invalid  the value that means "not recorded".
    """

    code: int
    letter: str
    invalid: int

    @property
    def size(self) -> int:
        """Bytes of one element."""
        return struct.calcsize("<" + self.letter)


ENUM = BaseType(0x00, "B", 0xFF)
SINT8 = BaseType(0x01, "b", 0x7F)
UINT8 = BaseType(0x02, "B", 0xFF)
STRING = BaseType(0x07, "s", 0x00)
UINT8Z = BaseType(0x0A, "B", 0x00)
BYTE = BaseType(0x0D, "B", 0xFF)
SINT16 = BaseType(0x83, "h", 0x7FFF)
UINT16 = BaseType(0x84, "H", 0xFFFF)
SINT32 = BaseType(0x85, "i", 0x7FFFFFFF)
UINT32 = BaseType(0x86, "I", 0xFFFFFFFF)
FLOAT32 = BaseType(0x88, "f", 0xFFFFFFFF)
FLOAT64 = BaseType(0x89, "d", 0xFFFFFFFFFFFFFFFF)
UINT16Z = BaseType(0x8B, "H", 0x0000)
UINT32Z = BaseType(0x8C, "I", 0x00000000)
SINT64 = BaseType(0x8E, "q", 0x7FFFFFFFFFFFFFFF)
UINT64 = BaseType(0x8F, "Q", 0xFFFFFFFFFFFFFFFF)
UINT64Z = BaseType(0x90, "Q", 0x0000000000000000)

BASE_TYPES = (
    *(ENUM, SINT8, UINT8, STRING, UINT8Z, BYTE, SINT16, UINT16, SINT32, UINT32),
    *(FLOAT32, FLOAT64, UINT16Z, UINT32Z, SINT64, UINT64, UINT64Z),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a definition.

    size  bytes; None = one element. A string's length, a multiple for an array, or, as some watches write, a size that
          does not fit the base type: then the value must be given as bytes.
    """

    number: int
    base: BaseType
    size: int | None = None

    @property
    def width(self) -> int:
        """Bytes in the file."""
        return self.base.size if self.size is None else self.size


@dataclass(frozen=True, slots=True)
class DeveloperField:
    """One developer field of a definition: described elsewhere by field_description messages (206)."""

    number: int
    base: BaseType
    index: int
    size: int | None = None

    @property
    def width(self) -> int:
        """Bytes in the file."""
        return self.base.size if self.size is None else self.size


@dataclass(frozen=True, slots=True)
class Definition:
    """What the data messages of one local number look like from here on."""

    local: int
    message: int
    fields: tuple[Field, ...]
    order: ByteOrder = ByteOrder.LITTLE
    developer: tuple[DeveloperField, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.local <= 15:
            raise ValueError("a local message number is 0-15")


class FitWriter:
    """Collects messages; `to_bytes` closes the file. Chained files are their bytes, one after the other."""

    def __init__(self) -> None:
        self._body = bytearray()
        self._definitions: dict[int, Definition] = {}

    def define(self, definition: Definition) -> None:
        """Write a definition message; it replaces the former one of its local number."""
        self._definitions[definition.local] = definition
        developer = definition.developer
        self._body.append(0x40 | (0x20 if developer else 0) | definition.local)
        self._body += struct.pack("BB", 0, 1 if definition.order is ByteOrder.BIG else 0)
        self._body += struct.pack(definition.order.value + "HB", definition.message, len(definition.fields))
        for field in definition.fields:
            self._body += bytes((field.number, field.width, field.base.code))
        if developer:
            self._body.append(len(developer))
            for extra in developer:
                self._body += bytes((extra.number, extra.width, extra.index))

    def write(self, local: int, values: Mapping[int, Value], developer: Mapping[int, Value] | None = None) -> None:
        """Write a data message.

        values      field number -> raw value; what is not named is written as invalid.
        developer   the same for developer fields.
        Raises      KeyError for a local number without definition, ValueError for a field that it does not have.
        """
        self._body.append(local)
        self._data(self._definitions[local], values, developer or {})

    def write_compressed(self, local: int, offset_s: int, values: Mapping[int, Value]) -> None:
        """Write a data message with a compressed timestamp: the low 5 bits of the time stand in the header.

        local     0-3.
        offset_s  0-31.  [s]
        """
        if not (0 <= local <= 3 and 0 <= offset_s <= 31):
            raise ValueError("a compressed header holds local numbers 0-3 and offsets 0-31")
        self._body.append(0x80 | local << 5 | offset_s)
        self._data(self._definitions[local], values, {})

    def raw(self, data: bytes) -> None:
        """Write these bytes, whatever they are: for files that are meant to be wrong."""
        self._body += data

    def to_bytes(
        self,
        header_size: int = 14,
        header_crc: Checksum = Checksum.RIGHT,
        file_crc: Checksum = Checksum.RIGHT,
        data_size: int | None = None,
    ) -> bytes:
        """The whole file.

        header_size  14, or 12 as in old files.   data_size  what the header claims; None = the truth.
        """
        size = len(self._body) if data_size is None else data_size
        header = struct.pack("<BBHI4s", header_size, 0x20, 2100, size, b".FIT")
        if header_size == 14:
            header += struct.pack("<H", header_crc.of(header))
        whole = header + bytes(self._body)
        return whole + struct.pack("<H", file_crc.of(whole))

    def _data(self, definition: Definition, values: Mapping[int, Value], developer: Mapping[int, Value]) -> None:
        order = definition.order.value
        unknown = set(values) - {field.number for field in definition.fields}
        unknown |= set(developer) - {field.number for field in definition.developer}
        if unknown:
            raise ValueError(f"local message {definition.local} has no field {sorted(unknown)}")
        for field in definition.fields:
            self._body += encode(values.get(field.number), field.base, field.width, order)
        for extra in definition.developer:
            self._body += encode(developer.get(extra.number), extra.base, extra.width, order)


def encode(value: Value, base: BaseType, width: int, order: str) -> bytes:
    """One field's bytes: exactly `width` of them. Raises ValueError or struct.error when the value does not fit."""
    if isinstance(value, str):
        value = value.encode()[: max(0, width - 1)].ljust(width, b"\0")
    if isinstance(value, bytes):
        if len(value) != width:
            raise ValueError(f"{len(value)} bytes for a field of {width}")
        return value
    if value is None and (base is STRING or width % base.size):
        return bytes([base.invalid & 0xFF]) * width
    count = width // base.size
    items: list[int | float | None] = [*value] if isinstance(value, Sequence) else [value, *[None] * (count - 1)]
    if len(items) != count:
        raise ValueError(f"{len(items)} elements for a field of {count}")
    return b"".join(_element(item, base, order) for item in items)


def _element(value: int | float | None, base: BaseType, order: str) -> bytes:
    if value is None:
        return base.invalid.to_bytes(base.size, "big" if order == ">" else "little")
    return struct.pack(order + base.letter, value)
