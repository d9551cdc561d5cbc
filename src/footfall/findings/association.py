"""Load against the pain of the days after it, and pain against the load after that: for rule A1 and its picture."""

import datetime as dt
import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from footfall.findings.daily import Daily, daily
from footfall.findings.stats.association import Link, Question, Window, relate, windowed
from footfall.history.history import History
from footfall.model.intervals import FloatArray

WEEK = Window(1, 7)
MORNING_WINDOWS = (*(Window(days, days) for days in (1, 2, 3, 4)), WEEK)
DURING_WINDOWS = (*(Window(days, days) for days in (1, 2, 3)), WEEK)
SAME_DAY = Window(0, 0)
"""Of a run's pain: its own load, which has no order in time with it; shown and not tested. Of a morning: the running after it."""

WINDOWS_AFTER = (SAME_DAY, *(Window(-days, -days) for days in (1, 2, 3)), Window(-6, 0))
"""For the other way round: running on the day of a morning, on each of the three after it, and in the seven days from it on."""

SEED = 1


class Pain(StrEnum):
    """Which score a link is about."""

    MORNING = "morning"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class Lagged:
    """How one pain goes with the load in one window of days, weekday and date held equal; before, not after, the pain also the
    morning pain of the day before."""

    pain: Pain
    window: Window
    link: Link


@dataclass(frozen=True, eq=False)
class LoadPain:
    """Everything that the rule says and its picture draws, below the rule's gates too.

    tested      load before pain: morning pain at 1-4 days and 7 days together, then pain during runs at 1-3 and 7 days.
    same_run    pain during runs against the load of the same day; described alone.
    after       morning pain against the load after it, as a description of what the runner did.
    named       the one of `tested` that stands out most; None where there is too little.
    p, visible  as in `Related`.
    pairs       mornings with a score that have one on the morning before too, and the load between them.
    pain_days   days with pain in the morning or in a run.    free_days  days whose runs were all free of pain.
    days        the series they rest on, from 7 days before the first score.
    """

    tested: tuple[Lagged, ...]
    same_run: Lagged
    after: tuple[Lagged, ...]
    named: Lagged | None
    p: float
    visible: float
    pairs: int
    pain_days: int
    free_days: int
    days: Daily

    def points(self, lagged: Lagged) -> tuple[FloatArray, FloatArray]:
        """Load in the window and the pain, day by day where both are known; shape (m,) each, load in `days.unit`."""
        load, pain = windowed(self.days.load, lagged.window), _series(self.days, lagged.pain)
        known = np.isfinite(load) & np.isfinite(pain)
        return load[known], pain[known]

    @property
    def last_day(self) -> dt.date:
        """The last one with a score: the morning after the last row, where that has one."""
        return self.days.first + dt.timedelta(days=self.days.load.size - 1)


def load_pain(history: History) -> LoadPain | None:
    """None without any score."""
    if not history.days:
        return None
    every = daily(history)
    scored = np.flatnonzero(np.isfinite(every.morning) | np.isfinite(every.during))
    if not scored.size:
        return None
    days = every.between(max(0, int(scored[0]) - WEEK.last), int(scored[-1]))
    before = np.concatenate([[math.nan], days.morning[:-1]])
    asked = [(Pain.MORNING, window) for window in MORNING_WINDOWS] + [(Pain.DURING, window) for window in DURING_WINDOWS]
    tested = [Question(_series(days, pain), before, window) for pain, window in asked]
    described = [
        Question(days.during, before, SAME_DAY),
        *(Question(days.morning, None, window) for window in WINDOWS_AFTER),
    ]
    found = relate(days.load, tested, described, seed=SEED)
    lagged = tuple(Lagged(pain, window, link) for (pain, window), link in zip(asked, found.tested, strict=True))
    return LoadPain(
        tested=lagged,
        same_run=Lagged(Pain.DURING, SAME_DAY, found.described[0]),
        after=tuple(Lagged(Pain.MORNING, window, link) for window, link in zip(WINDOWS_AFTER, found.described[1:], strict=True)),
        named=None if found.named is None else lagged[found.named],
        p=found.p,
        visible=found.visible,
        pairs=lagged[0].link.n,
        pain_days=int(np.count_nonzero((days.morning > 0) | (days.during > 0))),
        free_days=int(np.count_nonzero(days.during == 0)),
        days=days,
    )


def _series(days: Daily, pain: Pain) -> FloatArray:
    return days.morning if pain is Pain.MORNING else days.during
