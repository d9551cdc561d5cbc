"""Draws of the model's errors, and the intervals of runs, sums and ratios that come of them."""

import gc
import math
import weakref
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest

from footfall.metrics import spread
from footfall.metrics.calibrate import calibrate, population
from footfall.metrics.draws import DRAWS, interval, own_draws, shared_draws
from footfall.metrics.express import express
from footfall.metrics.load import LOAD_MODELS
from footfall.metrics.load.model import LoadModel
from footfall.metrics.measure import measure
from footfall.metrics.parts import count_half_width
from footfall.model.athlete import Athlete
from footfall.model.calibration import Easy
from footfall.model.measure import Measure
from footfall.model.measured import Measured
from footfall.model.parts import PARTS, STEEP_PARTS, PartBit
from footfall.model.summary import RunSummary
from tests.metrics.made import made_run

ATHLETE = Athlete(body_mass_kg=70, height_m=1.75)

OWN_EASY = replace(population(ATHLETE), easy=Easy(2.7, 2.27, 1011.0, runs=25))
"""A runner whose own easy level is the published one, known from 25 runs."""


def recorded(number: int = 0, **how: object) -> Measured:
    return replace(measure(made_run(seconds=1800.0, **how)), run_id=f"run {number}")


def season(*, cadence_per_min: float | None = 83.0, count: int = 48) -> list[RunSummary]:
    runs = [recorded(number, cadence_per_min=cadence_per_min) for number in range(count)]
    return [express(run, population(ATHLETE), ATHLETE) for run in runs]


def relative_width(low: float, value: float, high: float) -> float:
    return (high - low) / (2 * value)


def footfalls_of(run: RunSummary) -> float:
    return run.footfalls.total.value


def load_of(run: RunSummary) -> float:
    return run.load.measure.value


def test_each_dimension_holds_every_slice_of_the_normal_distribution_once() -> None:
    expected = [NormalDist().inv_cdf((index + 0.5) / DRAWS) for index in range(DRAWS)]
    for drawn in (shared_draws().shape, shared_draws().ratio, own_draws("a").duty):
        assert np.allclose(np.sort(drawn), expected)


def test_a_run_has_the_same_draws_whenever_it_is_looked_at_and_another_run_has_others() -> None:
    assert np.array_equal(own_draws("a").recorded, own_draws("a").recorded)
    assert not np.array_equal(own_draws("a").recorded, own_draws("b").recorded)
    assert abs(np.corrcoef(own_draws("a").recorded, own_draws("b").recorded)[0, 1]) < 0.2


def test_interval_of_a_normal_distribution_is_its_percentiles() -> None:
    low, high = interval(100 + 10 * own_draws("a").line)
    assert (low, high) == (pytest.approx(100 - 16.449, abs=0.02), pytest.approx(100 + 16.449, abs=0.02))


def test_interval_with_an_unknown_draw_is_unknown() -> None:
    drawn = np.ones(DRAWS)
    drawn[7] = math.nan
    assert all(math.isnan(end) for end in interval(drawn))


@pytest.mark.parametrize(("height_m", "half_width"), [(1.75, 0.09), (None, 0.10)])
def test_count_from_the_published_line_is_nine_or_ten_percent_wide(height_m: float | None, half_width: float) -> None:
    athlete = Athlete(height_m=height_m)
    total = express(recorded(cadence_per_min=None), population(athlete), athlete).footfalls.total
    assert relative_width(total.low, total.value, total.high) == pytest.approx(half_width)


@pytest.mark.parametrize(("count", "half_width"), [(3, 0.0508), (12, 0.0437), (50, 0.0418)])
def test_count_from_ones_own_line_comes_down_to_four_percent_as_runs_grow(count: int, half_width: float) -> None:
    calibration = calibrate([recorded(number) for number in range(count)], ATHLETE)
    total = express(recorded(99, cadence_per_min=None), calibration, ATHLETE).footfalls.total
    assert total.source == "personal"
    assert relative_width(total.low, total.value, total.high) == pytest.approx(half_width, abs=0.0001)


def test_recorded_count_is_one_percent_wide() -> None:
    total = express(recorded(), population(ATHLETE), ATHLETE).footfalls.total
    assert relative_width(total.low, total.value, total.high) == pytest.approx(0.01)


def test_load_of_one_run_is_about_sixteen_percent_wide() -> None:
    load = express(recorded(), population(ATHLETE), ATHLETE).load.measure
    assert relative_width(load.low, load.value, load.high) == pytest.approx(1.645 * math.hypot(0.12 / 1.75, 0.07), rel=0.08)


def test_footfalls_of_a_season_are_surer_than_of_a_run_but_only_as_far_as_its_errors_differ() -> None:
    by_line = spread.total(season(cadence_per_min=None), spread.footfalls, footfalls_of, "footfalls")
    assert relative_width(by_line.low, by_line.value, by_line.high) == pytest.approx(0.0490 * 1.645, rel=0.06)
    counted = spread.total(season(), spread.footfalls, footfalls_of, "footfalls")
    of_the_watch = math.sqrt((0.01 / 1.645) ** 2 - 0.005**2)
    expected = 1.645 * math.hypot(of_the_watch, 0.005 / math.sqrt(48))
    assert relative_width(counted.low, counted.value, counted.high) == pytest.approx(expected, rel=0.05)


def test_load_of_a_season_stays_as_unsure_as_the_runner_is_unknown() -> None:
    load = spread.total(season(), spread.ground_force, load_of, "BW·footfalls")
    kept = math.sqrt(0.07**2 - 0.04**2)
    assert relative_width(load.low, load.value, load.high) == pytest.approx(1.645 * math.hypot(0.12 / 1.75, kept), rel=0.08)


def test_ratio_of_two_runs_is_far_surer_than_either() -> None:
    one, other = season(count=2)
    ratio = spread.ratio(one, other, spread.ground_force, load_of)
    assert ratio.value == pytest.approx(1.0)
    expected = 1.645 * math.sqrt(2) * math.hypot(0.04, 0.005)
    assert relative_width(ratio.low, 1.0, ratio.high) == pytest.approx(expected, rel=0.1)


def test_sum_with_a_run_of_unknown_parts_is_unknown_and_of_no_runs_is_zero() -> None:
    runs = season(count=2)
    assert not spread.total([runs[0], replace(runs[1], parts=None)], spread.footfalls, footfalls_of, "footfalls").known
    nothing = spread.total([], spread.footfalls, footfalls_of, "footfalls")
    assert (nothing.low, nothing.value, nothing.high) == (0.0, 0.0, 0.0)


def test_what_was_drawn_ahead_is_what_is_drawn_when_it_is_asked_for() -> None:
    ahead = season(count=3)
    anew = [replace(run, parts=replace(run.parts)) for run in ahead if run.parts is not None]  # other objects: nothing is kept
    for quantity in (spread.footfalls, spread.ground_force, spread.easy_km(1), spread.easy_km(4)):
        one, other = spread.drawn_sum(ahead, quantity), spread.drawn_sum(anew, quantity)
        assert one is not None
        assert other is not None
        assert one.tolist() == other.tolist()


def test_what_was_drawn_ahead_is_drawn_once_and_goes_with_its_run() -> None:
    run, *others = season(count=8)  # the last few may be at hand a little longer
    assert run.parts is not None
    kept = spread.draws_of(run.id, run.parts, spread.easy_km(4))
    assert spread.draws_of(run.id, run.parts, spread.easy_km(4)) is kept
    assert spread.draws_of("another run", run.parts, spread.easy_km(4)) is not kept
    gone = weakref.ref(kept)
    del kept, run, others
    gc.collect()
    assert gone() is None


def test_parts_add_up_to_the_run() -> None:
    run = express(recorded(), population(ATHLETE), ATHLETE)
    assert run.parts is not None
    assert run.parts.footfalls.shape == (PARTS,)
    assert np.sum(run.parts.footfalls) == pytest.approx(run.footfalls.total.value)
    assert np.sum(run.parts.force) == pytest.approx(run.load.measure.value)
    assert count_half_width(run.parts) == pytest.approx(0.01)


@pytest.mark.parametrize(
    "model", [model for model in LOAD_MODELS.values() if model.drawn is not None], ids=lambda model: model.name
)
def test_draws_of_every_load_model_lie_around_its_value(model: LoadModel) -> None:
    run = express(recorded(), OWN_EASY, ATHLETE)
    load = next(load.measure for load in run.loads if load.model == model.name)
    assert run.parts is not None
    assert np.median(spread.draws_of(run.id, run.parts, model.drawn)) == pytest.approx(load.value, rel=0.02)


EASY_SD = 0.04 * math.sqrt(math.pi / 2) / 5
"""Of the easy level of 25 runs whose duty factor is from speed."""


def log_width(found: Measure) -> float:
    """Half the logarithm of high over low in standard deviations of a normal distribution."""
    return math.log(found.high / found.low) / (2 * 1.645)


def load_by(model: str, run: RunSummary) -> Measure:
    return next(load.measure for load in run.loads if load.model == model)


def walked(**how: object) -> Measured:
    return recorded(speed_m_s=1.4, cadence_per_min=57.0, **how)


def uphill(speed_m_s: float = 2.8) -> Measured:
    return recorded(speed_m_s=speed_m_s, altitude_m=0.08 * speed_m_s * np.arange(1801.0))


def test_walking_load_is_as_unsure_as_the_force_of_a_walking_footfall() -> None:
    assert log_width(express(walked(), OWN_EASY, ATHLETE).load.measure) == pytest.approx(0.10, rel=0.06)


@pytest.mark.parametrize("exponent", [4, 10])
def test_walking_against_easy_running_holds_the_shape_and_the_duty_factor_of_running_to_the_power_of_b(exponent: int) -> None:
    kept = math.hypot(0.12 / 1.75, math.sqrt(0.07**2 - 0.04**2))
    load = load_by(f"weighted-{exponent}", express(walked(), OWN_EASY, ATHLETE))
    assert log_width(load) == pytest.approx(exponent * math.sqrt(0.10**2 + kept**2 + EASY_SD**2), rel=0.08)


def test_steep_slopes_add_their_own_spread() -> None:
    run = express(uphill(), OWN_EASY, ATHLETE)
    assert run.parts is not None
    steep = float(np.sum(run.parts.force[STEEP_PARTS]) / np.sum(run.parts.force))
    assert steep > 0.95
    assert log_width(run.load.measure) == pytest.approx(math.sqrt((0.12 / 1.75) ** 2 + 0.07**2 + 0.05**2), rel=0.08)
    expected = 4 * math.sqrt(0.04**2 + 0.05**2 + EASY_SD**2)
    assert log_width(load_by("weighted-4", run)) == pytest.approx(expected, rel=0.08)


def test_two_runs_with_recorded_contact_compare_better_than_two_without() -> None:
    runs = [recorded(number, stance_time_s=0.27) for number in range(2)]
    calibration = calibrate(runs, ATHLETE)
    one, other = (express(run, calibration, ATHLETE) for run in runs)
    expected = math.sqrt(2) * math.hypot(0.03, 0.005)
    assert log_width(spread.ratio(one, other, spread.ground_force, load_of)) == pytest.approx(expected, rel=0.1)


def test_by_a_published_easy_kilometre_nothing_of_the_runner_cancels() -> None:
    run = express(recorded(), population(ATHLETE), ATHLETE)
    assert run.easy.source == "population"
    assert log_width(run.easy) == pytest.approx(log_width(run.load.measure), rel=0.02)
    own = express(recorded(), OWN_EASY, ATHLETE)
    assert own.easy.source == "personal"
    assert log_width(own.easy) == pytest.approx(math.hypot(0.04, EASY_SD), rel=0.08)


def test_a_line_that_counts_the_run_and_the_easy_kilometre_alike_cancels_in_easy_kilometres() -> None:
    measured = [recorded(number, cadence_per_min=None) for number in range(25)]
    run = express(measured[0], calibrate(measured, ATHLETE), ATHLETE)
    assert log_width(run.easy) == pytest.approx(math.sqrt(0.04**2 + EASY_SD**2 + 0.025**2), rel=0.08)


def test_a_run_of_unknown_speed_is_less_sure_of_its_force() -> None:
    unknown = recorded(with_distance=False)
    force = express(unknown, population(ATHLETE), ATHLETE).force
    assert log_width(force) == pytest.approx(math.sqrt((0.12 / 1.75) ** 2 + 0.07**2 + 0.06**2), rel=0.08)


def test_running_and_walking_lines_err_together_only_in_part() -> None:
    half = express(recorded(cadence_per_min=None), population(ATHLETE), ATHLETE).parts
    assert half is not None
    walking, running = np.zeros(PARTS), np.zeros(PARTS)
    walking[0], running[PartBit.RUNNING] = 1000.0, 1000.0
    together = replace(half, footfalls=walking + running)
    errors = half.grounds.line
    whole = math.hypot(errors.shared, errors.own)
    assert count_half_width(together) == pytest.approx(1.645 * whole, rel=1e-3)
    draws = spread.draws_of("a", together, spread.footfalls)
    assert np.std(draws) / 2000 == pytest.approx(math.hypot(errors.shared * math.sqrt(0.75), errors.own), rel=0.06)
