"""Which fields of a FIT file tell who, where and when: for a copy that can be shown to others.

What is not listed as kept is emptied: a message or a field that nobody here knows may hold anything. Names and types are those of
the FIT profile (fitparse's, with what is newer beside it).
"""

from enum import Enum, auto

from footfall.formats.fit.profile import TIMESTAMP, Kind

_TEXT = 0x07
_FILE_CREATOR, _DEVICE_INFO, _HEART, _TIMER_SOURCE = 49, 23, 132, 162
KEPT_KINDS = frozenset({*(int(kind) for kind in Kind), _FILE_CREATOR, _DEVICE_INFO, _HEART, _TIMER_SOURCE})
"""Messages that a recording is made from, or that say which software wrote it. Of all others only the times stay, shifted."""

KEPT_TEXTS = frozenset({("file_id", "product_name"), ("field_description", "field_name"), ("field_description", "units")})
_SIGNS_OF_SOMEBODY = ("serial_number", "ant_device_number", "ant_id", "device_id", "activity_id", "global_id", "local_id")
_SIGNS_OF_A_PLACE = ("lat", "lon", "position", "serial", "name", "id")
"""In the name of a developer field: emptied."""
SMALL_BYTES = 2
"""A number of the device's own that the profile does not name is kept up to this size: no position, date or serial fits."""


class Treatment(Enum):
    """What becomes of one field in every message."""

    KEEP = auto()
    EMPTY = auto()
    SHIFT_DATE = auto()
    MOVE_LAT = auto()
    MOVE_LON = auto()


def treatment(kind: int, number: int, size: int, base: int) -> Treatment:
    """What becomes of a native field.

    kind     global message number.    number, size, base   of the field, as defined in the file.
    """
    from fitparse.profile import MESSAGE_TYPES  # 33 ms, see profile.py

    if number == TIMESTAMP:
        return Treatment.SHIFT_DATE
    message = MESSAGE_TYPES.get(kind)
    if kind not in KEPT_KINDS or message is None:
        return Treatment.EMPTY
    field = message.fields.get(number)
    if field is None:
        return Treatment.KEEP if size <= SMALL_BYTES and base & 0x1F != _TEXT else Treatment.EMPTY
    if field.units == "semicircles":
        return Treatment.MOVE_LAT if field.name.endswith("lat") else Treatment.MOVE_LON
    if field.type.name in ("date_time", "local_date_time"):
        return Treatment.SHIFT_DATE
    if any(sign in field.name for sign in _SIGNS_OF_SOMEBODY):
        return Treatment.EMPTY
    if base & 0x1F == _TEXT or field.type.name == "string":
        return Treatment.KEEP if (message.name, field.name) in KEPT_TEXTS else Treatment.EMPTY
    return Treatment.KEEP


def treatment_of_developer_field(kind: int, name: str | None, base: int | None) -> Treatment:
    """What becomes of an app's own field; `name` and `base` as the file describes it, None where it does not."""
    if kind not in KEPT_KINDS or name is None or base is None or base & 0x1F in (_TEXT, 0x0D):
        return Treatment.EMPTY
    words = name.casefold().replace("_", " ").split()
    place = any(word.startswith(sign) for word in words for sign in _SIGNS_OF_A_PLACE)
    return Treatment.EMPTY if place else Treatment.KEEP
