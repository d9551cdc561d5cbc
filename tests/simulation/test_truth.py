"""The simulator's truth, by hand: what a run comes to when every number in it is known."""

from dataclasses import replace

import numpy as np
import pytest

from simulate.outing import Does, Outing
from simulate.person import Person, Watch, drawn_person
from simulate.truth import duty_factor, motion, running_spm, truth, walking_spm
from simulate.world import World

STEADY = replace(World(), cadence_second_sd=0.0, duty_second_sd=0.0)
PLAIN = Person(
    height_m=1.73,
    easy_speed_m_s=3.0,
    cadence_off_spm=0.0,
    cadence_slope=9.9,
    cadence_run_sd=0.0,
    walk_cadence_off=0.0,
    duty_off=0.0,
    duty_run_sd=0.0,
    shape=1.75,
    lumbar_ratio=1.24,
    walk_force_bw=1.2,
    steep_up=1.1,
    steep_down=0.9,
    hills=0.0,
    takes_walks=False,
    walk_speed_m_s=1.5,
    runs_a_week=3.0,
    watch=Watch(False, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0),
)


def outing(
    seconds: int, does: Does, speed_m_s: float, *, slope: float = 0.0, cadence_day: float = 0.0, duty_day: float = 0.0
) -> Outing:
    def each(value: float) -> np.ndarray:
        return np.full(seconds, value)

    return Outing(each(does).astype(np.int64), each(speed_m_s), each(slope), cadence_day, duty_day)


def truth_of(person: Person, run: Outing) -> tuple[float, float, float]:
    legs = motion(np.random.default_rng(0), person, run, STEADY)
    found = truth(person, run, legs)
    return found.footfalls, found.load, found.lumbar


def test_an_hour_of_even_running() -> None:
    # 167 steps/min; duty factor at 3 m/s halfway between 0.394 and 0.348; 1.75 / (2 · 0.371) BW
    footfalls, load, lumbar = truth_of(PLAIN, outing(3600, Does.RUNS, 3.0))
    assert footfalls == pytest.approx(10_020)
    assert load == pytest.approx(10_020 * 2.35849, rel=1e-5)
    assert lumbar == pytest.approx(1.24 * load)


def test_ten_minutes_of_walking() -> None:
    # 101 + 46.6 · 0.46 = 122.436 steps/min at 1.5 m/s, 1.2 BW each
    footfalls, load, _ = truth_of(PLAIN, outing(600, Does.WALKS, 1.5))
    assert footfalls == pytest.approx(1224.36)
    assert load == pytest.approx(1469.232)


@pytest.mark.parametrize("does", [Does.STANDS, Does.HAS_STOPPED_THE_TIMER])
def test_who_stands_makes_no_footfall(does: Does) -> None:
    assert truth_of(PLAIN, outing(60, does, 0.0)) == (0.0, 0.0, 0.0)


def test_a_day_of_her_own_moves_count_and_force() -> None:
    plain = truth_of(PLAIN, outing(60, Does.RUNS, 3.0))
    other = truth_of(PLAIN, outing(60, Does.RUNS, 3.0, cadence_day=0.02, duty_day=0.04))
    assert other[0] / plain[0] == pytest.approx(1.02)
    assert other[1] / plain[1] == pytest.approx(1.02 / 1.04)


@pytest.mark.parametrize(("slope", "factor"), [(0.06, 1.1), (-0.06, 0.9), (0.04, 1.0), (-0.04, 1.0)])
def test_steep_slopes_change_force_as_they_do_for_her(slope: float, factor: float) -> None:
    level, steep = (truth_of(PLAIN, outing(60, Does.RUNS, 3.0, slope=one)) for one in (0.0, slope))
    assert steep[0] == level[0]
    assert steep[1] == pytest.approx(factor * level[1])


def test_what_is_hers_is_added_to_what_is_published() -> None:
    tall = replace(PLAIN, height_m=1.83, cadence_off_spm=4.0, cadence_slope=6.0, walk_cadence_off=0.1, duty_off=0.02)
    assert running_spm(tall, np.array([3.0, 4.0])) == pytest.approx([165.5, 171.5])
    assert walking_spm(tall, np.array([1.04])) == pytest.approx([111.1])
    assert duty_factor(tall, np.array([2.0, 2.5, 3.5, 4.5, 7.0])) == pytest.approx([0.44, 0.414, 0.368, 0.348, 0.32])


def test_persons_differ_as_much_as_was_published() -> None:
    random, world = np.random.default_rng(3), World()
    persons = [drawn_person(random, world) for _ in range(4000)]
    in_one_session = [one.cadence_off_spm / 165 + random.normal(0, one.cadence_run_sd) for one in persons]
    duty = [one.duty_off + 0.37 * random.normal(0, one.duty_run_sd) for one in persons]
    assert np.std(in_one_session) == pytest.approx(0.09 / 1.645, rel=0.04)
    assert np.std(duty) == pytest.approx(0.025, rel=0.04)
    assert np.std([one.shape for one in persons]) == pytest.approx(0.12, rel=0.04)
    assert np.median([one.lumbar_ratio for one in persons]) == pytest.approx(1.24, rel=0.02)
