"""What can happen to any bytes: flips, cuts, stretches dropped, doubled, moved or taken from another file."""

from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytes, bytes], bytes]
"""(draw, a file, another file) -> a mutant. Never longer than both together and a few kB."""

_EXTREMES = (0x00, 0xFF, 0x7F, 0x80, 0x01, 0xFE)
_LONGEST_STRETCH = 4_096


def flip(draw: Random, data: bytes, _: bytes) -> bytes:
    """A few bytes anywhere become others."""
    out = bytearray(data)
    for _time in range(1 + draw.randrange(16)):
        out[draw.randrange(len(out))] = draw.randrange(256) if draw.random() < 0.5 else draw.choice(_EXTREMES)
    return bytes(out)


def flip_bit(draw: Random, data: bytes, _: bytes) -> bytes:
    """One bit."""
    out = bytearray(data)
    out[draw.randrange(len(out))] ^= 1 << draw.randrange(8)
    return bytes(out)


def flip_early(draw: Random, data: bytes, _: bytes) -> bytes:
    """Bytes where files say what they are."""
    out = bytearray(data)
    for _time in range(1 + draw.randrange(4)):
        out[draw.randrange(min(len(out), 64))] = draw.randrange(256)
    return bytes(out)


def cut(draw: Random, data: bytes, _: bytes) -> bytes:
    """The end is missing."""
    return data[: draw.randrange(len(data))]


def behead(draw: Random, data: bytes, _: bytes) -> bytes:
    """The beginning is missing."""
    return data[draw.randrange(len(data)) :]


def drop(draw: Random, data: bytes, _: bytes) -> bytes:
    """A stretch is missing."""
    start, end = _stretch(draw, data)
    return data[:start] + data[end:]


def double(draw: Random, data: bytes, _: bytes) -> bytes:
    """A stretch stands there twice, or many times."""
    start, end = _stretch(draw, data)
    times = 2 if draw.random() < 0.7 else 2 + draw.randrange(30)
    return data[:start] + data[start:end] * min(times, 1 + 20_000 // max(1, end - start)) + data[end:]


def swap(draw: Random, data: bytes, _: bytes) -> bytes:
    """Two stretches that follow each other, in the other order."""
    first, second, third = sorted(draw.randrange(len(data) + 1) for _time in range(3))
    return data[:first] + data[second:third] + data[first:second] + data[third:]


def fill(draw: Random, data: bytes, _: bytes) -> bytes:
    """A stretch becomes all one byte, as of a page of flash memory that was never written, or noise."""
    start, end = _stretch(draw, data)
    size = end - start
    filling = draw.randbytes(size) if draw.random() < 0.3 else bytes([draw.choice(_EXTREMES)]) * size
    return data[:start] + filling + data[end:]


def splice(draw: Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one, the end of the other."""
    return data[: draw.randrange(len(data))] + other[draw.randrange(len(other)) :]


def graft(draw: Random, data: bytes, other: bytes) -> bytes:
    """A stretch of the other, in place of one or between two."""
    at, until = _stretch(draw, data)
    start, end = _stretch(draw, other)
    return data[:at] + other[start:end] + data[draw.choice((at, until)) :]


def append(draw: Random, data: bytes, other: bytes) -> bytes:
    """One after the other, or something behind the end."""
    return data + draw.choice((other, b"\0" * draw.randrange(600), draw.randbytes(draw.randrange(200)), data))


def _stretch(draw: Random, data: bytes) -> tuple[int, int]:
    start = draw.randrange(len(data))
    longest = min(_LONGEST_STRETCH, len(data) - start)
    return start, start + 1 + int((longest - 1) * draw.random() ** 3)  # short ones mostly


MUTATIONS: tuple[Mutation, ...] = (*(flip, flip_bit, flip_early, cut, behead, drop, double, swap, fill, splice, graft, append),)
