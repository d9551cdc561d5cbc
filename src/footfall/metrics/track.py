"""Way, speed and pauses of one run, from what the device recorded or from positions."""

import numpy as np

from footfall.model.intervals import BoolArray, FloatArray, Intervals

EARTH_RADIUS_M = 6_371_008.8
FASTEST_M_S = 12.0
"""Faster than any runner holds: a fix that needs it is a jump of the receiver.  [m/s]"""
SPEED_WINDOW_S = 10.0
"""Span over which speed is averaged.  [s]"""
PAUSE_GAP_S, PAUSE_SPEED_M_S = 10.0, 0.4
"""Without timer events, a gap this long in which hardly any way was made is a pause."""


def haversine_m(lat_deg: FloatArray, lon_deg: FloatArray) -> FloatArray:
    """Way from each position to the next on a sphere.

    lat_deg, lon_deg  shape (n,).  [deg]
    Returns           shape (n - 1,); NaN where either end is NaN.  [m]
    """
    lat, lon = np.radians(lat_deg), np.radians(lon_deg)
    half = np.sin(np.diff(lat) / 2) ** 2 + np.cos(lat[1:]) * np.cos(lat[:-1]) * np.sin(np.diff(lon) / 2) ** 2
    way: FloatArray = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return way


def jumps(time_s: FloatArray, lat_deg: FloatArray, lon_deg: FloatArray) -> BoolArray:
    """Fixes that cannot be where they say: reached, and left again, faster than FASTEST_M_S.

    Returns  shape (n,), True for a fix to leave out. A lasting shift of position (after a tunnel) is kept.
    """
    out = np.zeros(len(time_s), dtype=bool)
    known = np.flatnonzero(np.isfinite(lat_deg) & np.isfinite(lon_deg))
    if len(known) < 3:
        return out
    speed = haversine_m(lat_deg[known], lon_deg[known]) / np.diff(time_s[known])
    fast = speed > FASTEST_M_S
    out[known[1:-1][fast[:-1] & fast[1:]]] = True
    return out


def way_from_positions_m(time_s: FloatArray, lat_deg: FloatArray, lon_deg: FloatArray) -> FloatArray:
    """Way since the start along the positions, jumps left out, gaps between fixes bridged straight.

    Returns  shape (n,); NaN throughout with fewer than two fixes; between fixes, in proportion to time.  [m]
    """
    use = np.isfinite(lat_deg) & np.isfinite(lon_deg) & ~jumps(time_s, lat_deg, lon_deg)
    if np.count_nonzero(use) < 2:
        return np.full(len(time_s), np.nan)
    way = np.concatenate([[0.0], np.cumsum(haversine_m(lat_deg[use], lon_deg[use]))])
    along: FloatArray = np.interp(time_s, time_s[use], way)
    return along


def way_recorded_m(time_s: FloatArray, distance_m: FloatArray) -> FloatArray:
    """The device's own way, made whole: missing values in proportion to time, backward steps held.

    distance_m  shape (n,), cumulative; NaN = not recorded.  [m]
    Returns     shape (n,), not decreasing; NaN throughout with fewer than two values.  [m]
    """
    known = np.isfinite(distance_m)
    if np.count_nonzero(known) < 2:
        return np.full(len(time_s), np.nan)
    return np.interp(time_s, time_s[known], np.maximum.accumulate(distance_m[known]))


def way_from_speed_m(time_s: FloatArray, speed_m_s: FloatArray) -> FloatArray:
    """Way since the start as the integral of recorded speed, for a foot pod that gives speed alone.

    Returns  shape (n,); NaN throughout with fewer than two values.  [m]
    """
    known = np.isfinite(speed_m_s)
    if np.count_nonzero(known) < 2:
        return np.full(len(time_s), np.nan)
    filled = np.interp(time_s, time_s[known], speed_m_s[known])
    return np.concatenate([[0.0], np.cumsum(np.diff(time_s) * (filled[1:] + filled[:-1]) / 2)])


def smoothed_speed_m_s(timer_s: FloatArray, way_m: FloatArray) -> FloatArray:
    """Speed over each stretch between samples, averaged over SPEED_WINDOW_S of timer around its middle.

    timer_s  shape (n,), not decreasing: pauses are no time.  [s]     way_m  shape (n,).  [m]
    Returns  shape (n - 1,); NaN where the way is not known or no timer passes.  [m/s]
    """
    middle = (timer_s[1:] + timer_s[:-1]) / 2
    reach = np.maximum(np.diff(timer_s), SPEED_WINDOW_S) / 2
    low = np.maximum(middle - reach, timer_s[0])
    high = np.minimum(middle + reach, timer_s[-1])
    with np.errstate(invalid="ignore", divide="ignore"):
        speed = (np.interp(high, timer_s, way_m) - np.interp(low, timer_s, way_m)) / (high - low)
    result: FloatArray = np.where(np.isfinite(speed), speed, np.nan)
    return result


def pauses_by_displacement(time_s: FloatArray, way_m: FloatArray) -> Intervals:
    """Pauses of a recording without timer events: gaps of PAUSE_GAP_S or more in which hardly any way was made.

    A gap alone is no pause: some watches record every minute, and the runner ran on.

    time_s, way_m  shape (n,); where the way is not known there is no telling, and no pause.
    """
    gap = np.diff(time_s)
    with np.errstate(invalid="ignore"):
        slow = np.diff(way_m) / gap < PAUSE_SPEED_M_S
    at = np.flatnonzero((gap >= PAUSE_GAP_S) & slow)
    return Intervals.covering(time_s[at], time_s[at + 1])
