"""Whether two recordings are of one run.

A runner cannot run twice at one time, so overlap in time says most; distance and track keep apart what two people ran. Limits are
ours, without a published source. What is decided, and tested case by case:

| two recordings | decided by | one run? |
|---|---|---|
| one recording in two formats; two watches; watch and phone | overlap in time, and the track where both have one | yes |
| the same, one clock up to two minutes off | the track fits when one clock is moved | yes |
| one gives an instant, the other what her clock showed | the same, her offset from UTC added; unknown: the track alone | yes |
| the same, but written in another time zone: off by quarters of an hour | track and length fit almost exactly | yes, and said |
| treadmill: two recordings without positions | overlap in time; distances may differ by a third | yes |
| two people at one time in other places, or with quite different distances | track, distance | no |
| two runs of one day; back to back; intervals as files of their own | they do not overlap | no |
| a lap, a half, a short piece inside a long recording | it covers too little of the longer one | no: history counts the longer |
| an early start or late stop of one watch | each covers most of the other | yes |
| row of a log with an instant | start within minutes, and length or distance | yes |
| row with the runner's clock time | start within half an hour on her clock, length and distance | yes |
| row with a day alone | that day, length and distance; the nearest of several | yes |
| two rows of one log | never: a log has a row for each run (two apps in Apple Health: one, seen to by its reader) | no |
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from footfall.metrics.apart import apart_m, boxes_apart_m, comparable, track_shift_s
from footfall.metrics.sighting import Sighting
from footfall.model.run import StartKind

OF_SHORTER, OF_LONGER = 0.8, 0.7
"""Least overlap as a share of the shorter and of the longer recording."""
CLOCK_OFF_S, CLOCK_STEP_S = 120.0, 5.0
"""So far may the clocks of two devices be apart, and in such steps it is looked for.  [s]"""
APART_M = 100.0
"""Tracks of one run lie closer than this at one time, in the median: receivers differ by some ten metres.  [m]"""
DISTANCES_APART = 0.35
"""Without positions on both sides: distances that differ by more are two people's. A watch on a treadmill is off by a fifth."""
ZONE_STEP_S, ZONE_MOST_S, ZONE_SLACK_S = 900.0, 14 * 3600.0, 5.0
"""Zones differ by quarters of an hour, and by 14 h at most from UTC.  [s]"""
ZONE_APART_M, ZONE_LENGTH, ZONE_DISTANCE = 10.0, 0.01, 0.25
"""A loop run twice at one pace must not pass for a wrong zone: fixes within 10 m in the median, lengths within 1 %; distances,
which one format measures along positions and another does not, within a quarter."""
ROW_START_S, ROW_FACE_S, ROW_UNZONED_S = 300.0, 1800.0, 14 * 3600.0
"""How far the start in a row may be from the recorded one: an instant; a clock time as people write it; of unknown zone.  [s]"""
ROW_DAY_S = 86_400.0
"""A day alone counts as this far: further than any clock time that fits, for a row with the time knows more.  [s]"""
ROW_LENGTH, ROW_LENGTH_S, ROW_DISTANCE, ROW_DISTANCE_M = 0.2, 180.0, 0.15, 300.0
"""How far length and distance of a row may be off: people round."""


class Why(StrEnum):
    """What makes two recordings one run. BYTES, LINK and nothing else are known before they are compared."""

    BYTES = "bytes"
    LINK = "link"
    TRACK = "track"
    TIME = "time"
    ZONE = "zone"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Match:
    """Two recordings are of one run.

    shift_s   what must be added to the other's clock to be on the first's; 0 where clocks are of one kind and believed.  [s]
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
    clock_s = clock_shift_s(one, other)
    return _at_one_time(one, other, clock_s) or _in_another_zone(one, other, clock_s)


def clock_shift_s(one: Sighting, other: Sighting) -> float | None:
    """What must be added to the other's clock to be on the first's, by the kinds of their starts alone.  [s]

    Returns  0 where both starts are instants, or both what the runner's clock showed; else her offset from UTC, one way or the
             other; None where that is not known, and where a day is all that is known of a start.
    """
    kinds = one.bare.start_kind, other.bare.start_kind
    if StartKind.DAY in kinds:
        return None
    if kinds[0] is kinds[1]:
        return 0.0
    instant, shown = (one, other) if kinds[0] is StartKind.UTC else (other, one)
    offset_s = shown.offset_s if instant.offset_s is None else instant.offset_s
    if offset_s is None:
        return None
    return float(-offset_s if shown is other else offset_s)


def _at_one_time(one: Sighting, other: Sighting, clock_s: float | None) -> Match | None:
    """Recordings by devices; without a common clock only a track shows that two are of one time."""
    set_s = 0.0 if clock_s is None else clock_s
    if not _overlap(one, other, CLOCK_OFF_S, set_s) or _elsewhere(one, other, set_s):
        return None
    later_s = other.start_s - one.start_s + set_s
    tracked = track_shift_s(one.track, other.track, later_s, most_s=CLOCK_OFF_S, step_s=CLOCK_STEP_S, within_m=APART_M)
    if tracked is not None:
        far_m, shift_s = tracked
        return Match(Why.TRACK, set_s + shift_s) if far_m <= APART_M and _overlap(one, other, 0.0, set_s + shift_s) else None
    if clock_s is None or not _overlap(one, other, 0.0, clock_s):
        return None
    return None if _differ(one.distance_m, other.distance_m, DISTANCES_APART) else Match(Why.TIME, clock_s)


def _elsewhere(one: Sighting, other: Sighting, set_s: float) -> bool:
    """Whether the tracks are of one time and lie in quite different places: told without looking at their fixes."""
    if one.extent is None or other.extent is None:
        return False
    later_s = other.start_s - one.start_s + set_s
    return boxes_apart_m(one.extent, other.extent) > APART_M and comparable(one.extent, other.extent, later_s)


def _overlap(one: Sighting, other: Sighting, slack_s: float, shift_s: float = 0.0) -> bool:
    begins_s, ends_s = other.begins_s + shift_s, other.ends_s + shift_s
    together_s = min(one.ends_s, ends_s) - max(one.begins_s, begins_s) + slack_s
    short_s, long_s = sorted((one.span_s, other.span_s))
    return together_s > 0 and together_s >= OF_SHORTER * short_s and together_s >= OF_LONGER * long_s


def _in_another_zone(one: Sighting, other: Sighting, clock_s: float | None) -> Match | None:
    """The same points under a clock that is off by whole quarters of an hour."""
    set_s = 0.0 if clock_s is None else clock_s
    apart_s = one.begins_s - other.begins_s - set_s
    shift_s = round(apart_s / ZONE_STEP_S) * ZONE_STEP_S
    if shift_s == 0 or abs(shift_s) > ZONE_MOST_S or abs(apart_s - shift_s) > ZONE_SLACK_S:
        return None
    if _differ(one.span_s, other.span_s, ZONE_LENGTH) or _differ(one.distance_m, other.distance_m, ZONE_DISTANCE):
        return None
    if one.extent is None or other.extent is None or boxes_apart_m(one.extent, other.extent) > ZONE_APART_M:
        return None
    far_m = apart_m(one.track, other.track, other.start_s - one.start_s + set_s + shift_s)
    return Match(Why.ZONE, set_s + shift_s) if far_m <= ZONE_APART_M else None


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
    return Match(Why.ROW, 0.0, (near_s, _misfit(one, other)))


def _misfit(one: Sighting, other: Sighting) -> float:
    """How badly length and distance of a row fit, each as a share of what is allowed: 0 = both the same.

    What one of them does not know fits as badly as is allowed. Shares are added, for people round: neither goes before the other.
    """
    lengths = [abs(a - b) / _length_slack_s(a, b) for a, b in _length_pairs(one, other)]
    distance = 1.0
    if one.distance_m is not None and other.distance_m is not None:
        distance = abs(one.distance_m - other.distance_m) / _distance_slack_m(one.distance_m, other.distance_m)
    return min(lengths, default=1.0) + distance


def _on_her_clock(one: Sighting, other: Sighting) -> tuple[float, bool]:
    """How far two starts are apart on the runner's clock [s], and whether that is near enough to be one."""
    faces = one.face, other.face
    known = [face for face in faces if face is not None]
    first, second = (face if face is not None else sight.start for face, sight in zip(faces, (one, other), strict=True))
    if StartKind.DAY in (one.bare.start_kind, other.bare.start_kind):
        days = abs((first.date() - second.date()).days)
        return (1 + days) * ROW_DAY_S, days == 0 or (len(known) < 2 and days == 1)
    near_s = abs((first - second) / timedelta(seconds=1))
    return near_s, near_s <= (ROW_FACE_S if len(known) == 2 else ROW_UNZONED_S)


def _length_pairs(one: Sighting, other: Sighting) -> list[tuple[float, float]]:
    """Every length that one gives of itself beside every one of the other: a log may hold moving or elapsed time.  [s]"""
    return [(a, b) for a in one.lasting_s for b in other.lasting_s if a > 0 and b > 0]


def _length_slack_s(one_s: float, other_s: float) -> float:
    return max(ROW_LENGTH * max(one_s, other_s), ROW_LENGTH_S)


def _distance_slack_m(one_m: float, other_m: float) -> float:
    return max(ROW_DISTANCE * max(one_m, other_m), ROW_DISTANCE_M)


def _lengths_agree(one: Sighting, other: Sighting) -> bool | None:
    """Whether any length that one gives of itself is the other's. None = not known."""
    pairs = _length_pairs(one, other)
    return any(abs(a - b) <= _length_slack_s(a, b) for a, b in pairs) if pairs else None


def _distances_agree(one: Sighting, other: Sighting) -> bool | None:
    if one.distance_m is None or other.distance_m is None:
        return None
    return abs(one.distance_m - other.distance_m) <= _distance_slack_m(one.distance_m, other.distance_m)


def _differ(one: float | None, other: float | None, share: float) -> bool:
    """True when both are known, more than nothing, and further apart than a share of the larger."""
    if one is None or other is None or not one > 0 or not other > 0:
        return False
    return abs(one - other) > share * max(one, other)
