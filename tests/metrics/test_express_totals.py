"""A run's totals without its curve: the same numbers, for a table of runs."""

import pickle
from dataclasses import fields

import numpy as np
import pytest

from footfall.metrics.calibrate import calibrate
from footfall.metrics.express import express, express_totals
from footfall.metrics.load import LOAD_MODELS
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from tests.metrics.made import made_run

ATHLETE = Athlete(body_mass_kg=70, height_m=1.75)


@pytest.mark.parametrize("load_model", LOAD_MODELS)
@pytest.mark.parametrize("cadence_per_min", [None, 83.0])
def test_totals_are_those_of_the_run_with_its_curve_to_the_last_bit(load_model: str, cadence_per_min: float | None) -> None:
    measured = measure(made_run(cadence_per_min=cadence_per_min))
    calibration = calibrate([measured], ATHLETE)
    totals = express_totals(measured, calibration, ATHLETE, load_model=load_model)
    whole = express(measured, calibration, ATHLETE, load_model=load_model)
    for field in fields(totals):
        if field.name != "curve":
            assert pickle.dumps(getattr(totals, field.name)) == pickle.dumps(getattr(whole, field.name)), field.name


def test_the_curve_is_empty_where_totals_alone_are_asked_for() -> None:
    measured = measure(made_run())
    calibration = calibrate([measured], ATHLETE)
    totals, whole = (of(measured, calibration, ATHLETE) for of in (express_totals, express))
    assert all(len(getattr(totals.curve, field.name)) == 0 for field in fields(totals.curve))
    assert len(whole.curve.minute) > 1
    assert np.isclose(whole.curve.footfalls[-1], totals.footfalls.total.value)
