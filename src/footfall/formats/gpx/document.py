"""The tracks of a GPX document, streamed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footfall.formats.xml.blocks import Folded, fold, unfolded
from footfall.formats.xml.names import TIME, Vocabulary
from footfall.formats.xml.points import OpenPoint, Points, PointTexts
from footfall.formats.xml.walk import BLOCK, Break, End, Start, walk

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
    },
)


@dataclass(frozen=True, eq=False)
class GpxTrack:
    """One `<trk>` with the points of all its segments, in file order. None = not given."""

    name: str | None
    type: str | None
    points: Points


@dataclass(frozen=True, eq=False)
class GpxDocument:
    """What a GPX file holds. `broken` says where it stops being XML; None for a whole one."""

    tracks: tuple[GpxTrack, ...]
    creator: str | None
    name: str | None
    has_routes: bool
    has_waypoints: bool
    broken: Break | None = None


def read_document(text: str) -> GpxDocument:
    """The document as far as it is XML; points written alike are read in blocks.

    Raises  UnsupportedFileError `unsafe-xml`.
    """
    folded = fold(text, VOCABULARY)
    document = _read(folded)
    if document.broken is None or not folded.count:
        return document
    return read_document_point_by_point(text)  # only the document as it is can say the line, and which points came before


def read_document_point_by_point(text: str) -> GpxDocument:
    """The same by expat alone."""
    return _read(unfolded(text))


def _read(folded: Folded) -> GpxDocument:
    texts = folded.texts()
    listener = _Listener(texts)
    broken = walk(folded.text, listener, folded.marker)
    points = texts.to_points()
    return GpxDocument(
        tracks=tuple(GpxTrack(track.name, track.type, points.take(track.numbers)) for track in listener.tracks),
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
    numbers: list[int] = field(default_factory=list)


class _Listener:
    """Hears a GPX document and keeps its tracks."""

    def __init__(self, texts: PointTexts) -> None:
        self.tracks: list[_Track] = []
        self.creator: str | None = None
        self.name: str | None = None
        self.seen: set[str] = set()
        self._track: _Track | None = None
        self._point = OpenPoint(VOCABULARY, texts)
        self.starts: Mapping[str, Start] = {
            "gpx": self._start_gpx,
            "trk": self._start_track,
            "trkpt": self._start_point,
            "rte": lambda parent, attributes: self.seen.add("rte"),
            "wpt": lambda parent, attributes: self.seen.add("wpt"),
            BLOCK: self._block,
        }
        self.ends: Mapping[str, End] = {
            **self._point.ends,
            "trk": self._end_track,
            "trkpt": self._end_point,
            "name": self._end_name,
            "type": self._end_type,
        }

    def _start_gpx(self, _: str, attributes: Mapping[str, str]) -> None:
        self.creator = attributes.get("creator")

    def _start_track(self, *_: object) -> None:
        self._track = _Track()
        self.tracks.append(self._track)

    def _end_track(self, *_: object) -> None:
        self._track = None

    def _start_point(self, _: str, attributes: Mapping[str, str]) -> None:
        if self._track is not None:
            self._point.begin(attributes)

    def _end_point(self, *_: object) -> None:
        number = self._point.finish()
        if self._track is not None and number is not None:
            self._track.numbers.append(number)

    def _block(self, _: str, attributes: Mapping[str, str]) -> None:
        if self._track is not None:
            self._track.numbers.extend(range(int(attributes["first"]), int(attributes["stop"])))

    def _end_name(self, parent: str, text: str) -> None:
        if parent == "trk" and self._track is not None:
            self._track.name = text.strip() or None
        elif parent in {"gpx", "metadata"}:
            self.name = text.strip() or None

    def _end_type(self, parent: str, text: str) -> None:
        if parent == "trk" and self._track is not None:
            self._track.type = text.strip() or None
