"""Points read in blocks are the points that expat alone finds, value for value."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.formats.gpx import document as gpx_document
from footfall.formats.tcx import document as tcx_document
from footfall.formats.xml.blocks import fold
from footfall.formats.xml.text import to_text
from tests.formats_xml.made import gpx, lap, stamp, tcx, trkpt

REAL = [
    "aaron-schroeder__heartandsole/testdata.gpx",
    "aaron-schroeder__heartandsole/testdata.tcx",
    "corriporai__runpandas/malformed.tcx",
    "corriporai__runpandas/nike_run.gpx",
    "corriporai__runpandas/run_garmin.tcx",
    "dblock__tcx/treadmill_1.tcx",
    "gpxstudio__gpx.studio/with_power_2.gpx",
    "msimms__TestFilesForFitnessApps/20120611_run_garmin_fr405cx.tcx",
    "msimms__TestFilesForFitnessApps/20180831_beach_run_runkeeper.gpx",
    "msimms__TestFilesForFitnessApps/20210119_run_garmin_fenix6_sapphire.gpx",
    "tkrajina__gpxpy/cerknicko-without-times.gpx",
    "tkrajina__gpxpy/route.gpx",
    "tkrajina__gpxpy/track-with-empty-segment.gpx",
]


@pytest.mark.parametrize("name", REAL)
def test_blocks_and_single_points_agree_on_real_files(corpus: Path, name: str) -> None:
    _assert_both_ways_agree(to_text((corpus / name).read_bytes()))


INSIDE = st.lists(
    st.sampled_from(
        [
            "<ele>12.5</ele>",
            "<ele/>",
            "<ele></ele>",
            "<cad>80</cad>",
            "<cad> 81 </cad>",
            "<x:hr>140</x:hr>",
            "<extensions>\n<y><cad>82</cad>\n</y></extensions>",
            "<extensions><HeartRateBpm><Value>150</Value></HeartRateBpm></extensions>",
            "<name>A &amp; B</name>",
            "<name><![CDATA[<trkpt lat='1' lon='2'></trkpt>]]></name>",
            "<!-- <ele>99</ele> -->",
            "<power>&#50;00</power>",
            "\n  ",
            "loose text",
            "<time>2026-05-03T09:00:00Z</time>",
        ]
    ),
    max_size=4,
).map("".join)
POINT = st.builds(
    lambda second, inside, form: form.format(time=stamp(second), inside=inside, lat=54 + second / 1e5),
    st.integers(0, 9999),
    INSIDE,
    st.sampled_from(
        [
            '<trkpt lat="{lat}" lon="6.5"><time>{time}</time>{inside}</trkpt>',
            '<trkpt lon="6.5" lat="{lat}">\n  {inside}<time>{time}</time>\n</trkpt>\n',
            "<trkpt lat='{lat}'  lon = '6.5' ><time>{time}</time>{inside}</trkpt >",
            '<trkpt lat="{lat}" lon="6.5" id="{time}">{inside}</trkpt>',
            '<trkpt lat="{lat}" lon="6.5"/>',
            '<p:trkpt lat="{lat}" lon="6.5"><time>{time}</time>{inside}</p:trkpt>',
            "</trkseg>{inside}<trkseg>",
            "<!-- <trkpt lat='1' lon='1'><time>{time}</time></trkpt> -->",
            "</trkseg></trk><trk><name>Next</name><trkseg>",
            "<points first='0' stop='9'/>",
            "<Q first='0' stop='9'/>",
            "<!-- ZXJK -->",
        ]
    ),
)


@given(st.lists(POINT, max_size=30).map(lambda points: gpx(*points)))
def test_blocks_and_single_points_agree_on_any_mixture(document: str) -> None:
    _assert_both_ways_agree(document)


@given(st.lists(POINT, max_size=12).map(lambda points: gpx(*points)), st.data())
def test_blocks_and_single_points_agree_wherever_a_document_is_cut(document: str, data: st.DataObject) -> None:
    _assert_both_ways_agree(document[: data.draw(st.integers(0, len(document)))])


@given(st.lists(POINT, min_size=1, max_size=12).map(lambda points: gpx(*points)), st.data())
def test_blocks_and_single_points_agree_on_what_is_broken_inside(document: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(document) - 1))
    _assert_both_ways_agree(document[:position] + data.draw(st.sampled_from("<>&x'\"")) + document[position + 1 :])


def test_a_control_character_in_a_point_costs_a_value_and_not_the_rest() -> None:
    document = gpx(trkpt(0), trkpt(1).replace("<ele>0.1</ele>", "<ele>\x00</ele>"), trkpt(2))
    read = gpx_document.read_document(document)
    assert read.broken is None
    assert gpx_document.read_document_point_by_point(document).broken is not None
    assert np.isfinite(read.tracks[0].points.columns["altitude_m"]).tolist() == [True, False, True]


def test_a_file_of_one_shape_is_one_block() -> None:
    document = gpx(*(trkpt(second, "<cad>80</cad>\n  ") for second in range(500)))
    folded = fold(document, gpx_document.VOCABULARY)
    assert (folded.count, len(folded.blocks)) == (500, 1)
    assert len(folded.text) < 200


def test_a_long_file_is_folded_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    document = gpx(*(trkpt(second, "<cad>80</cad>\n  " if second % 7 else "<!-- -->") for second in range(60)))
    whole = gpx_document.read_document(document)
    for piece in (1, 50, 333, 1_000):
        monkeypatch.setattr("footfall.formats.xml.blocks._PIECE", piece)
        folded = fold(document, gpx_document.VOCABULARY)
        assert (folded.count, len(folded.blocks) > 2) == (51, True)
        (track,) = gpx_document.read_document(document).tracks
        np.testing.assert_array_equal(track.points.instants.us, whole.tracks[0].points.instants.us)
        np.testing.assert_array_equal(track.points.columns["cadence_per_min"], whole.tracks[0].points.columns["cadence_per_min"])


def test_laps_between_points_stay_in_the_document() -> None:
    document = tcx(*(lap(60 * k, 60, tuple(range(60 * k, 60 * k + 61))) for k in range(5)))
    folded = fold(document, tcx_document.VOCABULARY)
    assert folded.count == 305
    assert folded.text.count("<Lap ") == folded.text.count(f"<{folded.marker} ") == 5


def _assert_both_ways_agree(text: str) -> None:
    is_tcx = "<Activity" in text
    module: Any = tcx_document if is_tcx else gpx_document
    fast, slow = module.read_document(text), module.read_document_point_by_point(text)
    assert fast.broken == slow.broken
    tracks: Callable[[Any], list[Any]] = _tcx_tracks if is_tcx else _gpx_tracks
    assert len(tracks(fast)) == len(tracks(slow))
    for left, right in zip(tracks(fast), tracks(slow), strict=True):
        assert left[:-1] == right[:-1]
        np.testing.assert_array_equal(left[-1].instants.known, right[-1].instants.known)
        np.testing.assert_array_equal(left[-1].instants.us, right[-1].instants.us)
        assert set(left[-1].columns) == set(right[-1].columns)
        for name, values in left[-1].columns.items():
            np.testing.assert_array_equal(values, right[-1].columns[name], err_msg=name)


def _gpx_tracks(document: gpx_document.GpxDocument) -> list[Any]:
    return [(track.name, track.type, track.points) for track in document.tracks]


def _tcx_tracks(document: tcx_document.TcxDocument) -> list[Any]:
    return [
        (activity.sport, activity.device, document.author, one.start, one.totals, document.points.take(one.numbers))
        for activity in document.activities
        for one in activity.laps
    ]
