"""A run as stretches between its samples: time, way, speed, cadence, gait, slope and contact of each.

Every stretch is weighted by its timer time, so that a watch that records each second and one that records when it likes
give the same sums. A gap is not a pause: way and time go on across it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from footfall.metrics.altitude import levelled_altitude_m, smoothed_as_needed
from footfall.metrics.cadence import BRIDGE_S, DROPOUT_S, factor_evidence, lasting, mean_between, mended_cadence
from footfall.metrics.contact import recorded_balance_pct, recorded_duty_factor
from footfall.metrics.gait import RUN_M_S, STEP_SPM, gait
from footfall.metrics.grade import Smoothing, grade, grade_band
from footfall.metrics.leaps import levelled
from footfall.metrics.step_length import Contradiction, contradiction
from footfall.metrics.track import (
    RIDE_SPEED_M_S,
    cut_fixes,
    pauses_by_displacement,
    smoothed_speed_m_s,
    steps_m,
    way_from_positions_m,
    way_from_speed_m,
    way_recorded_m,
)
from footfall.model.intervals import BoolArray, FloatArray, IntArray, Intervals
from footfall.model.measured import Gait, GradeBand
from footfall.model.problem import Note
from footfall.model.run import Run, Source

FIT_PRIOR, XML_PRIOR, STRAVA_PRIOR = math.log(50.0), math.log(5.0), -math.log(5.0)
"""Log-odds of strides over steps before looking. Ours, and meant to be weak: the FIT profile defines strides, and 165 of 167 real
runs in FIT, GPX and TCX held them, so either number could be larger; that Strava writes steps rests on single reports."""

LEAD_IN_S = 60.0
"""Longest span before the first sample that counts as run: longer, and the watch had no samples rather than few.  [s]"""


WALK_ON_M_S, WALK_ON_S = 1.0, 30.0
"""Positions that go on so fast for so long are those of a walker whose sensor was lost: those of somebody who stands wander more
slowly, or for less long.  [m/s, s]"""

UNTOLD_PAUSE_S = 10.0
"""A session timer that lacks this much of the recording, without timer events, tells of pauses that are not written.  [s]"""


_RUN, _LEVEL, _STEEP_UP = int(Gait.RUN), int(GradeBand.LEVEL), int(GradeBand.STEEP_UP)
_NEEDED = (
    "distance_m",
    "speed_m_s",
    "cadence_per_min",
    "altitude_m",
    "stance_time_s",
    "stance_time_balance_pct",
    "lat_deg",
    "lon_deg",
)


@dataclass(frozen=True, eq=False)
class Stretches:
    """The run between samples. Arrays shape (n,) unless said; NaN = not known.

    edge_s, edge_timer_s   shape (n + 1,): the samples' own times, with and without pauses.  [s]
    total_m                way of all stretches; NaN where none is known.  [m]
    way_source             device, gps, log or none: where most of the way comes from.
    smoothed_altitude_m    shape (n + 1,).  [m]    smoothing   what it was smoothed by.
    seconds                timer time.  [s]
    way_m                  0 where not known.  [m]
    speed_m_s, cadence_spm (both feet), gait, grade (bands)
    graded                 1.0 where the slope is known, else 0.0.
    duty_factor            recorded, running on the level; NaN elsewhere.
    left_contact_pct       the left foot's share of contact time, recorded, running; NaN elsewhere.
    as_recorded            footfalls of the file's cadence as it stands, zeros as zeros; NaN where it is not used.
    factor                 1 = the file counts steps, 2 = strides, None = its cadence is not used.
    cadence_from           recorded, or footpod where a second sensor speaks for a watch that has none for most of the run.
    """

    edge_s: FloatArray
    edge_timer_s: FloatArray
    total_m: float
    way_source: str
    smoothed_altitude_m: FloatArray
    smoothing: Smoothing
    pauses: Intervals
    seconds: FloatArray
    way_m: FloatArray
    speed_m_s: FloatArray
    cadence_spm: FloatArray
    gait: IntArray
    grade: IntArray
    graded: FloatArray
    duty_factor: FloatArray
    left_contact_pct: FloatArray
    as_recorded: float
    factor: int | None
    cadence_from: str
    notes: tuple[Note, ...]


def stretches_of(run: Run, cadence_factor: int | None = None) -> Stretches:
    """Cut a run at its samples.

    cadence_factor  1 or 2 = what the user says the file's cadence must be multiplied by; None = decided by evidence.
    """
    origin = {name: _origin(run, name) for name in _NEEDED}
    edge_s, columns, lead_in = _with_lead_in(run, origin)
    step_m, way_source = _way(run, edge_s, columns)
    pauses = _pauses(run, edge_s, step_m)
    timer_s = edge_s - pauses.before(edge_s)
    seconds = np.diff(timer_s)
    step_m = np.where((seconds <= 0) & _beside_the_run(run, edge_s, step_m), 0.0, step_m)
    speed = smoothed_speed_m_s(timer_s, step_m)
    way_at_m = np.concatenate([[0.0], np.nancumsum(step_m)])
    prior = _prior_log_odds(run.source_of(origin["cadence_per_min"]))
    chosen = cadence_factor if run.cadence_factor is None else run.cadence_factor
    factor, factor_notes = _factor(run, columns["cadence_per_min"], edge_s, seconds, speed, prior, chosen)
    placed = np.isfinite(columns["lat_deg"]) & np.isfinite(columns["lon_deg"]) & (way_source != "none")
    known_m = np.where(np.convolve(np.isnan(step_m), [1, 1]) > 0, np.nan, way_at_m)  # NaN beside a stretch of unknown way
    cadence = _cadence(edge_s, columns["cadence_per_min"], known_m, np.where(placed, way_at_m, np.nan), factor)
    motion = gait(speed, cadence, seconds)
    # at a runner's speed a cadence near zero was lost, not run: the cadence line speaks for that time
    lost = lasting((speed >= RUN_M_S) & (cadence < STEP_SPM), seconds, DROPOUT_S)
    on_the_way = (placed[1:] & placed[:-1]) & (speed >= WALK_ON_M_S) & (cadence < STEP_SPM)
    lost |= lasting(on_the_way, seconds, WALK_ON_S)  # at a walker's, only where the positions are sure of it
    cadence = np.where(lost, np.nan, cadence)
    recorded_m = levelled_altitude_m(edge_s, columns["altitude_m"])
    altitude, smoothing = smoothed_as_needed(way_at_m, recorded_m)
    slope_at = grade(way_at_m, altitude, smoothing)
    slope = (slope_at[1:] + slope_at[:-1]) / 2
    band = grade_band(slope)
    flat_running = (motion == _RUN) & (np.abs(band) < _STEEP_UP)
    against = contradiction(seconds, step_m, speed, cadence, flat_running)
    cadence = np.where(against.where, np.nan, cadence)
    contact = recorded_duty_factor(mean_between(edge_s, columns["stance_time_s"]), cadence)
    balance = mean_between(edge_s, recorded_balance_pct(columns["stance_time_balance_pct"]))
    return Stretches(
        edge_s=edge_s,
        edge_timer_s=timer_s,
        total_m=float(way_at_m[-1]) if way_source != "none" else math.nan,
        way_source=way_source,
        smoothed_altitude_m=altitude,
        smoothing=smoothing,
        pauses=pauses,
        seconds=seconds,
        way_m=np.nan_to_num(step_m, nan=0.0),
        speed_m_s=speed,
        cadence_spm=cadence,
        gait=motion,
        grade=band,
        graded=np.isfinite(slope).astype(np.float64),
        duty_factor=np.where((motion == _RUN) & (band == _LEVEL), contact, np.nan),
        left_contact_pct=np.where(motion == _RUN, balance, np.nan),
        as_recorded=_as_recorded(columns["cadence_per_min"], seconds, factor),
        factor=factor,
        cadence_from="footpod" if origin["cadence_per_min"].startswith("pod_") else "recorded",
        notes=lead_in + _cut_notes(edge_s, columns, way_source) + factor_notes + _contradiction_notes(against),
    )


def _contradiction_notes(against: Contradiction) -> tuple[Note, ...]:
    if not against.seconds > 0:
        return ()
    return (Note("cadence-contradicts-speed", {"minutes": against.seconds / 60, "step": against.step_m}),)


def _origin(run: Run, name: str) -> str:
    """The column that speaks: the watch's own, or the second sensor's where the watch has values for under half of its time."""
    second = f"pod_{name}"
    if second not in run.samples:
        return name
    stood_for_s = np.minimum(np.diff(run.samples["time_s"], prepend=0.0), BRIDGE_S)
    covered_s, by_second_s = (float(np.sum(stood_for_s[run.column(one) > 0])) for one in (name, second))
    return second if 2 * covered_s < by_second_s or not np.any(run.column(name) > 0) else name


def _cut_notes(edge_s: FloatArray, columns: dict[str, FloatArray], way_source: str) -> tuple[Note, ...]:
    """What was cut out of the way that is counted: leaps of the device's own, or fixes that cannot be where they say."""
    if way_source == "gps":
        cut = cut_fixes(edge_s, columns["lat_deg"], columns["lon_deg"])
        return (Note("positions-cut", {"count": cut}),) if cut else ()
    known = np.isfinite(columns["distance_m"])
    leapt = levelled(edge_s[known], np.maximum(np.diff(columns["distance_m"][known]), 0.0)).leapt
    return (Note("distance-cut", {"count": int(np.count_nonzero(leapt))}),) if leapt.any() else ()


def _with_lead_in(run: Run, origin: Mapping[str, str]) -> tuple[FloatArray, dict[str, FloatArray], tuple[Note, ...]]:
    """Samples with the start itself as a first sample, where the first one comes a little after it."""
    time_s = run.samples["time_s"]
    columns = {name: run.column(column) for name, column in origin.items()}
    if not 0 < time_s[0] <= LEAD_IN_S:
        return time_s, columns, (Note("late-first-sample", {"seconds": float(time_s[0])}),) if time_s[0] > LEAD_IN_S else ()
    columns = {name: np.concatenate([values[:1], values]) for name, values in columns.items()}
    if columns["distance_m"][0] <= 12 * time_s[0]:  # False for NaN; a leg of a triathlon may go on counting
        columns["distance_m"][0] = 0.0
    return np.concatenate([[0.0], time_s]), columns, ()


def _way(run: Run, edge_s: FloatArray, columns: dict[str, FloatArray]) -> tuple[FloatArray, str]:
    """Way of each stretch, shape (n,), NaN where not known; and where most of it comes from: device, gps, log or none."""
    step_m, source = steps_m(
        edge_s,
        {
            "device": lambda: way_recorded_m(edge_s, columns["distance_m"]),
            "gps": lambda: way_from_positions_m(edge_s, columns["lat_deg"], columns["lon_deg"]),
            "speed": lambda: way_from_speed_m(edge_s, columns["speed_m_s"]),
        },
    )
    session = run.session
    if source == "none" and session is not None and session.distance_m is not None:
        step_m, source = session.distance_m * np.diff(edge_s) / (edge_s[-1] - edge_s[0]), "device"
    if not np.nansum(step_m) > 0 and np.any(columns["cadence_per_min"] > 0):
        return np.full(len(edge_s) - 1, np.nan), "none"  # steps without any way: a treadmill without a speed sensor
    return step_m, told_by(run) if source in {"device", "speed"} else source


def told_by(run: Run) -> str:
    """Who gave the distance of a run, where positions did not: device, or log for a row that somebody or an account wrote.

    Of a merged run the source that the distance was taken from, be it samples or the total of a session.
    """
    return "log" if run.source_of("distance_m").format == "log" else "device"


def _pauses(run: Run, edge_s: FloatArray, step_m: FloatArray) -> Intervals:
    """The timer's own pauses within the samples; by displacement where the file has none but must have had some."""
    session = run.session
    told = session.timer_s if session is not None else None
    paused = run.source.format != "fit" or (told is not None and edge_s[-1] - edge_s[0] - told > UNTOLD_PAUSE_S)
    if not len(run.pauses) and paused:
        return pauses_by_displacement(edge_s, step_m, run.breaks)
    inside = np.clip(run.pauses.edges, edge_s[0], edge_s[-1])
    return Intervals.covering(inside[:, 0], inside[:, 1])


def _beside_the_run(run: Run, edge_s: FloatArray, step_m: FloatArray) -> BoolArray:
    """Stretches whose way is no run when the timer stands: all of them where the file has a timer, else only a ride's."""
    if len(run.pauses):
        return np.ones(len(step_m), dtype=bool)
    with np.errstate(invalid="ignore"):
        return step_m / np.diff(edge_s) > RIDE_SPEED_M_S


def _cadence(
    edge_s: FloatArray, cadence_per_min: FloatArray, way_m: FloatArray, placed_m: FloatArray, factor: int | None
) -> FloatArray:
    """Cadence of both feet over each stretch, shape (n,); NaN throughout where the file's is not used.  [steps/min]"""
    if factor is None:
        return np.full(len(edge_s) - 1, np.nan)
    return mean_between(edge_s, mended_cadence(edge_s, cadence_per_min, way_m, placed_m, factor))


def _as_recorded(cadence_per_min: FloatArray, seconds: FloatArray, factor: int | None) -> float:
    """Footfalls as a device sums them that neither bridges nor drops anything."""
    if factor is None:
        return math.nan
    return factor * float(np.nansum((cadence_per_min[1:] + cadence_per_min[:-1]) / 2 * seconds)) / 60.0


def _factor(
    run: Run,
    cadence_per_min: FloatArray,
    edge_s: FloatArray,
    seconds: FloatArray,
    speed: FloatArray,
    prior_log_odds: float,
    chosen: int | None,
) -> tuple[int | None, tuple[Note, ...]]:
    """Steps or strides, once for the file; None = no cadence is used."""
    between = mean_between(edge_s, cadence_per_min)
    strides = math.nan if run.session is None or run.session.total_strides is None else float(run.session.total_strides)
    evidence = factor_evidence(between, speed, seconds, prior_log_odds=prior_log_odds, total_strides=strides)
    if evidence is None:
        return None, (Note("cadence-not-usable", {}),) if np.any(cadence_per_min > 0) else ()
    if chosen is not None:
        return chosen, ()
    if evidence.factor is None:
        return None, (Note("cadence-unit-unclear", {"cadence": evidence.cadence_per_min, "speed": evidence.speed_m_s}),)
    return evidence.factor, ()


def _prior_log_odds(source: Source) -> float:
    if source.format == "fit":
        return FIT_PRIOR
    return STRAVA_PRIOR if "strava" in (source.producer or "").lower() else XML_PRIOR
