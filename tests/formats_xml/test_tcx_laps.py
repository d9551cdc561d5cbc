"""What a TCX says of laps, totals and pauses, and where it is not believed."""

import pytest

from footfall.errors import NotAnActivityError, RunFileError
from footfall.formats import read_bytes
from tests.formats_xml.made import lap, read_one, stamp, tcx, trackpoint

EVERY_SECOND = tuple(range(61))


def test_laps_and_session_carry_what_the_file_states() -> None:
    document = tcx(lap(0, 60, EVERY_SECOND, trigger="Distance"), lap(60, 30, tuple(range(60, 91))))
    recording = read_one(document)
    first, second = recording.laps
    assert (first.start_s, first.end_s, first.trigger, first.distance_m, first.intensity) == (0, 60, "distance", 180, "active")
    assert (second.start_s, second.end_s, second.trigger) == (60, 90, "manual")
    (session,) = recording.sessions
    assert (session.sport, session.timer_s, session.distance_m, session.elapsed_s) == ("running", 90, 270, None)
    assert not len(recording.pauses)
    assert "lat_deg" not in recording.columns


def test_a_gap_between_tracks_that_the_timer_leaves_out_is_a_pause() -> None:
    recording = read_one(tcx(lap(0, 20, tuple(range(11)), tuple(range(50, 61)))))
    assert recording.pauses.edges.tolist() == [[10.0, 50.0]]


def test_a_gap_between_tracks_that_the_timer_counts_is_none() -> None:
    recording = read_one(tcx(lap(0, 60, tuple(range(11)), tuple(range(50, 61)))))
    assert not len(recording.pauses)


def test_of_two_gaps_the_one_that_fits_the_timer_is_the_pause() -> None:
    recording = read_one(tcx(lap(0, 60, (*range(11), 14, 18), (*range(24, 31),), (*range(70, 101),))))
    assert recording.pauses.edges.tolist() == [[30.0, 70.0]]


def test_without_a_timer_every_gap_between_tracks_counts() -> None:
    document = tcx(lap(0, 20, tuple(range(11)), tuple(range(50, 61)))).replace("<TotalTimeSeconds>20</TotalTimeSeconds>", "")
    recording = read_one(document)
    assert recording.pauses.edges.tolist() == [[10.0, 50.0]]
    assert recording.sessions[0].timer_s is None


def test_a_lap_that_starts_late_is_a_pause_only_when_the_timer_ended_before() -> None:
    ended = read_one(tcx(lap(0, 10, tuple(range(11))), lap(100, 10, tuple(range(100, 111)))))
    assert ended.pauses.edges.tolist() == [[10.0, 100.0]]
    assert ended.laps[0].end_s == 10
    smart_recording = read_one(tcx(lap(0, 18, (0, 5, 10)), lap(18, 10, tuple(range(18, 29)))))
    assert not len(smart_recording.pauses)
    assert smart_recording.laps[0].end_s == 18
    stood_still_inside = read_one(tcx(lap(0, 5, tuple(range(11))), lap(20, 10, tuple(range(20, 31)))))
    assert not len(stood_still_inside.pauses)


def test_rounded_lap_times_make_no_pause() -> None:
    recording = read_one(tcx(lap(0, 10.4, tuple(range(11))), lap(12, 10, tuple(range(12, 23)))))
    assert not len(recording.pauses)
    assert recording.laps[0].end_s == 12


def test_a_total_that_one_lap_lacks_is_no_total() -> None:
    document = tcx(lap(0, 10, tuple(range(11))), lap(10, 10, tuple(range(10, 21))))
    document = document.replace("<DistanceMeters>30</DistanceMeters>", "", 1)
    (session,) = read_one(document).sessions
    assert (session.timer_s, session.distance_m) == (20, None)


@pytest.mark.parametrize(
    ("name", "wrong", "total", "message"),
    [
        ("TotalTimeSeconds", "300000", "timer_s", "The time stated for lap 2 cannot be: lap 2 says 300,000 s, and 300 s passed"),
        ("TotalTimeSeconds", "0", "timer_s", "lap 2 says 0 s, and 300 s"),
        ("TotalTimeSeconds", "-5", "timer_s", "lap 2 says -5 s, and 300 s"),
        (
            "DistanceMeters",
            "90000",
            "distance_m",
            "The distance stated for lap 2 does not fit the points: lap 2 says 90,000 m, and its points 900 m",
        ),
        ("DistanceMeters", "0", "distance_m", "lap 2 says 0 m, and its points 900 m"),
        ("DistanceMeters", "1800", "distance_m", "lap 2 says 1,800 m"),
    ],
)
def test_totals_that_the_points_contradict_are_left_out_and_said(name: str, wrong: str, total: str, message: str) -> None:
    laps = [lap(300 * k, 300, tuple(range(300 * k, 300 * k + 301))) for k in range(3)]
    right = "300" if name == "TotalTimeSeconds" else "900"
    laps[1] = laps[1].replace(f"<{name}>{right}<", f"<{name}>{wrong}<", 1)
    recording = read_one(tcx(*laps))
    (problem,) = recording.problems
    assert (problem.reason, problem.where, problem.failed) == ("dropped-values", "lap 2", False)
    assert message in problem.message
    (session,) = recording.sessions
    kept = {"timer_s": session.timer_s, "distance_m": session.distance_m}
    assert kept == ({"timer_s": None, "distance_m": 2700} if total == "timer_s" else {"timer_s": 900, "distance_m": None})
    assert [one.end_s for one in recording.laps] == [300, 600, 900]
    assert recording.laps[1].distance_m == (900 if total == "timer_s" else None)


def test_totals_that_can_be_are_kept() -> None:
    seen_little = lap(0, 300, tuple(range(200, 301)))  # satellites found late: the points do not speak for the whole lap
    paused = lap(300, 280, tuple(range(300, 401)), tuple(range(420, 601)))
    ends_late = lap(600, 350, tuple(range(600, 901)))
    without_points = lap(900, 99_999)
    recording = read_one(tcx(seen_little, paused, ends_late, without_points))
    assert not recording.problems
    assert recording.sessions[0].timer_s == 300 + 280 + 350 + 99_999


def test_many_wrong_laps_are_counted_in_one_sentence() -> None:
    laps = [
        lap(60 * k, 60_000, tuple(range(60 * k, 60 * k + 61))).replace("<DistanceMeters>180000<", "<DistanceMeters>180<")
        for k in range(7)
    ]
    (problem,) = read_one(tcx(*laps)).problems
    assert problem.message.startswith("The time stated for 7 laps cannot be: lap 1 says 60,000 s")


def test_a_lap_without_points_keeps_its_place() -> None:
    recording = read_one(tcx(lap(0, 10, tuple(range(11))), lap(10, 5), lap(15, 5, tuple(range(15, 21)))))
    assert [(one.start_s, one.end_s) for one in recording.laps] == [(0, 10), (10, 15), (15, 20)]


def test_points_and_tracks_outside_laps_are_kept() -> None:
    loose = f"<Track>{trackpoint(0)}{trackpoint(1)}</Track>{trackpoint(2)}"
    recording = read_one(tcx(loose))
    assert recording.columns["time_s"].tolist() == [0, 1, 2]


def test_a_lap_that_starts_before_the_first_point_starts_with_it() -> None:
    recording = read_one(tcx(lap(0, 10, tuple(range(2, 11)))))
    assert recording.columns["time_s"][0] == 0
    assert (recording.laps[0].start_s, recording.laps[0].end_s) == (0, 10)


def test_every_activity_is_a_recording() -> None:
    second = f'<Activity Sport="Biking">{lap(5000, 10, tuple(range(5000, 5011)))}</Activity>'
    document = tcx(lap(0, 10, tuple(range(11)))).replace("</Activities>", f"{second}</Activities>")
    running, cycling = read_bytes(document.encode(), "made")
    assert [one.sessions[0].sport for one in (running, cycling)] == ["running", "cycling"]
    assert (cycling.start - running.start).total_seconds() == 5000


def test_other_says_nothing_about_the_sport() -> None:
    recording = read_one(tcx(lap(0, 10, tuple(range(11))), sport="Other"))
    assert recording.sessions[0].sport is None
    assert recording.sessions[0].timer_s == 10


def test_device_and_program_are_told_apart() -> None:
    author = "<Author><Name>Some Program</Name><Build><Type>Release</Type><Time>Nov 7 2011</Time></Build></Author>"
    device = "<Creator><Name>Some Watch</Name></Creator></Activity>"
    document = tcx(lap(0, 10, tuple(range(11))), after=author).replace("</Activity>", device)
    source = read_one(document).source
    assert (source.producer, source.device, source.format) == ("Some Program", "Some Watch", "tcx")


def test_averages_of_a_lap_are_not_points() -> None:
    average = "<AverageHeartRateBpm><Value>150</Value></AverageHeartRateBpm><Cadence>80</Cadence><Intensity>"
    recording = read_one(tcx(lap(0, 10, tuple(range(11)))).replace("<Intensity>", average))
    assert set(recording.columns) == {"time_s", "distance_m"}


def test_cadence_watts_and_speed_of_extensions() -> None:
    inside = "<Cadence>80</Cadence><Extensions><x:TPX><x:Speed>3.1</x:Speed><x:Watts>250</x:Watts></x:TPX></Extensions>"
    recording = read_one(tcx(f"<Track>{trackpoint(0, inside)}{trackpoint(1, inside)}</Track>"))
    assert [recording.columns[name][1] for name in ("cadence_per_min", "speed_m_s", "power_w")] == [80, 3.1, 250]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"<Courses><Course><Name>x</Name><Track>{trackpoint(0)}{trackpoint(1)}</Track></Course></Courses>", "course"),
        ("<Workouts><Workout Sport='Running'><Name>x</Name></Workout></Workouts>", "workout"),
    ],
)
def test_courses_and_workouts_are_no_activities(body: str, kind: str) -> None:
    with pytest.raises(NotAnActivityError) as caught:
        read_one(f"<TrainingCenterDatabase>{body}</TrainingCenterDatabase>")
    assert caught.value.values == {"kind": kind}


def test_an_activity_without_points_has_no_samples() -> None:
    with pytest.raises(RunFileError) as caught:
        read_one(tcx(lap(0, 600)))
    assert caught.value.reason == "no-samples"


def test_unreadable_lap_times_do_no_harm() -> None:
    document = tcx(lap(0, 10, tuple(range(11)))).replace(f'StartTime="{stamp(0)}"', 'StartTime="yesterday"')
    document = document.replace("<TotalTimeSeconds>10<", "<TotalTimeSeconds>ten<")
    recording = read_one(document)
    assert (recording.laps[0].start_s, recording.laps[0].end_s) == (0, 10)
    assert recording.sessions[0].timer_s is None


@pytest.mark.parametrize("seconds", ["9" * 40, "-5", "1e300"])
def test_a_lap_time_that_nobody_runs_is_left_out_though_the_lap_has_hardly_a_point(seconds: str) -> None:
    """Found by the fuzzer: a timer of 10^39 s reached the curve by minutes."""
    whole, short = lap(0, 60, EVERY_SECOND), lap(60, 30, (60, 65))
    recording = read_one(tcx(whole, short.replace("<TotalTimeSeconds>30", f"<TotalTimeSeconds>{seconds}")))
    assert recording.sessions[0].timer_s is None
    assert [problem.where for problem in recording.problems] == ["lap 2"]
    assert recording.laps[-1].end_s < 1000


def test_distances_beyond_any_run_do_not_speak_about_a_lap() -> None:
    """Found by the fuzzer: the span of two endless distances is no number."""
    document = tcx(lap(0, 60, EVERY_SECOND))
    for ordinary, endless in (("0.0<", "-1e308<"), ("180.0<", "1e308<")):
        assert ordinary in document
        document = document.replace(f"<DistanceMeters>{ordinary}", f"<DistanceMeters>{endless}")
    recording = read_one(document)
    assert recording.sessions[0].timer_s == 60
    assert recording.columns["distance_m"][1] == 3.0
