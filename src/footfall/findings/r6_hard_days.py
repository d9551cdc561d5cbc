"""R6: hard days without a recovery between them, and a week more alike from day to day than the runner's own."""

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_runs, not_enough
from footfall.findings.stats.monotony import monotony, strain
from footfall.history.history import Day, History
from footfall.history.recorded import silent_days
from footfall.history.weeks import first_day
from footfall.model.intervals import FloatArray
from footfall.wording import say
from footfall.wording.numbers import counted, date, listed, number
from footfall.wording.sentence import Sentence

WEEKS_BEFORE = 8
MIN_WEEKS = 6
"""Of the eight weeks before, so many must have a monotony."""

HARD_QUANTILE = 0.75
"""A day in the top quarter of the runner's own days with a run, of the eight weeks before, is a hard one."""

HARD_IN_A_ROW = 3
"""So many hard days on end are without a recovery between them."""

MIN_DAYS = 12
"""Days with a run that the top quarter needs."""

WEEK = 7


@dataclass(frozen=True, eq=False)
class _Looked:
    """The latest whole week. Loads in easy km, NaN where not known.

    start             its first day.
    daily             shape (7,).
    monotony, strain  of it; NaN where there is none.
    usual, usual_strain   of the weeks before that have them, oldest first.
    hard_km           a day of more is a hard one; NaN where too few days tell.
    hard              the longest row of hard days that ends in the week, oldest first; it may begin before it.
    """

    start: dt.date
    daily: FloatArray
    monotony: float
    strain: float
    usual: FloatArray
    usual_strain: FloatArray
    hard_km: float
    hard: tuple[dt.date, ...]

    @property
    def alike(self) -> bool:
        """Both numbers above those of every week before."""
        if self.usual.size < MIN_WEEKS or math.isnan(self.monotony):
            return False
        return bool(self.monotony > self.usual.max() and self.strain > self.usual_strain.max())

    @property
    def without_recovery(self) -> bool:
        return len(self.hard) >= HARD_IN_A_ROW


class HardDays:
    """Hard days without recovery, and monotony."""

    code = "R6"
    title = Sentence("rule.R6.title")
    source = Sentence("rule.R6.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_runs(history)
        looked = _look(history)
        if looked is None:
            raise not_enough("eight-weeks", date=date(history.days[0].date), to=date(history.as_of))
        if looked.usual.size < MIN_WEEKS and math.isnan(looked.hard_km):
            raise not_enough("usual-weeks", weeks=counted(looked.usual.size, "week"), date=date(looked.start))
        stands_out = looked.alike or looked.without_recovery
        return Outcome((_finding(looked),) if stands_out else (), _quiet(looked), _evidence(looked))


def _look(history: History) -> _Looked | None:
    """None where no shown week is over that has eight whole weeks of the history before it."""
    start = _latest_week(history)
    first = history.days[0].date
    if start is None or start - dt.timedelta(weeks=WEEKS_BEFORE) < first:
        return None
    silent = silent_days(history)
    at = (start - first).days
    span = history.days[at - WEEKS_BEFORE * WEEK : at + WEEK]
    loads = np.array([math.nan if day.date in silent else _easy_km(day) for day in span])
    weeks = loads.reshape(-1, WEEK)
    usual = [(monotony(week), strain(week)) for week in weeks[:-1]]
    known = np.array([each for each in usual if not math.isnan(each[0])]).reshape(-1, 2)
    hard_km = _hard_km(loads[:-WEEK])
    return _Looked(
        start, weeks[-1], monotony(weeks[-1]), strain(weeks[-1]), known[:, 0], known[:, 1], hard_km, _hard(span, loads, hard_km)
    )


def _latest_week(history: History) -> dt.date | None:
    """First day of the latest week that is over and ends on a shown day."""
    last = history.as_of if history.shown_until is None else min(history.as_of, history.shown_until + dt.timedelta(days=1))
    start = first_day(last, history.athlete.week_start) - dt.timedelta(days=WEEK)
    return start if history.shows(start + dt.timedelta(days=WEEK - 1)) else None


def _easy_km(day: Day) -> float:
    """0 without an outing: a day of which nothing is known is told apart before."""
    return math.fsum(outing.easy_km for outing in day.outings)


def _hard_km(before: FloatArray) -> float:
    run = before[before > 0]  # a day that is not known compares false
    return float(np.quantile(run, HARD_QUANTILE)) if run.size >= MIN_DAYS else math.nan


def _hard(span: tuple[Day, ...], loads: FloatArray, hard_km: float) -> tuple[dt.date, ...]:
    """The longest row of days above `hard_km` that ends in the last seven; the latest of equally long ones."""
    longest: tuple[dt.date, ...] = ()
    row: list[dt.date] = []
    for place, (day, load) in enumerate(zip(span, loads, strict=True)):
        row = [*row, day.date] if load > hard_km else []
        if place >= len(span) - WEEK and row and len(row) >= len(longest):
            longest = tuple(row)
    return longest


def _finding(looked: _Looked) -> Finding:
    both = looked.alike and looked.without_recovery
    told = []
    if looked.without_recovery:
        told.append(
            say("rule.R6.headline.hard", days=number(len(looked.hard)), first=date(looked.hard[0]), last=date(looked.hard[-1]))
        )
    if looked.alike:
        key = "rule.R6.headline.alike.too" if both else "rule.R6.headline.alike"
        told.append(say(key, date=date(looked.start), weeks=counted(looked.usual.size, "week")))
    how_sure = [say("rule.R6.how-sure")]
    if looked.without_recovery:
        how_sure.append(say("rule.R6.how-sure.hard"))
    if looked.alike:
        one_in = number(looked.usual.size + 1)
        how_sure.append(say("rule.R6.how-sure.alike", weeks=counted(looked.usual.size, "week"), one_in=one_in))
    return Finding(
        rule="R6",
        title=HardDays.title,
        run_id=None,
        date=looked.start + dt.timedelta(days=WEEK - 1),
        severity=Severity.NOTICE if both else Severity.INFO,
        confidence=Confidence.LOW,
        headline=say("rule.R6.and").join(told),
        evidence=_evidence(looked),
        suggestion=say("rule.R6.suggestion"),
        how_sure=" ".join(how_sure),
        source=HardDays.source,
    )


def _evidence(looked: _Looked) -> tuple[Evidence, ...]:
    evidence = []
    if not math.isnan(looked.hard_km):
        evidence.append(Evidence(say("rule.R6.evidence.hard-days"), len(looked.hard)))
        evidence.append(Evidence(say("rule.R6.evidence.hard-km"), round(looked.hard_km, 1), "easy km"))
    if not np.isnan(looked.daily).any():
        evidence.append(Evidence(say("rule.R6.evidence.load"), round(float(looked.daily.sum()), 1), "easy km"))
    if not math.isnan(looked.monotony):
        evidence.append(Evidence(say("rule.R6.evidence.monotony"), round(looked.monotony, 2)))
        evidence.append(Evidence(say("rule.R6.evidence.strain"), round(looked.strain, 1), "easy km"))
    for name, usual, unit in (("monotony", looked.usual, ""), ("strain", looked.usual_strain, "easy km")):
        if usual.size:
            evidence.append(Evidence(say(f"rule.R6.evidence.{name}.median"), round(float(np.median(usual)), 2), unit))
            evidence.append(Evidence(say(f"rule.R6.evidence.{name}.most"), round(float(usual.max()), 2), unit))
    return (*evidence, Evidence(say("rule.R6.evidence.weeks"), looked.usual.size))


def _quiet(looked: _Looked) -> str:
    told = [say("rule.R6.quiet.hard" if looked.hard else "rule.R6.quiet.hard.none", days=counted(len(looked.hard), "day"))]
    if math.isnan(looked.hard_km):
        told = [say("rule.R6.quiet.hard.unknown")]
    if math.isnan(looked.monotony):
        told.append(say("rule.R6.quiet.no-monotony"))
    elif looked.usual.size < MIN_WEEKS:
        told.append(say("rule.R6.quiet.no-usual", monotony=number(looked.monotony, 1)))
    else:
        most, median = number(float(looked.usual.max()), 1), number(float(np.median(looked.usual)), 1)
        weeks = counted(looked.usual.size, "week")
        told.append(say("rule.R6.quiet.monotony", monotony=number(looked.monotony, 1), median=median, most=most, weeks=weeks))
    return say("rule.R6.quiet", date=date(looked.start), told=listed(told))
