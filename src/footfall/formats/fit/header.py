"""The header of a FIT file, and the checksum over header and data.

Source: Garmin FIT protocol, sections "File Header" and "CRC"; the checksum is CRC-16/ARC.
"""

import struct
from dataclasses import dataclass

from fastcrc import crc16

SIGNATURE = b".FIT"
SMALLEST = 12
"""Bytes of the shortest header; longer ones carry a checksum of their own and whatever a later protocol adds."""
CHECKSUM = 2
"""Bytes of a checksum."""
_PIECE = 131_072


@dataclass(frozen=True, slots=True)
class Header:
    """One header of a chain.

    at          byte of the file at which it starts.
    size        its own bytes.
    data_size   bytes of data that it promises; 0 where the device never came back to write them.
    whole       False when it has a checksum that does not fit.
    """

    at: int
    size: int
    data_size: int
    whole: bool

    @property
    def body(self) -> int:
        """First byte after it."""
        return self.at + self.size

    @property
    def promised_end(self) -> int:
        """First byte after the data, checksum not included, if the promise is true."""
        return self.body + self.data_size


def is_header(data: bytes, at: int) -> bool:
    """True when a FIT header starts at byte `at`."""
    return data[at + 8 : at + 12] == SIGNATURE and data[at] >= SMALLEST


def read_header(data: bytes, at: int) -> Header:
    """The header at byte `at`, where `is_header` is true. The rest of the file may be missing."""
    size, data_size = struct.unpack_from("<B3xI", data, at)
    whole = True
    if size >= SMALLEST + CHECKSUM and at + size <= len(data):
        stored = stored_checksum(data, at + SMALLEST)
        whole = stored in (0, checksum(data, at, at + SMALLEST))  # 0: not computed, which the protocol allows here
    return Header(at, size, data_size, whole)


def next_header(data: bytes, start: int) -> int | None:
    """Where the next header of a chain starts, from byte `start` on; None where there is none.

    The signature can stand in a device's name: only what has the shape of a header counts.
    """
    found = data.find(SIGNATURE, start + 8)
    while found >= 0:
        at = found - 8
        if data[at] in (12, 14) and data[at + 1] >> 4 in (1, 2):  # size, major version of the protocol
            return at
        found = data.find(SIGNATURE, found + 1)
    return None


def checksum(data: bytes, start: int, end: int) -> int:
    """CRC of the bytes from `start` up to `end`; piece by piece, for to copy 20 MB takes longer than to sum them up."""
    crc = 0
    for at in range(start, end, _PIECE):
        crc = int(crc16.arc(data[at : min(at + _PIECE, end)], crc))
    return crc


def stored_checksum(data: bytes, at: int) -> int:
    """The checksum that stands at byte `at`; two bytes must be there."""
    return int.from_bytes(data[at : at + CHECKSUM], "little")


def checks_out(data: bytes, start: int, end: int) -> bool:
    """True when the two bytes at `end` are there and are the checksum of those from `start` on."""
    return start < end <= len(data) - CHECKSUM and stored_checksum(data, end) == checksum(data, start, end)
