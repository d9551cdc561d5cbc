"""One type with a field of every kind that a record can hold, and the equality of two of them."""

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum
from typing import Literal, NamedTuple

import numpy as np

from footfall.model.intervals import BoolArray, FloatArray, IntArray, Intervals


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Level(IntEnum):
    LOW = -1
    HIGH = 7


class Shape(Enum):
    POINT = (0, 0)
    LINE = (1, 0)


class Pair(NamedTuple):
    name: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Leaf:
    only: str


@dataclass(frozen=True, eq=False)
class Everything:
    text: str
    whole: int
    real: float
    yes: bool
    maybe: float | None
    either: str | dt.date | Leaf | None
    moment: dt.datetime
    day: dt.date
    clock: dt.time | None
    colour: Colour
    level: Level
    shape: Shape
    unit: Literal["kg", "lb", 3]
    pair: Pair
    leaf: Leaf | None
    leaves: tuple[Leaf, ...]
    place: tuple[float, float] | None
    words: frozenset[str]
    colours: frozenset[Colour]
    by_name: Mapping[str, float]
    by_colour: Mapping[Colour, Leaf]
    anything: Mapping[str, object]
    raw: bytes
    perhaps_raw: bytes | None
    floats: FloatArray
    ints: IntArray
    bools: BoolArray
    pauses: Intervals
    listed: list[int]


def same(one: object, other: object) -> bool:
    """Equal in value and type all the way down; NaN equals NaN, 0 is not -0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return one.shape == other.shape and one.dtype == other.dtype and one.tobytes() == other.tobytes()
    if isinstance(one, float):
        return (one == other and math.copysign(1, one) == math.copysign(1, other)) or (math.isnan(one) and math.isnan(other))
    if isinstance(one, dt.datetime):
        return (one, one.utcoffset(), one.fold) == (other, other.utcoffset(), other.fold)
    if dataclasses.is_dataclass(one):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in dataclasses.fields(one))
    if isinstance(one, Mapping):
        return list(map(repr, one)) == list(map(repr, other)) and all(map(same, one.values(), other.values()))
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other
