"""One outing as a climb: its load so far, in easy kilometres, minute by minute."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.history.clock import OutingClock
from footfall.history.history import OnsetState, Outing
from footfall.model.intervals import FloatArray

SLACK = 0.001
"""How far a thinned line may lie from the recorded one, as a share of the most load drawn: a quarter of a pixel."""


@dataclass(frozen=True, eq=False)
class Climb:
    """One outing's load so far, in easy kilometres, on its own minutes.

    minute, easy_km   its corners: no more points than can be seen.   year  that of the newest outing, which need not be said.
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

    def done_by(self, minutes: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Footfalls, easy km and distance [m] until each of the minutes; NaN where not known."""
        clock = self.clock
        footfalls, easy_km, distance_m = (
            np.interp(minutes, clock.minute, done) for done in (clock.footfalls, clock.easy_km, clock.distance_m)
        )
        return footfalls, easy_km, distance_m


def climbs_of(outings: Sequence[Outing]) -> tuple[Climb, ...]:
    """Outings whose load is known minute by minute, the newest first."""
    year = max((outing.day.year for outing in outings), default=0)
    clocks = [(outing, OutingClock.of(outing.runs)) for outing in outings]
    known = [(outing, clock) for outing, clock in clocks if clock.easy_km[-1] > 0]
    slack = SLACK * max((float(clock.easy_km[-1]) for _, clock in known), default=0.0)
    found = [_climb(outing, clock, year, slack) for outing, clock in known]
    return tuple(sorted(found, key=lambda climb: climb.outing.start, reverse=True))


def places(climbs: Sequence[Climb]) -> dict[str, int]:
    """Run id -> its place in the select."""
    return {run.id: at for at, climb in enumerate(climbs) for run in climb.outing.runs}


def _climb(outing: Outing, clock: OutingClock, year: int, slack: float) -> Climb:
    kept = corners(clock.minute, clock.easy_km, slack)
    return Climb(outing, clock, clock.minute[kept], clock.easy_km[kept], year)


def corners(x: FloatArray, y: FloatArray, slack: float) -> list[int]:
    """Positions of points between which straight lines lie nowhere further than `slack` from the rest.

    x  shape (n,), ascending.   y  shape (n,), finite.   slack  in the unit of y.
    Source  Williams 1978, Comput Graph Image Process 8:286: a line is drawn on while it fits between the slopes that every point
            passed allows. Differs: 1. distance is measured along y, as a reader reads a value.
    """
    across, up = x.tolist(), y.tolist()
    kept, last = [0], len(across) - 1
    low, high = -math.inf, math.inf
    for at in range(1, last + 1):
        run = across[at] - across[kept[-1]]
        rise = up[at] - up[kept[-1]]
        if run > 0 and low <= rise / run <= high:
            low, high = max(low, (rise - slack) / run), min(high, (rise + slack) / run)
            continue
        if at - 1 != kept[-1]:
            kept.append(at - 1)
            run, rise = across[at] - across[at - 1], up[at] - up[at - 1]
        if run > 0:
            low, high = (rise - slack) / run, (rise + slack) / run
        else:
            kept.append(at)
            low, high = -math.inf, math.inf
    return kept if kept[-1] == last else [*kept, last]
