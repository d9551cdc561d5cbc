"""The published numbers, a row each: where it stands, how it was checked, and how near ours must come."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from validate.source import FUKUCHI, HOEGER, KELLER, MALISOUX, MUNRO, PLATES, VAN_OEVEREN, WINIARSKI, Source, Status

MILE_M = 1609.344


class Quantity(StrEnum):
    """What is compared; the value is its name and unit in the page."""

    CADENCE = "cadence, steps/min"
    WALKING_CADENCE = "walking cadence, steps/min"
    DUTY_FACTOR = "duty factor"
    CONTACT_TIME = "contact time, s"
    STEPS_PER_KM = "steps per km"
    STEPS_PER_MILE = "steps per mile"
    LOAD_RATIO = "load per km over that at 2.5 m/s"
    PEAK_FORCE = "peak force, BW"
    WALKING_FORCE = "peak force walking, BW"
    PLATE_FORCE = "peak force from contact and cadence, BW"


@dataclass(frozen=True, slots=True)
class At:
    """Under which conditions. None = not told, or of no matter.

    height_m                    mean height of the persons.
    exponent                    how strongly force is weighted in a load.
    cadence_spm, contact_time_s   measured, where force is to follow from them.
    """

    speed_m_s: float
    height_m: float | None = None
    exponent: int = 1
    cadence_spm: float | None = None
    contact_time_s: float | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """How near ours must come: a share of the published value, or its own unit where `unit` is given."""

    limit: float
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One published number.

    bound     None = printed with its difference, without a verdict.
    missed    why ours is known to lie outside the bound; None = it must lie inside.
    remark    what a reader of this row must know.
    """

    source: Source
    status: Status
    quantity: Quantity
    at: At
    value: float
    bound: Bound | None
    missed: str | None = None
    remark: str | None = None


def _percent(limit: float) -> Bound:
    return Bound(limit / 100)


def _fukuchi() -> Sequence[Row]:
    table = [(2.5, 162.0, 0.394, 1080.0), (3.5, 171.0, 0.348, 814.0), (4.5, 183.0, 0.328, 678.0)]
    near = _percent(3)
    rows = []
    for speed, cadence, duty, per_km in table:
        at = At(speed, FUKUCHI_HEIGHT_M)
        rows += [
            Row(FUKUCHI, Status.SECONDARY, Quantity.CADENCE, at, cadence, near),
            Row(FUKUCHI, Status.SECONDARY, Quantity.DUTY_FACTOR, at, duty, near),
            Row(FUKUCHI, Status.COMPUTED, Quantity.STEPS_PER_KM, at, per_km, near),
        ]
    ratios = {1: (0.85, 0.75), 2: (0.97, 0.91), 4: (1.24, 1.31), 6: (1.59, 1.89), 10: (2.61, 3.93)}
    for exponent, both in ratios.items():
        for speed, ratio in zip((3.5, 4.5), both, strict=True):
            at = At(speed, FUKUCHI_HEIGHT_M, exponent)
            rows.append(Row(FUKUCHI, Status.COMPUTED, Quantity.LOAD_RATIO, at, ratio, near))
    return rows


FUKUCHI_HEIGHT_M = 1.76
"""Mean height of its 28 runners."""

_BELOW_VAN_OEVEREN = (
    "0.06 steps/min beyond the bound. The source gives whole strides (77, that is 153 to 155 steps/min) and speeds to 0.1 "
    "m/s, so the excess is less than its rounding; but the direction is no accident: ours lies above all three of its "
    "means. Its runners' mean height is not in its abstract and was not found; at a mean height of 1.732 m or more the line "
    "would lie inside."
)

REPRODUCTION: Sequence[Row] = (
    *_fukuchi(),
    *(
        Row(HOEGER, Status.SECONDARY, Quantity.STEPS_PER_MILE, At(MILE_M / 60 / pace_min), per_mile, _percent(4))
        for pace_min, per_mile in ((12, 1951.0), (10, 1672.0), (8, 1400.0), (6, 1080.0))
    ),
    Row(VAN_OEVEREN, Status.READ, Quantity.CADENCE, At(2.4), 154.0, Bound(7.0, "steps/min"), missed=_BELOW_VAN_OEVEREN),
    Row(VAN_OEVEREN, Status.READ, Quantity.CADENCE, At(2.6), 158.0, Bound(7.0, "steps/min")),
    Row(VAN_OEVEREN, Status.READ, Quantity.CADENCE, At(2.9), 160.0, Bound(7.0, "steps/min")),
    *(
        Row(WINIARSKI, Status.SECONDARY, Quantity.WALKING_CADENCE, At(speed), cadence, _percent(2))
        for speed, cadence in ((1.04, 101.0), (1.32, 116.0), (1.62, 128.0))
    ),
)
"""The lines were fitted to these, or interpolate them."""

PLATE_TRIALS: Sequence[Row] = tuple(
    Row(PLATES, Status.COMPUTED, Quantity.PLATE_FORCE, At(speed, None, 1, cadence, contact), peak, _percent(12))
    for speed, cadence, contact, peak in (
        (2.5, 156.8, 0.290, 2.251),
        (3.5, 171.2, 0.236, 2.529),
        (2.5, 157.5, 0.306, 2.371),
    )
)
"""Contact at 20 N, cadence and active peak of force-plate files: two runners, the third row the second of them."""

PLATE_MEAN = _percent(6)
"""Bound of the mean over the trials of ours over theirs."""

_FROM_KELLER = "Our 1.2 BW of a walking footfall is this very number, so it is no validation."
_ABOVE_KELLER = (
    "A sixth above it. Keller found force flat towards that speed; ours goes on rising until the duty factor is held at 0.30, at "
    "5.9 m/s. The lines are for 2.2-5.0 m/s."
)

VALIDATION: Sequence[Row] = (
    Row(MALISOUX, Status.SECONDARY, Quantity.CADENCE, At(9.9 / 3.6), 164.0, Bound(9.0, "steps/min")),
    Row(MALISOUX, Status.SECONDARY, Quantity.DUTY_FACTOR, At(9.9 / 3.6), 0.39, Bound(0.04, "")),
    Row(MUNRO, Status.MEMORY, Quantity.CONTACT_TIME, At(3.0), 0.270, _percent(12)),
    Row(MUNRO, Status.MEMORY, Quantity.CONTACT_TIME, At(5.0), 0.199, _percent(12)),
    Row(MUNRO, Status.MEMORY, Quantity.PEAK_FORCE, At(3.0), 2.51, _percent(12)),
    Row(MUNRO, Status.MEMORY, Quantity.PEAK_FORCE, At(5.0), 2.83, _percent(12)),
    Row(KELLER, Status.READ, Quantity.WALKING_FORCE, At(1.5), 1.2, None, remark=_FROM_KELLER),
    Row(KELLER, Status.READ, Quantity.PEAK_FORCE, At(6.0), 2.5, None, remark=_ABOVE_KELLER),
)
"""Nothing of ours was fitted to these, but for what a row says."""
