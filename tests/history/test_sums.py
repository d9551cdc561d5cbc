"""Sums of runs over outings, days and weeks, with the intervals of the sums."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.history.clock import OutingClock
from footfall.history.days import build_history
from footfall.history.history import History
from footfall.history.sums import sums
from footfall.history.weeks import weeks
from footfall.metrics import spread
from footfall.metrics.calibrate import calibrate, population
from footfall.metrics.draws import interval
from footfall.metrics.express import express
from footfall.metrics.load import LOAD_MODELS
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.measure import Measure
from footfall.model.summary import RunSummary
from tests.factories import FOOTFALLS_PER_EASY_KM, FORCE_BW, run_on
from tests.metrics.made import START, made_run

ATHLETE = Athlete(body_mass_kg=70, height_m=1.75)
MONDAY = dt.date(2026, 6, 1)


def expressed(number: int, model: str = "ground-force", *, after_min: float = 0.0, seconds: float = 1800.0) -> RunSummary:
    run = replace(made_run(seconds=seconds), id=f"run {number}", start=START + dt.timedelta(minutes=after_min))
    return express(replace(measure(run), run_id=f"run {number}"), population(ATHLETE), ATHLETE, load_model=model)


def history_of(runs: list[RunSummary], as_of: dt.date) -> History:
    return build_history(runs, None, ATHLETE, as_of)[0]


def ends(of: Measure) -> tuple[float, float, float]:
    return of.low, of.value, of.high


def width(of: Measure) -> float:
    return (of.high - of.low) / 2 / of.value


def test_one_run_keeps_its_own_intervals() -> None:
    run = expressed(1)
    found = sums([run], "ground-force")
    assert ends(found.footfalls) == ends(run.footfalls.total)
    assert ends(found.load) == ends(run.load.measure)
    assert ends(found.easy) == ends(run.easy)


def test_sums_of_several_runs_are_those_of_their_draws() -> None:
    runs = [expressed(number) for number in range(5)]
    found = sums(runs, "ground-force")
    drawn = np.sum([spread.draws_of(run.id, run.parts, spread.ground_force) for run in runs if run.parts], axis=0)
    assert found.load.value == pytest.approx(5 * runs[0].load.measure.value)
    assert (found.load.low, found.load.high) == pytest.approx(interval(drawn))
    assert found.easy.value == pytest.approx(found.easy_km["b1"])


def test_of_many_runs_easy_km_are_sure_and_the_load_itself_is_not() -> None:
    runs = [replace(measure(replace(made_run(), start=START)), run_id=f"run {number}") for number in range(30)]
    found = sums([express(run, calibrate(runs, ATHLETE), ATHLETE) for run in runs], "ground-force")
    assert width(found.easy) < 0.03
    assert 0.12 < width(found.load) < 0.17


def test_no_runs_come_to_zero_in_the_models_unit() -> None:
    found = sums([], "weighted-4")
    assert ends(found.load) == ends(found.footfalls) == ends(found.easy) == (0.0, 0.0, 0.0)
    assert found.load.unit == "easy footfalls"
    assert found.easy_km == {"b1": 0.0, "b4": 0.0, "b10": 0.0}


def test_a_run_whose_number_is_unknown_leaves_the_sum_unknown() -> None:
    known = expressed(1)
    bare = replace(known, id="bare", easy=Measure.unknown("easy km"), easy_km=dict.fromkeys(("b1", "b4", "b10"), math.nan))
    found = sums([known, bare], "ground-force")
    assert not found.easy.known
    assert math.isnan(found.easy_km["b4"])
    assert found.footfalls.known


@pytest.mark.parametrize("model", LOAD_MODELS)
def test_loads_add_up_by_every_model_that_allows_it(model: str) -> None:
    runs = [expressed(number, model) for number in range(3)]
    found = sums(runs, model)
    assert found.load.unit == runs[0].load.measure.unit
    if LOAD_MODELS[model].drawn is None:
        assert not found.load.known
    else:
        assert found.load.value == pytest.approx(3 * runs[0].load.measure.value)


def test_loads_of_two_models_do_not_add_up() -> None:
    assert not sums([expressed(1), expressed(2, "footfalls")], "ground-force").load.known
    assert not sums([expressed(1, "footfalls")], "ground-force").load.known


def test_the_band_of_the_popular_figure_stays_in_a_sum_and_goes_from_a_ratio() -> None:
    one, other = expressed(1, "clinic"), expressed(2, "clinic")
    band = 0.25 / 2.75
    assert width(sums([one, other], "clinic").load) == pytest.approx(band, rel=0.1)
    clinic = LOAD_MODELS["clinic"].drawn
    assert clinic is not None
    assert width(spread.ratio(one, other, clinic, lambda run: run.load.measure.value)) < 0.02


def test_an_outing_of_two_files_by_a_model_that_does_not_add_up_has_no_load_after_the_first() -> None:
    runs = [expressed(1, "shrinkage"), expressed(2, "shrinkage", after_min=35)]
    (outing,) = history_of(runs, START.date()).outings
    assert math.isnan(outing.load)
    assert not outing.sums.load.known
    clock = OutingClock.of(outing.runs)
    assert 0 < clock.at(20.0)[1] < runs[0].load.measure.value
    assert math.isnan(clock.at(40.0)[1])
    assert clock.easy_km[-1] == pytest.approx(outing.easy_km)


def test_days_and_weeks_hold_the_sums_of_their_runs() -> None:
    runs = [
        run_on(MONDAY, "07:00", minutes=30),
        run_on(MONDAY, "18:00", minutes=20),
        run_on(MONDAY + dt.timedelta(2), minutes=60),
    ]
    history = history_of(runs, MONDAY + dt.timedelta(8))
    first, second = history.days[0].sums, history.days[1].sums
    assert first is not None
    assert first.footfalls.value == pytest.approx(50 * 166)
    assert second is None
    whole, next_week = weeks(history, 0)
    assert whole.sums.footfalls.value == pytest.approx(110 * 166)
    assert whole.sums.load.value == pytest.approx(whole.load) == pytest.approx(110 * 166 * FORCE_BW)
    assert whole.sums.easy.value == pytest.approx(whole.easy_km) == pytest.approx(110 * 166 / FOOTFALLS_PER_EASY_KM)
    assert whole.sums.easy.low < whole.easy_km < whole.sums.easy.high
    assert (next_week.sums.load.value, next_week.load) == (0.0, 0.0)


def test_the_week_by_a_model_that_does_not_add_up_is_unknown_not_zero() -> None:
    runs = [expressed(1, "shrinkage"), expressed(2, "shrinkage", after_min=300)]
    (week,) = weeks(history_of(runs, START.date()), START.weekday())[-1:]
    assert week.model == "shrinkage"
    assert math.isnan(week.load)
    assert not week.sums.load.known
    assert week.sums.easy.known
