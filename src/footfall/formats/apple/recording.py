"""A workout and the records within it as a recording in our columns."""

import datetime as dt
import hashlib

import numpy as np

from footfall.formats.apple.kinds import KINDS, ON_FOOT, WAY, How, Kind
from footfall.formats.apple.records import Selected, Told
from footfall.formats.apple.spread import Spans, one_source, one_watcher, rate_per_s, spans_of
from footfall.formats.apple.workout import Workout
from footfall.formats.limits import keep_possible
from footfall.metrics.local_time import offset_at
from footfall.model.intervals import FloatArray, Intervals
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Session, Source

PRODUCER = "Apple Health"
EVERY_S = 30.0
"""Samples of a span in which nothing changes: close enough for a quantity to be carried from one to the next.  [s]"""
_BEFORE_S = 0.001
"""A count holds until this much before the next one begins, so that neither bleeds into the other.  [s]"""
_LEAST_TOLD_SHARE = 0.5
"""Distances of less than this of the workout's total do not tell how it was covered."""


def to_recording(workout: Workout, records: Selected | None, path: str) -> Decoded:
    """One workout.

    records  of the whole export; None = the workout alone, two samples and its totals.
    """
    pauses = _pauses(workout)
    length_s = float(workout.length_s)
    columns: dict[str, FloatArray] = {"time_s": np.array([0.0, length_s])}
    problems: tuple[Problem, ...] = ()
    if records is not None:
        columns, problems = keep_possible(_columns(workout, records, pauses), path)
    start = dt.datetime.fromtimestamp(workout.start_s, dt.UTC)
    return Decoded(
        start,
        columns,
        Source(
            path,
            _identity(workout, columns),
            "log",
            "footfall",
            producer=PRODUCER,
            device=workout.device,
            name=workout.brand,
            link=None if workout.route is None else workout.route.lstrip("/"),
        ),
        pauses=pauses,
        sessions=(_session(workout),),
        problems=problems,
        utc_offset_s=_offset_s(workout, start),
        cadence_factor=1,
    )


def is_on_foot(workout: Workout) -> bool:
    """Whether it may be a run, a walk or a hike, and its samples are worth making."""
    return workout.sport in ON_FOOT


def most_numbers(workout: Workout, near: int) -> int:
    """No fewer than the numbers that its samples hold, `near` records being near it."""
    return int((workout.length_s / EVERY_S + 4 * near + 4) * (2 + min(near, len(KINDS))))


def _session(workout: Workout) -> Session:
    sub_sport = "treadmill" if workout.indoor and workout.sport in {"running", "walking"} else None
    on_foot = workout.steps is not None and is_on_foot(workout)
    return Session(
        0.0,
        float(workout.length_s),
        sport=workout.sport,
        sub_sport=sub_sport,
        elapsed_s=float(workout.length_s),
        timer_s=workout.timer_s,
        distance_m=workout.distance_m,
        ascent_m=workout.ascent_m,
        total_strides=round(workout.steps / 2) if on_foot and workout.steps is not None else None,
    )


def _offset_s(workout: Workout, start: dt.datetime) -> int | None:
    if workout.zone is None:
        return None
    try:
        return offset_at(start, flag_zone=workout.zone).seconds
    except ValueError:  # no zone of this system's time zone data: as if it were not stated
        return None


def _identity(workout: Workout, columns: dict[str, FloatArray]) -> str:
    """The same for the same workout with the same samples in whatever export: its file changes with every heartbeat."""
    said = (workout.activity, workout.start_s, workout.end_s, workout.source, workout.timer_s, workout.distance_m)
    digest = hashlib.sha256(repr((PRODUCER, *said)).encode())
    for name in sorted(columns):
        digest.update(name.encode() + np.round(columns[name], 6).tobytes())
    return digest.hexdigest()


def _pauses(workout: Workout) -> Intervals:
    """Pauses by hand, and those that the watch made by itself where only they explain the workout's own duration."""
    if not workout.events:
        return Intervals.none()
    by_hand = _between(workout, "Pause", "Resume")
    by_itself = _between(workout, "MotionPaused", "MotionResumed")
    both = Intervals.covering(*np.concatenate([by_hand.edges, by_itself.edges]).T)
    if workout.timer_s is None:
        return both
    standing_s = workout.length_s - workout.timer_s
    return min((by_hand, both), key=lambda pauses: abs(pauses.total_s - standing_s))


def _between(workout: Workout, stop: str, go: str) -> Intervals:
    """From each `stop` to the next `go`, or to the end; of a `stop` with a length of its own, for that length."""
    spans: list[tuple[float, float]] = []
    since: int | None = None
    for at, kind, length_s in sorted(event for event in workout.events if event[1] in {stop, go}):
        if kind == stop and length_s > 0:  # False for NaN
            spans.append((at, at + length_s))
        elif kind == stop and since is None:
            since = at
        elif kind == go and since is not None:
            spans.append((since, at))
            since = None
    if since is not None:
        spans.append((since, workout.end_s))
    edges = np.clip(np.array(spans, dtype=np.float64).reshape(-1, 2) - workout.start_s, 0.0, workout.length_s)
    return Intervals.covering(edges[:, 0], edges[:, 1])


def _columns(workout: Workout, records: Selected, pauses: Intervals) -> dict[str, FloatArray]:
    length_s = float(workout.length_s)
    told: dict[Kind, Told] = {}
    for kind in KINDS.values():
        found = records.touching(kind, workout.start_s, workout.end_s)
        one = one_watcher(found, workout.source) if kind.how is How.LEVEL else one_source(found, workout.source, length_s)
        if one is not None:
            told[kind] = one
    spans = {kind: spans_of(one) for kind, one in told.items()}
    time_s = _times(length_s, told, spans, pauses)
    columns = {"time_s": time_s}
    for kind, one in told.items():
        if kind.how is How.PER_MINUTE:
            columns[kind.column] = _held(time_s, spans[kind], 60.0 * rate_per_s(one))
        elif kind.how is How.LEVEL:
            columns[kind.column] = _level(time_s, spans[kind], one)
    # with a route too, which may not be among the inputs: where it is, its own way goes before this one
    way_m = _way(time_s, workout, pauses, told.get(WAY), spans.get(WAY))
    if way_m is not None:
        columns[WAY.column] = way_m
    return {name: values for name, values in columns.items() if not np.all(np.isnan(values))}


def _times(length_s: float, told: dict[Kind, Told], spans: dict[Kind, Spans], pauses: Intervals) -> FloatArray:
    """Where anything changes, a moment before, and every 30 s."""
    times = [np.array([0.0, length_s]), np.arange(0.0, length_s, EVERY_S), pauses.edges.ravel()]
    for kind, one in told.items():
        edges = spans[kind].edges
        times.append(edges)
        if kind.how is not How.TOTAL:
            changed = np.flatnonzero(np.diff(spans[kind].owner, prepend=-1, append=-1))
            times.append(edges[changed] - _BEFORE_S)
        if kind.how is How.LEVEL:
            times.append(one.start_s)
    every = np.unique(np.concatenate(times))
    return every[(every >= 0) & (every <= length_s)]


def _held(time_s: FloatArray, spans: Spans, value: FloatArray) -> FloatArray:
    """The value of the record that speaks at each time; NaN where none does."""
    speaker = spans.at(time_s)
    return np.where(speaker >= 0, value[speaker], np.nan)


def _level(time_s: FloatArray, spans: Spans, told: Told) -> FloatArray:
    """Levels hold throughout their record; a record of one moment holds for that moment alone."""
    lasting = told.end_s > told.start_s
    values = np.where(lasting, told.value, np.nan)
    levels = _held(time_s, spans, values)
    moments = np.flatnonzero(~lasting)
    place = np.searchsorted(time_s, told.start_s[moments])
    here = (place < len(time_s)) & (time_s[np.minimum(place, len(time_s) - 1)] == told.start_s[moments])
    levels[place[here]] = told.value[moments[here]]
    return levels


def _way(time_s: FloatArray, workout: Workout, pauses: Intervals, told: Told | None, spans: Spans | None) -> FloatArray | None:
    """Distance since the start: by the records, or evenly over the timer where the workout has a total alone."""
    total_m = workout.distance_m
    if told is not None and spans is not None:
        pace = np.where(spans.owner >= 0, rate_per_s(told)[spans.owner], 0.0)
        so_far = np.concatenate([[0.0], np.cumsum(pace * np.diff(spans.edges))])
        way_m: FloatArray = np.interp(time_s, spans.edges, so_far) - np.interp(0.0, spans.edges, so_far)
        if total_m is None or way_m[-1] >= _LEAST_TOLD_SHARE * total_m:
            return way_m
    if total_m is None:
        return None
    timer_s = time_s - pauses.before(time_s)
    if not timer_s[-1] > 0:
        return None
    evenly: FloatArray = total_m * timer_s / timer_s[-1]
    return evenly
