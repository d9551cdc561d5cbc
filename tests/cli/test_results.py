import csv
import io
import json
from pathlib import Path

import pytest

from footfall.model.columns import SUMMARY_COLUMNS
from tests.cli.conftest import Cli

TODAY = ("--as-of", "2026-11-16")


def test_analyze_prints_a_summary_of_each_run(cli: Cli, days: list[str]) -> None:
    outcome = cli("analyze", "runs", *TODAY)
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out.startswith("● notice, F4\n"), "a red flag stands before anything else"
    assert f"\n3 runs, {days[0]} to {days[-1]} · diary " in outcome.out
    for day in days:
        assert f"\n{day} " in outcome.out
    assert "Next: footfall report runs" in outcome.out
    assert "\x1b" not in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_json_is_one_object_on_standard_output_and_nothing_else(cli: Cli, days: list[str]) -> None:
    outcome = cli("analyze", "runs", "--json", *TODAY)
    found = json.loads(outcome.raw)
    assert [run["local_date"] for run in found["runs"]] == days
    assert "curve" not in found["runs"][0]
    assert outcome.err == ""
    with_curve = json.loads(cli("analyze", "runs", "--json", "--curve", *TODAY).raw)
    assert len(with_curve["runs"][0]["curve"]["minute"]) > 10


def test_the_same_files_give_the_same_bytes(cli: Cli, season: Path) -> None:
    assert cli("analyze", "runs", "--json", *TODAY).raw == cli("analyze", "runs", "--json", *TODAY).raw


def test_csv_has_a_row_per_run(cli: Cli, season: Path) -> None:
    outcome = cli("analyze", "runs", "--csv", *TODAY)
    table = list(csv.DictReader(io.StringIO(outcome.out)))
    assert list(table[0]) == list(SUMMARY_COLUMNS)
    assert len(table) == 3
    assert b"\r" not in outcome.raw


@pytest.mark.parametrize("how", [("--json",), ("--csv",), ()])
def test_a_failure_is_named_whatever_the_form_and_even_when_quiet(cli: Cli, season: Path, how: tuple[str, ...]) -> None:
    (season / "broken.fit").write_bytes(b"")
    outcome = cli("analyze", "runs", "--quiet", *how, *TODAY)
    assert outcome.code == 1
    assert "broken.fit" in (outcome.err if how else outcome.out)


@pytest.mark.parametrize("how", [("--json",), ("--csv",), ("-o", "out.json")])
def test_a_pressing_red_flag_is_said_whatever_the_form_and_even_when_quiet(
    cli: Cli, season: Path, days: list[str], how: tuple[str, ...]
) -> None:
    (season / "diary.csv").write_text(f"date,red_flags\n{days[-1]},saddle_numbness\n", encoding="utf-8")
    outcome = cli("analyze", "runs", "--quiet", *how, *TODAY)
    assert outcome.code == 0
    assert outcome.err.startswith("EMERGENCY: ")
    assert "emergency department" in outcome.err


def test_an_older_red_flag_is_said_in_whole_sentences_and_speaks_of_no_page(cli: Cli, season: Path, days: list[str]) -> None:
    for today in (days[-1], "2027-01-31"):
        (season / "diary.csv").write_text(f"date,red_flags\n{days[-1]},saddle_numbness\n", encoding="utf-8")
        said = cli("analyze", "runs", "--json", "--as-of", today).err
        assert "Ticked by mistake?" in said
        assert ".." not in said
        assert " page" not in said
        shown = cli("analyze", "runs", "--as-of", today)
        assert ".." not in shown.out
        assert "this page" not in " ".join(shown.out.split())


def test_o_writes_the_result_instead_and_says_where(cli: Cli, season: Path, here: Path) -> None:
    outcome = cli("analyze", "runs", "-o", "out.json", *TODAY)
    assert (outcome.out, outcome.err) == ("", "Written: out.json\n")
    assert json.loads((here / "out.json").read_text(encoding="utf-8"))["format_version"] == 1
    assert cli("analyze", "runs", "-o", "out.json", "--quiet", *TODAY).err == ""
    assert cli("analyze", "runs", "-o", "out.csv", *TODAY).code == 0
    assert (here / "out.csv").read_text(encoding="utf-8").startswith("athlete,path,")
    assert cli("analyze", "runs", "-o", "out.txt", *TODAY).code == 0
    assert (here / "out.txt").read_text(encoding="utf-8").startswith("footfall ")
    assert cli("analyze", "runs", "-o", "out.txt", *TODAY).code == 0
    assert cli("analyze", "runs", "--json", "-o", "-", *TODAY).out.startswith('{"format_version"')


def test_a_file_of_somebody_else_is_kept_and_the_work_not_begun(cli: Cli, season: Path, here: Path) -> None:
    (here / "thesis.json").write_text("{}", encoding="utf-8")
    outcome = cli("analyze", "runs", "-o", "thesis.json", *TODAY)
    assert outcome.code == 2
    assert "thesis.json" in outcome.err
    assert "--force" in outcome.err
    assert (here / "thesis.json").read_text(encoding="utf-8") == "{}"
    assert cli("analyze", "runs", "-o", "thesis.json", "--force", *TODAY).code == 0


def test_report_writes_the_page_and_prints_what_it_found(cli: Cli, season: Path, here: Path) -> None:
    outcome = cli("report", "runs", *TODAY)
    assert outcome.code == 0
    assert "\n3 runs, " in outcome.out
    assert outcome.err == "Written: footfall-report.html. Open it in a browser.\n"
    page = (here / "footfall-report.html").read_text(encoding="utf-8")
    assert "<html" in page
    assert cli("report", "runs", *TODAY).code == 0, "a page of ours is replaced without a word"
    assert cli("report", "runs", "-o", "deep/er/page.html", *TODAY).code == 0
    assert (here / "deep" / "er" / "page.html").is_file()


def test_report_to_standard_output_is_the_page_alone(cli: Cli, season: Path, here: Path) -> None:
    outcome = cli("report", "runs", "-o", "-", *TODAY)
    assert outcome.out.startswith("<!doctype html>")
    assert outcome.out.rstrip().endswith("</html>")
    assert list(here.glob("*.html")) == []


@pytest.mark.parametrize("how", [("--json",), ("--format", "json"), ("-o", "r.json")])
def test_report_as_json_is_the_same_object_and_writes_no_page(cli: Cli, season: Path, here: Path, how: tuple[str, ...]) -> None:
    outcome = cli("report", "runs", *how, *TODAY)
    text = outcome.out if "-o" not in how else (here / "r.json").read_text(encoding="utf-8")
    assert text == cli("analyze", "runs", "--json", *TODAY).out
    assert list(here.glob("*.html")) == []


@pytest.mark.parametrize("how", [("--format", "md"), ("-o", "r.md"), ("--format", "svg"), ("-o", "r.svg")])
def test_report_as_a_document_is_that_alone_and_writes_no_page(cli: Cli, season: Path, here: Path, how: tuple[str, ...]) -> None:
    outcome = cli("report", "runs", *how, *TODAY)
    text = outcome.out if "-o" not in how else (here / how[1]).read_text(encoding="utf-8")
    assert outcome.code == 0
    begins, holds = ("<!-- footfall ", "\n## Findings\n") if how[1].endswith("md") else ("<?xml ", ">Findings</text>")
    assert text.startswith(begins)
    assert holds in text
    assert list(here.glob("*.html")) == []
    assert cli("report", "runs", *how, *TODAY).code == 0, "a document of ours is replaced without a word"


def test_a_document_of_nothing_is_not_written(cli: Cli, here: Path) -> None:
    (here / "nothing").mkdir()
    outcome = cli("report", "nothing", "-o", "r.md", *TODAY)
    assert outcome.code == 3
    assert "There is no file in what was named." in outcome.err
    assert not (here / "r.md").exists()


def test_report_without_a_diary_says_in_one_line_how_to_start_one(cli: Cli, season: Path) -> None:
    (season / "diary.csv").unlink()
    outcome = cli("report", "runs", *TODAY)
    assert outcome.code == 0
    assert "Next: footfall diary new runs/diary.csv runs starts a pain diary" in outcome.out


def test_since_and_until_choose_what_is_shown(cli: Cli, days: list[str]) -> None:
    found = json.loads(cli("analyze", "runs", "--json", "--since", days[1], "--until", days[1], *TODAY).raw)
    assert [run["local_date"] for run in found["runs"]] == [days[1]]


def test_settings_reach_the_result(cli: Cli, season: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (season / "footfall.toml").write_text('load_model = "clinic"\nas_of = 2026-12-24\n', encoding="utf-8")
    (season / "athlete.toml").write_text('name = "Kim"\nbody_mass_kg = 61\n', encoding="utf-8")
    found = json.loads(cli("analyze", "runs", "--json").raw)
    assert found["tool"]["load_model"] == "clinic"
    assert found["as_of"] == "2026-12-24"
    assert found["athlete"] == {"id": "runs", "name": "Kim", "body_mass_kg": 61, "height_m": None}
    monkeypatch.setenv("FOOTFALL_LOAD_MODEL", "ground-force")
    assert json.loads(cli("analyze", "runs", "--json").raw)["tool"]["load_model"] == "ground-force"
    found = json.loads(cli("analyze", "runs", "--json", "--load-model", "clinic", "--timezone", "Asia/Tokyo").raw)
    assert found["tool"]["load_model"] == "clinic"
    assert {(run["utc_offset_s"], run["offset_source"]) for run in found["runs"]} == {(32400, "flag")}


def test_quiet_in_a_file_can_be_undone_by_a_flag(cli: Cli, season: Path) -> None:
    (season / "footfall.toml").write_text("quiet = true\n", encoding="utf-8")
    assert cli("analyze", "runs", "-o", "a.json", *TODAY).err == ""
    assert cli("analyze", "runs", "-o", "a.json", "--no-quiet", *TODAY).err == "Written: a.json\n"


def test_a_run_on_standard_input(cli: Cli, run_file: Path) -> None:
    found = json.loads(cli("analyze", "-", "--json", *TODAY, stdin=run_file.read_bytes()).raw)
    assert [run["files"][0]["path"] for run in found["runs"]] == ["-"]
    outcome = cli("analyze", "-", stdin=b"")
    assert outcome.code == 3


@pytest.mark.parametrize("between", ["\n", "\r\n", "\0"])
def test_paths_from_a_list(cli: Cli, season: Path, here: Path, between: str) -> None:
    names = [f"runs/{path.name}" for path in sorted(season.glob("20*"))]
    listed = between.join([*names, ""]).encode()
    (here / "list.txt").write_bytes(b"\xef\xbb\xbf" + listed)
    from_stdin = json.loads(cli("analyze", "--files-from", "-", "--json", *TODAY, stdin=listed).raw)
    from_file = json.loads(cli("analyze", "--files-from", "list.txt", "--json", *TODAY).raw)
    assert [run["files"][0]["path"] for run in from_stdin["runs"]] == names
    assert from_file == from_stdin
    assert from_stdin["diary"] is not None, "the first file of a list tells where the diary lies"


def test_an_empty_list_is_an_empty_answer(cli: Cli) -> None:
    outcome = cli("analyze", "--files-from", "-", stdin=b"\n")
    assert outcome.code == 3
    assert "There is no file" in outcome.err


def test_a_run_of_which_only_the_length_is_known_is_shown_with_what_is_not(cli: Cli, here: Path) -> None:
    (here / "log.csv").write_text("date,moving_min\n2026-05-03,45\n", encoding="utf-8")
    outcome = cli("analyze", "log.csv")
    assert outcome.code == 0
    assert "45:00 on the timer: ? running, ? walking" in outcome.out
