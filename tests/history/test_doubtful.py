"""Distances that cannot be what was run."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.history.days import build_history
from footfall.history.doubtful import doubtful
from footfall.metrics.cadence import SLOPE
from footfall.model.athlete import Athlete
from tests.factories import every_few_days, measure, run_on

DAY = dt.date(2026, 6, 1)
STEADY = every_few_days(DAY - dt.timedelta(days=40), 3, 10, km=8.0, minutes=48.0)


def found(run, others=STEADY):
    return run.id in doubtful([*others, run])


@pytest.mark.parametrize(("km", "doubted"), [(8.0, False), (10.0, False), (12.0, False), (13.0, True), (16.0, True)])
def test_a_distance_is_doubted_where_the_cadence_stayed_as_it_was(km, doubted):
    """166 steps a minute in all; 10 % of it is 1.68 m/s of the published slope, which is reached at 12.8 km in 48 minutes."""
    assert found(run_on(DAY, km=km, minutes=48.0)) is doubted


def test_a_fast_run_whose_cadence_went_along_is_believed():
    faster_m_s = 16_000 / 2880 - 8_000 / 2880
    assert not found(run_on(DAY, km=16.0, minutes=48.0, cadence_spm=166 + SLOPE * faster_m_s))


def test_a_tenth_of_the_way_at_a_running_cadence_is_doubted_and_a_walk_is_not():
    assert found(run_on(DAY, km=0.8, minutes=48.0))
    assert not found(run_on(DAY, km=4.0, minutes=48.0, cadence_spm=120.0, walking_s=2880.0))


def test_nothing_is_told_from_estimated_cadence_from_trails_or_from_few_runs():
    run = run_on(DAY, km=16.0, minutes=48.0)
    assert found(run)
    assert not found(replace(run, cadence=measure(166.0, "steps/min", "population")))
    assert not found(replace(run, sub_sport="trail"))
    steep = replace(run.footfalls, downhill=0.15 * run.footfalls.total.value, uphill=0.06 * run.footfalls.total.value)
    assert not found(replace(run, footfalls=steep))
    assert not found(run, STEADY[:3])


def test_two_minutes_in_a_row_at_more_than_seven_metres_a_second_are_doubted_and_two_apart_are_not():
    run = run_on(DAY, km=8.0, minutes=48.0)
    for first, second, doubted in ((10, 11, True), (10, 12, False)):
        step_m = np.full(48, 160.0)
        step_m[[first, second]] = 421.0
        curve = replace(run.curve, distance_m=np.concatenate([[0.0], np.cumsum(step_m), [step_m.sum()]]))
        assert found(replace(run, curve=curve), others=()) is doubted


def test_a_run_without_distance_or_time_is_not_doubted():
    run = run_on(DAY, km=None)
    assert (
        doubtful([run, replace(run_on(DAY), id="b", moving_s=math.nan), replace(run_on(DAY), id="c", moving_s=0.0)])
        == frozenset()
    )


def test_an_outing_with_a_doubtful_part_has_no_distance_to_believe():
    parts = [run_on(DAY, "07:00", km=8.0, minutes=48.0), run_on(DAY, "07:50", km=16.0, minutes=48.0)]
    history, _ = build_history([*STEADY, *parts], None, Athlete(), DAY)
    assert history.doubtful == {parts[1].id}
    assert history.believed_m(history.outings[-1]) is None
    assert history.outings[-1].distance_m == 24_000
    assert history.believed_m(history.outings[0]) == 8_000
