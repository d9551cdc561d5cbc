"""The activities of a TCX document, streamed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from footfall.formats.xml.blocks import Folded, unfolded
from footfall.formats.xml.listening import PointListener, read_in_blocks
from footfall.formats.xml.names import STANCE_TIME_MS, TIME, Vocabulary
from footfall.formats.xml.points import Points, PointTexts
from footfall.formats.xml.walk import Break, walk

VOCABULARY = Vocabulary(
    element="trackpoint",
    attributes={},
    children={
        ("trackpoint", "time"): TIME,
        ("trackpoint", "altitudemeters"): "altitude_m",
        ("trackpoint", "distancemeters"): "distance_m",
        ("heartratebpm", "value"): "heart_rate_bpm",
    },
    anywhere={
        "latitudedegrees": "lat_deg",
        "longitudedegrees": "lon_deg",
        "cadence": "cadence_per_min",  # of a bike by the schema, of feet by Strava, Coros and others
        "runcadence": "cadence_per_min",
        "speed": "speed_m_s",
        "watts": "power_w",
        "groundcontacttime": STANCE_TIME_MS,
    },
)


TIMER, DISTANCE, TRIGGER, INTENSITY = TOTALS = ("totaltimeseconds", "distancemeters", "triggermethod", "intensity")
"""What a lap states of itself. Its `Steps` (LX) are not read: the schema does not say of which feet, and no file at hand has
them beside a cadence to tell by. A wrong guess would halve or double a run."""


@dataclass(slots=True)
class TcxLap:
    """One `<Lap>`.

    start    its StartTime as written; None = not given.
    totals   the texts of its elements TOTALS, by name; a missing one was not given.
    tracks   numbers of points, one list per `<Track>`.
    whole    False where the document breaks off before the lap ends.
    """

    start: str | None = None
    totals: dict[str, str] = field(default_factory=dict)
    tracks: list[list[int]] = field(default_factory=list)
    whole: bool = False

    def leave_out_totals(self) -> bool:
        """Forget what the lap states of its length: it counts points that were not read. True when it stated any."""
        stated = [self.totals.pop(name, None) for name in (TIMER, DISTANCE)]
        return any(text is not None for text in stated)

    @property
    def numbers(self) -> list[int]:
        """Numbers of all its points, in file order."""
        return [number for track in self.tracks for number in track]


@dataclass(slots=True)
class TcxActivity:
    """One `<Activity>`."""

    sport: str | None = None
    device: str | None = None
    laps: list[TcxLap] = field(default_factory=list)

    @property
    def last_lap(self) -> TcxLap:
        """The lap that is being read. A track that stands in none, or behind one, gets one without totals."""
        if not self.laps or self.laps[-1].whole:
            self.laps.append(TcxLap())
        return self.laps[-1]

    @property
    def last_track(self) -> list[int]:
        """The track that is being read; the same for points that stand in none."""
        lap = self.last_lap
        if not lap.tracks:
            lap.tracks.append([])
        return lap.tracks[-1]


@dataclass(frozen=True, eq=False)
class TcxDocument:
    """What a TCX file holds.

    points   all points of the file; the tracks of laps tell which are whose.
    author   the program that wrote the file.
    broken   where the file stops being XML; None for a whole one.
    """

    activities: tuple[TcxActivity, ...]
    points: Points
    author: str | None
    has_courses: bool
    has_workouts: bool
    broken: Break | None = None


def read_document(text: str) -> TcxDocument:
    """The document as far as it is XML; points written alike are read in blocks.

    Raises  UnsupportedFileError `unsafe-xml` or `too-large`.
    """
    return read_in_blocks(text, VOCABULARY, _read)


def read_document_point_by_point(text: str) -> TcxDocument:
    """The same by expat alone."""
    return _read(unfolded(text))


def _read(folded: Folded) -> TcxDocument:
    texts = folded.texts()
    listener = _Listener(texts)
    broken = walk(folded.text, listener, folded.marker)
    return TcxDocument(
        activities=tuple(listener.activities),
        points=texts.to_points(),
        author=listener.author,
        has_courses="course" in listener.seen,
        has_workouts="workout" in listener.seen,
        broken=broken,
    )


class _Listener(PointListener):
    """Hears a TCX document and keeps its activities."""

    def __init__(self, texts: PointTexts) -> None:
        super().__init__(VOCABULARY, texts)
        self.activities: list[TcxActivity] = []
        self.author: str | None = None
        self.seen: set[str] = set()
        self._activity: TcxActivity | None = None  # courses have laps and tracks too
        self.starts = {
            **self.starts,
            "activity": self._start_activity,
            "lap": self._start_lap,
            "track": self._start_track,
            "course": lambda parent, attributes: self.seen.add("course"),
            "workout": lambda parent, attributes: self.seen.add("workout"),
        }
        self.ends = {
            **self.ends,
            **{name: partial(self._end_total, name) for name in TOTALS},
            "activity": self._end_activity,
            "lap": self._end_lap,
            "name": self._end_name,
        }

    def wants_points(self) -> bool:
        return self._activity is not None

    def numbers(self) -> list[int]:
        return self.activities[-1].last_track

    def _start_activity(self, _: str, attributes: Mapping[str, str]) -> None:
        self.count_part()
        self._activity = TcxActivity(sport=attributes.get("Sport"))
        self.activities.append(self._activity)

    def _end_activity(self, *_: object) -> None:
        self._activity = None

    def _start_lap(self, _: str, attributes: Mapping[str, str]) -> None:
        if self._activity is not None:
            self.count_part()
            self._activity.laps.append(TcxLap(start=attributes.get("StartTime")))

    def _end_lap(self, *_: object) -> None:
        if self._activity is not None:
            self._activity.last_lap.whole = True

    def _start_track(self, *_: object) -> None:
        if self._activity is not None:
            tracks = self._activity.last_lap.tracks
            if not tracks or tracks[-1]:  # an empty one says nothing
                tracks.append([])

    def _end_total(self, name: str, parent: str, text: str) -> None:
        if self.point.is_open:
            self.point.leaf(name, parent, text)  # distance is of both
        elif parent == "lap" and self._activity is not None:
            self._activity.last_lap.totals[name] = text.strip()

    def _end_name(self, parent: str, text: str) -> None:
        if parent == "creator" and self._activity is not None:
            self._activity.device = text.strip() or None
        elif parent == "author":
            self.author = text.strip() or None
