"""Cadence that contradicts speed is dropped where it lasts, and nowhere else."""

import numpy as np
import pytest

from footfall.metrics.measure import measure
from footfall.model.intervals import FloatArray
from footfall.model.measured import Measured
from footfall.model.problem import Note
from tests.metrics.made import made_run

CODE = "cadence-contradicts-speed"


def said(measured: Measured) -> list[Note]:
    return [note for note in measured.notes if note.code == CODE]


def without_cadence_s(measured: Measured) -> float:
    return float(np.sum(measured.bins.time_s) - np.sum(measured.bins.cadence_time_s))


def with_part(*, cadence: float, speed: float, seconds: int = 120, usual: float = 83.0, usual_speed: float = 2.8) -> Measured:
    """Half an hour whose minutes 10 to 12 have another cadence and speed."""
    cadences, speeds = np.full(1801, usual), np.full(1801, usual_speed)
    cadences[600 : 600 + seconds], speeds[600 : 600 + seconds] = cadence, speed
    return measure(made_run(cadence_per_min=cadences, speed_m_s=speeds))


def test_minutes_in_which_the_sensor_missed_every_second_step_are_left_to_the_line_and_said() -> None:
    measured = with_part(cadence=41.5, speed=3.0)
    assert without_cadence_s(measured) == pytest.approx(120, abs=2)
    (note,) = said(measured)
    assert note.values["minutes"] == pytest.approx(2.0, abs=0.05)
    assert note.values["step"] == pytest.approx(3.0 * 60 / 83, rel=0.02)


def test_minutes_with_twice_the_steps_are_left_to_the_line() -> None:
    # 119.5 strides a minute are 239 steps; at 1.9 m/s that is 0.48 m a step
    assert without_cadence_s(with_part(cadence=119.5, speed=1.9, usual=75.0, usual_speed=2.2)) == pytest.approx(120, abs=12)


@pytest.mark.parametrize("seconds", [3, 8])
def test_a_moment_is_no_contradiction(seconds: int) -> None:
    measured = with_part(cadence=41.5, speed=3.0, seconds=seconds)
    assert without_cadence_s(measured) == 0
    assert not said(measured)


@pytest.mark.parametrize(
    ("cadence", "speed"),
    [(95.0, 5.8), (100.0, 7.0), (80.0, 4.6), (75.0, 1.3), (80.0, 0.9)],
    ids=["1.83 m at 5.8 m/s", "2.1 m at 7 m/s", "1.73 m", "0.52 m", "0.34 m, but it is the speed that is doubtful"],
)
def test_long_steps_of_fast_runners_and_short_ones_of_slow_runners_are_kept(cadence: float, speed: float) -> None:
    measured = with_part(cadence=cadence, speed=speed)
    assert without_cadence_s(measured) == 0
    assert not said(measured)


def test_an_ordinary_run_has_nothing_said() -> None:
    rng = np.random.default_rng(2)
    speed, cadence = rng.normal(2.8, 0.5, 1801), 83 + rng.normal(0, 2, 1801)
    assert not said(measure(made_run(speed_m_s=np.clip(speed, 0.5, 5), cadence_per_min=cadence)))


def test_a_start_seen_by_two_sensors_at_two_moments_is_none() -> None:
    cadence, speed = np.full(1801, 83.0), np.full(1801, 3.5)
    speed[:60], cadence[:66] = 0.0, 0.0  # the first steps are felt six seconds after the way begins
    assert not said(measure(made_run(cadence_per_min=cadence, speed_m_s=speed, with_positions=True)))


def test_a_leap_of_the_positions_speaks_against_the_positions() -> None:
    """90 m in three seconds: averaged over ten it looks like eleven seconds at 6 m/s and more."""
    speed = np.full(1801, 2.8)
    speed[900:903] = 30.0
    assert not said(measure(made_run(speed_m_s=speed)))


def test_positions_that_were_lost_and_found_again_speak_against_the_positions() -> None:
    """A minute in which the way goes at 7 m/s, or hardly on, while the legs go on as in the rest of the run."""
    for speed in (7.0, 1.2):
        assert not said(with_part(cadence=84.0, speed=speed, seconds=60, usual_speed=2.6))


def test_a_whole_run_that_contradicts_its_speed_has_no_usual_cadence() -> None:
    """The user said steps where the file has strides: 83 a minute at 2.8 m/s are 2 m a step."""
    measured = measure(made_run(cadence_per_min=83.0, speed_m_s=2.8), 1)
    assert without_cadence_s(measured) == pytest.approx(1800)
    assert said(measured)


def test_one_stretch_across_a_change_of_pace_is_none() -> None:
    """Smart recording: 190 steps/min before, 130 after, 160 between, and most of that way was walked."""
    step_s = np.concatenate([np.full(100, 5.0), [12.0], np.full(100, 5.0)])
    speed = np.concatenate([np.full(100, 5.5), [1.2], np.full(100, 1.2)])
    cadence = np.concatenate([np.full(100, 95.0), np.full(101, 66.0)])
    assert not said(measure(made_run(step_s=step_s, speed_m_s=speed, cadence_per_min=cadence)))


def test_steep_ground_is_another_matter() -> None:
    def steep(slope: float) -> Measured:
        cadence: FloatArray = np.full(1801, 83.0)
        speed = np.full(1801, 2.8)
        speed[600:900], cadence[600:900] = 1.4, 92.0  # 0.46 m a step
        way = np.concatenate([[0.0], np.cumsum(speed[1:])])
        climb = np.interp(way, [way[500], way[1000]], [0.0, slope * (way[1000] - way[500])])
        return measure(made_run(cadence_per_min=cadence, speed_m_s=speed, altitude_m=climb))

    assert said(steep(0.0))
    assert not said(steep(0.25))


def test_twice_as_slow_sampling_drops_the_same_time() -> None:
    step_s = np.random.default_rng(4).uniform(1, 8, 400)
    at = np.cumsum(step_s) - step_s[0]
    cadence = np.where((at > 600) & (at < 900), 41.5, 83.0)
    measured = measure(made_run(step_s=step_s, speed_m_s=3.0, cadence_per_min=cadence))
    assert without_cadence_s(measured) == pytest.approx(300, abs=16)
