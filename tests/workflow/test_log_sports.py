"""What a log says of a file's sport: words that are known go before the file's own, others never do."""

import datetime as dt
from pathlib import Path

import pytest

from tests.formats_log.tables import GERMAN, strava
from tests.formats_log.tables import strava_row as row_of_today
from tests.workflow.test_one_run import STRAVA, analysed, gpx, strava_row, written

WORDS_OF_NO_LIST = ["Zorbing", "Mbio ya kikwazo"]
START = dt.datetime(2022, 12, 9, 15, 24, 49)


@pytest.mark.parametrize("word", [*WORDS_OF_NO_LIST, "Obstacle Course Race", "Fell run", "Mountain run", "Parkrun", "Trčanje"])
def test_a_word_of_no_list_drops_no_file_that_says_running(tmp_path: Path, word: str) -> None:
    rows = [STRAVA, strava_row(1, word, "activities/1.gpx")]
    written(tmp_path, {"activities.csv": "\n".join(rows) + "\n", "activities/1.gpx": gpx()})
    content = analysed(tmp_path)
    assert [(run.format, run.sport) for run in content.runs] == [("gpx", "running")]
    assert not [one for one in content.findings.problems if one.reason == "not-a-run"]


@pytest.mark.parametrize("word", WORDS_OF_NO_LIST)
def test_nor_when_all_of_that_word_are_slow(tmp_path: Path, word: str) -> None:
    table = strava(row_of_today(c3=word, c12="activities/1.gpx", c16="2400", c17="3600.0", c6="3,60"), header=GERMAN)
    slow = gpx(start=START, speed_m_s=1.5)
    written(tmp_path, {"activities.csv": table.decode(), "activities/1.gpx": slow})
    assert [(run.format, run.sport) for run in analysed(tmp_path).runs] == [("gpx", "running")]


@pytest.mark.parametrize("word", WORDS_OF_NO_LIST)
def test_without_a_file_it_is_named_by_its_word(tmp_path: Path, word: str) -> None:
    rows = [STRAVA, strava_row(1, word, ""), strava_row(2, "Run", "", "May 4, 2026, 6:12:09 AM")]
    written(tmp_path, {"activities.csv": "\n".join(rows) + "\n"})
    content = analysed(tmp_path)
    assert len(content.runs) == 1
    (problem,) = [one for one in content.findings.problems if one.reason == "not-a-run"]
    assert word.casefold() in problem.message


@pytest.mark.parametrize(("word", "sport"), [("Ride", "cycling"), ("Walk", "walking"), ("Fietsrit", "cycling")])
def test_a_word_that_is_known_goes_before_the_file(tmp_path: Path, word: str, sport: str) -> None:
    rows = [STRAVA, strava_row(1, word, "activities/1.gpx")]
    written(tmp_path, {"activities.csv": "\n".join(rows) + "\n", "activities/1.gpx": gpx()})
    content = analysed(tmp_path)
    assert content.runs == ()
    (problem,) = [one for one in content.findings.problems if one.reason == "not-a-run"]
    assert sport in problem.message
