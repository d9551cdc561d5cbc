"""TCX to columns against tcxreader and lxml, in one process, over files of half an hour or more: time, memory, growth.

Timed of ours is the whole decoder: bytes to columns, laps and pauses, what is impossible left out. Timed of tcxreader is `read`,
which has its files by name. Timed of lxml is what a careful person writes for the same columns: parse, one `findall` a column,
floats and instants as arrays; it assumes that every point has every column, as in these files, and knows no laps.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.etree
import numpy as np
import numpy.typing as npt
from pytest_benchmark.fixture import BenchmarkFixture
from tcxreader.tcxreader import TCXReader

from footfall.formats.tcx import TcxDecoder
from tests.bench.measuring import STEEPEST, Row, fastest_ms, only_when_measuring, peak_bytes, show, slope
from tests.bench.xml_files import garmin_tcx, long_files, points, strava_tcx

LEAST_TCXREADER, LEAST_LXML = 5.0, 1.0
MOST_MEMORY = 0.5
MEMORY_POINTS = 13_000
"""Three and a half hours."""
SLOPE_POINTS = (10_000, 30_000, 100_000, 300_000, 1_000_000)
GARMIN = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"
EXTENSION = "{http://www.garmin.com/xmlschemas/ActivityExtension/v2}"
POINT = f".//{GARMIN}Trackpoint/"
PATHS = {
    "lat_deg": f"{POINT}{GARMIN}Position/{GARMIN}LatitudeDegrees",
    "lon_deg": f"{POINT}{GARMIN}Position/{GARMIN}LongitudeDegrees",
    "altitude_m": f"{POINT}{GARMIN}AltitudeMeters",
    "distance_m": f"{POINT}{GARMIN}DistanceMeters",
    "heart_rate_bpm": f"{POINT}{GARMIN}HeartRateBpm/{GARMIN}Value",
    "speed_m_s": f"{POINT}{GARMIN}Extensions/{EXTENSION}TPX/{EXTENSION}Speed",
}
CADENCES = (f"{POINT}{GARMIN}Extensions/{EXTENSION}TPX/{EXTENSION}RunCadence", f"{POINT}{GARMIN}Cadence")


def test_tcx_to_columns_against_tcxreader_and_lxml(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    only_when_measuring(benchmark)
    files = {
        **long_files(".tcx", TcxDecoder()),
        "made as Garmin Connect's, 1 h": garmin_tcx(3_600),
        "made as Garmin Connect's, 3 h": garmin_tcx(10_800),
        "made as Strava's, 1 h": strava_tcx(3_600),
        "made as Strava's, 3 h": strava_tcx(10_800),
    }
    rows = [_row(name, data, tmp_path / "run.tcx") for name, data in files.items()]
    medians = show(rows, {"tcxreader": LEAST_TCXREADER, "lxml": LEAST_LXML})
    benchmark.extra_info["median ratio to tcxreader"] = round(medians["tcxreader"], 1)
    benchmark.extra_info["median ratio to lxml"] = round(medians["lxml"], 1)
    benchmark(lambda: [_ours(data) for data in files.values()])
    assert medians["tcxreader"] >= LEAST_TCXREADER
    assert medians["lxml"] >= LEAST_LXML


def test_tcx_memory_against_tcxreader_and_lxml(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    only_when_measuring(benchmark)
    data, path = garmin_tcx(MEMORY_POINTS), tmp_path / "run.tcx"
    path.write_bytes(garmin_tcx(10))
    _ours(garmin_tcx(10)), _tcxreader(path), _lxml(garmin_tcx(10))  # what is imported late is no part of any
    path.write_bytes(data)
    ours, theirs, lxmls = peak_bytes(lambda: _ours(data)), peak_bytes(lambda: _tcxreader(path)), peak_bytes(lambda: _lxml(data))
    print(
        f"\n\nmemory at its peak, above what stands there before, of {MEMORY_POINTS} points ({len(data) / 1e6:.1f} MB): ours "
        f"{ours / 1e6:.1f} MB, tcxreader {theirs / 1e6:.1f} MB: {ours / theirs:.2f} of it (bound {MOST_MEMORY}); "
        f"lxml {lxmls / 1e6:.1f} MB, not counting its tree, which C holds unseen\n"
    )
    benchmark.extra_info["peak memory, share of tcxreader's"] = round(ours / theirs, 2)
    benchmark.pedantic(_ours, args=(data,), rounds=5)
    assert ours / theirs <= MOST_MEMORY


def test_tcx_time_grows_with_the_points_and_no_faster(benchmark: BenchmarkFixture) -> None:
    only_when_measuring(benchmark)

    def reading(count: int) -> Callable[[], object]:
        data = strava_tcx.__wrapped__(count)  # not kept: the longest is 160 MB
        return lambda: _ours(data)

    power = slope(SLOPE_POINTS, reading)
    benchmark.extra_info["log-log slope"] = round(power, 3)
    benchmark.pedantic(_ours, args=(garmin_tcx(10),), rounds=5)
    assert power <= STEEPEST


def _ours(data: bytes) -> object:
    return TcxDecoder().decode(data, "bench")


def _tcxreader(path: Path) -> object:
    return TCXReader().read(str(path))


def _lxml(data: bytes) -> dict[str, npt.NDArray[Any]]:
    root = lxml.etree.parse(io.BytesIO(data)).getroot()
    columns = {name: np.array([float(found.text) for found in root.findall(path)]) for name, path in PATHS.items()}
    cadences = (root.findall(path) for path in CADENCES)
    columns["cadence_per_min"] = np.array([float(found.text) for found in next(filter(None, cadences))])
    times = [found.text.removesuffix("Z") for found in root.findall(f"{POINT}{GARMIN}Time")]
    return columns | {"time": np.array(times, dtype="datetime64[us]")}


def _row(name: str, data: bytes, path: Path) -> Row:
    path.write_bytes(data)
    (recording,) = TcxDecoder().decode(data, name)
    theirs = _lxml(data)
    assert all(np.array_equal(recording.columns[column], theirs[column]) for column in (*PATHS, "cadence_per_min"))
    others_ms = {"tcxreader": fastest_ms(lambda: _tcxreader(path), 3), "lxml": fastest_ms(lambda: _lxml(data), 7)}
    return Row(name, points(TcxDecoder(), data), fastest_ms(lambda: _ours(data), 20), others_ms)
