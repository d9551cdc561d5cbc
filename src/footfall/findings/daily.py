"""Load and back pain by calendar day: a morning, a day's running, and the pain in its runs, each known or not."""

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from footfall.findings.conditions import pain_of
from footfall.history.history import Day, History
from footfall.history.recorded import silent_days
from footfall.history.sums import load_of
from footfall.model.diary import DiaryEntry
from footfall.model.intervals import FloatArray


@dataclass(frozen=True, eq=False)
class Daily:
    """Series by calendar day, each of shape (n,), NaN = not known: from the first day of a history to the morning after its last.

    load     of all runs of the day, by the chosen model; 0 on a day at rest. Not known on silent days, where the loads of a day
             cannot be added up, on a day without a recorded run whose row speaks of one, and on the last morning.
    morning  back pain on waking, 0-10: `pain_next_morning` of the row of the day before.
    during   worst back pain in the day's runs, 0-10, as `conditions.pain_of` reads it; not known without a run, and where one of
             several is not known.
    unit     of the load; blank without a run.
    """

    first: dt.date
    load: FloatArray
    morning: FloatArray
    during: FloatArray
    unit: str

    def between(self, first: int, last: int) -> "Daily":
        """The days with these numbers, the last one included."""
        part = slice(first, last + 1)
        return Daily(self.first + dt.timedelta(days=first), self.load[part], self.morning[part], self.during[part], self.unit)


def daily(history: History) -> Daily:
    """Load of every day; pain of those that are shown. The history has a day.

    A morning is `pain_next_morning` alone: `pain_before` may be of an evening, and `pain_max` of a day without a run of any hour
    of it, after what the load of that day was for.
    """
    silent = silent_days(history)
    load = [math.nan if day.date in silent else _load(day) for day in history.days]
    shown = [day if history.shows(day.date) else None for day in history.days]
    mornings = [math.nan if day is None else _worst(_next_mornings(day.entries)) for day in shown]
    during = [math.nan if day is None else _during(day) for day in shown]
    unit = next((run.load.measure.unit for outing in history.outings for run in outing.runs), "")
    return Daily(
        history.days[0].date,
        np.array([*load, math.nan]),
        np.array([math.nan, *mornings]),
        np.array([*during, math.nan]),
        unit,
    )


def _load(day: Day) -> float:
    if day.outings:
        return load_of([run for outing in day.outings for run in outing.runs])
    return math.nan if any(map(_speaks_of_a_run, day.entries)) else 0.0


def _speaks_of_a_run(row: DiaryEntry) -> bool:
    """On a day without a recorded run: then there was one whose load nobody knows."""
    return any(each is not None for each in (row.onset, row.start, row.surface, row.shoes, row.stopped_for_pain))


def _next_mornings(rows: Iterable[DiaryEntry]) -> list[float]:
    return [row.pain_next_morning for row in rows if row.about_the_back and row.pain_next_morning is not None]


def _during(day: Day) -> float:
    """NaN as soon as one run is not known: the others may have hurt less."""
    scores = [pain_of(outing) for outing in day.outings if outing.is_run]
    return math.nan if any(map(math.isnan, scores)) else _worst(scores)


def _worst(scores: Iterable[float]) -> float:
    return max(scores, default=math.nan)
