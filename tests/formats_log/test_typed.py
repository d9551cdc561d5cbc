"""A log that a runner types: each row a run, each slip named, nothing invented."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.diary.read import looks_like_diary
from footfall.errors import RunFileError, UnknownFormatError
from footfall.formats import read_bytes
from footfall.formats.decoder import Reader
from footfall.formats.log.typed_headings import NAMES
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from footfall.model.columns import LOG_COLUMNS
from footfall.model.run import Decoded, StartKind
from tests.conftest import ROOT
from tests.formats_log.tables import only_problem, read, read_one, wheres
from tests.tables.workbooks import workbook

HEAD = "date,start,distance_km,moving_min,cadence_spm,ascent_m,name\n"


def row(text: str, header: str = HEAD) -> Decoded:
    return read_one(header + text + "\n")


def test_a_row_is_a_recording_at_constant_speed() -> None:
    run = row("2026-05-03,07:30,8,45,168,120,easy")
    assert (run.start, run.start_kind) == (dt.datetime(2026, 5, 3, 7, 30, tzinfo=dt.UTC), StartKind.LOCAL)
    assert (run.source.format, run.source.name, run.cadence_factor, run.utc_offset_s) == ("log", "easy", 1, None)
    time_s = run.columns["time_s"]
    assert time_s[0] == 0
    assert time_s[-1] == 2700
    assert np.max(np.diff(time_s)) <= 30
    np.testing.assert_allclose(run.columns["distance_m"], time_s * 8000 / 2700)
    np.testing.assert_array_equal(run.columns["cadence_per_min"], 168)
    (session,) = run.sessions
    assert (session.sport, session.timer_s, session.elapsed_s, session.distance_m, session.ascent_m) == (
        "running",
        2700,
        2700,
        8000,
        120,
    )
    assert session.descent_m is None
    assert not run.problems


def test_its_numbers_are_those_of_the_row() -> None:
    (run,), _ = runs_of(row("2026-05-03,07:30,8,45,168,120,easy"))
    measured = measure(run)
    totals = measured.totals
    assert (totals.distance_m, totals.distance_source, totals.running_s, totals.timer_s) == (8000, "log", 2700, 2700)
    assert (totals.cadence_factor, totals.unknown_s, totals.ascent_m) == (1, 0, 120)
    assert float(np.sum(measured.bins.footfalls)) == pytest.approx(168 * 45)


def test_a_treadmill_typed_by_hand_is_a_run() -> None:
    run = row("2026-05-03,,30,treadmill,5.2", "date,start,moving_min,sport,distance_km\n")
    assert (run.sessions[0].sport, run.sessions[0].sub_sport) == ("running", "treadmill")
    (made,), passed = runs_of(run)
    assert not passed
    assert made.sport == "running"


def test_what_is_not_known_has_no_column() -> None:
    run = row("2026-05-03,07:30,,45,,,")
    assert set(run.columns) == {"time_s"}
    assert run.sessions[0].distance_m is None
    assert measure(runs_of(run)[0][0]).totals.distance_source == "none"


@pytest.mark.parametrize(
    ("start", "instant", "kind", "offset_s"),
    [
        ("07:30", "2026-05-03T07:30:00", StartKind.LOCAL, None),
        ("7:30:15", "2026-05-03T07:30:15", StartKind.LOCAL, None),
        ("6:12 pm", "2026-05-03T18:12:00", StartKind.LOCAL, None),
        ("07:30+02:00", "2026-05-03T05:30:00", StartKind.UTC, 7200),
        ("07:30 -0330", "2026-05-03T11:00:00", StartKind.UTC, -12600),
        ("01:00+02:00", "2026-05-02T23:00:00", StartKind.UTC, 7200),
        ("07:30Z", "2026-05-03T07:30:00", StartKind.UTC, 0),
        ("", "2026-05-03T12:00:00", StartKind.DAY, None),
        ("-", "2026-05-03T12:00:00", StartKind.DAY, None),
    ],
)
def test_start(start: str, instant: str, kind: StartKind, offset_s: int | None) -> None:
    run = row(f"2026-05-03,{start},8,45,,,")
    assert (run.start.replace(tzinfo=None).isoformat(), run.start_kind, run.utc_offset_s) == (instant, kind, offset_s)
    assert not run.problems


def test_a_time_behind_the_date_is_the_start() -> None:
    run = row("2026-05-03 07:30:00,,8,45,,,")
    assert (run.start.hour, run.start.minute, run.start_kind) == (7, 30, StartKind.LOCAL)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("45", 2700),
        ("45.5", 2730),
        ('"45,5"', 2730),
        ("45:30", 2730),
        ("0:45:30", 2730),
        ("45 min", 2700),
        ("1h05", 3900),
        ("1 h 5 min", 3900),
    ],
)
def test_moving_time(written: str, seconds: float) -> None:
    assert row(f"2026-05-03,07:30,,{written},,,").sessions[0].timer_s == seconds


@pytest.mark.parametrize(
    ("km", "written", "seconds"),
    [("15", "1:30", 5400), ("0.3", "1:30", 90), ("8", "45:30:00", 2730), ("15", "1:30:00", 5400), ("0.3", "1:30:00", 90)],
)
def test_the_distance_tells_minutes_from_hours(km: str, written: str, seconds: float) -> None:
    run = row(f"2026-05-03,07:30,{km},{written},,,")
    assert (run.sessions[0].timer_s, run.problems) == (seconds, ())


def test_without_a_distance_it_is_asked() -> None:
    problem = only_problem(HEAD + "2026-05-03,07:30,,1:30,,,\n2026-05-04,07:30,8,45,,,\n")
    assert (problem.where, problem.reason) == ("row 2", "bad-row")
    assert "1:30:00 or 0:01:30" in problem.message


@pytest.mark.parametrize(
    ("heading", "text", "metres"),
    [
        ("distance_mi", "5", 8046.72),
        ("distance_m", "8000", 8000),
        ("distance_m", '"8,000"', 8000),
        ("Distance (km)", '"8,5"', 8500),
        ("DISTANCE KM", "8.5 km", 8500),
        ("distance_km", "8.000", 8000),
    ],
)
def test_distance_in_its_unit(heading: str, text: str, metres: float) -> None:
    run = row(f"2026-05-03,{text},45", f"date,{heading},moving_min\n")
    assert run.sessions[0].distance_m == pytest.approx(metres)
    assert not run.problems


@pytest.mark.parametrize(
    ("moving", "distance", "seconds", "metres"),
    [
        ("2,700", "8,000", 2700, 8000),
        ("2.700", "8.000", 2700, 8000),
        ("2,700", "", 2700, None),
        ("2700.5", "8000.25", 2700.5, 8000.25),
        ("2,700.5", "8.000,25", 2700.5, 8000.25),
        ("270.125", "800", 270.125, 800),
        ("2700", "8,000", 2700, 8000),
        ("700.125", "2,000", 700.125, 2000),
    ],
)
def test_seconds_and_metres_may_be_written_in_thousands(moving: str, distance: str, seconds: float, metres: float | None) -> None:
    run = row(f"2026-05-03;{moving};{distance}", "date;moving_s;distance_m\n")
    assert (run.sessions[0].timer_s, run.sessions[0].distance_m, run.problems) == (seconds, metres, ())


def test_a_time_in_thousands_beside_kilometres_is_one() -> None:
    run = row('2026-05-03,"2,700",8', "date,moving_s,distance_km\n")
    assert (run.sessions[0].timer_s, run.sessions[0].distance_m) == (2700, 8000)


def test_metres_of_no_possible_time_are_no_sprint_of_seconds() -> None:
    run = row('2026-05-03,"2,700",8', "date,moving_s,distance_m\n")
    assert (run.sessions[0].timer_s, run.sessions[0].distance_m) == (2700, None)
    assert wheres(run) == [("row 2, column distance_m", "bad-cell")]


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [("75.000;", "moving_s", "75000 or 75"), ("120.000;400.000", "distance_m", "400000 or 400")],
)
def test_thousands_or_decimals_that_nothing_tells_are_asked(cells: str, column: str, says: str) -> None:
    problem = only_problem(f"date;moving_s;distance_m\n2026-05-01;2700;8000\n2026-05-03;{cells}\n")
    assert (problem.where, problem.reason) == (f"row 3, column {column}", "bad-row")
    assert says in problem.message


@pytest.mark.parametrize(("written", "seconds"), [("2,900", 2900), ("2900", 2900), ("2,600", None)])
def test_elapsed_seconds_in_thousands(written: str, seconds: float | None) -> None:
    run = row(f"2026-05-03;2,700;{written}", "date;moving_s;elapsed_s\n")
    assert run.sessions[0].elapsed_s == (2700 if seconds is None else seconds)
    assert bool(run.problems) is (seconds is None)


@pytest.mark.parametrize(
    ("heading", "written", "metres"),
    [
        ("ascent_m", "1,200", 1200),
        ("ascent_m", "1.200", 1200),
        ("descent_m", "2,000", 2000),
        ("descent_m", "1'200 m", 1200),
        ("ascent_m", "55.125", 55.125),
        ("ascent_m", "12.345", 12.345),
        ("ascent_m", "1.2", 1.2),
        ("ascent_m", "0.125", 0.125),
        ("ascent_ft", "3,000", 914.4),
    ],
)
def test_heights_may_be_written_in_thousands(heading: str, written: str, metres: float) -> None:
    (session,) = row(f"2026-05-03;45;{written}", f"date;moving_min;{heading}\n").sessions
    assert (session.ascent_m if "ascent" in heading else session.descent_m) == pytest.approx(metres)


def test_a_height_that_is_neither_is_asked() -> None:
    run = row("2026-05-03;10;2,000", "date;moving_min;ascent_m\n")
    assert (run.sessions[0].ascent_m, wheres(run)) == (None, [("row 2, column ascent_m", "bad-cell")])


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("2026-05-03,25:00,8,45,,,", "start", "bad-cell"),
        ("2026-05-03,07:30,far,45,,,", "distance_km", "bad-cell"),
        ("2026-05-03,07:30,100,30,,,", "distance_km", "bad-cell"),
        ("2026-05-03,07:30,0.1,30,,,", "distance_km", "bad-cell"),
        ("2026-05-03,07:30,-8,45,,,", "distance_km", "bad-cell"),
        ("2026-05-03,07:30,8,45,84,,", "cadence_spm", "bad-cell"),
        ("2026-05-03,07:30,8,45,1680,,", "cadence_spm", "bad-cell"),
        ("2026-05-03,07:30,8,45,168,high,", "ascent_m", "bad-cell"),
    ],
)
def test_a_bad_cell_costs_that_cell(text: str, column: str, reason: str) -> None:
    run = row(text)
    assert wheres(run) == [(f"row 2, column {column}", reason)]
    assert column in run.problems[0].message
    assert {"distance_km": "distance_m", "cadence_spm": "cadence_per_min"}.get(column) not in run.columns
    assert run.sessions[0].timer_s in {2700, 1800}


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("2026-05-03,07:30,8,,,,", "row 3", "moving_min"),
        ("2026-05-03,07:30,8,0,,,", "row 3, column moving_min", "45:30"),
        ("2026-05-03,07:30,8,long,,,", "row 3, column moving_min", "45:30"),
        (",07:30,8,45,,,", "row 3, column date", "2026-05-03"),
        ("05/03/2026,07:30,8,45,,,", "row 3, column date", "2026-03-05"),
        ("2026-02-30,07:30,8,45,,,", "row 3, column date", "no such day"),
        ("2026-05-03,07:30,8,5,45,168,120,easy", "row 3", "wrong column"),
    ],
)
def test_a_bad_row_costs_that_row(text: str, where: str, says: str) -> None:
    problem = only_problem(f"{HEAD}2026-05-01,07:30,8,45,,,\n{text}\n")
    assert (problem.where, problem.reason) == (where, "bad-row")
    assert says in problem.message


def test_a_log_of_bad_rows_alone_says_the_first() -> None:
    with pytest.raises(RunFileError) as caught:
        read(f"{HEAD}2026-05-03,07:30,8,,,,\n2026-05-04,07:30,8,,,,\n")
    assert (caught.value.reason, caught.value.where, caught.value.values["count"]) == ("bad-row", "row 2", 2)


def test_headings_alone_are_no_run() -> None:
    with pytest.raises(RunFileError) as caught:
        read(HEAD)
    assert caught.value.reason == "no-samples"


def test_a_row_that_is_there_twice_counts_once() -> None:
    (run,) = read(f"{HEAD}2026-05-03,07:30,8,45,168,120,easy\n2026-05-03,7:30,8.0,45:00,168.0,120,easy\n")
    assert wheres(run) == [("row 3", "duplicate")]
    assert "row 2" in run.problems[0].message
    assert len(read(f"{HEAD}2026-05-03,,8,45,,,morning\n2026-05-03,,8,45,,,evening\n")) == 2


def test_each_row_says_its_sport() -> None:
    rows = [
        "2026-05-03,8,45,",
        "2026-05-04,30,60,ride",
        "2026-05-05,5,60,walk",
        "2026-05-06,1,30,swim",
        "2026-05-07,8,45,treadmill",
    ]
    recordings = read("date,distance_km,moving_min,sport\n" + "\n".join(rows))
    assert [one.sessions[0].sport for one in recordings] == ["running", "cycling", "walking", "swimming", "running"]
    assert [len(runs_of(one)[0]) for one in recordings] == [1, 0, 0, 0, 1]
    assert not recordings[0].problems


def test_an_unknown_sport_is_asked_and_left_to_the_speed() -> None:
    run = row("2026-05-03,8,45,zoomies", "date,distance_km,moving_min,sport\n")
    assert run.sessions[0].sport is None
    assert wheres(run) == [("row 2, column sport", "bad-cell")]
    assert runs_of(run)[0][0].notes[0].code == "sport-inferred"


def test_the_form_of_the_table_makes_no_difference() -> None:
    comma = read_one(f"{HEAD}2026-05-03,07:30,8.5,45:30,168,120,easy\n")
    semicolon = read_one(f"{HEAD}2026-05-03,07:30,8#5,45:30,168,120,easy\n".replace(",", ";").replace("#", ","))
    tab = read_one("\ufeff" + f"{HEAD}2026-05-03,07:30,8.5,45:30,168,120,easy\n".replace(",", "\t"))
    headings: list[object] = ["Name", "Moving min", "Date", "start", "distance_km", "cadence_spm", "ascent_m"]
    book = read_one(workbook([headings, ["easy", 45.5, dt.datetime(2026, 5, 3), dt.time(7, 30), 8.5, 168, 120]]))
    typed = read_one(workbook([headings, ["easy", dt.time(0, 45, 30), "2026-05-03", "07:30", "8,5", 168.0, 120.0]]))
    assert {one.source.sha256 for one in (comma, semicolon, tab, book, typed)} == {comma.source.sha256}


def test_order_makes_no_difference_to_a_run() -> None:
    rows = ["2026-05-03,07:30,8,45,,,a\n", "2026-05-04,07:30,9,50,,,b\n"]
    there, back = read(HEAD + "".join(rows)), read(HEAD + "".join(reversed(rows)))
    assert [one.source.sha256 for one in there] == [one.source.sha256 for one in reversed(back)]


@given(km=st.integers(30, 300), minutes=st.integers(30, 90))
def test_different_numbers_are_different_runs(km: int, minutes: int) -> None:
    one = row(f"2026-05-03,07:30,{km / 10},{minutes},,,")
    other = row(f"2026-05-03,07:30,{km / 10 + 0.1:.1f},{minutes},,,")
    assert (one.source.sha256 == other.source.sha256) is ("distance_m" not in one.columns and "distance_m" not in other.columns)


def test_headings_that_mean_nothing_are_named() -> None:
    problem = only_problem("date,moving_min,cadance_spm,weather\n2026-05-03,45,168,rain\n")
    assert (problem.where, problem.reason) == ("row 1", "unused-column")
    assert "cadance_spm (did you mean cadence_spm?)" in problem.message
    assert "weather" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "date,start,pain_max,onset,note\n2026-05-03,07:30,3,17,x\n",
        "date,start,pain_max,onset,distance_km\n2026-05-03,07:30,3,17,8\n",
        "date,km\n2026-05-03,8\n",
        "name,distance_km,moving_min\nx,8,45\n",
    ],
)
def test_a_diary_is_no_log(text: str) -> None:
    with pytest.raises(UnknownFormatError):
        read(text)


def test_a_table_with_moving_times_and_pain_is_a_log_too() -> None:
    run = row("2026-05-03,07:30,8,45,3,17", "date,start,distance_km,moving_min,pain_max,onset\n")
    assert not run.problems


def test_the_sample_diary_is_no_log_and_a_log_no_diary() -> None:
    with pytest.raises(UnknownFormatError):
        read_bytes((ROOT / "sample_data" / "diary.csv").read_bytes(), "diary.csv")
    assert not looks_like_diary(f"{HEAD}2026-05-03,07:30,8,45,168,120,easy\n".encode())


def test_a_workbook_that_is_no_log_is_given_back() -> None:
    for cells in (["date", "pain_max", "onset"], ["a", "b", "c"]):
        with pytest.raises(UnknownFormatError):
            read(workbook([cells, ["2026-05-03", 3, 17]]))


def test_another_reader_is_refused() -> None:
    with pytest.raises(RunFileError):
        read_bytes(HEAD.encode(), "log.csv", Reader.FITPARSE)


def test_marks_and_letters_that_were_got_round_are_said() -> None:
    run = read_one(f'{HEAD}2026-05-03,07:30,8,45,168,120,"easy\n'.encode() + b"# \xe9\n")
    assert {problem.reason for problem in run.problems} == {"bad-cell", "other-encoding"}


def test_every_column_is_documented() -> None:
    page = (ROOT / "docs" / "run-logs.md").read_text(encoding="utf-8")
    assert [name for name in LOG_COLUMNS if f"`{name}`" not in page] == []
    assert set(LOG_COLUMNS) <= set(NAMES)


@pytest.mark.parametrize(("km", "minutes", "speed"), [("0.449", "15", "0.499"), ("0.4", "15", "0.4"), ("6.31", "15", "7.01")])
def test_a_speed_that_cannot_be_is_said_with_the_decimals_that_show_it(km: str, minutes: str, speed: str) -> None:
    (problem,) = row(f"2026-05-03,07:30,{km},{minutes},,,").problems
    assert f"a mean speed of {speed} m/s" in problem.message
