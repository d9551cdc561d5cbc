"""The recorded cadence of running, minute by minute: walking, estimates and scraps of minutes have no part in it."""

import math

import numpy as np
import pytest

from footfall.metrics.calibrate import calibrate
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.intervals import FloatArray
from tests.metrics.made import made_run


def running_spm(**more: object) -> FloatArray:
    measured = measure(made_run(**more))  # type: ignore[arg-type]
    curve = express(measured, calibrate([measured], Athlete()), Athlete()).curve
    assert len(curve.running_spm) == len(curve.minute)
    assert math.isnan(curve.running_spm[0])
    return curve.running_spm[1:]


def test_each_minute_has_its_own_cadence_both_feet() -> None:
    cadence = np.repeat([80.0, 84.0, 86.0], 60)
    found = running_spm(seconds=180.0, cadence_per_min=np.append(cadence[:1], cadence))
    assert found == pytest.approx([160, 168, 172], abs=0.1)


def test_walking_is_left_out_even_of_minutes_that_hold_both() -> None:
    speed, cadence = np.full(601, 2.8), np.full(601, 83.0)
    speed[241:400], cadence[241:400] = 1.4, 57.0  # minutes 4 and 5 whole, and 40 s of minute 6
    found = running_spm(seconds=600.0, speed_m_s=speed, cadence_per_min=cadence)
    known = np.isfinite(found)
    assert known.tolist() == [True] * 4 + [False] * 3 + [True] * 3
    assert found[known] == pytest.approx(166, abs=0.5)


def test_a_cadence_that_was_not_recorded_is_not_filled_in() -> None:
    assert np.isnan(running_spm(cadence_per_min=None)).all()


def test_a_hole_too_long_to_bridge_is_a_gap() -> None:
    found = running_spm(seconds=900.0, cadence_per_min=np.where((np.arange(901) > 300) & (np.arange(901) <= 600), np.nan, 83.0))
    assert np.flatnonzero(np.isnan(found)).tolist() == [5, 6, 7, 8, 9]


@pytest.mark.parametrize(("seconds", "known"), [(620.0, 10), (640.0, 11)])
def test_a_last_part_of_a_minute_counts_from_half_of_it_on(seconds: float, known: int) -> None:
    found = running_spm(seconds=seconds)
    assert len(found) == 11
    assert np.isfinite(found).sum() == known


def test_pauses_do_not_count_as_minutes() -> None:
    assert np.isfinite(running_spm(seconds=900.0, pauses=[(120.0, 420.0)])).tolist() == [True] * 10
