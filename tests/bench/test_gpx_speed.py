"""GPX to columns against gpxpy, and TCX against ElementTree, in one process.

Files of 1,800 points or more count; the corpus has none that long, so its longest stand beside them, and made ones of one
and three hours in the dialect of the commonest watch.
"""

import datetime as dt
import io
import timeit
from collections.abc import Callable
from statistics import median
from xml.etree import ElementTree

import gpxpy
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.errors import RunFileError
from footfall.formats.gpx import GpxDecoder
from footfall.formats.tcx import TcxDecoder
from tests.conftest import CORPUS, ROOT

FEWEST_POINTS = 1_800
SHOWN_FROM_POINTS = 600
GARMIN = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"
EXTENSION = "{http://www.garmin.com/xmlschemas/ActivityExtension/v2}"
TCX_COLUMNS = (
    *(GARMIN + name for name in ("LatitudeDegrees", "LongitudeDegrees", "AltitudeMeters", "DistanceMeters")),
    f"{GARMIN}HeartRateBpm/{GARMIN}Value",
    EXTENSION + "Speed",
    EXTENSION + "RunCadence",
)

Row = tuple[str, int, float, float, float]


def test_gpx_to_columns_against_gpxpy(benchmark: BenchmarkFixture) -> None:
    _only_when_measuring(benchmark)
    files = {**_files(".gpx", GpxDecoder()), "made, 1 h": _made(3_600), "made, 3 h": _made(10_800)}
    rows = [_row(name, data, GpxDecoder(), lambda data: gpxpy.parse(data.decode("utf-8"))) for name, data in files.items()]
    _show("gpxpy", rows)
    long = {name for name, points, *_ in rows if points >= FEWEST_POINTS}
    benchmark.extra_info["median ratio to gpxpy"] = round(median(ratio for name, *_, ratio in rows if name in long), 1)
    benchmark(lambda: [GpxDecoder().decode(data, name) for name, data in files.items() if name in long])


def test_tcx_to_columns_against_elementtree(benchmark: BenchmarkFixture) -> None:
    _only_when_measuring(benchmark)
    files = _files(".tcx", TcxDecoder())
    if not files:
        pytest.skip(f"no TCX file of {SHOWN_FROM_POINTS} points here: neither ../shared/corpus nor sample_data")
    rows = [_row(name, data, TcxDecoder(), _by_elementtree) for name, data in files.items()]
    _show("etree", rows)
    benchmark.extra_info["median ratio to ElementTree"] = round(median(ratio for *_, ratio in rows), 1)
    benchmark(lambda: [TcxDecoder().decode(data, name) for name, data in files.items()])


def _only_when_measuring(benchmark: BenchmarkFixture) -> None:
    if benchmark.disabled:
        pytest.skip("a speed, not a result: `make bench` measures it")


def _files(suffix: str, decoder: GpxDecoder | TcxDecoder) -> dict[str, bytes]:
    paths = sorted(path for folder in (CORPUS, ROOT / "sample_data") for path in folder.rglob(f"*{suffix}"))
    files = {path.name: path.read_bytes() for path in paths}
    return {name: data for name, data in files.items() if _points(decoder, data) >= SHOWN_FROM_POINTS}


def _points(decoder: GpxDecoder | TcxDecoder, data: bytes) -> int:
    try:
        return sum(len(one.columns["time_s"]) for one in decoder.decode(data, "bench"))
    except RunFileError:
        return 0


def _made(seconds: int) -> bytes:
    """A GPX as Garmin Connect writes it, a point a second, with heart rate, cadence and temperature, far out at sea."""
    rng = np.random.default_rng(2026)
    start = dt.datetime(2026, 5, 3, 6, tzinfo=dt.UTC)
    points = "".join(
        f'      <trkpt lat="{54 + second * 2.7e-5:.27f}" lon="{6.5 + rng.normal(0, 1e-5):.27f}">\n'
        f"        <ele>{rng.normal(10, 3):.20f}</ele>\n"
        f"        <time>{start + dt.timedelta(seconds=second):%Y-%m-%dT%H:%M:%S.000Z}</time>\n"
        "        <extensions>\n          <ns3:TrackPointExtension>\n            <ns3:atemp>18.0</ns3:atemp>\n"
        f"            <ns3:hr>{rng.integers(130, 160)}</ns3:hr>\n            <ns3:cad>{rng.integers(80, 86)}</ns3:cad>\n"
        "          </ns3:TrackPointExtension>\n        </extensions>\n      </trkpt>\n"
        for second in range(seconds)
    )
    head = '<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:ns3="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n<trk><trkseg>\n{points}</trkseg></trk>\n</gpx>'.encode()


def _by_elementtree(data: bytes) -> list[list[object]]:
    """The same columns, found and converted, the quickest way there is in the standard library."""
    root = ElementTree.parse(io.BytesIO(data)).getroot()
    columns: list[list[object]] = [[float(found.text or "nan") for found in root.iterfind(f".//{path}")] for path in TCX_COLUMNS]
    times = [dt.datetime.fromisoformat(found.text or "") for found in root.iterfind(f".//{GARMIN}Trackpoint/{GARMIN}Time")]
    return [*columns, list(times)]


def _row(name: str, data: bytes, decoder: GpxDecoder | TcxDecoder, other: Callable[[bytes], object]) -> Row:
    ours = _fastest_ms(lambda: decoder.decode(data, name), 20)
    theirs = _fastest_ms(lambda: other(data), 3)
    return name, _points(decoder, data), ours, theirs, theirs / ours


def _fastest_ms(work: Callable[[], object], times: int) -> float:
    """The fastest of several, the garbage collector off: what else the machine and the test suite do only ever adds."""
    return min(timeit.repeat(work, number=1, repeat=times)) * 1000


def _show(other: str, rows: list[Row]) -> None:
    print(f"\n\n{'file':<44}{'points':>8}{'ours ms':>9}{other + ' ms':>13}{'ratio':>7}")
    for name, points, ours, theirs, ratio in sorted(rows, key=lambda row: row[1]):
        print(f"{name[:43]:<44}{points:>8}{ours:>9.2f}{theirs:>13.1f}{ratio:>7.1f}")
    for title, some in ((f"{FEWEST_POINTS} points or more", FEWEST_POINTS), ("all shown", 0)):
        ratios = [ratio for _, points, *_, ratio in rows if points >= some]
        if ratios:
            print(f"{title}: {other} takes {median(ratios):.1f} times as long (median of {len(ratios)}; least {min(ratios):.1f})")
    print()
