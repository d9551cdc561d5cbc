"""Crying wolf: three published 16-week plans, run exactly as they are written, and what the rules say to them."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from footfall.findings import RULES
from footfall.findings.finding import Severity
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.metrics.cadence import running_cadence_spm
from footfall.model.athlete import Athlete
from footfall.model.calibration import LineErrors
from footfall.model.measure import Measure
from footfall.model.parts import PARTS, Grounds, PartBit, Parts
from footfall.model.summary import Curve, FileRef, Footfalls, Load, RunSummary

MILE_KM = 1.609344
FIRST_DAY = dt.date(2026, 3, 2)
"""A Monday: the first day of the plan."""

BASE_WEEKS = 5
"""Weeks before the plan at the level of its first: without them its first month could not be compared with anything."""

MONTH_DAYS = 30.4375

EASY_MIN_PER_KM = 6.0
FORCE_BW = 2.27

Week = tuple[float, float, float, float, float, float, float]
"""Distance of each day from Monday on, in the plan's own unit; 0 = no run."""


@dataclass(frozen=True, slots=True)
class Plan:
    """weeks   as published, in `unit_km`.    source, reading   where it stands, and how its choices were read.

    why   the reason where R1 says more than info oftener than twice; blank where it does not.
    """

    name: str
    unit_km: float
    source: str
    reading: str
    why: str
    weeks: tuple[Week, ...]


FIVE_KM = Plan(
    "5 km",
    MILE_KM,
    "ExRx.net, 5K / 10K Schedule: Level II, its weeks 1-16 of 20 and the 5 km event that opens week 17 "
    "(https://exrx.net/Aerobic/RunnersEdge/5K10K2)",
    "Its weeks begin on Sunday. Its events are run, and the day before one is off where it offers that; where it leaves a choice "
    "between running and something else, it is run.",
    "It takes somebody whose longest run is 2 miles to 10 in 15 weeks, in whole miles: from 2 to 3, 3 to 4, 4 to 6 and 6 to 8 "
    "are steps of 33 to 50 %, which is what the study counted in that band. A higher limit for short runs would rest on nothing.",
    (
        (1, 2, 0, 2, 0, 2, 0),
        (1, 2, 0, 2, 0, 3, 0),
        (1, 2, 0, 2, 0, 3, 0),
        (0, 2, 0, 2, 0, 4, 0),
        (1, 3, 0, 2, 0, 4, 0),
        (1, 3, 0, 2, 0, 0, 4),
        (0, 3, 0, 2, 0, 0, 4),
        (0, 2, 0, 2, 0, 6, 0),
        (2, 3, 0, 3, 0, 6, 0),
        (2, 3, 0, 3, 0, 0, 3.107),
        (0, 3, 0, 2, 0, 6, 0),
        (2, 4, 0, 3, 0, 8, 0),
        (2, 4, 0, 3, 0, 4, 4),
        (0, 3, 0, 3, 0, 8, 0),
        (3, 4, 0, 3, 0, 10, 0),
        (3, 4, 0, 4, 0, 6, 3.107),
    ),
)

HALF_MARATHON = Plan(
    "half marathon",
    1.0,
    "Run for Life, Half Marathon Training "
    "(http://www.runforlife.ca/running-programs/training-regimens/half-marathon-training-program/)",
    "The middle of each range. Optional runs of Sunday are off; the intervals of Tuesday, which have no distance there, are as "
    "long as Monday's run.",
    "",
    (
        (5, 5, 0, 6, 6, 7, 0),
        (5, 5, 0, 7, 6, 7, 0),
        (5, 5, 0, 7, 6, 11, 0),
        (5, 5, 0, 7.5, 6, 9, 0),
        (5, 5, 0, 7.5, 6, 11, 0),
        (6, 6, 0, 7.5, 6, 13, 0),
        (6, 6, 0, 8, 6, 11, 0),
        (6, 6, 0, 8.5, 6, 14, 0),
        (6, 6, 0, 8.5, 6, 11, 0),
        (6.5, 6.5, 0, 8.5, 6, 15.5, 0),
        (6.5, 6.5, 0, 8.5, 6, 14, 0),
        (6.5, 6.5, 0, 9, 6, 19, 0),
        (6, 6, 0, 10, 6, 15.5, 0),
        (6, 6, 0, 8.5, 6, 13, 0),
        (5, 5, 0, 7, 6, 9, 0),
        (5, 5, 0, 5, 0, 21.0975, 0),
    ),
)

MARATHON = Plan(
    "marathon",
    MILE_KM,
    "FIRST marathon programme of Pierce, Murr & Moss, Run Less, Run Faster, "
    "as transcribed in nanreh/calendar-hack (furman_marathon)",
    "Track repeats count with warm-up, recoveries and cool-down as that transcription adds them up; cross-training is no run.",
    "",
    (
        (0, 5.3, 0, 6, 0, 13, 0),
        (0, 4.3, 0, 7, 0, 15, 0),
        (0, 4.8, 0, 7, 0, 17, 0),
        (0, 6, 0, 6, 0, 20, 0),
        (0, 5.3, 0, 6, 0, 18, 0),
        (0, 6.1, 0, 7, 0, 20, 0),
        (0, 5.4, 0, 8, 0, 13, 0),
        (0, 6.1, 0, 6, 0, 18, 0),
        (0, 5.1, 0, 6, 0, 20, 0),
        (0, 5.3, 0, 10, 0, 15, 0),
        (0, 5.7, 0, 7, 0, 20, 0),
        (0, 5.3, 0, 10, 0, 15, 0),
        (0, 6.6, 0, 9.9, 0, 20, 0),
        (0, 6.6, 0, 7, 0, 13, 0),
        (0, 6, 0, 6, 0, 10, 0),
        (0, 4.6, 0, 4.9, 0, 0, 26.2188),
    ),
)

PLANS = (FIVE_KM, HALF_MARATHON, MARATHON)


@cache
def flags(plan: Plan) -> Mapping[tuple[str, Severity], int]:
    """(rule, severity) -> how many findings the plan would have seen, each counted once.

    A report is asked for at the end of each week of the plan. What it says of the days before the plan does not count, nor what a
    former report has said already.
    """
    runs = _runs(plan)
    seen: dict[tuple[str, str | None, dt.date], Severity] = {}
    for week in range(1, len(plan.weeks) + 1):
        today = FIRST_DAY + dt.timedelta(weeks=week)
        history, _ = build_history(runs, None, Athlete(), today)
        for finding in check(history, RULES).found:
            if finding.date >= FIRST_DAY:
                seen.setdefault((finding.rule, finding.run_id, finding.date), finding.severity)
    return Counter((rule, severity) for (rule, _, _), severity in seen.items())


def above_info(plan: Plan, rule: str) -> int:
    """Findings of a rule that are more than info."""
    return sum(count for (code, severity), count in flags(plan).items() if code == rule and severity is not Severity.INFO)


def plans_table() -> str:
    """Markdown: flags per month by severity, and by rule, of each plan; each source, and how it was read."""
    counted = {plan: flags(plan) for plan in PLANS}
    rules = sorted({rule for counts in counted.values() for rule, _ in counts})
    severities = [each for each in Severity if each not in (Severity.EMERGENCY, Severity.URGENT)]
    head = ["plan, 16 weeks", *(f"{each} a month" for each in severities), *(f"{rule} (above info)" for rule in rules)]
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for plan, counts in counted.items():
        months = len(plan.weeks) * 7 / MONTH_DAYS
        cells = [f"{sum(n for (_, each), n in counts.items() if each is severity) / months:.1f}" for severity in severities]
        cells += [f"{_of(counts, rule, tuple(Severity))} ({_of(counts, rule, tuple(Severity)[:-1])})" for rule in rules]
        lines.append(f"| {plan.name} | {' | '.join(cells)} |")
    notes = [f"- {plan.name}: {plan.source}. {plan.reading} {plan.why}".rstrip() for plan in PLANS]
    return "\n".join([*lines, "", *notes]) + "\n"


def _of(counts: Mapping[tuple[str, Severity], int], rule: str, severities: Sequence[Severity]) -> int:
    return sum(counts.get((rule, severity), 0) for severity in severities)


def _runs(plan: Plan) -> list[RunSummary]:
    weeks = (*(plan.weeks[0],) * BASE_WEEKS, *plan.weeks)
    begin = FIRST_DAY - dt.timedelta(weeks=BASE_WEEKS)
    return [
        _run(begin + dt.timedelta(weeks=week, days=day), way * plan.unit_km * 1000)
        for week, days in enumerate(weeks)
        for day, way in enumerate(days)
        if way > 0
    ]


def _run(day: dt.date, way_m: float) -> RunSummary:
    """Seven in the morning, on the level, at 6:00 a kilometre and the published cadence of that speed."""
    seconds = way_m / 1000 * EASY_MIN_PER_KM * 60
    speed_m_s = way_m / seconds
    cadence_spm = float(running_cadence_spm(np.array(speed_m_s)))
    count = seconds / 60 * cadence_spm
    easy_km = way_m / 1000
    minute = np.append(np.arange(0.0, np.ceil(seconds / 60)), seconds / 60)
    curve = Curve(
        minute,
        minute * cadence_spm,
        minute * cadence_spm * FORCE_BW,
        minute * 60 * speed_m_s,
        np.full_like(minute, cadence_spm),
        minute,
        np.full_like(minute, cadence_spm),
    )
    counts = np.zeros(PARTS)
    counts[PartBit.RUNNING + PartBit.RECORDED] = count
    line = LineErrors(shared=0.05, own=0.023)
    parts = Parts(counts, counts * FORCE_BW, Grounds(0, 0, 9, 0, line, line), count / easy_km, dict.fromkeys((1, 4, 10), counts))
    load = Load("ground-force", _about(count * FORCE_BW, "BW·footfalls", 0.1), exploratory=False)
    run_id = hashlib.sha256(f"{day} {way_m}".encode()).hexdigest()
    return RunSummary(
        id=run_id,
        files=(FileRef(f"{day}.fit", run_id),),
        format="fit",
        device=None,
        name=None,
        shoes=None,
        description=None,
        sport="running",
        sub_sport=None,
        start=dt.datetime.combine(day, dt.time(7), dt.UTC),
        utc_offset_s=0,
        offset_source="file",
        local_date=day,
        elapsed_s=seconds,
        timer_s=seconds,
        moving_s=seconds,
        running_s=seconds,
        walking_s=0.0,
        distance_m=way_m,
        distance_source="device",
        ascent_m=None,
        descent_m=None,
        cadence=_about(cadence_spm, "steps/min", 0.01),
        cadence_factor=2,
        footfalls=Footfalls(_about(count, "footfalls", 0.01), count, 0.0, 0.0, 0.0, None),
        force=_about(FORCE_BW, "BW", 0.15),
        contact_time_source="speed",
        load=load,
        loads=(load,),
        easy_km={"b1": easy_km, "b4": easy_km, "b10": easy_km},
        lumbar_per_footfall=_about(2.8, "BW", 0.4),
        lumbar_cumulative=_about(2.8 * count, "BW·footfalls", 0.4),
        lumbar_cumulative_kn=None,
        curve=curve,
        parts=parts,
        easy=_about(easy_km, "easy km", 0.07),
    )


def _about(value: float, unit: str, width: float) -> Measure:
    return Measure(value, value * (1 - width), value * (1 + width), unit, "recorded", 1.0)
