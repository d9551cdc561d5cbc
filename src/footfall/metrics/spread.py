"""Intervals: what a run's parts come to in each draw of the errors, for one run, for a sum of runs, for the ratio of two."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from footfall.metrics.draws import DRAWS, Shared, interval, own_draws, shared_draws
from footfall.metrics.footfalls import MEDIAN_SD, RECORDED_ERRORS
from footfall.metrics.force import LUMBAR_RATIO, LUMBAR_RATIO_SD, SHAPE_K, SHAPE_K_SD, STEEP_SD, WALKING_SD
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.parts import PARTS, RUNNING_PARTS, Grounds, Parts
from footfall.model.summary import RunSummary

DUTY_SD = 0.07
"""Spread of duty factor between persons and runs at one speed, as a fraction; with recorded contact no less, for re-anchoring a
device to the published level takes the person's own level away with the device's error."""

OWN_DUTY_RECORDED_SD, OWN_DUTY_BY_SPEED_SD = 0.03, 0.04
"""Of it, what differs from run to run of one person, with contact recorded and from speed alone; the rest she keeps."""

NO_SPEED_SD = 0.06
"""What a run without a known speed adds: 860 runners' own paces are 2.75 ± 0.42 m/s (Malisoux 2023, doi
10.1177/23259671231204629), and over one such spread the published force changes by 6 %."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """By how much each part of a run may be off: factors around 1, shape (DRAWS, PARTS).

    count      of the footfalls.      force    of the peak force.
    relative   of the force relative to an easy footfall: what both share has gone where the easy footfall is the runner's own; by
               a published one it is as unsure as the force itself.
    lumbar     of lumbar compression over ground force, shape (DRAWS,).
    easy_count of the footfalls of an easy kilometre, shape (DRAWS,): counted as the run's are, they share its errors.
    """

    count: FloatArray
    force: FloatArray
    relative: FloatArray
    lumbar: FloatArray
    easy_count: FloatArray


Quantity = Callable[[Parts, Drawn], FloatArray]
"""What is asked of a run, draw by draw, shape (DRAWS,)."""


def footfalls(parts: Parts, drawn: Drawn) -> FloatArray:
    """Footfalls."""
    return drawn.count @ parts.footfalls


def ground_force(parts: Parts, drawn: Drawn) -> FloatArray:
    """Sum of peak force over footfalls.  [BW·footfalls]"""
    return (drawn.count * drawn.force) @ parts.force


def lumbar(parts: Parts, drawn: Drawn) -> FloatArray:
    """Lumbar compression summed over footfalls.  [BW·footfalls]"""
    return LUMBAR_RATIO * drawn.lumbar * ground_force(parts, drawn)


def running_force(parts: Parts, drawn: Drawn) -> FloatArray:
    """Mean peak force of a running footfall; NaN where nothing was run.  [BW]"""
    count = drawn.count[:, RUNNING_PARTS]
    with np.errstate(invalid="ignore"):
        return (count * drawn.force[:, RUNNING_PARTS]) @ parts.force[RUNNING_PARTS] / (count @ parts.footfalls[RUNNING_PARTS])


@cache  # one and the same for each exponent, so that what was drawn is found again
def weighted(exponent: int) -> Quantity:
    """Footfalls weighted by (force / easy force)^exponent.  [easy footfalls]"""

    def quantity(parts: Parts, drawn: Drawn) -> FloatArray:
        held = np.flatnonzero(parts.weighted[exponent])  # most runs have but two or three of the parts
        return (drawn.count[:, held] * drawn.relative[:, held] ** exponent) @ parts.weighted[exponent][held]

    return quantity


@cache
def easy_km(exponent: int) -> Quantity:
    """The same as kilometres of the runner's own easy running."""

    def quantity(parts: Parts, drawn: Drawn) -> FloatArray:
        return weighted(exponent)(parts, drawn) / (parts.easy_footfalls_per_km * drawn.easy_count)

    return quantity


_KEPT: WeakKeyDictionary[Parts, dict[tuple[str, Quantity], FloatArray]] = WeakKeyDictionary()
"""What was drawn and will be asked for again, as long as the run is at hand."""


def draws_of(run_id: str, parts: Parts, quantity: Quantity) -> FloatArray:
    """A quantity of one run, draw by draw, shape (DRAWS,)."""
    kept = _KEPT.get(parts, {}).get((run_id, quantity))
    return quantity(parts, _errors(run_id, parts.grounds)) if kept is None else kept


def keep_draws(run_id: str, parts: Parts, quantities: Iterable[Quantity]) -> None:
    """Draw quantities that the sums and rankings of many runs ask for, while the errors of this run are at hand.

    To draw its errors anew takes ten times what a quantity of them does. 4 kB each, until `parts` are let go.
    """
    errors, kept = _errors(run_id, parts.grounds), _KEPT.setdefault(parts, {})
    for quantity in quantities:
        drawn = quantity(parts, errors)
        drawn.setflags(write=False)  # there is one for all who ask
        kept[run_id, quantity] = drawn


def spread(run_id: str, parts: Parts, quantity: Quantity) -> tuple[float, float]:
    """90 % interval of a quantity of one run."""
    return interval(draws_of(run_id, parts, quantity))


def total(runs: Iterable[RunSummary], quantity: Quantity, value: Callable[[RunSummary], float], unit: str) -> Measure:
    """Sum of a quantity over runs of one runner, with the interval of the sum.

    value     the quantity's own value of a run.
    Returns   unknown where one of the runs' is: a part is not the whole. 0 for no runs.
    """
    several = tuple(runs)
    drawn = drawn_sum(several, quantity)
    return Measure.unknown(unit) if drawn is None else measure(math.fsum(value(run) for run in several), drawn, unit)


def drawn_sum(runs: Iterable[RunSummary], quantity: Quantity) -> FloatArray | None:
    """Sum of a quantity over runs of one runner, draw by draw, shape (DRAWS,); None where one of the runs' is not known."""
    drawn = np.zeros(DRAWS)
    for run in runs:
        if run.parts is None:
            return None
        drawn += draws_of(run.id, run.parts, quantity)
    return drawn


def ratio(one: RunSummary, other: RunSummary, quantity: Quantity, value: Callable[[RunSummary], float]) -> Measure:
    """How many times the other's quantity the one's is, for two runs of one runner: what both share cancels."""
    if one.parts is None or other.parts is None or not value(other) > 0:
        return Measure.unknown("ratio")
    drawn = draws_of(one.id, one.parts, quantity) / draws_of(other.id, other.parts, quantity)
    return measure(value(one) / value(other), drawn, "ratio")


def measure(value: float, drawn: FloatArray, unit: str) -> Measure:
    """A derived number with the interval of its draws; unknown where the value is."""
    if math.isnan(value):
        return Measure.unknown(unit)
    low, high = interval(drawn)
    return Measure(value, min(low, value), max(high, value), unit, "derived")


@lru_cache(maxsize=64)  # a run is asked for many quantities in a row
def _errors(run_id: str, grounds: Grounds) -> Drawn:
    """The draws of one run: the runner's own and the run's together."""
    shared, own = shared_draws(), own_draws(run_id)
    own_duty_sd = grounds.contact_share * OWN_DUTY_RECORDED_SD + (1 - grounds.contact_share) * OWN_DUTY_BY_SPEED_SD
    kept_duty_sd = math.sqrt(DUTY_SD**2 - own_duty_sd**2)
    of_runner = _of_runner(kept_duty_sd)
    of_run = np.exp(-math.hypot(own_duty_sd, grounds.no_speed_share * NO_SPEED_SD) * own.duty)
    same = _same_in_all_runs()
    force = _by_part(same.walking, (_RUNNING, of_runner * of_run))
    force[_STEEP] *= same.steep
    force = force.reshape(PARTS, DRAWS)
    relative = force / (of_runner * _easy_force(grounds, own_duty_sd, shared)) if grounds.easy_runs else force
    recorded = 1 + RECORDED_ERRORS.shared * shared.watch + RECORDED_ERRORS.own * own.recorded
    by_line = 1 + grounds.line.shared * shared.line + grounds.line.own * own.line
    by_walk_line = 1 + grounds.walk_line.shared * shared.walk_line + grounds.walk_line.own * own.line
    count = _by_part(by_walk_line, (_RUNNING, by_line), (_RECORDED, recorded)).reshape(PARTS, DRAWS)
    return Drawn(count.T, force.T, relative.T, lumbar=same.lumbar, easy_count=_easy_count(grounds, shared))


class _Same(NamedTuple):
    """Factors that are the same whatever a run rests on. All shape (DRAWS,)."""

    walking: FloatArray
    steep: FloatArray
    lumbar: FloatArray


@lru_cache(maxsize=1)
def _same_in_all_runs() -> _Same:
    shared = shared_draws()
    factors = (
        np.exp(sd * drawn) for sd, drawn in ((WALKING_SD, shared.walk), (STEEP_SD, shared.steep), (LUMBAR_RATIO_SD, shared.ratio))
    )
    return _Same(*factors)


@lru_cache(maxsize=64)  # all runs without recorded contact have one and the same
def _of_runner(kept_duty_sd: float) -> FloatArray:
    """Error of the force of running that the runner keeps from run to run, shape (DRAWS,)."""
    shared = shared_draws()
    return np.exp(SHAPE_K_SD / SHAPE_K * shared.shape - kept_duty_sd * shared.duty)


_Place = tuple[int | slice, ...]

_RUNNING: _Place = (1,)
_RECORDED: _Place = (slice(None), 1)
_STEEP: _Place = (slice(None), slice(None), 1)
"""Of draws of each part, shape (2, 2, 2, DRAWS): the bits of `PartBit`, highest first. A view where a mask would copy."""


def _by_part(usual: FloatArray, *others: tuple[_Place, FloatArray]) -> FloatArray:
    """Draws of each part, shape (2, 2, 2, DRAWS): the usual ones, but for the parts of a place its own; a later one
    goes before."""
    found = np.empty((2, 2, 2, DRAWS))
    found[:] = usual
    for place, drawn in others:
        found[place] = drawn
    return found


def _easy_force(grounds: Grounds, own_duty_sd: float, shared: Shared) -> FloatArray:
    """Error of the runner's own easy force: a median over runs that each had a duty factor of their own."""
    return np.exp(own_duty_sd * MEDIAN_SD / math.sqrt(grounds.easy_runs) * shared.easy)


def _easy_count(grounds: Grounds, shared: Shared) -> FloatArray:
    """Error of the footfalls of an easy kilometre that all her runs share; a published kilometre is what it is."""
    if not grounds.easy_runs:
        return np.ones(DRAWS)
    by_line = grounds.line.shared * shared.line
    recorded = RECORDED_ERRORS.shared * shared.watch
    result: FloatArray = 1 + grounds.easy_by_line * by_line + (1 - grounds.easy_by_line) * recorded
    return result
