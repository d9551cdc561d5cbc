"""Whether two recordings are of one run.

A runner cannot run twice at one time, so overlap in time says most; distance and track keep apart what two people ran. Limits are
ours, without a published source. What is decided, and tested case by case:

| two recordings | decided by | one run? |
|---|---|---|
| one recording in two formats; two watches; watch and phone | overlap in time, and the track where both have one | yes |
| the same, one clock up to two minutes off | the track fits when one clock is moved | yes |
| the same, but written in another time zone: off by quarters of an hour | track and length fit almost exactly | yes, and said |
| treadmill: two recordings without positions | overlap in time; distances may differ by a third | yes |
| two people at one time in other places, or with quite different distances | track, distance | no |
| two runs of one day; back to back; intervals as files of their own | they do not overlap | no |
| a lap, a half, a short piece inside a long recording | it covers too little of the longer one | no: history counts the longer |
| an early start or late stop of one watch | each covers most of the other | yes |
| row of a log with an instant | start within minutes, and length or distance | yes |
| row with the runner's clock time | start within half an hour on her clock, length and distance | yes |
| row with a day alone | that day, length and distance; the nearest of several | yes |
| two rows of one log | never: a log has a row for each run | no |
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

import numpy as np

from footfall.metrics.sighting import Sighting
from footfall.metrics.track import EARTH_RADIUS_M
from footfall.model.intervals import FloatArray
from footfall.model.run import StartKind

OF_SHORTER, OF_LONGER = 0.8, 0.7
"""Least overlap as a share of the shorter and of the longer recording."""
CLOCK_OFF_S = 120.0
"""So far may the clocks of two devices be apart.  [s]"""
APART_M = 100.0
"""Tracks of one run lie closer than this at one time, in the median: receivers differ by some ten metres.  [m]"""
LEAST_FIXES = 3
FIX_GAP_S = 120.0
"""Longest span between fixes of a coarse track that is bridged.  [s]"""
DISTANCES_APART = 0.35
"""Without positions on both sides: distances that differ by more are two people's. A watch on a treadmill is off by a fifth."""
ZONE_STEP_S, ZONE_MOST_S, ZONE_SLACK_S = 900.0, 14 * 3600.0, 5.0
"""Zones differ by quarters of an hour, and by 14 h at most from UTC.  [s]"""
ZONE_APART_M, ZONE_LENGTH, ZONE_DISTANCE = 10.0, 0.01, 0.25
"""A loop run twice at one pace must not pass for a wrong zone: fixes within 10 m in the median, lengths within 1 %; distances,
which one format measures along positions and another does not, within a quarter."""
ROW_START_S, ROW_FACE_S, ROW_UNZONED_S = 300.0, 1800.0, 14 * 3600.0
"""How far the start in a row may be from the recorded one: an instant; a clock time as people write it; of unknown zone.  [s]"""
ROW_LENGTH, ROW_LENGTH_S, ROW_DISTANCE, ROW_DISTANCE_M = 0.2, 180.0, 0.15, 300.0
"""How far length and distance of a row may be off: people round."""


class Why(StrEnum):
    """What makes two recordings one run."""

    LINK = "link"
    TRACK = "track"
    TIME = "time"
    ZONE = "zone"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Match:
    """Two recordings are of one run.

    shift_s   what must be added to the other's clock to be on the first's; 0 where clocks are believed.  [s]
    far       how far apart they are: what is nearest among several. Smaller is nearer.
    """

    why: Why
    shift_s: float = 0.0
    far: tuple[float, float] = (0.0, 0.0)


def same_run(one: Sighting, other: Sighting) -> Match | None:
    """Whether two recordings are of one run, and by what; None when they are not. The answer is the same either way round."""
    if one.is_row or other.is_row:
        return _row_of_run(one, other)
    if one.run_id > other.run_id:  # tracks are compared at the fixes of one of them: always of the same one
        match = same_run(other, one)
        return None if match is None else replace(match, shift_s=0.0 - match.shift_s)
    return _at_one_time(one, other) or _in_another_zone(one, other)


def _at_one_time(one: Sighting, other: Sighting) -> Match | None:
    """Recordings by devices."""
    if not _overlap(one, other, CLOCK_OFF_S):
        return None
    tracked = track_shift_s(one.track, other.track, other.start.timestamp() - one.start.timestamp())
    if tracked is not None:
        apart_m, shift_s = tracked
        return Match(Why.TRACK, shift_s) if apart_m <= APART_M and _overlap(one, other, 0.0, shift_s) else None
    if not _overlap(one, other, 0.0):
        return None
    return None if _differ(one.distance_m, other.distance_m, DISTANCES_APART) else Match(Why.TIME)


def _overlap(one: Sighting, other: Sighting, slack_s: float, shift_s: float = 0.0) -> bool:
    begins_s, ends_s = other.begins_s + shift_s, other.ends_s + shift_s
    together_s = min(one.ends_s, ends_s) - max(one.begins_s, begins_s) + slack_s
    short_s, long_s = sorted((one.span_s, other.span_s))
    return together_s > 0 and together_s >= OF_SHORTER * short_s and together_s >= OF_LONGER * long_s


def _in_another_zone(one: Sighting, other: Sighting) -> Match | None:
    """The same points under a clock that is off by whole quarters of an hour."""
    apart_s = one.begins_s - other.begins_s
    shift_s = round(apart_s / ZONE_STEP_S) * ZONE_STEP_S
    if shift_s == 0 or abs(shift_s) > ZONE_MOST_S or abs(apart_s - shift_s) > ZONE_SLACK_S:
        return None
    if _differ(one.span_s, other.span_s, ZONE_LENGTH) or _differ(one.distance_m, other.distance_m, ZONE_DISTANCE):
        return None
    apart_m = _apart_m(one.track, other.track, other.start.timestamp() - one.start.timestamp() + shift_s)
    return Match(Why.ZONE, shift_s) if apart_m <= ZONE_APART_M else None


def track_shift_s(
    one: FloatArray, other: FloatArray, later_s: float, most_s: float = CLOCK_OFF_S, step_s: float = 5.0
) -> tuple[float, float] | None:
    """How far two tracks are apart at one time, and by how much the other's clock must be moved for that.

    one, other   shape (k, 3): seconds since the own start, latitude, longitude.
    later_s      start of the other after the start of the first.  [s]
    Returns      median distance [m], and the shift [s], 0 unless the tracks lie at twice the distance without it;
                 None where too few fixes are of one time.
    """
    unmoved_m = _apart_m(one, other, later_s)
    shifts = np.arange(-most_s, most_s + step_s / 2, step_s)
    apart_m = np.array([_apart_m(one, other, later_s + shift) for shift in shifts]) if unmoved_m > _SETTLED_M else np.empty(0)
    if not apart_m.size or np.all(np.isnan(apart_m)):
        return None if np.isnan(unmoved_m) else (unmoved_m, 0.0)
    best = int(np.nanargmin(apart_m))
    if np.isnan(unmoved_m) or apart_m[best] < unmoved_m / 2:
        return float(apart_m[best]), float(shifts[best])
    return unmoved_m, 0.0


_SETTLED_M = 10.0
"""Tracks this close are not brought closer.  [m]"""


def _apart_m(one: FloatArray, other: FloatArray, later_s: float) -> float:
    """Median distance between two tracks at one time; NaN where fewer than LEAST_FIXES are of one time.  [m]"""
    if len(one) < LEAST_FIXES or len(other) < LEAST_FIXES:
        return float("nan")
    at, moments = one[:, 0], other[:, 0] + later_s
    after = np.clip(np.searchsorted(moments, at), 1, len(moments) - 1)
    inside = (at >= moments[0]) & (at <= moments[-1]) & (moments[after] - moments[after - 1] <= FIX_GAP_S)
    if np.count_nonzero(inside) < LEAST_FIXES:
        return float("nan")
    at = at[inside]
    lat, lon = np.interp(at, moments, other[:, 1]), np.interp(at, moments, np.unwrap(other[:, 2], period=360.0))
    north = np.radians(one[inside, 1] - lat)
    east = np.radians((one[inside, 2] - lon + 180.0) % 360.0 - 180.0) * np.cos(np.radians(lat))
    return float(np.median(EARTH_RADIUS_M * np.hypot(north, east)))


def _row_of_run(one: Sighting, other: Sighting) -> Match | None:
    """A row of a log, and a recording or a row of another log."""
    if one.is_row and other.is_row and one.source.path == other.source.path:
        return None
    length, distance = _lengths_agree(one, other), _distances_agree(one, other)
    if one.bare.start_kind is StartKind.UTC and other.bare.start_kind is StartKind.UTC:
        near_s = abs(one.begins_s - other.begins_s)
        placed = near_s <= ROW_START_S or (_overlap(one, other, 0.0) and length is not False)
        agree = (length, distance) != (False, False) and not (None in (length, distance) and False in (length, distance))
    else:
        near_s, placed = _on_her_clock(one, other)
        agree = length is not False and distance is not False and (length is True or distance is True)
    if not placed or not agree:
        return None
    return Match(Why.ROW, 0.0, (near_s, abs((one.distance_m or 0.0) - (other.distance_m or 0.0))))


def _on_her_clock(one: Sighting, other: Sighting) -> tuple[float, bool]:
    """How far two starts are apart on the runner's clock [s], and whether that is near enough to be one."""
    faces = one.face, other.face
    known = [face for face in faces if face is not None]
    first, second = (face if face is not None else sight.start for face, sight in zip(faces, (one, other), strict=True))
    if StartKind.DAY in (one.bare.start_kind, other.bare.start_kind):
        days = abs((first.date() - second.date()).days)
        return days * 86_400.0, days == 0 or (len(known) < 2 and days == 1)
    near_s = abs((first - second) / timedelta(seconds=1))
    return near_s, near_s <= (ROW_FACE_S if len(known) == 2 else ROW_UNZONED_S)


def _lengths_agree(one: Sighting, other: Sighting) -> bool | None:
    """Whether any length that one gives of itself is the other's: a log may hold moving or elapsed time. None = not known."""
    pairs = [(a, b) for a in one.lasting_s for b in other.lasting_s if a > 0 and b > 0]
    if not pairs:
        return None
    return any(abs(a - b) <= max(ROW_LENGTH * max(a, b), ROW_LENGTH_S) for a, b in pairs)


def _distances_agree(one: Sighting, other: Sighting) -> bool | None:
    if one.distance_m is None or other.distance_m is None:
        return None
    return abs(one.distance_m - other.distance_m) <= max(ROW_DISTANCE * max(one.distance_m, other.distance_m), ROW_DISTANCE_M)


def _differ(one: float | None, other: float | None, share: float) -> bool:
    """True when both are known, more than nothing, and further apart than a share of the larger."""
    if one is None or other is None or not one > 0 or not other > 0:
        return False
    return abs(one - other) > share * max(one, other)
