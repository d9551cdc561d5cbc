"""Bad input, one kind after the other: a sentence with file and place, the right exit code, and everything else still done."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

HEADER = "date,pain_max,onset,red_flags\n"


def garbage(run_file: Path) -> bytes:
    return bytes((byte * 7 + 13) % 256 for byte in run_file.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("empty.fit", lambda run: b"", "damaged"),
        ("notes.fit", lambda run: b"This is a shopping list.\n", "unknown-format"),
        ("garbage.fit", garbage, "unknown-format"),
        ("wrong-encoding.gpx", lambda run: "<gpx version='1.1'><trk><name>Höhe</name></trk></gpx>".encode("latin-1"), None),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(
    cli: Cli, here: Path, run_file: Path, name: str, make: object, reason: str | None
) -> None:
    assert callable(make)
    (here / name).write_bytes(make(run_file))
    result = cli("analyze", run_file, here / name, "--json")
    assert result.code == 1
    shown = json.loads(result.out)
    assert len(shown["runs"]) == 1
    problem = next(one for one in shown["problems"] if Path(one["path"]).name == name)
    assert reason is None or problem["reason"] == reason
    assert name in result.err
    assert "Traceback" not in result.err


def test_alone_such_a_file_leaves_nothing_usable(cli: Cli, here: Path) -> None:
    (here / "empty.fit").write_bytes(b"")
    result = cli("analyze", here / "empty.fit")
    assert result.code == 3
    assert result.out == ""
    assert "empty.fit: This file is empty" in result.err
    assert result.err.splitlines()[-1].startswith("footfall: No run")


def test_a_truncated_file_is_read_as_far_as_it_goes(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "cut.fit").write_bytes(run_file.read_bytes()[:-3000])
    result = cli("analyze", here / "cut.fit", "--json")
    assert result.code == 0
    shown = json.loads(result.out)
    assert shown["runs"][0]["footfalls"]["total"] > 1000
    problem = next(one for one in shown["problems"] if one["reason"] == "truncated")
    assert problem["where"].startswith("byte ")


def diary_problems(cli: Cli, here: Path, run_file: Path, text: str, encoding: str = "utf-8") -> tuple[dict[str, object], ...]:
    (here / "diary.csv").write_bytes(text.encode(encoding))
    result = cli("analyze", run_file, "--diary", here / "diary.csv", "--json")
    shown = json.loads(result.out)
    assert len(shown["runs"]) == 1
    failed = any(one["reason"] in ("bad-cell", "bad-row", "unchecked-red-flag") for one in shown["problems"])
    assert result.code == int(failed)
    return tuple(one for one in shown["problems"] if one["path"].endswith("diary.csv"))


def test_pain_of_eleven(cli: Cli, here: Path, run_file: Path) -> None:
    (problem,) = diary_problems(cli, here, run_file, HEADER + "2026-07-30,11,none,\n")
    assert problem["where"] == "row 2, column pain_max"
    assert "11" in str(problem["message"])
    assert "0 to 10" in str(problem["message"])


def test_a_day_that_does_not_exist(cli: Cli, here: Path, run_file: Path) -> None:
    (problem,) = diary_problems(cli, here, run_file, HEADER + "31.02.2026,3,17,\n2026-07-30,2,none,\n")
    assert problem["reason"] == "bad-row"
    assert str(problem["where"]).startswith("row 2")
    assert "31.02.2026" in str(problem["message"])


def test_an_unknown_column_is_kept_and_listed(cli: Cli, here: Path, run_file: Path) -> None:
    (problem,) = diary_problems(cli, here, run_file, "date,pain_max,mood\n2026-07-30,2,fine\n")
    assert problem["reason"] == "unknown-column"
    assert "mood" in str(problem["message"])


def test_semicolons_and_decimal_commas_are_understood(cli: Cli, here: Path, run_file: Path) -> None:
    assert diary_problems(cli, here, run_file, "date;pain_max;onset\n2026-07-30;2,5;17,5\n") == ()


def test_a_misspelt_red_flag_stands_in_the_place_of_an_emergency(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "diary.csv").write_text(HEADER + "2026-07-30,2,none,sadle_numbness\n", encoding="utf-8")
    result = cli("analyze", run_file, "--diary", here / "diary.csv", "--json", "--as-of", "2026-08-01")
    shown = json.loads(result.out)
    first = shown["findings"][0]
    assert (first["rule"], first["severity"]) == ("F1", "emergency")
    assert "sadle_numbness" in first["headline"]
    problem = next(one for one in shown["problems"] if one["reason"] == "unchecked-red-flag")
    assert problem["where"] == "row 2, column red_flags"
    assert result.code == 1


def test_a_diary_in_another_encoding_is_read(cli: Cli, here: Path, run_file: Path) -> None:
    problems = diary_problems(cli, here, run_file, "date,pain_max,note\n2026-07-30,2,müde\n", "cp1252")
    assert {one["reason"] for one in problems} <= {"other-encoding"}


def test_a_diary_that_is_no_table_costs_the_diary_alone(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "diary.csv").write_bytes(bytes(range(256)) * 20)
    result = cli("analyze", run_file, "--diary", here / "diary.csv", "--json")
    assert len(json.loads(result.out)["runs"]) == 1
    assert result.code == 1
    assert "diary.csv" in result.err


def test_a_red_flag_in_a_row_that_is_still_to_come_is_asked_about_at_once(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "diary.csv").write_text(HEADER + "2027-07-30,2,none,saddle_numbness\n", encoding="utf-8")
    result = cli("analyze", run_file, "--diary", here / "diary.csv", "--json", "--as-of", "2026-08-01")
    shown = json.loads(result.out)
    first = shown["findings"][0]
    assert (first["rule"], first["severity"]) == ("F1", "emergency")
    assert "saddle_numbness" in first["headline"]
    assert "No red flag" not in cli("analyze", run_file, "--diary", here / "diary.csv", "--as-of", "2026-08-01").out


def test_an_empty_folder_is_not_a_folder_of_photos(cli: Cli, here: Path) -> None:
    (here / "empty").mkdir()
    assert "There is no file" in cli("analyze", here / "empty").err
    (here / "photos").mkdir()
    for number in range(3):
        (here / "photos" / f"{number}.jpg").write_bytes(b"\xff\xd8\xff\xe0 a photo")
    result = cli("analyze", here / "photos")
    assert result.code == 3
    assert "3 files in what was named, and none is a run file (FIT, GPX, TCX), a run log or an export" in result.err
