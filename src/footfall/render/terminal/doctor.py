"""What is in one file, as text."""

import datetime as dt
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from footfall.model.measured import Measured
from footfall.model.run import Decoded, Run, Session, StartKind
from footfall.render.doctor import InspectedFile, InspectedRecording, column_fields, laps_fields
from footfall.render.printable import printable
from footfall.render.terminal.one_run import span
from footfall.render.terminal.problems import lines
from footfall.wording import say
from footfall.wording.codes import called
from footfall.wording.notes import note_text
from footfall.wording.numbers import distance_number, listed, number, percent

_CADENCE = {1: "doctor.cadence.steps", 2: "doctor.cadence.strides", None: "doctor.cadence.none"}


def blocks(file: InspectedFile, measured: Sequence[Measured]) -> Iterator[RenderableType]:
    """The file, each of its recordings and their runs, then what was wrong with it."""
    if file.sha256:  # blank when the file could not be opened: the problem below has its name
        head = say("doctor.file", path=file.path, size=number(file.size), sha256=file.sha256[:12])
        yield Text(printable(head), style="bold")
    by_id = {one.run_id: one for one in measured}
    for recording in file.recordings:
        yield _recording(recording)
        for run in recording.runs:
            if run.id in by_id:
                yield _run(run, by_id[run.id])
        for passed in recording.passed_over:
            yield Text(printable(say("doctor.passed-over", sport=passed.sport, why=say(f"terminal.reason.{passed.reason}"))))
    if file.problems:
        yield Group(Text(say("doctor.problems"), style="bold"), *(_indented(Text(lines(one))) for one in file.problems))
    elif not file.recordings:
        yield Text(say("doctor.nothing"))


def _recording(recording: InspectedRecording) -> RenderableType:
    decoded = recording.decoded
    source = decoded.source
    made_by = " ".join(part for part in (source.producer, source.device) if part is not None) or say("doctor.unnamed")
    start = _start(decoded.start, decoded.start_kind)
    if decoded.start_kind is StartKind.UTC:
        start += ", " + (say("doctor.no-offset") if decoded.utc_offset_s is None else _offset(decoded.utc_offset_s))
    head = say(
        "doctor.recording",
        format=source.format,
        reader=source.reader,
        made_by=made_by,
        start=start,
        records=number(len(decoded.columns["time_s"])),
    )
    facts = _facts(_recording_facts(decoded))
    return Group(Text(printable(head), style="bold"), _indented(_columns(decoded)), _indented(facts))


def _start(start: dt.datetime, kind: StartKind) -> str:
    """When it began, as far as that is known."""
    return say(f"doctor.start.{kind.value}", day=start.strftime("%Y-%m-%d"), time=start.strftime("%H:%M:%S"))


def _columns(decoded: Decoded) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for name in ("name", "values", "low", "high", "unit"):
        table.add_column(justify="left" if name in {"name", "unit"} else "right", no_wrap=True)
    table.add_row(*(Text(say(f"doctor.column.{name}"), style="dim") for name in ("name", "values", "low", "high", "unit")))
    for column in column_fields(decoded):
        low, high = (_written(column[end]) for end in ("low", "high"))
        table.add_row(str(column["name"]), number(_count(column["values"])), low, high, str(column["unit"]))
    return table


def _written(value: object) -> str:
    if not isinstance(value, int | float):
        return say("terminal.not-applicable")
    return number(value, 0 if float(value).is_integer() else 2)


def _count(value: object) -> float:
    assert isinstance(value, int)
    return value


def _recording_facts(decoded: Decoded) -> Iterator[tuple[str, str]]:
    laps = laps_fields(decoded.laps)
    if laps:
        told = listed([f"{trigger} {number(count)}" for trigger, count in laps.items()])
        yield "laps", say("doctor.laps", count=number(len(decoded.laps)), triggers=told)
    if len(decoded.pauses):
        yield "pauses", say("doctor.pauses", count=number(len(decoded.pauses)), total=span(decoded.pauses.total_s))
    else:
        yield "pauses", say("doctor.no-pauses")
    for session in decoded.sessions:
        yield "session", _session(session)


def _session(session: Session) -> str:
    parts = [called("sport", part) for part in (session.sport, session.sub_sport) if part is not None]
    if session.timer_s is not None:
        parts.append(say("doctor.session.timer", timer=span(session.timer_s)))
    if session.distance_m is not None:
        parts.append(say("doctor.session.distance", km=distance_number(session.distance_m, 2)))
    if session.total_strides is not None:
        parts.append(say("doctor.session.strides", strides=number(session.total_strides)))
    if session.workout_rpe is not None:
        parts.append(say("doctor.session.rpe", rpe=number(session.workout_rpe)))
    if session.workout_feel is not None:
        parts.append(say("doctor.session.feel", feel=number(session.workout_feel)))
    return ", ".join(parts)


def _run(run: Run, measured: Measured) -> RenderableType:
    head = say("doctor.run", sport=called("sport", run.sport), start=_start(run.start, run.start_kind))
    return Group(Text(printable(head), style="bold"), _indented(_facts(_run_facts(run, measured))))


def _run_facts(run: Run, measured: Measured) -> Iterator[tuple[str, str]]:
    totals, bins = measured.totals, measured.bins
    yield (
        "time",
        say(
            "doctor.time",
            timer=span(totals.timer_s),
            running=span(totals.running_s),
            walking=span(totals.walking_s),
            standing=span(totals.standing_s),
        ),
    )
    if totals.distance_m is not None:
        yield (
            "distance",
            say(
                "terminal.run.distance.value",
                km=distance_number(totals.distance_m, 2),
                source=called("distance", totals.distance_source),
            ),
        )
    yield "cadence", say(_CADENCE[totals.cadence_factor])
    moving_s = totals.running_s + totals.walking_s
    if totals.cadence_factor is not None and moving_s > 0:
        share = percent(float(bins.cadence_time_s.sum()) / moving_s)
        yield "footfalls", say("doctor.footfalls", count=number(float(bins.footfalls.sum())), share=share)
    if run.session is not None and run.session.total_strides is not None:
        yield "device", say("doctor.device", count=number(2 * run.session.total_strides))
    if totals.running_s > 0:
        yield "contact", say("doctor.contact", share=percent(float(bins.contact_time_s.sum()) / totals.running_s))
    for note in measured.notes:
        yield "note", note_text(note)


def _facts(facts: Iterator[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for label, value in facts:
        table.add_row(Text(say(f"doctor.label.{label}")), Text(printable(value)))
    return table


def _offset(seconds: int) -> str:
    sign = "+" if seconds >= 0 else "−"
    return say("doctor.offset", offset=f"{sign}{abs(seconds) // 3600}:{abs(seconds) % 3600 // 60:02d}")


def _indented(block: RenderableType) -> RenderableType:
    return Padding(block, (0, 0, 0, 2))
