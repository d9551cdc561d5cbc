"""From a result and a wish to a plan: a pace from the runner's own runs, and a run at it."""

import datetime as dt
import statistics

from footfall.findings.plan import held_back, plan
from footfall.findings.planned import OwnPace, Planned, Wish
from footfall.metrics.express import express
from footfall.metrics.planned import planned
from footfall.model.summary import RunSummary
from footfall.render.content import Content

OWN_PACE_DAYS = 60
"""Runs so far back tell the pace of the next one."""

MIN_RUNNING = 0.8
"""Share of a run's time that must be running for it to tell a pace."""

NOON, AFTER = dt.time(12), dt.timedelta(hours=1)
"""The time of day of a planned run; on a day with a later run, so long after it."""


def plan_of(content: Content, wish: Wish) -> Planned:
    """Hold a wish against a result."""
    held = held_back(content.findings, wish.day)
    if held is not None:
        return Planned(held)
    if not content.history.outings:
        return Planned(None, needs_runs=True)
    own = own_pace(content) if wish.pace_s_per_km is None else None
    pace_s = own.s_per_km if own is not None else wish.pace_s_per_km
    if pace_s is None:
        return Planned(None, needs_pace=True)
    speed_m_s = 1000 / pace_s
    distance_m = wish.distance_m if wish.distance_m is not None else (wish.minutes or 0.0) * 60 * speed_m_s
    run = _run(content, wish.day, distance_m, speed_m_s)
    return Planned(plan(content.history, run, content.findings), own)


def own_pace(content: Content) -> OwnPace | None:
    """Median over the runs of the last 60 days that were run, not walked; None without one with a distance."""
    since = content.history.as_of - dt.timedelta(days=OWN_PACE_DAYS)
    runs = [run for outing in content.history.running for run in outing.runs if run.local_date >= since]
    paces = [
        one.running_s / one.distance_m * 1000 for one in runs if one.distance_m and one.running_s >= MIN_RUNNING * one.timer_s
    ]
    return OwnPace(statistics.median(paces), len(paces), since) if paces else None


def _run(content: Content, day: dt.date, distance_m: float, speed_m_s: float) -> RunSummary:
    last = content.history.outings[-1].runs[-1]
    zone = dt.timezone(dt.timedelta(seconds=last.utc_offset_s))
    ends = [run.end + AFTER for outing in content.history.outings if outing.day == day for run in outing.runs]
    # Where an hour after the last run is another day, it begins in the day's last minute.
    start = min(max([dt.datetime.combine(day, NOON, zone), *ends]), dt.datetime.combine(day, dt.time(23, 59), zone))
    measured = planned(distance_m, speed_m_s, start.astimezone(dt.UTC), last.utc_offset_s)
    return express(measured, content.calibration, content.history.athlete, load_model=content.load_model)
