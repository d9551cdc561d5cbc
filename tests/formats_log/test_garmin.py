"""Garmin's summarizedActivities.json: its units, its kinds, and files that break off."""

import datetime as dt
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import DamagedFileError, RunFileError
from footfall.formats import read_bytes
from footfall.formats.log import garmin as log_garmin
from footfall.formats.log.garmin_gear import read_gear
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from footfall.model.run import StartKind
from footfall.workflow.shoes import with_shoes
from tests.formats_log.tables import activity, garmin, only_problem, read, read_one, wheres


def test_centimetres_and_milliseconds() -> None:
    run = read_one(garmin(activity(description="along the shore")))
    assert (run.start, run.start_kind, run.utc_offset_s) == (
        dt.datetime(2022, 12, 9, 15, 24, 49, tzinfo=dt.UTC),
        StartKind.UTC,
        3600,
    )
    (session,) = run.sessions
    assert (session.sport, session.timer_s, session.elapsed_s, session.distance_m) == ("running", 2970, 3189, 9440)
    assert (session.ascent_m, session.descent_m) == (55, 50)
    assert (run.source.name, run.source.description, run.source.format) == ("Evening Run", "along the shore", "log")
    np.testing.assert_array_equal(run.columns["cadence_per_min"], 165)
    assert run.cadence_factor == 1
    assert not run.problems


def test_cadence_of_one_foot_is_doubled_by_evidence() -> None:
    run = read_one(garmin(activity(avgDoubleCadence=None)))
    assert run.cadence_factor is None
    assert measure(runs_of(run)[0][0]).totals.cadence_factor == 2


@pytest.mark.parametrize(
    ("kind", "sport", "sub_sport"),
    [
        ("running", "running", None),
        ("treadmill_running", "running", "treadmill"),
        ("trail_running", "running", "trail"),
        ({"typeKey": "track_running"}, "running", "track"),
        ("walking", "walking", None),
        ("hiking", "hiking", None),
        ("other", "running", None),  # the sportType beside it speaks
    ],
)
def test_kinds_on_foot(kind: object, sport: str, sub_sport: str | None) -> None:
    (session,) = read_one(garmin(activity(activityType=kind))).sessions
    assert (session.sport, session.sub_sport) == (sport, sub_sport)


@pytest.mark.parametrize(
    ("kind", "sport"),
    [("road_biking", "cycling"), ("lap_swimming", "swimming"), ("yoga", "training"), ("brand_new", "brand_new")],
)
def test_other_kinds_are_no_run(kind: str, sport: str) -> None:
    (one,) = read(garmin(activity(activityType=kind, distance=94_400_000.0)))
    assert one.sessions[0].sport == sport
    assert runs_of(one)[0] == ()
    assert not one.problems


def test_a_treadmill_without_a_sensor_has_no_distance() -> None:
    run = read_one(garmin(activity(distance=0.0, movingDuration=0.0)))
    assert (run.sessions[0].distance_m, run.sessions[0].timer_s, run.problems) == (None, 3000, ())


@pytest.mark.parametrize("distance", [None, "far", float("nan"), -5.0])
def test_a_distance_that_is_not_there_is_not_known_and_no_slip(distance: object) -> None:
    run = read_one(garmin(activity(distance=distance)))
    assert (run.sessions[0].distance_m, run.problems) == (None, ())


def test_a_distance_that_nobody_makes_is_left_out_and_said() -> None:
    run = read_one(garmin(activity(distance=94_400_000.0)))
    assert "distance_m" not in run.columns
    assert wheres(run) == [("activity 1", "bad-cell")]


@pytest.mark.parametrize(
    "changes",
    [
        {"startTimeGmt": None, "beginTimestamp": None},
        {"startTimeGmt": "soon", "beginTimestamp": -5},
        {"startTimeGmt": 1e300, "beginTimestamp": 1e15},
        {"duration": None, "movingDuration": None, "elapsedDuration": None},
        {"duration": "long", "movingDuration": True, "elapsedDuration": 1e30},
    ],
)
def test_an_activity_without_moment_or_duration_is_left_out(changes: dict[str, object]) -> None:
    problem = only_problem(garmin(activity(), activity(**changes)))
    assert (problem.where, problem.reason) == ("activity 2", "bad-row")


def test_moments_as_text_are_read() -> None:
    run = read_one(garmin(activity(startTimeGmt="2022-12-09T15:24:49.0")))
    assert run.start == dt.datetime(2022, 12, 9, 15, 24, 49, tzinfo=dt.UTC)


def test_several_lists_in_one_file_are_read() -> None:
    parts = [{"summarizedActivitiesExport": [activity(activityId=at, name=str(at))]} for at in range(3)]
    assert [run.source.name for run in read(json.dumps(parts, indent=1))] == ["0", "1", "2"]


def test_a_file_that_breaks_off_keeps_the_whole_activities() -> None:
    whole = garmin(*[activity(activityId=at, name=str(at)) for at in range(5)])
    cut = whole[: len(whole) * 3 // 5]
    runs = read(cut)
    assert [run.source.name for run in runs] == ["0", "1", "2"][: len(runs)]
    assert [problem.reason for problem in runs[0].problems] == ["truncated"]
    with pytest.raises(DamagedFileError):
        read(whole[:80])


def test_an_account_without_activities_is_no_run() -> None:
    with pytest.raises(RunFileError) as caught:
        read(garmin())
    assert caught.value.reason == "no-samples"


def test_deep_nesting_is_a_break_and_no_crash() -> None:
    with pytest.raises(DamagedFileError):
        read(b'[{"summarizedActivitiesExport":[' + b"[" * 200_000)


def test_more_activities_than_anybody_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_garmin, "MOST_ACTIVITIES", 2)
    assert len(read(garmin(*[activity(activityId=at, name=str(at)) for at in range(2)]))) == 2
    with pytest.raises(RunFileError) as caught:
        read(garmin(*[activity(activityId=at, name=str(at)) for at in range(3)]))
    assert caught.value.reason == "too-large"


GEAR = {
    "gearDTOS": [
        {"gearPk": 7, "gearTypeName": "Shoes", "displayName": None, "customMakeModel": "Blue ones"},
        {"gearPk": 8, "gearTypeName": "Shoes", "displayName": "Old ones", "customMakeModel": "Maker 3"},
        {"gearPk": 9, "gearTypeName": "Bike", "displayName": None, "customMakeModel": "Road bike"},
    ],
    "gearActivityDTOs": {"7": [{"activityId": 111}, {"activityId": 112}], "8": [{"activityId": 112}], "9": [{"activityId": 113}]},
}


def test_shoes_are_told_by_activity_and_bikes_are_none() -> None:
    expected = {"garmin:activity:111": "Blue ones", "garmin:activity:112": "Blue ones, Old ones"}
    assert read_gear(json.dumps([GEAR]).encode()) == expected
    assert read_gear(json.dumps(GEAR).encode()) == expected
    assert read_one(garmin(activity(activityId=111))).source.link in expected


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b'[{"gearDTOS": [', garmin(activity()), b'{"gearDTOS": ' + b"[" * 100_000],
    ids=["empty", "list", "cut", "log", "deep"],
)
def test_what_is_no_list_of_gear(data: bytes) -> None:
    assert read_gear(data) is None


@pytest.mark.parametrize(
    "part",
    [
        {"gearDTOS": 3},
        {"gearDTOS": [3, {}], "gearActivityDTOs": []},
        GEAR | {"gearActivityDTOs": {"7": [{"activityId": "x"}, 5]}},
    ],
)
def test_odd_gear_is_passed_over(part: object) -> None:
    assert read_gear(json.dumps([part]).encode()) == {}


def test_shoes_are_joined_to_the_sources_that_say_none() -> None:
    (run,), _ = runs_of(read_one(garmin(activity(activityId=111))))
    measured = measure(run)
    assert with_shoes(measured, {"garmin:activity:111": "Blue ones"}).header.source.shoes == "Blue ones"
    assert with_shoes(measured, {"garmin:activity:5": "Blue ones"}) is measured
    merged = replace(measured, header=replace(measured.header, source=replace(run.source, link=None), also=(run.source,)))
    assert [one.shoes for one in with_shoes(merged, {"garmin:activity:111": "Blue ones"}).header.also] == ["Blue ones"]


@given(st.data())
def test_any_value_anywhere_raises_nothing_but_run_file_errors(data: st.DataObject) -> None:
    values = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.lists(st.integers(), max_size=2)
    )
    key = data.draw(st.sampled_from(sorted(activity())))
    try:
        recordings = read_bytes(garmin(activity(**{key: data.draw(values)})), "log.json")
    except RunFileError:
        return
    for recording in recordings:
        runs_of(recording)


def test_half_a_letter_costs_neither_the_entry_nor_the_file() -> None:
    half = activity(activityId=112, sportType="row\ud800", activityType="row\ud800")
    (one, other) = read(garmin(activity(name="a\udcffb", description="\ud83d"), half))
    assert (one.source.name, one.source.description) == ("a\ufffdb", "\ufffd")
    assert other.sessions[0].sport == "row\ufffd"
