"""What a published number is: its source, its conditions, and how near ours must come."""

from dataclasses import dataclass
from enum import StrEnum

from validate.source import Source, Status

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
    told                        what else a reader must know, in words.
    """

    speed_m_s: float
    height_m: float | None = None
    exponent: int = 1
    cadence_spm: float | None = None
    contact_time_s: float | None = None
    told: str | None = None


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


def percent_of_it(limit: float) -> Bound:
    """A bound as a percentage of the published value."""
    return Bound(limit / 100)
