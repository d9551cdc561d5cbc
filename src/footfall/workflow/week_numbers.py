"""One athlete's week in numbers, whole: what of it may be shown is for `share` to say."""

import datetime as dt
import math
from collections.abc import Sequence

from footfall.findings.ramp_steps import ramp_steps
from footfall.history.history import History, OnsetState, Outing
from footfall.history.pain import back_pain
from footfall.history.weeks import Week
from footfall.model.diary import DiaryEntry
from footfall.model.summary import RunSummary
from footfall.render.squad.content import Numbers, Quality, SparkWeek, WeekRun

WEEK = dt.timedelta(days=7)
SPARK_WEEKS = 12
NORMAL = (0.7, 1.3)
"""The runner's own normal: the median of the four weeks before, 30 % either way."""
MARKED_PAIN = 3.0
"""A week whose worst back pain is at least so much has a diamond."""

_RECORDED_CADENCE = frozenset({"recorded", "footpod"})
_RECORDED_DISTANCE = frozenset({"device", "gps"})


def numbers(history: History, week: Week | None, start: dt.date) -> Numbers:
    """The columns of squad.csv for the week from `start`. Sums are None in a week without a recorded run: that is not 0 km.

    week   None where the history has no such week, or nothing was recorded and no diary row written in it.
    """
    outings, entries = outings_of(history, start), entries_of(history, start)
    ran = week is not None and bool(outings)
    return Numbers(
        runs=len(outings) if outings or entries else None,
        distance_km=_known(week.distance_m / 1000) if ran and week is not None else None,
        moving_min=_known(week.moving_s / 60) if ran and week is not None else None,
        longest_run_km=_known(week.longest_m / 1000) if ran and week is not None else None,
        longest_share=_share(week) if ran and week is not None else None,
        footfalls=_known(week.footfalls) if ran and week is not None else None,
        load=_known(week.load) if ran and week is not None else None,
        easy_km=_known(week.easy_km) if ran and week is not None else None,
        change_vs_4wk_median_pct=_change(week) if ran and week is not None else None,
        session_spike_pct=_spike(history, start),
        max_pain=max((pain for entry in entries for pain in back_pain(entry)), default=None),
        onset_min=_earliest(outings),
        diary_days=len({entry.day for entry in entries}) if history.has_diary else None,
        days_since_last_run=_since(history, start + WEEK),
    )


def outings_of(history: History, start: dt.date) -> tuple[Outing, ...]:
    """Of the week from `start`, by start."""
    return tuple(outing for outing in history.outings if start <= outing.day < start + WEEK)


def entries_of(history: History, start: dt.date) -> tuple[DiaryEntry, ...]:
    """Diary rows of the week from `start`."""
    return tuple(entry for entry in history.entries if start <= entry.day < start + WEEK)


def sites(history: History, start: dt.date) -> tuple[str, ...]:
    """Every site written in the week, by name."""
    return tuple(sorted({str(site) for entry in entries_of(history, start) for site in entry.sites}))


def spark_weeks(weeks: Sequence[Week], start: dt.date) -> tuple[SparkWeek, ...]:
    """The twelve weeks up to the one from `start`; those before the records begin too, of which nothing is known."""
    by_start = {week.start: week for week in weeks}
    return tuple(_spark(by_start.get(first), first) for first in (start - back * WEEK for back in reversed(range(SPARK_WEEKS))))


def _spark(week: Week | None, first: dt.date) -> SparkWeek:
    if week is None:
        return SparkWeek(first, None, None, None, None)
    low, high = (_known(week.median_easy_km * bound) for bound in NORMAL)
    pain = None if math.isnan(week.max_pain) else week.max_pain >= MARKED_PAIN
    return SparkWeek(first, _known(week.easy_km) if week.outings else None, low, high, pain)


def week_runs(history: History, start: dt.date) -> tuple[WeekRun, ...]:
    """Each outing of the week, by start."""
    return tuple(_run(outing) for outing in outings_of(history, start))


def _run(outing: Outing) -> WeekRun:
    state = outing.onset.state
    minute = {OnsetState.AT: outing.onset.minute, OnsetState.AT_START: 0.0}.get(state, math.nan)
    entry = outing.entry
    pain = () if entry is None else back_pain(entry)
    metres = outing.distance_m
    return WeekRun(
        day=outing.day,
        distance_km=None if metres is None else _known(metres / 1000),
        moving_min=_known(math.fsum(run.moving_s for run in outing.runs) / 60),
        footfalls=_known(outing.footfalls),
        easy_km=_known(outing.easy_km),
        onset=None if state is OnsetState.UNKNOWN else state.value,
        onset_min=_known(minute),
        max_pain=max(pain, default=None),
    )


def quality(history: History, start: dt.date) -> Quality:
    """What the week's numbers rest on: recorded where each run's cadence and distance are."""
    runs = [run for outing in outings_of(history, start) for run in outing.runs]
    if not runs:
        return Quality.NONE
    return Quality.RECORDED if all(map(_recorded, runs)) else Quality.INFERRED


def _recorded(run: RunSummary) -> bool:
    return run.cadence.source in _RECORDED_CADENCE and run.distance_source in _RECORDED_DISTANCE


def _spike(history: History, start: dt.date) -> float | None:
    """The largest step of a run of the week over the longest of the 30 days before it; None where there is none to compare."""
    steps = [step.change for step in ramp_steps(history).distance.compared if start <= step.outing.day < start + WEEK]
    return max(steps) * 100 if steps else None


def _earliest(outings: Sequence[Outing]) -> float | None:
    """Minute of the earliest onset; 0 where pain was there from the start of a run."""
    minutes = [0.0 if one.onset.state is OnsetState.AT_START else one.onset.minute for one in outings]
    return min((minute for minute in minutes if not math.isnan(minute)), default=None)


def _share(week: Week) -> float | None:
    return _known(week.longest_m / week.distance_m) if week.distance_m > 0 else None


def _change(week: Week) -> float | None:
    return _known((week.easy_km / week.median_easy_km - 1) * 100) if week.median_easy_km > 0 else None


def _since(history: History, end: dt.date) -> int | None:
    days = [outing.day for outing in history.outings if outing.day < end]
    return (end - dt.timedelta(days=1) - max(days)).days if days else None


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
