"""A planned run has the numbers of a run at that speed."""

import datetime as dt

import numpy as np
import pytest

from footfall.metrics.calibrate import calibrate
from footfall.metrics.express import express
from footfall.metrics.planned import planned
from footfall.model.athlete import Athlete

START = dt.datetime(2026, 6, 1, 10, tzinfo=dt.UTC)


def test_minutes_and_way_add_up() -> None:
    run = planned(10_000, 2.75, START, 7200)
    assert float(np.sum(run.minutes.time_s)) == pytest.approx(10_000 / 2.75)
    assert float(np.sum(run.minutes.distance_m)) == pytest.approx(10_000)
    assert run.minutes.minute.size == 61
    assert run.totals.timer_s == pytest.approx(run.bins.time_s[0])


def test_the_worked_example_of_three_miles_at_ten_minutes() -> None:
    """SCIENCE: 70 kg, 1.75 m, 2.682 m/s: 162.8 steps/min, 4,883 footfalls, 2.27 BW, 11,080 BW·footfalls."""
    athlete = Athlete(body_mass_kg=70, height_m=1.75)
    run = express(planned(3 * 1609.344, 1609.344 / 600, START, 0), calibrate([], athlete), athlete)
    assert run.cadence.source == "population"
    assert run.footfalls.total.value == pytest.approx(4883, rel=0.005)
    assert run.force.value == pytest.approx(2.27, abs=0.01)
    assert run.load.measure.value == pytest.approx(11_080, rel=0.01)
    assert run.local_date == dt.date(2026, 6, 1)
