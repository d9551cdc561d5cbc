"""What is in one file, what was dropped, mended or inferred, and why: for `footfall doctor`. No position is shown."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from footfall.metrics.runs import PassedOver
from footfall.model.columns import COLUMNS
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Lap, Run, Session
from footfall.render.fields import Plain, number
from footfall.wording import say
from footfall.wording.notes import note_text

_POSITION = frozenset({"lat_deg", "lon_deg"})
"""Columns whose values stay unsaid: the text is made to be pasted into a bug report."""


class InspectedRecording(Protocol):
    """One recording of the file and what became of it."""

    @property
    def decoded(self) -> Decoded: ...  # noqa: D102
    @property
    def runs(self) -> tuple[Run, ...]: ...  # noqa: D102
    @property
    def passed_over(self) -> tuple[PassedOver, ...]: ...  # noqa: D102


class InspectedFile(Protocol):
    """The file as it was read."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def sha256(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    @property
    def recordings(self) -> Sequence[InspectedRecording]: ...  # noqa: D102
    @property
    def problems(self) -> tuple[Problem, ...]: ...  # noqa: D102


def document(file: InspectedFile, measured: Sequence[Measured]) -> dict[str, Plain]:
    """Everything as plain values: the JSON of `doctor`, and what its text is written from.

    measured   of each run, in the order of the recordings and their runs.
    """
    by_id = {one.run_id: one for one in measured}
    return {
        "path": file.path,
        "size_bytes": file.size,
        "sha256": file.sha256 or None,
        "recordings": [_recording(recording, by_id) for recording in file.recordings],
        "problems": [
            {"path": one.path, "where": one.where, "reason": one.reason, "message": one.message} for one in file.problems
        ],
    }


def _recording(recording: InspectedRecording, measured: dict[str, Measured]) -> dict[str, Plain]:
    decoded = recording.decoded
    source = decoded.source
    return {
        "format": source.format,
        "reader": source.reader,
        "producer": source.producer,
        "device": source.device,
        "start": decoded.start.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "start_kind": decoded.start_kind.value,
        "utc_offset_s": decoded.utc_offset_s,
        "records": len(decoded.columns["time_s"]),
        "columns": list(column_fields(decoded)),
        "laps": {"count": len(decoded.laps), "triggers": dict(laps_fields(decoded.laps))},
        "pauses": {"count": len(decoded.pauses), "total_s": number(decoded.pauses.total_s)},
        "sessions": [_session(session) for session in decoded.sessions],
        "passed_over": [{"sport": one.sport, "reason": one.reason} for one in recording.passed_over],
        "runs": [_run(run, measured[run.id]) for run in recording.runs if run.id in measured],
    }


def column_fields(decoded: Decoded) -> list[dict[str, Plain]]:
    """Each column that is there: how many values, from where to where; of positions, how many only."""
    return [_column(decoded, name) for name in COLUMNS if name in decoded.columns]


def _column(decoded: Decoded, name: str) -> dict[str, Plain]:
    values = decoded.columns[name]
    known = values[np.isfinite(values)]
    told = known.size > 0 and name not in _POSITION
    return {
        "name": name,
        "unit": COLUMNS[name].unit,
        "values": int(known.size),
        "low": number(float(known.min())) if told else None,
        "high": number(float(known.max())) if told else None,
    }


def laps_fields(laps: Sequence[Lap]) -> dict[str, int]:
    """What closed a lap -> how many."""
    return dict(Counter(lap.trigger or say("doctor.no-trigger") for lap in laps).most_common())


def _session(session: Session) -> dict[str, Plain]:
    return {
        "sport": session.sport,
        "sub_sport": session.sub_sport,
        "timer_s": number(session.timer_s),
        "elapsed_s": number(session.elapsed_s),
        "distance_m": number(session.distance_m),
        "total_strides": session.total_strides,
        "workout_feel": number(session.workout_feel),
        "workout_rpe": number(session.workout_rpe),
    }


def _run(run: Run, measured: Measured) -> dict[str, Plain]:
    totals = measured.totals
    return {
        "id": run.id,
        "sport": run.sport,
        "sub_sport": run.sub_sport,
        "start": run.start.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "start_kind": run.start_kind.value,
        "timer_s": number(totals.timer_s),
        "running_s": number(totals.running_s),
        "walking_s": number(totals.walking_s),
        "standing_s": number(totals.standing_s),
        "distance_m": number(totals.distance_m),
        "distance_source": totals.distance_source,
        "cadence_factor": totals.cadence_factor,
        "footfalls_recorded": number(float(measured.bins.footfalls.sum())),
        "cadence_recorded_s": number(float(measured.bins.cadence_time_s.sum())),
        "contact_recorded_s": number(float(measured.bins.contact_time_s.sum())),
        "device_strides": None if run.session is None else run.session.total_strides,
        "notes": [{"code": note.code, "message": note_text(note)} for note in measured.notes],
    }
