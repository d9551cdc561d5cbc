"""Ours: the product's own answer to each published quantity.

What is a quantity of a run is asked of a whole run, through measure, calibrate and express; what is one of a moment, of the
function that gives it. No formula stands here.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np

from footfall.metrics.calibrate import calibrate
from footfall.metrics.contact import contact_time_s, duty_factor_at, recorded_duty_factor
from footfall.metrics.express import express
from footfall.metrics.force import peak_force_bw
from footfall.metrics.load import LOAD_MODELS
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.run import Run, Source
from footfall.model.summary import RunSummary
from validate.row import MILE_M, At, Quantity

SECONDS = 1800.0
FIRST_SPEED_M_S = 2.5
"""Speed that loads per km are relative to.  [m/s]"""


@lru_cache(maxsize=512)
def steady_run(speed_m_s: float, height_m: float | None = None, load_model: str = "ground-force") -> RunSummary:
    """Half an hour on the level at one speed, a sample a second, without cadence, expressed for a runner of that height."""
    time_s = np.arange(0.0, SECONDS + 1.0)
    run = Run(
        id=f"steady-{speed_m_s}",
        start=dt.datetime(2026, 5, 3, 6, 0, tzinfo=dt.UTC),
        samples={"time_s": time_s, "distance_m": time_s * speed_m_s},
        source=Source("steady.fit", "steady", "fit", "validate"),
        sport="running",
    )
    measured, athlete = measure(run), Athlete(height_m=height_m)
    return express(measured, calibrate([measured], athlete), athlete, load_model=load_model)


def _cadence_spm(at: At) -> float:
    return steady_run(at.speed_m_s, at.height_m).cadence.value


def _duty_factor(at: At) -> float:
    return float(duty_factor_at(np.array(at.speed_m_s)))


def _contact_time_s(at: At) -> float:
    return float(contact_time_s(duty_factor_at(np.array(at.speed_m_s)), np.array(_cadence_spm(at))))


def _per_m(run: RunSummary, value: float) -> float:
    if run.distance_m is None:
        raise ValueError("a steady run has a distance")
    return value / run.distance_m


def steps_per_km(at: At) -> float:
    """Footfalls of a kilometre."""
    run = steady_run(at.speed_m_s, at.height_m)
    return 1000.0 * _per_m(run, run.footfalls.total.value)


def _steps_per_mile(at: At) -> float:
    run = steady_run(at.speed_m_s, at.height_m)
    return MILE_M * _per_m(run, run.footfalls.total.value)


def _load_per_m(at: At, speed_m_s: float) -> float:
    """Load of a metre by the model with this exponent; where the product has none, its footfalls times its force to the power."""
    model = "ground-force" if at.exponent == 1 else f"weighted-{at.exponent}"
    if model in LOAD_MODELS:
        run = steady_run(speed_m_s, at.height_m, model)
        return _per_m(run, run.load.measure.value)
    run = steady_run(speed_m_s, at.height_m)
    return _per_m(run, run.footfalls.total.value * run.force.value**at.exponent)


def _load_ratio(at: At) -> float:
    return _load_per_m(at, at.speed_m_s) / _load_per_m(at, FIRST_SPEED_M_S)


def peak_force(at: At) -> float:
    """Mean peak force of a running footfall.  [BW]"""
    return steady_run(at.speed_m_s, at.height_m).force.value


def _walking_force(at: At) -> float:
    run = steady_run(at.speed_m_s, at.height_m)
    return run.load.measure.value / run.footfalls.walking


def _plate_force(at: At) -> float:
    """From contact time and cadence as measured: in a run contact times are anchored per device, and a plate needs none of it."""
    return float(peak_force_bw(recorded_duty_factor(np.array(at.contact_time_s), np.array(at.cadence_spm))))


DOORS: Mapping[Quantity, Callable[[At], float]] = {
    Quantity.CADENCE: _cadence_spm,
    Quantity.WALKING_CADENCE: _cadence_spm,
    Quantity.DUTY_FACTOR: _duty_factor,
    Quantity.CONTACT_TIME: _contact_time_s,
    Quantity.STEPS_PER_KM: steps_per_km,
    Quantity.STEPS_PER_MILE: _steps_per_mile,
    Quantity.LOAD_RATIO: _load_ratio,
    Quantity.PEAK_FORCE: peak_force,
    Quantity.WALKING_FORCE: _walking_force,
    Quantity.PLATE_FORCE: _plate_force,
}
"""Quantity -> ours."""
