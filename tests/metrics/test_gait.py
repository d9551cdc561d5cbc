"""Run, walk and stand of sessions whose split is known beforehand."""

import numpy as np
import pytest

from footfall.metrics.gait import gait, nominal_gait
from footfall.metrics.measure import measure
from footfall.metrics.stretches import stretches_of
from footfall.model.intervals import FloatArray
from footfall.model.measured import Gait
from footfall.model.run import Run
from tests.metrics.made import made_run

RUN, WALK, STAND = (2.8, 83.0), (1.4, 57.0), (0.0, 0.0)
FAST = (4.5, 92.0)
Phase = tuple[float, tuple[float, float]]


def session(*phases: Phase, with_cadence: bool = True, drop: FloatArray | None = None, with_positions: bool = False) -> Run:
    """Phases of (seconds, (m/s, strides/min)), one after the other, a sample each second."""
    speed = np.concatenate([[phases[0][1][0]], *(np.full(int(seconds), pace[0]) for seconds, pace in phases)])
    cadence = np.concatenate([[phases[0][1][1]], *(np.full(int(seconds), pace[1]) for seconds, pace in phases)])
    return made_run(
        seconds=len(speed) - 1.0,
        speed_m_s=speed,
        cadence_per_min=cadence if with_cadence else None,
        drop=drop,
        with_positions=with_positions,
    )


def bouts(run: Run, motion: Gait) -> list[float]:
    """How long each bout of one gait is.  [s]"""
    stretches = stretches_of(run)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], stretches.gait == motion, [False]]).astype(int))).reshape(-1, 2)
    return [float(np.sum(stretches.seconds[start:end])) for start, end in edges]


@pytest.mark.parametrize("with_cadence", [True, False], ids=["cadence", "speed alone"])
@pytest.mark.parametrize(("run_s", "walk_s"), [(15, 15), (60, 60), (240, 60), (30, 10)])
def test_run_walk_sessions_split_into_as_many_bouts_as_they_have(run_s: int, walk_s: int, *, with_cadence: bool) -> None:
    made = session(*([(run_s, RUN), (walk_s, WALK)] * 12), with_cadence=with_cadence)
    walks, runs = bouts(made, Gait.WALK), bouts(made, Gait.RUN)
    assert (len(walks), len(runs)) == (12, 12)
    assert walks == pytest.approx([walk_s] * 12, abs=2.0)  # two switches
    assert runs == pytest.approx([run_s] * 12, abs=2.0)
    assert not bouts(made, Gait.STAND)


def test_walked_rests_between_fast_repeats_are_walks_to_the_second_although_speed_lags() -> None:
    made = session(*([(90, FAST), (60, WALK)] * 8))
    assert bouts(made, Gait.WALK) == pytest.approx([60] * 8, abs=2.0)


@pytest.mark.parametrize("with_cadence", [True, False], ids=["cadence", "speed alone"])
@pytest.mark.parametrize("pace", [(2.1, 78.0), RUN, FAST], ids=["slow", "usual", "fast"])
@pytest.mark.parametrize("braking_s", [0, 3])
def test_a_traffic_light_is_no_walk(pace: tuple[float, float], braking_s: int, *, with_cadence: bool) -> None:
    slower = [(1, (pace[0] * (1 - k / 4), pace[1])) for k in range(1, braking_s + 1)]
    light = [(300, pace), *slower, (30, STAND), *slower[::-1], (300, pace)]
    made = session(*light, with_cadence=with_cadence)
    assert bouts(made, Gait.WALK) == []
    assert bouts(made, Gait.STAND) == pytest.approx([30], abs=9)
    assert len(bouts(made, Gait.RUN)) == 2


def test_someone_who_walks_up_to_a_light_walks() -> None:
    assert bouts(session((300, RUN), (20, WALK), (30, STAND), (300, RUN)), Gait.WALK) == pytest.approx([20], abs=6)


def test_a_few_running_steps_inside_a_walk_belong_to_it_and_a_run_does_not() -> None:
    hurried = session((300, WALK), (4, RUN), (300, WALK))
    assert bouts(hurried, Gait.RUN) == []
    assert bouts(session((300, WALK), (12, RUN), (300, WALK)), Gait.RUN) == pytest.approx([12], abs=2)


@pytest.mark.parametrize("seed", range(5))
def test_a_jogger_at_the_transition_does_not_flicker(seed: int) -> None:
    rng = np.random.default_rng(seed)
    jog = made_run(seconds=1800, speed_m_s=1.9, cadence_per_min=rng.uniform(69.0, 71.0, 1801))
    stretches = stretches_of(jog)
    nominal = nominal_gait(stretches.speed_m_s, stretches.cadence_spm)
    assert np.count_nonzero(np.diff(nominal)) > 300  # what it is without hysteresis
    assert len(set(stretches.gait.tolist())) == 1


def test_a_jogger_at_the_transition_without_cadence_does_not_flicker() -> None:
    speed = 2.0 + 0.15 * np.sin(np.arange(1801) / 7)
    stretches = stretches_of(made_run(seconds=1800, speed_m_s=speed, cadence_per_min=None))
    nominal = nominal_gait(stretches.speed_m_s, stretches.cadence_spm)
    assert np.count_nonzero(np.diff(nominal)) > 50
    assert len(set(stretches.gait.tolist())) == 1


@pytest.mark.parametrize(("spm", "expected"), [(141.0, Gait.RUN), (139.0, Gait.WALK)])
def test_half_an_hour_inside_the_band_goes_by_the_nominal_rule_whatever_came_before(spm: float, expected: Gait) -> None:
    before = WALK if expected is Gait.RUN else RUN
    stretches = stretches_of(session((300, before), (1800, (1.9, spm / 2))))
    assert float(np.sum(stretches.seconds[310:][stretches.gait[310:] == expected])) == pytest.approx(1790)


@pytest.mark.parametrize("before", [RUN, WALK], ids=["run", "walk"])
def test_a_moment_inside_the_band_goes_on_as_before(before: tuple[float, float]) -> None:
    made = session((300, before), (20, (1.9, 70.0)), (300, before))
    assert len(bouts(made, Gait.RUN)) + len(bouts(made, Gait.WALK)) == 1


@pytest.mark.parametrize("with_cadence", [True, False], ids=["cadence", "speed alone"])
@pytest.mark.parametrize("longest_s", [8, 20])
def test_smart_recording_gives_the_split_of_every_second(longest_s: int, *, with_cadence: bool) -> None:
    """Within half the mean recording step per switch, and two seconds: a stretch across a switch has the mean of both gaits."""
    phases = [(60, RUN), (60, WALK)] * 15
    rng = np.random.default_rng(5)
    kept = np.unique(np.minimum(np.cumsum(rng.integers(1, longest_s + 1, 1800)), 1800))
    every_second = measure(session(*phases, with_cadence=with_cadence)).totals
    made = session(*phases, with_cadence=with_cadence, drop=np.setdiff1d(np.arange(1, 1800), kept))
    smart = measure(made).totals
    assert smart.walking_s == pytest.approx(every_second.walking_s, abs=29 * (longest_s / 4 + 2))
    assert smart.walking_s == pytest.approx(900, abs=29 * longest_s / 4)
    assert smart.running_s + smart.walking_s == pytest.approx(1800)
    assert len(bouts(made, Gait.WALK)) == 15


def test_one_long_stretch_is_a_bout_of_its_own() -> None:
    """A watch that records each half minute: its walk is one stretch, and no shorter for that."""
    speed, cadence = np.array([2.8, 1.4, 2.8]), np.array([166.0, 114.0, 166.0])
    assert gait(speed, cadence, np.array([30.0, 30.0, 30.0])).tolist() == [Gait.RUN, Gait.WALK, Gait.RUN]
    assert gait(speed, cadence, np.array([30.0, 7.0, 30.0])).tolist() == [Gait.RUN] * 3


def test_no_step_is_lost_by_smoothing_the_gait() -> None:
    """Whatever walks or runs by itself is in a bin afterwards, and what stands is not."""
    rng = np.random.default_rng(11)
    for _ in range(50):
        speed = np.where(rng.random(400) < 0.1, np.nan, rng.uniform(0, 4, 400))
        cadence = np.where(rng.random(400) < 0.1, np.nan, rng.choice([0.0, 60.0, 110.0, 138.0, 142.0, 170.0], 400))
        seconds = rng.uniform(0, 20, 400)
        nominal, smooth = nominal_gait(speed, cadence), gait(speed, cadence, seconds)
        moving = nominal > Gait.STAND
        assert np.array_equal(smooth > Gait.STAND, moving)
        assert np.array_equal(smooth[~moving], nominal[~moving])


def test_no_stretches_have_no_gait() -> None:
    assert gait(np.empty(0), np.empty(0), np.empty(0)).shape == (0,)
