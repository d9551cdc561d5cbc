"""Made-up runners as whole histories: runs of which only what rules ask for differs, a diary, and what was drawn for both."""

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from footfall.history.days import build_history
from footfall.history.history import History
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, DiaryEntry, Onset, OnsetKind, Surface
from footfall.model.measure import Measure
from footfall.model.measured import GradeBand
from footfall.model.summary import Curve, FileRef, Footfalls, Load, RunSummary

FIRST = dt.date(2025, 3, 3)
PER_MIN = 166.0
"""Footfalls."""

FORCE_BW = 2.27
EASY_PER_KM = 1011.0


@dataclass(frozen=True)
class DrawnRun:
    """What differs from run to run. steep is the share of footfalls on steep slopes; clock_h the runner's own clock."""

    day: int
    minutes: float
    pace_min_km: float = 6.0
    clock_h: float = 7.0
    steep: float = 0.0
    shoes: str | None = None


@dataclass(frozen=True)
class Written:
    """One diary row. minute None = none written, NaN = free of pain, else the minute of onset with half its rounding."""

    day: int
    minute: float | None = None
    rounding: float = 0.5
    pain_max: float | None = None
    next_morning: float | None = None
    surface: Surface | None = None


def history_of(runs: list[DrawnRun], rows: list[Written], days: int) -> History:
    """The history as `report` would make it, up to the last of `days`."""
    entries = tuple(_entry(row, number + 2) for number, row in enumerate(rows))
    summaries = [_summary(run, number) for number, run in enumerate(runs)]
    history, _ = build_history(summaries, Diary("diary.csv", entries), Athlete(), FIRST + dt.timedelta(days=days - 1))
    return history


def _entry(row: Written, line: int) -> DiaryEntry:
    return DiaryEntry(
        FIRST + dt.timedelta(days=row.day),
        "diary.csv",
        line,
        pain_max=row.pain_max,
        pain_next_morning=row.next_morning,
        onset=None if row.minute is None else _onset(row.minute, row.rounding),
        surface=row.surface,
    )


def _onset(minute: float, rounding: float) -> Onset:
    if math.isnan(minute):
        return Onset(OnsetKind.NONE, None, 0.0, "none")
    return Onset(OnsetKind.MINUTES, minute, rounding, f"{minute:g}")


def _summary(run: DrawnRun, number: int) -> RunSummary:
    """A steady run. Everything that follows from its minutes does so without an error of its own."""
    start = dt.datetime.combine(FIRST, dt.time(), dt.UTC) + dt.timedelta(days=run.day, hours=run.clock_h)
    count, metres = run.minutes * PER_MIN, run.minutes / run.pace_min_km * 1000
    end = np.array([0.0, run.minutes])
    load = Load("ground-force", _measure(count * FORCE_BW, "BW·footfalls"), exploratory=False)
    by_grade = dict.fromkeys(GradeBand, 0.0) | {
        GradeBand.STEEP_DOWN: count * run.steep / 2,
        GradeBand.STEEP_UP: count * run.steep / 2,
        GradeBand.LEVEL: count * (1 - run.steep),
    }
    easy_km = count / EASY_PER_KM
    return RunSummary(
        id=f"{number:064d}",
        files=(FileRef(f"{number}.fit", f"{number:064d}"),),
        format="fit",
        device=None,
        name=None,
        shoes=run.shoes,
        description=None,
        sport="running",
        sub_sport=None,
        start=start,
        utc_offset_s=0,
        offset_source="file",
        local_date=start.date(),
        elapsed_s=run.minutes * 60,
        timer_s=run.minutes * 60,
        moving_s=run.minutes * 60,
        running_s=run.minutes * 60,
        walking_s=0.0,
        distance_m=metres,
        distance_source="device",
        ascent_m=None,
        descent_m=None,
        cadence=_measure(PER_MIN, "steps/min"),
        cadence_factor=2,
        footfalls=Footfalls(
            _measure(count, "footfalls"), count, 0.0, count * run.steep / 2, count * run.steep / 2, None, by_grade
        ),
        force=_measure(FORCE_BW, "BW"),
        contact_time_source="speed",
        load=load,
        loads=(load,),
        easy_km={"b1": easy_km, "b4": easy_km, "b10": easy_km},
        lumbar_per_footfall=_measure(2.8, "BW"),
        lumbar_cumulative=_measure(2.8 * count, "BW·footfalls"),
        lumbar_cumulative_kn=None,
        curve=Curve(
            end,
            end * PER_MIN,
            end * PER_MIN * FORCE_BW,
            end / run.pace_min_km * 1000,
            np.array([math.nan, PER_MIN]),
            end * PER_MIN / EASY_PER_KM,
            np.array([math.nan, PER_MIN]),
        ),
        easy=_measure(easy_km, "easy km"),
    )


def _measure(value: float, unit: str) -> Measure:
    return Measure(value, value, value, unit, "recorded", 1.0)
