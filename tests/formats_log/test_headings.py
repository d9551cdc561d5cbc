"""Headings in people's own words: understood where they leave nothing open, and named with what would be right where they do."""

import datetime as dt

import pytest

from footfall.errors import UnknownFormatError
from footfall.formats.log.typed_headings import NAMES, almost_log, columns_of, is_log
from footfall.formats.log.typed_words import WORDS, column_of, quantity_of
from footfall.model.columns import LOG_COLUMNS
from footfall.tables import Row, read_table
from tests.formats_log.tables import read, read_one
from tests.tables.workbooks import workbook


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Datum;Startzeit;Distanz (km);Dauer;Name", "03.05.2026;07:30;8,2;45:30;Sonntag"),
        ("Datum;Uhrzeit;Strecke [km];Dauer (min);Titel", "03.05.2026;07:30;8,2;45,5;Sonntag"),
        (
            "Datum;Zeit;Kilometer;Dauer;Name",
            "03.05.2026;07:30;8,2;45:30;Sonntag",
        ),  # one word for the time of day, one for the duration
        ("Datum;Beginn;Distanz km;Zeit;Name", "03.05.2026;07:30;8,2;45:30;Sonntag"),
        ("Fecha,Hora,Distancia (km),Duración (min),Título", '2026-05-03,07:30,8.2,"45,5",Sonntag'),
        ("Date,Heure,Distance (km),Durée,Nom", "2026-05-03,07:30,8.2,45:30,Sonntag"),
        ("Data,Ora,Distanza (m),Durata,Titolo", "2026-05-03,07:30,8200,0:45:30,Sonntag"),
        ("Dato;Starttid;Afstand (km);Varighed;Navn", "2026-05-03;07:30;8,2;45:30;Sonntag"),
        ("Дата;Начало;Дистанция (км);Длительность;Название", "2026-05-03;07:30;8,2;45:30;Sonntag"),
    ],
)
def test_a_log_in_another_language_says_the_same(header: str, cells: str) -> None:
    run = read_one(f"{header}\n{cells}\n")
    assert run.start == dt.datetime(2026, 5, 3, 7, 30, tzinfo=dt.UTC)
    (session,) = run.sessions
    assert (session.timer_s, session.distance_m, run.source.name) == (2730, 8200, "Sonntag")
    assert not run.problems


@pytest.mark.parametrize("heading", ["Distance", "Distanz", "distancia", "Strecke"])
def test_a_distance_without_unit_is_no_number_of_kilometres(heading: str) -> None:
    run = read_one(f"date,{heading},moving_min\n2026-05-03,8,45\n")
    assert "distance_m" not in run.columns
    (problem,) = run.problems
    assert (problem.reason, problem.failed, problem.where) == ("bad-cell", True, f"row 1, column {heading}")
    assert "Call it distance_km, distance_mi or distance_m." in problem.message


def test_a_word_for_two_things_is_asked_for_where_nothing_tells_which() -> None:
    run = read_one("date,Time,distance_km,moving_min,start\n2026-05-03,7:30,8,45,07:30\n")
    assert [problem.where for problem in run.problems] == ["row 1, column Time"]
    assert "start or moving_time" in run.problems[0].message


@pytest.mark.parametrize("heading", ["Tempo", "Tempo (min/km)", "Pace", "Ø Tempo", "Distanz (Runden)", "Puls"])
def test_another_quantity_is_none_of_ours(heading: str) -> None:
    assert column_of(heading) is None
    assert columns_of(Row(1, ("date", "duration", heading))) == {"date": 0, "moving_time": 1}


def test_every_column_that_a_word_leads_to_is_one_of_a_log_and_our_own_names_go_before() -> None:
    found = {
        column for word in WORDS for unit in ("", " (km)", " (min)", " (m)") if (column := column_of(word + unit)) is not None
    }
    assert found <= set(LOG_COLUMNS)
    assert {"date", "start", "distance_km", "moving_min", "moving_time", "ascent_m", "name"} <= found
    assert all(columns_of(Row(1, (name,))) == {name: 0} for name in LOG_COLUMNS)
    assert all(quantity_of(word) is not None for word in WORDS)


@pytest.mark.parametrize(
    "table",
    [
        "Datum,Dauer,Nummer\n2026-05-03,0:05:12,0171\n",  # phone calls
        "Datum;Betrag\n2026-05-03;8\n",
        "Tag;Weg;Wie lange\n2026-05-03;8;45\n",
    ],
)
def test_what_is_no_log_for_sure_is_none(table: str) -> None:
    assert not is_log(read_table(table.encode(), NAMES).header)
    with pytest.raises(UnknownFormatError):
        read(table)


@pytest.mark.parametrize(
    ("table", "lacks", "likely"),
    [
        ("Datum,Zeit,Strecke\n2026-05-03,07:00,8\n", ["moving_min"], True),
        ("Wann;Weg;Wie lange\n03.05.2026;8,2;45:30\n", ["date (if Wann", "moving_min"], False),
        ("Datum;Betrag\n2026-05-03;8\n", ["moving_min"], False),
        ("when,km\n05/03/2026,8\n05/04/2026,8\n", ["date (if when", "moving_min"], True),
    ],
)
def test_a_table_with_dates_is_told_what_it_lacks(table: str, lacks: list[str], likely: bool) -> None:
    found = almost_log(table.encode())
    assert found is not None
    assert found.headings == tuple(read_table(table.encode(), NAMES).header.cells)
    assert len(found.lacks) == len(lacks)
    assert all(said.startswith(name) for said, name in zip(found.lacks, lacks, strict=True))
    assert found.likely is likely


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"2026-05-03,8\n2026-05-04,9\n", b"\x00\xff" * 50, b"date,moving_min\n"])
def test_what_has_no_dates_or_headings_or_is_a_log_is_not(data: bytes) -> None:
    assert almost_log(data) is None


def test_a_log_on_a_later_sheet_is_found_and_a_second_one_is_named() -> None:
    log = [["date", "distance_km", "moving_min"], ["2026-05-03", 8, 45]]
    (run,) = read(workbook([["Totals"], ["2026", 1200]], more={"Log": log}))
    assert run.sessions[0].distance_m == 8000
    assert not run.problems
    (run,) = read(workbook([[*log[0], "name"], [*log[1], "first"]], more={"Old": log}))
    assert run.source.name == "first"
    (problem,) = run.problems
    assert "Not read: “Old”." in problem.message


def test_a_whole_file_without_a_line_break_is_no_heading_and_takes_no_time_to_say_so() -> None:
    assert quantity_of("[" * 790_000) is None
    assert column_of("km " * 300_000) is None
