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

    year       that of the newest outing, which need not be said.
    """

    outing: Outing
    clock: OutingClock
    minute: FloatArray
    easy_km: FloatArray
    year: int

    @property
    def end(self) -> tuple[float, float]:
        """Minutes and easy km of the whole outing."""
        return float(self.minute[-1]), float(self.easy_km[-1])

    @property
    def onset(self) -> tuple[float, float] | None:
        """Minute and easy km; None unless both are known."""
        at = self.outing.onset
        load = self.at(at.minute)
        return (at.minute, load) if at.state is OnsetState.AT and math.isfinite(load) else None

    def at(self, minute: float) -> float:
        """Easy km until a minute; NaN where not known."""
        return float(np.interp(minute, self.clock.minute, self.clock.easy_km))


def climbs_of(outings: Sequence[Outing]) -> tuple[Climb, ...]:
    """Outings whose load is known minute by minute, the newest first."""
    year = max((outing.day.year for outing in outings), default=0)
    found = [climb for climb in (_climb(outing, year) for outing in outings) if climb is not None]
    return tuple(sorted(found, key=lambda climb: climb.outing.start, reverse=True))


def places(climbs: Sequence[Climb]) -> dict[str, int]:
    """Run id -> its place in the select."""
    return {run.id: at for at, climb in enumerate(climbs) for run in climb.outing.runs}


def _climb(outing: Outing, year: int) -> Climb | None:
    """None where the load of the outing is not known minute by minute."""
    clock = OutingClock.of(outing.runs)
    if not clock.easy_km[-1] > 0:
        return None
    kept = np.unique(np.linspace(0, len(clock.minute) - 1, min(len(clock.minute), MOST_POINTS)).round().astype(int))
    return Climb(outing, clock, clock.minute[kept], clock.easy_km[kept], year)
