"""Running, walking or standing, stretch by stretch: a nominal rule for each, and hysteresis between them."""

import numpy as np

from footfall.metrics.track import SPEED_WINDOW_S
from footfall.model.intervals import BoolArray, FloatArray, IntArray
from footfall.model.measured import Gait

RUN_SPM = 140.0
"""Natural transition between walking and running in adults (PMC8629136).  [steps/min]"""
STEP_SPM = 40.0
"""Below this nobody is under way.  [steps/min]"""
STAND_M_S, RUN_M_S, WALK_MAX_M_S = 0.5, 2.0, 2.2

BAND_SPM, BAND_M_S = 5.0, 0.2
"""So close to the transition a stretch alone does not tell, and the gait before it goes on.  [steps/min, m/s]"""
BAND_S = 30.0
"""A time inside the band that lasts so long has a gait of its own: the nominal one of most of it.  [s]"""
SHORTEST_WALK_S = 8.0
"""A walk shorter than this beside running is slowing down for a stop, or starting from one.  [s]"""
SHORTEST_RUN_S = 5.0
"""A run shorter than this inside a walk is a hurried walk.  [s]"""

_UNKNOWN, _STAND, _WALK, _RUN = (int(one) for one in (Gait.UNKNOWN, Gait.STAND, Gait.WALK, Gait.RUN))
"""Plain numbers: numpy looks through a member of an enum for a dozen attributes each time that it meets one."""
_UNDECIDED, _TOO_FAST = 3, 4
"""Within the band; and a walking cadence at a speed that nobody walks."""


def nominal_gait(speed_m_s: FloatArray, cadence_spm: FloatArray) -> IntArray:
    """Gait of each stretch by itself.

    speed_m_s    shape (n,); NaN = not known.  [m/s]
    cadence_spm  shape (n,), both feet; NaN = not known.  [steps/min]
    Returns      shape (n,), values of Gait; UNKNOWN where neither is known.
    Source       the transition of PMC8629136: run from 140 steps/min and 1.8 m/s, walk below 140 between 0.5 and 2.2 m/s, else
                 by cadence; without cadence, run from 2.0 m/s. Differs: 1. above 2.2 m/s a cadence under 140 is running: nobody
                 walks that fast, and long-legged runners step that slowly. 2. below 0.5 m/s, 40 steps/min or more still are
                 steps, so a treadmill without a speed sensor is not standing.
    """
    # a cadence near zero while the way goes on is a cadence that was lost: speed alone decides
    by_speed = (np.isnan(cadence_spm) & np.isfinite(speed_m_s)) | ((cadence_spm < STEP_SPM) & (speed_m_s > STAND_M_S))
    steps = cadence_spm >= STEP_SPM
    chosen = np.select(
        [
            by_speed & (speed_m_s >= RUN_M_S),
            by_speed & (speed_m_s > STAND_M_S),
            steps & ((cadence_spm >= RUN_SPM) | (speed_m_s >= WALK_MAX_M_S)),
            steps,
            np.isnan(cadence_spm) & np.isnan(speed_m_s),
        ],
        [_RUN, _WALK, _RUN, _WALK, _UNKNOWN],
        default=_STAND,
    )
    return chosen.astype(np.int64)


def gait(speed_m_s: FloatArray, cadence_spm: FloatArray, seconds: FloatArray) -> IntArray:
    """Gait of each stretch among its neighbours: the nominal rule, without flicker where it is close.

    speed_m_s, cadence_spm   as in `nominal_gait`; speed averaged over SPEED_WINDOW_S.
    seconds      shape (n,), the time of each: everything here goes by time, never by how many stretches there are.  [s]
    Returns      shape (n,), values of Gait. Nothing that walks or runs by the nominal rule becomes standing, nor the reverse.
    Differs      from the nominal rule, with limits that are ours: 1. within 5 steps/min of its transition, or 0.2 m/s where
                 speed alone decides, the gait before goes on, across stops too; 30 s and longer there, or at the beginning,
                 most of that time decides. 2. a walking cadence above 2.2 m/s beside a walk of 8 s or more, for less than the
                 span that speed is averaged over, is that walk: its speed still is that of the running before it. 3. a walk
                 under 8 s with running on at least one side is running. 4. then, a run under 5 s between walks is walking.
    """
    nominal = nominal_gait(speed_m_s, cadence_spm)
    if not len(nominal):
        return nominal
    marked = np.where(_within_band(speed_m_s, cadence_spm, nominal), _UNDECIDED, nominal)
    marked[(cadence_spm < RUN_SPM - BAND_SPM) & (cadence_spm >= STEP_SPM) & (speed_m_s >= WALK_MAX_M_S)] = _TOO_FAST
    start, motion, length_s = _bouts(marked, seconds)
    walks = (motion == _WALK) & (length_s >= SHORTEST_WALK_S)
    hurried = (motion == _TOO_FAST) & (length_s < SPEED_WINDOW_S) & _beside(walks)
    motion = np.where(hurried, _WALK, np.where(motion == _TOO_FAST, _RUN, motion))
    running_s = np.add.reduceat(np.where(nominal == _RUN, seconds, 0.0), start)
    motion = _settled(motion, length_s, running_s)
    for short, beside, limit_s in ((_WALK, _RUN, SHORTEST_WALK_S), (_RUN, _WALK, SHORTEST_RUN_S)):
        first, merged, merged_s = _bouts(motion, length_s)
        neighbour = _beside(merged == beside) if short == _WALK else _between(merged == beside)
        merged[(merged == short) & (merged_s < limit_s) & neighbour] = beside
        motion = np.repeat(merged, np.diff(np.append(first, len(motion))))
    return np.repeat(motion, np.diff(np.append(start, len(nominal))))


def _within_band(speed_m_s: FloatArray, cadence_spm: FloatArray, nominal: IntArray) -> BoolArray:
    """Where a stretch alone does not tell walking from running; a speed that nobody walks always tells."""
    by_speed = ~(cadence_spm >= STEP_SPM)
    close_speed = (speed_m_s >= RUN_M_S - BAND_M_S) & (speed_m_s < RUN_M_S + BAND_M_S)
    close_cadence = (np.abs(cadence_spm - RUN_SPM) < BAND_SPM) & ~(speed_m_s >= WALK_MAX_M_S)
    within: BoolArray = (nominal > _STAND) & np.where(by_speed, close_speed, close_cadence)
    return within


def _bouts(motion: IntArray, seconds: FloatArray) -> tuple[IntArray, IntArray, FloatArray]:
    """Runs of equal values: where each begins, its value and its time."""
    start = np.concatenate([[0], np.flatnonzero(np.diff(motion)) + 1])
    return start, motion[start], np.add.reduceat(seconds, start)


def _beside(those: BoolArray) -> BoolArray:
    """Bouts with one of those on at least one side."""
    around = np.concatenate([[False], those, [False]])
    beside: BoolArray = around[:-2] | around[2:]
    return beside


def _between(those: BoolArray) -> BoolArray:
    """Bouts with one of those on both sides."""
    around = np.concatenate([[False], those, [False]])
    between: BoolArray = around[:-2] & around[2:]
    return between


def _settled(motion: IntArray, length_s: FloatArray, running_s: FloatArray) -> IntArray:
    """Bouts with the undecided ones decided: by the gait before where they are short, else by most of their own time."""
    undecided = motion == _UNDECIDED
    itself = np.where(2 * running_s >= length_s, _RUN, _WALK)
    motion = np.where(undecided & (length_s >= BAND_S), itself, motion)
    told = (motion == _WALK) | (motion == _RUN)
    before = np.maximum.accumulate(np.where(told, np.arange(len(motion)), -1))
    carried = np.where(before >= 0, motion[before], itself)
    result: IntArray = np.where(motion == _UNDECIDED, carried, motion)
    return result
