"""Recorded altitude made fit for slopes: what no runner climbs in a moment is taken out, and how rough the rest is decided."""

import numpy as np

from footfall.metrics.grade import FINE, ROUGH, Smoothing, smoothed_altitude_m
from footfall.model.intervals import BoolArray, FloatArray

FASTEST_M_S, LEAST_M, SHORT_S = 5.0, 20.0, 10.0
"""A height that changes by more than LEAST_M, faster than FASTEST_M_S, in samples at most SHORT_S apart was set, not climbed:
a barometer finds its level, or a receiver itself. Nobody runs down a hill that fast, and a watch that lags behind catches up by
less. Ours, without published limits."""

ROUGH_M = 0.4
"""Noise from which an altitude is taken to be a satellite's. In real files barometers have 0.10 to 0.24 m, whole metres at most
0.37, two watches without a barometer 0.40 and 0.75. A receiver that smooths for itself cannot be told from a barometer.  [m]"""

DENSE_M = 25.0
"""Longest mean way between samples at which noise can be told from hills.  [m]"""

_SD_PER_MAD = 1.4826
"""Standard deviation of a normal distribution over its median absolute deviation."""


def levelled_altitude_m(time_s: FloatArray, altitude_m: FloatArray) -> FloatArray:
    """Altitude without the moments in which it was set anew: what comes before them is moved to meet what comes after.

    time_s      shape (n,), strictly increasing.  [s]
    altitude_m  shape (n,), NaN where not recorded.  [m]
    Returns     shape (n,); the last recorded altitude is as it was.  [m]
    """
    known = np.flatnonzero(np.isfinite(altitude_m))
    rise = np.diff(altitude_m[known])
    seconds = np.diff(time_s[known])
    set_anew: BoolArray = (np.abs(rise) > LEAST_M) & (np.abs(rise) > FASTEST_M_S * seconds) & (seconds <= SHORT_S)
    if not set_anew.any():
        return altitude_m
    later = np.cumsum(np.where(set_anew, rise, 0.0)[::-1])[::-1]  # what is still to be set after each sample
    levelled = altitude_m.copy()
    levelled[known[:-1]] += later
    return levelled


def smoothed_as_needed(distance_m: FloatArray, altitude_m: FloatArray) -> tuple[FloatArray, Smoothing]:
    """Smoothed as finely as its noise allows: ROUGH where that is a satellite's, else FINE, also where that cannot be told.

    distance_m, altitude_m  as in `smoothed_altitude_m`.
    Returns                 the smoothed altitude, shape (n,), and what it was smoothed by.  [m]
    """
    fine = smoothed_altitude_m(distance_m, altitude_m, FINE)
    if noise_m(distance_m, altitude_m, fine) >= ROUGH_M:  # False for NaN
        return smoothed_altitude_m(distance_m, altitude_m, ROUGH), ROUGH
    return fine, FINE


def noise_m(distance_m: FloatArray, altitude_m: FloatArray, fine_m: FloatArray) -> float:
    """How far recorded altitude lies from its own mean over 50 m of way, as a robust standard deviation.

    distance_m, altitude_m, fine_m   shape (n,); `fine_m` smoothed by FINE.  [m]
    Returns                          NaN where too little is known, or samples lie too far apart to tell noise from hills.  [m]
    """
    off = altitude_m - fine_m
    known = np.flatnonzero(np.isfinite(off))
    if len(known) < 2 or distance_m[known[-1]] - distance_m[known[0]] > DENSE_M * (len(known) - 1):
        return np.nan
    return _SD_PER_MAD * float(np.median(np.abs(off[known])))
