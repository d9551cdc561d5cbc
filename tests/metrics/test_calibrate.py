"""What is learned from a runner's own runs, on runners whose truth is known."""

import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.metrics.calibrate import PUBLISHED_EASY, calibrate, population_line
from footfall.metrics.express import express
from footfall.metrics.footforce import bin_force_bw
from footfall.metrics.measure import measure
from footfall.metrics.parts import parts_of
from footfall.model.athlete import Athlete
from footfall.model.measured import Measured
from footfall.model.run import StartKind
from tests.metrics.made import made_run

ATHLETE = Athlete(height_m=1.73)


def runner(count: int, *, above_spm: float = 8.0, slope: float = 14.0) -> list[Measured]:
    """Runs of someone who steps `above_spm` more than the published line at 3 m/s, with a slope of her own."""
    rng = np.random.default_rng(3)
    runs = []
    for _ in range(count):
        speed = np.repeat(rng.uniform(2.2, 4.0, 30), 60)
        cadence = (167 + above_spm + slope * (speed - 3.0)) / 2
        runs.append(measure(made_run(seconds=len(speed) - 1, speed_m_s=speed, cadence_per_min=cadence)))
    return runs


def test_two_runs_keep_the_published_line() -> None:
    assert calibrate(runner(2), ATHLETE).cadence_line == population_line(1.73)


def test_three_runs_give_a_line_of_ones_own() -> None:
    line = calibrate(runner(3), ATHLETE).cadence_line
    assert (line.source, line.runs) == ("personal", 3)
    assert line.half_width == pytest.approx(1.6449 * 0.025 * math.sqrt(1 + math.pi / 2 / 3), rel=1e-4)
    assert line.at_3 == pytest.approx(175, abs=0.5)
    assert line.slope == pytest.approx(14, abs=1)


def test_one_run_with_a_wrong_sensor_does_not_move_the_line() -> None:
    odd = measure(made_run(seconds=1800, cadence_per_min=75.0))
    line = calibrate([*runner(6), odd], ATHLETE).cadence_line
    assert line.at_3 == pytest.approx(175, abs=1.5)


def test_one_long_run_with_a_wrong_sensor_does_not_outweigh_two() -> None:
    runs = [measure(made_run(seconds=1800 + k, cadence_per_min=82.0)) for k in range(2)]
    odd = measure(made_run(seconds=9000, cadence_per_min=75.0))
    line = calibrate([*runs, odd], ATHLETE).cadence_line
    assert line.at_3 + line.slope * (2.8 - 3.0) == pytest.approx(164)


def test_a_few_seconds_of_running_are_no_run_for_the_easy_level() -> None:
    short = [measure(made_run(seconds=20 + k)) for k in range(6)]
    assert calibrate(short, ATHLETE).easy == PUBLISHED_EASY


def test_a_run_without_any_record_of_motion_is_unknown_and_not_zero() -> None:
    blind = measure(made_run(with_distance=False, cadence_per_min=None))
    summary = express(blind, calibrate([blind], ATHLETE), ATHLETE)
    assert not summary.footfalls.total.known
    assert np.isnan(summary.running_s)
    assert not summary.load.measure.known
    assert [note.code for note in summary.notes] == ["motion-unknown", "no-body-mass", "assumed-utc"]


@pytest.mark.parametrize(("kind", "said"), [(StartKind.UTC, True), (StartKind.LOCAL, False), (StartKind.DAY, False)])
def test_only_an_instant_without_a_zone_has_its_local_day_assumed(kind: StartKind, said: bool) -> None:
    measured = measure(replace(made_run(), start_kind=kind))
    codes = [note.code for note in express(measured, calibrate([measured], ATHLETE), ATHLETE).notes]
    assert ("assumed-utc" in codes) is said


def test_runs_at_one_speed_keep_the_published_slope() -> None:
    runs = [measure(made_run(seconds=1200 + 60 * k, cadence_per_min=86.0)) for k in range(4)]
    line = calibrate(runs, ATHLETE).cadence_line
    assert line.slope == population_line(1.73).slope
    assert line.at_3 + line.slope * (2.8 - 3.0) == pytest.approx(172)


def test_the_order_of_runs_does_not_matter() -> None:
    runs = runner(6)
    assert calibrate(runs, ATHLETE) == calibrate(runs[::-1], ATHLETE)


def test_a_run_without_cadence_uses_the_own_line_and_says_so() -> None:
    silent = measure(made_run(cadence_per_min=None, speed_m_s=3.0))
    calibration = calibrate([*runner(3), silent], ATHLETE)
    summary = express(silent, calibration, ATHLETE)
    assert summary.footfalls.total.source == "personal"
    assert summary.footfalls.total.value == pytest.approx(30 * 175, rel=0.01)
    assert summary.footfalls.total.high / summary.footfalls.total.value == pytest.approx(1.0508, abs=0.0001)


def test_a_device_that_reads_contact_long_is_brought_to_the_published_level() -> None:
    long = [measure(made_run(seconds=1800, speed_m_s=3.0, stance_time_s=0.371 * 120 / 166 * 1.1, device="long"))]
    calibration = calibrate(long, ATHLETE)
    assert calibration.contact_anchor["long"].scale == pytest.approx(1 / 1.1, rel=0.005)
    assert bin_force_bw(long[0], calibration)[0] == pytest.approx(1.75 / (2 * 0.371), rel=0.005)


def test_within_one_device_a_shorter_contact_still_means_more_force() -> None:
    usual = [measure(made_run(seconds=1800 + k, speed_m_s=3.0, stance_time_s=0.27)) for k in range(5)]
    quick = measure(made_run(seconds=1700, speed_m_s=3.0, stance_time_s=0.25))
    calibration = calibrate([*usual, quick], ATHLETE)
    ratio = float(bin_force_bw(quick, calibration)[0] / bin_force_bw(usual[0], calibration)[0])
    assert ratio == pytest.approx(0.27 / 0.25, rel=1e-6)


def test_easy_kilometres_rest_on_published_values_until_there_are_five_runs() -> None:
    assert calibrate(runner(4), ATHLETE).easy == PUBLISHED_EASY
    assert calibrate(runner(5), ATHLETE).easy.runs == 5


def test_an_easy_run_is_as_many_easy_kilometres_as_it_is_long() -> None:
    runs = [measure(made_run(seconds=1800 + 60 * k, speed_m_s=2.7, cadence_per_min=82.0)) for k in range(6)]
    summary = express(runs[0], calibrate(runs, ATHLETE), ATHLETE)
    assert summary.distance_m is not None
    for exponent in ("b1", "b4", "b10"):
        assert summary.easy_km[exponent] == pytest.approx(summary.distance_m / 1000, rel=1e-6)


def test_every_load_model_is_finite_on_a_run_and_unknown_on_none() -> None:
    from footfall.metrics.load import LOAD_MODELS

    run = measure(made_run())
    still = measure(made_run(speed_m_s=0.0, cadence_per_min=0.0))
    calibration = calibrate([run], ATHLETE)
    for name, model in LOAD_MODELS.items():
        assert model.name == name
        assert model.unit
        assert model.source
        assert model.needs
        assert np.isfinite(model.load(run, parts_of(run, calibration), calibration).value)
        assert np.isnan(model.load(still, parts_of(still, calibration), calibration).value)
        assert len(model.per_minute(run, calibration)) == len(run.minutes)
