"""The tracks of a GPX document, streamed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from footfall.formats.xml.blocks import Folded, unfolded
from footfall.formats.xml.listening import PointListener, read_in_blocks
from footfall.formats.xml.names import STANCE_TIME_MS, TIME, Vocabulary
from footfall.formats.xml.points import Points, PointTexts
from footfall.formats.xml.walk import Break, walk
from footfall.model.intervals import IntArray

VOCABULARY = Vocabulary(
    element="trkpt",
    attributes={"lat": "lat_deg", "lon": "lon_deg"},
    children={
        ("trkpt", "ele"): "altitude_m",
        ("trkpt", "time"): TIME,
        ("heartratebpm", "value"): "heart_rate_bpm",
    },
    # Garmin's TrackPointExtension, Cluetrust's gpxdata and what Strava, Suunto, Polar, gpx.studio and others write
    anywhere={
        "cad": "cadence_per_min",
        "cadence": "cadence_per_min",
        "runcadence": "cadence_per_min",
        "hr": "heart_rate_bpm",
        "heartrate": "heart_rate_bpm",
        "heartratebpm": "heart_rate_bpm",
        "speed": "speed_m_s",
        "power": "power_w",
        "watts": "power_w",
        "powerinwatts": "power_w",
        "atemp": "temperature_c",
        "temp": "temperature_c",
        "temperature": "temperature_c",
        "distance": "distance_m",
        "groundcontacttime": STANCE_TIME_MS,
    },
)


@dataclass(frozen=True, eq=False)
class GpxTrack:
    """One `<trk>`. None = not given.

    points    of all its segments, in file order.
    segments  shape (n,); which segment each point stands in, counted from 0.
    """

    name: str | None
    type: str | None
    points: Points
    segments: IntArray


@dataclass(frozen=True, eq=False)
class GpxDocument:
    """What a GPX file holds. `broken` says where it stops being XML; None for a whole one. Tracks without points are left out."""

    tracks: tuple[GpxTrack, ...]
    creator: str | None
    name: str | None
    has_routes: bool
    has_waypoints: bool
    broken: Break | None = None


def read_document(text: str) -> GpxDocument:
    """The document as far as it is XML; points written alike are read in blocks.

    Raises  UnsupportedFileError `unsafe-xml` or `too-large`.
    """
    return read_in_blocks(text, VOCABULARY, _read)


def read_document_point_by_point(text: str) -> GpxDocument:
    """The same by expat alone."""
    return _read(unfolded(text))


def to_track(name: str | None, kind: str | None, segments: Sequence[Sequence[int]], points: Points) -> GpxTrack:
    """A track of points by their numbers, segment by segment."""
    numbers = [number for segment in segments for number in segment]
    lengths = [len(segment) for segment in segments]
    return GpxTrack(name, kind, points.take(numbers), np.repeat(np.arange(len(lengths)), lengths))


def _read(folded: Folded) -> GpxDocument:
    texts = folded.texts()
    listener = _Listener(texts)
    broken = walk(folded.text, listener, folded.marker)
    points = texts.to_points()
    return GpxDocument(
        tracks=tuple(
            to_track(track.name, track.type, track.segments, points) for track in listener.tracks if any(track.segments)
        ),
        creator=listener.creator,
        name=listener.name,
        has_routes="rte" in listener.seen,
        has_waypoints="wpt" in listener.seen,
        broken=broken,
    )


@dataclass(slots=True)
class _Track:
    name: str | None = None
    type: str | None = None
    segments: list[list[int]] = field(default_factory=list)


class _Listener(PointListener):
    """Hears a GPX document and keeps its tracks."""

    def __init__(self, texts: PointTexts) -> None:
        super().__init__(VOCABULARY, texts)
        self.tracks: list[_Track] = []
        self.creator: str | None = None
        self.name: str | None = None
        self.seen: set[str] = set()
        self._track: _Track | None = None
        self.starts = {
            **self.starts,
            "gpx": self._start_gpx,
            "trk": self._start_track,
            "trkseg": self._start_segment,
            "rte": lambda parent, attributes: self.seen.add("rte"),
            "wpt": lambda parent, attributes: self.seen.add("wpt"),
        }
        self.ends = {**self.ends, "trk": self._end_track, "name": self._end_name, "type": self._end_type}

    def wants_points(self) -> bool:
        return self._track is not None

    def numbers(self) -> list[int]:
        segments = self.tracks[-1].segments
        if not segments:  # points that stand in no segment
            segments.append([])
        return segments[-1]

    def _start_gpx(self, _: str, attributes: Mapping[str, str]) -> None:
        self.creator = attributes.get("creator")

    def _start_track(self, *_: object) -> None:
        self.count_part()
        self._track = _Track()
        self.tracks.append(self._track)

    def _end_track(self, *_: object) -> None:
        self._track = None

    def _start_segment(self, *_: object) -> None:
        if self._track is not None and (not self._track.segments or self._track.segments[-1]):
            self._track.segments.append([])

    def _end_name(self, parent: str, text: str) -> None:
        if parent == "trk" and self._track is not None:
            self._track.name = text.strip() or None
        elif parent in {"gpx", "metadata"}:
            self.name = text.strip() or None

    def _end_type(self, parent: str, text: str) -> None:
        if parent == "trk" and self._track is not None:
            self._track.type = text.strip() or None
