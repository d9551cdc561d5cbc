"""R3: the latest whole week against the week before and the four before it."""

import datetime as dt
import math
import statistics
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_runs, not_enough
from footfall.history.history import History
from footfall.history.recorded import silent_days
from footfall.history.weeks import WEEKS_BEFORE, Week, weeks
from footfall.wording import say
from footfall.wording.numbers import counted, date, digits_beside, distance, listed, percent, signed_percent
from footfall.wording.sentence import Sentence

BANDS = (0.10, 0.30)
MIN_BASE_M = 5000.0
MIN_BASE_RUNS = 2


@dataclass(frozen=True, slots=True)
class _Ramp:
    """One week and its comparisons; None where there is nothing to compare with.

    of_week     change against the week before.      of_median  against the median of the four before.  [1]
    median_m    that median.
    """

    week: Week
    before: Week
    median_m: float | None
    of_week: float | None
    of_median: float | None

    @property
    def changes(self) -> tuple[float, ...]:
        return tuple(change for change in (self.of_week, self.of_median) if change is not None)


class WeeklyRamp:
    """Weekly mileage ramp."""

    code = "R3"
    title = Sentence("rule.R3.title")
    source = Sentence("rule.R3.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_runs(history)
        silent = silent_days(history)
        whole = [
            _believed(week, history, silent)
            for week in weeks(history, history.athlete.week_start)
            if week.over and _inside(week, history)
        ]
        shown = [week for week in whole if history.shows(_last_day(week))]
        if not shown or whole.index(shown[-1]) == 0:
            raise not_enough("weeks", weeks=counted(len(whole), "week"))
        ramp = _ramp(whole, whole.index(shown[-1]))
        if not ramp.changes:
            before = ramp.before
            if not ramp.week.outings and not before.outings:
                last_run = max(outing.day for outing in history.outings)
                raise not_enough("no-recent-weeks", date=date(last_run))
            if _days(ramp.week) & silent or _days(before) & silent:
                raise not_enough("week-silent", date=date(ramp.week.start))
            raise not_enough(
                "week-base", date=date(ramp.week.start), distance=distance(before.distance_m), runs=counted(before.outings, "run")
            )
        smaller = min(ramp.changes)
        findings = (_finding(ramp, smaller),) if smaller > BANDS[0] else ()
        return Outcome(findings, _quiet(ramp), _evidence(ramp))


def _inside(week: Week, history: History) -> bool:
    """False for the week in which the records begin: half a week is no week to compare with."""
    return week.start >= history.days[0].date


def _days(week: Week) -> Set[dt.date]:
    return {week.start + dt.timedelta(days=step) for step in range(7)}


def _believed(week: Week, history: History, silent: Set[dt.date]) -> Week:
    """Its distance is not known where nobody can say whether there was no running or no recording, or a run's cannot be."""
    known = not _days(week) & silent and not any(run.id in history.doubtful for run in week.runs)
    return week if known else replace(week, distance_m=math.nan)


def _last_day(week: Week) -> dt.date:
    return week.start + dt.timedelta(days=6)


def _ramp(whole: Sequence[Week], index: int) -> _Ramp:
    week, before = whole[index], whole[index - 1]
    of_week = _change(week.distance_m, before.distance_m) if before.outings >= MIN_BASE_RUNS else None
    earlier = [each.distance_m for each in whole[max(index - WEEKS_BEFORE, 0) : index]]
    known = len(earlier) == WEEKS_BEFORE and not any(math.isnan(distance_m) for distance_m in earlier)
    median_m = statistics.median(earlier) if known else None
    return _Ramp(week, before, median_m, of_week, None if median_m is None else _change(week.distance_m, median_m))


def _change(distance_m: float, base_m: float) -> float | None:
    """None where either is not known or the base is too small; rounded so that 33 after 30 km is 10 %, not a hair above."""
    if math.isnan(distance_m) or not base_m >= MIN_BASE_M:
        return None
    return round(distance_m / base_m - 1, 9)


def _finding(ramp: _Ramp, smaller: float) -> Finding:
    return Finding(
        rule="R3",
        title=WeeklyRamp.title,
        run_id=None,
        date=_last_day(ramp.week),
        severity=Severity.NOTICE if smaller > BANDS[1] else Severity.INFO,
        confidence=Confidence.LOW,
        headline=say(
            "rule.R3.headline",
            date=date(ramp.week.start),
            distance=distance(ramp.week.distance_m),
            change=percent(smaller, digits_beside(smaller, BANDS)),
            base=_base(ramp, smaller),
        ),
        evidence=_evidence(ramp),
        suggestion=say("rule.R3.suggestion"),
        how_sure=say("rule.R3.how-sure"),
        source=WeeklyRamp.source,
    )


def _base(ramp: _Ramp, smaller: float) -> str:
    return say("rule.R3.base.week" if ramp.of_week == smaller else "rule.R3.base.median")


def _evidence(ramp: _Ramp) -> tuple[Evidence, ...]:
    evidence = [
        Evidence(say("rule.R3.evidence.week", date=date(ramp.week.start)), round(ramp.week.distance_m / 1000, 3), "km"),
        Evidence(say("rule.R3.evidence.runs"), ramp.week.outings),
    ]
    if ramp.of_week is not None:
        evidence.append(Evidence(say("rule.R3.evidence.before"), round(ramp.before.distance_m / 1000, 3), "km"))
        evidence.append(Evidence(say("rule.R3.evidence.change-week"), round(ramp.of_week * 100, 1), "%"))
    if ramp.of_median is not None and ramp.median_m is not None:
        evidence.append(Evidence(say("rule.R3.evidence.median"), round(ramp.median_m / 1000, 3), "km"))
        evidence.append(Evidence(say("rule.R3.evidence.change-median"), round(ramp.of_median * 100, 1), "%"))
    return tuple(evidence)


def _signed(change: float) -> str:
    return signed_percent(change, digits_beside(change, BANDS))


def _quiet(ramp: _Ramp) -> str:
    told = []
    if ramp.of_week is not None:
        told.append(say("rule.R3.comparison.week", change=_signed(ramp.of_week)))
    if ramp.of_median is not None:
        told.append(say("rule.R3.comparison.median", change=_signed(ramp.of_median)))
    return say("rule.R3.quiet", date=date(ramp.week.start), distance=distance(ramp.week.distance_m), comparisons=listed(told))
