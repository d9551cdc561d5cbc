import datetime as dt

import numpy as np
import pytest

from footfall.history.clock import OutingClock
from footfall.history.history import OnsetState
from footfall.history.onset import holds, place
from footfall.model.diary import Onset, OnsetKind
from footfall.model.run import Lap
from footfall.model.summary import Curve
from tests.factories import FORCE_BW, FROM_THE_START, PAIN_FREE, minutes_onset, run_summary

DAY = dt.date(2026, 6, 1)
START = dt.datetime(2026, 6, 1, 5, 0, tzinfo=dt.UTC)
BERLIN_S = 7200


def clock_of(*runs):
    return OutingClock.of(runs)


def steady(**more):
    """40 minutes at 160 steps and 200 m a minute, from 07:00 local time."""
    fields = {"timer_s": 2400.0, "distance_m": 8000.0, "cadence_spm": 160.0, "utc_offset_s": BERLIN_S, **more}
    return run_summary(fields.pop("start", START), **fields)


def second_file(**more):
    """Another 20 minutes, begun 10 minutes after the first 40 ended."""
    return steady(start=START + dt.timedelta(minutes=50), timer_s=1200.0, distance_m=4000.0, **more)


def at_clock(text, rounding=30.0):
    hours, minutes = text.split(":")
    return Onset(OnsetKind.CLOCK, int(hours) * 3600 + int(minutes) * 60, rounding, f"@{text}")


def test_minutes_lead_to_footfalls_load_and_distance():
    found = place(minutes_onset(17), clock_of(steady()), DAY)
    assert found.state is OnsetState.AT
    assert (found.minute, found.low, found.high, found.exact) == (17, 16.5, 17.5, False)
    assert found.footfalls == pytest.approx(17 * 160)
    assert found.load == pytest.approx(17 * 160 * FORCE_BW)
    assert found.distance_m == pytest.approx(17 * 200)


def test_a_multiple_of_five_leaves_five_minutes_open_and_seconds_none():
    assert (place(minutes_onset(20), clock_of(steady()), DAY).low, place(minutes_onset(20), clock_of(steady()), DAY).high) == (
        17.5,
        22.5,
    )
    exact = place(minutes_onset(17.5, 0.0), clock_of(steady()), DAY)
    assert (exact.low, exact.high, exact.exact) == (17.5, 17.5, True)


def test_pain_free_and_from_the_start_have_no_minute():
    for onset, state in ((PAIN_FREE, OnsetState.NONE), (FROM_THE_START, OnsetState.AT_START)):
        found = place(onset, clock_of(steady()), DAY)
        assert found.state is state
        assert np.isnan([found.minute, found.low, found.high, found.footfalls, found.load, found.distance_m]).all()


def test_minutes_go_on_through_the_second_file():
    found = place(minutes_onset(47), clock_of(steady(), second_file()), DAY)
    assert found.distance_m == pytest.approx(47 * 200)
    assert found.footfalls == pytest.approx(47 * 160)


def test_distance_is_found_on_the_curve():
    found = place(Onset(OnsetKind.DISTANCE, 3700.0, 50.0, "3.7 km"), clock_of(steady()), DAY)
    assert found.minute == pytest.approx(18.5)
    assert (found.low, found.high) == (pytest.approx(18.25), pytest.approx(18.75))
    assert found.exact


def test_a_coarse_distance_is_not_exact():
    found = place(Onset(OnsetKind.DISTANCE, 3000.0, 500.0, "3 km"), clock_of(steady()), DAY)
    assert (found.minute, found.low, found.high) == (pytest.approx(15), pytest.approx(12.5), pytest.approx(17.5))
    assert not found.exact


def test_a_clock_to_the_minute_leaves_half_a_minute_open_to_either_side():
    found = place(at_clock("07:17"), clock_of(steady()), DAY)
    assert (found.minute, found.low, found.high, found.exact) == (17, 16.5, 17.5, True)
    to_the_second = place(at_clock("07:17", 0.0), clock_of(steady()), DAY)
    assert (to_the_second.low, to_the_second.high, to_the_second.exact) == (17, 17, True)
    first, last = (place(at_clock(text), clock_of(steady()), DAY) for text in ("07:00", "07:40"))
    assert (first.minute, first.low, first.high) == (0, 0, 0.5)
    assert (last.minute, last.low, last.high) == (40, 39.5, 40)


def test_a_distance_is_reached_before_a_rest_not_after_it():
    minute = np.array([0.0, 10.0, 20.0, 30.0])
    distance_m = np.array([0.0, 2000.0, 2000.0, 4000.0])
    curve = Curve(minute, minute * 160, minute * 160, distance_m, np.full(4, np.nan), minute * 0.16, np.full(4, np.nan))
    run = steady(timer_s=1800.0, distance_m=4000.0, curve=curve)
    assert place(Onset(OnsetKind.DISTANCE, 2000.0, 0.0, "2 km"), clock_of(run), DAY).minute == 10


def test_a_distance_in_the_second_file_counts_from_the_first_start():
    found = place(Onset(OnsetKind.DISTANCE, 9000.0, 0.0, "9 km"), clock_of(steady(), second_file()), DAY)
    assert found.minute == pytest.approx(45)


def test_clock_time_is_local_and_leaves_pauses_out():
    paused = steady(pauses=[(600.0, 900.0)])
    assert place(at_clock("07:30"), clock_of(paused), DAY).minute == pytest.approx(25)
    assert place(at_clock("07:12"), clock_of(paused), DAY).minute == pytest.approx(10)  # in the pause: where the clock stood


def test_clock_time_in_the_second_file_and_between_the_two():
    clock = clock_of(steady(), second_file())
    assert place(at_clock("07:55"), clock, DAY).minute == pytest.approx(45)
    assert place(at_clock("07:45"), clock, DAY).minute == pytest.approx(40)


def test_clock_time_after_midnight_belongs_to_the_run_begun_before():
    late = steady(start=dt.datetime(2026, 6, 1, 21, 40, tzinfo=dt.UTC))  # 23:40 local
    assert place(at_clock("00:05"), clock_of(late), DAY).minute == pytest.approx(25)


def test_a_clock_written_to_the_minute_may_miss_the_start_by_seconds():
    run = steady(start=START + dt.timedelta(seconds=40))
    assert place(at_clock("07:00"), clock_of(run), DAY).minute == 0
    assert place(at_clock("06:59"), clock_of(run), DAY) is None


def test_the_stop_button_is_no_lap_pressed_by_hand():
    clock = clock_of(steady(laps=[Lap(0, 600, "distance"), Lap(600, 2399.5, "manual")]))
    assert place(Onset(OnsetKind.HAND_LAP, None, 0.0, "lap"), clock, DAY) is None


def test_first_hand_lap_and_numbered_lap():
    laps = [Lap(0, 600, "distance"), Lap(600, 1100, "manual"), Lap(1100, 2000, "manual"), Lap(2000, 2700, "session_end")]
    clock = clock_of(steady(laps=laps, pauses=[(1000.0, 1300.0)]))
    assert place(Onset(OnsetKind.HAND_LAP, None, 0.0, "lap"), clock, DAY).minute == pytest.approx(1000 / 60)
    assert place(Onset(OnsetKind.LAP, 3.0, 0.0, "lap 3"), clock, DAY).minute == pytest.approx((2000 - 300) / 60)
    assert place(Onset(OnsetKind.LAP, 5.0, 0.0, "lap 5"), clock, DAY) is None


def test_numbered_laps_are_those_of_the_longest_file():
    warm_up = steady(start=START - dt.timedelta(minutes=30), timer_s=1200.0, laps=[Lap(0, 300), Lap(300, 1200)])
    clock = clock_of(warm_up, steady(laps=[Lap(0, 900)]))
    assert place(Onset(OnsetKind.LAP, 1.0, 0.0, "lap 1"), clock, DAY).minute == pytest.approx(20 + 15)


@pytest.mark.parametrize(
    "onset",
    [
        minutes_onset(43),
        Onset(OnsetKind.DISTANCE, 9000.0, 50.0, "9 km"),
        at_clock("07:50"),
        Onset(OnsetKind.HAND_LAP, None, 0.0, "lap"),
        Onset(OnsetKind.LAP, 9.0, 0.0, "lap 9"),
    ],
    ids=lambda onset: onset.text,
)
def test_what_the_run_cannot_hold_is_no_onset(onset):
    assert place(onset, clock_of(steady(laps=[Lap(0, 2400, "session_end")])), DAY) is None


def test_rounding_forgives_the_last_minutes_but_does_not_choose_a_run():
    clock = clock_of(steady(timer_s=38.5 * 60))
    found = place(minutes_onset(40), clock, DAY)
    assert (found.minute, found.high) == (38.5, 38.5)
    assert not holds(minutes_onset(40), clock, DAY)


def test_without_a_distance_a_distance_cannot_be_placed_but_minutes_can():
    clock = clock_of(steady(distance_m=None))
    assert place(Onset(OnsetKind.DISTANCE, 1000.0, 50.0, "1 km"), clock, DAY) is None
    found = place(minutes_onset(17), clock, DAY)
    assert found.minute == 17
    assert np.isnan(found.distance_m)
