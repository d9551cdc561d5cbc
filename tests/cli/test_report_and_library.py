"""The report and the library: what was read once is not read again, and all of it can be reported on without naming a path."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from footfall.findings.finding import Findings
from footfall.findings.rule import Rule, check
from footfall.history.history import History
from tests.cli.conftest import Cli, Outcome
from tests.workflow.test_one_run import gpx, written

TODAY = ("--as-of", "2026-11-16")
ADA = 'id = "ada"\nname = "Ada"\nbody_mass_kg = 60\ntimezone = "Europe/Lisbon"\n'


@dataclass(frozen=True)
class Kept:
    """`footfall report --json` with a library of the test's own."""

    cli: Cli
    library: Path

    def __call__(self, *words: str | Path) -> Outcome:
        return self.cli("report", *words, *TODAY, "--json", "--library", self.library)


@pytest.fixture
def report(cli: Cli, tmp_path: Path) -> Kept:
    return Kept(cli, tmp_path / "kept")


def runs(ran: Outcome) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(ran.out)["runs"]
    return found


def without_paths(ran: Outcome) -> object:
    document = json.loads(ran.out)
    del document["counts"]  # settings and the diary lie among the paths, and are no runs that are kept
    for run in document["runs"]:
        for file in run["files"]:
            file["path"] = Path(file["path"]).name
    for problem in document["problems"]:
        problem["path"] = Path(problem["path"]).name
    return document


@pytest.fixture
def season(tmp_path: Path) -> Path:
    folder = written(tmp_path / "ada", {"a.gpx": gpx(), "b.gpx": gpx(minutes=35, beats=140), "athlete.toml": ADA})
    (folder / "diary.csv").write_text("date,pain_max,onset\n2026-05-03,4,17\n", encoding="utf-8")
    return folder


def test_a_report_without_paths_is_that_of_the_paths_before(season: Path, report: Kept) -> None:
    first = report(season)
    again = report()
    assert first.code == again.code == 0, again.err
    assert without_paths(again) == without_paths(first)
    assert runs(again)[0]["pain"] is not None


def test_it_is_the_same_when_the_files_have_gone(season: Path, tmp_path: Path, report: Kept) -> None:
    first = report(season)
    shutil.rmtree(season)
    assert without_paths(report()) == without_paths(first)


def test_a_report_of_paths_speaks_of_those_alone(season: Path, tmp_path: Path, report: Kept) -> None:
    report(season)
    other = written(tmp_path / "ada" / "new", {"c.gpx": gpx(north_m=50_000, minutes=20)})
    assert len(runs(report(other / "c.gpx"))) == 1


def test_several_runners_are_asked_for(season: Path, tmp_path: Path, report: Kept) -> None:
    other = written(tmp_path / "ben", {"c.gpx": gpx(minutes=20)})
    report(season)
    report(other)
    ran = report()
    assert ran.code == 2
    assert "ada" in ran.err
    assert "--athlete" in ran.err
    assert len(runs(report("--athlete", "ada"))) == 1
    assert report("--athlete", "eve").code == 2


def test_an_empty_library_says_how_to_begin(report: Kept) -> None:
    ran = report()
    assert ran.code == 2
    assert "footfall report my-runs" in ran.err


def test_none_keeps_nothing_and_asks_for_paths(season: Path, tmp_path: Path, cli: Cli) -> None:
    ran = cli("report", season, *TODAY, "--json", "--library", "none")
    assert ran.code == 0
    assert not (tmp_path / "kept").exists()
    assert cli("report", *TODAY, "--library", "none").code == 2


def test_a_library_that_cannot_be_used_costs_nothing_but_itself(season: Path, tmp_path: Path, report: Kept) -> None:
    (tmp_path / "kept").write_text("a file where a folder should be", encoding="utf-8")
    ran = report(season)
    assert ran.code == 0
    assert len(runs(ran)) == 1
    assert "nothing of it was kept" in ran.err


def test_a_changed_file_is_read_again(season: Path, tmp_path: Path, report: Kept) -> None:
    report(season)
    written(season, {"a.gpx": gpx(minutes=50), "b.gpx": gpx(minutes=50, beats=140)})
    assert runs(report(season))[0]["timer_s"] == 3000


def test_rows_of_a_diary_take_the_place_of_its_former_rows(season: Path, tmp_path: Path, report: Kept) -> None:
    report(season)
    (season / "diary.csv").write_text("date,pain_max,onset\n2026-05-03,7,12\n", encoding="utf-8")
    report(season)
    (season / "diary.csv").unlink()
    (run,) = runs(report())
    pain = run["pain"]
    assert isinstance(pain, dict)
    assert (pain["max"], pain["onset_min"]) == (7, 12)


def test_a_diary_that_has_become_unreadable_takes_no_words_away(season: Path, tmp_path: Path, report: Kept) -> None:
    report(season)
    (season / "diary.csv").write_bytes(b"\x00\x01\x02")
    report(season)
    (season / "diary.csv").unlink()
    (run,) = runs(report())
    assert run["pain"] is not None


def test_a_path_that_leads_nowhere_leaves_nobody_in_the_library(season: Path, report: Kept) -> None:
    report(season)
    report(season.parent / "nobody" / "nosuch.fit")
    assert report().code == 0  # nobody has to say who is meant


def test_the_password_of_a_url_is_not_kept(report: Kept) -> None:
    pytest.importorskip("fsspec", reason="the extra [cluster] is not installed")
    report("memory://user:s3cret@host/run.fit")
    assert all(b"s3cret" not in file.read_bytes() for file in report.library.iterdir())


def test_a_walk_that_was_asked_for_once_is_no_run_when_its_file_has_gone(tmp_path: Path, report: Kept) -> None:
    folder = written(tmp_path / "ada", {"walk.gpx": gpx(sport="walking", speed_m_s=1.4)})
    assert len(runs(report(folder, "--include", "walk"))) == 1
    shutil.rmtree(folder)
    ran = report()
    assert not runs(ran)
    assert [one["reason"] for one in json.loads(ran.out)["problems"]] == ["unreadable"]
    assert len(runs(report("--include", "walk"))) == 1


def test_rules_are_not_asked_again_about_the_same(season: Path, report: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    first = report(season)

    def never(*_: object) -> None:
        raise AssertionError("they were asked the same before")

    monkeypatch.setattr("footfall.workflow.kept_findings.check", never)
    assert report(season).raw == first.raw
    assert without_paths(report()) == without_paths(first)


@pytest.mark.parametrize("changed", ["date,pain_max,onset\n2026-05-03,4,18\n", "date,pain_max,onset,note\n2026-05-03,4,17,x\n"])
def test_a_changed_row_is_seen_by_the_rules(season: Path, report: Kept, changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report(season)
    (season / "diary.csv").write_text(changed, encoding="utf-8")
    asked: list[object] = []

    def seen(history: History, rules: Iterable[Rule]) -> Findings:
        asked.append(history)
        return check(history, rules)

    monkeypatch.setattr("footfall.workflow.kept_findings.check", seen)
    report(season)
    assert len(asked) == 1
