"""GPX to columns against gpxpy, in one process, over files of half an hour or more: time, memory, and how time grows.

Timed of ours is the whole decoder: bytes to columns, what is impossible left out. Timed of gpxpy is `gpxpy.parse` alone, on the
standard library's ElementTree, which is its faster way; on lxml, which it takes where that is installed, it needs twice the time.
"""

from collections.abc import Callable
from xml.etree import ElementTree

import gpxpy
import lxml.etree
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.formats.gpx import GpxDecoder
from tests.bench.measuring import STEEPEST, Row, fastest_ms, only_when_measuring, peak_bytes, show, slope
from tests.bench.xml_files import garmin_gpx, long_files, points, sample_gpx, strava_gpx

LEAST_GPXPY = 8.0
MOST_MEMORY = 0.5
MEMORY_POINTS = 13_000
"""Three and a half hours."""
SLOPE_POINTS = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def test_gpx_to_columns_against_gpxpy(benchmark: BenchmarkFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    only_when_measuring(benchmark)
    files = {
        **long_files(".gpx", GpxDecoder()),
        "made as the samples are, 3 h": sample_gpx(10_800),
        "made as Garmin Connect's, 1 h": garmin_gpx(3_600),
        "made as Garmin Connect's, 3 h": garmin_gpx(10_800),
        "made as Strava's, 1 h": strava_gpx(3_600),
        "made as Strava's, 3 h": strava_gpx(10_801),
    }
    rows = [_row(name, data, monkeypatch) for name, data in files.items()]
    medians = show(rows, {"gpxpy": LEAST_GPXPY, "gpxpy on lxml": None})
    benchmark.extra_info["median ratio to gpxpy"] = round(medians["gpxpy"], 1)
    benchmark(lambda: [_ours(data) for data in files.values()])
    assert medians["gpxpy"] >= LEAST_GPXPY


def test_gpx_memory_against_gpxpy(benchmark: BenchmarkFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    only_when_measuring(benchmark)
    monkeypatch.setattr("gpxpy.parser.mod_etree", ElementTree)
    data, few = garmin_gpx(MEMORY_POINTS), garmin_gpx(10)
    _ours(few), _gpxpy(few)  # what is imported late is no part of either
    ours, theirs = peak_bytes(lambda: _ours(data)), peak_bytes(lambda: _gpxpy(data))
    print(
        f"\n\nmemory at its peak, above what stands there before, of {MEMORY_POINTS} points ({len(data) / 1e6:.1f} MB): "
        f"ours {ours / 1e6:.1f} MB, gpxpy {theirs / 1e6:.1f} MB: {ours / theirs:.2f} of it (bound {MOST_MEMORY})\n"
    )
    benchmark.extra_info["peak memory, share of gpxpy's"] = round(ours / theirs, 2)
    benchmark.pedantic(_ours, args=(data,), rounds=5)
    assert ours / theirs <= MOST_MEMORY


def test_gpx_time_grows_with_the_points_and_no_faster(benchmark: BenchmarkFixture) -> None:
    only_when_measuring(benchmark)

    def reading(count: int) -> Callable[[], object]:
        data = sample_gpx.__wrapped__(count)  # not kept: the longest is 60 MB
        return lambda: _ours(data)

    power = slope(SLOPE_POINTS, reading)
    benchmark.extra_info["log-log slope"] = round(power, 3)
    benchmark.pedantic(_ours, args=(garmin_gpx(10),), rounds=5)
    assert power <= STEEPEST


def _ours(data: bytes) -> object:
    return GpxDecoder().decode(data, "bench")


def _gpxpy(data: bytes) -> object:
    return gpxpy.parse(data.decode("utf-8"))


def _row(name: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> Row:
    ours_ms = fastest_ms(lambda: _ours(data), 20)
    others_ms = {}
    for other, library in (("gpxpy", ElementTree), ("gpxpy on lxml", lxml.etree)):
        monkeypatch.setattr("gpxpy.parser.mod_etree", library)
        others_ms[other] = fastest_ms(lambda: _gpxpy(data), 3)
    return Row(name, points(GpxDecoder(), data), ours_ms, others_ms)
