"""Numbers, scales and names of the FIT profile: fitparse's, with what is newer beside it.

Imported late: fitparse takes 33 ms, and only who reads a FIT file should pay for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from footfall.formats.fit.newer import FIELDS, VALUES
from footfall.model.intervals import FloatArray

TIMESTAMP = 253
"""Number of the field that tells the time, in every message that has it."""


class Kind(IntEnum):
    """Global message numbers of what a recording is made of, in the order of their numbers."""

    FILE_ID = 0
    SESSION = 18
    LAP = 19
    RECORD = 20
    EVENT = 21
    ACTIVITY = 34
    HR = 132
    TIMESTAMP_CORRELATION = 162
    FIELD_DESCRIPTION = 206
    DEVELOPER_DATA_ID = 207


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a message. Value = stored number / scale - offset, in the profile's unit."""

    number: int
    scale: float
    offset: float

    def value(self, stored: FloatArray) -> FloatArray:
        """Stored numbers, changed in place to the profile's unit; NaN stays NaN."""
        if self.scale != 1.0:
            stored /= self.scale
        if self.offset != 0.0:
            stored -= self.offset
        return stored


@dataclass(frozen=True, slots=True)
class Profile:
    """What the numbers in a file mean.

    fields   message -> field name -> where it is and how it is scaled.
    values   type -> stored number -> name.
    """

    fields: Mapping[Kind, Mapping[str, Field]]
    values: Mapping[str, Mapping[int, str]]

    def name(self, kind: str, number: float) -> str:
        """The name of a value of type `kind`; the number as text where none is known, for makers and sports are ever new."""
        whole = int(number)
        return self.values[kind].get(whole, str(whole))


@cache
def profile() -> Profile:
    """The profile, read once."""
    from fitparse.profile import FIELD_TYPES, MESSAGE_TYPES  # 33 ms, see above

    fields: dict[Kind, dict[str, Field]] = {}
    for kind in Kind:
        message = MESSAGE_TYPES[int(kind)]
        entries = message.fields.values()
        known = {entry.name: Field(entry.def_num, _told(entry.scale, 1.0), _told(entry.offset, 0.0)) for entry in entries}
        newer = {name: Field(number, scale, 0.0) for name, (number, scale) in FIELDS.get(message.name, {}).items()}
        fields[kind] = newer | known
    types = ("sport", "sub_sport", "lap_trigger", "intensity", "file", "manufacturer", "garmin_product")
    values = {name: {**VALUES.get(name, {}), **FIELD_TYPES[name].values} for name in types}
    return Profile(fields, values)


def _told(value: float | None, untold: float) -> float:
    """A scale or offset of the profile, or what its absence means there."""
    return untold if value is None else float(value)
