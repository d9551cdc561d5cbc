"""Strava's activities.csv, in its languages and years."""

import datetime as dt

import numpy as np
import pytest

from footfall.errors import UnknownFormatError
from footfall.formats.log import LogDecoder
from footfall.formats.log.sports import _WORDS, find_sport
from footfall.formats.log.strava_dates import one_order, to_moment
from footfall.formats.log.strava_months import _MONTHS, month_of
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from footfall.model.run import StartKind
from tests.formats_log.tables import (
    ENGLISH_2019,
    GERMAN,
    OLDEST,
    csv_of,
    only_problem,
    read,
    read_one,
    strava,
    strava_row,
    wheres,
)
from tests.tables.workbooks import workbook

START = dt.datetime(2022, 12, 9, 15, 24, 49, tzinfo=dt.UTC)


def test_a_run_of_today_s_export() -> None:
    run = read_one(strava(strava_row(c4="bewölkt, 0 °C\n---\nKlimat")))
    assert (run.start, run.start_kind) == (START, StartKind.UTC)
    source = run.source
    assert (source.format, source.name, source.shoes, source.link) == (
        "log",
        "Abendlauf",
        "Blue ones",
        "activities/8228026758.fit.gz",
    )
    assert source.description == "bewölkt, 0 °C\n---\nKlimat"
    (session,) = run.sessions
    assert (session.sport, session.timer_s, session.elapsed_s, session.distance_m) == ("running", 2970, 3189, 9440)
    assert (session.ascent_m, session.descent_m) == (55, 50)
    np.testing.assert_array_equal(run.columns["cadence_per_min"], 82.5)
    assert not run.problems
    totals = measure(runs_of(run)[0][0]).totals
    assert (totals.cadence_factor, totals.distance_source) == (2, "log")  # strides, by evidence


@pytest.mark.parametrize("width", [18, 30, len(GERMAN)])
def test_a_narrower_export_has_fewer_columns(width: int) -> None:
    run = read_one(strava(strava_row(width), header=GERMAN[:width]))
    assert (run.sessions[0].timer_s, run.sessions[0].distance_m) == (2970, 9440)
    assert (run.sessions[0].ascent_m is None) is (width < 30)


def test_columns_are_found_when_headings_repeat_nothing() -> None:
    header = [f"Spalte {at}" for at in range(len(GERMAN))]
    run = read_one(strava(strava_row(), header=header))
    assert (run.sessions[0].timer_s, run.sessions[0].distance_m, run.source.link) == (2970, 9440, "activities/8228026758.fit.gz")


def test_columns_are_found_without_any_file() -> None:
    run = read_one(strava(strava_row(c12="")))
    assert (run.sessions[0].distance_m, run.source.link, run.source.shoes) == (9440, None, None)


@pytest.mark.parametrize(
    ("header", "row", "metres"),
    [
        (
            ENGLISH_2019,
            [
                "1836776031",
                "Sep 12, 2018, 3:02:23 PM",
                "Run",
                "Run",
                "",
                "783",
                "2.31",
                "false",
                "Blue",
                "activities/1836776031.gpx",
            ],
            2310,
        ),
        (
            OLDEST,
            [
                "1836776031",
                "2018-09-12 15:02:23",
                "Run",
                "Run",
                "",
                "783",
                "2310.0",
                "false",
                "Blue",
                "activities/1836776031.gpx",
            ],
            2310,
        ),
        (OLDEST, ["1836776031", "2018-09-12 15:02:23", "Run", "Run", "", "783", "2310.0", "false", "", ""], 2310),
    ],
)
def test_exports_of_2019_have_elapsed_times_alone_and_say_so(header: list[str], row: list[str], metres: float) -> None:
    run = read_one(csv_of(header, row))
    assert run.start == dt.datetime(2018, 9, 12, 15, 2, 23, tzinfo=dt.UTC)
    assert (run.sessions[0].timer_s, run.sessions[0].distance_m) == (783, metres)
    assert wheres(run) == [("row 1", "elapsed-for-moving")]
    assert run.source.shoes == (row[8] or None)


@pytest.mark.parametrize(
    ("written", "metres"), [("9,44", 9440), ("2,000", 2000), ("2.000", 2000), ("9440.0", 9440), ("9.440,5", 9440.5)]
)
def test_a_distance_in_any_writing(written: str, metres: float) -> None:
    seconds = str(round(metres / 3))
    run = read_one(strava(strava_row(c6=written, c17="", c5=seconds, c15=seconds, c16=seconds)))
    assert run.sessions[0].distance_m == pytest.approx(metres)


@pytest.mark.parametrize(("elapsed", "distance"), [("2,700", "8.00"), ("2.700", "8,00"), ("2,700", "8,000")])
def test_seconds_in_thousands_are_no_seconds(elapsed: str, distance: str) -> None:
    row = ["1836776031", "Sep 12, 2018, 3:02:23 PM", "Run", "Run", "", elapsed, distance, "false", "", ""]
    (session,) = read_one(csv_of(ENGLISH_2019, row)).sessions
    assert (session.timer_s, session.distance_m) == (2700, 8000)
    today = read_one(strava(strava_row(c5=elapsed, c15=elapsed, c16=elapsed, c6=distance, c17="8,000")))
    assert (today.sessions[0].timer_s, today.sessions[0].elapsed_s, today.sessions[0].distance_m) == (2700, 2700, 8000)


@pytest.mark.parametrize(("written", "metres"), [("1,200", 1200), ("1.200", 1200), ("55.125", 55.125), ("55,0", 55), ("", None)])
def test_heights_in_thousands(written: str, metres: float | None) -> None:
    (session,) = read_one(strava(strava_row(c20=written, c21=written))).sessions
    assert (session.ascent_m, session.descent_m) == (metres, metres)


def test_a_distance_that_nobody_makes_is_left_out_and_said() -> None:
    run = read_one(strava(strava_row(c6="94,4", c17="94400.0")))
    assert "distance_m" not in run.columns
    assert wheres(run) == [("row 2, column Distanz", "bad-cell")]


def test_a_file_that_breaks_off_keeps_the_whole_rows() -> None:
    whole = strava(strava_row(), strava_row(c0="8228026759"), strava_row(c0="8228026760", c2="cut"))
    runs = read(whole[:-70])
    assert len(runs) == 1  # the second says the same as the first: the number of an activity is none of its facts
    assert wheres(runs[0]) == [("row 4", "truncated"), ("row 3", "duplicate")]


def test_no_distance_is_not_known_and_no_slip() -> None:
    run = read_one(strava(strava_row(c6="0", c17="0.0")))
    assert (run.sessions[0].distance_m, run.problems) == (None, ())


@pytest.mark.parametrize("moment", ["31.02.2022, 15:24:49", "gestern", "", "09.12.2022"])
def test_a_moment_that_cannot_be_read_costs_the_row(moment: str) -> None:
    problem = only_problem(strava(strava_row(), strava_row(c0="8228026759", c1=moment)))
    assert (problem.where, problem.reason) == ("row 3", "bad-row")


def test_a_row_without_any_time_is_left_out() -> None:
    problem = only_problem(strava(strava_row(), strava_row(c0="8228026759", c5="", c15="", c16="")))
    assert (problem.where, problem.reason) == ("row 3", "bad-row")


def test_other_sports_say_so_and_their_gear_is_no_shoe() -> None:
    run, ride = read(
        strava(strava_row(), strava_row(c0="11111", c3="Radfahrt", c11="Patria", c17="94400.0", c12="activities/2.fit"))
    )
    assert [one.sessions[0].sport for one in (run, ride)] == ["running", "cycling"]
    assert (ride.source.shoes, ride.source.link, run.problems) == (None, "activities/2.fit", ())
    assert set(ride.columns) == {"time_s"}
    assert runs_of(ride)[0] == ()


@pytest.mark.parametrize(
    ("metres", "kept"), [("9440.0", True), ("24000.0", False), ("3000.0", False)], ids=["like runs", "like rides", "like walks"]
)
def test_a_kind_in_no_list_is_what_its_activities_look_like(metres: str, kept: bool) -> None:
    rows = [strava_row(c3="Mbio", c17=metres, c6="", c11="Bike"), strava_row(c0="33333")]
    runs = read(strava(*rows))
    assert [run.sessions[0].sport for run in runs] == [None if kept else "mbio", "running"]
    assert runs[0].source.shoes is None


@pytest.mark.parametrize(
    "word",
    [
        "Run",
        "Lauf",
        "Course à pied",
        "Carrera",
        "Corsa",
        "Corrida",
        "Hardloopsessie",
        "Забег",
        "ラン",
        "跑步",
        "달리기",
        "Bieg",
        "Löpning",
    ],
)
def test_a_run_in_many_languages(word: str) -> None:
    assert find_sport(word) == ("running", None)


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("Trail Run", "running"),
        ("TrailRun", "running"),
        ("Fietsrit", "cycling"),
        ("Wandeling", "walking"),
        ("Randonnée", "hiking"),
        ("Natation", "swimming"),
        ("Fell run", "running"),
        ("Mountain run", "running"),
        ("Parkrun", "running"),
        ("Trčanje", "running"),
        ("Obstacle Course Race", "running"),
        ("Morning run", "running"),
        ("Run - treadmill", "running"),
        ("outdoor_running", "running"),
        ("swimrun", "other sport"),
    ],
)
def test_other_kinds(word: str, sport: str) -> None:
    found = find_sport(word)
    assert found is not None
    assert found[0] == sport


@pytest.mark.parametrize("word", ["Ski run", "bike run", "run walk", "River run", "runner", "Mbio", "Brunch"])
def test_words_that_may_be_anything_are_not_known(word: str) -> None:
    assert find_sport(word) is None


def test_what_a_word_means_is_known_as_a_word_itself() -> None:
    assert [sport for sport, _ in set(_WORDS) if find_sport(sport) is None] == []


@pytest.mark.parametrize(
    "text",
    [
        "Nov 5, 2023, 6:12:09 PM",
        "Nov 5, 2023, 6:12:09\u202fPM",
        "5 Nov 2023, 18:12:09",
        "05.11.2023, 18:12:09",
        "5 nov. 2023 à 18:12:09",
        "5 nov 2023 18:12:09",
        "5 nov 2023, 6:12:09 p. m.",
        "5 de nov. de 2023 18:12:09",
        "5 нояб. 2023 г., 18:12:09",
        "2023年11月5日 18:12:09",
        "2023/11/05 18:12:09",
        "2023年11月5日 下午6:12:09",
        "2023. 11. 5. 오후 6:12:09",
        "5. nov. 2023 18.12.09",
        "5.11.2023 klo 18.12.09",
        "5 lis 2023, 18:12:09",
        "5. 11. 2023 18:12:09",
        "5 Kas 2023 18:12:09",
        "2023. nov. 5. 18:12:09",
        "2023-11-05 18:12:09",
        "2023-11-05T18:12:09Z",
    ],
)
def test_a_moment_in_any_language(text: str) -> None:
    moment = to_moment(text)
    assert moment is not None
    assert moment.one == dt.datetime(2023, 11, 5, 18, 12, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("24 mai 2012 à 16:27:40", 5),
        ("6 mrt. 2024 14:23:15", 3),
        ("5 juin 2023 à 12:00:00", 6),
        ("5 juil. 2023 à 12:00:00", 7),
        ("1. července 2023 6:12:09", 7),
        ("5 mag 2023, 06:12:09", 5),
        ("5 авг. 2023 г. 06:12:09", 8),
        ("5 мар. 2023 г. 06:12:09", 3),
        ("5 kwietnia 2023 06:12:09", 4),
        ("5 iun. 2023, 06:12:09", 6),
        ("5 iulie 2023, 06:12:09", 7),
        ("5 лип. 2023 р., 06:12:09", 7),
        ("5 Mär. 2023, 06:12:09", 3),
        ("5 juni 2023 06:12:09", 6),
    ],
)
def test_months_that_begin_alike(text: str, month: int) -> None:
    moment = to_moment(text)
    assert moment is not None
    assert moment.one is not None
    assert moment.one.month == month


@pytest.mark.parametrize(("hour", "meant"), [("12:05:09 AM", 0), ("12:05:09 PM", 12), ("1:05:09 PM", 13), ("11:05:09 AM", 11)])
def test_midnight_and_noon(hour: str, meant: int) -> None:
    moment = to_moment(f"Nov 5, 2023, {hour}")
    assert moment is not None
    assert moment.one is not None
    assert moment.one.hour == meant


@pytest.mark.parametrize(
    "text", ["Marathon 3, 2024, 10:00", "5 Mayor 2023 18:12:09", "1 Octopus 2023, 10:00", "5 ma 2023 6:12:09"]
)
def test_a_word_that_only_begins_like_a_month_is_none(text: str) -> None:
    assert to_moment(text) is None


def test_every_name_of_a_month_is_of_one() -> None:
    names = [(name, month) for month, of in enumerate(_MONTHS, start=1) for name in of.split()]
    assert len({name for name, _ in names}) == len(names)
    assert [(name, month) for name, month in names if month_of(name) != month] == []


def test_day_and_month_are_told_by_the_whole_column() -> None:
    open_, day_only = to_moment("05/11/2023, 06:12:09"), to_moment("13/11/2023, 06:12:09")
    month_only = to_moment("11/13/2023, 06:12:09")
    assert open_ is not None
    assert one_order([open_, day_only]) == [
        dt.datetime(2023, 11, 5, 6, 12, 9, tzinfo=dt.UTC),
        dt.datetime(2023, 11, 13, 6, 12, 9, tzinfo=dt.UTC),
    ]
    assert [one.month for one in one_order([open_, month_only]) if one] == [5, 11]
    assert one_order([open_]) == [None]
    assert one_order([open_, day_only, month_only])[0] is None


def test_a_moment_of_two_days_is_asked_for() -> None:
    problem = only_problem(strava(strava_row(), strava_row(c0="8228026759", c1="05/11/2023, 06:12:09")))
    assert (problem.where, problem.reason) == ("row 3", "bad-row")
    assert "2023-11-05 or 2023-05-11" in problem.message


def test_headings_that_fill_the_first_4_kb_are_known() -> None:
    header = GERMAN + [f"Spalte mit langem Namen {at}: äöü" + "ж" * 20 for at in range(80)]
    data = strava(strava_row(len(header)), header=header)
    assert len(data) > 6000
    assert LogDecoder().recognises(data[:16_384])
    assert read_one(data).sessions[0].distance_m == 9440


def test_a_head_cut_within_a_letter_is_known() -> None:
    rows = [strava_row(c0=str(8228026758 + at), c1="2023年11月5日 6:12:09", c2="朝" * (at % 7)) for at in range(400)]
    data = strava(*rows)
    assert all(LogDecoder().recognises(data[:cut]) for cut in range(16_000, 16_384, 7))


def test_an_export_saved_as_a_workbook_is_the_same_run() -> None:
    plain = read_one(strava(strava_row()))
    book = read_one(workbook([GERMAN, strava_row()]))
    assert book.source.sha256 == plain.source.sha256


@pytest.mark.parametrize(
    "data",
    [
        csv_of(
            ["Activity Type", "Date", "Favorite", "Title", "Distance", "Calories", "Time", "Avg HR", "Max HR", "Avg Run Cadence"],
            ["Running", "2023-11-05 06:12:09", "false", "Run", "8.5", "500", "00:45:30", "150", "170", "165"],
        ),
        csv_of([f"c{at}" for at in range(12)], ["12345", *["x"] * 11]),
        csv_of(["id", "when", *[f"c{at}" for at in range(12)]], ["12345", "2023-11-05 06:12:09", *["1"] * 12]),
        csv_of(GERMAN),
    ],
    ids=["list of Garmin Connect", "a number alone", "another export", "headings alone"],
)
def test_other_tables_are_not_claimed(data: bytes) -> None:
    with pytest.raises(UnknownFormatError):
        read(data)
