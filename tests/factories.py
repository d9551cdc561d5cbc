"""Runs, diary rows and histories for tests, with known answers: a steady runner on level ground.

Every number of a made run follows from its cadence, force and speed, so a test can say what the answer must be.
"""

import datetime as dt
import hashlib
import math
from collections.abc import Sequence

import numpy as np

from footfall.model.calibration import LineErrors
from footfall.model.diary import DiaryEntry, Onset, OnsetKind
from footfall.model.intervals import Intervals
from footfall.model.measure import Measure
from footfall.model.parts import PARTS, Grounds, PartBit, Parts
from footfall.model.problem import Note
from footfall.model.run import Lap, StartKind
from footfall.model.summary import Curve, FileRef, Footfalls, Load, RunSummary

FORCE_BW = 2.27
FOOTFALLS_PER_EASY_KM = 1011.0


def measure(value: float, unit: str, source: str = "recorded", width: float = 0.01) -> Measure:
    """A measure whose interval is `width` of the value to either side."""
    if math.isnan(value):
        return Measure.unknown(unit)
    return Measure(value, value * (1 - width), value * (1 + width), unit, source, 1.0)


def instant(day: dt.date, clock: str = "07:00", utc_offset_s: int = 0) -> dt.datetime:
    """UTC instant of a local clock time."""
    local = dt.datetime.combine(day, dt.time.fromisoformat(clock), dt.timezone(dt.timedelta(seconds=utc_offset_s)))
    return local.astimezone(dt.UTC)


def steady_curve(timer_s: float, distance_m: float, cadence_spm: float) -> Curve:
    """The curve of an even run: whole minutes, and the last part of one."""
    minutes = timer_s / 60
    minute = np.append(np.arange(0.0, math.ceil(minutes)), minutes)
    cadence = np.full_like(minute, cadence_spm)
    cadence[0] = math.nan
    footfalls = minute * cadence_spm
    easy_km = footfalls / FOOTFALLS_PER_EASY_KM
    return Curve(minute, footfalls, footfalls * FORCE_BW, minute / minutes * distance_m, cadence, easy_km, cadence)


def recorded_parts(footfalls: float) -> Parts:
    """Sums of a run on the level whose every footfall was recorded and is an easy one."""
    counts = np.zeros(PARTS)
    counts[PartBit.RUNNING + PartBit.RECORDED] = footfalls
    line = LineErrors(shared=0.05, own=0.023)
    weighted = dict.fromkeys((1, 4, 10), counts)
    return Parts(counts, counts * FORCE_BW, Grounds(0.0, 0.0, 9, 0.0, line, line), FOOTFALLS_PER_EASY_KM, weighted)


def run_summary(
    start: dt.datetime | None = None,
    *,
    distance_m: float | None = 8000.0,
    timer_s: float = 2880.0,
    elapsed_s: float | None = None,
    cadence_spm: float = 166.0,
    utc_offset_s: int = 0,
    pauses: Sequence[tuple[float, float]] = (),
    laps: Sequence[Lap] = (),
    run_id: str | None = None,
    path: str | None = None,
    sport: str = "running",
    sub_sport: str | None = None,
    walking_s: float = 0.0,
    notes: Sequence[Note] = (),
    curve: Curve | None = None,
    workout_rpe: float | None = None,
    workout_feel: float | None = None,
    shoes: str | None = None,
    description: str | None = None,
    start_kind: StartKind = StartKind.UTC,
) -> RunSummary:
    """One run of a steady runner.

    start      UTC; 1 June 2026, 07:00 where not given.   distance_m  None = not known.
    elapsed_s  timer and pauses where not given.          run_id      from start, distance and timer where not given.
    """
    start = start or dt.datetime(2026, 6, 1, 7, 0, tzinfo=dt.UTC)
    gaps = Intervals(np.array(pauses, dtype=np.float64).reshape(-1, 2))
    run_id = run_id or hashlib.sha256(f"{start.isoformat()} {distance_m} {timer_s}".encode()).hexdigest()
    curve = curve or steady_curve(timer_s, math.nan if distance_m is None else distance_m, cadence_spm)
    running_s = timer_s - walking_s
    count = timer_s / 60 * cadence_spm
    load = measure(count * FORCE_BW, "BW·footfalls", "derived", 0.1)
    easy_km = count / FOOTFALLS_PER_EASY_KM
    return RunSummary(
        id=run_id,
        files=(FileRef(path or f"{run_id[:8]}.fit", run_id),),
        format="fit",
        device="Testwatch 1",
        name=None,
        shoes=shoes,
        description=description,
        sport=sport,
        sub_sport=sub_sport,
        start=start,
        utc_offset_s=utc_offset_s,
        offset_source="file",
        local_date=start.astimezone(dt.timezone(dt.timedelta(seconds=utc_offset_s))).date(),
        elapsed_s=timer_s + gaps.total_s if elapsed_s is None else elapsed_s,
        timer_s=timer_s,
        moving_s=timer_s,
        running_s=running_s,
        walking_s=walking_s,
        distance_m=distance_m,
        distance_source="none" if distance_m is None else "device",
        ascent_m=None,
        descent_m=None,
        cadence=measure(cadence_spm, "steps/min"),
        cadence_factor=2,
        footfalls=Footfalls(
            measure(count, "footfalls"), running_s / 60 * cadence_spm, walking_s / 60 * cadence_spm, 0.0, 0.0, None
        ),
        force=measure(FORCE_BW, "BW", "derived", 0.15),
        contact_time_source="speed",
        load=Load("ground-force", load, exploratory=False),
        loads=(Load("ground-force", load, exploratory=False),),
        easy_km={"b1": easy_km, "b4": easy_km, "b10": easy_km},
        lumbar_per_footfall=Measure(2.8, 1.6, 5.0, "BW", "derived"),
        lumbar_cumulative=Measure(2.8 * count, 1.5 * count, 5.1 * count, "BW·footfalls", "derived"),
        lumbar_cumulative_kn=None,
        curve=curve,
        laps=tuple(laps),
        pauses=gaps,
        workout_rpe=workout_rpe,
        workout_feel=workout_feel,
        notes=tuple(notes),
        start_kind=start_kind,
        parts=recorded_parts(count),
        easy=measure(easy_km, "easy km", "derived", 0.07),
    )


def run_on(day: dt.date, clock: str = "07:00", *, km: float | None = 8.0, minutes: float = 48.0, **more: object) -> RunSummary:
    """A run at a local clock time; `more` as for `run_summary`."""
    offset = int(more.get("utc_offset_s", 0))  # type: ignore[call-overload]
    distance_m = None if km is None else km * 1000
    return run_summary(instant(day, clock, offset), distance_m=distance_m, timer_s=minutes * 60, **more)  # type: ignore[arg-type]


def every_few_days(first: dt.date, every_days: int, count: int, **more: object) -> list[RunSummary]:
    """`count` runs, one every `every_days`; `more` as for `run_on`."""
    return [run_on(first + dt.timedelta(days=every_days * k), **more) for k in range(count)]  # type: ignore[arg-type]


def minutes_onset(minutes: float, rounding: float | None = None) -> Onset:
    """An onset written as minutes; the rounding as a diary's whole minutes leave it where not given."""
    if rounding is None:
        rounding = 0.0 if minutes % 1 else (2.5 if minutes % 5 == 0 else 0.5)
    return Onset(OnsetKind.MINUTES, minutes, rounding, f"{minutes:g}")


PAIN_FREE = Onset(OnsetKind.NONE, None, 0.0, "none")
FROM_THE_START = Onset(OnsetKind.START, None, 0.0, "start")


def entry(day: dt.date, line: int = 2, **fields: object) -> DiaryEntry:
    """One diary row; `fields` as for `DiaryEntry`."""
    return DiaryEntry(day, "diary.csv", line, **fields)  # type: ignore[arg-type]
