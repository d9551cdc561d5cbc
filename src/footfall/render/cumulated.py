"""Outings, days and weeks as nested plain values under the keys of the interface."""

from collections.abc import Iterable

from footfall.history.history import History, Outing
from footfall.history.sums import Sums
from footfall.history.weeks import Week
from footfall.metrics.load import LOAD_MODELS
from footfall.model.summary import RunSummary
from footfall.render.fields import Plain, easy_km_fields, number


def shown_outings(runs: Iterable[RunSummary], history: History) -> tuple[Outing, ...]:
    """Outings with one of these runs in them, by start."""
    shown = {run.id for run in runs}
    return tuple(outing for outing in history.outings if any(run.id in shown for run in outing.runs))


def outing_fields(outing: Outing) -> dict[str, Plain]:
    """One outing; its pain stands with each of its runs."""
    run_ids: list[Plain] = [run.id for run in outing.runs]
    return {
        "date": outing.day.isoformat(),
        "run_ids": run_ids,
        "distance_m": number(outing.distance_m),
        "timer_s": number(outing.timer_min * 60),
        **sums_fields(outing.sums),
    }


def day_fields(history: History, shown: Iterable[Outing]) -> list[dict[str, Plain]]:
    """Each day with an outing that is shown."""
    dates = {outing.day for outing in shown}
    return [
        {"date": day.date.isoformat(), "outings": len(day.outings), **sums_fields(day.sums)}
        for day in history.days
        if day.date in dates and day.sums is not None
    ]


def week_fields(week: Week) -> dict[str, Plain]:
    """One calendar week."""
    return {
        "start": week.start.isoformat(),
        "outings": week.outings,
        "distance_m": number(week.distance_m),
        "moving_s": number(week.moving_s),
        **sums_fields(week.sums),
        "longest_m": number(week.longest_m),
        "longest_easy_km": number(week.longest_easy_km),
        "median_easy_km": number(week.median_easy_km),
        "max_pain": number(week.max_pain),
        "entries": week.entries,
        "over": week.over,
    }


def sums_fields(sums: Sums) -> dict[str, Plain]:
    """Footfalls, load and easy kilometres with the 90 % intervals of the sums."""
    count, load = sums.footfalls, sums.load
    return {
        "footfalls": {"total": number(count.value), "low": number(count.low), "high": number(count.high)},
        "load": {
            "model": sums.model,
            "value": number(load.value),
            "low": number(load.low),
            "high": number(load.high),
            "unit": load.unit,
            "exploratory": LOAD_MODELS[sums.model].exploratory,
        },
        "easy_km": easy_km_fields(sums.easy_km, sums.easy),
    }
