"""The onsets of a diary by how finely they are written, and the time at risk around them: for rule P2."""

from dataclasses import dataclass

import numpy as np

from footfall.findings.p1_window import stated_minute
from footfall.findings.stats.clustering import FROM_MIN, Grain, grain_of
from footfall.findings.tolerance import Tolerance
from footfall.history.history import Outing
from footfall.model.diary import OnsetKind
from footfall.model.intervals import FloatArray


@dataclass(frozen=True, eq=False)
class WrittenOnsets:
    """What a diary says about when pain began.

    by_grain   minutes as written, 2.5 or later, each shape (n,).  [min]
    ends       of every run at risk, shape (m,): the minute of its onset, of whatever grain, else of its end free of pain.  [min]
    early      how many onsets are before 2.5 minutes.
    coarse     how many leave more than a minute open without being a whole minute, as `3 km` does: their runs are at risk until
               then like any other, but rounded distances gather by themselves where a runner's pace puts them.
    """

    by_grain: dict[Grain, FloatArray]
    ends: FloatArray
    early: int
    coarse: int

    @property
    def minutes(self) -> FloatArray:
        """Of all that can be looked at, by grain.  [min]"""
        return np.concatenate([*self.by_grain.values()])


def written_onsets(found: Tolerance) -> WrittenOnsets:
    """By the outings that tell how long the runner stays free of pain.

    An onset that a rounding puts after the end of its run counts at the minute written, and its run as at risk until then: the
    minute and the time at risk must lie in one cell.
    """
    by_grain: dict[Grain, list[float]] = {grain: [] for grain in Grain}
    ends = [outing.timer_min for outing in found.free]
    early = coarse = 0
    for outing in found.began:
        grain, minute = _grain(outing), stated_minute(outing)
        ends.append(minute)
        if grain is None:
            coarse += 1
        elif minute < FROM_MIN:
            early += 1
        else:
            by_grain[grain].append(minute)
    return WrittenOnsets({grain: np.array(minutes) for grain, minutes in by_grain.items()}, np.array(ends), early, coarse)


def _grain(outing: Outing) -> Grain | None:
    """None where the writing is coarser than a minute."""
    if outing.onset.exact:
        return Grain.EXACT
    written = None if outing.entry is None else outing.entry.onset
    return grain_of(stated_minute(outing)) if written is not None and written.kind is OnsetKind.MINUTES else None
