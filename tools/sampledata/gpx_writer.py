"""Writes GPX 1.1 as Garmin Connect lays it out: heart rate and strides per minute in TrackPointExtension."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from sampledata.draws import Draws
from sampledata.motion import Motion
from sampledata.watch import kept_seconds

CREATOR = "footfall sample"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="{creator}" version="1.1" xmlns="http://www.topografix.com/GPX/1/1"
  xmlns:ns3="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<metadata><time>{time}</time></metadata>
<trk><name>{name}</name><type>running</type><trkseg>
"""
_POINT = (
    '<trkpt lat="{lat:.7f}" lon="{lon:.7f}"><ele>{ele:.1f}</ele><time>{time}</time><extensions><ns3:TrackPointExtension>'
    "<ns3:hr>{hr}</ns3:hr><ns3:cad>{cad}</ns3:cad></ns3:TrackPointExtension></extensions></trkpt>\n"
)
_TAIL = "</trkseg></trk>\n</gpx>\n"


@dataclass(frozen=True, slots=True)
class TrackPoint:
    """One point. `strides_per_min` is what gpxtpx:cad asks for: one leg's."""

    time: dt.datetime
    lat_deg: float
    lon_deg: float
    altitude_m: float
    heart_rate_bpm: int
    strides_per_min: int


def stamp(moment: dt.datetime) -> str:
    """UTC, as GPX and TCX write it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def gpx(name: str, start: dt.datetime, points: Iterable[TrackPoint]) -> bytes:
    """One track in one segment: GPX knows no pauses, a stop is a gap in time."""
    lines = [_HEAD.format(creator=CREATOR, time=stamp(start), name=escape(name))]
    lines += [
        _POINT.format(
            lat=point.lat_deg,
            lon=point.lon_deg,
            ele=point.altitude_m,
            time=stamp(point.time),
            hr=point.heart_rate_bpm,
            cad=point.strides_per_min,
        )
        for point in points
    ]
    return "".join([*lines, _TAIL]).encode()


def gpx_file(motion: Motion, draws: Draws) -> bytes:
    """A run outdoors as the phone keeps it."""
    return gpx(motion.planned.kind.value.capitalize() + " run", motion.start, _points(motion, kept_seconds(motion, draws)))


def _points(motion: Motion, seconds: Iterable[int]) -> Iterable[TrackPoint]:
    for second in seconds:
        moment = motion.moments[second]
        if moment.position is None or moment.altitude_m is None:
            raise ValueError("a GPX track needs positions: give indoor runs to a watch")
        lat, lon = moment.position
        yield TrackPoint(
            motion.at(second), lat, lon, moment.altitude_m, round(moment.heart_rate_bpm), round(moment.cadence_spm / 2)
        )
