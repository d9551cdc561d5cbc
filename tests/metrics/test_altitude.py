"""Altitude: barometers and receivers, leaps, gaps, nought and below the sea; made noise, and real files against their watches."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import footfall
from footfall.metrics.altitude import levelled_altitude_m, noise_m, smoothed_as_needed
from footfall.metrics.calibrate import population
from footfall.metrics.express import express
from footfall.metrics.grade import FINE, ROUGH, Smoothing, climb_m, grade, smoothed_altitude_m
from footfall.metrics.measure import measure
from footfall.metrics.stretches import stretches_of
from footfall.model.athlete import Athlete
from footfall.model.intervals import FloatArray
from footfall.model.measured import GradeBand, Measured
from footfall.model.run import Session
from tests.metrics.made import made_run

WAY = np.arange(0.0, 10_000.0, 2.8)
"""An hour at a sample a second."""
FLAT = np.zeros(len(WAY))
HILL = np.interp(WAY, [0, 3000, 5000, 7000, 10_000], [0, 0, 100, 0, 0])
"""100 m up over 2 km, and down again."""


def wandering(seed: int, sd_m: float, minutes: float) -> FloatArray:
    """An error of a receiver: of this SD, and lasting for so long."""
    draw = np.random.default_rng(seed)
    kept = math.exp(-1 / (60 * minutes))
    steps = draw.normal(0, sd_m * math.sqrt(1 - kept**2), len(WAY))
    steps[0] = draw.normal(0, sd_m)
    error = np.empty(len(WAY))
    now = 0.0
    for index, step in enumerate(steps):
        now = kept * now + step
        error[index] = now
    return error


def rounded(altitude: FloatArray, to_m: float) -> FloatArray:
    return np.round(altitude / to_m) * to_m


def climb(altitude: FloatArray) -> tuple[float, float]:
    return climb_m(*smoothed_as_needed(WAY, altitude))


def steep_share(altitude: FloatArray) -> float:
    return float(np.mean(np.abs(grade(WAY, *smoothed_as_needed(WAY, altitude))) > 0.05))


def noise(way: FloatArray, altitude: FloatArray) -> float:
    return noise_m(way, altitude, smoothed_altitude_m(way, altitude, FINE))


@pytest.mark.parametrize("to_m", [0.1, 0.2, 0.3048, 0.5, 1.0])
@pytest.mark.parametrize("offset_m", [0.0, -430.0, 2500.0])
def test_a_barometer_in_steps_keeps_a_hill_of_100_m_within_five_percent(to_m: float, offset_m: float) -> None:
    drift = wandering(1, 0.5, 20)
    altitude = rounded(HILL + drift + offset_m, to_m)
    assert smoothed_as_needed(WAY, altitude)[1] is FINE
    assert climb(altitude) == (pytest.approx(100, rel=0.05), pytest.approx(100, rel=0.05))


@pytest.mark.parametrize("to_m", [0.2, 1.0])
@pytest.mark.parametrize("seed", range(5))
def test_a_barometer_on_a_flat_course_climbs_next_to_nothing(to_m: float, seed: int) -> None:
    altitude = rounded(wandering(seed, 0.3, 0.2), to_m)
    up, down = climb(altitude)
    assert max(up, down) <= 3
    assert steep_share(altitude) == 0


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("sd_m", "minutes", "most_m"), [(3, 0.5, 20), (4, 1, 60), (5, 2, 85)])
def test_a_receiver_on_a_flat_course_of_10_km_climbs_a_fraction_of_its_noise(
    seed: int, sd_m: float, minutes: float, most_m: float
) -> None:
    altitude = wandering(seed, sd_m, minutes)
    assert smoothed_as_needed(WAY, altitude)[1] is ROUGH
    assert climb(altitude)[0] <= most_m
    assert steep_share(altitude) == 0
    as_a_barometer, _ = climb_m(smoothed_altitude_m(WAY, altitude, FINE), FINE)
    assert climb(altitude)[0] < 0.5 * as_a_barometer


@pytest.mark.parametrize("seed", range(5))
def test_a_receiver_whose_every_fix_is_off_keeps_a_hill_of_100_m_within_five_percent(seed: int) -> None:
    altitude = HILL + np.random.default_rng(seed).normal(0, 4, len(WAY))
    assert smoothed_as_needed(WAY, altitude)[1] is ROUGH
    assert climb(altitude) == (pytest.approx(100, rel=0.05), pytest.approx(100, rel=0.05))


def test_noise_is_measured_as_what_was_put_in_and_hills_are_none() -> None:
    assert noise(WAY, HILL) == pytest.approx(0, abs=0.05)
    assert noise(WAY, 15 * np.sin(WAY / 150)) < 0.2
    found = noise(WAY, HILL + np.random.default_rng(1).normal(0, 2, len(WAY)))
    assert found == pytest.approx(2, rel=0.05)


def test_samples_too_far_apart_to_tell_noise_from_hills_are_taken_as_a_barometers() -> None:
    seldom = WAY[::20]
    noisy = np.random.default_rng(1).normal(0, 4, len(seldom))
    assert math.isnan(noise(seldom, noisy))
    assert smoothed_as_needed(seldom, noisy)[1] is FINE


def test_an_altitude_that_is_set_anew_is_no_climb() -> None:
    time_s = np.arange(float(len(WAY)))
    set_at_5_s = np.where(time_s < 5, HILL + 86.4, HILL)
    assert levelled_altitude_m(time_s, set_at_5_s) == pytest.approx(HILL)
    astray = HILL.copy()
    astray[1000:1004] += 300
    assert levelled_altitude_m(time_s, astray) == pytest.approx(HILL)


def test_a_steep_way_down_is_run_and_not_levelled() -> None:
    time_s = np.arange(60.0)
    down = 500 - 3.0 * time_s  # as fast as anybody
    assert levelled_altitude_m(time_s, down) is down
    lift = np.concatenate([np.full(30, 100.0), np.full(30, 400.0)])
    later = np.where(np.arange(60) < 30, time_s, time_s + 120)  # two minutes without a sample: who knows
    assert levelled_altitude_m(later, lift) is lift


def test_leaps_are_found_across_samples_without_an_altitude() -> None:
    time_s = np.arange(10.0)
    altitude = np.array([100, np.nan, 100, np.nan, 20, 20, np.nan, 20, 20, 20])
    assert levelled_altitude_m(time_s, altitude) == pytest.approx(np.where(np.isnan(altitude), np.nan, 20.0), nan_ok=True)


@given(st.floats(-430, 8000), st.integers(0, 100))
def test_where_the_sea_lies_makes_no_difference(offset_m: float, seed: int) -> None:
    altitude = HILL + np.random.default_rng(seed).normal(0, 0.2, len(WAY))
    at_sea, above = (climb_m(smoothed_altitude_m(WAY, altitude + offset)) for offset in (0.0, offset_m))
    assert above == pytest.approx(at_sea, abs=1e-6)


def climb_by_striking_out(heights: FloatArray, least: float) -> tuple[float, float]:
    """The same sums by another road: strike out the smallest turn until none is smaller than the hysteresis."""
    turns = [float(heights[0])]
    for height in heights[1:].tolist():
        if len(turns) > 1 and (turns[-1] - turns[-2]) * (height - turns[-1]) >= 0:
            turns[-1] = height
        elif height != turns[-1]:
            turns.append(height)
    while len(turns) > 1:
        rises = np.abs(np.diff(turns))
        smallest = int(np.argmin(rises))
        if rises[smallest] >= least:
            break
        if smallest == 0:
            del turns[0]
        elif smallest == len(rises) - 1:
            del turns[-1]
        else:
            del turns[smallest : smallest + 2]
    rises = np.diff(turns)
    return float(np.sum(rises[rises > 0])), float(-np.sum(rises[rises < 0]))


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=60), st.sampled_from([FINE, ROUGH]))
def test_climb_is_what_is_left_when_the_small_turns_are_struck_out(heights: list[float], smoothing: Smoothing) -> None:
    expected = climb_by_striking_out(np.array(heights), smoothing.hysteresis_m)
    assert climb_m(np.array(heights), smoothing) == pytest.approx(expected, abs=1e-9)


def run_with(altitude: FloatArray | None, session: Session | None = None) -> Measured:
    n = len(WAY)
    return measure(made_run(seconds=n - 1.0, speed_m_s=2.8, altitude_m=altitude, session=session))


def test_nought_is_an_altitude() -> None:
    level = run_with(FLAT).totals
    assert (level.ascent_m, level.descent_m, level.grade_coverage) == (0.0, 0.0, 1.0)
    nowhere = run_with(None).totals
    assert (nowhere.ascent_m, nowhere.descent_m, nowhere.grade_coverage) == (None, None, 0.0)


def test_a_run_below_the_sea_climbs_as_one_above() -> None:
    below, above = run_with(HILL - 430).totals, run_with(HILL + 430).totals
    assert below.ascent_m == pytest.approx(above.ascent_m)
    assert below.ascent_m == pytest.approx(100, rel=0.02)


def test_the_device_knows_its_climb_better_and_ours_stands_where_it_says_nothing() -> None:
    told = run_with(HILL, Session(0.0, len(WAY) - 1.0, sport="running", ascent_m=0.0)).totals
    assert told.ascent_m == 0.0  # nought is an answer
    assert told.descent_m == pytest.approx(100, rel=0.02)


def test_of_a_run_whose_altitude_is_known_in_part_the_climb_is_not_known() -> None:
    part = run_with(np.where(WAY > 6000, HILL, np.nan)).totals
    assert (part.ascent_m, part.descent_m) == (None, None)
    assert part.grade_coverage == pytest.approx(0.4, abs=0.01)
    most = run_with(np.where(WAY > 500, HILL, np.nan)).totals
    assert most.ascent_m == pytest.approx(100, rel=0.02)


def test_a_long_gap_in_the_altitude_is_no_even_slope() -> None:
    gap = (WAY > 3200) & (WAY < 4200)
    smoothed = smoothed_altitude_m(WAY, np.where(gap, np.nan, HILL))
    slope = grade(WAY, smoothed)
    assert np.all(np.isnan(slope[gap]))
    assert np.all(np.isfinite(slope[~gap]))
    assert climb_m(smoothed) == (pytest.approx(100, rel=0.02), pytest.approx(100, rel=0.02))
    short = (WAY > 3200) & (WAY < 3350)
    assert np.all(np.isfinite(grade(WAY, smoothed_altitude_m(WAY, np.where(short, np.nan, HILL)))))


REAL = {
    "run.fit": (0.12, 0.02),  # twice 12 m in a second or two: the watch counts them, smoothing takes them for less
    "20181108_run_garmin_fenix_3_hr.fit": (0.10, 0.10),
    "track_cs_5611.fit": (0.10, 0.05),
    "activity_1378220136.fit": (0.15, 0.05),
}
"""Real files of 20 m of climb or more, and how far from the watch's own totals we may be, as fractions."""


@pytest.mark.parametrize("name", REAL)
def test_climb_of_real_files_is_near_that_of_the_watch(corpus: Path, name: str) -> None:
    found = [run for path in corpus.rglob(name) for run in footfall.read_runs(path) if run.session and run.session.ascent_m]
    assert found
    for run in found:
        stretches = stretches_of(run)
        up, down = climb_m(stretches.smoothed_altitude_m, stretches.smoothing)
        assert run.session is not None
        assert run.session.descent_m is not None
        assert stretches.smoothing is FINE
        assert up == pytest.approx(run.session.ascent_m, rel=REAL[name][0])
        assert down == pytest.approx(run.session.descent_m, rel=REAL[name][1])


def test_footfalls_are_counted_in_each_band_of_slope() -> None:
    slope = np.select([WAY < 2000, WAY < 4000, WAY < 6000, WAY < 8000], [-0.08, -0.04, 0.0, 0.04], default=0.08)
    run = run_with(1000 + np.cumsum(slope) * 2.8)
    counts = express(run, population(Athlete()), Athlete()).footfalls
    assert list(counts.by_grade) == list(GradeBand)
    for count in counts.by_grade.values():
        assert count == pytest.approx(counts.total.value / 5, rel=0.05)
    assert sum(counts.by_grade.values()) == pytest.approx(counts.total.value)
    assert (counts.downhill, counts.uphill) == (counts.by_grade[GradeBand.STEEP_DOWN], counts.by_grade[GradeBand.STEEP_UP])


@pytest.mark.parametrize(("known_from_m", "known"), [(6000, False), (4000, True)])
def test_footfalls_by_slope_are_not_known_where_the_slope_mostly_is_not(known_from_m: float, known: bool) -> None:
    counts = express(run_with(np.where(known_from_m < WAY, HILL, np.nan)), population(Athlete()), Athlete()).footfalls
    assert all(math.isnan(count) != known for count in counts.by_grade.values())
    assert math.isnan(counts.downhill) != known
