"""`footfall pain`."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from footfall.cli.pain_cells import NAMES
from footfall.diary.read import read
from footfall.model.columns import DIARY_COLUMNS
from tests.cli.conftest import Cli

TODAY = ("--as-of", "2026-05-03")


def rows(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_every_column_but_the_day_has_its_option() -> None:
    assert set(NAMES.values()) == set(DIARY_COLUMNS) - {"date"}
    assert len(set(NAMES.values())) == len(NAMES)


def test_one_line_is_one_entry(cli: Cli, here: Path) -> None:
    ended = cli("pain", "4", "--onset", "17", "--site", "low_back", "--date", "today", *TODAY)
    assert ended.code == 0, ended.err
    assert ended.out == "diary.csv, row 2: Sun 3 May 2026, worst pain during the run 4, onset 17, low_back\n"
    assert "did not exist" in ended.err
    assert "footfall diary new diary.csv FOLDER" in ended.err
    diary, problems = read((here / "diary.csv").read_bytes(), "diary.csv")
    assert not problems
    assert diary.entries[0].day == dt.date(2026, 5, 3)


def test_a_run_free_of_pain_is_an_entry_too(cli: Cli, here: Path) -> None:
    assert cli("pain", "0", "--onset", "none", *TODAY).code == 0
    assert rows(here / "diary.csv")[1].startswith("2026-05-03,,,0,,,none")


def test_all_options_go_where_they_belong(cli: Cli, here: Path) -> None:
    typed = "--before 1 --max 2 --after 3 --morning 4 --onset lap --eased 5 --site buttock --site calf --quality ache --builds"
    typed += " --no-stopped --fear --stiff 20 --rpe 6 --surface trail --sleep 7.5 --start 6:12 --red-flag resolved"
    given = [*typed.split(), "--shoes", "old ones", "--note", "two\nlines"]
    assert cli("pain", "--date", "yesterday", *given, *TODAY).code == 0
    assert rows(here / "diary.csv")[1] == (
        "2026-05-02,6:12,1,2,3,4,lap,5,buttock;calf,ache,yes,no,yes,20,resolved,6,trail,old ones,7.5,two lines"
    )


def test_the_morning_is_told_with_its_date(cli: Cli) -> None:
    assert "pain on the morning after, Sun 3 May 2026: 2" in cli("pain", "--morning", "2", "--date", "yesterday", *TODAY).out
    ended = cli("pain", "--morning", "2", *TODAY)
    assert ended.code == 2
    assert "For this morning: --date yesterday" in ended.err


def test_nothing_is_doubled_or_changed_unasked(cli: Cli, here: Path) -> None:
    cli("pain", "4", *TODAY)
    before = (here / "diary.csv").read_bytes()
    ended = cli("pain", "5", *TODAY)
    assert ended.code == 2
    assert "row 2 has something there already. pain_max is 4, not 5." in ended.err
    assert (here / "diary.csv").read_bytes() == before
    assert cli("pain", "4", "--after", "2", *TODAY).code == 0
    assert len(rows(here / "diary.csv")) == 2
    assert "pain_max: 4 before, 5 now" in cli("pain", "5", "--update", *TODAY).out
    assert cli("pain", "5", "--add", *TODAY).code == 0
    assert len(rows(here / "diary.csv")) == 3
    assert cli("pain", "5", "--add", "--update", *TODAY).code == 2


def test_a_flag_is_answered_at_once_and_first(cli: Cli) -> None:
    ended = cli("pain", "3", "--red-flag", "saddle_numbness", *TODAY)
    assert ended.code == 0
    assert ended.out.startswith("■ EMERGENCY, F1\n  Get medical help now")
    assert ended.out.rstrip().split("\n")[-1].startswith("diary.csv, row 2")


def test_flag_text_that_is_no_code_is_shown_written_and_a_problem(cli: Cli, here: Path) -> None:
    ended = cli("pain", "--red-flag", "wobbly foot", *TODAY)
    assert ended.code == 1
    assert ended.out.startswith("■ EMERGENCY, F1\n  You wrote “wobbly foot” under red_flags: please check this list now")
    assert "wobbly foot" in rows(here / "diary.csv")[1]
    assert "none of its codes" in ended.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), ["Nothing to write", "footfall pain 4"]),
        (("--start", "06:12"), ["Nothing to write"]),
        (("11",), ["SCORE", "0 to 10"]),
        (("x",), ["SCORE", "0 to 10"]),
        (("4", "--max", "4"), ["same cell"]),
        (("4", "--onset", "17-20"), ["--onset", "17-20"]),
        (("4", "--site", "moon"), ["--site", "low_back"]),
        (("4", "--surface", "ice"), ["--surface", "trail"]),
        (("4", "--start", "25:00"), ["--start"]),
        (("4", "--date", "31.02.2026"), ["--date", "yesterday"]),
        (("4", "--date", "2026-05-04"), ["after today"]),
        (("4", "--diary", "gone.csv"), ["gone.csv"]),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(cli: Cli, here: Path, args: tuple[str, ...], words: list[str]) -> None:
    ended = cli("pain", *args, *TODAY)
    assert ended.code == 2
    assert ended.out == ""
    for word in words:
        assert word in ended.err
    assert list(here.iterdir()) == []


def test_a_workbook_is_left_alone(cli: Cli, here: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["date", "pain_max"])
    book.active.append(["2026-05-01", 3])
    book.save(here / "diary.xlsx")
    before = (here / "diary.xlsx").read_bytes()
    ended = cli("pain", "4", "--diary", "diary.xlsx", *TODAY)
    assert ended.code == 3
    assert "Save it as CSV" in ended.err
    assert (here / "diary.xlsx").read_bytes() == before


def test_a_run_file_is_no_diary(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "diary.csv").write_bytes(run_file.read_bytes())
    ended = cli("pain", "4", *TODAY)
    assert ended.code == 2
    assert (here / "diary.csv").read_bytes() == run_file.read_bytes()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_named(cli: Cli, here: Path) -> None:
    here.chmod(0o555)
    try:
        ended = cli("pain", "4", *TODAY)
    finally:
        here.chmod(0o755)
    assert ended.code == 2
    assert "diary.csv" in ended.err


def test_two_at_once_lose_no_row(here: Path) -> None:
    command = [sys.executable, "-m", "footfall", "pain", "--quiet", *TODAY]
    env = {**os.environ, "FOOTFALL_LIBRARY": "none"}
    running = [
        subprocess.Popen([*command, str(day), "--date", f"2026-04-{day:02d}"], cwd=here, env=env, stdout=subprocess.DEVNULL)
        for day in range(1, 7)
    ]
    assert [one.wait(timeout=120) for one in running] == [0] * 6
    assert sorted(row[:10] for row in rows(here / "diary.csv")[1:]) == [f"2026-04-{day:02d}" for day in range(1, 7)]
