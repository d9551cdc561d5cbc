"""Step rate: the published lines, and whether a file counts steps or strides."""

import math
from dataclasses import dataclass

import numpy as np

from footfall.metrics.force import weighted_median
from footfall.model.intervals import BoolArray, FloatArray

AT_3_SPM, SLOPE, PER_METRE, MEAN_HEIGHT_M = 167.0, 9.9, -55.0, 1.73
WALK_AT_SPM, WALK_SLOPE, WALK_SPEED_M_S = 101.0, 46.6, 1.04
RUN_SD_SPM, WALK_SD_SPM = 11.0, 10.0
"""Spread of a person's mean cadence around the lines, running and walking.  [steps/min]"""

LEAST_ODDS = 20.0
"""Steps or strides is decided at these odds or better, else refused: a wrong factor doubles every number after it."""

BRIDGE_S = 60.0
"""Longest gap that the mean of both ends bridges.  [s]"""

SPIKE_SPM = 240.0
"""No runner steps faster for long: beyond it a value is noise.  [steps/min]"""

LONE_ZERO_S, DROPOUT_S, UNDER_WAY_M_S = 3.0, 10.0, 1.8
"""A zero between strides at most LONE_ZERO_S apart is a sensor that lost the foot, not a stop; so are zeros of up to DROPOUT_S in
which the positions went on at UNDER_WAY_M_S or faster. A single zero sample between two live ones stands for half the time
between those: that half is held against DROPOUT_S, and any recorded way may go on; without a way the whole of it is, since the
stop of a runner on a treadmill leaves more than one. Watches that lose it leave those steps out of their own totals too.
Ours, without a published source: chosen while looking at some real files, which therefore do not confirm them."""


def running_cadence_spm(speed_m_s: FloatArray, height_m: float | None = None) -> FloatArray:
    """Published mean running cadence at a speed.

    speed_m_s  any shape.  [m/s]     height_m  None = the mean height, 1.73 m.
    Returns    the same shape; NaN where speed is NaN.  [steps/min, both feet]
    Source     n-weighted line through the tables of Fukuchi 2017 (doi 10.7717/peerj.3298), Hoeger 2008 and van Oeveren 2017;
               the slope in height lies between Hoeger's and Burns 2019's. Differs: 1. speeds are held within 1.5-6 m/s; the
               tables span 2.2-5.0.
    """
    tall = 0.0 if height_m is None else PER_METRE * (height_m - MEAN_HEIGHT_M)
    return AT_3_SPM + SLOPE * (np.clip(speed_m_s, 1.5, 6.0) - 3.0) + tall


def walking_cadence_spm(speed_m_s: FloatArray) -> FloatArray:
    """Published mean walking cadence at a speed.

    speed_m_s  any shape.  [m/s]
    Returns    the same shape; NaN where speed is NaN.  [steps/min, both feet]
    Source     Winiarski 2019, 20 women, 1.04-1.62 m/s: 101, 116, 128. Differs: 1. speeds are held within 0.5-2.2 m/s.
    """
    return WALK_AT_SPM + WALK_SLOPE * (np.clip(speed_m_s, 0.5, 2.2) - WALK_SPEED_M_S)


@dataclass(frozen=True, slots=True)
class FactorEvidence:
    """What the choice between steps and strides rests on.

    cadence_per_min, speed_m_s   medians under way, as the file has them; speed NaN where not known.
    log_odds                     of strides (factor 2) over steps (factor 1), natural logarithm.
    """

    cadence_per_min: float
    speed_m_s: float
    log_odds: float

    @property
    def factor(self) -> int | None:
        """2 or 1; None where the odds are below LEAST_ODDS either way."""
        if abs(self.log_odds) < math.log(LEAST_ODDS):
            return None
        return 2 if self.log_odds > 0 else 1


def factor_evidence(
    cadence_per_min: FloatArray, speed_m_s: FloatArray, weight_s: FloatArray, *, prior_log_odds: float, total_strides: float
) -> FactorEvidence | None:
    """Weigh, once per file, whether its cadence counts strides or steps.

    cadence_per_min  shape (n,), as the file has it; NaN = not recorded.
    speed_m_s        shape (n,).  [m/s]
    weight_s         shape (n,), the time that each value stands for.  [s]
    prior_log_odds   of strides over steps, from what this kind of file usually holds.
    total_strides    the device's own count; NaN where it gives none.
    Returns          None where there is no cadence under way.
    Source           ours. The whole file is one observation (its medians): samples of one run are no independent draws.
                     Differs: 1. without speed, running is taken as 165 +/- 15 and walking as 110 +/- 15 steps/min.
    """
    under_way = (cadence_per_min > 20) & ~(speed_m_s <= 0.5) & (weight_s > 0)  # an unknown speed is no objection
    if not np.any(under_way):
        return None
    cadence = weighted_median(cadence_per_min[under_way], weight_s[under_way])
    speed = weighted_median(speed_m_s[under_way], weight_s[under_way])
    odds = prior_log_odds + _log_likelihood(2 * cadence, speed) - _log_likelihood(cadence, speed)
    counted = float(np.sum(np.where(under_way, cadence_per_min * weight_s, 0.0))) / 60.0
    if total_strides > 0:  # False for NaN
        odds += _log_odds_of_total(counted / total_strides)
    return FactorEvidence(cadence, speed, odds)


def _log_likelihood(cadence_spm: float, speed_m_s: float) -> float:
    """Logarithm of how likely a person's mean cadence is at this speed, running or walking, whichever fits better."""
    if math.isnan(speed_m_s):
        candidates = ((165.0, 15.0), (110.0, 15.0))
    else:
        at = np.array(speed_m_s)
        candidates = ((float(running_cadence_spm(at)), RUN_SD_SPM), (float(walking_cadence_spm(at)), WALK_SD_SPM))
    return max(-0.5 * ((cadence_spm - mean) / sd) ** 2 - math.log(sd) for mean, sd in candidates)


def _log_odds_of_total(ratio: float) -> float:
    """What the device's stride total adds: it is wrong in one file of thirty, so it never outweighs all else."""
    if abs(ratio - 1) <= 0.1:
        return math.log(30.0)
    if abs(ratio - 2) <= 0.2:
        return -math.log(30.0)
    return 0.0


def mended_cadence(
    time_s: FloatArray, cadence_per_min: FloatArray, way_m: FloatArray, placed_m: FloatArray, factor: int
) -> FloatArray:
    """Cadence of both feet at each sample, with noise taken out and dropouts opened for bridging.

    time_s           shape (n,), strictly increasing.  [s]
    cadence_per_min  shape (n,), as the file has it; NaN = not recorded; 0 is a value.
    way_m            shape (n,), cumulative, by whatever recorded it; NaN = not known.  [m]
    placed_m         the same at samples that have a position, NaN at others: without one the way is the watch's own guess from
                     the arm or the foot, held while it feels no step, and several zeros in a row may be a stop.  [m]
    Returns          shape (n,); NaN where not recorded, beyond 240, or zero between strides while under way.  [steps/min]
    """
    spm = cadence_per_min * factor
    spm = np.where(spm > SPIKE_SPM, np.nan, spm)
    spm[_dropouts(time_s, spm, way_m, placed_m)] = np.nan
    return spm


def _dropouts(time_s: FloatArray, spm: FloatArray, way_m: FloatArray, placed_m: FloatArray) -> BoolArray:
    """Zeros that no stop explains, from the strides before and after them."""
    lost = np.zeros(len(spm), dtype=bool)
    alive = np.flatnonzero(spm > 40)
    if len(alive) < 2:
        return lost
    zero = np.flatnonzero(spm == 0)
    after = np.searchsorted(alive, zero)
    inside = (after > 0) & (after < len(alive))
    zero, before, after = zero[inside], alive[after[inside] - 1], alive[after[inside]]
    span_s = time_s[after] - time_s[before]
    speed_m_s = (way_m[after] - way_m[before]) / span_s
    with np.errstate(invalid="ignore"):
        placed = (placed_m[after] - placed_m[before]) / span_s >= UNDER_WAY_M_S  # False where the way is not known
        under_way = speed_m_s >= UNDER_WAY_M_S
    lone_s = np.where(np.isnan(speed_m_s), span_s, span_s / 2)
    lone = (after - before == 2) & (lone_s <= DROPOUT_S) & (under_way | np.isnan(speed_m_s))
    lost[zero[(span_s <= LONE_ZERO_S) | ((span_s <= DROPOUT_S) & placed) | lone]] = True
    return lost


def mean_between(time_s: FloatArray, values: FloatArray) -> FloatArray:
    """Mean of a quantity over each stretch between samples, gaps of at most BRIDGE_S bridged by the mean of both ends.

    time_s   shape (n,), strictly increasing.  [s]
    values   shape (n,); NaN = not recorded.
    Returns  shape (n - 1,); NaN for stretches inside a longer gap.
    """
    known = np.isfinite(values)
    filled = values if known.all() else _filled(time_s, values, known)
    result: FloatArray = np.where(bridged(time_s, known), (filled[1:] + filled[:-1]) / 2, np.nan)
    return result


def bridged(time_s: FloatArray, known: BoolArray) -> BoolArray:
    """Stretches between samples that lie between two known ones at most BRIDGE_S apart.

    time_s   shape (n,), strictly increasing.  [s]
    known    shape (n,).
    Returns  shape (n - 1,).
    """
    if known.all():
        return np.diff(time_s) <= BRIDGE_S
    at = time_s[known]
    if len(at) < 2:
        return np.zeros(max(len(time_s) - 1, 0), dtype=bool)
    after = np.cumsum(known)[:-1]  # how many known ones lie before the end of the stretch: the next is its right one
    gap_s = np.concatenate([[np.inf], np.diff(at), [np.inf]])
    result: BoolArray = gap_s[after] <= BRIDGE_S
    return result


def _filled(time_s: FloatArray, values: FloatArray, known: BoolArray) -> FloatArray:
    if not known.any():
        return values
    return np.interp(time_s, time_s[known], values[known], left=np.nan, right=np.nan)


def lasting(mask: BoolArray, seconds: FloatArray, least_s: float) -> BoolArray:
    """Those stretches of a mask that go on for at least `least_s` without a break.

    mask, seconds  shape (n,).   least_s  [s]
    Returns        shape (n,).
    """
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    keep = np.zeros(len(mask), dtype=bool)
    for start, end in edges.reshape(-1, 2):
        keep[start:end] = np.sum(seconds[start:end]) >= least_s
    return keep
