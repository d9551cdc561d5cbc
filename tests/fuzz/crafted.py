"""Inputs that are made to be slow or large: 20 MB each, and 0.79 MB for fitparse. What each tries stands in its name."""

import struct
from collections.abc import Callable, Mapping
from random import Random

from footfall.formats.decoder import Reader
from tests.fuzz.fit_messages import Message, file_of
from tests.fuzz.seeds import zipped

LARGE, SMALL = 20_000_000, 790_000
_START = 1_000_000_000
_TIME, _PULSE = (253, 4, 0x86), (3, 1, 0x02)

Maker = Callable[[int], bytes]
"""(about how many bytes) -> an input."""


def _define(local: int, kind: int, *fields: tuple[int, int, int], developer: tuple[tuple[int, int, int], ...] = ()) -> bytes:
    head = bytes([0x40 | (0x20 if developer else 0) | local, 0, 0]) + struct.pack("<H", kind)
    written = b"".join(map(bytes, fields))
    extra = bytes([len(developer)]) + b"".join(map(bytes, developer)) if developer else b""
    return head + bytes([len(fields)]) + written + extra


def _time(second: int) -> bytes:
    return struct.pack("<I", _START + second)


def _file(body: bytes) -> bytes:
    return file_of([Message(body, 0, defines=False)])


_HEAD = _define(15, 0, (0, 1, 0)) + b"\x0f\x04" + _define(0, 20, _TIME, _PULSE)
_RUN = _HEAD + b"".join(b"\0" + _time(second) + b"\x78" for second in range(100))


def _records(count: int, first: int = 0) -> bytes:
    return b"".join(b"\0" + _time(second) + b"\x78" for second in range(first, first + count))


def _again(unit: bytes) -> Maker:
    """A sound run, and behind it one thing as often as there is room for it."""
    return lambda size: _file(_RUN + unit * ((size - len(_RUN) - 20) // len(unit)))


def _one_byte(kind: int, heads: Callable[[Random, int], bytes], before: bytes = b"") -> Maker:
    """Messages of one byte."""
    return lambda size: _file(_RUN + _define(1, kind) + before + heads(Random(1), size - 4_000))


def _nested(size: int) -> bytes:
    """Headers that promise all the rest, each a message of the one before."""
    link = _define(14, 999, (1, 13, 13))
    count = size // (14 + len(link))
    headers = (
        struct.pack("<BBHI4s2x", 14, 0x20, 2100, (count - at) * (14 + len(link)) - 19, b".FIT") + link for at in range(count)
    )
    return b"".join(headers)


def _sessions(size: int) -> bytes:
    """A hundred sessions that each claim every point."""
    count = min(990_000, size // 6 - 2_000)
    session = b"\x01" + _time(count) + _time(0) + struct.pack("<I", count * 1_000) + b"\x01"
    return _file(_HEAD + _records(count) + _define(1, 18, _TIME, (2, 4, 0x86), (7, 4, 0x86), (5, 1, 0)) + session * 99)


def _backwards(size: int) -> bytes:
    """Times in no order."""
    draw, count = Random(1), min(990_000, size // 6 - 100)
    return _file(_HEAD + b"".join(b"\0" + _time(draw.randrange(count)) + b"\x78" for _ in range(count)))


def _wide(size: int) -> bytes:
    """As many points as are read, with everything that a point can have."""
    fields = (0, 1, 2, 3, 4, 5, 6, 7, 13, 39, 40, 41, 53, 85, 73)
    count = min(990_000, size // 20 - 100)
    points = b"".join(b"\0" + _time(second) + bytes(range(100, 115)) for second in range(count))
    return _file(_define(15, 0, (0, 1, 0)) + b"\x0f\x04" + _define(0, 20, _TIME, *((f, 1, 2) for f in fields)) + points)


def _jumping(size: int) -> bytes:
    """Positions all over the world."""
    draw, count = Random(1), min(990_000, size // 13 - 100)
    places = (struct.pack("<ii", draw.randrange(2**30), draw.randrange(2**30)) for _ in range(count))
    points = b"".join(b"\0" + _time(2 * second) + place for second, place in enumerate(places))
    return _file(_define(15, 0, (0, 1, 0)) + b"\x0f\x04" + _define(0, 20, _TIME, (0, 4, 0x85), (1, 4, 0x85)) + points)


def _random(draw: Random, size: int) -> bytes:
    return bytes(0xA0 | low & 31 for low in draw.randbytes(size))


def _different(size: int) -> bytes:
    return _file(_RUN + b"".join(_define(1, at % 60_000, (at // 60_000, 1, 2)) for at in range(size // 9)))


def _noise(size: int) -> bytes:
    return struct.pack("<BBHI4s2x", 14, 0x20, 2100, size, b".FIT") + _HEAD + Random(3).randbytes(size - 100)


_FIELDS = tuple((number, 1, 2) for number in range(250))
_DEVELOPER = tuple((number, 1, 0) for number in range(255))
_DESCRIPTION = _define(2, 206, (0, 1, 2), (1, 1, 2), (2, 1, 2), (3, 8, 7)) + b"\x02\x00\x01\x02Cadence\0"
_NINE = b"".join(_define(local, 990 + local) for local in range(2, 10))
_FIT: Mapping[str, Maker] = {
    "one definition again and again": _again(_define(1, 999)),
    "two definitions in turn": _again(_define(1, 20, _TIME, (4, 1, 2)) + _define(1, 20, _TIME, (3, 1, 2))),
    "different definitions": _different,
    "a definition before each record": _again(_define(1, 20, _TIME, (4, 1, 2)) + b"\x01" + _time(200) + b"\x50"),
    "255 fields": _again(_define(1, 20, _TIME, *_FIELDS) + b"\x01" + _time(200) + b"\x50" * 250),
    "developer fields": _again(_define(1, 20, _TIME, developer=_DEVELOPER) + b"\x01" + _time(9) + b"P" * 255),
    "descriptions of developer fields": _again(_DESCRIPTION),
    "records of one byte": _one_byte(20, lambda _, size: b"\x01" * size),
    "file_ids of one byte": _one_byte(0, lambda _, size: b"\x01" * size),
    "activities of one byte": _one_byte(34, lambda _, size: b"\x01" * size),
    "messages of one byte in no turn": _one_byte(999, lambda draw, n: bytes(1 + low % 9 for low in draw.randbytes(n)), _NINE),
    "compressed times": _one_byte(999, _random, _define(2, 20) + bytes([0xC3]) * 1_000),
    "compressed times of records": _one_byte(20, lambda draw, size: _random(draw, min(size, 900_000))),
    "headers in a row": lambda size: struct.pack("<BBHI4s2x", 14, 0x20, 2100, 0, b".FIT") * (size // 14),
    "headers in headers": _nested,
    "sessions that overlap": _sessions,
    "times in no order": _backwards,
    "everything a point can have": _wide,
    "positions all over the world": _jumping,
    "noise": _noise,
}
_POINT = '<trkpt lat="54" lon="6"><time>2026-05-03T06:12:09Z</time></trkpt>'
_OTHERS: Mapping[str, Maker] = {
    "a GPX of least points": lambda size: f"<gpx><trk><trkseg>{_POINT * (size // len(_POINT))}</trkseg></trk></gpx>".encode(),
    "a GPX of least tracks": lambda size: f"<gpx>{'<trk/>' * (size // 6)}</gpx>".encode(),
    "a GPX as deep as it is long": lambda size: b"<gpx>" + b"<a>" * (size // 3),
    "a GPX of one number": lambda size: b'<gpx><trk><trkseg><trkpt lat="' + b"1" * size + b'" lon="6"/></trkseg></trk></gpx>',
    "a TCX of least laps": lambda size: b"<TrainingCenterDatabase><Activities><Activity>" + b"<Lap/>" * (size // 6),
    "an Apple export of least records": lambda size: b"<HealthData>" + b"<Record/>" * (size // 9) + b"</HealthData>",
    "an Apple export of least workouts": lambda size: b"<HealthData>" + b"<Workout/>" * (size // 10) + b"</HealthData>",
    "brackets": lambda size: b"[" * size,
    "semicolons": lambda size: b"date;distance\n" + b";" * size,
    "a log of least rows": lambda size: b"date;km;duration\n" + b"2026-05-03;5;30:00\n" * (size // 19),
    "quotation marks": lambda size: b'date;note\n"' + b'""' * (size // 2),
    "lines": lambda size: b"date;km;duration" + b"\n" * size,
    "a zip of many files": lambda size: zipped([(f"{at}.fit", b"") for at in range(size // 1_200)], 0),
    "a zip of zeros": lambda size: zipped([("a.fit", bytes(20 * size))]),
}

CRAFTED: Mapping[str, tuple[Maker, int, Reader]] = {
    **{f"fit: {name}": (maker, LARGE, Reader.AUTO) for name, maker in _FIT.items()},
    **{f"fitparse: {name}": (maker, SMALL, Reader.FITPARSE) for name, maker in _FIT.items()},
    **{f"small fit: {name}": (maker, SMALL, Reader.AUTO) for name, maker in _FIT.items()},
    **{f"others: {name}": (maker, LARGE, Reader.AUTO) for name, maker in _OTHERS.items()},
    **{f"small others: {name}": (maker, SMALL, Reader.AUTO) for name, maker in _OTHERS.items()},
}
"""Name -> what makes it, of how many bytes, and which reader is asked for."""
