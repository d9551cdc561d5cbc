"""Small GPX and TCX documents with known answers, on the open sea."""

import datetime as dt

import numpy as np

from footfall.formats import read_bytes
from footfall.model.run import Decoded

START = dt.datetime(2026, 5, 3, 6, 12, 9, tzinfo=dt.UTC)


def stamp(second: float) -> str:
    """ISO time of a second after START, as watches write it."""
    return (START + dt.timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%SZ")


def trkpt(second: float, inside: str = "", *, time: str | None = None) -> str:
    """One track point: a metre or so north of the one before."""
    when = f"<time>{stamp(second) if time is None else time}</time>"
    return f'<trkpt lat="{54 + second * 1e-5:.7f}" lon="6.5"><ele>{second / 10:.1f}</ele>{when}{inside}</trkpt>'


def gpx(*points: str, before: str = "", track: str = "", attributes: str = 'creator="made" version="1.1"') -> str:
    """A GPX document of one track."""
    return f"<gpx {attributes}>{before}<trk>{track}<trkseg>{''.join(points)}</trkseg></trk></gpx>"


def trackpoint(second: float, inside: str = "") -> str:
    """One point of a TCX without position: a treadmill."""
    return f"<Trackpoint><Time>{stamp(second)}</Time><DistanceMeters>{second * 3:.1f}</DistanceMeters>{inside}</Trackpoint>"


def lap(second: float, timer_s: float, *tracks: tuple[float, ...], trigger: str = "Manual") -> str:
    """A lap of a TCX that starts at a second and has points at the seconds of its tracks."""
    written = "".join(f"<Track>{''.join(trackpoint(point) for point in track)}</Track>" for track in tracks)
    return (
        f'<Lap StartTime="{stamp(second)}"><TotalTimeSeconds>{timer_s}</TotalTimeSeconds><DistanceMeters>{timer_s * 3}'
        f"</DistanceMeters><Intensity>Active</Intensity><TriggerMethod>{trigger}</TriggerMethod>{written}</Lap>"
    )


def tcx(*laps: str, sport: str = "Running", after: str = "") -> str:
    """A TCX document of one activity."""
    activity = f'<Activity Sport="{sport}"><Id>{stamp(0)}</Id>{"".join(laps)}</Activity>'
    return f"<TrainingCenterDatabase><Activities>{activity}</Activities>{after}</TrainingCenterDatabase>"


def read_one(document: str | bytes) -> Decoded:
    """The only recording of a document."""
    data = document.encode() if isinstance(document, str) else document
    (recording,) = read_bytes(data, "made")
    return recording


def assert_same_columns(left: Decoded, right: Decoded) -> None:
    """Start and every column, to the last bit."""
    assert left.start == right.start
    assert set(left.columns) == set(right.columns)
    for name, values in left.columns.items():
        np.testing.assert_array_equal(values, right.columns[name], err_msg=name)
