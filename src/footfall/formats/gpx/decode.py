"""GPX 1.0 and 1.1: every track a recording of its own."""

import hashlib
from dataclasses import replace

import numpy as np

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats.decoder import Reader
from footfall.formats.gpx.document import VOCABULARY, GpxDocument, GpxTrack, read_document
from footfall.formats.gpx.fallback import MOST_BYTES, read_with_gpxpy
from footfall.formats.xml.mend import Mended, read_on
from footfall.formats.xml.recordings import cut_out, gather
from footfall.formats.xml.samples import to_samples
from footfall.formats.xml.sports import to_sport
from footfall.formats.xml.text import read_text, root_name
from footfall.model.intervals import FloatArray, IntArray, Intervals
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
        text, misfit = read_text(data)
        mended, read_by = _read(text, reader)
        document = mended.document
        source = Source(path, hashlib.sha256(data).hexdigest(), self.name, read_by, producer=document.creator)

        def record(track: GpxTrack) -> Decoded:
            return _recording(track, replace(source, name=track.name or document.name))

        return gather(
            document.tracks,
            record,
            part_name="track",
            other_kind="route" if document.has_routes else "waypoints" if document.has_waypoints else None,
            broken=mended.broken,
            path=path,
            told=(*(() if misfit is None else (misfit.to_problem(path),)), *cut_out(mended.cut, path)),
        )


def _read(text: str, reader: Reader) -> tuple[Mended[GpxDocument], str]:
    """The document and who read it."""
    if reader is Reader.GPXPY:
        return Mended(read_with_gpxpy(text), (), None), "gpxpy"
    mended = read_on(text, VOCABULARY.element, read_document)
    if reader is Reader.OURS or mended.broken is None or mended.document.tracks or len(text) > MOST_BYTES:
        return mended, "footfall"
    try:
        return Mended(read_with_gpxpy(text), (), None), "gpxpy"
    except DamagedFileError:  # as expected of a document that breaks before its first track; ours knows the line
        return mended, "footfall"


def _recording(track: GpxTrack, source: Source) -> Decoded:
    samples = to_samples(track.points, source.path)
    sport, sub_sport = to_sport(track.type)
    sessions = () if sport is None else (Session(0.0, samples.end_s, sport=sport, sub_sport=sub_sport),)
    return Decoded(
        samples.start,
        samples.columns,
        source,
        sessions=sessions,
        problems=samples.problems,
        utc_offset_s=samples.offset_s,
        breaks=_breaks(samples.columns["time_s"], track.segments[samples.rows]),
    )


def _breaks(time_s: FloatArray, segments: IntArray) -> Intervals:
    """From the last point of a segment to the first of the next, where the clock goes forward."""
    at = np.flatnonzero(np.diff(segments))
    return Intervals.covering(time_s[at], time_s[at + 1])
