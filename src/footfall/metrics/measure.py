"""measure: a run to time, way, footfalls and contact per bin and per minute. A function of the file alone."""

import math

import numpy as np

from footfall.metrics.device_totals import Believed, believed
from footfall.metrics.grade import CLIMB_COVERAGE, climb_m
from footfall.metrics.stretches import Stretches, stretches_of
from footfall.metrics.unread_steps import unread_steps
from footfall.model.intervals import FloatArray
from footfall.model.measured import SPEED_BIN_M_S, Bins, Gait, GradeBand, Header, Measured, Minutes, Totals
from footfall.model.run import Run

_UNKNOWN, _STAND, _WALK, _RUN = (int(one) for one in (Gait.UNKNOWN, Gait.STAND, Gait.WALK, Gait.RUN))


def measure(run: Run, cadence_factor: int | None = None) -> Measured:
    """Measure one run.

    cadence_factor  1 or 2 = what the user says the file's cadence must be multiplied by; None = decided by evidence.
    Returns         sums that do not depend on the runner's mass, height or other runs.
    """
    stretches = stretches_of(run, cadence_factor)
    told = believed(run, stretches)
    return Measured(
        run_id=run.id,
        header=_header(run),
        bins=_bins(stretches),
        minutes=_minutes(stretches),
        totals=_totals(run, stretches, told),
        laps=run.laps,
        pauses=stretches.pauses,
        notes=run.notes + stretches.notes + told.notes + unread_steps(run),
    )


def _bins(stretches: Stretches) -> Bins:
    """Moving time by speed x gait x grade band; a stretch without a known speed has a bin of its own (speed NaN)."""
    moving = (stretches.gait > _STAND) & (stretches.seconds > 0)
    speed = stretches.speed_m_s[moving]
    step = np.where(np.isfinite(speed), np.floor(np.nan_to_num(speed) / SPEED_BIN_M_S + 1e-9), -1).astype(np.int64)
    motion, band = stretches.gait[moving], stretches.grade[moving]
    # one number per bin, in the order gait, speed, grade: many times faster than np.unique over rows
    lowest, bands = int(min(GradeBand)), len(GradeBand)
    steps = int(step.max(initial=-1)) + 2
    keys, index = np.unique((motion * steps + step + 1) * bands + band - lowest, return_inverse=True)
    gait_and_step, grade_of = np.divmod(keys, bands)
    gait_of, step_of = np.divmod(gait_and_step, steps)
    seconds = stretches.seconds[moving]
    cadence = stretches.cadence_spm[moving]
    duty = stretches.duty_factor[moving]
    counted, touched = np.isfinite(cadence), np.isfinite(duty)

    def total(values: FloatArray) -> FloatArray:
        return np.bincount(index, weights=values, minlength=len(keys)).astype(np.float64)

    time_s, contact_time_s = total(seconds), total(np.where(touched, seconds, 0.0))
    with np.errstate(invalid="ignore", divide="ignore"):
        mean_speed = total(np.where(np.isfinite(speed), speed * seconds, 0.0)) / time_s
        mean_duty = total(np.where(touched, duty * seconds, 0.0)) / contact_time_s
    return Bins(
        speed_m_s=np.where(step_of > 0, mean_speed, np.nan),
        gait=gait_of,
        grade=grade_of + lowest,
        time_s=time_s,
        distance_m=total(stretches.way_m[moving]),
        cadence_time_s=total(np.where(counted, seconds, 0.0)),
        footfalls=total(np.where(counted, cadence * seconds / 60.0, 0.0)),
        contact_time_s=contact_time_s,
        duty_factor=np.where(contact_time_s > 0, mean_duty, np.nan),
    )


def _minutes(stretches: Stretches) -> Minutes:
    """The same sums per timer minute: cumulative sums at the samples, read off at the minutes."""
    edge = stretches.edge_timer_s
    count = max(math.ceil(edge[-1] / 60.0), 1)
    marks = np.minimum(np.arange(count + 1) * 60.0, edge[-1])
    counted = np.isfinite(stretches.cadence_spm)
    parts: list[list[FloatArray]] = []
    for motion in (_WALK, _RUN):
        mine = stretches.gait == motion
        seconds = np.where(mine, stretches.seconds, 0.0)
        sums = (
            seconds,
            np.where(mine, stretches.way_m, 0.0),
            np.where(counted, seconds, 0.0),
            np.where(counted & mine, stretches.cadence_spm * seconds / 60.0, 0.0),
        )
        per_minute = [np.diff(np.interp(marks, edge, np.concatenate([[0.0], np.cumsum(values)]))) for values in sums]
        has = per_minute[0] > 1e-9
        minute = np.flatnonzero(has).astype(np.float64)
        parts.append([minute, np.full(len(minute), float(motion)), *(values[has] for values in per_minute)])
    minute, motion_of, time_s, distance_m, cadence_time_s, footfalls = map(np.concatenate, zip(*parts, strict=True))
    order = np.argsort(minute, kind="stable")
    return Minutes(
        minute=minute[order].astype(np.int64),
        speed_m_s=(distance_m / time_s)[order] if stretches.way_source != "none" else np.full(len(order), np.nan),
        gait=motion_of[order].astype(np.int64),
        time_s=time_s[order],
        distance_m=distance_m[order],
        cadence_time_s=cadence_time_s[order],
        footfalls=footfalls[order],
    )


def _totals(run: Run, stretches: Stretches, told: Believed) -> Totals:
    session = run.session
    moving = stretches.gait > _STAND
    moving_s = float(np.sum(stretches.seconds[moving]))
    told_sides = np.isfinite(stretches.left_contact_pct)
    balance_s = float(np.sum(stretches.seconds[told_sides]))
    left_s = float(np.sum((stretches.left_contact_pct / 100.0 * stretches.seconds)[told_sides]))
    up, down = _climb_m(stretches)

    def seconds_of(motion: int) -> float:
        return float(np.sum(stretches.seconds[stretches.gait == motion]))

    return Totals(
        elapsed_s=told.elapsed_s,
        timer_s=told.timer_s,
        running_s=seconds_of(_RUN),
        walking_s=seconds_of(_WALK),
        standing_s=seconds_of(_STAND),
        unknown_s=seconds_of(_UNKNOWN),
        distance_m=_known(told.distance_m),
        distance_source=told.distance_source,
        ascent_m=session.ascent_m if session is not None and session.ascent_m is not None else _known(up),
        descent_m=session.descent_m if session is not None and session.descent_m is not None else _known(down),
        cadence_factor=stretches.factor,
        cadence_from=stretches.cadence_from,
        as_recorded=stretches.as_recorded,
        balance_s=balance_s,
        left_contact_pct=left_s / balance_s * 100.0 if balance_s > 0 else math.nan,
        grade_coverage=float(np.sum((stretches.graded * stretches.seconds)[moving]) / moving_s) if moving_s > 0 else 0.0,
    )


def _climb_m(stretches: Stretches) -> tuple[float, float]:
    """Height gained and lost; NaN where the slope of too much of the way is not known."""
    way_m = float(np.sum(stretches.way_m))
    if not float(np.sum(stretches.way_m * stretches.graded)) >= CLIMB_COVERAGE * way_m > 0:
        return math.nan, math.nan
    return climb_m(stretches.smoothed_altitude_m, stretches.smoothing)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def _header(run: Run) -> Header:
    latitude, longitude = run.column("lat_deg"), run.column("lon_deg")
    fix = np.flatnonzero(np.isfinite(latitude) & np.isfinite(longitude))
    position = (round(float(latitude[fix[0]]), 2), round(float(longitude[fix[0]]), 2)) if fix.size else None
    return Header(
        run.source,
        run.start,
        run.sport,
        run.sub_sport,
        run.utc_offset_s,
        position,
        run.session,
        run.start_kind,
        run.also,
        run.taken,
    )
