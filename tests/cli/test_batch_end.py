"""What a batch says at its end, where, and with which exit code."""

import shlex
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

BATCH = ("batch", "club", "-o", "runs.csv", "--engine", "serial")


@pytest.fixture
def club(season: Path, here: Path) -> Path:
    """Two runs of one runner."""
    folder = here / "club"
    folder.mkdir()
    for path in sorted(season.glob("20*"))[:2]:
        shutil.copy(path, folder)
    return folder


def test_all_is_well(cli: Cli, club: Path) -> None:
    outcome = cli(*BATCH)
    assert (outcome.code, outcome.out, outcome.err) == (0, "runs.csv: 2 runs of 1 runner.\n2 files: 2 read.\n", "")


def test_quiet_says_nothing_but_failures(cli: Cli, club: Path) -> None:
    assert cli(*BATCH, "--quiet").err == ""
    (club / "cut.fit").touch()
    outcome = cli(*BATCH, "--quiet")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "footfall: club/cut.fit: This file is empty. Export it again from the watch or the account.\n"


def test_failures_are_named_with_their_sentences_and_the_table_counts_them(cli: Cli, club: Path) -> None:
    for number in range(23):
        (club / f"cut-{number:02}.fit").touch()
    outcome = cli(*BATCH)
    assert outcome.code == 1
    assert outcome.err.count("This file is empty") == 20
    assert outcome.err.endswith("and 3 more; --log status.jsonl names every one\n")
    assert "     23  damaged" in outcome.out
    assert "This file is empty" not in outcome.out
    logged = cli(*BATCH, "--log", "club.jsonl")
    assert logged.err.endswith("and 3 more; club.jsonl names every one\n")
    assert logged.out.endswith("Every file by name: club.jsonl\n")


def test_the_command_that_is_shown_can_be_run(cli: Cli, club: Path) -> None:
    (club / "cut at noon.fit").touch()
    command = next(line for line in cli(*BATCH).out.splitlines() if "footfall doctor" in line)
    outcome = cli(*shlex.split(command)[1:])
    assert outcome.code == 3
    assert "This file is empty" in outcome.out


def test_a_file_in_an_archive_can_be_asked_for(cli: Cli, club: Path) -> None:
    import zipfile

    with zipfile.ZipFile(club / "export.zip", "w") as archive:
        archive.writestr("activities/1.fit", b"")
    command = next(line for line in cli(*BATCH).out.splitlines() if "footfall doctor" in line)
    assert command == "  footfall doctor club/export.zip/activities/1.fit"
    assert "This file is empty" in cli(*shlex.split(command)[1:]).out


def test_a_name_like_an_option_is_shown_as_a_path(cli: Cli, club: Path, here: Path) -> None:
    (here / "-x.fit").touch()
    (here / "list.txt").write_text("club\n-x.fit\n", encoding="utf-8")
    outcome = cli("batch", "--files-from", "list.txt", "-o", "runs.csv", "--engine", "serial")
    assert "  footfall doctor ./-x.fit\n" in outcome.out


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_that_moves_the_cursor_does_not_and_is_in_no_command(cli: Cli, club: Path) -> None:
    (club / "\x1b[2Jcut\x07.fit").touch()
    outcome = cli(*BATCH)
    assert outcome.code == 1
    assert "\x1b" not in outcome.out + outcome.err
    assert "\x07" not in outcome.out + outcome.err
    assert "footfall doctor" not in outcome.out


def test_what_is_not_there_is_no_case_for_the_doctor(cli: Cli, club: Path) -> None:
    outcome = cli("batch", "club", "gone.fit", "-o", "runs.csv", "--engine", "serial")
    assert outcome.code == 1
    assert "not found" in outcome.out
    assert "footfall doctor" not in outcome.out


@pytest.mark.parametrize(
    ("name", "said"), [(None, "There is no file in what was named."), ("cut.fit", "No run to work with in what was named.")]
)
def test_nothing_usable_is_said_as_everywhere(cli: Cli, here: Path, name: str | None, said: str) -> None:
    (here / "club").mkdir()
    if name is not None:
        (here / "club" / name).touch()
    outcome = cli(*BATCH)
    assert outcome.code == 3
    assert outcome.out.startswith("runs.csv: no run.\n")
    assert outcome.err.endswith(f"footfall: {said}\n")


def test_photos_alone_are_told_from_an_empty_folder(cli: Cli, here: Path) -> None:
    (here / "club").mkdir()
    (here / "club" / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    outcome = cli(*BATCH)
    assert outcome.code == 3
    assert "1 file in what was named, and none is a run file" in outcome.err


def test_a_shard_says_what_to_run_when_all_are_done(cli: Cli, club: Path) -> None:
    outcome = cli(*BATCH, "--shard", "1/1")
    assert outcome.code == 0
    assert outcome.out == "2 files: 2 read.\n"
    assert outcome.err.endswith("put them together: the same command without --shard, with --resume.\n")
    assert cli(*BATCH, "--resume").out.endswith("2 files: 2 taken over from an earlier batch or a shard.\n")


def test_a_shard_speaks_of_files_as_the_whole_batch_does(cli: Cli, club: Path) -> None:
    (club / "athlete.toml").write_text('id = "kim"\n', encoding="utf-8")
    (club / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    shard, whole = cli(*BATCH, "--shard", "1/1").out, cli(*BATCH).out
    assert "other file in the folders and archives" in shard
    assert shard == whole.partition("\n")[2]
