"""A measured run's sums by part: its footfalls and forces, split by which errors they share."""

import math

import numpy as np

from footfall.metrics.footfalls import RECORDED_ERRORS, count
from footfall.metrics.footforce import bin_force_bw, contact_share
from footfall.metrics.force import Z90
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measured import Gait, GradeBand, Measured
from footfall.model.parts import PARTS, RECORDED_PARTS, RUNNING_PARTS, Grounds, PartBit, Parts

EXPONENTS = (1, 4, 10)
"""Weights that high forces are given: easy kilometres are shown at b = 1; 4 and 10 say how much depends on it."""


def parts_of(measured: Measured, calibration: Calibration) -> Parts:
    """Sums over the bins of a run, by gait x source of cadence x slope."""
    bins = measured.bins
    counted = count(bins, calibration.cadence_line)
    force_bw = bin_force_bw(measured, calibration)
    relative = force_bw / calibration.easy.force_bw
    steep = np.isin(bins.grade, (GradeBand.STEEP_DOWN, GradeBand.STEEP_UP))
    part = np.where(bins.gait == Gait.RUN, PartBit.RUNNING, 0) + np.where(steep, PartBit.STEEP, 0)
    both = np.concatenate([part + PartBit.RECORDED, part])
    footfalls = np.concatenate([counted.recorded, counted.estimated])

    def by_part(weight: FloatArray) -> FloatArray:
        heaped = np.bincount(both, weights=footfalls * np.concatenate([weight, weight]), minlength=PARTS)
        return heaped.astype(np.float64)

    share = contact_share(measured)
    every, nowhere = float(np.sum(footfalls)), np.isnan(bins.speed_m_s) & (bins.gait == Gait.RUN)
    return Parts(
        footfalls=by_part(np.ones(len(bins))),
        force=by_part(force_bw),
        grounds=Grounds(
            contact_share=0.0 if math.isnan(share) else share,
            no_speed_share=float(np.sum(counted.total[nowhere])) / every if every > 0 else 0.0,
            easy_runs=calibration.easy.runs,
            easy_by_line=calibration.easy.by_line,
            line=calibration.cadence_line.errors,
            walk_line=calibration.walk_errors,
        ),
        easy_footfalls_per_km=calibration.easy.footfalls_per_km,
        weighted={exponent: by_part(relative**exponent) for exponent in EXPONENTS},
    )


def count_half_width(parts: Parts) -> float:
    """Half-width of the 90 % interval of a run's footfalls, as a fraction.

    A sum of normal errors is normal: this is exact, where draws come within some percent of it. The running and the walking line
    are taken to err together wholly, so that a run with walking is no surer than one without; in draws they do so in part.
    Returns  0 for a run without footfalls.
    """
    everything = float(np.sum(parts.footfalls))
    if not everything > 0:
        return 0.0
    recorded, running = RECORDED_PARTS, RUNNING_PARTS
    share, grounds = parts.footfalls / everything, parts.grounds
    counted = float(np.sum(share[recorded]))
    run, walk = float(np.sum(share[running & ~recorded])), float(np.sum(share[~running & ~recorded]))
    kept = run * grounds.line.shared + walk * grounds.walk_line.shared
    own = run * grounds.line.own + walk * grounds.walk_line.own
    return Z90 * math.sqrt((counted * RECORDED_ERRORS.shared) ** 2 + (counted * RECORDED_ERRORS.own) ** 2 + kept**2 + own**2)
