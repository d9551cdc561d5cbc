import csv
import io
import json
import shutil
from pathlib import Path

import pytest

import footfall.workflow.batch as work
from tests.cli.conftest import Cli


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


@pytest.fixture
def club(season: Path, here: Path) -> Path:
    """Two runners' folders with their athlete.toml, and a file that is none."""
    club = here / "club"
    for name, path in zip(("kim", "lee"), sorted(season.glob("20*"))[:2], strict=True):
        (club / name).mkdir(parents=True)
        shutil.copy(path, club / name)
        (club / name / "athlete.toml").write_text(f'id = "{name}"\n', encoding="utf-8")
    (club / "lee" / "cut.fit").write_bytes(b"")
    return club


def test_a_table_of_everybody_and_what_became_of_the_files(cli: Cli, club: Path, here: Path) -> None:
    outcome = cli("batch", "club", "-o", "runs.csv", "--jobs", "1", "--log", "log.jsonl")
    assert outcome.code == 1, "an empty file is damaged"
    assert [run["athlete"] for run in table(here / "runs.csv")] == ["kim", "lee"]
    assert "runs.csv: 2 runs of 2 runners." in outcome.out
    assert "5 files: 5 read." in outcome.out
    assert "cut.fit" in outcome.out
    assert "footfall doctor " in outcome.out
    assert "log.jsonl" in outcome.out
    assert len((here / "log.jsonl").read_text(encoding="utf-8").splitlines()) >= 5


def test_what_did_not_change_is_not_read_again(cli: Cli, club: Path, here: Path) -> None:
    words = ("batch", "club", "-o", "runs.jsonl", "--jobs", "1", "--library", "kept")
    first = cli(*words)
    written = (here / "runs.jsonl").read_bytes()
    outcome = cli(*words)
    assert (first.code, outcome.code) == (1, 1)
    assert "5 files: 5 unchanged." in outcome.out
    assert "Nothing has changed" in outcome.err
    assert (here / "runs.jsonl").read_bytes() == written
    assert [json.loads(line)["athlete"] for line in written.splitlines()] == ["kim", "lee"]


def test_a_broken_athlete_file_costs_what_it_says(cli: Cli, club: Path, here: Path) -> None:
    (club / "kim" / "athlete.toml").write_text("body_mass_kg = 7000\n", encoding="utf-8")
    outcome = cli("batch", "club", "-o", "runs.csv", "--jobs", "1")
    assert outcome.code == 1
    assert "athlete file that was not used" in outcome.out
    assert "body_mass_kg must be a number from 20 to 300 kg, not 7000." in outcome.err
    assert len(table(here / "runs.csv")) == 2


def test_shards_are_put_together(cli: Cli, club: Path, here: Path) -> None:
    cli("batch", "club", "-o", "whole.csv", "--jobs", "1")
    for part in ("1/2", "2/2"):
        assert cli("batch", "club", "-o", "runs.csv", "--jobs", "1", "--shard", part).code in {0, 1}
        assert not (here / "runs.csv").exists()
    outcome = cli("batch", "club", "-o", "runs.csv", "--jobs", "1", "--resume")
    assert "5 taken over" in " ".join(outcome.out.split())
    assert (here / "runs.csv").read_bytes() == (here / "whole.csv").read_bytes()


def test_ctrl_c_says_how_to_go_on(cli: Cli, club: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "runs.csv").write_text("athlete,path,id,format,device,sport,sub_sport,start,\n", encoding="utf-8")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(work, "read_new", stopped)
    outcome = cli("batch", "club", "-o", "runs.csv", "--jobs", "1")
    assert outcome.code == 130
    assert "runs.csv is as it was before" in outcome.err
    assert "--resume" in outcome.err
    assert (here / "runs.csv").read_text(encoding="utf-8").startswith("athlete,path,id")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "runs.csv"), "footfall batch my-runs -o runs.csv"),
        (("club",), "-o runs.csv, -o runs.jsonl or -o runs.parquet"),
        (("club", "-o", "-"), "footfall analyze PATH... --csv"),
        (("club", "-o", "runs.txt"), "runs.txt must end in"),
        (("club", "-o", "runs.csv", "--shard", "5/4"), "'5/4'"),
        (("club", "-o", "runs.csv", "--engine", "spark"), "serial, processes, dask"),
        (("club", "-o", "runs.csv", "--jobs", "0"), "--jobs"),
        (("club", "-o", "club/lee/cut.fit.csv", "--log", "club/lee/cut.fit", "--force"), "one of the files that are read"),
    ],
)
def test_what_makes_no_sense_is_usage(cli: Cli, club: Path, here: Path, words: tuple[str, ...], told: str) -> None:
    outcome = cli("batch", *words)
    assert outcome.code == 2
    assert told in outcome.err
    assert not (here / "runs.csv").exists()


def test_what_is_not_named_is_in_the_log(cli: Cli, club: Path) -> None:
    run = next((club / "kim").glob("*.*t"))
    for number in range(6):
        shutil.copy(run, club / "kim" / f"{number}{run.suffix}")
    outcome = cli("batch", "club", "-o", "runs.csv", "--jobs", "1")
    assert "the same command with --log status.jsonl" in outcome.out
    assert "--json" not in outcome.out + outcome.err


def test_nothing_usable_is_said(cli: Cli, here: Path) -> None:
    (here / "empty").mkdir()
    assert cli("batch", "empty", "-o", "runs.csv").code == 3
