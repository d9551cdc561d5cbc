"""What if: the same run, changed. Its footfalls, force and loads before and after, and how sure the change between them is.

It is the same run on both sides, so what is unsure about the run and the runner cancels in the ratios; what remains is how unsure
the change itself is. Nothing here is a promise: no study changed these and watched a back.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from footfall.metrics import spread
from footfall.metrics.changes import Change, Changed, Shorter
from footfall.metrics.draws import change_draws
from footfall.metrics.force import Z90
from footfall.metrics.parts import count_half_width, parts_of
from footfall.metrics.spread import Drawn, Quantity
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Gait, Measured
from footfall.model.parts import RUNNING_PARTS, Parts

if TYPE_CHECKING:
    import pandas as pd

LEAST_WITH_SPEED = 0.5
"""Share of running time whose speed must be known for a change that is about speed."""

SAME = 0.0005
"""Ratios nearer to 1 than this are 1: nobody is shown less than a tenth of a percent."""


class Direction(StrEnum):
    """Which way a quantity goes, as far as its 90 % interval tells."""

    MORE = "more"
    LESS = "less"
    SAME = "same"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """One quantity of the run as it was and as it would have been, each with its 90 % interval.

    ratio   after over before; its interval is far narrower than those of the two, whose errors are the same.
    """

    before: Measure
    after: Measure
    ratio: Measure

    @property
    def direction(self) -> Direction:
        """Where the whole interval of the ratio lies; UNSURE where it holds 1."""
        low, high = self.ratio.low, self.ratio.high
        if not self.ratio.known:
            return Direction.UNKNOWN
        if max(abs(low - 1), abs(high - 1)) <= SAME:
            return Direction.SAME
        return Direction.MORE if low > 1 + SAME else Direction.LESS if high < 1 - SAME else Direction.UNSURE


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A run and a change.

    footfalls        of both feet.
    force            mean peak force of a running footfall.  [BW]
    ground_force     peak force added up over footfalls.  [BW·footfalls]
    weighted_4, weighted_10   footfalls weighted by force to that power.  [easy footfalls]
    """

    change: Change
    footfalls: Compared
    force: Compared
    ground_force: Compared
    weighted_4: Compared
    weighted_10: Compared

    @property
    def quantities(self) -> dict[str, Compared]:
        """All of them, by name."""
        return {
            "footfalls": self.footfalls,
            "force": self.force,
            "ground_force": self.ground_force,
            "weighted_4": self.weighted_4,
            "weighted_10": self.weighted_10,
        }

    @property
    def loads_agree(self) -> bool:
        """True where the load goes the same, known way whether or not hard footfalls count for more: at b = 1, 4 and 10."""
        ways = {one.direction for one in (self.ground_force, self.weighted_4, self.weighted_10)}
        return len(ways) == 1 and ways.isdisjoint({Direction.UNSURE, Direction.UNKNOWN})

    def to_frame(self) -> "pd.DataFrame":
        """A row per quantity: unit, before, after and ratio with their 90 % intervals, direction."""
        import pandas as pd  # 0.6 s to import: only who asks for a table pays

        rows = {
            name: {
                "unit": one.before.unit,
                **_columns("before", one.before),
                **_columns("after", one.after),
                **_columns("ratio", one.ratio),
                "direction": str(one.direction),
            }
            for name, one in self.quantities.items()
        }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("quantity")


def what_if(measured: Measured, calibration: Calibration, change: Change) -> WhatIf:
    """The run as it was and with a change.

    Returns   quantities of which nothing is known where the run has no footfalls, or none to change: a change of running asks
              for running, and one of speed for a known speed in half of it.
    Draws     500 of the run and its runner, the same on both sides, and of the change itself (metrics/changes.py).
    Source    that of each change. Differs: 1. recorded contact times give the level of the run; how it moves with the change
              comes from published means, for the change was not run.
    """
    before = parts_of(measured, calibration)
    changed = change.of(measured.bins, calibration.cadence_line) if _can(measured, change) else None
    after = None if changed is None else _after(measured, calibration, changed, before)

    def compared(quantity: Quantity, value: Callable[[Parts], float], unit: str) -> Compared:
        was = spread.draws_of(measured.run_id, before, quantity)
        old = spread.measure(value(before), was, unit)
        if changed is None or after is None:
            return Compared(old, Measure.unknown(unit), Measure.unknown("ratio"))
        would_be = spread.draws_of(measured.run_id, after, _with_change(quantity, changed))
        new = spread.measure(value(after), would_be, unit)
        return Compared(old, new, spread.measure(new.value / old.value, would_be / was, "ratio"))

    counts = compared(spread.footfalls, lambda parts: _sum(parts, parts.footfalls), "footfalls")
    return WhatIf(
        change=change,
        footfalls=Compared(
            before=_counted(counts.before, before, 0.0),
            after=_counted(counts.after, after, 0.0 if changed is None else changed.count_sd),
            ratio=counts.ratio,
        ),
        force=compared(spread.running_force, _running_force, "BW"),
        ground_force=compared(spread.ground_force, lambda parts: _sum(parts, parts.force), "BW·footfalls"),
        weighted_4=compared(spread.weighted(4), lambda parts: _sum(parts, parts.weighted[4]), "easy footfalls"),
        weighted_10=compared(spread.weighted(10), lambda parts: _sum(parts, parts.weighted[10]), "easy footfalls"),
    )


def _can(measured: Measured, change: Change) -> bool:
    """Whether there is what the change needs: footfalls; running, unless it is for less of everything; its speed."""
    bins = measured.bins
    if isinstance(change, Shorter):
        return len(bins) > 0
    running_s = np.where(bins.gait == Gait.RUN, bins.time_s, 0.0)
    with_speed = float(np.sum(running_s[np.isfinite(bins.speed_m_s)]))
    all_of_it = float(np.sum(running_s))
    return all_of_it > 0 and (not change.needs_speed or with_speed >= LEAST_WITH_SPEED * all_of_it)


def _after(measured: Measured, calibration: Calibration, changed: Changed, before: Parts) -> Parts:
    """Sums of the changed run; her easy level stays as it is, and so does what is not known of the run."""
    parts = parts_of(replace(measured, bins=changed.bins), replace(calibration, cadence_line=changed.line))
    factor = np.where(RUNNING_PARTS, changed.force, 1.0)
    weighted = {exponent: sums * factor**exponent for exponent, sums in parts.weighted.items()}
    return replace(parts, grounds=before.grounds, force=parts.force * factor, weighted=weighted)


def _with_change(quantity: Quantity, changed: Changed) -> Quantity:
    """The quantity with the change's own errors in running footfalls, beside those of the run."""
    more, harder = change_draws()
    count = np.where(RUNNING_PARTS, (1 + changed.count_sd * more)[:, np.newaxis], 1.0)
    force = np.where(RUNNING_PARTS, np.exp(changed.force_sd * harder)[:, np.newaxis], 1.0)

    def wrapped(parts: Parts, drawn: Drawn) -> FloatArray:
        errors = replace(drawn, count=drawn.count * count, force=drawn.force * force, relative=drawn.relative * force)
        return quantity(parts, errors)

    return wrapped


def _counted(measure: Measure, parts: Parts | None, count_sd: float) -> Measure:
    """A count with its interval by formula, as everywhere: draws come within some percent of its width."""
    if parts is None or not measure.known:
        return measure
    running = float(np.sum(parts.footfalls[RUNNING_PARTS])) / measure.value
    half = math.hypot(count_half_width(parts), Z90 * count_sd * running)
    return replace(measure, low=measure.value * (1 - half), high=measure.value * (1 + half))


def _sum(parts: Parts, sums: FloatArray) -> float:
    """Sum over the parts; NaN for a run without footfalls, in which there is nothing to compare."""
    return float(np.sum(sums)) if np.sum(parts.footfalls) > 0 else math.nan


def _running_force(parts: Parts) -> float:
    footfalls = float(np.sum(parts.footfalls[RUNNING_PARTS]))
    return float(np.sum(parts.force[RUNNING_PARTS])) / footfalls if footfalls > 0 else math.nan


def _columns(name: str, measure: Measure) -> dict[str, float]:
    return {name: measure.value, f"{name}_low": measure.low, f"{name}_high": measure.high}
