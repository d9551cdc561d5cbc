"""The sample in tests/formats/samples and the generator of whole exports: the same today as yesterday."""

import io
import zipfile
from collections import Counter

from footfall.errors import UnknownFormatError
from footfall.formats import HEAD_BYTES, read_bytes, wants_stream
from footfall.metrics.runs import runs_of
from sampledata.exports.apple import AppleSize, apple_export
from sampledata.exports.strava_table import Language
from tests.formats_apple.sample import PLACE, sample

SMALL = AppleSize(runs=1, treadmill=1, unlisted=1, twice=1, rides=1, walks=1, everyday=20)


def test_the_sample_is_what_its_module_makes() -> None:
    assert PLACE.read_bytes() == sample()


def test_the_same_seed_gives_the_same_export() -> None:
    assert apple_export(3, Language.GERMAN, SMALL) == apple_export(3, Language.GERMAN, SMALL)
    assert apple_export(3, Language.GERMAN, SMALL)[0] != apple_export(4, Language.GERMAN, SMALL)[0]


def test_an_export_holds_what_real_ones_do() -> None:
    data, truth = apple_export(5, Language.FRENCH, SMALL)
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    assert "apple_health_export/exporter.xml" in names
    assert Counter(name.rpartition(".")[2] for name in names) == {"xml": 2, "gpx": 4, "csv": 1, "json": 1}
    export = archive.read("apple_health_export/exporter.xml")
    steps = [line for line in export.decode().splitlines() if "StepCount" in line and "<Record" in line]
    assert len({line.partition('sourceName="')[2].partition('"')[0] for line in steps}) == 6
    assert [len(truth.runs), truth.others, truth.manual] == [3, {"cycling": 1, "walking": 1}, 1]
    assert not wants_stream(archive.read("apple_health_export/export_cda.xml")[:HEAD_BYTES])


def test_the_clinical_twin_is_no_run_file() -> None:
    data, _ = apple_export(5, size=SMALL)
    cda = zipfile.ZipFile(io.BytesIO(data)).read("apple_health_export/export_cda.xml")
    try:
        read_bytes(cda, "export_cda.xml")
    except UnknownFormatError:
        return
    raise AssertionError("it was taken for a run file")


def test_routes_are_runs_by_their_speed_until_their_workout_tells() -> None:
    data, truth = apple_export(5, size=SMALL)
    archive = zipfile.ZipFile(io.BytesIO(data))
    planted = {member for run in truth.runs for member in run.members}
    for name in archive.namelist():
        if not name.endswith(".gpx"):
            continue
        (recording,) = read_bytes(archive.read(name), name)
        runs, _ = runs_of(recording)
        assert recording.source.producer == "Apple Health Export"
        assert not recording.sessions
        if name in planted:
            assert [run.sport for run in runs] == ["running"], name
