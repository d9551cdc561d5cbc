"""Messages -> Decoded: the last step, where a file's own words become ours."""

import numpy as np

from footfall.errors import DamagedFileError, NotAnActivityError, RunFileError
from footfall.formats.fit.clock import Clock, Dated, Told, read_clock
from footfall.formats.fit.columns import Table
from footfall.formats.fit.cycles import cadence_per_min, cycles
from footfall.formats.fit.developer import UnknownUnit, second_sensor
from footfall.formats.fit.heartbeats import beats, heart_rate_bpm
from footfall.formats.fit.identity import ACTIVITY, Identity, identity, kind_name
from footfall.formats.fit.parts import Fault
from footfall.formats.fit.pauses import pauses
from footfall.formats.fit.profile import Kind
from footfall.formats.fit.samples import declined, samples
from footfall.formats.fit.tables import Tables
from footfall.formats.fit.totals import cells, laps, sessions
from footfall.formats.limits import keep_possible
from footfall.model.intervals import BoolArray, FloatArray
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Source, StartKind
from footfall.wording import say

_FAULTS = {
    "bad-checksum": ("bad-checksum", "problem.bad-checksum"),
    "size": ("bad-checksum", "problem.bad-checksum.size"),
    "early": ("truncated", "problem.truncated"),
    "broken": ("truncated", "problem.truncated.broken"),
    "stopped": ("truncated", "problem.truncated.fitparse"),
    "trailing": ("truncated", "problem.truncated.trailing"),
}
"""Fault -> reason code and sentence."""

_MENDED = {Dated.LOCAL: "problem.clock-mended", Dated.CORRELATED: "problem.clock-mended.correlated"}
"""How a watch without a date was dated -> sentence."""

_INFERRED = {"cadence_per_min": "problem.inferred-values.cycles", "heart_rate_bpm": "problem.inferred-values.beats"}
"""Column -> what it was made from."""


def recording(tables: Tables, faults: tuple[Fault, ...], *, path: str, sha256: str, reader: str) -> Decoded:
    """One recording. Raises RunFileError where it is none, or where it has no points or no date."""
    who = identity(tables.get(Kind.FILE_ID))
    if who.kind is not None and who.kind != ACTIVITY:
        raise NotAnActivityError(kind=kind_name(who.kind))
    records = tables.get(Kind.RECORD)
    if records is None or not len(records):
        raise _without_points(tables, faults)
    starts = cells(tables.get(Kind.SESSION), Kind.SESSION, ("start_time",))["start_time"]
    clock = read_clock(tables.times, starts, _told(tables))
    time_s = clock.since_start(tables.times)
    usable = time_s >= 0.0
    second = second_sensor(records, tables.get(Kind.FIELD_DESCRIPTION), tables.get(Kind.DEVELOPER_DATA_ID))
    own = samples(records)
    inferred = _inferred(own, records, tables)
    columns, dropped = keep_possible(_usable({**own, **inferred, **second.columns}, usable), path)
    columns = {**_usable({"time_s": time_s}, usable), **columns}
    count = len(columns["time_s"])
    problems = [_fault_problem(fault, count, path) for fault in faults]
    problems.extend(_said(path, clock, len(records) - count))
    problems.extend(_field_problem(name, path) for name in (*declined(records), *second.misfits))
    problems.extend(_unit_problem(field, path) for field in second.unknown)
    problems.extend(Problem(path, None, "inferred-values", say(_INFERRED[name])) for name in inferred)
    return Decoded(
        start=clock.start,
        columns=columns,
        source=_source(who, path=path, sha256=sha256, reader=reader),
        laps=laps(tables.get(Kind.LAP), clock),
        pauses=pauses(tables.get(Kind.EVENT), clock),
        sessions=sessions(tables.get(Kind.SESSION), clock, float(np.max(columns["time_s"]))),
        problems=(*problems, *dropped),
        utc_offset_s=clock.utc_offset_s,
        start_kind=StartKind.LOCAL if clock.dated is Dated.LOCAL else StartKind.UTC,
    )


def _inferred(own: dict[str, FloatArray], records: Table, tables: Tables) -> dict[str, FloatArray]:
    """Columns that no record has, made from what the file holds of them elsewhere."""
    found: dict[str, FloatArray] = {}
    if "cadence_per_min" not in own:
        count = cycles(records)
        if count is not None:
            found["cadence_per_min"] = cadence_per_min(tables.times, count)
    if "heart_rate_bpm" not in own and tables.get(Kind.HR) is not None:
        found["heart_rate_bpm"] = heart_rate_bpm(tables.times, *beats(tables.get(Kind.HR)))
    return {name: values for name, values in found.items() if not np.isnan(values).all()}


def _told(tables: Tables) -> Told:
    """What the part says of its clocks beside its records."""
    activity = cells(tables.get(Kind.ACTIVITY), Kind.ACTIVITY, ("timestamp", "local_timestamp"))
    names = ("timestamp", "system_timestamp", "local_timestamp")
    correlation = cells(tables.get(Kind.TIMESTAMP_CORRELATION), Kind.TIMESTAMP_CORRELATION, names)
    return Told(
        written=activity["timestamp"],
        local=activity["local_timestamp"],
        utc=correlation["timestamp"],
        system=correlation["system_timestamp"],
        zoned=correlation["local_timestamp"],
    )


def _usable(columns: dict[str, FloatArray], usable: BoolArray) -> dict[str, FloatArray]:
    if usable.all():
        return columns
    return {name: values[usable] for name, values in columns.items()}


def _without_points(tables: Tables, faults: tuple[Fault, ...]) -> RunFileError:
    cut = [fault for fault in faults if fault.code in ("early", "broken", "stopped")]
    if cut or not tables.by_kind:
        where = f"byte {cut[0].at}" if cut else "byte 0"
        return DamagedFileError("damaged.fit", where=where)
    return RunFileError("no-samples", reason="no-samples")


def _source(who: Identity, *, path: str, sha256: str, reader: str) -> Source:
    return Source(path=path, sha256=sha256, format="fit", reader=reader, producer=who.producer, device=who.device)


def _fault_problem(fault: Fault, count: int, path: str) -> Problem:
    reason, key = _FAULTS[fault.code]
    where = f"byte {fault.at}"
    return Problem(path, where, reason, say(key, where=where, count=count, bytes=fault.count))


def _said(path: str, clock: Clock, timeless: int) -> list[Problem]:
    said = []
    if clock.dated is not Dated.WRITTEN:
        said.append(Problem(path, None, "clock-mended", say(_MENDED[clock.dated])))
    if timeless:
        said.append(Problem(path, None, "dropped-values", say("problem.dropped-values.time", count=timeless)))
    return said


def _field_problem(name: str, path: str) -> Problem:
    return Problem(path, None, "dropped-values", say("problem.dropped-values.field", field=name))


def _unit_problem(field: UnknownUnit, path: str) -> Problem:
    return Problem(path, None, "dropped-values", say("problem.dropped-values.unit", field=field.name, unit=field.unit))
