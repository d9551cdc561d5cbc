"""A `<Workout>` of the export as it stands there."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from footfall.formats.apple.kinds import METRES, SECONDS, STEPS_TYPE, WAY_TYPE, sport_of
from footfall.formats.xml.iso_times import to_instant
from footfall.formats.xml.text_numbers import finite_or_none

_FIRST_S, _LAST_S = 946_684_800, 4_102_444_800  # 2000 and 2100: a clock outside was never set
_LONGEST_S = 31 * 86_400
"""No workout lasts longer."""
_LONGEST_TEXT = 200
"""Of a name that is kept."""
_MOST_EVENTS = 10_000
_ASCENT_KEY = "HKElevationAscended"
_PRODUCT = re.compile(r"\bname:([^,<>]+)")
_HARDWARE = re.compile(r"\bhardware:([A-Za-z]+[0-9]+,[0-9]+)")


_MOST = 10_000_000.0
"""Seconds, metres or steps of one workout: more is no number that somebody ran.  Ours."""


@dataclass(slots=True)
class Workout:
    """One workout. None = not stated.

    start_s, end_s   seconds since 1970, UTC.
    source, device   who wrote it, and with what; `is_watch` where it was a watch.
    timer_s          without pauses.  [s]       steps    as the watch counted them itself.
    zone             IANA name of where it took place, not where it was exported.
    route            path of its GPX within the export, by the first of its routes.
    events           (seconds since 1970, type, length in s) of pauses.
    inner            totals of the parts that newer workouts are divided into: type or key -> sum.
    """

    activity: str
    start_s: int
    end_s: int
    source: str
    is_watch: bool = False
    device: str | None = None
    timer_s: float | None = None
    distance_m: float | None = None
    steps: float | None = None
    ascent_m: float | None = None
    indoor: bool = False
    zone: str | None = None
    brand: str | None = None
    route: str | None = None
    events: set[tuple[int, str, float]] = field(default_factory=set)
    inner: dict[str, float] = field(default_factory=dict)

    @property
    def sport(self) -> str:
        """In the words of FIT."""
        return sport_of(self.activity)

    @property
    def length_s(self) -> int:
        """From start to end, pauses included.  [s]"""
        return self.end_s - self.start_s

    def add_metadata(self, key: str, value: str) -> None:
        """One `<MetadataEntry>`; unknown keys say nothing here."""
        if key == "HKIndoorWorkout":
            self.indoor = value == "1"
        elif key == "HKTimeZone":
            self.zone = value[:_LONGEST_TEXT] or None
        elif key == "HKWorkoutBrandName":
            self.brand = value[:_LONGEST_TEXT] or None
        elif key == _ASCENT_KEY:
            self.ascent_m = _ascent_m(value)

    def add_part_metadata(self, key: str, value: str) -> None:
        """One `<MetadataEntry>` of a part: the climb is the part's, all else holds for the whole."""
        if key == _ASCENT_KEY:
            self._add_inner(key, _ascent_m(value))
        else:
            self.add_metadata(key, value)

    def add_event(self, attributes: Mapping[str, str]) -> None:
        """One `<WorkoutEvent>`: pauses and their ends.

        Segments and markers make no laps: the watch writes one series of segments per kilometre and one per mile, and none
        says that a hand pressed it.
        """
        kind = attributes.get("type", "").removeprefix("HKWorkoutEventType")
        at = instant_s(attributes.get("date", ""))
        if kind in {"Pause", "Resume", "MotionPaused", "MotionResumed"} and at is not None and len(self.events) < _MOST_EVENTS:
            length_s = _in_unit(attributes.get("duration"), attributes.get("durationUnit", "min"), SECONDS)
            self.events.add((at, kind, math.nan if length_s is None else length_s))

    def add_statistics(self, attributes: Mapping[str, str]) -> None:
        """One `<WorkoutStatistics>` of the whole workout, where exports since iOS 16 have the totals."""
        kind, total = attributes.get("type"), _total(attributes)
        if total is not None and kind == STEPS_TYPE:
            self.steps = total
        elif total is not None and kind == WAY_TYPE:
            self.distance_m = total

    def add_part_statistics(self, attributes: Mapping[str, str]) -> None:
        """One `<WorkoutStatistics>` of a part of it."""
        self._add_inner(attributes.get("type", ""), _total(attributes))

    def close(self) -> None:
        """All has been told: totals that only its parts have become its own."""
        if self.steps is None:
            self.steps = self.inner.get(STEPS_TYPE)
        if self.distance_m is None:
            self.distance_m = self.inner.get(WAY_TYPE)
        if self.ascent_m is None:
            self.ascent_m = self.inner.get(_ASCENT_KEY)

    def complete(self, other: "Workout") -> None:
        """Take what it lacks from another app's account of the same time. Not steps: those of one source are looked for anew."""
        self.route = other.route if self.route is None else self.route
        self.distance_m = other.distance_m if self.distance_m is None else self.distance_m
        self.ascent_m = other.ascent_m if self.ascent_m is None else self.ascent_m
        self.zone = other.zone if self.zone is None else self.zone

    def _add_inner(self, kind: str, total: float | None) -> None:
        if total is not None:
            self.inner[kind] = self.inner.get(kind, 0.0) + total


def to_workout(attributes: Mapping[str, str]) -> Workout | None:
    """From the attributes of the element; None where it has no usable times."""
    start_s, end_s = instant_s(attributes.get("startDate", "")), instant_s(attributes.get("endDate", ""))
    if start_s is None or end_s is None or not 0 < end_s - start_s <= _LONGEST_S:
        return None
    source, device = attributes.get("sourceName", "")[:_LONGEST_TEXT], attributes.get("device", "")
    return Workout(
        activity=attributes.get("workoutActivityType", "")[:_LONGEST_TEXT],
        start_s=start_s,
        end_s=end_s,
        source=source,
        is_watch=is_watch(source, device),
        device=_product(device),
        timer_s=_in_unit(attributes.get("duration"), attributes.get("durationUnit", "min"), SECONDS),
        distance_m=_in_unit(attributes.get("totalDistance"), attributes.get("totalDistanceUnit", ""), METRES),
    )


def is_watch(source: str, device: str) -> bool:
    """Whether a watch wrote it: the device says so in English in every language; the source's name may be anything."""
    return "Watch" in device or "Watch" in source


def instant_s(text: str) -> int | None:
    """Seconds since 1970 of `2024-05-03 06:12:09 +0200`; None where it is no time of our days.

    The offset makes it an instant and no more: HealthKit keeps instants, and who reads them back writes them in the zone that
    the phone is in on that day, wherever the run was (StanfordBDHG/HealthKitOnFHIR#50, beeminder/BeeSwift#282). Where the run
    was says the workout's HKTimeZone.
    """
    instant = to_instant(text) if len(text) <= 40 else None
    if instant is None:
        return None
    seconds = instant[0] // 1_000_000
    return seconds if _FIRST_S <= seconds < _LAST_S else None


def _total(attributes: Mapping[str, str]) -> float | None:
    """Steps, or the way in metres; None for sums of anything else."""
    kind, total = attributes.get("type"), attributes.get("sum")
    if kind == STEPS_TYPE:
        return _in_unit(total, "count", {"count": 1.0})
    return _in_unit(total, attributes.get("unit", ""), METRES) if kind == WAY_TYPE else None


def _ascent_m(text: str) -> float | None:
    """From `8520 cm`."""
    number, _, unit = text.partition(" ")
    return _in_unit(number, unit, METRES)


def _in_unit(text: str | None, unit: str, units: Mapping[str, float]) -> float | None:
    number = finite_or_none(text)
    factor = units.get(unit)
    return number * factor if number is not None and factor is not None and 0 <= number * factor <= _MOST else None


def _product(device: str) -> str | None:
    """`Apple Watch (Watch6,1)` from `<<HKDevice: 0x…>, name:Apple Watch, …, hardware:Watch6,1, …>`."""
    name, hardware = _PRODUCT.search(device), _HARDWARE.search(device)
    if name is None:
        return hardware.group(1) if hardware is not None else None
    product = name.group(1).strip()[:_LONGEST_TEXT]
    return f"{product} ({hardware.group(1)})" if hardware is not None else product
