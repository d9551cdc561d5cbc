"""A planned run as one JSON object, `format_version` 1."""

from dataclasses import asdict

from footfall.findings.plan import Plan, WeekSoFar
from footfall.findings.planned import Planned, Wish
from footfall.history.weeks import Week
from footfall.model.measure import INTERVAL, Measure
from footfall.render.fields import Plain, number
from footfall.render.json import FORMAT_VERSION, finding_fields
from footfall.render.json_text import json_text


def render(found: Planned, wish: Wish, version: str) -> str:
    """One object on lines of its own keys; nothing that is not known is 0."""
    plan = found.plan
    document: dict[str, Plain] = {
        "format_version": FORMAT_VERSION,
        "interval": INTERVAL,
        "tool": {"name": "footfall", "version": version},
        "date": wish.day.isoformat(),
        "asked": {
            "distance_m": number(wish.distance_m),
            "minutes": number(wish.minutes),
            "pace_s_per_km": number(wish.pace_s_per_km),
        },
        "pace": None
        if found.pace is None
        else {"s_per_km": number(found.pace.s_per_km), "runs": found.pace.runs, "since": found.pace.since.isoformat()},
        "held": [] if plan is None else [finding_fields(one) for one in plan.held],
        "asks": [] if plan is None else [finding_fields(one) for one in plan.asked],
        "run": None if plan is None else _run(plan),
        "raises": [] if plan is None else [finding_fields(one.finding) for one in plan.raised],
        "quiet": [] if plan is None else list(plan.quiet),
        "week": None if plan is None or plan.week is None else _week(plan.week),
        "free_of_pain": None
        if plan is None or plan.free is None
        else {name: value if isinstance(value, int) else number(value) for name, value in asdict(plan.free).items()},
        "lacking": [] if plan is None else [asdict(one) for one in plan.lacking],
    }
    return json_text(document, indent=1) + "\n"


def _run(plan: Plan) -> Plain:
    if plan.run is None or plan.adds is None:
        return None
    lumbar = plan.run.lumbar_cumulative
    return {
        "distance_m": number(plan.run.distance_m),
        "timer_s": number(plan.run.timer_s),
        "footfalls": _measure(plan.adds.footfalls),
        "easy_km": _measure(plan.adds.easy),
        "load": {"model": plan.adds.model, **_measure(plan.adds.load)},
        "lumbar_cumulative_bw": _measure(lumbar),
    }


def _measure(measure: Measure) -> dict[str, Plain]:
    return {"value": number(measure.value), "low": number(measure.low), "high": number(measure.high), "unit": measure.unit}


def _week(week: WeekSoFar) -> Plain:
    return {
        "start": week.start.isoformat(),
        "so_far": _amounts(week.before),
        "with_it": _amounts(week.after),
        "normal": {
            "easy_km": number(week.normal_easy_km),
            "footfalls": number(week.normal_footfalls),
            "load": number(week.normal_load),
        },
    }


def _amounts(week: Week) -> Plain:
    return {
        "runs": week.outings,
        "distance_m": number(week.distance_m),
        "easy_km": number(week.easy_km),
        "footfalls": number(week.footfalls),
        "load": number(week.load),
    }
