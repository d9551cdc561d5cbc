"""A run as stretches between its samples: time, way, speed, cadence, gait, slope and contact of each.

Every stretch is weighted by its timer time, so that a watch that records each second and one that records when it likes
give the same sums. A gap is not a pause: way and time go on across it.
"""

import math
from dataclasses import dataclass

import numpy as np

from footfall.metrics.cadence import factor_evidence, mean_between, mended_cadence
from footfall.metrics.contact import recorded_duty_factor
from footfall.metrics.gait import gait
from footfall.metrics.grade import grade, grade_band, smoothed_altitude_m
from footfall.metrics.track import (
    pauses_by_displacement,
    smoothed_speed_m_s,
    way_from_positions_m,
    way_from_speed_m,
    way_recorded_m,
)
from footfall.model.intervals import FloatArray, IntArray, Intervals
from footfall.model.measured import Gait, GradeBand
from footfall.model.problem import Note
from footfall.model.run import Run

FIT_PRIOR, XML_PRIOR, STRAVA_PRIOR = math.log(50.0), math.log(5.0), -math.log(5.0)
"""Log-odds of strides over steps before looking: the FIT profile defines strides; 165 of 167 real GPX and TCX runs hold
strides as well; files that Strava made hold steps."""

LEAD_IN_S = 60.0
"""Longest span before the first sample that counts as run: longer, and the watch had no samples rather than few.  [s]"""


@dataclass(frozen=True, eq=False)
class Stretches:
    """The run between samples. Arrays shape (n,) unless said; NaN = not known.

    edge_s, edge_timer_s   shape (n + 1,): the samples' own times, with and without pauses.  [s]
    way_at_m               shape (n + 1,), cumulative; NaN throughout where there is none.  [m]
    way_source             device, gps or none.
    smoothed_altitude_m    shape (n + 1,).  [m]
    seconds                timer time.  [s]
    way_m                  0 where not known.  [m]
    speed_m_s, cadence_spm (both feet), gait, grade (bands)
    graded                 1.0 where the slope is known, else 0.0.
    duty_factor            recorded, running on the level; NaN elsewhere.
    factor                 1 = the file counts steps, 2 = strides, None = its cadence is not used.
    """

    edge_s: FloatArray
    edge_timer_s: FloatArray
    way_at_m: FloatArray
    way_source: str
    smoothed_altitude_m: FloatArray
    pauses: Intervals
    seconds: FloatArray
    way_m: FloatArray
    speed_m_s: FloatArray
    cadence_spm: FloatArray
    gait: IntArray
    grade: IntArray
    graded: FloatArray
    duty_factor: FloatArray
    factor: int | None
    notes: tuple[Note, ...]


def stretches_of(run: Run, cadence_factor: int | None = None) -> Stretches:
    """Cut a run at its samples.

    cadence_factor  1 or 2 = what the user says the file's cadence must be multiplied by; None = decided by evidence.
    """
    edge_s, columns, lead_in = _with_lead_in(run)
    way_at_m, way_source = _way(run, edge_s, columns)
    pauses = run.pauses if len(run.pauses) or run.source.format == "fit" else pauses_by_displacement(edge_s, way_at_m)
    timer_s = edge_s - pauses.before(edge_s)
    speed = smoothed_speed_m_s(timer_s, way_at_m)
    factor, factor_notes = _factor(run, columns["cadence_per_min"], edge_s, timer_s, speed, cadence_factor)
    if factor is None:
        cadence = np.full(len(edge_s) - 1, np.nan)
    else:
        cadence = mean_between(edge_s, mended_cadence(edge_s, columns["cadence_per_min"], way_at_m, factor))
    altitude = smoothed_altitude_m(way_at_m, columns["altitude_m"])
    slope_at = grade(way_at_m, altitude)
    slope = (slope_at[1:] + slope_at[:-1]) / 2
    motion, band = gait(speed, cadence), grade_band(slope)
    contact = recorded_duty_factor(mean_between(edge_s, columns["stance_time_s"]), cadence)
    return Stretches(
        edge_s=edge_s,
        edge_timer_s=timer_s,
        way_at_m=way_at_m,
        way_source=way_source,
        smoothed_altitude_m=altitude,
        pauses=pauses,
        seconds=np.diff(timer_s),
        way_m=np.nan_to_num(np.diff(way_at_m), nan=0.0),
        speed_m_s=speed,
        cadence_spm=cadence,
        gait=motion,
        grade=band,
        graded=np.isfinite(slope).astype(np.float64),
        duty_factor=np.where((motion == Gait.RUN) & (band == GradeBand.LEVEL), contact, np.nan),
        factor=factor,
        notes=lead_in + factor_notes,
    )


def _with_lead_in(run: Run) -> tuple[FloatArray, dict[str, FloatArray], tuple[Note, ...]]:
    """Samples with the start itself as a first sample, where the first one comes a little after it."""
    names = ("distance_m", "speed_m_s", "cadence_per_min", "altitude_m", "stance_time_s", "lat_deg", "lon_deg")
    time_s = run.samples["time_s"]
    columns = {name: run.column(name) for name in names}
    if not 0 < time_s[0] <= LEAD_IN_S:
        return time_s, columns, (Note("late-first-sample", {"seconds": float(time_s[0])}),) if time_s[0] > LEAD_IN_S else ()
    columns = {name: np.concatenate([values[:1], values]) for name, values in columns.items()}
    if columns["distance_m"][0] <= 12 * time_s[0]:  # False for NaN; a leg of a triathlon may go on counting
        columns["distance_m"][0] = 0.0
    return np.concatenate([[0.0], time_s]), columns, ()


def _way(run: Run, time_s: FloatArray, columns: dict[str, FloatArray]) -> tuple[FloatArray, str]:
    """Cumulative way and where it comes from: device, gps or none."""
    recorded = way_recorded_m(time_s, columns["distance_m"])
    if np.isfinite(recorded).any() and recorded[-1] > recorded[0]:
        return recorded, "device"
    along = way_from_positions_m(time_s, columns["lat_deg"], columns["lon_deg"])
    if np.isfinite(along).any():
        return along, "gps"
    integrated = way_from_speed_m(time_s, columns["speed_m_s"])
    if np.isfinite(integrated).any():
        return integrated, "device"
    session = run.session
    if session is not None and session.distance_m is not None and time_s[-1] > time_s[0]:
        return session.distance_m * (time_s - time_s[0]) / (time_s[-1] - time_s[0]), "device"
    return np.full(len(time_s), np.nan), "none"


def _factor(
    run: Run,
    cadence_per_min: FloatArray,
    time_s: FloatArray,
    timer_s: FloatArray,
    speed: FloatArray,
    chosen: int | None,
) -> tuple[int | None, tuple[Note, ...]]:
    """Steps or strides, once for the file; None = no cadence is used."""
    between = mean_between(time_s, cadence_per_min)
    strides = math.nan if run.session is None or run.session.total_strides is None else float(run.session.total_strides)
    evidence = factor_evidence(between, speed, np.diff(timer_s), prior_log_odds=_prior_log_odds(run), total_strides=strides)
    if evidence is None or chosen is not None:
        return (chosen if evidence is not None else None), ()
    if evidence.factor is None:
        return None, (Note("cadence-unit-unclear", {"cadence": evidence.cadence_per_min, "speed": evidence.speed_m_s}),)
    return evidence.factor, ()


def _prior_log_odds(run: Run) -> float:
    if run.source.format == "fit":
        return FIT_PRIOR
    return STRAVA_PRIOR if "strava" in (run.source.producer or "").lower() else XML_PRIOR
