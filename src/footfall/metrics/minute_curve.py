"""The run minute by minute: footfalls, load, easy kilometres, way and cadence, cumulative."""

import math

import numpy as np

from footfall.metrics.footfalls import count
from footfall.metrics.load import LOAD_MODELS
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measured import Measured
from footfall.model.summary import Curve, Load


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
    )


def _cumulative(per_minute: FloatArray, total: float) -> FloatArray:
    """Running sum from 0, ending in `total`; NaN after the start where the total is not known."""
    running = np.concatenate([[0.0], np.cumsum(per_minute)])
    if math.isnan(total) or (running[-1] == 0 and total > 0):
        return np.concatenate([[0.0], np.full(len(per_minute), np.nan)])
    result: FloatArray = running * (total / running[-1]) if running[-1] > 0 else running
    return result
