"""What is read is never written over, whatever is asked for."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.formats_archive.made import zipped


@pytest.fixture
def mine(here: Path, run_file: Path) -> Path:
    """A folder with a run, a link to one that lies elsewhere, a diary and an athlete."""
    folder = here / "runs"
    folder.mkdir()
    shutil.copy(run_file, folder / "a.fit")
    shutil.copy(run_file, here / "elsewhere.fit")
    (folder / "b.fit").symlink_to(here / "elsewhere.fit")
    (folder / "x.zip").write_bytes(zipped({"in.fit": run_file.read_bytes()}))
    (folder / "diary.csv").write_text("date,pain_max\n2026-05-01,2\n", encoding="utf-8")
    (folder / "athlete.toml").write_text("body_mass_kg = 70\n", encoding="utf-8")
    (here / "list.txt").write_text("runs/a.fit\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "args",
    [
        ("doctor", "runs/a.fit", "--anonymise", "runs/a.fit"),
        ("doctor", "runs/x.zip/in.fit", "--anonymise", "runs/x.zip"),
        ("analyze", "runs/a.fit", "--csv", "-o", "runs/a.fit"),
        ("analyze", "runs/a.fit", "-o", "./runs/../runs/a.fit"),
        ("analyze", "runs", "--json", "-o", "runs/a.fit"),
        ("analyze", "runs", "--json", "-o", "elsewhere.fit"),
        ("analyze", "runs/a.fit", "-o", "runs/diary.csv"),
        ("analyze", "runs/a.fit", "-o", "runs/athlete.toml"),
        ("analyze", "--files-from", "list.txt", "-o", "list.txt"),
        ("report", "runs", "-o", "runs/x.zip"),
        ("report", "runs/a.fit", "--diary", "runs/diary.csv", "-o", "runs/diary.csv"),
    ],
    ids=" ".join,
)
def test_a_result_does_not_take_the_place_of_an_input(cli: Cli, here: Path, mine: Path, args: tuple[str, ...]) -> None:
    files = [path for path in here.rglob("*") if path.is_file()]
    before = [path.read_bytes() for path in files]
    outcome = cli(*args, "--force")
    assert outcome.code == 2
    assert "is one of the files that are read here" in outcome.err
    assert [path.read_bytes() for path in files] == before


def test_an_earlier_result_beside_the_runs_is_replaced(cli: Cli, mine: Path) -> None:
    for _ in range(2):
        assert cli("analyze", "runs", "--csv", "-o", "runs/all.csv", "--force").code == 0
        assert cli("report", "runs", "-o", "runs/page.html").code == 0


def test_rows_of_a_diary_are_not_put_into_a_run_log(cli: Cli, here: Path, mine: Path) -> None:
    text = "date,start,distance_km,moving_min\n2026-05-03,07:30,8,45\n"
    (mine / "log.csv").write_text(text, encoding="utf-8")
    outcome = cli("diary", "new", "runs/log.csv", "runs")
    assert outcome.code == 2
    assert "holds runs and nothing about pain" in outcome.err
    assert (mine / "log.csv").read_text(encoding="utf-8") == text


def test_a_link_that_leads_back_to_itself_is_named(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "one").symlink_to("two")
    (here / "two").symlink_to("one")
    for args in (("analyze", "one"), ("report", "one"), ("doctor", "one")):
        outcome = cli(*args)
        assert outcome.code == 3
        assert "leads back to itself" in " ".join((outcome.out + outcome.err).split())
    for args in (
        ("analyze", run_file, "-o", "one"),
        ("doctor", run_file, "--anonymise", "one"),
        ("diary", "new", "one", run_file),
    ):
        outcome = cli(*args)
        assert outcome.code == 2
        assert "leads back to itself" in outcome.err
    assert (here / "one").is_symlink()
