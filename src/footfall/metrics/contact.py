"""Duty factor: the share of a stride that one foot is on the ground, recorded or from speed."""

import numpy as np

from footfall.model.intervals import FloatArray

_SPEED_M_S = np.array([2.0, 2.5, 3.5, 4.5])
_DUTY_FACTOR = np.array([0.42, 0.394, 0.348, 0.328])
_LAST_SLOPE = (0.328 - 0.348) / 1.0
LOWEST, HIGHEST = 0.30, 0.45

RECORDED_LOW, RECORDED_HIGH = 0.25, 0.48
"""Recorded contact times outside these duty factors are of no running gait and are not used."""

BALANCE_LOW_PCT, BALANCE_HIGH_PCT = 30.0, 70.0
"""Shares of contact time outside these are a sensor on one side, not a gait: limping is nearer to even. Ours.  [%]"""


def duty_factor_at(speed_m_s: FloatArray) -> FloatArray:
    """Published mean duty factor of running at a speed.

    speed_m_s  any shape.  [m/s]
    Returns    the same shape; NaN where speed is NaN.
    Source     Fukuchi et al. 2017, doi 10.7717/peerj.3298: 0.394, 0.348, 0.328 at 2.5, 3.5, 4.5 m/s (28 runners, treadmill);
               between them linear. Differs: 1. 0.42 at 2.0 m/s is assumed. 2. above 4.5 m/s the last slope goes on.
               3. held within 0.30-0.45. Persons differ by 0.025 (1 SD, 7 %).
    """
    inside = np.interp(speed_m_s, _SPEED_M_S, _DUTY_FACTOR)
    slow = 0.42 + (speed_m_s - 2.0) * (0.394 - 0.42) / 0.5
    fast = 0.328 + (speed_m_s - 4.5) * _LAST_SLOPE
    value = np.where(speed_m_s < 2.0, slow, np.where(speed_m_s > 4.5, fast, inside))
    result: FloatArray = np.clip(value, LOWEST, HIGHEST)
    return result


def recorded_duty_factor(contact_time_s: FloatArray, cadence_spm: FloatArray) -> FloatArray:
    """Duty factor of recorded contact times: contact time over stride time.

    contact_time_s  shape (n,); NaN = not recorded.  [s]
    cadence_spm     shape (n,), both feet.  [steps/min]
    Returns         shape (n,); NaN where either is missing or the result is outside 0.25-0.48.
    """
    value = contact_time_s * cadence_spm / 120.0
    result: FloatArray = np.where((value >= RECORDED_LOW) & (value <= RECORDED_HIGH), value, np.nan)
    return result


def recorded_balance_pct(balance_pct: FloatArray) -> FloatArray:
    """The left foot's share of contact time.

    balance_pct  any shape; NaN = not recorded.  [%]
    Returns      the same shape; NaN where it is outside 30-70.  [%]
    """
    with np.errstate(invalid="ignore"):
        result: FloatArray = np.where((balance_pct >= BALANCE_LOW_PCT) & (balance_pct <= BALANCE_HIGH_PCT), balance_pct, np.nan)
    return result


def contact_time_s(duty_factor: FloatArray, cadence_spm: FloatArray) -> FloatArray:
    """Time one foot is on the ground.

    Returns  shape of the arguments; NaN where either is NaN.  [s]
    """
    return 120.0 * duty_factor / cadence_spm
