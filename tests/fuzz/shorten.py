"""A file cut to a few kB so that it is still one: records and points are taken out of its middle, everything else stays."""

import re

from tests.fuzz.fit_messages import file_of, messages

_RECORD = 20
_POINT = re.compile(rb"<((?:\w+:)?(?:trkpt|Trackpoint|Record))\b.*?(?:</\1>|/>)\s*", re.DOTALL)


def shortened(data: bytes, most: int) -> bytes:
    """At most `most` bytes; as it is where it has no more."""
    if len(data) <= most:
        return data
    if data[8:12] == b".FIT":
        return _fit(data, most)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _xml(data, most)
    return data[:most]


def _fit(data: bytes, most: int) -> bytes:
    """The first messages of each kind, and of records the first and last that there is room for."""
    found = messages(data)
    others = sum(len(message.data) for message in found if message.kind != _RECORD or message.defines)
    room = most - others - 16
    places = [place for place, message in enumerate(found) if message.kind == _RECORD and not message.defines]
    if not places or room < 20 * len(found[places[0]].data):
        return data[:most]  # its other messages alone are too many: cut as a lost battery would
    sizes = [len(found[place].data) for place in places]
    dropped = {places[index] for index in _middle(sizes, room)}
    return file_of([message for place, message in enumerate(found) if place not in dropped])[:most]


def _xml(data: bytes, most: int) -> bytes:
    points = list(_POINT.finditer(data))
    sizes = [point.end() - point.start() for point in points]
    out, last = bytearray(), 0
    for index in _middle(sizes, most - len(data) + sum(sizes)):
        out += data[last : points[index].start()]
        last = points[index].end()
    return bytes(out + data[last:])[:most]


def _middle(sizes: list[int], room: int) -> range:
    """What is taken out of the middle, so that three quarters of what there is room for stand before it and one behind."""
    keep = max(0, room) // max(sizes, default=1)
    behind = keep // 4
    return range(keep - behind, len(sizes) - behind) if keep < len(sizes) else range(0)
