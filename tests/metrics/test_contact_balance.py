"""Left and right: as many footfalls of each, and the contact that the device tells apart."""

import math

import numpy as np
import pytest

from footfall.metrics.calibrate import calibrate
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.intervals import FloatArray
from footfall.model.run import Run
from footfall.model.summary import RunSummary
from tests.metrics.made import START, made_run


def with_balance(balance_pct: FloatArray | None, **more: object) -> RunSummary:
    made = made_run(**more)  # type: ignore[arg-type]
    samples = dict(made.samples)
    if balance_pct is not None:
        samples["stance_time_balance_pct"] = balance_pct
    run = Run(id=made.id, start=START, samples=samples, source=made.source, sport="running")
    measured = measure(run)
    return express(measured, calibrate([measured], Athlete()), Athlete())


def test_feet_alternate_so_either_has_half_of_the_running_footfalls() -> None:
    speed, cadence = np.full(1801, 2.8), np.full(1801, 83.0)
    speed[600:1200], cadence[600:1200] = 1.4, 57.0
    run = with_balance(np.full(1801, 51.2), speed_m_s=speed, cadence_per_min=cadence)
    assert run.footfalls.left == run.footfalls.right == pytest.approx(run.footfalls.running / 2)
    assert run.footfalls.walking == pytest.approx(10 * 114, rel=0.02)
    assert run.contact_balance.value == pytest.approx(51.2)


def test_without_a_balance_neither_side_is_made_up() -> None:
    run = with_balance(None)
    assert math.isnan(run.footfalls.left)
    assert math.isnan(run.footfalls.right)
    assert not run.contact_balance.known


def test_the_mean_goes_by_time_and_says_how_much_of_the_running_it_rests_on() -> None:
    """Ten minutes at 52 % each second, ten at 49 % every five seconds, ten without."""
    step_s = np.concatenate([np.ones(601), np.full(120, 5.0), np.ones(600)])
    balance = np.concatenate([np.full(601, 52.0), np.full(120, 49.0), np.full(600, np.nan)])
    run = with_balance(balance, step_s=step_s, seconds=0)
    assert run.contact_balance.value == pytest.approx(50.5, abs=0.01)
    assert run.contact_balance.coverage == pytest.approx(2 / 3, abs=0.002)
    assert run.contact_balance.source == "recorded"


def test_a_sensor_that_feels_one_side_alone_tells_of_no_gait() -> None:
    balance = np.full(1801, 50.4)
    balance[:300], balance[300:310] = 100.0, 0.0
    run = with_balance(balance)
    assert run.contact_balance.value == pytest.approx(50.4)
    assert run.contact_balance.coverage == pytest.approx(1491 / 1800, abs=0.01)


def test_the_balance_of_a_walk_is_not_that_of_the_run() -> None:
    speed, cadence, balance = np.full(1801, 2.8), np.full(1801, 83.0), np.full(1801, 50.0)
    speed[600:1200], cadence[600:1200], balance[600:1200] = 1.4, 57.0, 60.0
    run = with_balance(balance, speed_m_s=speed, cadence_per_min=cadence)
    assert run.contact_balance.value == pytest.approx(50.0, abs=0.05)
