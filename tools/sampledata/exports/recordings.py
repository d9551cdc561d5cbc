"""A stock of runs, each as every recorder would have kept it: the exports take from it and change the day."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TypeAlias
from xml.sax.saxutils import escape

from sampledata.draws import Draws
from sampledata.exports.redate import FitTemplate, TextTemplate, fit_template, text_template
from sampledata.fit_run import fit_file
from sampledata.gpx_writer import gpx_file
from sampledata.motion import Motion
from sampledata.plan import Kind, PlannedRun, Recorder
from sampledata.runner import move
from sampledata.tcx_writer import tcx_file

STOCK = 24
"""Runs in stock. Of 21 to 60 minutes; every sixth on a treadmill."""

_KINDS = (Kind.EASY, Kind.TEMPO, Kind.LONG, Kind.HILLS, Kind.EASY, Kind.TREADMILL)
_KILOMETRES = (
    3.6,
    5.2,
    8.8,
    5.6,
    4.4,
    4.8,
    7.2,
    6.0,
    9.6,
    4.6,
    6.4,
    5.4,
    5.0,
    6.6,
    7.8,
    5.0,
    3.8,
    6.2,
    8.0,
    5.8,
    9.0,
    4.9,
    6.8,
    5.1,
)
_MIDSUMMER = 0  # day of the plan: its offset is summer time's


class Kept(Enum):
    """How a recording is kept."""

    FIT_DENSE = "fit, every second"
    FIT_SMART = "fit, smart recording"
    FIT_BARE = "fit, smart recording, watch alone"
    GPX = "gpx of Garmin Connect"
    GPX_PHONE = "gpx of Strava's own app: positions and times alone"
    GPX_STEPS = "gpx of Strava with steps per minute where the schema asks for strides"
    TCX = "tcx"
    TCX_INDENTED = "tcx with ten blanks before its declaration, as Strava hands it out"

    @property
    def suffix(self) -> str:
        """Of its file name."""
        return {"fit": ".fit", "gpx": ".gpx", "tcx": ".tcx"}[self.name[:3].lower()]


_RECORDERS = {
    Kept.FIT_DENSE: Recorder.WATCH_DENSE,
    Kept.FIT_SMART: Recorder.WATCH_SMART,
    Kept.FIT_BARE: Recorder.WATCH_BARE,
    Kept.GPX: Recorder.PHONE,
    Kept.GPX_PHONE: Recorder.PHONE_DENSE,
    Kept.GPX_STEPS: Recorder.PHONE,
    Kept.TCX: Recorder.OLD_WATCH,
    Kept.TCX_INDENTED: Recorder.OLD_WATCH,
}


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the stock on a day of its own.

    stock   its number in the stock.   start   UTC.
    """

    stock: int
    start: dt.datetime

    @property
    def motion(self) -> Motion:
        """What was run; `motion.start` is the stock's own."""
        return _motion(self.stock)

    @property
    def indoors(self) -> bool:
        """On a treadmill: no positions, so neither GPX nor TCX."""
        return is_indoors(self.stock)

    def file(self, kept: Kept, name: str = "", late_s: int = 0) -> bytes:
        """The recording.

        name     what the recorder calls it, where its format has a place for that.
        late_s   how much later this recorder was started.  [s]
        """
        start = self.start + dt.timedelta(seconds=late_s)
        template = _template(self.stock, kept)
        return template.at(start) if isinstance(template, FitTemplate) else template.at(start, escape(name))


def is_indoors(stock: int) -> bool:
    """Whether that run of the stock is on a treadmill."""
    return _KINDS[stock % len(_KINDS)] is Kind.TREADMILL


@cache
def _motion(stock: int) -> Motion:
    planned = PlannedRun(
        day=_MIDSUMMER,
        start_min=7 * 60,
        kind=_KINDS[stock % len(_KINDS)],
        distance_m=1000 * _KILOMETRES[stock],
        recorder=Recorder.WATCH_DENSE,
    )
    return move(planned, Draws("exports", "stock", stock))


@cache
def _template(stock: int, kept: Kept) -> FitTemplate | TextTemplate:
    motion = _motion(stock)
    motion = replace(motion, planned=replace(motion.planned, recorder=_RECORDERS[kept]))
    draws = Draws("exports", "recorder", stock, kept.value)
    if kept.suffix == ".fit":
        return fit_template(fit_file(motion, draws, rpe=None), motion.start)
    return text_template(_TEXTS[kept](motion, draws), motion.start)


_STRAVA_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="{creator}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="\
http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd" version="1.1" \
xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
 <metadata>
  <time>{start}</time>
 </metadata>
 <trk>
  <name>{{name}}</name>
  <type>{kind}</type>
  <trkseg>
"""
_STRAVA_TAIL = "  </trkseg>\n </trk>\n</gpx>\n"


Point: TypeAlias = tuple[dt.datetime, float, float, float, int | None]


def strava_track(creator: str, kind: str, points: Sequence[Point]) -> str:
    """GPX as Strava writes it; `{name}` is left to be filled in.

    kind    `running`, or its number in older files (9).
    points  time, latitude, longitude [deg], altitude [m], what stands in gpxtpx:cad or None.
    """
    stamps = "%Y-%m-%dT%H:%M:%SZ"
    lines = [_STRAVA_HEAD.format(creator=creator, start=points[0][0].strftime(stamps), kind=kind)]
    for time, lat, lon, ele, cad in points:
        lines.append(
            f'   <trkpt lat="{lat:.7f}" lon="{lon:.7f}">\n    <ele>{ele:.1f}</ele>\n    <time>{time.strftime(stamps)}</time>\n'
        )
        if cad is not None:
            lines.append(
                "    <extensions>\n     <gpxtpx:TrackPointExtension>\n"
                f"      <gpxtpx:cad>{cad}</gpxtpx:cad>\n     </gpxtpx:TrackPointExtension>\n    </extensions>\n"
            )
        lines.append("   </trkpt>\n")
    return "".join([*lines, _STRAVA_TAIL])


def _phone(motion: Motion, draws: Draws) -> str:
    """Every second, nothing but positions. Older phones wrote the type as a number."""
    return strava_track("StravaGPX iPhone", "9", _points(motion, 1, lambda spm: None))


def _steps(motion: Motion, draws: Draws) -> str:
    return strava_track("StravaGPX Android", "running", _points(motion, draws.integer(2, 4), round))


def _points(motion: Motion, every_s: int, cadence: Callable[[float], int | None]) -> list[Point]:
    points = []
    for second, moment in enumerate(motion.moments[::every_s]):
        if moment.position is None or moment.altitude_m is None:
            raise ValueError("no positions indoors: choose another way to keep it")
        points.append((motion.at(second * every_s), *moment.position, moment.altitude_m, cadence(moment.cadence_spm)))
    return points


_TEXTS: dict[Kept, Callable[[Motion, Draws], str]] = {
    Kept.GPX: lambda motion, draws: gpx_file(motion, draws).decode(),
    Kept.GPX_PHONE: _phone,
    Kept.GPX_STEPS: _steps,
    Kept.TCX: lambda motion, draws: tcx_file(motion, draws).decode(),
    Kept.TCX_INDENTED: lambda motion, draws: " " * 10 + tcx_file(motion, draws).decode(),
}
