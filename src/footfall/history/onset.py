"""From an onset as the runner wrote it to a place on the outing's clocks."""

import datetime as dt
import math

import numpy as np

from footfall.history.clock import OutingClock
from footfall.history.history import OnsetAt, OnsetState
from footfall.model.diary import DiaryEntry, Onset, OnsetKind

EXACT_MIN = 1.01
"""An onset from a clock or a distance is exact while what its writing leaves open is no wider.  [min]"""


def without_minute(state: OnsetState) -> OnsetAt:
    """An answer that has no minute: pain-free, from the start, or not known."""
    return OnsetAt(state, math.nan, math.nan, math.nan, math.nan, math.nan, math.nan, exact=False)


UNKNOWN = without_minute(OnsetState.UNKNOWN)


def says_onset(entry: DiaryEntry) -> bool:
    """True when the row says how the back was in a run: blank, or sites elsewhere alone, say nothing of it."""
    return entry.onset is not None and entry.about_the_back


def place(onset: Onset, clock: OutingClock, day: dt.date) -> OnsetAt | None:
    """The onset on the clocks of an outing; None when the outing cannot hold it.

    day   local day of the row, for an onset written as a clock time.
    """
    if onset.kind is OnsetKind.NONE:
        return without_minute(OnsetState.NONE)
    if onset.kind is OnsetKind.START:
        return without_minute(OnsetState.AT_START)
    minute, low, high = _minutes(onset, clock, day)
    if math.isnan(minute):
        return None
    footfalls, load, distance_m = clock.at(minute)
    # A whole minute by hand is a guess that may be rounded further; one read off a clock or a distance is not.
    exact = onset.rounding == 0 or (onset.kind is not OnsetKind.MINUTES and high - low <= EXACT_MIN)
    return OnsetAt(OnsetState.AT, minute, low, high, footfalls, load, distance_m, exact)


def holds(onset: Onset, clock: OutingClock, day: dt.date) -> bool:
    """True when the outing is long enough for the onset as written, whatever its rounding would forgive."""
    if onset.kind is OnsetKind.MINUTES:
        return onset.value is not None and onset.value <= clock.end_min
    if onset.kind is OnsetKind.DISTANCE:
        return onset.value is not None and not math.isnan(clock.minute_at_distance(onset.value))
    return place(onset, clock, day) is not None


def _minutes(onset: Onset, clock: OutingClock, day: dt.date) -> tuple[float, float, float]:
    """Timer minute with what the rounding leaves open; NaN where the outing cannot hold it."""
    if onset.kind is OnsetKind.HAND_LAP:
        return (clock.first_hand_lap(),) * 3
    if onset.value is None:
        return (math.nan,) * 3
    if onset.kind is OnsetKind.LAP:
        return (clock.lap_end(round(onset.value)),) * 3
    if onset.kind is OnsetKind.CLOCK:
        return _minutes_at_clock(onset.value, onset.rounding, clock, day)
    if onset.kind is OnsetKind.DISTANCE:
        return _minutes_at_distance(onset.value, onset.rounding, clock)
    return _within(onset.value, onset.rounding, clock.end_min)


def _within(value: float, rounding: float, end: float) -> tuple[float, float, float]:
    """Value and bounds, cut at the end; NaN when even the lower bound lies beyond it."""
    low, high = max(0.0, value - rounding), value + rounding
    if low > end:
        return (math.nan,) * 3
    return min(value, end), low, min(high, end)


def _minutes_at_clock(seconds_of_day: float, rounding_s: float, clock: OutingClock, day: dt.date) -> tuple[float, float, float]:
    """The bounds stop where the outing does."""
    moment, half = _moment(seconds_of_day, clock, day), dt.timedelta(seconds=rounding_s)
    minute = clock.minute_at(moment)
    low, high = clock.minute_at(moment - half), clock.minute_at(moment + half)
    return minute, 0.0 if math.isnan(low) else low, clock.end_min if math.isnan(high) else high


def _minutes_at_distance(distance_m: float, rounding_m: float, clock: OutingClock) -> tuple[float, float, float]:
    known_m = clock.distance_m[~np.isnan(clock.distance_m)]
    if not known_m.size:
        return (math.nan,) * 3
    total_m = float(known_m[-1])
    middle, low, high = (clock.minute_at_distance(metres) for metres in _within(distance_m, rounding_m, total_m))
    return middle, low, high


def _moment(seconds_of_day: float, clock: OutingClock, day: dt.date) -> dt.datetime:
    """A clock time of the row's day as an instant, in the run's own offset; after midnight when the run went on past it."""
    first = clock.runs[0]
    zone = dt.timezone(dt.timedelta(seconds=first.utc_offset_s))
    moment = dt.datetime.combine(day, dt.time(), zone) + dt.timedelta(seconds=seconds_of_day)
    if moment < first.start - dt.timedelta(hours=12):
        moment += dt.timedelta(days=1)
    return moment
