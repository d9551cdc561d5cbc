"""Whole exports on the command line: what is read, what is said, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.formats_archive.made import tarred, with_fields, zipped


@pytest.fixture
def run(run_file: Path) -> bytes:
    return run_file.read_bytes()


def test_photos_in_an_archive_are_counted_and_no_failure(cli: Cli, here: Path, run: bytes) -> None:
    (here / "x.zip").write_bytes(zipped({"runs/1.fit": run, "media/1.jpg": b"\xff\xd8\xff\xe0", "a.json": b"{}"}))
    outcome = cli("analyze", "x.zip")
    assert outcome.code == 0
    assert "2 other files in the folders and archives" in outcome.out


def test_an_archive_gives_the_same_run_as_its_file_and_keeps_its_path(cli: Cli, here: Path, run: bytes) -> None:
    (here / "1.fit").write_bytes(run)
    (here / "x.tgz").write_bytes(tarred({"in.zip": zipped({"1.fit": run})}, "w:gz"))
    (alone,) = json.loads(cli("analyze", "1.fit", "--json").raw)["runs"]
    (packed,) = json.loads(cli("analyze", "x.tgz", "--json").raw)["runs"]
    assert packed["files"][0]["path"] == "x.tgz/in.zip/1.fit"
    assert {**packed, "files": None} == {**alone, "files": None}


def test_the_same_run_in_a_folder_and_an_archive_counts_once(cli: Cli, here: Path, run: bytes) -> None:
    (here / "1.fit").write_bytes(run)
    (here / "x.zip").write_bytes(zipped({"1.fit": run}))
    found = json.loads(cli("analyze", ".", "--json").raw)
    assert len(found["runs"]) == 1
    assert [problem["reason"] for problem in found["problems"]] == ["duplicate"]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (lambda run: with_fields(zipped({"1.fit": run, "2.fit": run}), flags=1, only="2"), 1, "1 file"),
        (lambda run: with_fields(zipped({"1.fit": run}), flags=1), 3, "This archive is encrypted"),
        (lambda run: zipped({"1.fit": run, "2.fit": run[:50]}), 1, "damaged"),
        (lambda run: zipped({"1.fit": run, "2.fit": b""}), 1, "This file is empty"),
        (lambda run: zipped({"1.fit": run, "2.fit": run})[:-30], 0, ""),
        (lambda run: zipped({}), 3, "There is no file"),
        (lambda run: zipped({"1.jpg": b"\xff\xd8\xff\xe0"}), 3, "1 file"),
        (lambda run: b"PK\x03\x04" + bytes(200), 3, "This archive is damaged"),
    ],
    ids=["partly encrypted", "encrypted", "a damaged file", "an empty file", "cut off", "empty", "a photo", "damaged"],
)
def test_how_archives_end(cli: Cli, here: Path, run: bytes, data: object, code: int, words: str) -> None:
    (here / "x.zip").write_bytes(data(run))  # type: ignore[operator]
    outcome = cli("analyze", "x.zip")
    assert outcome.code == code
    assert words in " ".join((outcome.out + outcome.err).split())


def test_an_archive_on_standard_input(here: Path, run: bytes) -> None:
    command = [sys.executable, "-m", "footfall", "analyze", "-", "--json"]
    done = subprocess.run(command, input=zipped({"1.fit": run}), capture_output=True, check=True, cwd=here)
    (found,) = json.loads(done.stdout)["runs"]
    assert found["files"][0]["path"] == "-/1.fit"


def test_settings_and_diaries_in_an_archive_are_no_runs(cli: Cli, here: Path, run: bytes) -> None:
    diary = b"date,pain_max\n2026-05-03,2\n"
    (here / "x.zip").write_bytes(zipped({"1.fit": run, "diary.csv": diary, "athlete.toml": b"id = 'sam'"}))
    outcome = cli("analyze", "x.zip", "--json")
    assert outcome.code == 0
    assert {problem["reason"] for problem in json.loads(outcome.raw)["problems"]} <= {"not-a-run-file"}


def test_an_archive_of_one_file_is_that_file(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "x.zip").write_bytes(zipped({"run.fit": run_file.read_bytes()}))
    found = json.loads(cli("doctor", "x.zip", "--json").raw)
    assert found["path"] == "x.zip/run.fit"
    assert found["recordings"] == json.loads(cli("doctor", run_file, "--json").raw)["recordings"]


def test_an_archive_of_many_files_says_how_one_is_named_and_that_can_be_done(cli: Cli, here: Path, run_file: Path) -> None:
    inner = zipped({"run.fit": run_file.read_bytes(), "b.bin": bytes(range(256))})
    (here / "x.zip").write_bytes(zipped({"in.zip": inner}))
    outcome = cli("doctor", "x.zip")
    assert outcome.code == 0
    assert "name it: footfall doctor x.zip/in.zip/run.fit" in " ".join(outcome.out.split())
    assert cli("doctor", "x.zip/in.zip/b.bin").code == 3
    assert cli("doctor", "x.zip/in.zip/run.fit").code == 0


def test_a_member_that_is_not_there_is_not_there(cli: Cli, here: Path, run_file: Path) -> None:
    (here / "x.zip").write_bytes(zipped({"run.fit": run_file.read_bytes(), "2.fit": b"2"}))
    (here / "y.zip").write_bytes(zipped({"run.fit": run_file.read_bytes()}))
    assert cli("doctor", "y.zip/other.fit").code == 3
    outcome = cli("doctor", "x.zip/other.fit")
    assert outcome.code == 3
    assert "no such file in the archive, which holds 2 files, x.zip/2.fit for one" in " ".join(outcome.out.split())


@pytest.mark.parametrize("reader", ["auto", "fitparse"])
def test_a_foreign_archive_is_named_and_no_matter_of_the_reader(cli: Cli, here: Path, reader: str) -> None:
    (here / "x.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(99))
    outcome = cli("doctor", "x.7z", "--reader", reader)
    assert outcome.code == 3
    assert "This is a 7z archive" in " ".join(outcome.out.split())
