"""GPX 1.0 and 1.1: every track a recording of its own."""

import hashlib
from dataclasses import replace

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats.decoder import Reader
from footfall.formats.gpx.document import GpxDocument, GpxTrack, read_document
from footfall.formats.gpx.fallback import MOST_BYTES, read_with_gpxpy
from footfall.formats.xml.recordings import gather
from footfall.formats.xml.samples import to_samples
from footfall.formats.xml.sports import to_sport
from footfall.formats.xml.text import root_name, to_text
from footfall.model.run import Decoded, Session, Source


class GpxDecoder:
    """GPX, streamed to columns; `gpxpy` behind it."""

    name = "gpx"

    def recognises(self, head: bytes) -> bool:
        """By the root element."""
        return root_name(head) == "gpx"

    def decode(self, data: bytes, path: str, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
        """One recording per track that has one; what Decoder says.

        Raises  NotAnActivityError when there are only routes or waypoints, RunFileError `no-time`, `no-samples` or
                `bad-clock`, DamagedFileError when nothing came before the break, UnsupportedFileError `unsafe-xml`.
        """
        if reader is Reader.FITPARSE:
            raise UnsupportedFileError("unknown-format.other-reader", reason="unknown-format", reader=reader.value, format="GPX")
        document, read_by = _read(to_text(data), reader)
        source = Source(path, hashlib.sha256(data).hexdigest(), self.name, read_by, producer=document.creator)

        def record(track: GpxTrack) -> Decoded:
            return _recording(track, replace(source, name=track.name or document.name))

        return gather(
            document.tracks,
            record,
            part_name="track",
            other_kind="route" if document.has_routes else "waypoints" if document.has_waypoints else None,
            broken=document.broken,
            path=path,
        )


def _read(text: str, reader: Reader) -> tuple[GpxDocument, str]:
    """The document and who read it."""
    if reader is Reader.GPXPY:
        return read_with_gpxpy(text), "gpxpy"
    document = read_document(text)
    if document.broken is None or document.tracks or len(text) > MOST_BYTES:
        return document, "footfall"
    try:
        return read_with_gpxpy(text), "gpxpy"
    except DamagedFileError:  # as expected of a document that breaks before its first track; ours knows the line
        return document, "footfall"


def _recording(track: GpxTrack, source: Source) -> Decoded:
    samples = to_samples(track.points, source.path)
    sport, sub_sport = to_sport(track.type)
    sessions = () if sport is None else (Session(0.0, samples.end_s, sport=sport, sub_sport=sub_sport),)
    return Decoded(
        samples.start, samples.columns, source, sessions=sessions, problems=samples.problems, utc_offset_s=samples.offset_s
    )
