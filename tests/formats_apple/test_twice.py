"""One run that several apps wrote down as a workout each."""

from itertools import permutations

import pytest

from footfall.model.run import Decoded
from tests.formats_apple.made import PHONE, WATCH, export, read, workout

APP = "Run Club"
FIVE_KM = 'totalDistance="5" totalDistanceUnit="km"'
STEPS = '<WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="4500" unit="count"/>'
ROUTE = '<WorkoutRoute sourceName="x"><FileReference path="/workout-routes/route.gpx"/></WorkoutRoute>'
ZONE = '<MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>'


def lengths(*workouts: str) -> list[float]:
    return [float(recording.columns["time_s"][-1]) for recording in read(export(*workouts))]


def kept(*workouts: str) -> Decoded:
    """The one that is left, whatever their order."""
    found = [read(export(*order)) for order in permutations(workouts)]
    assert {len(recordings) for recordings in found} == {1}
    assert len({recordings[0].source.sha256 for recordings in found}) == 1
    return found[0][0]


def test_two_accounts_of_one_run_are_one_and_it_is_said() -> None:
    recording = kept(workout(0, 1800, attributes=FIVE_KM), workout(4, 1790, source=APP))
    assert recording.columns["time_s"][-1] == 1800
    (problem,) = recording.problems
    assert (problem.reason, problem.failed) == ("duplicate", False)
    assert problem.message.startswith("1 workout of this export is")


def test_three_apps_are_one_run() -> None:
    recording = kept(workout(0, 1800, STEPS), workout(4, 1790, source=APP), workout(60, 1810, source=PHONE))
    assert recording.problems[0].message.startswith("2 workouts")


@pytest.mark.parametrize(
    "other",
    [
        workout(4, 1790, source=WATCH),  # one app writes a run once
        workout(1800, 3600, source=APP),  # back to back
        workout(0, 1200, source=APP),  # a part of it
        workout(600, 2400, source=APP),  # half and half
        workout(4, 1790, source=APP, kind="Cycling"),
        workout(4, 1790, source=APP, kind="Yoga"),
    ],
)
def test_what_is_not_the_same_run_stays_two(other: str) -> None:
    recordings = read(export(workout(0, 1800), other))
    assert len(recordings) == 2
    assert not any(recording.problems for recording in recordings)


def test_overlap_is_of_both_lengths() -> None:
    assert lengths(workout(0, 1000), workout(300, 1000, source=APP)) == [1000]
    assert lengths(workout(0, 1000), workout(301, 1000, source=APP)) == [1000, 699]


def test_a_route_goes_before_steps_and_steps_before_a_distance() -> None:
    route, steps = workout(0, 1700, ROUTE, source=PHONE), workout(0, 1800, STEPS)
    distance, bare = workout(0, 1600, source=APP, attributes=FIVE_KM), workout(0, 1500, source="Other")
    assert kept(route, steps, distance, bare).columns["time_s"][-1] == 1700
    assert kept(steps, distance, bare).columns["time_s"][-1] == 1800
    assert kept(distance, bare).columns["time_s"][-1] == 1600


@pytest.mark.parametrize(("kinds", "sport"), [(("Other", "Walking"), "walking"), (("Running", "Hiking"), "running")])
def test_a_run_goes_before_what_else_it_was_taken_for(kinds: tuple[str, str], sport: str) -> None:
    one, other = (workout(0, 1800, ROUTE if kind != "Running" else "", kind, source=kind) for kind in kinds)
    assert kept(one, other).sessions[0].sport == sport


def test_what_the_fuller_one_lacks_comes_from_the_other() -> None:
    climb = '<MetadataEntry key="HKElevationAscended" value="9000 cm"/>'
    recording = kept(workout(0, 1800, STEPS), workout(0, 1790, ZONE + climb, source=APP, attributes=FIVE_KM))
    (session,) = recording.sessions
    assert (session.total_strides, session.distance_m, session.ascent_m) == (2250, 5000, 90)
    assert recording.utc_offset_s == 7200
    linked = kept(workout(0, 1800, STEPS), workout(0, 1790, ROUTE, kind="Walking", source=APP))
    assert (linked.sessions[0].sport, linked.source.link) == ("running", "workout-routes/route.gpx")
