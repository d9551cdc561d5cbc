"""Every calendar day with its load and its worst pain: what the picture of the season draws, one cell a day."""

import datetime as dt
import math
from dataclasses import dataclass

from footfall.history.history import Day, History
from footfall.history.pain import back_pain
from footfall.history.recorded import silent_days

LOAD_STEPS = (0.0, 4.5, 7.0, 10.0, 13.0)
"""Where a day's load goes into the next step: more than 0, then from each of the others on.  [easy km]"""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day.

    easy_km   of its outings; 0 on a day without one, NaN where a load is not known or nothing at all is known of these weeks.
    outings   how many.
    pain      worst back pain of its rows, before, during, after or next morning, 0-10; NaN where none is written.
    entries   how many diary rows.
    """

    date: dt.date
    easy_km: float
    outings: int
    pain: float
    entries: int

    @property
    def step(self) -> int | None:
        """0 at rest, then 1 to 5 by load; None where it is not known."""
        return load_step(self.easy_km)


def load_step(easy_km: float) -> int | None:
    """The step that a day's load falls in: 0 = none; None where it is not known."""
    if math.isnan(easy_km):
        return None
    return 0 if easy_km <= 0 else 1 + sum(easy_km >= edge for edge in LOAD_STEPS[1:])


def calendar(history: History) -> tuple[CalendarDay, ...]:
    """Every day that is shown, oldest first, up to the last with a run or a row."""
    silent = silent_days(history)
    shown = [day for day in history.days if history.shows(day.date)]
    last = max((at for at, day in enumerate(shown) if day.outings or day.entries), default=-1)
    return tuple(_cell(day, silent=day.date in silent) for day in shown[: last + 1])


def _cell(day: Day, *, silent: bool) -> CalendarDay:
    scores = [score for entry in day.entries for score in back_pain(entry)]
    easy_km = math.nan if silent else math.fsum(outing.easy_km for outing in day.outings)
    return CalendarDay(day.date, easy_km, len(day.outings), max(scores, default=math.nan), len(day.entries))
