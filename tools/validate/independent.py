"""Numbers to which nothing of ours was fitted, but for what a row says of itself."""

from collections.abc import Sequence

from validate.row import At, Bound, Quantity, Row, percent_of_it
from validate.source import DE_RUITER, KELLER, MALISOUX, MATIJEVICH, MUNRO, WATCHES, Status

_FROM_KELLER = "Our 1.2 BW of a walking footfall is this very number, so it is no validation."
_ABOVE_KELLER = (
    "A sixth above it. Keller found force flat towards that speed; ours goes on rising until the duty factor is held at 0.30, at "
    "5.9 m/s. The lines are for 2.2-5.0 m/s."
)

SPREAD_SPM, SPREAD_DUTY = Bound(9.0, "steps/min"), Bound(0.04, "")
"""SD between Malisoux's runners, of cadence and of duty factor."""

THRUST = percent_of_it(12)
"""Of a contact time or a peak force that others measured."""


def _by_equation() -> Sequence[Row]:
    """Malisoux's equations for the mean of a group, at 40 years: cadence by height, duty factor of men of 75 kg (km/h, m, kg)."""
    rows = []
    for height, speed in ((1.60, 3.0), (1.73, 2.5), (1.73, 3.0), (1.73, 3.5), (1.73, 4.0), (1.86, 3.0)):
        cadence = 203.056 + 0.193 * 40 - 44.242 * height + 3.067 * 3.6 * speed
        at = At(speed, height, told="by its equation, 40 years")
        rows.append(Row(MALISOUX, Status.SECONDARY, Quantity.CADENCE, at, round(cadence, 1), SPREAD_SPM))
    for speed in (2.5, 3.0, 3.5, 4.0):
        duty = (44.446 + 0.039 * 40 + 0.121 * 75 - 1.626 * 3.6 * speed) / 100
        at = At(speed, told="by its equation, men of 40 years and 75 kg")
        rows.append(Row(MALISOUX, Status.SECONDARY, Quantity.DUTY_FACTOR, at, round(duty, 3), SPREAD_DUTY))
    return rows


def _on_watches() -> Sequence[Row]:
    """The group's line of 256 runners' own watches: 75.01 + 3.006 v strides/min."""
    return [
        Row(WATCHES, Status.COMPUTED, Quantity.CADENCE, At(speed, height, told=told), round(2 * (75.01 + 3.006 * speed), 1), None)
        for height, told in ((1.814, None), (None, "height not told"))
        for speed in (2.5, 3.0, 3.5, 4.5)
    ]


def _one_runner() -> Sequence[Row]:
    """Active peaks of one of ten runners on an instrumented treadmill, level: the rows of the open data that were at hand."""
    peaks = ((2.6, 2.396), (2.8, 2.427), (3.0, 2.500), (3.2, 2.493), (3.4, 2.510), (3.6, 2.544), (3.8, 2.603), (4.0, 2.605))
    return [Row(MATIJEVICH, Status.READ, Quantity.PEAK_FORCE, At(speed), peak, THRUST) for speed, peak in peaks]


VALIDATION: Sequence[Row] = (
    Row(MALISOUX, Status.SECONDARY, Quantity.CADENCE, At(9.9 / 3.6), 164.0, SPREAD_SPM),
    Row(MALISOUX, Status.SECONDARY, Quantity.DUTY_FACTOR, At(9.9 / 3.6), 0.39, SPREAD_DUTY),
    *_by_equation(),
    Row(DE_RUITER, Status.READ, Quantity.CADENCE, At(3.04), 165.0, Bound(8.0, "steps/min")),
    Row(DE_RUITER, Status.READ, Quantity.CADENCE, At(1.15 * 3.04), 168.0, Bound(8.0, "steps/min")),
    *_on_watches(),
    Row(MUNRO, Status.MEMORY, Quantity.CONTACT_TIME, At(3.0), 0.270, THRUST),
    Row(MUNRO, Status.MEMORY, Quantity.CONTACT_TIME, At(5.0), 0.199, THRUST),
    Row(MUNRO, Status.MEMORY, Quantity.PEAK_FORCE, At(3.0), 2.51, THRUST),
    Row(MUNRO, Status.MEMORY, Quantity.PEAK_FORCE, At(5.0), 2.83, THRUST),
    *_one_runner(),
    Row(KELLER, Status.READ, Quantity.WALKING_FORCE, At(1.5), 1.2, None, remark=_FROM_KELLER),
    Row(KELLER, Status.READ, Quantity.PEAK_FORCE, At(6.0), 2.5, None, remark=_ABOVE_KELLER),
)
