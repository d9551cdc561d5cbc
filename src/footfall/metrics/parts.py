"""A measured run's sums by part: its footfalls and forces, split by which errors they share."""

import math
from functools import lru_cache

import numpy as np

from footfall.metrics.footfalls import RECORDED_ERRORS, Count, count
from footfall.metrics.footforce import bin_force_bw, contact_share
from footfall.metrics.force import Z90
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measured import Gait, GradeBand, Measured
from footfall.model.parts import PARTS, RECORDED_PARTS, RUNNING_PARTS, Grounds, PartBit, Parts

EXPONENTS = (1, 4, 10)
"""Weights that high forces are given: easy kilometres are shown at b = 1; 4 and 10 say how much depends on it."""

_RUN_BY_LINE, _WALK_BY_LINE = RUNNING_PARTS & ~RECORDED_PARTS, ~RUNNING_PARTS & ~RECORDED_PARTS

_RUN, _STEEP_DOWN, _STEEP_UP = int(Gait.RUN), int(GradeBand.STEEP_DOWN), int(GradeBand.STEEP_UP)
_RUNNING_BIT, _STEEP_BIT, _RECORDED_BIT = int(PartBit.RUNNING), int(PartBit.STEEP), int(PartBit.RECORDED)
"""Plain numbers: numpy looks through a member of an enum for a dozen attributes each time that it meets one."""


def parts_of(measured: Measured, calibration: Calibration) -> Parts:
    """Sums over the bins of a run, by gait x source of cadence x slope."""
    return parts_of_count(measured, calibration, count(measured.bins, calibration.cadence_line))


def parts_of_count(measured: Measured, calibration: Calibration, counted: Count) -> Parts:
    """The same where the footfalls of the bins have been counted already."""
    bins = measured.bins
    force_bw = bin_force_bw(measured, calibration)
    relative = force_bw / calibration.easy.force_bw
    running = bins.gait == _RUN
    steep = (bins.grade == _STEEP_DOWN) | (bins.grade == _STEEP_UP)
    part = running * _RUNNING_BIT + steep * _STEEP_BIT
    both = np.concatenate([part + _RECORDED_BIT, part])
    footfalls = np.concatenate([counted.recorded, counted.estimated])

    def by_part(weighted: FloatArray) -> FloatArray:
        return np.bincount(both, weights=weighted, minlength=PARTS).astype(np.float64, copy=False)

    def twice(weight: FloatArray) -> FloatArray:
        return np.concatenate([weight, weight])

    share = contact_share(measured)
    every, nowhere = float(footfalls.sum()), np.isnan(bins.speed_m_s) & running
    return Parts(
        footfalls=by_part(footfalls),
        force=by_part(footfalls * twice(force_bw)),
        grounds=Grounds(
            contact_share=0.0 if math.isnan(share) else share,
            no_speed_share=float(counted.total[nowhere].sum()) / every if every > 0 else 0.0,
            easy_runs=calibration.easy.runs,
            easy_by_line=calibration.easy.by_line,
            line=calibration.cadence_line.errors,
            walk_line=calibration.walk_errors,
        ),
        easy_footfalls_per_km=calibration.easy.footfalls_per_km,
        weighted={exponent: by_part(footfalls * twice(relative**exponent)) for exponent in EXPONENTS},
    )


@lru_cache(maxsize=4)  # a run's count and two of its loads ask for the same one in a row
def count_half_width(parts: Parts) -> float:
    """Half-width of the 90 % interval of a run's footfalls, as a fraction.

    A sum of normal errors is normal: this is exact, where draws come within some percent of it. The running and the walking line
    are taken to err together wholly, so that a run with walking is no surer than one without; in draws they do so in part.
    Returns  0 for a run without footfalls.
    """
    everything = float(parts.footfalls.sum())
    if not everything > 0:
        return 0.0
    share, grounds = parts.footfalls / everything, parts.grounds
    counted = float(share[RECORDED_PARTS].sum())
    run, walk = float(share[_RUN_BY_LINE].sum()), float(share[_WALK_BY_LINE].sum())
    kept = run * grounds.line.shared + walk * grounds.walk_line.shared
    own = run * grounds.line.own + walk * grounds.walk_line.own
    return Z90 * math.sqrt((counted * RECORDED_ERRORS.shared) ** 2 + (counted * RECORDED_ERRORS.own) ** 2 + kept**2 + own**2)
