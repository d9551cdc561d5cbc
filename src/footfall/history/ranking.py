"""Outings and weeks of one runner held against each other: which had most load, how the last week stands, how sure that is."""

import datetime as dt
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from footfall.history.history import History, Outing
from footfall.history.weeks import WEEKS_BEFORE, Week
from footfall.metrics.agreement import EVEN, Comparison, Most, Weighed, compare, median, most, weigh
from footfall.metrics.force import Z90


@dataclass(frozen=True, eq=False)
class Ranking:
    """Outings whose load is known, held against each other.

    outings   by start; `most` points into them, and is None of fewer than two.
    between   SD of the ratio of one to the next, as a fraction, the middle one: how well two runs of one runner compare. NaN of
              fewer than two.
    """

    outings: tuple[Outing, ...]
    most: Most | None
    between: float

    @property
    def clear_difference(self) -> float:
        """Difference between two of them beyond which 1 is outside the 90 % interval, as a fraction; NaN of fewer than two."""
        return Z90 * self.between


@dataclass(frozen=True, eq=False)
class WeekTrend:
    """The last whole week against the median of the four weeks before it, in easy kilometres.

    easy_km, median_easy_km   at b = 1.
    """

    start: dt.date
    easy_km: float
    median_easy_km: float
    comparison: Comparison


def ranking(outings: Sequence[Outing]) -> Ranking:
    """Of one runner's outings."""
    weighed = [(outing, weigh(outing.runs)) for outing in outings]
    known = [(outing, each) for outing, each in weighed if each is not None]
    amounts = [each for _, each in known]
    return Ranking(tuple(outing for outing, _ in known), most(amounts), _between(amounts))


def week_trend(history: History, weeks: Sequence[Week]) -> WeekTrend | None:
    """None unless the last whole week is shown, and it and each of the four before have a run, all with a known load.

    weeks   every calendar week of the history, oldest first. The one in which the records begin is no whole week.
    """
    whole = [week for week in weeks if week.over and week.start >= history.days[0].date][-WEEKS_BEFORE - 1 :]
    if len(whole) <= WEEKS_BEFORE or not history.shows(whole[-1].start + dt.timedelta(days=6)):
        return None
    amounts = [weigh(week.runs) for week in whole]
    known = [each for each in amounts if each is not None]
    if len(known) < len(amounts):
        return None
    usual, this = median(known[:-1]), known[-1]
    return WeekTrend(whole[-1].start, this.value[EVEN], usual.value[EVEN], compare(this, usual))


def _between(amounts: Sequence[Weighed]) -> float:
    ratios = (one.drawn[EVEN] / other.drawn[EVEN] for one, other in pairwise(amounts))
    spreads = [float(np.std(np.log(ratio))) for ratio in ratios]
    return statistics.median(spreads) if spreads else math.nan
