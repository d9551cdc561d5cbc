"""The worked example: 70 kg, 1.75 m, 3 miles at 10:00 a mile, no cadence."""

import numpy as np
import pytest

from footfall.metrics.calibrate import calibrate
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.summary import RunSummary
from tests.metrics.made import made_run

MILE_M = 1609.344


@pytest.fixture(scope="module")
def three_miles() -> RunSummary:
    measured = measure(made_run(seconds=1800.0, speed_m_s=MILE_M / 600, cadence_per_min=None))
    athlete = Athlete(body_mass_kg=70, height_m=1.75)
    return express(measured, calibrate([measured], athlete), athlete)


def test_footfalls_are_4883_not_9000(three_miles: RunSummary) -> None:
    assert three_miles.footfalls.total.value == pytest.approx(4883, rel=0.01)


def test_count_without_cadence_is_called_population_and_is_nine_percent_wide(three_miles: RunSummary) -> None:
    total = three_miles.footfalls.total
    assert total.source == "population"
    assert (total.high - total.value) / total.value == pytest.approx(0.09)
    assert three_miles.notes[0].code == "no-cadence"


def test_peak_force_is_2_27_body_weights(three_miles: RunSummary) -> None:
    assert three_miles.force.value == pytest.approx(2.27, abs=0.005)
    assert three_miles.contact_time_source == "speed"


def test_lumbar_range_from_r_alone_is_2_8_within_1_6_to_5(three_miles: RunSummary) -> None:
    lumbar = three_miles.lumbar_per_footfall
    assert lumbar.value == pytest.approx(2.8, abs=0.05)
    assert lumbar.low == pytest.approx(1.6, abs=0.1)
    assert lumbar.high == pytest.approx(5.0, abs=0.1)


def test_load_is_11080_body_weight_footfalls(three_miles: RunSummary) -> None:
    assert three_miles.load.measure.value == pytest.approx(11_080, rel=0.002)


def test_lumbar_sum_in_kilonewtons_follows_from_mass(three_miles: RunSummary) -> None:
    assert three_miles.lumbar_cumulative_kn is not None
    expected = three_miles.lumbar_cumulative.value * 70 * 9.80665 / 1000
    assert three_miles.lumbar_cumulative_kn.value == pytest.approx(expected)


def test_curve_ends_in_the_totals_and_never_falls(three_miles: RunSummary) -> None:
    curve = three_miles.curve
    assert curve.minute[-1] == pytest.approx(30.0)
    assert curve.footfalls[-1] == pytest.approx(three_miles.footfalls.total.value)
    assert curve.load[-1] == pytest.approx(three_miles.load.measure.value)
    assert curve.distance_m[-1] == pytest.approx(3 * MILE_M)
    assert np.all(np.diff(curve.footfalls) > 0)


def test_clinic_band_is_two_and_a_half_to_three_per_footfall(three_miles: RunSummary) -> None:
    clinic = next(load for load in three_miles.loads if load.model == "clinic")
    total = three_miles.footfalls.total
    assert clinic.exploratory
    assert clinic.measure.low == pytest.approx(2.5 * total.low)
    assert clinic.measure.value == pytest.approx(2.75 * total.value)
    assert clinic.measure.high == pytest.approx(3.0 * total.high)


@pytest.mark.parametrize(("speed_m_s", "cadence_per_min", "said"), [(2.1, None, True), (2.8, None, False), (2.1, 82.0, False)])
def test_slow_running_without_cadence_is_said_to_look_like_walking(
    speed_m_s: float, cadence_per_min: float | None, said: bool
) -> None:
    measured = measure(made_run(seconds=1800.0, speed_m_s=speed_m_s, cadence_per_min=cadence_per_min))
    run = express(measured, calibrate([measured], Athlete()), Athlete())
    assert ("gait-by-speed" in {note.code for note in run.notes}) is said
