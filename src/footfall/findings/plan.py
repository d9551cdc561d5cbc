"""A run that is planned: which flags it would raise, what it adds, and how long this runner mostly stays free of pain."""

import datetime as dt
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from footfall.errors import NotEnoughData
from footfall.findings.coverage import need_coverage
from footfall.findings.finding import Finding, Findings
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.r1_session_spike import SEVERITIES, SessionSpike
from footfall.findings.r2_footfalls_load import FootfallsLoad, FootfallStep, footfall_step
from footfall.findings.r3_weekly_ramp import WeeklyRamp
from footfall.findings.r4_return import Return
from footfall.findings.r5_downhill_fast import DownhillFast
from footfall.findings.ramp_steps import ramp_steps
from footfall.findings.red_flags import PRESSING
from footfall.findings.rule import Rule
from footfall.findings.spikes import BANDS, Spike
from footfall.findings.tolerance import MIN_ONSETS, tolerance
from footfall.history.days import build_history
from footfall.history.history import History, Outing
from footfall.history.recorded import silent_days
from footfall.history.sums import Sums
from footfall.history.weeks import WEEKS_BEFORE, Week, first_day, weeks
from footfall.model.diary import Diary, DiaryEntry
from footfall.model.summary import RunSummary
from footfall.wording.numbers import counted

FREE_SHARE = 0.80
"""The share of runs that should stay free of pain, for the duration that goes with it."""

PER_RUN: tuple[Rule, ...] = (SessionSpike(), FootfallsLoad(), Return(), DownhillFast())
"""Rules that name a single run."""


@dataclass(frozen=True, eq=False)
class Raised:
    """A flag that the planned run would raise.

    step   against what, for R1 and R2; None for the others.    quantity   `distance`, `footfalls` or `lumbar` of the step.
    """

    finding: Finding
    step: Spike | None = None
    quantity: str = ""


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that cannot be said, and why, in the words of NotEnoughData."""

    about: str
    reason: str
    has: str
    needs: str


@dataclass(frozen=True, slots=True)
class Free:
    """How long this runner mostly stays free of pain, by the curve of P3. Minutes, NaN where it cannot be said.

    until, low, high   minute by which a fifth of runs had pain, with its 95 % interval.
    share, share_low, share_high   of runs still free at the end of the planned one; NaN beyond what was ever followed.
    followed           the longest that any run was followed.  [min]
    onsets, runs       that it rests on.
    """

    until: float
    low: float
    high: float
    share: float
    share_low: float
    share_high: float
    followed: float
    onsets: int
    runs: int


@dataclass(frozen=True, eq=False)
class WeekSoFar:
    """The week of the plan. normal_*   medians of the four weeks before; None where one of them is not known.

    before   what is run in it already.    after   the same with the plan.
    """

    start: dt.date
    before: Week
    after: Week
    normal_easy_km: float | None
    normal_footfalls: float | None
    normal_load: float | None


@dataclass(frozen=True, eq=False)
class Plan:
    """What can be said of a planned run.

    held     open F1, F2 and F3: then nothing else is said, and `run`, `week`, `free` are None.
    asked    open questions whether there is one of them: they stand first.
    run      the planned run, expressed for this runner.     adds   its footfalls, load and easy km.
    raised   the most pressing first.    quiet   codes of rules that looked and would say nothing.
    """

    day: dt.date
    held: tuple[Finding, ...] = ()
    asked: tuple[Finding, ...] = ()
    run: RunSummary | None = None
    adds: Sums | None = None
    raised: tuple[Raised, ...] = ()
    quiet: tuple[str, ...] = ()
    week: WeekSoFar | None = None
    free: Free | None = None
    lacking: tuple[Lacking, ...] = ()


def held_back(findings: Findings, day: dt.date) -> Plan | None:
    """What is said in place of a plan while an F1, F2 or F3 is open; None while none is."""
    held = tuple(one for one in findings.found if one.rule in PRESSING)
    return Plan(day, held=held) if held else None


def plan(history: History, run: RunSummary, findings: Findings) -> Plan:
    """What a planned run would do, beside the runs and the diary of one runner.

    history    up to the day that counts as today, and what the rules say of it in `findings`, without an open F1, F2 or F3.
    run        of that day or a later one, after every run of its day.
    """
    day = run.local_date
    lacking: list[Lacking] = []
    raised, quiet = _raised(history, run, lacking)
    week = _week(history, run)
    ramp = _weekly(history, run, lacking)
    if isinstance(ramp, Raised):
        raised.append(ramp)
    elif ramp:
        quiet.append(WeeklyRamp.code)
    raised.sort(key=lambda one: (one.finding.severity.rank, one.finding.rule))
    return Plan(
        day,
        asked=tuple(one for one in findings.found if one.asks),
        run=run,
        adds=_outing(_with(history, run, day), run).sums,
        raised=tuple(raised),
        quiet=tuple(quiet),
        week=week,
        free=_free(history, run, lacking),
        lacking=tuple(lacking),
    )


def _with(history: History, run: RunSummary, as_of: dt.date, since: dt.date | None = None) -> History:
    """The history once the run has been run, of which only the days from `since` on are asked about.

    Days to come have a blank row each: nothing more is run on them, which is not the same as nothing being known of them.
    """
    runs = [each for outing in history.outings for each in outing.runs]
    ahead = [history.as_of + dt.timedelta(days=step) for step in range(1, (as_of - history.as_of).days + 1)]
    diary = Diary("", (*history.entries, *(DiaryEntry(day, "", 0) for day in ahead)))
    built, _ = build_history((*runs, run), diary, history.athlete, as_of, outing_gap_min=0, since=since or run.local_date)
    return built


def _outing(history: History, run: RunSummary) -> Outing:
    return next(outing for outing in history.outings if outing.run_id == run.id)


def _raised(history: History, run: RunSummary, lacking: list[Lacking]) -> tuple[list[Raised], list[str]]:
    """Flags of the rules that name a single run, and the codes of those that would stay quiet."""
    later = _with(history, run, run.local_date)
    own, ramps = _outing(later, run), ramp_steps(later)
    raised: list[Raised] = []
    quiet: list[str] = []
    for rule in PER_RUN:
        try:
            found = [one for one in rule.check(later).findings if one.run_id == run.id]
        except NotEnoughData as lack:
            lacking.append(Lacking(rule.code, lack.reason, lack.has, lack.needs))
            continue
        if not found:
            quiet.append(rule.code)
        raised += [_with_step(finding, own, ramps.distance.compared, footfall_step(ramps, own)) for finding in found]
    return raised, quiet


def _with_step(finding: Finding, own: Outing, by_distance: Sequence[Spike], by_count: FootfallStep | None) -> Raised:
    if finding.rule == SessionSpike.code:
        spike = next(spike for spike in by_distance if spike.outing is own)
        # pain that followed earlier runs of the day plays no part in a run that has not been run
        severity = SEVERITIES[sum(spike.change > bound for bound in BANDS) - 1]
        return Raised(replace(finding, severity=severity), spike, "distance")
    if finding.rule == FootfallsLoad.code and by_count is not None:
        quantity, spike = by_count.headline
        return Raised(finding, spike, quantity)
    return Raised(finding)


def _weekly(history: History, run: RunSummary, lacking: list[Lacking]) -> Raised | bool:
    """What R3 would say of the week if nothing more were run in it; False where it cannot look."""
    start = first_day(run.local_date, history.athlete.week_start)
    later = _with(history, run, start + dt.timedelta(days=7), start)
    try:
        outcome = WeeklyRamp().check(later)
    except NotEnoughData as lack:
        lacking.append(Lacking(WeeklyRamp.code, lack.reason, lack.has, lack.needs))
        return False
    return Raised(outcome.findings[0]) if outcome.findings else True


def _week(history: History, run: RunSummary) -> WeekSoFar:
    later = _with(history, run, run.local_date)
    start = first_day(run.local_date, history.athlete.week_start)
    silent = silent_days(later)
    every = weeks(later, history.athlete.week_start)
    after = next(week for week in every if week.start == start)
    before = next((week for week in weeks(history, history.athlete.week_start) if week.start == start), None)
    earlier = [week for week in every if start - dt.timedelta(weeks=WEEKS_BEFORE) <= week.start < start]
    whole = [week for week in earlier if week.start >= later.days[0].date]
    known = len(whole) == WEEKS_BEFORE and not any(
        week.start <= day < week.start + dt.timedelta(days=7) for week in whole for day in silent
    )
    amounts_of = ([week.easy_km for week in whole], [week.footfalls for week in whole], [week.load for week in whole])
    empty = replace(after, outings=0, distance_m=0.0, footfalls=0.0, load=0.0, easy_km=0.0, runs=())
    return WeekSoFar(
        start,
        empty if before is None else before,
        after,
        *(_median(amounts) if known else None for amounts in amounts_of),
    )


def _median(amounts: Sequence[float]) -> float | None:
    return None if any(math.isnan(amount) for amount in amounts) else statistics.median(amounts)


def _free(history: History, run: RunSummary, lacking: list[Lacking]) -> Free | None:
    try:
        need_diary(history)
        need_runs(history)
        found = tolerance(history)
        need_coverage(history, found)
        if found.curve is None or len(found.began) < MIN_ONSETS:
            raise not_enough("onsets", onsets=counted(len(found.began), "onset"), free=counted(len(found.free), "run"))
    except NotEnoughData as lack:
        lacking.append(Lacking("P3", lack.reason, lack.has, lack.needs))
        return None
    curve = found.curve
    until = curve.time_at(FREE_SHARE)
    share = curve.share_at(run.timer_s / 60)
    return Free(*until, *share, float(curve.time[-1]), curve.events, curve.events + curve.censored)


def findings_of(one: Plan) -> tuple[Finding, ...]:
    """All that it shows, for `--fail-on-flag`."""
    return (*one.held, *one.asked, *(each.finding for each in one.raised))
