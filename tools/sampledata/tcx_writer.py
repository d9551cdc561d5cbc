"""Writes TCX as Garmin Connect lays it out: laps, a new track after each pause, RunCadence (strides per minute) in TPX."""

from collections.abc import Iterable, Iterator

from sampledata.draws import Draws
from sampledata.gpx_writer import stamp
from sampledata.motion import Motion
from sampledata.watch import LapSpan, Trigger, kept_seconds, laps

DEVICE = "Footfall Sample Watch"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
  xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Activities><Activity Sport="Running">
<Id>{start}</Id>
"""
_LAP = """<Lap StartTime="{start}">
<TotalTimeSeconds>{seconds:.1f}</TotalTimeSeconds><DistanceMeters>{metres:.2f}</DistanceMeters>
<MaximumSpeed>{fastest:.3f}</MaximumSpeed><Calories>{kcal}</Calories>
<AverageHeartRateBpm><Value>{mean_hr}</Value></AverageHeartRateBpm>
<MaximumHeartRateBpm><Value>{max_hr}</Value></MaximumHeartRateBpm>
<Intensity>Active</Intensity><TriggerMethod>{trigger}</TriggerMethod>
"""
_POINT = (
    "<Trackpoint><Time>{time}</Time><Position><LatitudeDegrees>{lat:.7f}</LatitudeDegrees>"
    "<LongitudeDegrees>{lon:.7f}</LongitudeDegrees></Position><AltitudeMeters>{ele:.1f}</AltitudeMeters>"
    "<DistanceMeters>{metres:.2f}</DistanceMeters><HeartRateBpm><Value>{hr}</Value></HeartRateBpm>"
    "<Extensions><ns3:TPX><ns3:Speed>{speed:.3f}</ns3:Speed><ns3:RunCadence>{cad}</ns3:RunCadence></ns3:TPX></Extensions>"
    "</Trackpoint>\n"
)
_TAIL = """<Creator xsi:type="Device_t"><Name>{device}</Name><UnitId>0</UnitId><ProductID>0</ProductID>
<Version><VersionMajor>1</VersionMajor><VersionMinor>0</VersionMinor></Version></Creator>
</Activity></Activities>
</TrainingCenterDatabase>
"""
_TRIGGERS = {Trigger.MANUAL: "Manual", Trigger.DISTANCE: "Distance", Trigger.SESSION_END: "Manual"}


def tcx_file(motion: Motion, draws: Draws) -> bytes:
    """A run outdoors as the old watch keeps it."""
    kept = kept_seconds(motion, draws)
    parts = [_HEAD.format(start=stamp(motion.start))]
    for span in laps(motion):
        parts += _lap(motion, span, [second for second in kept if span.start < second <= span.end or second == 0 == span.start])
    return "".join([*parts, _TAIL.format(device=DEVICE)]).encode()


def _lap(motion: Motion, span: LapSpan, seconds: list[int]) -> Iterator[str]:
    moments = motion.moments[span.start : span.end + 1]
    beats = [moment.heart_rate_bpm for moment in moments]
    metres = moments[-1].distance_m - moments[0].distance_m
    yield _LAP.format(
        start=stamp(motion.at(span.start)),
        seconds=span.end - span.start,
        metres=metres,
        fastest=max(moment.speed_m_s for moment in moments),
        kcal=round(66 * metres / 1000),
        mean_hr=round(sum(beats) / len(beats)),
        max_hr=round(max(beats)),
        trigger=_TRIGGERS[span.trigger],
    )
    for track in _tracks(motion, seconds):
        yield "<Track>\n"
        yield from (_point(motion, second) for second in track)
        yield "</Track>\n"
    yield "</Lap>\n"


def _tracks(motion: Motion, seconds: Iterable[int]) -> list[list[int]]:
    """The seconds, split where the timer was stopped between two of them."""
    stops = {second for second, _ in motion.pauses}
    tracks: list[list[int]] = [[]]
    for second in seconds:
        tracks[-1].append(second)
        if second in stops:
            tracks.append([])
    return [track for track in tracks if track]


def _point(motion: Motion, second: int) -> str:
    moment = motion.moments[second]
    if moment.position is None or moment.altitude_m is None:
        raise ValueError("the old watch has no sensor but positions: give indoor runs to another")
    lat, lon = moment.position
    return _POINT.format(
        time=stamp(motion.at(second)),
        lat=lat,
        lon=lon,
        ele=moment.altitude_m,
        metres=moment.distance_m,
        hr=round(moment.heart_rate_bpm),
        speed=moment.speed_m_s,
        cad=round(moment.cadence_spm / 2),
    )
