"""`doctor` of several files: which recordings are one run, and what came from where."""

import json
import zipfile
from pathlib import Path

from tests.cli.conftest import Cli


def test_copies_of_a_run_are_named_with_what_came_from_them(cli: Cli, corpus: Path) -> None:
    folder = corpus / "msimms__TestFilesForFitnessApps"
    outcome = cli(
        "doctor", folder / "20210119_run_garmin_fenix6_sapphire.gpx", folder / "20210119_run_garmin_fenix6_sapphire.tcx"
    )
    assert outcome.code == 0
    text = " ".join(outcome.out.split())
    assert "1 run; read from more than one recording: 1 (1 copy)" in text
    assert "20210119_run_garmin_fenix6_sapphire.gpx: same time and track; taken from it: temperature" in text


def test_json_has_every_run_and_every_copy(cli: Cli, corpus: Path) -> None:
    folder = corpus / "aaron-schroeder__heartandsole"
    found = json.loads(cli("doctor", folder, "--json").raw)
    (run,) = found["runs"]
    assert run["path"].endswith("testdata.fit")
    assert [(Path(copy["path"]).name, copy["why"]) for copy in run["copies"]] == [
        ("testdata.tcx", "track"),
        ("testdata.gpx", "track"),
    ]


def test_an_archive_with_runs_is_looked_at_as_a_whole(cli: Cli, sample_data: Path, here: Path) -> None:
    first, second = sorted(sample_data.glob("*.gpx"))[:2]
    with zipfile.ZipFile(here / "x.zip", "w") as archive:
        archive.write(first, "a/one.gpx")
        archive.write(first, "b/again.gpx")
        archive.write(second, "two.gpx")
    found = json.loads(cli("doctor", "x.zip", "--json").raw)
    assert [run["path"] for run in found["runs"]] == ["x.zip/a/one.gpx", "x.zip/two.gpx"]
    assert [problem["reason"] for problem in found["problems"]] == ["duplicate"]


def test_a_reader_or_a_copy_is_of_one_file(cli: Cli, run_file: Path, here: Path) -> None:
    for option in (("--reader", "fitparse"), ("--anonymise", "out.fit")):
        outcome = cli("doctor", run_file, run_file, *option)
        assert outcome.code == 2
        assert option[0] in outcome.err
    assert not (here / "out.fit").exists()
