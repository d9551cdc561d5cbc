"""Slope and height gained, from an altitude that is smoothed over distance first.

Altitude from a watch is steps of 0.2-1 m (barometer) or wanders by metres (GPS); between two samples of one second the
raw slope is noise. It is averaged over a stretch of way, and slope is taken over twice that.
"""

from dataclasses import dataclass

import numpy as np

from footfall.model.intervals import BoolArray, FloatArray, IntArray
from footfall.model.measured import GradeBand


@dataclass(frozen=True, slots=True)
class Smoothing:
    """How much is averaged out of an altitude.

    over_m         length of way that altitude is averaged over.  [m]
    hysteresis_m   a climb or descent counts once it reaches this.  [m]
    """

    over_m: float
    hysteresis_m: float


FINE = Smoothing(over_m=50.0, hysteresis_m=2.0)
"""For a barometer: the least that separates a slope from its noise, and the noise that is left of it."""

ROUGH = Smoothing(over_m=200.0, hysteresis_m=10.0)
"""For an altitude by satellite. 10 m against 2 m with a barometer is what Strava asks of a climb (from memory of its help pages);
200 m is ours: over 50 m an error of 4 m that lasts a minute makes a tenth of a flat run steep, over 200 m none of it."""

LONGEST_GAP_M = 200.0
"""Way without any altitude that is bridged by a straight line; in a longer one slope is not known.  [m]"""

CLIMB_COVERAGE = 0.9
"""Share of the way whose altitude must be known for the climb of the run: that of a part is not the run's."""

NO_WAY_M = 1e-6
"""Points nearer than this are one place: a height over it would be an endless slope.  [m]"""

_STEEP_DOWN, _DOWN, _LEVEL, _UP, _STEEP_UP = (int(band) for band in GradeBand)
STEEP, LEVEL = 0.05, 0.03
"""Slopes beyond STEEP are counted apart; beyond LEVEL contact times are not used (Meyer 2023, Int J Sports Med 44:673)."""


def smoothed_altitude_m(distance_m: FloatArray, altitude_m: FloatArray, smoothing: Smoothing = FINE) -> FloatArray:
    """Altitude averaged over `smoothing.over_m` of way around each sample.

    distance_m  shape (n,), not decreasing.  [m]
    altitude_m  shape (n,), NaN where not recorded; 0 is a value.  [m]
    Returns     shape (n,); NaN before the first and after the last known altitude and inside gaps longer than LONGEST_GAP_M,
                and throughout where fewer than two are known or the way between them is shorter than is averaged over.
    """
    over = smoothing.over_m
    known = np.isfinite(altitude_m) & np.isfinite(distance_m)
    if np.count_nonzero(known) < 2:
        return np.full_like(altitude_m, np.nan)
    way, height = _moving_on(distance_m[known], altitude_m[known])
    if way[-1] - way[0] < over:
        return np.full_like(altitude_m, np.nan)
    area = np.concatenate([[0.0], np.cumsum(np.diff(way) * (height[1:] + height[:-1]) / 2)])
    low = np.clip(distance_m - over / 2, way[0], way[-1])
    high = np.clip(distance_m + over / 2, way[0], way[-1])
    near = (high - low >= over / 4) & ~_inside_gap(distance_m, way)
    span = np.where(near, high - low, np.nan)
    return (_integral(high, way, height, area) - _integral(low, way, height, area)) / span


def _moving_on(distance_m: FloatArray, height_m: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Places and heights without those at which the way has not gone on since the one before."""
    on = np.concatenate([[True], np.diff(distance_m) > 0])
    return distance_m[on], height_m[on]


def _inside_gap(at: FloatArray, way: FloatArray) -> BoolArray:
    """Whether a place lies between two known altitudes that are further apart than is bridged."""
    after = np.clip(np.searchsorted(way, at), 1, len(way) - 1)
    inside: BoolArray = (at > way[after - 1]) & (at < way[after]) & (way[after] - way[after - 1] > LONGEST_GAP_M)
    return inside


def _integral(at: FloatArray, way: FloatArray, height: FloatArray, area: FloatArray) -> FloatArray:
    """Integral of the piecewise linear height from the first point of the way to `at`."""
    index = np.clip(np.searchsorted(way, at, side="right") - 1, 0, len(way) - 2)
    run, gap = at - way[index], way[index + 1] - way[index]
    rise = height[index + 1] - height[index]
    slope = np.divide(rise, gap, out=np.zeros_like(rise), where=gap > NO_WAY_M)
    result: FloatArray = area[index] + height[index] * run + slope * run**2 / 2
    return result


def grade(distance_m: FloatArray, smoothed_m: FloatArray, smoothing: Smoothing = FINE) -> FloatArray:
    """Slope around each sample, rise over way, from `smoothing.over_m` before to as much after it.

    distance_m, smoothed_m  shape (n,); `smoothed_m` of `smoothed_altitude_m`.  [m]
    Returns                 shape (n,), 0.05 = 5 % up; NaN where altitude is not known.
    """
    known = np.isfinite(smoothed_m) & np.isfinite(distance_m)
    if np.count_nonzero(known) < 2:
        return np.full_like(smoothed_m, np.nan)
    way, height = _moving_on(distance_m[known], smoothed_m[known])
    if len(way) < 2:
        return np.full_like(smoothed_m, np.nan)
    low = np.clip(distance_m - smoothing.over_m, way[0], way[-1])
    high = np.clip(distance_m + smoothing.over_m, way[0], way[-1])
    with np.errstate(invalid="ignore", divide="ignore"):
        slope = (np.interp(high, way, height) - np.interp(low, way, height)) / (high - low)
    result: FloatArray = np.where(np.isfinite(slope) & np.isfinite(smoothed_m), slope, np.nan)
    return result


def grade_band(slope: FloatArray) -> IntArray:
    """Band of each slope; an unknown slope counts as level, as most running is.

    slope    shape (n,); NaN = not known.
    Returns  shape (n,), values of GradeBand.
    """
    with np.errstate(invalid="ignore"):
        band = np.select(
            [slope < -STEEP, slope < -LEVEL, slope > STEEP, slope > LEVEL],
            [_STEEP_DOWN, _DOWN, _STEEP_UP, _UP],
            default=_LEVEL,
        )
    return band.astype(np.int64)


def _turns(heights: FloatArray) -> FloatArray:
    """The first, the last, and those between at which it begins to rise or fall: what a climb is made of."""
    rising = np.sign(np.diff(heights))
    moved = np.flatnonzero(rising)
    turn = moved[1:][rising[moved[1:]] != rising[moved[:-1]]]
    turns: FloatArray = heights[np.concatenate([[0], turn, [len(heights) - 1]])]
    return turns


def climb_m(smoothed_m: FloatArray, smoothing: Smoothing = FINE) -> tuple[float, float]:
    """Height gained and lost, each turn counted once it reaches `smoothing.hysteresis_m`.

    smoothed_m  shape (n,).  [m]
    Returns     (ascent, descent), both >= 0; NaN where altitude is not known. Across a gap what its ends differ by counts.  [m]
    """
    least = smoothing.hysteresis_m
    heights = smoothed_m[np.isfinite(smoothed_m)]
    if len(heights) < 2:
        return np.nan, np.nan
    travelled = {1: 0.0, -1: 0.0}
    pivot = extreme = low = high = float(heights[0])
    direction = 0
    for height in _turns(heights).tolist():
        if direction == 0:  # until the first rise or fall that exceeds the noise
            low, high = min(low, height), max(high, height)
            if height - low >= least or high - height >= least:
                direction, pivot = (1, low) if height - low >= least else (-1, high)
                extreme = height
        elif (height - extreme) * direction > 0:
            extreme = height
        elif (extreme - height) * direction >= least:
            travelled[direction] += abs(extreme - pivot)
            pivot, extreme, direction = extreme, height, -direction
    if direction:
        travelled[direction] += abs(extreme - pivot)
    return travelled[1], travelled[-1]
