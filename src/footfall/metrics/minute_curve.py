"""The run minute by minute: footfalls, load, easy kilometres, way and cadence, cumulative."""

import math

import numpy as np

from footfall.metrics.footfalls import count
from footfall.metrics.load import LOAD_MODELS
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measured import Gait, Measured, Minutes
from footfall.model.summary import Curve, Load

RUNNING_LEAST_S = 30.0
"""Running with a recorded cadence that a minute must hold for that to speak for it."""


def minute_curve(measured: Measured, calibration: Calibration, *, load: Load, footfalls: float, easy_km: float) -> Curve:
    """Cumulative curves over timer minutes.

    load, footfalls, easy_km   the run's own totals: the curves end in them. Minutes are coarser than the bins that totals are
                               taken from, and force is not linear in speed: the last point would otherwise be some tenths of a
                               percent off.
    """
    minutes, totals = measured.minutes, measured.totals
    timer_min = totals.timer_s / 60.0
    moved = int(np.max(minutes.minute)) + 1 if len(minutes) else 0
    length = max(math.ceil(timer_min), moved)
    marks = np.arange(length + 1, dtype=np.float64)
    if length and length - 1 < timer_min < length:
        marks[-1] = timer_min

    def per_minute(values: FloatArray) -> FloatArray:
        return np.bincount(minutes.minute, weights=values, minlength=length).astype(np.float64)

    steps = per_minute(count(minutes, calibration.cadence_line).total)
    moving_s = per_minute(minutes.time_s)
    easy = LOAD_MODELS["ground-force"].per_minute(measured, calibration)
    weighed = easy if load.model == "ground-force" else LOAD_MODELS[load.model].per_minute(measured, calibration)
    way = totals.distance_m
    with np.errstate(invalid="ignore", divide="ignore"):
        cadence = np.where(moving_s > 0, 60.0 * steps / moving_s, np.nan)
    return Curve(
        minute=marks,
        footfalls=_cumulative(steps, footfalls),
        load=_cumulative(per_minute(weighed), load.measure.value),
        distance_m=_cumulative(per_minute(minutes.distance_m), math.nan if way is None else way),
        cadence_spm=np.concatenate([[np.nan], cadence]),
        easy_km=_cumulative(per_minute(easy), easy_km),
        running_spm=np.concatenate([[np.nan], recorded_running_spm(minutes, length)]),
    )


def recorded_running_spm(minutes: Minutes, length: int) -> FloatArray:
    """Recorded cadence of the running in each timer minute, walking left out: no line fills in what was not recorded.

    length   how many minutes the timer ran, the last perhaps in part.
    Returns  shape (length,); NaN below RUNNING_LEAST_S.  [steps/min, both feet]
    """
    running = minutes.gait == int(Gait.RUN)

    def per_minute(values: FloatArray) -> FloatArray:
        return np.bincount(minutes.minute[running], weights=values[running], minlength=length).astype(np.float64)

    recorded_s = per_minute(minutes.cadence_time_s)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(recorded_s >= RUNNING_LEAST_S, 60.0 * per_minute(minutes.footfalls) / recorded_s, np.nan)


def _cumulative(per_minute: FloatArray, total: float) -> FloatArray:
    """Running sum from 0, ending in `total`; NaN after the start where the total is not known."""
    running = np.concatenate([[0.0], np.cumsum(per_minute)])
    if math.isnan(total) or (running[-1] == 0 and total > 0):
        return np.concatenate([[0.0], np.full(len(per_minute), np.nan)])
    result: FloatArray = running * (total / running[-1]) if running[-1] > 0 else running
    return result
