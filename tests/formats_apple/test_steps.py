"""Steps: of one source, each counted once, in steps per minute."""

import datetime as dt
import io
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.formats import read_stream
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from sampledata.exports.apple import AppleSize, apple_export
from sampledata.exports.strava_table import Language
from tests.formats_apple.made import PHONE, START, WATCH, counted, export, read, read_one, record, slow_steps, stamp, workout

APPLE_WATCH = "<<HKDevice: 0x30a>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:10.6.1>"


def test_steps_become_a_cadence_that_holds_between_two_counts_and_no_longer() -> None:
    recording = read_one(record(0, 60, 150), record(60, 120, 180), record(300, 360, 170), workout())
    time_s, cadence = recording.columns["time_s"], recording.columns["cadence_per_min"]
    assert recording.cadence_factor == 1
    assert np.all(np.diff(time_s) > 0)
    at = np.interp([30, 90, 330], time_s, cadence)
    np.testing.assert_allclose(at, [150, 180, 170])
    assert np.all(np.isnan(cadence[(time_s >= 120) & (time_s < 300)])), "where nobody counted nothing is known"
    assert counted(recording) == pytest.approx(500, abs=0.05)


def test_a_long_count_has_samples_close_enough_to_be_bridged() -> None:
    recording = read_one(record(0, 600, 1650), workout())
    assert np.max(np.diff(recording.columns["time_s"])) <= 30
    (run,), _ = runs_of(recording)
    assert float(np.sum(measure(run).bins.footfalls)) == pytest.approx(1650, abs=0.1)


def test_six_sources_that_each_counted_the_run_are_not_added_up() -> None:
    others = [record(0, 600, 1500 + number, f"App {number}") for number in range(5)]
    recording = read_one(*others, record(0, 600, 1650), workout())
    assert counted(recording) == pytest.approx(1650, abs=0.05)


@pytest.mark.parametrize(
    ("own", "records", "expected"),
    [
        (WATCH, [record(0, 600, 1650), record(0, 600, 1700, PHONE)], 1650),  # who wrote the workout also counted
        (PHONE, [record(0, 600, 1650), record(0, 600, 1700, PHONE)], 1700),
        ("App", [record(0, 600, 1600, "Annas Uhr", device=APPLE_WATCH), record(0, 600, 1700, PHONE)], 1600),  # else a watch
        ("App", [record(0, 600, 1600, "Other"), record(0, 600, 1700, PHONE)], 1700),  # else the fullest
        (WATCH, [record(0, 600, 5), record(0, 600, 1700, PHONE)], 1700),  # a watch that lost nearly all of it
        ("Day", [record(-7200, 7200, 12_000, "Day"), record(0, 600, 1700, PHONE)], 1700),  # a share of a day is no count of a run
    ],
)
def test_which_source_counts(own: str, records: list[str], expected: float) -> None:
    assert counted(read_one(*records, workout(source=own))) == pytest.approx(expected, abs=0.1)


def test_a_count_that_began_before_the_workout_gives_its_share() -> None:
    recording = read_one(record(-60, 60, 120), record(540, 660, 300), workout())
    assert counted(recording) == pytest.approx(60 + 150, abs=0.05)


def test_the_same_count_twice_is_counted_once() -> None:
    assert counted(read_one(record(0, 60, 160), record(0, 60, 160), workout())) == pytest.approx(160, abs=0.05)


def test_where_two_counts_overlap_the_shorter_speaks() -> None:
    recording = read_one(record(0, 600, 1200), record(60, 120, 170), workout())
    assert counted(recording) == pytest.approx(1200 * 540 / 600 + 170, abs=0.05)


def test_steps_within_one_second_are_kept_where_nobody_else_counts() -> None:
    assert counted(read_one(record(0, 60, 160), record(70, 70, 2), workout())) == pytest.approx(162, abs=0.05)
    assert counted(read_one(record(0, 60, 160), record(30, 30, 2), workout())) == pytest.approx(160, abs=0.05)


SPANS = st.lists(st.tuples(st.integers(-120, 700), st.integers(0, 200), st.integers(0, 400)), min_size=1, max_size=25)


@given(SPANS)
def test_overlapping_counts_of_one_source_are_never_counted_twice(spans: list[tuple[int, int, int]]) -> None:
    # slow enough to lie within what a cadence can be: beyond that values are dropped, and said
    records = [record(first, first + long_s, min(steps, 4 * long_s)) for first, long_s, steps in spans]
    data = export(*records, workout())
    (recording,) = read(data)
    expected = slow_steps(data, WATCH, START, START + dt.timedelta(seconds=600))
    if expected == 0:
        assert "cadence_per_min" not in recording.columns
    else:
        assert counted(recording) == pytest.approx(expected, abs=0.2 + 1e-4 * expected)


@pytest.mark.parametrize("language", list(Language))
def test_a_made_export_gives_its_runs_and_their_footfalls(language: Language) -> None:
    data, truth = apple_export(7, language, AppleSize(runs=2, rides=1, everyday=10))
    archive = zipfile.ZipFile(io.BytesIO(data))
    (name,) = [name for name in archive.namelist() if name.endswith(".xml") and "cda" not in name]
    with archive.open(name) as file:
        recordings = read_stream(file, name)
    by_start = {recording.start: recording for recording in recordings}
    planted = [run for run in truth.runs if run.logged]
    assert len(planted) == 3
    for run in planted:
        recording = by_start[run.start]
        (found,), _ = runs_of(recording)
        measured = measure(found)
        assert float(np.sum(measured.bins.footfalls)) == pytest.approx(run.footfalls, rel=0.002)
        assert measured.totals.timer_s == pytest.approx(run.timer_s, abs=0.01)
        assert measured.totals.distance_m == pytest.approx(run.distance_m, abs=0.1)
        assert {problem.reason for problem in recording.problems} <= {"duplicate"}
        assert recording.source.link == (run.members[0].partition("/")[2] if run.members else None)
    sports = [recording.sessions[0].sport for recording in recordings]
    assert sports.count("running") == len(planted), "the one that an app wrote down once more is counted once"
    assert {sport: sports.count(sport) for sport in truth.logged_others} == truth.logged_others


def test_a_made_export_against_a_slow_reading() -> None:
    data, truth = apple_export(8, size=AppleSize(runs=1, treadmill=1, unlisted=0, rides=0, walks=0, everyday=5), version=14)
    archive = zipfile.ZipFile(io.BytesIO(data))
    text = archive.read("apple_health_export/export.xml")
    recordings = {recording.start: recording for recording in read(text)}
    for run in truth.runs:
        recording = recordings[run.start]
        last = run.start + dt.timedelta(seconds=float(recording.columns["time_s"][-1]))
        assert counted(recording) == pytest.approx(slow_steps(text, WATCH, run.start, last), abs=0.1)


def test_heart_rate_and_running_dynamics_are_those_of_their_moment() -> None:
    recording = read_one(
        record(10, 10, 140, kind="HeartRate", unit="count/min"),
        record(12, 12, 2.5, kind="HeartRate", unit="count/s"),
        record(10, 20, 250, kind="RunningGroundContactTime", unit="ms"),
        record(10, 10, 8.5, kind="RunningVerticalOscillation", unit="cm"),
        record(10, 10, 280, kind="RunningPower", unit="W"),
        record(10, 10, 1.1, kind="RunningStrideLength", unit="m"),
        workout(),
    )
    columns, time_s = recording.columns, recording.columns["time_s"]
    at = {second: int(np.flatnonzero(time_s == second)[0]) for second in (0, 10, 12, 20)}
    expected = {
        "heart_rate_bpm": 140,
        "stance_time_s": 0.25,
        "vertical_oscillation_m": 0.085,
        "power_w": 280,
        "step_length_m": 1.1,
    }
    assert {name: pytest.approx(columns[name][at[10]]) for name in expected} == expected
    assert columns["heart_rate_bpm"][at[12]] == pytest.approx(150)
    assert np.isnan(columns["heart_rate_bpm"][at[0]])
    assert np.isnan(columns["stance_time_s"][at[20]])
    assert columns["stance_time_s"][at[12]] == pytest.approx(0.25)


@pytest.mark.parametrize(
    "odd",
    [
        record(0, 60, "many"),
        record(0, 60, "-5"),
        record(0, 60, "160", unit="kcal"),
        record(60, 0, 160),
        record(0, 200_000, 160),
        record(0, 60, 160).replace(stamp(60), "yesterday"),
        record(0, 60, 160).replace("2026-05-03", "1984-05-03"),
    ],
)
def test_a_record_that_makes_no_sense_is_left_out_and_said(odd: str) -> None:
    recording = read_one(odd, record(120, 180, 170), workout())
    assert counted(recording) == pytest.approx(170, abs=0.05)
    (problem,) = recording.problems
    assert problem.reason == "dropped-values"
    assert problem.message.startswith("1 measurements")
