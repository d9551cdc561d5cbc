"""The GPX and TCX files that speeds are measured on: every real and sample file that is long enough, and made ones."""

import datetime as dt
from functools import cache

import numpy as np

from footfall.errors import RunFileError
from footfall.formats.decoder import Decoder
from sampledata.gpx_writer import TrackPoint, gpx, stamp
from tests.conftest import CORPUS, ROOT

FEWEST_POINTS = 1_800
"""Half an hour at a point a second."""
START = dt.datetime(2026, 5, 3, 6, tzinfo=dt.UTC)
_LAP_S = 330
"""Seconds of a made lap: what a kilometre takes."""


def long_files(suffix: str, decoder: Decoder) -> dict[str, bytes]:
    """Every file of the corpus and of `sample_data` with FEWEST_POINTS or more."""
    paths = sorted(path for folder in (CORPUS, ROOT / "sample_data") for path in folder.rglob(f"*{suffix}"))
    files = {path.name: path.read_bytes() for path in paths}
    return {name: data for name, data in files.items() if points(decoder, data) >= FEWEST_POINTS}


def points(decoder: Decoder, data: bytes) -> int:
    """How many points a file holds; 0 where it is no recording."""
    try:
        return sum(len(one.columns["time_s"]) for one in decoder.decode(data, "bench"))
    except RunFileError:  # routes, and files that only other tests are about
        return 0


@cache
def sample_gpx(seconds: int) -> bytes:
    """A GPX by the writer of the sample season, far out at sea."""
    rng = np.random.default_rng(seconds)
    run = (
        TrackPoint(START + dt.timedelta(seconds=k), 54 + k * 2.7e-5, 6.5, rng.normal(10, 3), int(rng.integers(130, 160)), 83)
        for k in range(seconds)
    )
    return gpx("Long run", START, run)


@cache
def garmin_gpx(seconds: int) -> bytes:
    """A GPX as Garmin Connect writes it, every digit of its numbers, with heart rate, cadence and temperature."""
    rng = np.random.default_rng(2026)
    written = "".join(
        f'      <trkpt lat="{54 + second * 2.7e-5:.27f}" lon="{6.5 + rng.normal(0, 1e-5):.27f}">\n'
        f"        <ele>{rng.normal(10, 3):.20f}</ele>\n        <time>{_stamp(second)}</time>\n"
        "        <extensions>\n          <ns3:TrackPointExtension>\n            <ns3:atemp>18.0</ns3:atemp>\n"
        f"            <ns3:hr>{rng.integers(130, 160)}</ns3:hr>\n            <ns3:cad>{rng.integers(80, 86)}</ns3:cad>\n"
        "          </ns3:TrackPointExtension>\n        </extensions>\n      </trkpt>\n"
        for second in range(seconds)
    )
    head = '<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:ns3="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n<trk><trkseg>\n{written}</trkseg></trk>\n</gpx>'.encode()


@cache
def strava_gpx(seconds: int) -> bytes:
    """A GPX as Strava exports it, with power; a sixth of the points lacks it."""
    rng = np.random.default_rng(2027)
    written = "".join(
        f'   <trkpt lat="{54 + second * 2.7e-5:.7f}" lon="{6.5 + rng.normal(0, 1e-5):.7f}">\n'
        f"    <ele>{rng.normal(10, 3):.1f}</ele>\n"
        f"    <time>{_stamp(second, '')}</time>\n    <extensions>\n"
        + ("" if second % 600 < 100 else f"     <power>{rng.integers(230, 270)}</power>\n")
        + f"     <gpxtpx:TrackPointExtension>\n      <gpxtpx:hr>{rng.integers(130, 160)}</gpxtpx:hr>\n"
        f"      <gpxtpx:cad>{rng.integers(80, 86)}</gpxtpx:cad>\n     </gpxtpx:TrackPointExtension>\n"
        f"    </extensions>\n   </trkpt>\n"
        for second in range(seconds)
    )
    head = (
        '<gpx creator="StravaGPX" version="1.1" xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n <trk>\n  <name>Run</name>\n'
        "  <type>running</type>"
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n  <trkseg>\n{written}  </trkseg>\n </trk>\n</gpx>'.encode()


_GARMIN_POINT = (
    "          <Trackpoint>\n            <Time>{time}</Time>\n            <Position>\n"
    "              <LatitudeDegrees>{lat:.14f}</LatitudeDegrees>\n"
    "              <LongitudeDegrees>{lon:.15f}</LongitudeDegrees>\n"
    "            </Position>\n            <AltitudeMeters>{ele:.14f}</AltitudeMeters>\n"
    "            <DistanceMeters>{metres:.13f}</DistanceMeters>\n            <HeartRateBpm>\n"
    "              <Value>{pulse}</Value>\n"
    "            </HeartRateBpm>\n            <Extensions>\n              <ns3:TPX>\n"
    "                <ns3:Speed>{speed:.14f}</ns3:Speed>\n"
    "                <ns3:RunCadence>{cadence}</ns3:RunCadence>\n              </ns3:TPX>\n            </Extensions>\n"
    "          </Trackpoint>\n"
)
_STRAVA_POINT = (
    "     <Trackpoint>\n      <Time>{time}</Time>\n      <Position>\n       <LatitudeDegrees>{lat:.7f}</LatitudeDegrees>\n"
    "       <LongitudeDegrees>{lon:.7f}</LongitudeDegrees>\n      </Position>\n"
    "      <AltitudeMeters>{ele:.1f}</AltitudeMeters>\n"
    "      <DistanceMeters>{metres:.1f}</DistanceMeters>\n      <HeartRateBpm>\n       <Value>{pulse}</Value>\n"
    "      </HeartRateBpm>\n"
    "      <Cadence>{cadence}</Cadence>\n      <Extensions>\n"
    '       <TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2">\n        <Speed>{speed:.1f}</Speed>\n'
    "        <Watts>250</Watts>\n       </TPX>\n      </Extensions>\n     </Trackpoint>\n"
)


@cache
def garmin_tcx(seconds: int) -> bytes:
    """A TCX as Garmin Connect writes it, a lap each kilometre, with heart rate, cadence and speed."""
    return _tcx(seconds, _GARMIN_POINT)


@cache
def strava_tcx(seconds: int) -> bytes:
    """A TCX as Strava exports it: the same laps, no prefixes, a namespace with every extension."""
    return _tcx(seconds, _STRAVA_POINT)


def _tcx(seconds: int, point: str) -> bytes:
    rng = np.random.default_rng(2028)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase\n'
        '  xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"\n'
        '  xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">\n'
        f'  <Activities>\n    <Activity Sport="Running">\n      <Id>{_stamp(0)}</Id>\n'
    )
    parts = [head]
    for first in range(0, seconds, _LAP_S):
        last = min(first + _LAP_S, seconds)
        parts.append(
            f'      <Lap StartTime="{_stamp(first)}">\n        <TotalTimeSeconds>{last - first}.0</TotalTimeSeconds>\n'
            f"        <DistanceMeters>{3 * (last - first)}.0</DistanceMeters>\n        <Calories>60</Calories>\n"
            "        <Intensity>Active</Intensity>\n        <TriggerMethod>Distance</TriggerMethod>\n        <Track>\n"
        )
        parts += [
            point.format(
                time=_stamp(second),
                lat=54 + second * 2.7e-5,
                lon=6.5 + rng.normal(0, 1e-5),
                ele=rng.normal(10, 3),
                metres=second * 3.0,
                pulse=rng.integers(130, 160),
                speed=rng.normal(3, 0.1),
                cadence=rng.integers(80, 86),
            )
            for second in range(first, last)
        ]
        parts.append("        </Track>\n      </Lap>\n")
    parts.append("    </Activity>\n  </Activities>\n</TrainingCenterDatabase>\n")
    return "".join(parts).encode()


def _stamp(second: int, fraction: str = ".000") -> str:
    return stamp(START + dt.timedelta(seconds=second)).replace(".000", fraction)
