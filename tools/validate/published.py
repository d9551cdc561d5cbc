"""What our lines were fitted to or interpolate, and force plates: a row a number."""

from collections.abc import Sequence

from validate.row import MILE_M, At, Bound, Quantity, Row, percent_of_it
from validate.source import FUKUCHI, HOEGER, PLATES, VAN_OEVEREN, WINIARSKI, Status


def _fukuchi() -> Sequence[Row]:
    table = [(2.5, 162.0, 0.394, 1080.0), (3.5, 171.0, 0.348, 814.0), (4.5, 183.0, 0.328, 678.0)]
    near = percent_of_it(3)
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
        Row(HOEGER, Status.SECONDARY, Quantity.STEPS_PER_MILE, At(MILE_M / 60 / pace_min), per_mile, percent_of_it(4))
        for pace_min, per_mile in ((12, 1951.0), (10, 1672.0), (8, 1400.0), (6, 1080.0))
    ),
    Row(VAN_OEVEREN, Status.READ, Quantity.CADENCE, At(2.4), 154.0, Bound(7.0, "steps/min"), missed=_BELOW_VAN_OEVEREN),
    Row(VAN_OEVEREN, Status.READ, Quantity.CADENCE, At(2.6), 158.0, Bound(7.0, "steps/min")),
    Row(VAN_OEVEREN, Status.READ, Quantity.CADENCE, At(2.9), 160.0, Bound(7.0, "steps/min")),
    *(
        Row(WINIARSKI, Status.SECONDARY, Quantity.WALKING_CADENCE, At(speed), cadence, percent_of_it(2))
        for speed, cadence in ((1.04, 101.0), (1.32, 116.0), (1.62, 128.0))
    ),
)
"""The lines were fitted to these, or interpolate them."""

PLATE_TRIALS: Sequence[Row] = tuple(
    Row(PLATES, Status.COMPUTED, Quantity.PLATE_FORCE, At(speed, None, 1, cadence, contact), peak, percent_of_it(12))
    for speed, cadence, contact, peak in (
        (2.5, 156.8, 0.290, 2.251),
        (3.5, 171.2, 0.236, 2.529),
        (2.5, 157.5, 0.306, 2.371),
    )
)
"""Contact at 20 N, cadence and active peak of force-plate files: two runners, the third row the second of them."""

PLATE_MEAN = percent_of_it(6)
"""Bound of the mean over the trials of ours over theirs."""
