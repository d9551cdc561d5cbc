"""A .gz whose bytes depend on nothing but its content: stored, not compressed, as zlib's output differs between versions."""

import struct
import zlib

_BLOCK = 0xFFFF


def gzipped(data: bytes) -> bytes:
    """One gzip member (RFC 1952) of stored blocks (RFC 1951, 3.2.4), without time or name."""
    blocks = [data[at : at + _BLOCK] for at in range(0, len(data), _BLOCK)] or [b""]
    body = bytearray(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
    for number, block in enumerate(blocks, start=1):
        body += struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
    return bytes(body) + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
