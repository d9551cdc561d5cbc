"""The types of a history: outings and entries on calendar days, and which entry answers to which outing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from footfall.history.doubtful import doubtful
from footfall.history.mismatch import MatchProblem
from footfall.history.sums import Sums, load_of, sums
from footfall.model.athlete import Athlete
from footfall.model.diary import DiaryEntry, UnreadFlag
from footfall.model.summary import RunSummary


class OnsetState(StrEnum):
    """What is known of pain in one outing. UNKNOWN is never pain-free."""

    AT = "at"
    NONE = "none"
    AT_START = "at_start"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OnsetAt:
    """Pain onset of one outing, on the outing's own clocks. NaN where the state is not AT, or not known.

    minute, low, high   timer minutes since the outing's first start; low and high bound what the diary's rounding leaves.
    footfalls, load, distance_m   of the outing until `minute`.
    exact               True when read from a lap or seconds, or from a clock or distance that leaves a minute open at most.
    """

    state: OnsetState
    minute: float
    low: float
    high: float
    footfalls: float
    load: float
    distance_m: float
    exact: bool


@dataclass(frozen=True, eq=False)
class Outing:
    """Runs that follow each other within the outing gap, as one: by start, never empty.

    entry   the diary row that answers to this outing; None = no row, which is unknown, not pain-free.
    onset   UNKNOWN where there is no row or the row leaves it blank or speaks of other sites alone.
    """

    runs: tuple[RunSummary, ...]
    entry: DiaryEntry | None
    onset: OnsetAt

    @property
    def start(self) -> dt.datetime:
        """UTC."""
        return self.runs[0].start

    @property
    def day(self) -> dt.date:
        """Local day of the start."""
        return self.runs[0].local_date

    @property
    def is_run(self) -> bool:
        """False where all of it was walked or hiked, which counts only where it was asked for."""
        return any(run.sport == "running" for run in self.runs)

    @property
    def run_id(self) -> str:
        """Id of the longest run of the outing: the one that findings point at."""
        return max(self.runs, key=lambda run: (run.timer_s, run.id)).id

    @property
    def timer_min(self) -> float:
        """Timer minutes of all its runs."""
        return sum(run.timer_s for run in self.runs) / 60

    @property
    def distance_m(self) -> float | None:
        """Metres of all its runs; None as soon as one of them has no distance: a part is not the whole."""
        total_m = 0.0
        for run in self.runs:
            if run.distance_m is None:
                return None
            total_m += run.distance_m
        return total_m

    @property
    def footfalls(self) -> float:
        """Of all its runs."""
        return sum(run.footfalls.total.value for run in self.runs)

    @property
    def load(self) -> float:
        """Of all its runs, by the chosen model; NaN for several runs whose loads cannot be added up."""
        return load_of(self.runs)

    @property
    def easy_km(self) -> float:
        """Of all its runs, b = 1."""
        return sum(run.easy_km["b1"] for run in self.runs)

    @cached_property
    def sums(self) -> Sums:
        """The same three with their intervals."""
        return sums(self.runs, self.runs[0].load.model)


@dataclass(frozen=True, eq=False)
class Day:
    """One calendar day of the runner. No outing is "no run recorded", not "rested"; no entry is unknown, not zero."""

    date: dt.date
    outings: tuple[Outing, ...]
    entries: tuple[DiaryEntry, ...]

    @cached_property
    def sums(self) -> Sums | None:
        """What its outings come to; None without one, which is "no run recorded"."""
        runs = tuple(run for outing in self.outings for run in outing.runs)
        return sums(runs, runs[0].load.model) if runs else None


@dataclass(frozen=True, eq=False)
class History:
    """Everything known of one runner up to `as_of`: every calendar day from the first run or entry is present.

    shown_since, shown_until   what a page shows; rules still see the days before.
    has_diary                  False when no diary was found at all.
    unread_flags               red-flag text that must be shown in F1's place.
    stray_entries              rows so long before everything else that their year is most likely a slip: on no day of the
                               calendar, and read for red flags like any other.
    mismatches                 what could not be placed, each named.
    """

    days: tuple[Day, ...]
    athlete: Athlete
    as_of: dt.date
    has_diary: bool
    unread_flags: tuple[UnreadFlag, ...] = ()
    shown_since: dt.date | None = None
    shown_until: dt.date | None = None
    stray_entries: tuple[DiaryEntry, ...] = ()
    mismatches: tuple[MatchProblem, ...] = ()

    @cached_property
    def outings(self) -> tuple[Outing, ...]:
        """By start."""
        return tuple(outing for day in self.days for outing in day.outings)

    @cached_property
    def running(self) -> tuple[Outing, ...]:
        """Outings with a run in them, by start: what a run is compared with, and whose minutes an onset is counted in."""
        return tuple(outing for outing in self.outings if outing.is_run)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Ids of runs whose distance does not go with their speed or their steps: see history/doubtful.py."""
        return doubtful([run for outing in self.outings for run in outing.runs])

    def believed_m(self, outing: Outing) -> float | None:
        """Metres of an outing; None where a run of it has none, or one that cannot be what was run."""
        return None if any(run.id in self.doubtful for run in outing.runs) else outing.distance_m

    @cached_property
    def entries(self) -> tuple[DiaryEntry, ...]:
        """By day, then by row; the stray ones, which are the oldest, too."""
        return (*self.stray_entries, *(entry for day in self.days for entry in day.entries))

    def shows(self, day: dt.date) -> bool:
        """True when a page about this history shows that day."""
        after = self.shown_since is None or day >= self.shown_since
        return after and (self.shown_until is None or day <= self.shown_until)
