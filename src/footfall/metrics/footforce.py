"""Peak force of the footfalls in each bin and minute of a run, from recorded contact where it can be used, else from speed."""

from functools import lru_cache

import numpy as np

from footfall.metrics.contact import HIGHEST, LOWEST, duty_factor_at
from footfall.metrics.footfalls import USUAL_RUN_M_S
from footfall.metrics.force import WALKING_BW, peak_force_bw
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measured import Bins, Gait, Measured

_RUN = int(Gait.RUN)  # a plain number: numpy looks through a member of an enum for a dozen attributes each time


def device_of(measured: Measured) -> str:
    """Name that a device's contact times are anchored under: product, else maker, else `unknown`."""
    source = measured.header.source
    return source.device or source.producer or "unknown"


def personal_ratio(measured: Measured, calibration: Calibration) -> float:
    """This run's anchored duty factor over the published one at the same speeds; 1 without usable contact times."""
    anchor = calibration.contact_anchor.get(device_of(measured))
    return 1.0 if anchor is None else _anchored_ratio(measured.bins, anchor.scale)


@lru_cache(maxsize=4)  # a run's bins and its minutes ask for the same one in a row
def _anchored_ratio(bins: Bins, scale: float) -> float:
    use = (bins.contact_time_s > 0) & np.isfinite(bins.speed_m_s)
    if not use.any():
        return 1.0
    ratio = scale * bins.duty_factor[use] / duty_factor_at(bins.speed_m_s[use])
    return float(np.average(ratio, weights=bins.contact_time_s[use]))


def contact_share(measured: Measured) -> float:
    """Share of running time with a usable recorded contact time, 0-1; NaN without running."""
    bins = measured.bins
    running_s = float(bins.time_s[bins.gait == _RUN].sum())
    return float(bins.contact_time_s.sum()) / running_s if running_s > 0 else np.nan


def bin_force_bw(measured: Measured, calibration: Calibration) -> FloatArray:
    """Mean peak force of a footfall in each bin.

    Returns  shape (k,).  [BW]
    Source   `peak_force_bw` of recorded contact times on the level; where there are none, of the level value at that speed,
             shifted by what the run's recorded stretches show. Differs: 1. a device's contact times are brought to the published
             level, for devices differ by more than persons do. 2. on slopes beyond 3 % that level value stands, for methods
             from contact times fail there (Meyer 2023, doi 10.1055/a-2044-4805).
    """
    bins = measured.bins
    published = _running_duty_factor(bins.speed_m_s)
    ratio = personal_ratio(measured, calibration)
    anchor = calibration.contact_anchor.get(device_of(measured))
    recorded = bins.duty_factor * anchor.scale if anchor is not None else np.full(len(bins), np.nan)
    share = np.where(np.isfinite(recorded), bins.contact_time_s / bins.time_s, 0.0)
    duty = share * np.nan_to_num(recorded) + (1 - share) * published * ratio
    return np.where(bins.gait == _RUN, peak_force_bw(duty), WALKING_BW)


def minute_force_bw(measured: Measured, calibration: Calibration) -> FloatArray:
    """The same for each row of the minutes, from mean speed.  [BW]"""
    minutes = measured.minutes
    duty = _running_duty_factor(minutes.speed_m_s) * personal_ratio(measured, calibration)
    return np.where(minutes.gait == _RUN, peak_force_bw(duty), WALKING_BW)


def _running_duty_factor(speed_m_s: FloatArray) -> FloatArray:
    known = np.where(np.isfinite(speed_m_s), speed_m_s, USUAL_RUN_M_S)
    result: FloatArray = np.clip(duty_factor_at(known), LOWEST, HIGHEST)
    return result
