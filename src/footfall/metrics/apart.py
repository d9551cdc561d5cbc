"""How far two coarse tracks lie apart at one time, and by how much a clock must be moved to bring them together."""

import math
from dataclasses import dataclass

import numpy as np

from footfall.metrics.runs import FASTEST_RUN_M_S
from footfall.metrics.track import EARTH_RADIUS_M
from footfall.model.intervals import FloatArray

LEAST_FIXES = 3
FIX_GAP_S = 120.0
"""Longest span between fixes of a coarse track that is bridged.  [s]"""
_LEAP = 6
"""A clock is moved in steps so many times as wide first: tracks that come nowhere near each other are done with."""

_SETTLED_M = 10.0
"""Tracks this close are not brought closer.  [m]"""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where and when a coarse track lies: enough to tell most tracks apart without comparing their fixes.

    first_s, last_s   of its fixes, since the own start.  [s]
    gaps, gaps_s      spans between fixes that are not bridged: how many, and their sum.  [s]
    south_deg, north_deg, west_deg, east_deg   the box around it; east may lie beyond 180.
    """

    first_s: float
    last_s: float
    gaps: int
    gaps_s: float
    south_deg: float
    north_deg: float
    west_deg: float
    east_deg: float


def extent_of(track: FloatArray) -> Extent | None:
    """Of a track of shape (k, 3): seconds since the own start, latitude, longitude. None with fewer than LEAST_FIXES fixes."""
    if len(track) < LEAST_FIXES:
        return None
    seconds = np.diff(track[:, 0])
    gaps_s = seconds[seconds > FIX_GAP_S]
    longitude = np.unwrap(track[:, 2], period=360.0)
    return Extent(
        float(track[0, 0]),
        float(track[-1, 0]),
        len(gaps_s),
        float(np.sum(gaps_s)),
        float(np.min(track[:, 1])),
        float(np.max(track[:, 1])),
        float(np.min(longitude)),
        float(np.max(longitude)),
    )


def boxes_apart_m(one: Extent, other: Extent) -> float:
    """Least distance between any two points of two tracks, or less; 0 where their boxes overlap.  [m]"""
    north = max(other.south_deg - one.north_deg, one.south_deg - other.north_deg, 0.0)
    between = ((one.west_deg + one.east_deg - other.west_deg - other.east_deg) / 2 + 180.0) % 360.0 - 180.0
    east = max(abs(between) - (one.east_deg - one.west_deg + other.east_deg - other.west_deg) / 2, 0.0)
    poleward = max(abs(one.south_deg), abs(one.north_deg), abs(other.south_deg), abs(other.north_deg))
    return EARTH_RADIUS_M * math.radians(max(north, east * math.cos(math.radians(poleward))))


def comparable(one: Extent, other: Extent, later_s: float) -> bool:
    """Whether enough fixes of both are certainly of one time; False = only a look at the fixes tells.

    later_s   start of the other after the start of the first.  [s]
    """
    together_s = min(one.last_s, other.last_s + later_s) - max(one.first_s, other.first_s + later_s)
    gaps = one.gaps + other.gaps
    # between gaps each piece of a span has a fix every FIX_GAP_S, less one at its edge
    return together_s - one.gaps_s - other.gaps_s >= (LEAST_FIXES + 1 + gaps) * FIX_GAP_S


def track_shift_s(
    one: FloatArray, other: FloatArray, later_s: float, *, most_s: float, step_s: float, within_m: float
) -> tuple[float, float] | None:
    """How far two tracks are apart at one time, and by how much the other's clock must be moved for that.

    one, other       shape (k, 3): seconds since the own start, latitude, longitude.
    later_s          start of the other after the start of the first.  [s]
    most_s, step_s   how far and in what steps the clock is moved.  [s]
    within_m         tracks that no such move can bring this close are left where they are.  [m]
    Returns          median distance [m], and the shift [s], 0 unless the tracks lie at twice the distance without it;
                     None where too few fixes are of one time.
    """
    unmoved_m = apart_m(one, other, later_s)
    if np.isnan(unmoved_m):
        return None
    if unmoved_m <= _SETTLED_M or unmoved_m > within_m + FASTEST_RUN_M_S * most_s:
        return unmoved_m, 0.0
    shifts = np.arange(-most_s, most_s + step_s / 2, step_s)
    few = shifts[_LEAP // 2 :: _LEAP]
    if np.all(_medians_m(one, other, later_s + few) > within_m + FASTEST_RUN_M_S * step_s * _LEAP):
        return unmoved_m, 0.0
    moved_m = _medians_m(one, other, later_s + shifts)
    if np.all(np.isnan(moved_m)):
        return unmoved_m, 0.0
    best = int(np.nanargmin(moved_m))
    return (float(moved_m[best]), float(shifts[best])) if moved_m[best] < unmoved_m / 2 else (unmoved_m, 0.0)


def apart_m(one: FloatArray, other: FloatArray, later_s: float) -> float:
    """Median distance between two tracks at one time; NaN where fewer than LEAST_FIXES are of one time.  [m]"""
    return float(_medians_m(one, other, np.array([later_s]))[0])


def _medians_m(one: FloatArray, other: FloatArray, later_s: FloatArray) -> FloatArray:
    """The same for several starts of the other, shape (s,); returns shape (s,)."""
    if len(one) < LEAST_FIXES or len(other) < LEAST_FIXES:
        return np.full(len(later_s), np.nan)
    moments, lat, lon = other[:, 0], other[:, 1], other[:, 2]
    at = one[:, 0] - later_s[:, None]
    after = np.clip(np.searchsorted(moments, at), 1, len(moments) - 1)
    before = after - 1
    span_s = moments[after] - moments[before]
    inside = (at >= moments[0]) & (at <= moments[-1]) & (span_s <= FIX_GAP_S)
    part = (at - moments[before]) / span_s
    lat_at = lat[before] + part * (lat[after] - lat[before])
    lon_at = lon[before] + part * ((lon[after] - lon[before] + 180.0) % 360.0 - 180.0)
    north = np.radians(one[:, 1] - lat_at)
    east = np.radians((one[:, 2] - lon_at + 180.0) % 360.0 - 180.0) * np.cos(np.radians(lat_at))
    far_m = np.sort(np.where(inside, EARTH_RADIUS_M * np.hypot(north, east), np.inf), axis=1)
    count, rows = np.count_nonzero(inside, axis=1), np.arange(len(later_s))
    middle_m = (far_m[rows, np.maximum(count - 1, 0) // 2] + far_m[rows, np.minimum(count // 2, len(one) - 1)]) / 2
    return np.where(count >= LEAST_FIXES, middle_m, np.nan)
