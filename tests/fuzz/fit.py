"""What can happen to a FIT file message by message. The checksum is right again afterwards, mostly: a wrong one hides little."""

import struct
from random import Random

from tests.fuzz.fit_messages import Message, crc, file_of, messages
from tests.fuzz.octets import Mutation

_MOST = 20_000
_BASE_TYPES = (0x00, 0x01, 0x02, 0x83, 0x84, 0x85, 0x86, 0x07, 0x88, 0x89, 0x0A, 0x8B, 0x8C, 0x0D, 0x8E, 0x8F, 0x90, 0x33)
_FIELDS = (253, 254, 0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 39, 41, 53, 73, 78, 83, 87, 192, 193)
_KINDS = (0, 18, 19, 20, 21, 34, 78, 132, 162, 206, 207)


def drop(draw: Random, data: bytes, _: bytes) -> bytes:
    """Some messages are missing."""
    found = _of(data)
    kept = [message for message in found if draw.random() > 0.02]
    if found and draw.random() < 0.3:  # all of a kind
        kind = draw.choice(found).kind
        kept = [message for message in found if message.kind != kind or (message.defines and draw.random() < 0.5)]
    return _file(draw, kept)


def double(draw: Random, data: bytes, _: bytes) -> bytes:
    """Some messages come twice, or one many times."""
    found = _of(data)
    if found and draw.random() < 0.3:
        place = draw.randrange(len(found))
        return _file(draw, found[:place] + [found[place]] * (1 + draw.randrange(300)) + found[place:])
    return _file(draw, [message for message in found for _time in range(1 + (draw.random() < 0.03))])


def shuffle(draw: Random, data: bytes, _: bytes) -> bytes:
    """Messages out of order: a few pairs, or a stretch."""
    found = _of(data)
    for _time in range(1 + draw.randrange(5)):
        if len(found) > 1:
            one, two = draw.randrange(len(found)), draw.randrange(len(found))
            found[one], found[two] = found[two], found[one]
    if draw.random() < 0.2:
        start = draw.randrange(len(found) + 1)
        part = found[start : start + 40]
        draw.shuffle(part)
        found[start : start + 40] = part
    return _file(draw, found)


def redefine(draw: Random, data: bytes, _: bytes) -> bytes:
    """A definition says something else: another message, byte order, field, size or type."""
    found = _of(data)
    places = [place for place, message in enumerate(found) if message.defines]
    for place in draw.sample(places, min(len(places), 1 + draw.randrange(3))):
        found[place] = _redefined(draw, found[place])
    return _file(draw, found)


def extremes(draw: Random, data: bytes, _: bytes) -> bytes:
    """Values at their limits: in some messages all, or four bytes in a row."""
    found = _of(data)
    for place, message in enumerate(found):
        if not message.defines and draw.random() < 0.05 and len(message.data) > 1:
            found[place] = _at_limits(draw, message)
    return _file(draw, found)


def compress(draw: Random, data: bytes, _: bytes) -> bytes:
    """Messages of local types 0 to 3 get headers with compressed times."""
    found = _of(data)
    for place, message in enumerate(found):
        local = message.data[0] & 15
        if not message.defines and not message.data[0] & 0x80 and local < 4 and draw.random() < 0.3:
            head = 0x80 | local << 5 | draw.randrange(32)
            found[place] = Message(bytes([head]) + message.data[1:], message.kind, defines=False)
    return _file(draw, found)


def mix(draw: Random, data: bytes, other: bytes) -> bytes:
    """Messages of another file among its own, or that file chained behind it."""
    found, foreign = _of(data), _of(other) if other[8:12] == b".FIT" else []
    if draw.random() < 0.3:
        return (_file(draw, found) + (_file(draw, foreign) if foreign else other))[: 2 * _MOST]
    start, at = draw.randrange(len(foreign) + 1), draw.randrange(len(found) + 1)
    return _file(draw, found[:at] + foreign[start : start + draw.randrange(60)] + found[at:])


def header(draw: Random, data: bytes, _: bytes) -> bytes:
    """A header that promises something else."""
    body = sum(len(message.data) for message in _of(data))
    size = draw.choice((0, 1, body - 1, body + 1, body + 2, body // 2, 2 * body, 0x7FFFFFFF, 0xFFFFFFFF))
    length = draw.choice((12, 14, 14, 13, 15, 255, 0))
    made = struct.pack("<BBHI4s", length, draw.randrange(256), draw.randrange(65536), max(0, size), b".FIT")
    if length > 12:
        made += draw.choice((struct.pack("<H", crc(made)), b"\0\0", b"\xab\xcd"))
    return file_of(_of(data), made)


def _of(data: bytes) -> list[Message]:
    return messages(data) if len(data) > 12 else []


def _file(draw: Random, found: list[Message]) -> bytes:
    total = 0
    for place, message in enumerate(found):
        total += len(message.data)
        if total > 40 * _MOST:
            found = found[:place]
            break
    return file_of(found, checksum=draw.randrange(65536) if draw.random() < 0.1 else None)


def _redefined(draw: Random, message: Message) -> Message:
    data = bytearray(message.data)
    count = data[5]
    what = draw.randrange(6)
    if what == 0:
        struct.pack_into(">H" if data[2] else "<H", data, 3, draw.choice(_KINDS))
    elif what == 1:
        data[2] ^= 1
    elif what == 2:
        data[0] = data[0] & 0xF0 | draw.randrange(16)
    elif count:
        field = 6 + 3 * draw.randrange(count)
        place, value = (
            (field, draw.choice(_FIELDS)),
            (field + 1, draw.choice((0, 1, 2, 3, 4, 8, 255))),
            (field + 2, draw.choice(_BASE_TYPES)),
        )[what - 3]
        if field + 2 < len(data):
            data[place] = value
    return Message(bytes(data), message.kind, defines=True)


def _at_limits(draw: Random, message: Message) -> Message:
    data = bytearray(message.data)
    if draw.random() < 0.3:
        data[1:] = bytes([draw.choice((0x00, 0xFF, 0x7F, 0x80))]) * (len(data) - 1)
    else:
        at = 1 + draw.randrange(len(data) - 1)
        word = struct.pack("<I", draw.choice((0, 1, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1, 0x10000000, 1_000_000_000)))
        data[at : at + 4] = word[: len(data) - at]
    return Message(bytes(data), message.kind, defines=False)


MUTATIONS: tuple[Mutation, ...] = (drop, double, shuffle, redefine, extremes, compress, mix, header)
