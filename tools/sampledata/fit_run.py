"""One run as a watch writes it in FIT: strides per minute with their fraction, timer events, laps, session, local time."""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum

from sampledata import fit_profile as fit
from sampledata.draws import Draws
from sampledata.fit_writer import Value
from sampledata.motion import Moment, Motion
from sampledata.plan import WATCH_ASKS_SINCE, Kind, Recorder
from sampledata.watch import LapSpan, kept_seconds, laps

GARMIN = 1
STRAP_WATCH, BARE_WATCH = 2697, 2431  # fenix5, fr235: with enhanced fields and running dynamics, and without either
_SERIALS = {STRAP_WATCH: 3_900_000_017, BARE_WATCH: 3_900_000_018}  # made up
_RUNNING, _GENERIC, _TREADMILL, _TRAIL = 1, 0, 1, 3
_TIMER, _LAP, _ACTIVITY = 0, 9, 26
_START, _STOP, _STOP_ALL = 0, 1, 4
_BY_HAND, _BY_ITSELF = 0, 1


class _Rank(Enum):
    """Order of messages of one second."""

    RECORD = 0
    TIMER = 1
    LAP = 2


def fit_file(motion: Motion, draws: Draws, rpe: int | None) -> bytes:
    """The file.

    rpe   0-10, what the runner tells the watch afterwards; None when she is not asked.
    """
    product = BARE_WATCH if motion.planned.recorder is Recorder.WATCH_BARE else STRAP_WATCH
    builder = fit.FitBuilder()
    _head(builder, motion, product)
    spans = laps(motion)
    for _, _, kind, values in sorted(_body(motion, spans, kept_seconds(motion, draws)), key=lambda item: item[:2]):
        builder.message(kind, values)
    builder.message(fit.SESSION, _session(motion, len(spans), rpe))
    builder.message(fit.ACTIVITY, _activity(motion))
    return builder.to_bytes()


def _head(builder: fit.FitBuilder, motion: Motion, product: int) -> None:
    start = fit.fit_time(motion.start)
    maker = {"manufacturer": GARMIN, "product": product, "serial_number": _SERIALS[product]}
    builder.message(fit.FILE_ID, {"type": 4, **maker, "time_created": start})
    builder.message(fit.FILE_CREATOR, {"software_version": 1510})
    builder.message(fit.DEVICE_INFO, {"timestamp": start, "device_index": 0, **maker, "software_version": 15.1})
    name = "Treadmill" if motion.planned.kind is Kind.TREADMILL else "Run"
    builder.message(fit.SPORT, {"sport": _RUNNING, "sub_sport": _sub_sport(motion), "name": name})


_Item = tuple[int, int, fit.MessageType, Mapping[str, Value]]


def _body(motion: Motion, spans: tuple[LapSpan, ...], seconds: tuple[int, ...]) -> Iterator[_Item]:
    """Records, timer events and laps, each with its moment and rank."""
    start = fit.fit_time(motion.start)
    yield start, -1, fit.EVENT, _timer(start, _START, _BY_HAND)
    for second in seconds:
        moment = motion.moments[second]
        yield start + moment.elapsed_s, _Rank.RECORD.value, fit.RECORD, _record(motion, moment)
    for second, length in motion.pauses:
        stopped = start + motion.moments[second].elapsed_s
        trigger = _BY_HAND if length >= 100 else _BY_ITSELF
        yield stopped, _Rank.TIMER.value, fit.EVENT, _timer(stopped, _STOP_ALL, trigger)
        yield stopped + length, _Rank.TIMER.value, fit.EVENT, _timer(stopped + length, _START, trigger)
    for number, span in enumerate(spans):
        yield start + motion.moments[span.end].elapsed_s, _Rank.LAP.value, fit.LAP, _lap(motion, number, span)
    end = start + motion.elapsed_s
    yield end, _Rank.TIMER.value, fit.EVENT, _timer(end, _STOP_ALL, _BY_HAND)


def _timer(at: int, event_type: int, trigger: int) -> Mapping[str, Value]:
    return {"timestamp": at, "event": _TIMER, "event_type": event_type, "data": trigger, "event_group": 0}


def strides(cadence_spm: float) -> tuple[int, float]:
    """Strides per minute as FIT has them: whole ones, and the half that is left."""
    halves = round(cadence_spm)
    return halves // 2, 0.5 * (halves % 2)


def _record(motion: Motion, moment: Moment) -> Mapping[str, Value]:
    whole, half = strides(moment.cadence_spm)
    values: dict[str, Value] = {"timestamp": fit.fit_time(motion.start) + moment.elapsed_s}
    outdoors = motion.planned.kind is not Kind.TREADMILL
    bare = not motion.planned.recorder.has_strap
    if outdoors:
        lat, lon = moment.position if moment.position is not None else (None, None)
        values["position_lat"] = None if lat is None else fit.semicircles(lat)
        values["position_long"] = None if lon is None else fit.semicircles(lon)
    values["distance"] = moment.distance_m
    values["speed" if bare else "enhanced_speed"] = moment.speed_m_s
    if outdoors:
        values["altitude" if bare else "enhanced_altitude"] = moment.altitude_m
    values |= {"heart_rate": round(moment.heart_rate_bpm), "cadence": whole, "fractional_cadence": half}
    return values if bare else values | _dynamics(moment)


def _dynamics(moment: Moment) -> dict[str, Value]:
    """Running dynamics; invalid where she does not run."""
    if moment.stance_time_ms is None or moment.oscillation_mm is None:
        return dict.fromkeys(("stance_time", "vertical_oscillation", "vertical_ratio", "step_length"))
    step_mm = 60_000 * moment.speed_m_s / moment.cadence_spm
    return {
        "stance_time": round(moment.stance_time_ms),
        "vertical_oscillation": moment.oscillation_mm,
        "vertical_ratio": 100 * moment.oscillation_mm / step_mm,
        "step_length": step_mm,
    }


def _span_values(motion: Motion, start: int, end: int) -> dict[str, Value]:
    """What a lap and a session have in common."""
    first, last = motion.moments[start], motion.moments[end]
    timer_s = end - start
    footfalls = last.footfalls - first.footfalls
    whole, half = strides(60 * footfalls / timer_s)
    beats = [moment.heart_rate_bpm for moment in motion.moments[start : end + 1]]
    return {
        "start_time": fit.fit_time(motion.start) + first.elapsed_s,
        "total_elapsed_time": last.elapsed_s - first.elapsed_s,
        "total_timer_time": timer_s,
        "total_distance": last.distance_m - first.distance_m,
        "total_strides": round(footfalls / 2),
        "avg_heart_rate": round(sum(beats) / len(beats)),
        "max_heart_rate": round(max(beats)),
        "avg_running_cadence": whole,
        "avg_fractional_cadence": half,
        "enhanced_avg_speed": (last.distance_m - first.distance_m) / timer_s,
    }


def _lap(motion: Motion, number: int, span: LapSpan) -> Mapping[str, Value]:
    head: dict[str, Value] = {
        "message_index": number,
        "timestamp": fit.fit_time(motion.start) + motion.moments[span.end].elapsed_s,
        "event": _LAP,
        "event_type": _STOP,
        "lap_trigger": span.trigger.value,
        "sport": _RUNNING,
    }
    return head | _span_values(motion, span.start, span.end)


def _session(motion: Motion, lap_count: int, rpe: int | None) -> Mapping[str, Value]:
    values: dict[str, Value] = {
        "message_index": 0,
        "timestamp": fit.fit_time(motion.start) + motion.elapsed_s,
        "event": _LAP,
        "event_type": _STOP,
        "sport": _RUNNING,
        "sub_sport": _sub_sport(motion),
        "first_lap_index": 0,
        "num_laps": lap_count,
        "trigger": 0,
    }
    values |= _span_values(motion, 0, motion.timer_s)
    if motion.ascent_m is not None and motion.descent_m is not None:
        values |= {"total_ascent": motion.ascent_m, "total_descent": motion.descent_m}
    if rpe is not None and motion.planned.day >= WATCH_ASKS_SINCE:
        values |= {"workout_feel": 75 if rpe <= 6 else 50, "workout_rpe": rpe}
    return values


def _activity(motion: Motion) -> Mapping[str, Value]:
    end = motion.start + dt.timedelta(seconds=motion.elapsed_s)
    local = end + motion.planned.utc_offset
    return {
        "timestamp": fit.fit_time(end),
        "total_timer_time": motion.timer_s,
        "num_sessions": 1,
        "type": 0,
        "event": _ACTIVITY,
        "event_type": _STOP,
        "local_timestamp": fit.fit_time(local),
    }


def _sub_sport(motion: Motion) -> int:
    return {Kind.TREADMILL: _TREADMILL, Kind.HILLS: _TRAIL}.get(motion.planned.kind, _GENERIC)
