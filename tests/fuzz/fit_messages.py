"""A FIT file as a list of messages, each its own bytes, and back; written apart from the reader under test."""

import struct
from dataclasses import dataclass
from functools import cache

_DEFINITION, _DEVELOPER, _COMPRESSED = 0x40, 0x20, 0x80


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it stands. `kind` is its global number, of a definition that of what it defines."""

    data: bytes
    kind: int
    defines: bool


def messages(data: bytes) -> list[Message]:
    """The messages of the first recording of a file, as far as they can be followed."""
    found: list[Message] = []
    sizes: dict[int, tuple[int, int]] = {}
    at = data[0]
    end = min(at + int.from_bytes(data[4:8], "little"), len(data)) or len(data)
    while at < end:
        message = _at(data, at, sizes)
        if message is None or at + len(message.data) > end:
            break
        found.append(message)
        at += len(message.data)
    return found


def file_of(found: list[Message], header: bytes = b"", checksum: int | None = None) -> bytes:
    """A file of these messages.

    header     what stands in its place instead of a right one.
    checksum   what stands in its place instead of the right one.
    """
    body = b"".join(message.data for message in found)
    if not header:
        header = struct.pack("<BBHI4s", 14, 0x20, 2100, len(body), b".FIT")
        header += struct.pack("<H", crc(header))
    whole = header + body
    return whole + struct.pack("<H", crc(whole) if checksum is None else checksum)


def _at(data: bytes, at: int, sizes: dict[int, tuple[int, int]]) -> Message | None:
    """The message at a byte; None where none can be."""
    head = data[at]
    local = (head >> 5) & 3 if head & _COMPRESSED else head & 15
    if head & _COMPRESSED or not head & _DEFINITION:
        if local not in sizes:
            return None
        kind, size = sizes[local]
        return Message(data[at : at + 1 + size], kind, defines=False) if at + 1 + size <= len(data) else None
    if at + 6 > len(data):
        return None
    kind = int.from_bytes(data[at + 3 : at + 5], "big" if data[at + 2] else "little")
    after = at + 6 + 3 * data[at + 5]
    size = sum(data[at + 7 : after : 3])
    if head & _DEVELOPER and after < len(data):
        extra = after + 1
        after = extra + 3 * data[after]
        size += sum(data[extra + 1 : after : 3])
    if after > len(data):
        return None
    sizes[local] = kind, size
    return Message(data[at:after], kind, defines=True)


def crc(data: bytes) -> int:
    """CRC-16/ARC, by a table."""
    table = _table()
    value = 0
    for octet in data:
        value = table[(value ^ octet) & 0xFF] ^ (value >> 8)
    return value


@cache
def _table() -> tuple[int, ...]:
    rows = []
    for octet in range(256):
        for _ in range(8):
            octet = octet >> 1 ^ (0xA001 if octet & 1 else 0)
        rows.append(octet)
    return tuple(rows)
