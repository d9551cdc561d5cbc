"""One outing as a climb: its load so far, in easy kilometres, minute by minute."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.history.clock import OutingClock
from footfall.history.history import OnsetState, Outing
from footfall.model.intervals import FloatArray

MOST_POINTS = 60


@dataclass(frozen=True, eq=False)
class Climb:
    """One outing's load so far, in easy kilometres, on its own minutes.

    per_load   easy kilometres per unit of the load model.
    year       that of the newest outing, which need not be said.
    """

    outing: Outing
    clock: OutingClock
    minute: FloatArray
    easy_km: FloatArray
    per_load: float
    year: int

    @property
    def end(self) -> tuple[float, float]:
        """Minutes and easy km of the whole outing."""
        return float(self.minute[-1]), float(self.easy_km[-1])

    @property
    def onset(self) -> tuple[float, float] | None:
        """Minute and easy km; None unless both are known."""
        at = self.outing.onset
        known = at.state is OnsetState.AT and math.isfinite(at.minute) and math.isfinite(at.load)
        return (at.minute, at.load * self.per_load) if known else None


def climbs_of(outings: Sequence[Outing]) -> tuple[Climb, ...]:
    """Outings whose load is known minute by minute, the newest first."""
    year = max((outing.day.year for outing in outings), default=0)
    found = [climb for climb in (_climb(outing, year) for outing in outings) if climb is not None]
    return tuple(sorted(found, key=lambda climb: climb.outing.start, reverse=True))


def places(climbs: Sequence[Climb]) -> dict[str, int]:
    """Run id -> its place in the select."""
    return {run.id: at for at, climb in enumerate(climbs) for run in climb.outing.runs}


def _climb(outing: Outing, year: int) -> Climb | None:
    """None where the load of the outing is not known minute by minute.

    The curve is in the model's own unit; easy kilometres are that, scaled so that it ends in the run's easy kilometres.
    """
    clock = OutingClock.of(outing.runs)
    total = float(clock.load[-1])
    if not (math.isfinite(outing.easy_km) and total > 0):
        return None
    kept = np.unique(np.linspace(0, len(clock.minute) - 1, min(len(clock.minute), MOST_POINTS)).round().astype(int))
    per_load = outing.easy_km / total
    return Climb(outing, clock, clock.minute[kept], clock.load[kept] * per_load, per_load, year)
