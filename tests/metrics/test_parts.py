"""Slope, way, cadence between samples: each part against a known answer or an independent reckoning."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.metrics.cadence import factor_evidence, mean_between
from footfall.metrics.force import weighted_median
from footfall.metrics.gait import gait, nominal_gait
from footfall.metrics.grade import climb_m, grade, smoothed_altitude_m
from footfall.metrics.track import (
    haversine_m,
    jumps,
    pauses_by_displacement,
    smoothed_speed_m_s,
    steps_m,
    way_from_positions_m,
    way_recorded_m,
)
from footfall.model.intervals import Intervals
from footfall.model.measured import Gait


@pytest.mark.parametrize(
    ("speed", "cadence", "expected"),
    [
        (2.8, 166, Gait.RUN),
        (1.8, 141, Gait.RUN),
        (1.4, 112, Gait.WALK),
        (2.1, 130, Gait.WALK),
        (0.3, 0, Gait.STAND),
        (2.6, 136, Gait.RUN),  # long legs, slow steps: nobody walks at 2.6 m/s
        (1.5, 150, Gait.RUN),  # a shuffle
        (3.0, 0, Gait.RUN),  # cadence lost
        (1.2, 0, Gait.WALK),
        (0.0, 160, Gait.RUN),  # a treadmill without a speed sensor
        (np.nan, 160, Gait.RUN),
        (np.nan, 100, Gait.WALK),
        (2.1, np.nan, Gait.RUN),
        (1.9, np.nan, Gait.WALK),
        (np.nan, np.nan, Gait.UNKNOWN),
    ],
)
def test_gait(speed: float, cadence: float, expected: Gait) -> None:
    one = np.array([speed]), np.array([float(cadence)])
    assert nominal_gait(*one)[0] == expected
    assert gait(*one, np.array([60.0]))[0] == expected


def test_a_constant_slope_is_found_whatever_the_sampling() -> None:
    way = np.cumsum(np.random.default_rng(1).uniform(1, 30, 300))
    altitude = 100 + 0.06 * way
    slope = grade(way, smoothed_altitude_m(way, altitude))
    inner = (way > 100) & (way < way[-1] - 100)  # at either end the window is one-sided
    assert slope[inner] == pytest.approx(0.06, rel=1e-6)


def test_steps_of_a_barometer_are_no_climb() -> None:
    way = np.arange(0.0, 3000.0, 3.0)
    noise = np.round(np.random.default_rng(2).normal(0, 0.4, len(way)) / 0.2) * 0.2
    up, down = climb_m(smoothed_altitude_m(way, 50 + noise))
    assert (up, down) == (0, 0)


def test_turns_just_above_the_noise_all_count() -> None:
    assert climb_m(np.tile([1.9, -1.9], 10)) == pytest.approx((9 * 3.8, 10 * 3.8))


def test_climb_counts_each_hill_once() -> None:
    hills = np.concatenate([np.linspace(0, 30, 50), np.linspace(30, 10, 40), np.linspace(10, 25, 30)])
    assert climb_m(hills) == pytest.approx((45, 20))


def test_altitude_that_is_not_recorded_gives_no_slope() -> None:
    way = np.arange(100.0)
    assert np.all(np.isnan(smoothed_altitude_m(way, np.full(100, np.nan))))
    assert math.isnan(climb_m(np.full(100, np.nan))[0])


def test_points_that_lie_next_to_nothing_apart_give_no_endless_slope() -> None:
    way = np.array([0.0, 1e-308, 100.0, 200.0])
    smoothed = smoothed_altitude_m(way, np.array([10.0, 9000.0, 10.0, 10.0]))
    assert np.all(np.isfinite(smoothed))
    assert np.all(np.isfinite(grade(way, smoothed)))


def test_slope_is_not_known_where_altitude_stops() -> None:
    way = np.arange(0.0, 1000.0, 2.0)
    altitude = np.where(way <= 400, 0.02 * way, np.nan)
    slope = grade(way, smoothed_altitude_m(way, altitude))
    assert slope[100] == pytest.approx(0.02)
    assert np.all(np.isnan(slope[way > 460]))


def test_way_between_positions_is_that_of_a_sphere() -> None:
    # one degree of latitude, and one of longitude at 60 degrees north, on a sphere of 6371.0088 km
    assert haversine_m(np.array([0.0, 1.0]), np.array([0.0, 0.0]))[0] == pytest.approx(111_195.08, rel=1e-6)
    assert haversine_m(np.array([60.0, 60.0]), np.array([0.0, 1.0]))[0] == pytest.approx(55_595, rel=1e-3)


def test_one_fix_far_away_is_left_out_and_a_lasting_shift_is_kept() -> None:
    time_s = np.arange(60.0)
    lat = 54 + time_s * 2.8 / 111_195
    astray = lat.copy()
    astray[30] += 0.01
    assert np.flatnonzero(jumps(time_s, astray, np.zeros(60))).tolist() == [30]
    assert way_from_positions_m(time_s, astray, np.zeros(60))[-1] == pytest.approx(59 * 2.8, rel=1e-3)
    shifted = np.where(time_s >= 30, lat + 0.01, lat)
    assert not np.any(jumps(time_s, shifted, np.zeros(60)))


def test_stray_fixes_at_either_end_are_left_out() -> None:
    time_s = np.arange(60.0)
    lat = 54 + time_s * 2.8 / 111_195
    for stray in ([0], [0, 1, 2], [59], [58, 59]):
        astray = lat.copy()
        astray[stray] += 0.05
        assert np.flatnonzero(jumps(time_s, astray, np.zeros(60))).tolist() == stray
        assert np.nanmax(way_from_positions_m(time_s, astray, np.zeros(60))) < 60 * 2.8


def test_a_count_that_starts_anew_goes_on_and_one_mad_value_is_left_out() -> None:
    time_s = np.arange(200.0)
    way = time_s * 3.0
    anew = np.where(time_s >= 100, way - 300, way)
    assert way_recorded_m(time_s, anew)[-1] == pytest.approx(199 * 3 - 3)
    mad = way.copy()
    mad[50] = 50_000.0
    assert way_recorded_m(time_s, mad) == pytest.approx(way)


def test_way_is_not_known_outside_the_fixes_and_comes_from_the_next_source() -> None:
    time_s = np.arange(100.0)
    device = np.where(time_s <= 50, time_s * 3.0, np.nan)
    lat = np.where(time_s >= 40, 54 + time_s * 3.0 / 111_195, np.nan)
    step, source = steps_m(
        time_s,
        {
            "device": lambda: way_recorded_m(time_s, device),
            "gps": lambda: way_from_positions_m(time_s, lat, np.zeros(100)),
            "never asked": lambda: pytest.fail("all is known"),
        },
    )
    assert source == "device"
    assert np.nansum(step) == pytest.approx(99 * 3.0, rel=1e-3)
    alone, source = steps_m(time_s, {"gps": lambda: way_from_positions_m(time_s, lat, np.zeros(100))})
    assert np.all(np.isnan(alone[:40]))
    assert source == "gps"


def test_a_ride_between_two_stretches_is_a_pause() -> None:
    time_s = np.concatenate([np.arange(0.0, 600), np.arange(1200.0, 1800)])
    step = np.where(np.diff(time_s) > 1, 22_000.0, 3.0)
    assert pauses_by_displacement(time_s, step, Intervals.none()).edges.tolist() == [[599.0, 1200.0]]


@pytest.mark.parametrize(
    ("way_m", "cut", "paused"), [(30, False, True), (100, False, False), (100, True, True), (600, True, False)]
)
def test_where_the_file_cuts_its_track_slower_than_a_walk_is_a_pause(way_m: float, cut: bool, paused: bool) -> None:
    time_s = np.concatenate([np.arange(0.0, 600), np.arange(799.0, 1200)])  # 200 s in which the file holds nothing
    step = np.where(np.diff(time_s) > 1, way_m, 3.0)
    breaks = Intervals(np.array([[599.0, 799.0]])) if cut else Intervals.none()
    assert pauses_by_displacement(time_s, step, breaks).edges.tolist() == ([[599.0, 799.0]] if paused else [])


def test_speed_is_averaged_over_ten_seconds_of_timer() -> None:
    way = np.concatenate([np.arange(0.0, 31.0) * 2, 60 + np.arange(1.0, 31.0) * 4])
    speed = smoothed_speed_m_s(np.arange(61.0), np.diff(way))
    assert speed[10] == pytest.approx(2)
    assert speed[50] == pytest.approx(4)
    assert 2 < speed[30] < 4


@given(st.floats(40, 130), st.floats(1.0, 5.0))
def test_the_factor_never_contradicts_its_odds(cadence: float, speed: float) -> None:
    n = 50
    evidence = factor_evidence(np.full(n, cadence), np.full(n, speed), np.ones(n), prior_log_odds=0.0, total_strides=math.nan)
    assert evidence is not None
    if evidence.factor is None:
        assert abs(evidence.log_odds) < math.log(20)
    else:
        assert (evidence.factor == 2) == (evidence.log_odds > 0)


def test_stride_totals_speak_but_do_not_outvote_everything() -> None:
    kwargs = {"prior_log_odds": math.log(50), "total_strides": 830.0}  # steps counted as strides: 166 a minute for 10 minutes
    n = 600
    strides = factor_evidence(np.full(n, 83.0), np.full(n, 2.8), np.ones(n), **kwargs)
    assert strides is not None
    assert strides.factor == 2


def test_no_cadence_under_way_is_no_evidence() -> None:
    zeros = np.zeros(10)
    assert factor_evidence(zeros, zeros + 2.8, zeros + 1, prior_log_odds=0.0, total_strides=math.nan) is None


def test_gaps_up_to_a_minute_are_bridged_by_the_mean_of_both_ends() -> None:
    time_s = np.array([0.0, 10.0, 70.0, 131.0, 141.0])
    assert mean_between(time_s, np.array([80.0, 80.0, 90.0, 90.0, 90.0])).tolist()[:2] == [80.0, 85.0]
    assert np.isnan(mean_between(time_s, np.array([80.0, 80.0, 90.0, 90.0, 90.0]))[2])


@given(st.lists(st.tuples(st.floats(-100, 100), st.integers(0, 5)), min_size=1, max_size=30))
def test_weighted_median_is_the_median_of_values_repeated(pairs: list[tuple[float, int]]) -> None:
    values, weights = np.array([p[0] for p in pairs]), np.array([float(p[1]) for p in pairs])
    repeated = np.sort(np.repeat(values, weights.astype(int)))
    found = weighted_median(values, weights)
    if repeated.size == 0:
        assert math.isnan(found)
    else:
        assert found == repeated[(len(repeated) - 1) // 2]
