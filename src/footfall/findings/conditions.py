"""Under which conditions each outing was run, and how much it hurt: for rule A2."""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from footfall.findings.stats.groups import IntArray, midranks
from footfall.history.history import OnsetState, Outing
from footfall.model.diary import Surface
from footfall.model.intervals import FloatArray
from footfall.model.measured import GradeBand
from footfall.model.run import StartKind
from footfall.model.summary import RunSummary

BLOCK_DAYS = 28
"""Labels change places within so many days: good and bad months, and shoes bought in one, stay where they are."""

MORNING_BEFORE = dt.time(10)
EVENING_FROM = dt.time(16)

_ASSUMED = "assumed-utc"

SURFACES = {
    "treadmill": Surface.TREADMILL,
    "virtual_activity": Surface.TREADMILL,
    "trail": Surface.TRAIL,
    "track": Surface.TRACK,
    "street": Surface.ROAD,
}
"""What a watch calls a kind of running -> surface, where the diary has none. A plain run is of no known surface."""


class Condition(StrEnum):
    """What outings are compared by, in the order in which they are told."""

    SURFACE = "surface"
    SHOES = "shoes"
    CLOCK = "clock"
    SLOPE = "slope"


class Clock(StrEnum):
    """Part of the day in which an outing began, by the runner's own clock."""

    MORNING = "morning"
    MIDDAY = "midday"
    EVENING = "evening"


class Slope(StrEnum):
    """Share of footfalls steeper than 5 %, up or down, against the median of the runner's outings."""

    HILLIER = "hillier"
    FLATTER = "flatter"


@dataclass(frozen=True, eq=False)
class Factor:
    """One condition over some outings.

    levels   names, of surfaces, parts of the day and slopes the code, of shoes as first written.
    level    shape (n,): index in `levels`, -1 = not known.
    """

    condition: Condition
    levels: tuple[str, ...]
    level: IntArray


def pain_of(outing: Outing) -> float:
    """Worst back pain of an outing, 0-10: as scored, 0 where it was free of pain; NaN where neither is written.

    A row that says `none` and that pain stopped the run says neither. Scores before it, after it and of the next morning are of
    other hours, and left aside.
    """
    row = outing.entry
    if row is None or not row.about_the_back:
        return math.nan
    if row.pain_max is not None:
        return row.pain_max
    free = outing.onset.state is OnsetState.NONE and row.stopped_for_pain is not True
    return 0.0 if free else math.nan


def blocks(days: Sequence[dt.date]) -> IntArray:
    """Stretch of 4 weeks, counted from the first of these days, in which each lies; days by date, shape (n,)."""
    return np.array([(day - days[0]).days // BLOCK_DAYS for day in days], dtype=np.int64)


def allowed_for(days: Sequence[dt.date], timer_min: FloatArray, pain: FloatArray) -> FloatArray:
    """What besides its conditions a run's pain may go with: weekday, length, pain of the run before (of the first: the middle).

    days, timer_min, pain   shape (n,), by start.    Returns   shape (n, 9): seven days, ranks of length, ranks of pain before.
    """
    weekday = np.array([day.weekday() for day in days])
    ranks = midranks(pain)
    before = np.concatenate([[float(np.mean(ranks))], ranks[:-1]])
    return np.column_stack([weekday[:, None] == np.arange(7), midranks(timer_min), before])


def factors(outings: Sequence[Outing]) -> tuple[Factor, ...]:
    """Each condition over these outings."""
    return (
        _factor(Condition.SURFACE, [_surface(outing) for outing in outings]),
        _factor(Condition.SHOES, _as_first_written([_shoes(outing) for outing in outings])),
        _factor(Condition.CLOCK, [_clock(outing) for outing in outings]),
        _factor(Condition.SLOPE, _slopes(np.array([steep_share(outing) for outing in outings]))),
    )


def steep_share(outing: Outing) -> float:
    """Share of an outing's footfalls steeper than 5 %, up or down, 0-1; NaN where the slope of a run in it is not known."""
    every = sum(run.footfalls.total.value for run in outing.runs)
    steep = sum(run.footfalls.by_grade[band] for run in outing.runs for band in (GradeBand.STEEP_DOWN, GradeBand.STEEP_UP))
    return steep / every if every > 0 else math.nan


def _factor(condition: Condition, names: Sequence[str | None]) -> Factor:
    levels = tuple(dict.fromkeys(name for name in names if name is not None))
    index = {name: number for number, name in enumerate(levels)}
    return Factor(condition, levels, np.array([-1 if name is None else index[name] for name in names], dtype=np.int64))


def _surface(outing: Outing) -> str | None:
    if outing.entry is not None and outing.entry.surface is not None:
        return outing.entry.surface
    recorded = _of_the_longest(outing, lambda run: run.sub_sport)
    return None if recorded is None else SURFACES.get(recorded)


def _shoes(outing: Outing) -> str | None:
    written = None if outing.entry is None else outing.entry.shoes
    text = " ".join((written or "").split())
    return text or None


def _as_first_written(names: Sequence[str | None]) -> list[str | None]:
    """`Pegasus 40` and `pegasus 40` are one pair."""
    first: dict[str, str] = {}
    return [None if name is None else first.setdefault(name.casefold(), name) for name in names]


def _clock(outing: Outing) -> str | None:
    """None where the runner's clock is not known."""
    run = outing.runs[0]
    guessed = run.start_kind is StartKind.UTC and run.offset_source == _ASSUMED
    if run.start_kind is StartKind.DAY or guessed:
        return None
    start = run.local_start.time()
    if start < MORNING_BEFORE:
        return Clock.MORNING
    return Clock.EVENING if start >= EVENING_FROM else Clock.MIDDAY


def _slopes(shares: FloatArray) -> list[str | None]:
    known = shares[np.isfinite(shares)]
    median = float(np.median(known)) if known.size else math.nan
    return [None if math.isnan(share) else Slope.HILLIER if share > median else Slope.FLATTER for share in shares]


def _of_the_longest(outing: Outing, value: Callable[[RunSummary], str | None]) -> str | None:
    return value(max(outing.runs, key=lambda run: (run.timer_s, run.id)))
