"""Way, speed and pauses of one run, from what the device recorded or from positions."""

from collections.abc import Callable, Mapping

import numpy as np

from footfall.metrics.leaps import FASTEST_M_S, levelled
from footfall.model.intervals import BoolArray, FloatArray, Intervals

EARTH_RADIUS_M = 6_371_008.8
SPEED_WINDOW_S = 10.0
"""Span over which speed is averaged.  [s]"""
PAUSE_GAP_S, PAUSE_SPEED_M_S, RIDE_SPEED_M_S = 10.0, 0.4, 7.0
"""Without timer events, a gap this long in which hardly any way was made, or more than legs can make, is a pause. Ours, without
a published source, like the other limits of this module."""
BREAK_SPEED_M_S = 1.0
"""The same for a gap at which the file itself begins a new segment of its track: slower than people walk. Ours."""
STRAY_FIXES = 5
"""At either end of a track up to so many fixes can be left over from elsewhere; more are a place of their own."""


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
    """Fixes that cannot be where they say: reached and left again faster than FASTEST_M_S, or stray ones at either end.

    Returns  shape (n,), True for a fix to leave out. After a lasting shift the track goes on there: its step is a leap.
    """
    out = np.zeros(len(time_s), dtype=bool)
    known = np.flatnonzero(np.isfinite(lat_deg) & np.isfinite(lon_deg))
    if len(known) < 3:
        return out
    speed = haversine_m(lat_deg[known], lon_deg[known]) / np.diff(time_s[known])
    fast = speed > FASTEST_M_S
    out[known[1:-1][fast[:-1] & fast[1:]]] = True
    ends = np.flatnonzero(fast)
    if ends.size and ends[0] < STRAY_FIXES < len(known) - 1 - ends[0]:
        out[known[: ends[0] + 1]] = True  # what a watch still held from where it was last
    if ends.size and len(known) - 2 - ends[-1] < STRAY_FIXES < ends[-1]:
        out[known[ends[-1] + 1 :]] = True
    return out


def way_from_positions_m(time_s: FloatArray, lat_deg: FloatArray, lon_deg: FloatArray) -> FloatArray:
    """Way since the first fix along the positions, jumps left out, leaps levelled, gaps between fixes bridged straight.

    Returns  shape (n,); between fixes in proportion to time; NaN before the first fix and after the last one.  [m]
    """
    use = np.isfinite(lat_deg) & np.isfinite(lon_deg) & ~jumps(time_s, lat_deg, lon_deg)
    if np.count_nonzero(use) < 2:
        return np.full(len(time_s), np.nan)
    step = levelled(time_s[use], haversine_m(lat_deg[use], lon_deg[use])).step_m
    return _between(time_s, time_s[use], np.concatenate([[0.0], np.cumsum(step)]))


def cut_fixes(time_s: FloatArray, lat_deg: FloatArray, lon_deg: FloatArray) -> int:
    """How many fixes were left out as jumps, and steps between the others levelled as leaps."""
    out = jumps(time_s, lat_deg, lon_deg)
    use = np.isfinite(lat_deg) & np.isfinite(lon_deg) & ~out
    leapt = levelled(time_s[use], haversine_m(lat_deg[use], lon_deg[use])).leapt if np.count_nonzero(use) > 1 else out[:0]
    return int(np.count_nonzero(out) + np.count_nonzero(leapt))


def way_recorded_m(time_s: FloatArray, distance_m: FloatArray) -> FloatArray:
    """The device's own way, made whole: a single value that stands out is left out, a leap levelled, a new count goes on.

    distance_m  shape (n,), cumulative; NaN = not recorded.  [m]
    Returns     shape (n,), not decreasing; missing values in proportion to time; NaN before the first and after the last.  [m]
    """
    known = np.flatnonzero(np.isfinite(distance_m))
    if known.size > 2:
        rise = np.diff(distance_m[known])
        spike = (rise[:-1] > FASTEST_M_S * np.diff(time_s[known])[:-1]) & (rise[1:] < 0)
        known = known[np.concatenate([[True], ~spike, [True]])]
    if known.size < 2:
        return np.full(len(time_s), np.nan)
    rise = levelled(time_s[known], np.maximum(np.diff(distance_m[known]), 0.0)).step_m
    return _between(time_s, time_s[known], distance_m[known[0]] + np.concatenate([[0.0], np.cumsum(rise)]))


def way_from_speed_m(time_s: FloatArray, speed_m_s: FloatArray) -> FloatArray:
    """Way since the first value as the integral of recorded speed, for a foot pod that gives speed alone.

    Returns  shape (n,); NaN before the first value and after the last.  [m]
    """
    known = np.isfinite(speed_m_s)
    if np.count_nonzero(known) < 2:
        return np.full(len(time_s), np.nan)
    at, speed = time_s[known], speed_m_s[known]
    return _between(time_s, at, np.concatenate([[0.0], np.cumsum(np.diff(at) * (speed[1:] + speed[:-1]) / 2)]))


def _between(time_s: FloatArray, at_s: FloatArray, values: FloatArray) -> FloatArray:
    """Values at each time, linear between those known, NaN outside them."""
    return np.interp(time_s, at_s, values, left=np.nan, right=np.nan)


def steps_m(time_s: FloatArray, sources: Mapping[str, Callable[[], FloatArray]]) -> tuple[FloatArray, str]:
    """Way made between samples, from the first source that knows it, stretch by stretch.

    sources  name -> what gives the cumulative way, shape (n,); the best first, the others asked while some way is not known.  [m]
    Returns  shape (n - 1,), NaN where no source knows; and the source that most of the time rests on, `none` without any.
    """
    step = np.full(max(len(time_s) - 1, 0), np.nan)
    seconds = dict.fromkeys(sources, 0.0)
    for name, way_of in sources.items():
        if not np.isnan(step).any():
            break
        rise = np.diff(way_of())
        fills = np.isnan(step) & np.isfinite(rise)
        step[fills] = rise[fills]
        seconds[name] = float(np.sum(np.diff(time_s)[fills]))
    best = max(seconds, key=lambda name: seconds[name], default="none")
    return step, best if seconds.get(best, 0.0) > 0 else "none"


def smoothed_speed_m_s(timer_s: FloatArray, step_m: FloatArray) -> FloatArray:
    """Speed over each stretch between samples, averaged over SPEED_WINDOW_S of timer around its middle.

    timer_s  shape (n,), not decreasing: pauses are no time.  [s]     step_m  shape (n - 1,), NaN = not known.  [m]
    Returns  shape (n - 1,); NaN where the way is not known or no timer passes.  [m/s]
    """
    known = np.isfinite(step_m)
    seconds = np.diff(timer_s)
    way = np.concatenate([[0.0], np.cumsum(np.where(known, step_m, 0.0))])
    known_s = np.concatenate([[0.0], np.cumsum(np.where(known, seconds, 0.0))])
    middle = (timer_s[1:] + timer_s[:-1]) / 2
    reach = np.maximum(seconds, SPEED_WINDOW_S) / 2
    low = np.maximum(middle - reach, timer_s[0])
    high = np.minimum(middle + reach, timer_s[-1])
    with np.errstate(invalid="ignore", divide="ignore"):
        speed = (np.interp(high, timer_s, way) - np.interp(low, timer_s, way)) / (
            np.interp(high, timer_s, known_s) - np.interp(low, timer_s, known_s)
        )
    return np.where(known & np.isfinite(speed), speed, np.nan)


def pauses_by_displacement(time_s: FloatArray, step_m: FloatArray, breaks: Intervals) -> Intervals:
    """Pauses of a recording without timer events: gaps of PAUSE_GAP_S or more with hardly any way, or with a ride's.

    A gap alone is no pause: some watches record every minute, and the runner ran on. Where the file itself cuts its track, the
    watch was stopped or lost reception, and the way tells which: slower than a walk is a pause, for in a tunnel one runs on.

    time_s  shape (n,).   step_m  shape (n - 1,); where the way is not known there is no telling, and no pause.
    breaks  between segments of the track.
    """
    gap = np.diff(time_s)
    cut = np.diff(breaks.before(time_s)) > gap / 2
    with np.errstate(invalid="ignore"):
        speed = step_m / gap
        still = speed < np.where(cut, BREAK_SPEED_M_S, PAUSE_SPEED_M_S)
        at = np.flatnonzero((gap >= PAUSE_GAP_S) & (still | (speed > RIDE_SPEED_M_S)))
    return Intervals.covering(time_s[at], time_s[at + 1])
