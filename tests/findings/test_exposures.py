"""Steep downhill and fast minutes: what stands out, what is not known, and where it is said."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.findings import RULES
from footfall.findings.exposures import exposures
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.summary import Curve
from tests.factories import every_few_days, run_on

DAY = dt.date(2026, 6, 12)
EASY = every_few_days(DAY - dt.timedelta(days=42), 3, 14)
BY_CODE = {rule.code: rule for rule in RULES}


def history_of(runs):
    return build_history(runs, None, Athlete(), DAY + dt.timedelta(days=5), outing_gap_min=0)[0]


def steep(run, downhill):
    return replace(run, footfalls=replace(run.footfalls, downhill=downhill))


def with_fast_minutes(run, count, faster=1.3):
    step_m = np.full(48, 8000 / 48)
    step_m[:count] *= faster
    return replace(run, curve=replace(run.curve, distance_m=np.concatenate([[0.0], np.cumsum(step_m), [step_m.sum()]])))


@pytest.mark.parametrize(
    ("before", "downhill", "stands_out"),
    [(0.0, 1000.0, True), (0.0, 999.0, False), (600.0, 1200.0, False), (600.0, 1201.0, True), (math.nan, 5000.0, False)],
)
def test_steep_downhill_stands_out_from_a_thousand_and_above_twice_the_most(before, downhill, stands_out):
    runs = [*(steep(run, before) for run in EASY), steep(run_on(DAY), downhill)]
    found = exposures(history_of(runs))
    assert [ramp.downhill is not None for ramp in found.ramps.values()] == ([True] if stands_out else [])


@pytest.mark.parametrize(("before", "count", "stands_out"), [(0, 10, True), (0, 9, False), (5, 10, False), (5, 11, True)])
def test_fast_minutes_stand_out_from_ten_and_above_twice_the_most(before, count, stands_out):
    runs = [*(with_fast_minutes(run, before) for run in EASY), with_fast_minutes(run_on(DAY), count)]
    found = exposures(history_of(runs))
    assert [ramp.fast is not None for ramp in found.ramps.values()] == ([True] if stands_out else [])


def test_a_run_of_unknown_slope_among_three_known_ones_is_left_out_and_not_zero():
    runs = [*(steep(run, math.nan) for run in EASY[:-5]), *(steep(run, 600.0) for run in EASY[-5:]), steep(run_on(DAY), 1300.0)]
    (ramp,) = exposures(history_of(runs)).ramps.values()
    assert (ramp.downhill.most, ramp.downhill.known) == (600.0, 5)


def test_below_half_known_nothing_is_asked():
    runs = [*(steep(run, math.nan) for run in EASY[:-4]), *(steep(run, 600.0) for run in EASY[-4:]), steep(run_on(DAY), 1300.0)]
    found = exposures(history_of(runs))
    assert not found.ramps
    assert found.downhill == 0


def test_a_run_without_a_curve_is_not_asked_for_fast_minutes():
    runs = [*EASY, replace(run_on(DAY), curve=Curve.none())]
    assert exposures(history_of(runs)).fast == exposures(history_of(EASY)).fast


def test_both_stand_in_one_finding_and_beside_r1_where_it_names_the_run():
    fast_and_steep = steep(with_fast_minutes(run_on(DAY), 20), 2040.0)
    (finding,) = BY_CODE["R5"].check(history_of([*EASY, fast_and_steep])).findings
    assert finding.headline.endswith(
        "had about 2,040 footfalls on steep downhill, where no run of the 30 days before had more than 0, and "
        "20 fast minutes, where no run of the 30 days before had more than 0"
    )
    longer = replace(fast_and_steep, distance_m=10_000.0)
    found = check(history_of([*EASY, longer]), RULES).found
    (named,) = [one for one in found if one.run_id == longer.id]
    assert named.rule == "R1"
    shown = {one.label: one.value for one in named.evidence}
    assert (shown["Footfalls on steep downhill"], shown["Fast minutes"]) == (2040, 20)
