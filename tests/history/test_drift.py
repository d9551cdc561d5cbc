"""Cadence within runs: each run held against its own minutes 5 to 10, whatever its level, and nothing from what is not known."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.history.days import build_history
from footfall.history.drift import BASE_MIN, LEAST_RUNS, RunningCadence, by_minute, running_cadence
from footfall.history.history import Outing
from footfall.model.athlete import Athlete
from footfall.model.summary import RunSummary
from tests.factories import run_on

DAY = dt.date(2026, 6, 1)


def with_cadence(spm: Sequence[float], day: int = 0, start: str = "07:00", *, more_s: float = 0.0) -> RunSummary:
    """A run whose minutes have these cadences."""
    run = run_on(DAY + dt.timedelta(days=day), start, km=len(spm) / 6, minutes=len(spm) + more_s / 60)
    tail = [math.nan] if more_s else []
    return replace(run, curve=replace(run.curve, running_spm=np.array([math.nan, *spm, *tail])))


def outings(runs: Sequence[RunSummary]) -> tuple[Outing, ...]:
    return build_history(runs, None, Athlete(), dt.date(2027, 1, 1))[0].outings


def of(lines: Sequence[Sequence[float]]) -> RunningCadence:
    return running_cadence(outings([with_cadence(line, day) for day, line in enumerate(lines)]))


def line(level: float, *, minutes: int = 30, slope: float = 0.0) -> list[float]:
    """Even until minute 10, then falling or rising by `slope` a minute."""
    return [level + slope * max(0, minute - 9) for minute in range(minutes)]


def test_runs_at_any_level_have_one_drift() -> None:
    found = of([line(155 + 2 * at, slope=-0.1) for at in range(10)])
    low, median, high = found.drift.quartiles
    expected = [-0.1 * max(0, minute - 9) for minute in range(30)]
    assert found.drift.drawn.tolist() == list(range(30))
    assert found.drift.runs.tolist() == [10] * 30
    for drawn in (low, median, high):
        assert drawn == pytest.approx(expected)


def test_quartiles_are_those_of_the_runs_at_that_minute() -> None:
    found = of([line(166, slope=slope) for slope in np.linspace(-0.2, 0.2, 9)])
    at_20 = found.drift.quartiles[:, 20]
    assert at_20 == pytest.approx(np.quantile(np.linspace(-0.2, 0.2, 9) * 11, (0.25, 0.5, 0.75)))


def test_late_minutes_rest_on_the_runs_that_reach_them_and_end_with_too_few() -> None:
    found = of([line(166, minutes=20)] * 5 + [line(166, minutes=40)] * (LEAST_RUNS - 1) + [line(166, minutes=31)])
    assert found.drift.runs[[19, 20, 30, 31]].tolist() == [13, 8, 8, 7]
    assert found.drift.drawn.tolist() == list(range(31))


def test_a_run_without_its_own_minutes_five_to_ten_is_in_the_bars_and_not_in_the_line() -> None:
    without = line(166)
    without[5:8] = [math.nan] * 3
    found = of([without, line(160, minutes=6), line(166)])
    assert found.drift.change.shape == (1, 30)
    assert len(found.spm) == 27 + 6 + 30
    assert found.recorded == 3


def test_three_of_the_five_minutes_are_enough_and_their_mean_counts() -> None:
    short = line(166)
    short[5:8], short[8:10] = [160.0, 161.0, 165.0], [math.nan] * 2
    assert of([short]).drift.change[0, 20] == pytest.approx(166 - 162)


def test_runs_without_a_recorded_cadence_are_counted_and_left_out() -> None:
    walk = replace(with_cadence([math.nan] * 30, 3), running_s=0.0, walking_s=1800.0)
    estimated = with_cadence([math.nan] * 30, 2)
    found = running_cadence(outings([with_cadence(line(166)), estimated, walk]))
    assert (found.recorded, found.without) == (1, 1)
    assert len(found.spm) == 30


def test_nothing_at_all_is_nothing() -> None:
    found = running_cadence(())
    assert found.spm.size == found.drift.drawn.size == found.bins[0].size == 0
    assert found.drift.quartiles.shape == (3, 0)


def test_a_second_file_of_an_outing_goes_on_with_its_minutes() -> None:
    """Warm-up of 7 min 40 s and then the run: its first minute is the eighth, counted from 0, by its middle."""
    warm, run = with_cadence([150.0] * 7, more_s=40.0), with_cadence([170.0] * 20, start="07:10")
    (outing,) = outings([warm, run])
    found = by_minute(outing)
    assert found[:7] == pytest.approx(150)
    assert math.isnan(found[7])
    assert found[8:] == pytest.approx(170)
    assert len(found) == 28


def test_bins_have_what_a_watch_counts_in_their_middle() -> None:
    middles, minutes = of([[163.0, 164.9, 165.0, 166.0, 166.9, 172.0]]).bins
    assert dict(zip(middles.tolist(), minutes.tolist(), strict=True)) == {164: 2, 166: 3, 168: 0, 170: 0, 172: 1}


cadences = st.lists(st.one_of(st.floats(140, 200), st.just(math.nan)), min_size=1, max_size=40)


@given(st.lists(cadences, min_size=1, max_size=12))
def test_every_recorded_minute_is_in_one_bin_and_each_base_is_zero(lines: list[list[float]]) -> None:
    found = of(lines)
    assert found.bins[1].sum() == len(found.spm) == sum(math.isfinite(value) for each in lines for value in each)
    assert found.recorded + found.without == len(lines)
    begin, end = BASE_MIN
    for row in found.drift.change:
        assert np.nanmean(row[begin:end]) == pytest.approx(0, abs=1e-9)
    assert np.all(found.drift.runs[found.drift.drawn] >= LEAST_RUNS)


@given(st.lists(st.lists(st.floats(150, 180), min_size=10, max_size=30), min_size=8, max_size=12), st.floats(-20, 20))
def test_the_level_of_a_run_has_no_part_in_its_drift(lines: list[list[float]], higher: float) -> None:
    moved = [[value + higher for value in each] for each in lines]
    assert of(moved).drift.quartiles == pytest.approx(of(lines).drift.quartiles, abs=1e-6)
