"""`doctor --anonymise`: a copy for a bug report."""

import json
from pathlib import Path

from tests.cli.conftest import Cli


def test_an_anonymous_copy_is_written_beside_the_page_and_tells_what_it_did(cli: Cli, sample_data: Path, here: Path) -> None:
    run_file = next(iter(sorted(sample_data.glob("*-hills.fit"))))
    outcome = cli("doctor", run_file, "--anonymise", "copy.fit")
    assert outcome.code == 0
    assert "moved to the middle of the Atlantic" in outcome.err
    assert "1 January 2001" in outcome.err
    told = json.loads(cli("doctor", "copy.fit", "--json").raw)["recordings"][0]
    original = json.loads(cli("doctor", run_file, "--json").raw)["recordings"][0]
    assert told["start"].startswith("2001-01-01T")
    assert told["start"][11:] == original["start"][11:]
    assert (told["columns"], told["laps"]) == (original["columns"], original["laps"])


def test_an_anonymous_copy_never_replaces_somebodys_file_unasked(cli: Cli, run_file: Path, here: Path) -> None:
    (here / "mine.fit").write_bytes(b"mine")
    assert cli("doctor", run_file, "--anonymise", "mine.fit").code == 2
    assert (here / "mine.fit").read_bytes() == b"mine"
    assert cli("doctor", run_file, "--anonymise", "mine.fit", "--force").code == 0
    assert (here / "mine.fit").read_bytes() != b"mine"


def test_what_cannot_be_made_anonymous_is_refused_and_nothing_is_written(cli: Cli, sample_data: Path, here: Path) -> None:
    gpx = next(iter(sorted(sample_data.glob("*.gpx"))))
    outcome = cli("doctor", gpx, "--anonymise", "copy.fit")
    assert outcome.code == 2
    assert "No copy of" in outcome.err
    assert cli("doctor", here, "--anonymise", "copy.fit").code == 2
    assert not (here / "copy.fit").exists()


def test_standard_input_is_read_once_for_copy_and_page(cli: Cli, run_file: Path, here: Path) -> None:
    outcome = cli("doctor", "-", "--anonymise", "copy.fit", stdin=run_file.read_bytes())
    assert outcome.code == 0
    assert "Run: running" in outcome.out
    cli("doctor", run_file, "--anonymise", "other.fit")
    assert (here / "copy.fit").read_bytes() == (here / "other.fit").read_bytes()


def test_a_copy_to_standard_output_is_refused_and_makes_no_file_of_that_name(cli: Cli, run_file: Path, here: Path) -> None:
    outcome = cli("doctor", run_file, "--anonymise", "-")
    assert outcome.code == 2
    assert "Name a file" in outcome.err
    assert not list(here.iterdir())
