"""`doctor` of several files: which recordings are one run, and what came from where."""

import json
import zipfile
from pathlib import Path

from tests.cli.conftest import Cli
from tests.formats_archive.made import with_fields, zipped


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


def test_an_archive_on_standard_input_is_looked_at_as_a_whole(cli: Cli, sample_data: Path) -> None:
    first, second = (path.read_bytes() for path in sorted(sample_data.glob("*.gpx"))[:2])
    outcome = cli("doctor", "-", stdin=zipped({"a.gpx": first, "b.gpx": second}))
    assert outcome.code == 0
    assert "2 runs" in outcome.out
    assert cli("doctor", "-", "-").code == 2


def test_byte_identical_copies_are_named(cli: Cli, run_file: Path, here: Path) -> None:
    for name in ("a.fit", "b.fit", "c.fit"):
        (here / name).write_bytes(run_file.read_bytes())
    text = " ".join(cli("doctor", "a.fit", "b.fit", "c.fit").out.split())
    assert "1 run" in text
    assert "none read from more than one recording" not in text
    for name in ("b.fit", "c.fit"):
        assert f"= {name}: the same bytes" in text
    (run,) = json.loads(cli("doctor", "a.fit", "b.fit", "--json").raw)["runs"]
    assert [(copy["path"], copy["why"]) for copy in run["copies"]] == [("b.fit", "bytes")]


class TestAFileInAnArchive:
    """Only what concerns it is said."""

    def test_an_encrypted_file_beside_it_is_no_problem_of_its_own(self, cli: Cli, here: Path, run_file: Path) -> None:
        data = zipped({"ok.fit": run_file.read_bytes(), "secret.fit": b"secret"})
        (here / "x.zip").write_bytes(with_fields(data, flags=1, only="secret.fit"))
        outcome = cli("doctor", "x.zip/ok.fit")
        assert (outcome.code, "encrypted" in outcome.out) == (0, False)

    def test_an_encrypted_one_is_said_to_be_that(self, cli: Cli, here: Path, run_file: Path) -> None:
        data = zipped({"ok.fit": run_file.read_bytes(), "secret.fit": b"secret"})
        (here / "x.zip").write_bytes(with_fields(data, flags=1, only="secret.fit"))
        outcome = cli("doctor", "x.zip/secret.fit")
        text = " ".join(outcome.out.split())
        assert outcome.code == 3
        assert "x.zip/secret.fit: This file is encrypted in its archive." in text
        assert "no such file" not in text

    def test_analyze_says_how_to_come_to_it(self, cli: Cli, here: Path, run_file: Path) -> None:
        (here / "x.zip").write_bytes(zipped({"ok.fit": run_file.read_bytes()}))
        outcome = cli("analyze", "x.zip/ok.fit")
        assert outcome.code == 3
        assert "Name x.zip" in " ".join(outcome.err.split())
        assert "footfall doctor" in outcome.err


def test_a_folder_without_runs_says_what_is_read(cli: Cli, here: Path) -> None:
    (here / "photos").mkdir()
    (here / "photos" / "1.jpg").write_bytes(b"\xff\xd8\xff\xe0 a photo")
    outcome = cli("doctor", "photos")
    assert outcome.code == 3
    assert "No run in what was named. Read are FIT, GPX and TCX" in outcome.out
