"""Calendar weeks of a history, by the runner's own week start."""

import datetime as dt
import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from footfall.history.history import Day, History, Outing
from footfall.history.pain import back_pain
from footfall.history.sums import Sums, load_of, sums
from footfall.metrics.agreement import Comparison, compare, median, weigh
from footfall.metrics.load import DEFAULT_LOAD_MODEL
from footfall.model.summary import RunSummary

WEEKS_BEFORE = 4
"""How many weeks before make the runner's own normal."""


@dataclass(frozen=True, eq=False)
class Week:
    """One local calendar week. Sums are 0 in a week without a recorded run; that is "none recorded", not "rested".
    They are NaN in a week with a run whose own number is not known: a part is not the whole.

    start                first day.
    outings              how many.
    longest_m, longest_easy_km   of its longest outing; 0 without one.
    median_easy_km       median easy km of the 4 weeks before; NaN until there are 4.
    max_pain             worst back pain of its entries (before, during, after or next morning); NaN without one.
    entries              days with a diary row.
    over                 False while the week still runs at `as_of`.
    runs                 all runs of its outings, by start.
    before               the runs of each of the 4 weeks before; empty until there are 4.
    model                name of the load model behind `load`; NaN there for several runs whose loads cannot be added up.
    """

    start: dt.date
    outings: int
    distance_m: float
    moving_s: float
    footfalls: float
    load: float
    easy_km: float
    longest_m: float
    longest_easy_km: float
    median_easy_km: float
    max_pain: float
    entries: int
    over: bool
    runs: tuple[RunSummary, ...] = ()
    before: tuple[tuple[RunSummary, ...], ...] = ()
    model: str = DEFAULT_LOAD_MODEL

    @cached_property
    def sums(self) -> Sums:
        """Footfalls, load and easy km with their intervals."""
        return sums(self.runs, self.model)

    @cached_property
    def against_normal(self) -> Comparison | None:
        """The week against the median of the four before it; None unless it and each of them has a run, all with a known load."""
        this, *usual = (weigh(runs) for runs in (self.runs, *self.before))
        known = [each for each in usual if each is not None]
        if this is None or len(known) < WEEKS_BEFORE:
            return None
        return compare(this, median(known))


def weeks(history: History, week_start: int) -> tuple[Week, ...]:
    """Every calendar week from the first day of the history to `as_of`, oldest first.

    week_start   0 = Monday … 6 = Sunday.
    """
    by_week: dict[dt.date, list[Day]] = {}
    for day in history.days:
        by_week.setdefault(first_day(day.date, week_start), []).append(day)
    model = next((run.load.model for outing in history.outings for run in outing.runs), DEFAULT_LOAD_MODEL)
    easy_km = [_sum(outing.easy_km for outing in _outings(days)) for days in by_week.values()]
    made = [
        _week(start, days, easy_km[index], _median_before(easy_km, index), history.as_of, model)
        for index, (start, days) in enumerate(by_week.items())
    ]
    return tuple(
        replace(week, before=tuple(each.runs for each in made[index - WEEKS_BEFORE : index])) if index >= WEEKS_BEFORE else week
        for index, week in enumerate(made)
    )


def first_day(day: dt.date, week_start: int) -> dt.date:
    """First day of the week that holds `day`."""
    return day - dt.timedelta(days=(day.weekday() - week_start) % 7)


def _week(start: dt.date, days: Sequence[Day], easy_km: float, median_easy_km: float, as_of: dt.date, model: str) -> Week:
    outings = _outings(days)
    runs = tuple(run for outing in outings for run in outing.runs)
    return Week(
        start=start,
        outings=len(outings),
        distance_m=_sum(_known(outing.distance_m) for outing in outings),
        moving_s=_sum(run.moving_s for run in runs),
        footfalls=_sum(outing.footfalls for outing in outings),
        load=load_of(runs),
        easy_km=easy_km,
        longest_m=_largest([_known(outing.distance_m) for outing in outings], without=0.0),
        longest_easy_km=_largest([outing.easy_km for outing in outings], without=0.0),
        median_easy_km=median_easy_km,
        max_pain=_largest([pain for day in days for entry in day.entries for pain in back_pain(entry)], without=math.nan),
        entries=sum(bool(day.entries) for day in days),
        over=start + dt.timedelta(days=7) <= as_of,
        runs=runs,
        model=model,
    )


def _outings(days: Iterable[Day]) -> list[Outing]:
    return [outing for day in days for outing in day.outings]


def _sum(values: Iterable[float]) -> float:
    return math.fsum(values)


def _known(value: float | None) -> float:
    return math.nan if value is None else value


def _largest(values: Sequence[float], without: float) -> float:
    """The largest known value; NaN when none of them is known, `without` when there are none."""
    known = [value for value in values if not math.isnan(value)]
    return max(known) if known else (math.nan if values else without)


def _median_before(easy_km: Sequence[float], index: int) -> float:
    before = easy_km[index - WEEKS_BEFORE : index] if index >= WEEKS_BEFORE else [math.nan]
    return math.nan if any(math.isnan(value) for value in before) else statistics.median(before)
