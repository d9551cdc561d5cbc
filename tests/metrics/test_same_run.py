"""The table of cases of metrics/same_run.py, row by row."""

from dataclasses import replace

import numpy as np
import pytest

from footfall.metrics.same_run import Match, Why, same_run
from footfall.model.run import Run, StartKind
from tests.metrics.sightings import recording, row, seen

HOUR = 3600.0


def why(one: Run, other: Run, zone: str | None = "UTC") -> Why | None:
    """What makes them one run; the same from either side."""
    match, back = same_run(seen(one, zone), seen(other, zone)), same_run(seen(other, zone), seen(one, zone))
    assert (match and match.why) == (back and back.why)
    assert (match and match.shift_s) == (back and 0.0 - back.shift_s)
    return match.why if match else None


def test_one_recording_in_two_formats_is_one_run() -> None:
    assert why(recording("a.fit"), recording("a.gpx", file_format="gpx", cadence_per_min=None)) is Why.TRACK


def test_a_watch_and_a_phone_that_started_late_and_lie_beside_each_other_are_one_run() -> None:
    phone = recording(
        "p.gpx", starts_s=240, from_m=720, minutes=56, north_m=25, file_format="gpx", cadence_per_min=None, step_s=7.0
    )
    assert why(recording("w.fit"), phone) is Why.TRACK


@pytest.mark.parametrize("off_s", [-100.0, 45.0, 110.0])
def test_a_clock_that_is_off_by_less_than_two_minutes_is_moved(off_s: float) -> None:
    watch, phone = seen(recording("w.fit", speed_m_s=3.3)), seen(recording("p.gpx", starts_s=off_s, speed_m_s=3.3))
    match = same_run(watch, phone)
    assert match is not None
    assert match.shift_s == pytest.approx(-off_s, abs=5)


@pytest.mark.parametrize("hours", [1.0, -2.0, 5.75, 10.0])
def test_the_same_points_in_another_zone_are_one_run(hours: float) -> None:
    match = same_run(seen(recording("a.fit")), seen(recording("a.gpx", starts_s=hours * HOUR, file_format="gpx")))
    assert match == Match(Why.ZONE, -hours * HOUR)


@pytest.mark.parametrize(
    "again",
    [
        recording("2.fit", starts_s=2 * HOUR, speed_m_s=3.05),  # a little faster
        recording("2.fit", starts_s=2 * HOUR + 60),  # not on the quarter of an hour
        recording("2.fit", starts_s=2 * HOUR, minutes=58),  # not as long
        recording("2.fit", starts_s=2 * HOUR, north_m=30),  # the other side of the road
    ],
)
def test_the_same_loop_run_again_on_that_day_is_another_run(again: Run) -> None:
    assert why(recording("1.fit"), again) is None


def test_without_positions_nothing_shows_a_wrong_zone() -> None:
    assert why(recording("1.fit", placed=False), recording("2.fit", placed=False, starts_s=HOUR)) is None


def test_watch_and_pod_on_a_treadmill_differ_in_distance_and_are_one_run() -> None:
    watch = recording("w.fit", placed=False, speed_m_s=2.5)
    assert why(watch, recording("p.fit", placed=False, starts_s=20, speed_m_s=3.0)) is Why.TIME


def test_a_recording_without_positions_beside_one_with_them_is_one_run() -> None:
    assert why(recording("w.fit", placed=False), recording("p.gpx")) is Why.TIME


def test_a_recording_of_heart_rate_alone_goes_by_time() -> None:
    strap = recording("s.fit", placed=False, cadence_per_min=None)
    bare = replace(strap, samples={"time_s": strap.samples["time_s"], "heart_rate_bpm": np.full(len(strap), 140.0)})
    assert why(recording("w.fit"), bare) is Why.TIME


def test_two_people_at_one_time_in_other_places_are_two() -> None:
    assert why(recording("a.fit"), recording("b.fit", north_m=900)) is None


def test_two_people_on_one_loop_at_their_own_pace_are_two() -> None:
    assert why(recording("a.fit"), recording("b.fit", speed_m_s=2.6, minutes=58)) is None


def test_two_people_on_treadmills_with_quite_different_distances_are_two() -> None:
    assert why(recording("a.fit", placed=False, speed_m_s=2.0), recording("b.fit", placed=False, speed_m_s=3.4)) is None


@pytest.mark.parametrize("starts_s", [3600.0, 3660.0, 5 * HOUR])
def test_runs_that_follow_each_other_are_two(starts_s: float) -> None:
    assert why(recording("1.fit", placed=False), recording("2.fit", placed=False, starts_s=starts_s)) is None


@pytest.mark.parametrize(("starts_s", "minutes"), [(0, 12), (0, 30), (1800, 30), (1200, 10), (600, 40)])
def test_a_lap_a_half_or_a_crop_inside_a_long_recording_is_not_it(starts_s: float, minutes: float) -> None:
    assert why(recording("1.fit"), recording("2.fit", starts_s=starts_s, minutes=minutes, from_m=starts_s * 3.0)) is None


def test_what_one_watch_misses_at_both_ends_does_not_matter() -> None:
    assert why(recording("1.fit"), recording("2.fit", starts_s=300, minutes=50, from_m=900)) is Why.TRACK


class TestClockFaces:
    """A recording whose date is known as local time only, beside one with an instant."""

    FACE = StartKind.LOCAL

    def of(self, starts_s: float, *, placed: bool = False, minutes: float = 60, speed_m_s: float = 3.0) -> Run:
        run = recording("local.fit", starts_s=starts_s, placed=placed, minutes=minutes, speed_m_s=speed_m_s)
        return replace(run, start_kind=self.FACE)

    def test_two_runs_two_hours_apart_with_the_same_digits_are_two(self) -> None:
        assert why(recording("utc.fit", placed=False), self.of(0), "Etc/GMT-2") is None

    def test_the_same_run_is_found_on_the_runners_clock(self) -> None:
        utc, local = recording("utc.fit", placed=False), self.of(2 * HOUR + 20)
        assert why(utc, local, "Etc/GMT-2") is Why.TIME
        match = same_run(seen(utc, "Etc/GMT-2"), seen(local, "Etc/GMT-2"))
        assert match is not None
        assert match.shift_s == -2 * HOUR

    def test_the_offset_may_stand_in_the_other_file(self) -> None:
        utc = replace(recording("utc.tcx", file_format="tcx", placed=False), utc_offset_s=-5 * 3600)
        assert why(utc, self.of(-5 * HOUR), None) is Why.TIME
        assert why(utc, self.of(0), None) is None

    def test_without_an_offset_time_alone_shows_nothing(self) -> None:
        assert why(recording("utc.fit", placed=False), self.of(0), None) is None
        assert why(recording("utc.fit", placed=False), self.of(2 * HOUR), None) is None

    def test_a_track_shows_it_on_the_runners_clock(self) -> None:
        utc, local = recording("utc.fit"), self.of(-2 * HOUR + 40, placed=True)  # at 30 degrees west it is two hours earlier
        assert why(utc, local, None) is Why.TRACK

    def test_two_clock_faces_are_on_one_clock(self) -> None:
        other = replace(recording("other.fit", placed=False, starts_s=20), start_kind=self.FACE)
        assert why(self.of(0), other, None) is Why.TIME
        assert why(self.of(0), other, "Etc/GMT-2") is Why.TIME


class TestRows:
    """Rows of logs beside recordings."""

    def test_an_instant_within_minutes_is_the_run_though_the_row_counts_moving_time(self) -> None:
        assert why(recording("a.fit", minutes=80, speed_m_s=2.25), row("1", minutes=60, starts_s=30)) is Why.ROW

    def test_a_distance_set_right_by_hand_is_still_the_run(self) -> None:
        assert why(recording("a.fit"), row("1", km=13.0)) is Why.ROW

    def test_an_instant_with_another_length_and_another_distance_is_another_run(self) -> None:
        assert why(recording("a.fit"), row("1", km=5.0, minutes=25)) is None

    def test_clock_times_are_compared_on_the_runners_clock(self) -> None:
        written = row("1", starts_s=2 * HOUR + 600, kind=StartKind.LOCAL)  # 08:22 in Berlin is 06:22 UTC
        assert why(recording("a.fit", placed=False), written, "Europe/Berlin") is Why.ROW
        assert why(recording("a.fit", placed=False), written, "UTC") is None

    def test_a_clock_time_beside_a_recording_of_unknown_zone_goes_by_length_and_distance(self) -> None:
        written = row("1", starts_s=2 * HOUR, kind=StartKind.LOCAL)
        assert why(recording("a.fit", placed=False), written, None) is Why.ROW
        assert why(recording("a.fit", placed=False, minutes=45), written, None) is None

    def test_a_day_alone_needs_the_same_day_length_and_distance(self) -> None:
        assert why(recording("a.fit"), row("1", starts_s=6 * HOUR, kind=StartKind.DAY)) is Why.ROW
        assert why(recording("a.fit"), row("1", starts_s=6 * HOUR, kind=StartKind.DAY, km=8.0)) is None
        assert why(recording("a.fit"), row("1", starts_s=24 * HOUR, kind=StartKind.DAY)) is None

    def test_rows_of_one_log_are_runs_of_their_own(self) -> None:
        assert why(row("1"), row("2")) is None

    def test_rows_of_two_logs_can_be_one_run(self) -> None:
        assert why(row("1"), row("1", log="other.csv", kind=StartKind.DAY)) is Why.ROW

    def test_a_warm_up_and_a_race_keep_their_rows_apart(self) -> None:
        race = recording("race.fit", starts_s=1500, minutes=40, speed_m_s=4.2, placed=False)
        assert why(race, row("warm-up", minutes=12, km=2.0)) is None
        assert why(race, row("race", starts_s=1800, minutes=40, km=10.0, kind=StartKind.LOCAL)) is Why.ROW
