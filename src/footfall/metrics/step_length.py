"""Cadence that contradicts speed: together they would need steps that no runner makes."""

from typing import NamedTuple

import numpy as np

from footfall.metrics.cadence import lasting
from footfall.metrics.force import weighted_median
from footfall.model.intervals import BoolArray, FloatArray

SHORTEST_M, LONGEST_M, LONGEST_FAST_M = 0.5, 1.8, 2.2
"""Steps of runners; the last above FAST_M_S.  [m]"""
FAST_M_S = 5.0
DOUBTFUL_M_S = 1.0
"""Slower, a running cadence says more than the speed: the way is the one to doubt.  [m/s]"""
USUAL_SHARE = 0.10
"""A cadence so near to that of the rest of the run is not what changed: the positions did.  [fraction]"""
LASTING_S = 10.0
"""Shorter, it is the start or the end of something, seen by two sensors at two moments.  [s]"""


class Contradiction(NamedTuple):
    """Where cadence and speed exclude each other.

    where     shape (n,).     seconds  how long in all.  [s]     step_m  the mean step that they would need; NaN where none.  [m]
    """

    where: BoolArray
    seconds: float
    step_m: float


def contradiction(
    seconds: FloatArray, way_m: FloatArray, speed_m_s: FloatArray, cadence_spm: FloatArray, flat_running: BoolArray
) -> Contradiction:
    """Stretches whose cadence cannot be that of their speed.

    seconds, way_m  shape (n,), of each stretch.  [s, m]     speed_m_s  shape (n,), smoothed; NaN = not known.  [m/s]
    cadence_spm     shape (n,), both feet; NaN = not recorded.  [steps/min]
    flat_running    shape (n,), running, on slopes of at most 5 %: steps of steep ground are another matter.
    Source          ours: a step, speed over cadence, of 0.5-1.8 m; runners of Fukuchi 2017 (doi 10.7717/peerj.3298) make
                    0.93 to 1.48 m at 2.5 to 4.5 m/s. Differs: 1. 2.2 m above 5 m/s, where the steps of fast runners go past
                    1.8: 7 m/s at 200 steps/min are 2.1 m. 2. only where it lasts 10 s and two stretches: a single one across
                    a change of pace has the mean of both. 3. only where more than half of that time says so by its own way
                    too: one leap spreads over the span that speed is averaged over. 4. not below 1 m/s. 5. not where the
                    cadence is within 10 % of its median in the rest of the running, and that rest is the longer part: then
                    it is the speed that changed, as when positions are lost and found again. The 1 m/s, 5 m/s, 10 s and
                    10 % are ours, without a published source.
    """
    comparable = flat_running & (speed_m_s >= DOUBTFUL_M_S)
    outside = comparable & _outside(speed_m_s, cadence_spm)
    unusual = outside & ~_as_usual(cadence_spm, seconds, outside, comparable & ~outside & np.isfinite(cadence_spm))
    candidates = lasting(unusual, seconds, LASTING_S)
    where = np.zeros(len(seconds), dtype=bool)
    with np.errstate(invalid="ignore", divide="ignore"):
        alone = _outside(way_m / seconds, cadence_spm)
    for start, end in np.flatnonzero(np.diff(np.concatenate([[False], candidates, [False]]).astype(np.int8))).reshape(-1, 2):
        span_s = seconds[start:end]
        where[start:end] = np.count_nonzero(span_s) > 1 and 2 * np.sum(span_s[alone[start:end]]) > np.sum(span_s)
    total_s = float(np.sum(seconds[where]))
    steps = float(np.sum((cadence_spm * seconds)[where])) / 60.0
    step_m = float(np.sum((speed_m_s * seconds)[where])) / steps if steps > 0 else np.nan
    return Contradiction(where, total_s, step_m)


def _as_usual(cadence_spm: FloatArray, seconds: FloatArray, outside: BoolArray, rest: BoolArray) -> BoolArray:
    """Where the cadence is that of the rest of the run; nowhere when the rest is the shorter part."""
    if not np.any(outside) or np.sum(seconds[rest]) <= np.sum(seconds[outside]):
        return np.zeros(len(seconds), dtype=bool)
    usual = weighted_median(cadence_spm[rest], seconds[rest])
    near: BoolArray = np.abs(cadence_spm - usual) <= USUAL_SHARE * usual
    return near


def _outside(speed_m_s: FloatArray, cadence_spm: FloatArray) -> BoolArray:
    """True where the step would be too short or too long; False where either is not known."""
    longest_m = np.where(speed_m_s > FAST_M_S, LONGEST_FAST_M, LONGEST_M)
    way_m = 60.0 * speed_m_s  # in a minute: no division, so that a cadence of 0 is a step without end
    outside: BoolArray = (way_m < SHORTEST_M * cadence_spm) | (way_m > longest_m * cadence_spm)
    return outside
