"""Days off after pain, and whether it was back at the same site on the first run after them: for rule P7."""

import itertools
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from footfall.history.day_pain import in_the_day
from footfall.history.history import Day, History
from footfall.history.pain import back_pain
from footfall.history.recorded import silent_days
from footfall.model.diary import BACK_SITES, DiaryEntry, OnsetKind, Site

MIN_DAYS_OFF = 3
HURT = 2.0
"""Pain from here on before and after the days off."""

SETTLED = 1.0
"""Pain at or below this is settled."""

BEFORE = 3
"""Days before the days off in which the pain must have been written: the last run's and those beside it."""


class After(StrEnum):
    """What is known of the first run after the days off."""

    BACK = "back"
    NOT_BACK = "not-back"
    NOT_SETTLED = "not-settled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rest:
    """Days off, and the first run after them.

    first, last   of the days off.   run   the day of the run.   after   what is known of it.
    sites         of the pain that was back; empty = none written on either side.
    """

    first: Day
    last: Day
    run: Day
    after: After
    sites: frozenset[Site]

    @property
    def days(self) -> int:
        """How many."""
        return (self.last.date - self.first.date).days + 1


def rests_after_pain(history: History) -> tuple[Rest, ...]:
    """Every stretch of days off that followed back pain and was ended by a run; by date.

    Days off: 3 or more days in a row without a run, and more than the runner usually leaves between two run days. A stretch
    with days of which nothing is known (`silent_days`) is not one: it may hold runs that nobody recorded.
    """
    silent = silent_days(history)
    run_days = [at for at, day in enumerate(history.days) if any(outing.is_run for outing in day.outings)]
    gaps = [after - before - 1 for before, after in itertools.pairwise(run_days)]
    if not gaps:
        return ()
    least = max(MIN_DAYS_OFF, int(statistics.median(gaps)) + 1)
    rests = []
    for before, after in itertools.pairwise(run_days):
        off = history.days[before + 1 : after]
        if len(off) < least or any(day.date in silent for day in off):
            continue
        hurt = _rows(history.days[max(before - BEFORE + 1, 0) : before + 1])
        sites = [_sites(row) for row in hurt if max(back_pain(row), default=0.0) >= HURT]
        if sites:
            run = history.days[after]
            rests.append(Rest(off[0], off[-1], run, *_after(off, run, sites)))
    return tuple(rests)


def _after(off: Sequence[Day], run: Day, sites: Sequence[frozenset[Site]]) -> tuple[After, frozenset[Site]]:
    """Days without rows are unknown: it must be written that the pain had settled, and how the run was."""
    rows = list(_rows([run]))
    settled = _settled(off, rows)
    if settled is None or not any(in_the_day(row) or row.onset is not None for row in rows):
        return After.UNKNOWN, frozenset()
    if not settled:
        return After.NOT_SETTLED, frozenset()
    for row in rows:
        alike = [site for site in sites if _alike(site, _sites(row))]
        if alike and _hurt_again(row):
            return After.BACK, _sites(row) or alike[-1]
    return After.NOT_BACK, frozenset()


def _settled(off: Sequence[Day], on_the_run_day: Sequence[DiaryEntry]) -> bool | None:
    """Whether the pain had gone by the first run; None where nothing says so."""
    for row in on_the_run_day:
        if row.pain_before is not None:
            return row.pain_before <= SETTLED
        if row.onset is not None:
            return row.onset.kind is not OnsetKind.START
    scores = [scores[-1] for day in off for row in day.entries if (scores := back_pain(row))]
    return scores[-1] <= SETTLED if scores else None


def _hurt_again(row: DiaryEntry) -> bool:
    scores = [score for score in (row.pain_max, row.pain_after, row.pain_next_morning) if score is not None]
    return max(scores, default=0.0) >= HURT


def _rows(days: Iterable[Day]) -> list[DiaryEntry]:
    return [entry for day in days for entry in day.entries if entry.about_the_back]


def _sites(row: DiaryEntry) -> frozenset[Site]:
    return row.sites & BACK_SITES


def _alike(one: frozenset[Site], other: frozenset[Site]) -> bool:
    """True for a site in common. `low_back` holds its sides and its centre; a row without a site speaks of all the back."""
    if not one or not other or one & other:
        return True
    low = BACK_SITES - {Site.BUTTOCK}
    return (Site.LOW_BACK in one and bool(other & low)) or (Site.LOW_BACK in other and bool(one & low))
