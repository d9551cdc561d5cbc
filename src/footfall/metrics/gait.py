"""Running, walking or standing, stretch by stretch."""

import numpy as np

from footfall.model.intervals import FloatArray, IntArray
from footfall.model.measured import Gait

RUN_SPM = 140.0
"""Natural transition between walking and running in adults (PMC8629136).  [steps/min]"""
STEP_SPM = 40.0
"""Below this nobody is under way.  [steps/min]"""
STAND_M_S, RUN_M_S, WALK_MAX_M_S = 0.5, 2.0, 2.2


def gait(speed_m_s: FloatArray, cadence_spm: FloatArray) -> IntArray:
    """Gait of each stretch.

    speed_m_s    shape (n,); NaN = not known.  [m/s]
    cadence_spm  shape (n,), both feet; NaN = not known.  [steps/min]
    Returns      shape (n,), values of Gait; UNKNOWN where neither is known.
    Source       the rule of SCIENCE 2.7: run from 140 steps/min and 1.8 m/s, walk below 140 between 0.5 and 2.2 m/s, else by
                 cadence; without cadence, run from 2.0 m/s. Differs: 1. above 2.2 m/s a cadence under 140 is running: nobody
                 walks that fast, and long-legged runners step that slowly. 2. below 0.5 m/s, 40 steps/min or more still are
                 steps, so a treadmill without a speed sensor is not standing.
    """
    by_speed = np.select([speed_m_s >= RUN_M_S, speed_m_s > STAND_M_S], [Gait.RUN, Gait.WALK], default=Gait.STAND)
    by_cadence = np.select([cadence_spm >= RUN_SPM, cadence_spm >= STEP_SPM], [Gait.RUN, Gait.WALK], default=Gait.STAND)
    both = np.where(speed_m_s >= WALK_MAX_M_S, Gait.RUN, by_cadence)
    # a cadence near zero while the way goes on is a cadence that was lost: speed alone decides
    both = np.where((cadence_spm < STEP_SPM) & (speed_m_s > STAND_M_S), by_speed, both)
    known_speed, known_cadence = np.isfinite(speed_m_s), np.isfinite(cadence_spm)
    chosen = np.select(
        [known_speed & known_cadence, known_cadence, known_speed], [both, by_cadence, by_speed], default=Gait.UNKNOWN
    )
    return chosen.astype(np.int64)
