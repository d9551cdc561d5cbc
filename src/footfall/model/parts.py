"""A run's sums, split by which errors they share: what intervals of runs, weeks and ratios are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np

from footfall.model.calibration import LineErrors
from footfall.model.intervals import FloatArray

PARTS = 8
"""Gait (walking, running) x cadence (from a line, recorded) x slope (to 5 %, beyond)."""


class PartBit(IntEnum):
    """Place of a part in the arrays of `Parts`: the sum of what holds for it."""

    STEEP = 1
    RECORDED = 2
    RUNNING = 4


RUNNING_PARTS, RECORDED_PARTS, STEEP_PARTS = (
    (np.arange(PARTS) & bit) > 0 for bit in (PartBit.RUNNING, PartBit.RECORDED, PartBit.STEEP)
)
"""Masks, shape (PARTS,)."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a run's numbers rest on: it decides how wide its errors are.

    contact_share    share of running time with a usable recorded contact time, 0-1.
    no_speed_share   share of running footfalls at no known speed, 0-1.
    easy_runs        runs that the runner's own easy level rests on: what her easy footfalls share with all others then cancels;
                     0 = a published level, from which she differs by as much as her force is unknown.
    easy_by_line     share of easy footfalls per km that the running line counted, 0-1.
    line, walk_line  spread of what was counted by the running and the walking line.
    """

    contact_share: float
    no_speed_share: float
    easy_runs: int
    easy_by_line: float
    line: LineErrors
    walk_line: LineErrors


@dataclass(frozen=True, eq=False)
class Parts:
    """One run's sums by part. Arrays shape (PARTS,), indexed by `PartBit`.

    footfalls       counts.
    force           footfalls times peak force.  [BW·footfalls]
    weighted        exponent b -> footfalls times (force / easy force)^b.  [easy footfalls]
    easy_footfalls_per_km   what turns easy footfalls into easy kilometres.
    """

    footfalls: FloatArray
    force: FloatArray
    grounds: Grounds
    easy_footfalls_per_km: float
    weighted: Mapping[int, FloatArray] = field(default_factory=dict)
