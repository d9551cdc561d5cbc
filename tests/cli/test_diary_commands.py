import csv
import io
import re
from pathlib import Path

from footfall.model.columns import DIARY_COLUMNS
from tests.cli.conftest import Cli
from tests.formats_xml.made import gpx, trkpt


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def test_new_makes_a_row_per_run_with_its_pain_left_blank(cli: Cli, season: Path, days: list[str], here: Path) -> None:
    outcome = cli("diary", "new", "mine.csv", "runs")
    assert (outcome.code, outcome.out) == (0, "mine.csv: 3 new.\n")
    found = rows(here / "mine.csv")
    assert list(found[0]) == list(DIARY_COLUMNS)
    assert [row["date"] for row in found] == days
    clocks = [path.name[11:13] + ":" + path.name[13:15] for path in sorted(season.glob("20*"))]
    assert [row["start"] for row in found] == clocks, "the name of a made file has the local start in it"
    assert all(re.fullmatch(r"\d+\.\d km, \d+ min", row["note"]) for row in found)
    assert {row["pain_max"] for row in found} == {""}


def test_new_again_adds_what_is_missing_and_touches_nothing_else(cli: Cli, season: Path, here: Path) -> None:
    cli("diary", "new", "mine.csv", *sorted(map(str, season.glob("20*")))[:2])
    text = (here / "mine.csv").read_text(encoding="utf-8").replace(",,,,", ",,4,,", 1)
    (here / "mine.csv").write_text(text, encoding="utf-8")
    outcome = cli("diary", "new", "mine.csv", "runs")
    assert outcome.out == "mine.csv: 1 new, 2 kept as they were.\n"
    assert (here / "mine.csv").read_text(encoding="utf-8").startswith(text)
    before = (here / "mine.csv").read_bytes()
    assert cli("diary", "new", "mine.csv", "runs").out == "mine.csv: no new runs, nothing to add.\n"
    assert (here / "mine.csv").read_bytes() == before


def test_two_files_of_one_outing_share_a_new_row_and_nothing_is_said_to_be_kept(cli: Cli, here: Path) -> None:
    (here / "runs").mkdir()
    for number, second in enumerate((0, 900)):
        points = "".join(map(trkpt, range(second, second + 600)))
        (here / "runs" / f"{number}.gpx").write_text(gpx(points, track="<type>running</type>"), encoding="utf-8")
    first = cli("diary", "new", "mine.csv", "runs")
    assert "mine.csv: 1 new.\n1 run more began" in first.out
    assert "kept" not in first.out
    assert len(rows(here / "mine.csv")) == 1
    (here / "mine.csv").write_text("date,start\n2020-01-01,10:00\n", encoding="utf-8")
    assert cli("diary", "new", "mine.csv", "runs").out.startswith("mine.csv: 1 new, 0 kept as they were.\n1 run more began")


def test_new_without_runs_is_a_template_and_says_how_to_go_on(cli: Cli, here: Path) -> None:
    outcome = cli("diary", "new", "mine.csv")
    assert outcome.code == 0
    assert "footfall diary new mine.csv my-runs" in outcome.out
    assert (here / "mine.csv").read_text(encoding="utf-8").splitlines() == [",".join(DIARY_COLUMNS)]


def test_new_never_touches_a_file_that_is_no_diary(cli: Cli, season: Path, here: Path) -> None:
    (here / "bank.csv").write_text("account,amount\n1,2\n", encoding="utf-8")
    outcome = cli("diary", "new", "bank.csv", "runs")
    assert outcome.code == 3
    assert "date" in outcome.err
    assert (here / "bank.csv").read_text(encoding="utf-8") == "account,amount\n1,2\n"


def test_new_with_a_broken_file_makes_the_others_and_names_it(cli: Cli, season: Path, here: Path) -> None:
    (season / "broken.fit").write_bytes(b"")
    outcome = cli("diary", "new", "mine.csv", "runs")
    assert outcome.code == 1
    assert "broken.fit" in outcome.err
    assert len(rows(here / "mine.csv")) == 3


def test_check_of_a_good_diary(cli: Cli, season: Path) -> None:
    outcome = cli("diary", "check", "runs/diary.csv")
    assert outcome.code == 0, outcome.out
    assert "Nothing to correct" in outcome.out


def test_check_names_each_row_and_cell_with_what_would_be_right(cli: Cli, here: Path) -> None:
    (here / "d.csv").write_text(
        "date;pain_max;onset;red_flags;mood\n2026-05-01;3,5;17;;ok\n2026-05-02;11;soon;;\n31.02.2026;2;;;\n2026-05-04;;;feverr;\n",
        encoding="utf-8",
    )
    outcome = cli("diary", "check", "d.csv")
    assert outcome.code == 1
    lines = outcome.out.splitlines()
    assert "feverr" in lines[0], "red-flag text comes first"
    text = " ".join(lines)
    for words in ("row 3, column pain_max", "row 3, column onset", "row 4", "31.02.2026", "mood", "fever?"):
        assert words in text
    assert "d.csv: 3 rows read" in text


def test_check_of_something_else(cli: Cli, here: Path) -> None:
    (here / "d.csv").write_bytes(b"\x00\x01\x02\xff" * 50)
    assert cli("diary", "check", "d.csv").code == 3
    (here / "empty.csv").write_bytes(b"")
    outcome = cli("diary", "check", "empty.csv")
    assert outcome.code == 3
    assert "empty.csv" in outcome.out


def test_new_writes_nothing_when_no_run_could_be_read(cli: Cli, here: Path) -> None:
    outcome = cli("diary", "new", "mine.csv", "no-such-folder")
    assert outcome.code == 3
    assert "mine.csv was not written: no run could be read in what was named." in outcome.err
    assert not (here / "mine.csv").exists()


def test_a_diary_of_headings_alone_is_no_failure(cli: Cli, here: Path) -> None:
    cli("diary", "new", "mine.csv")
    outcome = cli("diary", "check", "mine.csv")
    assert (outcome.code, outcome.out) == (0, "mine.csv: it has its headings and no row yet.\n")


def test_a_diary_that_lies_here_is_offered_where_none_lies_beside_the_files(cli: Cli, season: Path, here: Path) -> None:
    (here / "diary.csv").write_text("date,pain_max\n2026-11-12,1\n", encoding="utf-8")
    (season / "diary.csv").unlink(missing_ok=True)
    elsewhere = season.rename(here.parent / f"{here.name}-runs")
    out = " ".join(cli("analyze", f"../{elsewhere.name}").out.split())
    assert "--diary diary.csv reads the diary that lies here" in out
