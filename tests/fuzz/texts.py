"""What can happen to a text: elements, lines and numbers dropped, doubled, moved, or at their limits. XML, CSV and JSON alike."""

import re
from random import Random

from tests.fuzz.octets import Mutation

_TAG = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"-?\d+(?:[.,:]\d+)*(?:[eE][-+]?\d+)?")
_TIME = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?(?:Z|[-+]\d\d:?\d\d))?")
_NUMBERS = (
    *(b"0", b"-0", b"-1", b"1", b"nan", b"inf", b"-inf", b"1e308", b"-1e308", b"1e-320", b"1e999", b"9" * 40, b"0x10", b"1,5"),
    *(
        b"",
        b" ",
        b"-",
        b".",
        b"1.2.3",
        b"1_000",
        b"\xd9\xa3",
        b"180.0000001",
        b"-90",
        b"2147483648",
        b"1e5",
        b"0.0000001",
        b"23:59",
    ),
)
_TIMES = (
    *(
        b"0001-01-01T00:00:00Z",
        b"9999-12-31T23:59:59Z",
        b"1989-12-31T00:00:00Z",
        b"1970-01-01T00:00:00Z",
        b"2026-02-30T00:00:00Z",
    ),
    *(
        b"2026-05-03T06:12:09+14:00",
        b"2026-05-03T06:12:09-23:59",
        b"0000-00-00T00:00:00Z",
        b"2026-05-03T24:00:00Z",
        b"2026-05-03",
    ),
    *(b"2026-02-30T00:00:00Z", b"2026-05-03"),
    *(b"2026-05-03T06:12:09.123456789Z", b"2026-05-03T06:12:60Z", b"99999-05-03T06:12:09Z", b"", b"2016-06-16T06:12:09"),
)
_SNIPPETS = (
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"&b;",
        b"&#0;",
        b"&#xD800;",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"<?xml version='1.0'?>",
    ),
    *(b"<?xml version='1.0'?>", b'<?xml version="1.0" encoding="UTF-16"?>'),
    *(b"<a>", b"</a>", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"=1+1"),
    *(b'"', b"'", b";", b"\t", b",", b"\n", b"\r", b"\r\n", b"{", b"}", b"[" * 50, b"\\u0000", b"\\", b"null", b"true"),
)


def drop(draw: Random, data: bytes, _: bytes) -> bytes:
    """An element or a few lines are missing."""
    start, end = _piece(draw, data)
    return data[:start] + data[end:]


def double(draw: Random, data: bytes, _: bytes) -> bytes:
    """An element or a few lines come again, once or many times."""
    start, end = _piece(draw, data)
    times = 1 if draw.random() < 0.7 else 1 + draw.randrange(50)
    return data[:end] + data[start:end] * min(times, 1 + 20_000 // max(1, end - start)) + data[end:]


def move(draw: Random, data: bytes, other: bytes) -> bytes:
    """An element or a few lines, of this file or another, stand elsewhere."""
    source = draw.choice((data, other))
    start, end = _piece(draw, source)
    at, _end = _piece(draw, data)
    return data[:at] + source[start:end] + data[at:]


def numbers(draw: Random, data: bytes, _: bytes) -> bytes:
    """Some numbers are at their limits, or none."""
    return _changed(draw, data, _NUMBER, _NUMBERS)


def times(draw: Random, data: bytes, _: bytes) -> bytes:
    """Some times are impossible, long ago or far ahead."""
    return _changed(draw, data, _TIME, _TIMES)


def names(draw: Random, data: bytes, _: bytes) -> bytes:
    """An element is called otherwise, in some places or in all, or a tag has lost a letter."""
    tags = _TAG.findall(data)
    if not tags:
        return numbers(draw, data, b"")
    one = draw.choice(tags)
    if draw.random() < 0.5:
        return data.replace(one, draw.choice(tags), draw.choice((1, -1)))
    at = draw.randrange(len(one))
    return data.replace(one, one[:at] + one[at + 1 :], draw.choice((1, -1)))


def insert(draw: Random, data: bytes, _: bytes) -> bytes:
    """Something that has a meaning of its own stands where it must not."""
    for _time in range(1 + draw.randrange(3)):
        at = draw.randrange(len(data) + 1)
        data = data[:at] + draw.choice(_SNIPPETS) + data[at:]
    return data


def recode(draw: Random, data: bytes, _: bytes) -> bytes:
    """The same text in another encoding."""
    text = data.decode("utf-8", "replace")
    return text.encode(draw.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "latin-1", "cp1252", "utf-32")), "replace")


def _piece(draw: Random, data: bytes) -> tuple[int, int]:
    """From one tag to a later one, or from one line to a later one."""
    places = [found.start() for found in _TAG.finditer(data)]
    if len(places) < 2 or draw.random() < 0.2:
        places = [0, *(found.end() for found in re.finditer(rb"\n", data)), len(data)]
    first = draw.randrange(len(places))
    last = min(first + 1 + draw.randrange(8), len(places) - 1)
    return places[first], max(places[first], places[last])


def _changed(draw: Random, data: bytes, pattern: re.Pattern[bytes], values: tuple[bytes, ...]) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return insert(draw, data, b"")
    out = bytearray(data)
    for one in sorted(draw.sample(found, min(len(found), 1 + draw.randrange(6))), key=lambda one: -one.start()):
        out[one.start() : one.end()] = draw.choice(values)
    return bytes(out)


MUTATIONS: tuple[Mutation, ...] = (drop, double, move, numbers, times, names, insert, recode)
