"""The device's own stride total beside our count: compared, and what is wrong with it recognised, never followed."""

import math

from footfall.model.measure import Measure
from footfall.model.measured import Totals
from footfall.model.problem import Note

AGREES = 0.02
"""A difference up to this share is none: two sums of one sensor, rounded and cut at other moments.  [fraction]"""
ROUNDING_FOOTFALLS = 2.0
"""A total of whole strides is off by one of them in itself."""
DOUBLED_WITHIN = 0.05
"""How near to twice, or half, a total must be to be the same steps counted in the other unit.  [fraction]"""
AS_RECORDED_WITHIN = 0.01
"""How near the file's own cadence, taken as it stands, must come to the total to explain it.  [fraction]"""
SLOWEST_SPM, FASTEST_SPM = 60.0, 240.0
SHORTEST_M, LONGEST_M = 0.3, 2.5
"""Outside these a total is no count of these legs over this time and way. Wide, for walks and sprints. Like the other limits of
this module ours, without a published source, and set before looking at real files."""


def stride_total_notes(device_footfalls: int | None, counted: Measure, totals: Totals) -> tuple[Note, ...]:
    """What to say of the device's total: nothing where it gives none or agrees, else both numbers and the cause.

    device_footfalls  two per stride of its total; None where it gives none.
    counted           our count, with its interval: an estimate from speed is contradicted only from outside of it.
    Returns           one note at most; its code names the cause: `device-total-` and zero, doubled, halved (steps for strides, or
                      the reverse), impossible (no rate or step of legs), lost-steps (it leaves out time in which the sensor
                      lost the foot), unused-steps (it holds steps that we do not use) or differs.
    """
    if device_footfalls is None or not counted.known or counted.value <= 0:
        return ()
    cause = _cause(float(device_footfalls), counted, totals)
    if cause is None:
        return ()
    values = {"device": device_footfalls, "counted": counted.value, "percent": 100 * (device_footfalls / counted.value - 1)}
    return (Note(f"device-total-{cause}", values),)


def _cause(device: float, counted: Measure, totals: Totals) -> str | None:
    ours = counted.value
    allowed = max(AGREES * ours, ROUNDING_FOOTFALLS)
    if min(ours - allowed, counted.low) <= device <= max(ours + allowed, counted.high):
        return None
    if device == 0:
        return "zero"
    for times, name in ((2.0, "doubled"), (0.5, "halved")):
        if abs(device / (times * ours) - 1) <= DOUBLED_WITHIN:
            return name
    if not _of_legs(device, totals):
        return "impossible"
    if abs(device - totals.as_recorded) <= max(AS_RECORDED_WITHIN * device, ROUNDING_FOOTFALLS):  # False where there is none
        return "lost-steps" if device < ours else "unused-steps"
    return "differs"


def _of_legs(device: float, totals: Totals) -> bool:
    """Whether rate and step length of the total can be; True where neither time nor way is known."""
    under_way_s = totals.running_s + totals.walking_s
    if 60 * device < SLOWEST_SPM * under_way_s or 60 * device > FASTEST_SPM * max(totals.timer_s, under_way_s):
        return False  # too few for the time under way, or too many even for all of it
    way_m = math.nan if totals.distance_m is None else totals.distance_m
    return not way_m > 0 or SHORTEST_M <= way_m / device <= LONGEST_M
