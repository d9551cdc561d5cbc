"""What a workout says: sport, time, place, distance, pauses, its route."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from footfall.formats import DECODERS, read_bytes, wants_stream
from footfall.metrics.runs import runs_of
from footfall.model.run import Decoded
from tests.formats_apple.made import PHONE, START, export, read, read_one, record, stamp, workout

PAUSE = '<WorkoutEvent type="HKWorkoutEventType{kind}" date="{at}"/>'

TWO_KM = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="2" unit="km"/>'


@pytest.mark.parametrize("total", ["9e999", "1e308", "-2", "99999999"])
def test_a_distance_that_nobody_runs_is_none(total: str) -> None:
    """Found by the fuzzer: an endless way made the way so far no number."""
    recording = read_one(workout(attributes=f'totalDistance="{total}" totalDistanceUnit="km"'))
    assert recording.sessions[0].distance_m is None
    assert "distance_m" not in recording.columns


def pauses(*events: tuple[str, float], attributes: str = "") -> list[list[float]]:
    inside = "\n".join(PAUSE.format(kind=kind, at=stamp(at)) for kind, at in events)
    return read_one(workout(inside=inside, attributes=attributes)).pauses.edges.tolist()


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("Running", "running"),
        ("Walking", "walking"),
        ("Hiking", "hiking"),
        ("Cycling", "cycling"),
        ("TraditionalStrengthTraining", "traditional_strength_training"),
        ("WheelchairRunPace", "wheelchair_run_pace"),
        ("SwimBikeRun", "multisport"),
        ("Other", "generic"),
        ("", "generic"),
    ],
)
def test_sports_in_the_words_of_fit(kind: str, sport: str) -> None:
    assert read_one(workout(kind=kind)).sessions[0].sport == sport


def test_a_ride_is_no_run_and_has_its_times() -> None:
    recording = read_one(record(0, 600, 1600), workout(kind="Cycling"))
    runs, passed = runs_of(recording)
    assert not runs
    assert [(one.sport, one.reason) for one in passed] == [("cycling", "not-a-run")]
    assert recording.columns["time_s"].tolist() == [0, 600]


def test_the_zone_is_that_of_the_run_and_not_of_the_export() -> None:
    abroad = read_one(workout(inside='<MetadataEntry key="HKTimeZone" value="America/New_York"/>'))
    assert abroad.start == START
    assert abroad.utc_offset_s == -4 * 3600
    assert read_one(workout()).utc_offset_s is None, "the phone's own zone tells nothing of where the run was"
    assert read_one(workout(inside='<MetadataEntry key="HKTimeZone" value="Moon/Crater"/>')).utc_offset_s is None
    other = workout().replace(stamp(0), stamp(0, 9)).replace(stamp(600), stamp(600, -5))
    assert read_one(other).start == START


def test_indoors_is_a_treadmill() -> None:
    indoor = '<MetadataEntry key="HKIndoorWorkout" value="1"/>'
    assert read_one(workout(inside=indoor)).sessions[0].sub_sport == "treadmill"
    assert read_one(workout(inside=indoor, kind="Cycling")).sessions[0].sub_sport is None
    assert read_one(workout(inside=indoor.replace('"1"', '"0"'))).sessions[0].sub_sport is None


@pytest.mark.parametrize(
    ("inside", "attributes", "distance_m"),
    [
        ("", 'totalDistance="5.2" totalDistanceUnit="km"', 5200),
        ("", 'totalDistance="3" totalDistanceUnit="mi"', 4828.032),
        ("", 'totalDistance="0" totalDistanceUnit="km"', 0),
        ("", 'totalDistance="5.2" totalDistanceUnit="parsec"', None),
        ("", "", None),
        ('<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.1" unit="km"/>', "", 5100),
        (
            '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.1" unit="km"/>',
            'totalDistance="5.2" totalDistanceUnit="km"',
            5100,
        ),
        (  # an interval workout: its parts, and no sum of them
            f'<WorkoutActivity uuid="A">{TWO_KM}</WorkoutActivity><WorkoutActivity uuid="B">{TWO_KM}</WorkoutActivity>',
            "",
            4000,
        ),
    ],
)
def test_distance_in_whatever_place_and_unit(inside: str, attributes: str, distance_m: float | None) -> None:
    assert read_one(workout(inside=inside, attributes=attributes)).sessions[0].distance_m == (
        None if distance_m is None else pytest.approx(distance_m)
    )


def test_totals_of_newer_exports() -> None:
    statistics = '<WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="1650" unit="count"/>'
    climb = '<MetadataEntry key="HKElevationAscended" value="8520 cm"/>'
    (session,) = read_one(workout(inside=statistics + climb, attributes='duration="9.5" durationUnit="min"')).sessions
    assert session.total_strides == 825
    assert session.ascent_m == pytest.approx(85.2)
    assert session.timer_s == pytest.approx(570)
    assert session.elapsed_s == 600


def test_the_climb_of_parts_is_added_up_where_the_workout_does_not_tell_its_own() -> None:
    climb = '<MetadataEntry key="HKElevationAscended" value="{} cm"/>'
    parts = "".join(f'<WorkoutActivity uuid="{k}">{climb.format(300 * k)}</WorkoutActivity>' for k in (1, 2))
    assert read_one(workout(inside=parts)).sessions[0].ascent_m == pytest.approx(9)
    assert read_one(workout(inside=climb.format(950) + parts)).sessions[0].ascent_m == pytest.approx(9.5)


def test_pauses_by_hand_and_by_itself() -> None:
    assert pauses(("Pause", 100), ("Resume", 160)) == [[100, 160]]
    assert pauses(("Pause", 100), ("Resume", 160), ("Pause", 590)) == [[100, 160], [590, 600]]
    assert pauses(("Resume", 160), ("Pause", 100), ("Pause", 110)) == [[100, 160]]
    assert pauses(("Pause", 100), ("MotionPaused", 100), ("Resume", 160), ("MotionResumed", 161)) == [[100, 161]]
    assert pauses(("MotionPaused", 100), ("MotionResumed", 160), attributes='duration="9" durationUnit="min"') == [[100, 160]]
    assert pauses(("MotionPaused", 100), ("MotionResumed", 160), attributes='duration="10" durationUnit="min"') == []
    assert pauses(("Segment", 100), ("Lap", 160)) == []


def test_a_pause_that_tells_its_own_length() -> None:
    event = f'<WorkoutEvent type="HKWorkoutEventTypePause" date="{stamp(60)}" duration="0.5" durationUnit="min"/>'
    assert read_one(workout(inside=event)).pauses.edges.tolist() == [[60, 90]]


def test_the_route_is_named_as_it_lies_beside_the_export() -> None:
    route = '<WorkoutRoute sourceName="x"><FileReference path="/workout-routes/route_2026-05-03_8.12am.gpx"/></WorkoutRoute>'
    way = record(0, 600, 1.7, kind="DistanceWalkingRunning", unit="km")
    recording = read_one(way, workout(inside=route))
    assert recording.source.link == "workout-routes/route_2026-05-03_8.12am.gpx"


def test_a_treadmill_has_its_way_from_the_records_of_one_source() -> None:
    ways = [record(60 * k, 60 * k + 60, 0.15 if k < 5 else 0.2, kind="DistanceWalkingRunning", unit="km") for k in range(10)]
    phone = record(0, 600, 1.5, PHONE, kind="DistanceWalkingRunning", unit="km")
    recording = read_one(phone, *ways, workout(attributes='totalDistance="1.75" totalDistanceUnit="km"'))
    way_m, time_s = recording.columns["distance_m"], recording.columns["time_s"]
    np.testing.assert_allclose(np.interp([0, 150, 300, 450, 600], time_s, way_m), [0, 375, 750, 1250, 1750], atol=0.1)


def test_a_total_alone_is_covered_evenly_outside_the_pauses() -> None:
    events = PAUSE.format(kind="Pause", at=stamp(100)) + PAUSE.format(kind="Resume", at=stamp(200))
    recording = read_one(workout(inside=events, attributes='totalDistance="1" totalDistanceUnit="km"'))
    way_m = np.interp([0, 100, 200, 600], recording.columns["time_s"], recording.columns["distance_m"])
    np.testing.assert_allclose(way_m, [0, 200, 200, 1000])


def test_who_wrote_it() -> None:
    device = "&lt;&lt;HKDevice: 0x30&gt;, name:Apple Watch, manufacturer:Apple Inc., hardware:Watch6,2, software:10&gt;"
    source = read_one(workout(attributes=f'device="{device}"')).source
    assert (source.format, source.producer, source.device) == ("log", "Apple Health", "Apple Watch (Watch6,2)")
    assert read_one(workout()).source.device is None


def identity(recording: Decoded) -> str:
    return recording.source.sha256


def test_a_workout_is_itself_in_every_export_and_another_when_more_is_known() -> None:
    steps = record(0, 600, 1650)
    one = read_one(steps, workout())
    later = read(export(steps, record(9000, 9060, 80), workout(), workout(9000, 9600)))[0]
    assert identity(one) == identity(later)
    assert identity(read_one(workout())) != identity(one)
    assert len({identity(recording) for recording in read(export(workout(), workout(700, 900), workout(kind="Walking")))}) == 3


def test_the_same_workout_twice_is_one() -> None:
    assert len(read(export(workout(), workout()))) == 1


def test_they_come_by_start() -> None:
    starts = [recording.start for recording in read(export(workout(5000, 5600), workout(), workout(1000, 2000)))]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_a_workout_without_times_costs_itself_alone_and_is_said() -> None:
    backward, endless = workout(600, 0), workout(0, 40 * 86_400)
    undated = workout().replace(stamp(0), "soon")
    (recording,) = read(export(backward, endless, undated, workout()))
    (problem,) = recording.problems
    assert problem.reason == "dropped-values"
    assert problem.message.startswith("3 workouts")


def test_what_is_streamed_and_what_is_not() -> None:
    long_doctype = "<!DOCTYPE HealthData [\n" + "<!ATTLIST Record a CDATA #IMPLIED>\n" * 300 + "]>"
    data = export(workout(), doctype=long_doctype)
    assert len(long_doctype) > 4096
    assert wants_stream(data[:4096])
    assert wants_stream(b"\xef\xbb\xbf" + data[:4000])
    assert not wants_stream(b'<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3">')
    assert not wants_stream(b'<gpx creator="HealthData"><trk/></gpx>')
    assert not wants_stream(b"")


def test_from_bytes_it_is_the_same() -> None:
    data = export(record(0, 600, 1650), workout())
    (streamed,), (whole,) = read(data), read_bytes(data, "export.xml")
    assert streamed.source == whole.source
    assert replace(streamed, columns=whole.columns).sessions == whole.sessions
    assert [decoder.name for decoder in DECODERS if decoder.recognises(data[:4096])] == ["apple"]


def test_days_and_nights_change_with_the_clocks() -> None:
    zone = '<MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>'
    winter = read_one(workout(inside=zone).replace("2026-05-03", "2026-01-03"))
    assert winter.utc_offset_s == 3600
    assert winter.start == dt.datetime(2026, 1, 3, 6, 12, 9, tzinfo=dt.UTC)
