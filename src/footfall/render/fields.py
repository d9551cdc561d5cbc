"""One run as nested plain values under the keys of the interface: the JSON has them nested, the table joined by `_`."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping

import numpy as np

from footfall.history.history import History, Outing
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import GradeBand
from footfall.model.summary import Curve, FileRef, Load, RunSummary
from footfall.wording.notes import note_text

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON can hold."""

_DIGITS = 6
"""Significant digits: finer than any of our intervals, coarse enough that platforms agree."""


def number(value: float | None) -> int | float | None:
    """Rounded to what means something; None for what is not known, never NaN."""
    if value is None or not math.isfinite(value):
        return None
    rounded = float(f"{value:.{_DIGITS}g}")
    return int(rounded) if rounded.is_integer() else rounded


def outings_by_run(history: History) -> Mapping[str, Outing]:
    """Run id -> the outing it is part of."""
    return {run.id: outing for outing in history.outings for run in outing.runs}


def counted_runs(runs: Iterable[RunSummary], history: History) -> tuple[RunSummary, ...]:
    """The runs, without second recordings of one time: those are listed, and count for nothing."""
    counted = outings_by_run(history)
    return tuple(run for run in runs if run.id in counted)


def run_fields(run: RunSummary, outing: Outing | None) -> dict[str, Plain]:
    """Every key of one run but `curve`.

    outing   the one it is part of: pain belongs to it, so each of its runs carries the same.
    """
    return {
        "id": run.id,
        "files": [_file(file) for file in run.files],
        "format": run.format,
        "device": run.device,
        "name": run.name,
        "shoes": run.shoes,
        "description": run.description,
        "sport": run.sport,
        "sub_sport": run.sub_sport,
        "start": _second(run.start).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "start_kind": run.start_kind.value,
        "utc_offset_s": run.utc_offset_s,
        "offset_source": run.offset_source,
        "local_date": run.local_date.isoformat(),
        "elapsed_s": number(run.elapsed_s),
        "timer_s": number(run.timer_s),
        "moving_s": number(run.moving_s),
        "running_s": number(run.running_s),
        "walking_s": number(run.walking_s),
        "distance_m": number(run.distance_m),
        "distance_source": run.distance_source,
        "ascent_m": number(run.ascent_m),
        "descent_m": number(run.descent_m),
        "grade_coverage": number(run.grade_coverage),
        "cadence": {
            "mean_spm": number(run.cadence.value),
            "source": run.cadence.source,
            "factor": run.cadence_factor,
            "coverage": number(run.cadence.coverage),
            "low": number(run.cadence.low),
            "high": number(run.cadence.high),
        },
        "footfalls": _footfalls(run),
        "contact_balance_pct": number(run.contact_balance.value),
        "force": {
            "peak_bw": number(run.force.value),
            "low": number(run.force.low),
            "high": number(run.force.high),
            "contact_time_source": run.contact_time_source,
            "coverage": number(run.force.coverage),
        },
        "load": _load(run.load),
        "loads": [_load(load) for load in run.loads],
        "easy_km": {**easy_km_fields(run.easy_km, run.easy), "source": run.easy.source if run.easy.known else None},
        "lumbar": {
            "per_footfall_bw": _range(run.lumbar_per_footfall),
            "cumulative_bw": _range(run.lumbar_cumulative),
            "cumulative_kn": _range(run.lumbar_cumulative_kn),
        },
        "pain": _pain(outing),
        "notes": [{"code": note.code, "message": note_text(note)} for note in run.notes],
    }


def curve_fields(curve: Curve) -> dict[str, Plain]:
    """The run minute by minute."""
    return {
        "minute": _numbers(curve.minute),
        "footfalls": _numbers(curve.footfalls),
        "load": _numbers(curve.load),
        "cadence_spm": _numbers(curve.cadence_spm),
        "distance_m": _numbers(curve.distance_m),
        "easy_km": _numbers(curve.easy_km),
    }


def easy_km_fields(values: Mapping[str, float], first: Measure) -> dict[str, Plain]:
    """Easy kilometres by exponent; `first`, b = 1, gives the interval."""
    found: dict[str, Plain] = {name: number(values.get(name)) for name in ("b1", "b4", "b10")}
    return {**found, "low": number(first.low), "high": number(first.high)}


def _file(file: FileRef) -> dict[str, Plain]:
    return {
        "path": file.path,
        "sha256": file.sha256,
        "format": file.format,
        "device": file.device,
        "taken": list(file.taken),
    }


def _second(moment: dt.datetime) -> dt.datetime:
    """The nearest whole second: some clocks record fractions, which no reader of the interface expects."""
    return (moment + dt.timedelta(milliseconds=500)).replace(microsecond=0)


def _numbers(values: FloatArray) -> list[Plain]:
    return [number(float(value)) for value in np.asarray(values)]


def _footfalls(run: RunSummary) -> dict[str, Plain]:
    counts = run.footfalls
    return {
        "total": number(counts.total.value),
        "low": number(counts.total.low),
        "high": number(counts.total.high),
        "running": number(counts.running),
        "walking": number(counts.walking),
        "downhill": number(counts.downhill),
        "uphill": number(counts.uphill),
        "device_total": counts.device_total,
        "by_grade": {band.name.lower(): number(counts.by_grade[band]) for band in GradeBand},
        "left": number(counts.left),
        "right": number(counts.right),
        "coverage": number(counts.total.coverage),
    }


def _load(load: Load) -> dict[str, Plain]:
    return {
        "model": load.model,
        "value": number(load.measure.value),
        "low": number(load.measure.low),
        "high": number(load.measure.high),
        "unit": load.measure.unit,
        "exploratory": load.exploratory,
    }


def _range(measure: Measure | None) -> dict[str, Plain] | None:
    if measure is None:
        return None
    return {"low": number(measure.low), "mid": number(measure.value), "high": number(measure.high)}


def _pain(outing: Outing | None) -> dict[str, Plain] | None:
    if outing is None or outing.entry is None:
        return None
    entry, onset = outing.entry, outing.onset
    return {
        "before": number(entry.pain_before),
        "max": number(entry.pain_max),
        "after": number(entry.pain_after),
        "next_morning": number(entry.pain_next_morning),
        "onset_state": onset.state.value,
        "onset_min": number(onset.minute),
        "onset_footfalls": number(onset.footfalls),
        "onset_load": number(onset.load),
        "onset_distance_m": number(onset.distance_m),
        "sites": _names(entry.sites),
        "qualities": _names(entry.qualities),
        "eased_after_min": number(entry.eased_after_min),
        "rpe": number(entry.rpe),
        "shoes": entry.shoes,
        "note": entry.note,
        "filled": _names(entry.filled),
    }


def _names(codes: Iterable[str]) -> list[Plain]:
    return [str(code) for code in sorted(codes)]
