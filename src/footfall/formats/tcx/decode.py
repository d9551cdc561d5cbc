"""TCX: every activity a recording of its own, with its laps and their totals."""

import hashlib
from dataclasses import replace

from footfall.errors import UnsupportedFileError
from footfall.formats.decoder import Reader
from footfall.formats.tcx.document import DISTANCE, TIMER, VOCABULARY, TcxActivity, TcxDocument, read_document
from footfall.formats.tcx.lap_totals import leave_out_impossible
from footfall.formats.tcx.laps import to_laps, total
from footfall.formats.xml.mend import read_on
from footfall.formats.xml.recordings import cut_out, gather
from footfall.formats.xml.samples import Samples, to_samples
from footfall.formats.xml.sports import to_sport
from footfall.formats.xml.text import read_text, root_name
from footfall.model.run import Decoded, Session, Source

_ROOTS = {"trainingcenterdatabase", "activities", "activity"}
"""Some exports lost the outer elements on the way."""


class TcxDecoder:
    """TCX, streamed to columns."""

    name = "tcx"

    def recognises(self, head: bytes) -> bool:
        """By the root element."""
        return root_name(head) in _ROOTS

    def decode(self, data: bytes, path: str, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
        """One recording per activity that has points; what Decoder says.

        Raises  NotAnActivityError when there are only courses or workouts, RunFileError `no-time`, `no-samples` or
                `bad-clock`, DamagedFileError when nothing came before the break, UnsupportedFileError `unsafe-xml`, or when
                a fallback is asked for: there is none.
        """
        if reader.is_fallback:
            raise UnsupportedFileError("unknown-format.other-reader", reason="unknown-format", reader=reader.value, format="TCX")
        text, misfit = read_text(data)
        mended = read_on(text, VOCABULARY.element, read_document)
        document = mended.document
        left_out = any(lap.leave_out_totals() for activity in document.activities for lap in activity.laps if not lap.whole)
        source = Source(path, hashlib.sha256(data).hexdigest(), self.name, "footfall")
        return gather(
            document.activities,
            lambda activity: _recording(activity, document, source),
            part_name="activity",
            other_kind="course" if document.has_courses else "workout" if document.has_workouts else None,
            broken=mended.broken,
            path=path,
            told=(*(() if misfit is None else (misfit.to_problem(path),)), *cut_out(mended.cut, path)),
            totals_left_out=left_out,
        )


def _recording(activity: TcxActivity, document: TcxDocument, source: Source) -> Decoded:
    numbers = [number for lap in activity.laps for number in lap.numbers]
    samples = to_samples(document.points.take(numbers), source.path)
    impossible = leave_out_impossible(activity.laps, document.points, source.path)
    laps, pauses = to_laps(activity.laps, document.points, samples)
    return Decoded(
        samples.start,
        samples.columns,
        replace(source, producer=document.author or activity.device, device=activity.device),
        laps=laps,
        pauses=pauses,
        sessions=(_session(activity, samples),),
        problems=(*samples.problems, *impossible),
        utc_offset_s=samples.offset_s,
    )


def _session(activity: TcxActivity, samples: Samples) -> Session:
    """Totals as the laps state them. TCX has none of its own; elapsed time it does not state at all."""
    sport, sub_sport = to_sport(activity.sport)
    return Session(
        0.0,
        samples.end_s,
        sport=sport,
        sub_sport=sub_sport,
        timer_s=total(activity.laps, TIMER),
        distance_m=total(activity.laps, DISTANCE),
    )
