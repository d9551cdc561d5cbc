"""Which records of the export are read, what becomes of them, and how workouts are called in the words of FIT."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

METRES: Mapping[str, float] = MappingProxyType(
    {"m": 1.0, "km": 1000.0, "mi": 1609.344, "ft": 0.3048, "yd": 0.9144, "in": 0.0254, "cm": 0.01, "mm": 0.001}
)
SECONDS: Mapping[str, float] = MappingProxyType({"ms": 0.001, "s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0, "h": 3600.0})


class How(Enum):
    """What the number of a record is."""

    PER_MINUTE = "a count, spread evenly over the record"
    TOTAL = "an amount, added up"
    LEVEL = "a level that holds throughout the record"


@dataclass(frozen=True, eq=False, slots=True)
class Kind:
    """One type of record.

    number  its place in KINDS.    column  in COLUMNS.    units  Apple's unit -> what its numbers are multiplied by.
    """

    number: int
    column: str
    how: How
    units: Mapping[str, float]


STEPS_TYPE, WAY_TYPE = "HKQuantityTypeIdentifierStepCount", "HKQuantityTypeIdentifierDistanceWalkingRunning"
_KINDS: tuple[tuple[str, str, How, Mapping[str, float]], ...] = (
    (STEPS_TYPE, "cadence_per_min", How.PER_MINUTE, {"count": 1.0}),
    (WAY_TYPE, "distance_m", How.TOTAL, METRES),
    ("HKQuantityTypeIdentifierHeartRate", "heart_rate_bpm", How.LEVEL, {"count/min": 1.0, "count/s": 60.0}),
    ("HKQuantityTypeIdentifierRunningGroundContactTime", "stance_time_s", How.LEVEL, SECONDS),
    ("HKQuantityTypeIdentifierRunningVerticalOscillation", "vertical_oscillation_m", How.LEVEL, METRES),
    ("HKQuantityTypeIdentifierRunningPower", "power_w", How.LEVEL, {"W": 1.0}),
    # Apple's stride is a step: "the distance covered by a single step while running" (developer.apple.com/documentation/
    # healthkit, runningStrideLength); recorded values are 0.9-1.2 m at an easy pace
    ("HKQuantityTypeIdentifierRunningStrideLength", "step_length_m", How.LEVEL, METRES),
)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {name: Kind(number, column, how, units) for number, (name, column, how, units) in enumerate(_KINDS)}
)
"""Record type -> what it is. `RunningSpeed` is left out: it is recorded outdoors alone, where the route has it."""

WAY = KINDS[WAY_TYPE]

_PREFIX = "HKWorkoutActivityType"
_SPORTS = {"": "generic", "Other": "generic", "SwimBikeRun": "multisport", "Paddle": "paddling"}
ON_FOOT = frozenset({"running", "walking", "hiking", "generic"})
"""Sports whose samples are worth making; a workout of type Other may be a run, which speed and cadence tell."""


def sport_of(activity: str) -> str:
    """`HKWorkoutActivityTypeRunning` -> running; those without a word of FIT's keep their own, `stair_climbing`."""
    name = activity.removeprefix(_PREFIX)
    if name in _SPORTS:
        return _SPORTS[name]
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
