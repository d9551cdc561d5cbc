"""Time, way and footfalls of made runs with known answers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.metrics.calibrate import population
from footfall.metrics.footfalls import count
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.measured import Gait, GradeBand, Measured
from footfall.model.run import Run, Session
from tests.metrics.made import made_run


def footfalls(measured: Measured) -> float:
    return float(np.sum(measured.bins.footfalls))


def test_strides_of_an_even_run_become_twice_as_many_footfalls() -> None:
    measured = measure(made_run(seconds=1800, cadence_per_min=83.0))
    assert measured.totals.cadence_factor == 2
    assert footfalls(measured) == pytest.approx(30 * 166)
    assert measured.totals.running_s == pytest.approx(1800)
    assert measured.totals.walking_s == 0


def test_a_file_that_counts_steps_is_not_doubled() -> None:
    measured = measure(made_run(cadence_per_min=166.0, file_format="gpx"))
    assert measured.totals.cadence_factor == 1
    assert footfalls(measured) == pytest.approx(30 * 166)


def test_the_user_can_say_what_the_file_counts() -> None:
    assert measure(made_run(cadence_per_min=83.0), 1).totals.cadence_factor == 1


def test_a_cadence_between_steps_and_strides_is_refused_and_said() -> None:
    # 106/min at 2.6 m/s is 5 SD from a runner's steps and from her strides alike
    unclear = measure(made_run(cadence_per_min=106.0, speed_m_s=2.6, file_format="gpx", producer="StravaGPX"))
    assert unclear.totals.cadence_factor is None
    assert [note.code for note in unclear.notes] == ["cadence-unit-unclear"]
    assert footfalls(unclear) == 0
    assert np.all(unclear.bins.cadence_time_s == 0)


@given(seed=st.integers(0, 2**31), longest=st.floats(1.0, 60.0))
def test_smart_recording_gives_the_sums_of_every_second(seed: int, longest: float) -> None:
    steps = np.random.default_rng(seed).uniform(1.0, max(longest, 1.01), 400)
    measured = measure(made_run(step_s=steps, seconds=0))
    span = float(np.sum(steps) - steps[0])
    assert measured.totals.elapsed_s == pytest.approx(float(np.cumsum(steps)[-1] - steps[0]))
    assert footfalls(measured) == pytest.approx(span * 166 / 60, rel=1e-6)
    assert float(np.sum(measured.bins.time_s)) == pytest.approx(span)


@pytest.mark.parametrize("longest_s", [8, 30, 60])
@pytest.mark.parametrize("seed", range(3))
def test_a_watch_that_records_when_it_likes_counts_what_every_second_counts(longest_s: int, seed: int) -> None:
    """Pace and cadence that drift and waver: within half a percent."""
    rng, at = np.random.default_rng(seed), np.arange(3601)
    speed = 2.8 + 0.4 * np.sin(at / 250) + rng.normal(0, 0.1, 3601)
    cadence = 83 + 3 * np.sin(at / 250) + rng.normal(0, 1, 3601)
    kept = np.append(np.cumsum(rng.integers(1, longest_s + 1, 3600)), 3600)
    smart = made_run(seconds=3600, speed_m_s=speed, cadence_per_min=cadence, drop=np.setdiff1d(np.arange(1, 3600), kept))
    every_second = measure(made_run(seconds=3600, speed_m_s=speed, cadence_per_min=cadence))
    assert len(smart.samples["time_s"]) < 3601 / (longest_s / 3)
    assert footfalls(measure(smart)) == pytest.approx(footfalls(every_second), rel=0.005)
    assert measure(smart).totals.running_s == pytest.approx(3600)


def test_a_gap_is_not_a_pause() -> None:
    measured = measure(made_run(drop=np.arange(600, 640)))
    assert footfalls(measured) == pytest.approx(30 * 166, rel=1e-6)
    assert measured.totals.timer_s == 1800


def test_a_gap_over_a_minute_is_not_bridged_but_left_to_the_model() -> None:
    measured = measure(made_run(drop=np.arange(600, 700)))
    assert footfalls(measured) == pytest.approx((1800 - 101) * 166 / 60, rel=1e-6)
    assert float(np.sum(measured.bins.time_s)) == pytest.approx(1800)


def test_a_pause_is_no_time_and_no_footfall() -> None:
    measured = measure(made_run(seconds=2100, pauses=[(900, 1200)]))
    assert measured.totals.timer_s == pytest.approx(1800)
    assert measured.totals.elapsed_s == pytest.approx(2100)
    assert footfalls(measured) == pytest.approx(30 * 166, rel=1e-3)
    assert int(np.max(measured.minutes.minute)) == 29


def test_without_timer_events_a_gap_without_way_is_a_pause() -> None:
    speed = np.full(1801, 2.8)
    speed[601:901] = 0.0
    measured = measure(made_run(speed_m_s=speed, drop=np.arange(601, 900), file_format="gpx"))
    assert measured.totals.timer_s == pytest.approx(1500, abs=1)


def test_a_run_walk_session_is_split() -> None:
    speed, cadence = np.full(1801, 2.8), np.full(1801, 83.0)
    speed[600:1200], cadence[600:1200] = 1.4, 57.0
    measured = measure(made_run(speed_m_s=speed, cadence_per_min=cadence))
    assert measured.totals.walking_s == pytest.approx(600, abs=6)
    assert measured.totals.running_s == pytest.approx(1200, abs=6)


def test_a_traffic_light_is_standing() -> None:
    speed, cadence = np.full(1801, 2.8), np.full(1801, 83.0)
    speed[600:660], cadence[600:660] = 0.0, 0.0
    measured = measure(made_run(speed_m_s=speed, cadence_per_min=cadence))
    assert measured.totals.standing_s == pytest.approx(60, abs=8)
    assert footfalls(measured) == pytest.approx(29 * 166, rel=0.005)


def test_a_lone_zero_between_strides_is_a_dropout() -> None:
    cadence = np.full(1801, 83.0)
    cadence[[300, 700, 1100]] = 0.0
    assert footfalls(measure(made_run(cadence_per_min=cadence))) == pytest.approx(30 * 166)


def one_zero_in_ten(step_s: float, *, with_way: bool = True, speed_m_s: float = 2.8) -> Run:
    cadence = np.full(int(1800 / step_s) + 1, 80.0)
    cadence[5::10] = 0.0
    return made_run(
        step_s=step_s, cadence_per_min=cadence, speed_m_s=speed_m_s, seconds=1800.0, file_format="tcx", with_distance=with_way
    )


@pytest.mark.parametrize(
    ("step_s", "with_way"), [(4.0, True), (4.0, False), (5.0, False), (7.5, True)], ids=lambda value: str(value)
)
def test_lone_zeros_of_smart_recording_without_positions_are_dropouts(step_s: float, with_way: bool) -> None:
    """A treadmill: with the way of a foot pod, or with nothing but cadence."""
    measured = measure(one_zero_in_ten(step_s, with_way=with_way))
    assert footfalls(measured) == pytest.approx(160 * 30, rel=1e-3)
    assert "cadence-contradicts-speed" not in {note.code for note in measured.notes}


def test_a_lone_zero_where_the_way_stood_is_a_stop() -> None:
    cadence, speed = np.full(451, 80.0), np.full(451, 2.8)
    cadence[200], speed[200:202] = 0.0, 0.0
    run = made_run(step_s=4.0, cadence_per_min=cadence, speed_m_s=speed)
    assert footfalls(measure(run)) == pytest.approx(160 * (1800 - 4) / 60, rel=1e-4)


def test_zeros_in_a_row_without_positions_are_seconds_without_steps() -> None:
    cadence = np.full(601, 80.0)
    cadence[200:202] = 0.0
    assert footfalls(measure(made_run(step_s=3.0, cadence_per_min=cadence))) == pytest.approx(160 * (1800 - 6) / 60, rel=1e-9)


def test_seconds_without_cadence_are_a_dropout_where_positions_go_on_and_standing_is_none() -> None:
    cadence, speed = np.full(1801, 83.0), np.full(1801, 2.8)
    cadence[300:308] = 0.0
    assert footfalls(measure(made_run(cadence_per_min=cadence, with_positions=True))) == pytest.approx(30 * 166)
    speed[298:310] = 0.2
    stopped = measure(made_run(cadence_per_min=cadence, speed_m_s=speed, with_positions=True))
    assert footfalls(stopped) == pytest.approx((1800 - 9) * 166 / 60, rel=0.003)


def test_a_way_without_positions_does_not_tell_a_lost_step_from_a_stop() -> None:
    """A watch without reception goes on at its last speed while its sensor feels nothing."""
    cadence = np.full(1801, 83.0)
    cadence[300:308] = 0.0
    assert footfalls(measure(made_run(cadence_per_min=cadence))) == pytest.approx((1800 - 8) * 166 / 60, rel=1e-9)


@pytest.mark.parametrize(("native_s", "source"), [(0, "footpod"), (60, "footpod"), (1200, "recorded")])
def test_a_second_sensor_counts_where_the_watch_has_cadence_for_less_than_half_of_its_time(native_s: int, source: str) -> None:
    native = np.full(1801, np.nan)
    native[:native_s] = 83.0
    run = made_run(cadence_per_min=native)
    measured = measure(replace(run, samples={**run.samples, "pod_cadence_per_min": np.full(1801, 84.0)}))
    assert measured.totals.cadence_from == source
    if source == "footpod":
        assert footfalls(measured) == pytest.approx(30 * 168)


def test_a_treadmill_without_way_still_counts() -> None:
    measured = measure(made_run(with_distance=False))
    assert measured.totals.distance_source == "none"
    assert measured.totals.distance_m is None
    assert footfalls(measured) == pytest.approx(30 * 166)


def test_distance_and_timer_are_the_devices_own_where_it_gives_them() -> None:
    session = Session(0, 1800, sport="running", elapsed_s=1805.0, timer_s=1795.5, distance_m=5012.0)
    totals = measure(made_run(session=session)).totals
    assert (totals.elapsed_s, totals.timer_s, totals.distance_m) == (1805.0, 1795.5, 5012.0)


def test_contact_time_gives_the_duty_factor_on_the_level() -> None:
    measured = measure(made_run(stance_time_s=0.26))
    running = measured.bins.gait == Gait.RUN
    assert measured.bins.duty_factor[running] == pytest.approx(0.26 * 166 / 120)


def test_contact_time_outside_any_running_gait_is_not_used() -> None:
    assert np.all(measure(made_run(stance_time_s=0.45)).bins.contact_time_s == 0)


def test_contact_time_is_not_used_on_slopes_and_footfalls_there_are_counted_apart() -> None:
    altitude = np.concatenate([np.zeros(900), -0.07 * 2.8 * np.arange(901)])
    measured = measure(made_run(stance_time_s=0.26, altitude_m=altitude))
    steep = measured.bins.grade == GradeBand.STEEP_DOWN
    assert np.all(measured.bins.contact_time_s[steep] == 0)
    assert float(np.sum(measured.bins.footfalls[steep])) == pytest.approx(15 * 166, rel=0.03)
    assert measured.totals.descent_m == pytest.approx(0.07 * 2.8 * 900, rel=0.05)
    assert measured.totals.ascent_m == 0


def test_zero_metres_is_an_altitude() -> None:
    measured = measure(made_run(altitude_m=np.zeros(1801)))
    assert measured.totals.grade_coverage == 1
    assert (measured.totals.ascent_m, measured.totals.descent_m) == (0, 0)


def test_minutes_and_bins_add_up_to_the_same() -> None:
    rng = np.random.default_rng(7)
    measured = measure(made_run(step_s=rng.uniform(1, 8, 500), speed_m_s=rng.uniform(1.0, 4.0, 500), seconds=0))
    for name in ("time_s", "distance_m", "footfalls", "cadence_time_s"):
        assert np.sum(getattr(measured.minutes, name)) == pytest.approx(np.sum(getattr(measured.bins, name))), name


def test_a_start_before_the_first_sample_is_part_of_the_run() -> None:
    run = made_run(drop=np.arange(0, 7))
    measured = measure(run)
    assert measured.totals.elapsed_s == pytest.approx(1800)
    assert footfalls(measured) == pytest.approx(30 * 166, rel=0.001)


def test_minutes_of_a_late_first_sample_are_all_there() -> None:
    measured = measure(made_run(seconds=400, drop=np.arange(0, 100)))
    assert float(np.sum(measured.minutes.time_s)) == pytest.approx(float(np.sum(measured.bins.time_s)))
    assert float(np.sum(measured.bins.time_s)) == pytest.approx(300)


def test_a_treadmill_that_writes_a_way_of_zero_still_counts_by_cadence() -> None:
    session = Session(0, 1800, sport="running", distance_m=0.0)
    measured = measure(made_run(speed_m_s=0.0, session=session))
    assert footfalls(measured) == pytest.approx(30 * 166)
    assert measured.totals.distance_m is None


def test_minutes_of_lost_cadence_at_speed_are_left_to_the_line_and_not_counted_as_zero() -> None:
    cadence = np.full(1801, 83.0)
    cadence[:300] = 0.0
    measured = measure(made_run(cadence_per_min=cadence, speed_m_s=3.0))
    assert float(np.sum(measured.bins.cadence_time_s)) == pytest.approx(1500, abs=2)
    assert float(np.sum(measured.bins.time_s)) == pytest.approx(1800)


def test_pauses_that_only_the_session_knows_are_found_by_displacement() -> None:
    speed = np.full(1801, 2.8)
    speed[601:901] = 0.0
    session = Session(0, 1800, sport="running", timer_s=1500.0, elapsed_s=1800.0)
    measured = measure(made_run(speed_m_s=speed, drop=np.arange(601, 900), session=session))
    assert measured.totals.running_s == pytest.approx(1500, abs=10)


def test_a_pause_past_the_last_sample_takes_nothing_from_the_run() -> None:
    measured = measure(made_run(seconds=1800, pauses=[(1800, 2400)]))
    assert measured.totals.timer_s == 1800


def test_the_devices_distance_goes_before_the_positions() -> None:
    session = Session(0, 1800, sport="running", distance_m=5500.0)
    totals = measure(made_run(with_distance=False, cadence_per_min=None, session=session)).totals
    assert (totals.distance_m, totals.distance_source) == (5500.0, "device")


@pytest.mark.parametrize(("with_positions", "per_minute"), [(True, 108.5), (False, 10.8)])
def test_a_walk_whose_sensor_dies_is_counted_by_its_speed_where_positions_go_on(with_positions: bool, per_minute: float) -> None:
    cadence = np.where(np.arange(601) < 60, 54.0, 0.0)
    found = measure(made_run(seconds=600.0, speed_m_s=1.2, cadence_per_min=cadence, with_positions=with_positions), 2)
    counted = count(found.bins, population(Athlete()).cadence_line).total
    assert np.sum(counted) / 10 == pytest.approx(per_minute, rel=0.03)
