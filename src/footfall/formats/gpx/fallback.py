"""GPX through `gpxpy`: read when asked for by name, and where our stream finds no point in a document that is small enough.

It takes 10 times as long and 8 times the memory, so it never sees more than 0.8 MB.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats.gpx.document import VOCABULARY, GpxDocument, to_track
from footfall.formats.xml.names import TIME, LocalNames
from footfall.formats.xml.points import PointTexts
from footfall.formats.xml.walk import refuse_entities

if TYPE_CHECKING:
    from gpxpy.gpx import GPXTrackPoint

MOST_BYTES = 800_000
"""The largest file that the fallback is given."""


def read_with_gpxpy(text: str) -> GpxDocument:
    """The same document as ours, by gpxpy.

    Raises  UnsupportedFileError `too-large` above MOST_BYTES and `unsafe-xml`, DamagedFileError when gpxpy declines it too.
    """
    if len(text) > MOST_BYTES:
        raise UnsupportedFileError(reason="too-large", limit="0.8 MB (by gpxpy)")
    refuse_entities(text)
    import gpxpy  # 0.1 s to import: only who needs it pays

    try:
        document = gpxpy.parse(text)
    except Exception as error:  # whatever a foreign parser makes of a damaged file, to us it is a damaged file
        raise DamagedFileError from error
    texts = PointTexts()
    numbers = [[[_add(point, texts) for point in segment.points] for segment in track.segments] for track in document.tracks]
    points = texts.to_points()
    tracks = [(track, segments) for track, segments in zip(document.tracks, numbers, strict=True) if any(segments)]
    return GpxDocument(
        tracks=tuple(
            to_track(track.name or None, track.type or None, [segment for segment in segments if segment], points)
            for track, segments in tracks
        ),
        creator=document.creator,
        name=document.name,
        has_routes=bool(document.routes),
        has_waypoints=bool(document.waypoints),
    )


def _add(point: "GPXTrackPoint", texts: PointTexts) -> int:
    number = texts.next_number()
    values = {
        "lat_deg": point.latitude,
        "lon_deg": point.longitude,
        "altitude_m": point.elevation,
        "speed_m_s": point.speed,
        TIME: None if point.time is None else point.time.isoformat(),
    }
    for column, value in values.items():
        if value is not None:
            texts.add(column, number, str(value))
    for column, text in _extensions(point.extensions, VOCABULARY.element, LocalNames()):
        texts.add(column, number, text)
    return number


def _extensions(elements: Iterable[Element], parent: str, names: LocalNames) -> Iterator[tuple[str, str]]:
    """(column, text) of every childless element, at any depth."""
    for element in elements:
        if not isinstance(element.tag, str):  # gpxpy takes lxml where it is installed, which passes processing instructions on
            continue
        name = names[element.tag.rpartition("}")[2]]
        column = VOCABULARY.column(parent, name)
        if column is not None and not len(element):
            yield column, element.text or ""
        yield from _extensions(element, name, names)
