"""Footfalls of bins and minutes: the recorded ones, and for the rest of the time what the cadence line says."""

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from footfall.metrics.cadence import walking_cadence_spm
from footfall.metrics.force import Z90
from footfall.model.calibration import CadenceLine, LineErrors
from footfall.model.intervals import FloatArray, IntArray
from footfall.model.measured import Gait

RECORDED_HALF_WIDTH = 0.01
POPULATION_HALF_WIDTH = 0.09
NO_HEIGHT_HALF_WIDTH = 0.10
"""Half-widths of the 90 % interval of a count, as fractions: cadence recorded, and from the published line
with and without the runner's height, for persons differ by 9 of 164 steps/min (Malisoux 2023, doi
10.1177/23259671231204629)."""

RECORDED_OWN_SD = 0.005
"""Error of a count from recorded cadence that is of one run alone, as SD of a fraction. Ours."""

RECORDED_ERRORS = LineErrors(shared=math.sqrt((RECORDED_HALF_WIDTH / Z90) ** 2 - RECORDED_OWN_SD**2), own=RECORDED_OWN_SD)
"""The whole of it. The rest is the watch's in all runs: rounding, lag and lost feet do not cancel over weeks. How large that is
no source says; ours is what the two published numbers leave."""

RUN_TO_RUN_SD = 0.025
"""How much one runner's cadence differs from her own line, run by run, as SD of a fraction: the middle of 2-3 % (from memory of
the literature). The rest of a line's error is hers in every run."""

PERSONAL_HALF_WIDTH = Z90 * RUN_TO_RUN_SD
"""Half-width of the 90 % interval of a count from the runner's own line where it rests on many runs: 4 %."""

MEDIAN_SD = math.sqrt(math.pi / 2)
"""SD of a median over that of a mean: a line of one's own is laid through the median of her runs."""

_RUN = int(Gait.RUN)

USUAL_RUN_M_S, USUAL_WALK_M_S = 2.682, 1.3
"""Speeds assumed where neither way nor cadence is recorded: 10 minutes a mile, and an ordinary walk.  [m/s]"""


class Rows(Protocol):
    """What bins and minutes have in common. All shape (k,)."""

    @property
    def gait(self) -> IntArray:
        """Values of Gait, RUN or WALK."""

    @property
    def speed_m_s(self) -> FloatArray:
        """NaN = not known."""

    @property
    def time_s(self) -> FloatArray:
        """Moving time."""

    @property
    def cadence_time_s(self) -> FloatArray:
        """Of it, with a recorded cadence."""

    @property
    def footfalls(self) -> FloatArray:
        """In that recorded time."""


@dataclass(frozen=True, eq=False)
class Count:
    """Footfalls of rows. Shape (k,).

    recorded   from recorded cadence.    estimated  from the cadence line, for the rest of the time.
    """

    recorded: FloatArray
    estimated: FloatArray

    @property
    def total(self) -> FloatArray:
        """Both."""
        return self.recorded + self.estimated


def published_line_errors(half_width: float) -> LineErrors:
    """Split a published line's 90 % half-width: but for RUN_TO_RUN_SD it is the runner's own in all her runs."""
    return LineErrors(shared=math.sqrt((half_width / Z90) ** 2 - RUN_TO_RUN_SD**2), own=RUN_TO_RUN_SD)


def own_line_errors(runs: int) -> LineErrors:
    """Errors of a line of one's own: what she differs by from run to run, and by how much that has moved the line.

    runs   how many the line rests on, 1 or more.
    """
    return LineErrors(shared=MEDIAN_SD * RUN_TO_RUN_SD / math.sqrt(runs), own=RUN_TO_RUN_SD)


def half_width_of(errors: LineErrors) -> float:
    """Half-width of the 90 % interval of one run's count, as a fraction."""
    return Z90 * math.hypot(errors.shared, errors.own)


def line_cadence_spm(line: CadenceLine, speed_m_s: FloatArray) -> FloatArray:
    """Running cadence of the line at a speed, speeds held within 1.5-6 m/s; NaN where speed is NaN.  [steps/min]"""
    result: FloatArray = line.at_3 + line.slope * (np.clip(speed_m_s, 1.5, 6.0) - 3.0)
    return result


def count(rows: Rows, line: CadenceLine) -> Count:
    """Footfalls of each row.

    rows     bins or minutes.   line  the runner's own cadence line, or the population's.
    Returns  recorded footfalls as they are; the rest of each row's time at the line's cadence for its speed.
    """
    running = rows.gait == _RUN
    usual = np.where(running, USUAL_RUN_M_S, USUAL_WALK_M_S)
    speed = np.where(np.isfinite(rows.speed_m_s), rows.speed_m_s, usual)
    cadence = np.where(running, line_cadence_spm(line, speed), walking_cadence_spm(speed))
    return Count(rows.footfalls, cadence * (rows.time_s - rows.cadence_time_s) / 60.0)
