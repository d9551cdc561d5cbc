"""Every value of every real GPX file equals what gpxpy makes of it."""

from pathlib import Path
from xml.etree import ElementTree

import gpxpy
import lxml.etree
import numpy as np
import pytest
from gpxpy.gpx import GPXException, GPXTrackPoint

from footfall.errors import RunFileError
from footfall.formats import read_bytes
from footfall.formats.decoder import Reader
from footfall.model.run import Decoded
from tests.formats_xml.made import assert_same_columns, gpx, read_one, trkpt

READ_BY_BOTH = {
    "aaron-schroeder__heartandsole/testdata.gpx": 46,
    "corriporai__runpandas/nike_run.gpx": 727,
    "msimms__TestFilesForFitnessApps/20180831_beach_run_runkeeper.gpx": 626,
    "msimms__TestFilesForFitnessApps/20210119_run_garmin_fenix6_sapphire.gpx": 1232,
    "tkrajina__gpxpy/track-with-empty-segment.gpx": 9,
}
NOT_COMPARED = {
    "gpxstudio__gpx.studio/with_power_2.gpx": "gpxpy declines a prefix that is not declared; to us it has no times",
    "mshroyer__coursepointer/invalid_bad_xml.gpx": "no XML",
    "mshroyer__coursepointer/invalid_empty.gpx": "empty",
    "tkrajina__gpxpy/cerknicko-without-times.gpx": "no times, so no recording of ours",
    "tkrajina__gpxpy/route.gpx": "a route, so no recording of ours",
}
EXTENSIONS = {"hr": "heart_rate_bpm", "cad": "cadence_per_min", "atemp": "temperature_c"}


@pytest.mark.parametrize(("name", "count"), READ_BY_BOTH.items())
def test_values_equal_gpxpys_on_real_files(corpus: Path, name: str, count: int) -> None:
    data = (corpus / name).read_bytes()
    (ours,) = read_bytes(data, name)
    points = _points(data)
    assert len(points) == len(ours.columns["time_s"]) == count
    assert ours.source.reader == "footfall"
    _assert_equal_to_gpxpy(ours, points)


def test_every_real_file_is_compared_or_told_why_not(corpus: Path) -> None:
    found = {path.relative_to(corpus).as_posix() for path in corpus.rglob("*.gpx")}
    assert found == {*READ_BY_BOTH, *NOT_COMPARED}


@pytest.mark.parametrize("name", NOT_COMPARED)
def test_what_is_not_compared_cannot_be(corpus: Path, name: str) -> None:
    with pytest.raises((RunFileError, GPXException)):
        _both((corpus / name).read_bytes())


def test_values_equal_gpxpys_on_the_sample_season(sample_data: Path) -> None:
    paths = sorted(sample_data.glob("*.gpx"))
    assert paths
    for path in paths:
        data = path.read_bytes()
        (ours,) = read_bytes(data, path.name)
        _assert_equal_to_gpxpy(ours, _points(data))


@pytest.mark.parametrize("name", READ_BY_BOTH)
def test_the_fallback_gives_the_same_recording(corpus: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    (ours,), (theirs,) = read_bytes(data, name), read_bytes(data, name, Reader.GPXPY)
    assert theirs.source.reader == "gpxpy"
    assert_same_columns(ours, theirs)
    assert ours.breaks.edges.tolist() == theirs.breaks.edges.tolist()
    assert (ours.source.producer, ours.source.name, ours.sessions) == (
        theirs.source.producer,
        theirs.source.name,
        theirs.sessions,
    )


def _both(data: bytes) -> tuple[object, object]:
    return read_bytes(data, "real"), _points(data)


def _points(data: bytes) -> list[GPXTrackPoint]:
    document = gpxpy.parse(data.decode("utf-8"))
    return [point for track in document.tracks for segment in track.segments for point in segment.points]


def _assert_equal_to_gpxpy(ours: Decoded, points: list[GPXTrackPoint]) -> None:
    times = [point.time for point in points if point.time is not None]
    assert ours.start == min(times)
    expected = {
        "time_s": [(time - ours.start).total_seconds() for time in times],
        "lat_deg": [point.latitude for point in points],
        "lon_deg": [point.longitude for point in points],
        "altitude_m": [point.elevation for point in points],
        **{column: [_extension(point, name) for point in points] for name, column in EXTENSIONS.items()},
    }
    with_values = {name for name, values in expected.items() if any(value is not None for value in values)}
    assert with_values == set(ours.columns)
    for name in with_values:
        np.testing.assert_array_equal(ours.columns[name], np.array(expected[name], dtype=np.float64), err_msg=name)


def test_gpxpy_on_lxml_gives_the_same_and_instructions_in_extensions_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = "<extensions><?app a note?><x><?app another?><cad>80</cad></x></extensions>"
    document = gpx(*(trkpt(second, inside) for second in range(4))).encode()
    for library in (lxml.etree, ElementTree):
        monkeypatch.setattr("gpxpy.parser.mod_etree", library)
        (theirs,) = read_bytes(document, "made", Reader.GPXPY)
        assert theirs.source.reader == "gpxpy"
        assert_same_columns(read_one(document), theirs)


def _extension(point: GPXTrackPoint, name: str) -> float | None:
    texts = [element.text for root in point.extensions for element in root.iter() if element.tag.endswith(f"}}{name}")]
    return float(texts[0]) if texts and texts[0] else None
