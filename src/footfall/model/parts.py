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


@dataclass(frozen=True, eq=False)
class Parts:
    """One run's sums by part. Arrays shape (PARTS,), indexed by `PartBit`.

    footfalls       counts.
    force           footfalls times peak force.  [BW·footfalls]
    weighted        exponent b -> footfalls times (force / easy force)^b.  [easy footfalls]
    contact_share   share of running time with a usable recorded contact time, 0-1.
    line, walk_line   spread of what was counted by the running and the walking line.
    easy_footfalls_per_km   what turns easy footfalls into easy kilometres.
    """

    footfalls: FloatArray
    force: FloatArray
    contact_share: float
    line: LineErrors
    walk_line: LineErrors
    easy_footfalls_per_km: float
    weighted: Mapping[int, FloatArray] = field(default_factory=dict)
