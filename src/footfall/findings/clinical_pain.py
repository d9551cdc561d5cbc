"""Where and how it hurts, when pain begins in a run, how long it is run with, how soon it settles, and the mornings after."""

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from footfall.findings.daily import daily
from footfall.findings.tolerance import Tolerance
from footfall.history.day_pain import PAIN, in_the_day, index_of
from footfall.history.history import History
from footfall.model.diary import DiaryEntry, Onset, OnsetKind, Quality, Site

MORNINGS = 3
"""How many mornings after a run make its 72-hour response."""


@dataclass(frozen=True, slots=True)
class Spread:
    """n numbers: their median, the least and the largest. NaN where there is none."""

    n: int
    median: float
    least: float
    most: float


def spread(values: Iterable[float]) -> Spread:
    """Of numbers that are known."""
    known = sorted(values)
    if not known:
        return Spread(0, math.nan, math.nan, math.nan)
    return Spread(len(known), statistics.median(known), known[0], known[-1])


@dataclass(frozen=True, slots=True)
class Words:
    """Sites and qualities by the number of rows that name them, most first; a row may name several.

    rows           rows that name a site or a quality.
    builds, told   rows that say that pain builds during the run, of those that say whether it does.
    """

    sites: tuple[tuple[Site, int], ...]
    qualities: tuple[tuple[Quality, int], ...]
    rows: int
    builds: int
    told: int


class Written(StrEnum):
    """How an onset was written, by what the writing leaves open."""

    SECONDS = "seconds"
    MINUTE = "minute"
    FIVE = "five"
    DISTANCE = "distance"
    CLOCK = "clock"
    LAP = "lap"


@dataclass(frozen=True, slots=True)
class Onsets:
    """Runs by when the back began to hurt.

    minutes    of the runs in which somebody wrote when.    written  how.
    ran_on     minutes from onset to the end of those runs.
    free       minutes of the runs that ended free of pain.
    stopped    runs that pain ended.     shortened  runs cut short for fear of it.
    """

    minutes: Spread
    written: tuple[tuple[Written, int], ...]
    ran_on: Spread
    free: Spread
    stopped: int
    shortened: int


@dataclass(frozen=True, slots=True)
class Settling:
    """Minutes after stopping until pain eased, of the rows that say so, out of `painful` about a run that hurt."""

    minutes: Spread
    painful: int


@dataclass(frozen=True, slots=True)
class Mornings:
    """Pain on the morning after a row's day, minutes of stiffness, and the 72 hours after runs.

    pain       scores, 0-10; `sore` of them are 1 or more.
    settled    runs whose morning pain was back at the level before the run, or below, on the first, second, third morning.
    later      on none of the three, each of which is known.
    unknown    runs with a score missing until then, of the level before or of a morning.
    runs       all of them, with three mornings up to today.    joined  of them with another run within the three days.
    """

    pain: Spread
    sore: int
    stiffness: Spread
    settled: tuple[int, ...]
    later: int
    unknown: int
    runs: int
    joined: int


def words(entries: Sequence[DiaryEntry]) -> Words:
    """Of the rows of a diary; sites elsewhere than the back are named too."""
    sites = Counter(site for entry in entries for site in entry.sites)
    qualities = Counter(quality for entry in entries for quality in entry.qualities)
    told = [entry for entry in entries if entry.builds is not None]
    return Words(
        sites=tuple(sorted(sites.items(), key=lambda pair: (-pair[1], pair[0]))),
        qualities=tuple(sorted(qualities.items(), key=lambda pair: (-pair[1], pair[0]))),
        rows=sum(bool(entry.sites or entry.qualities) for entry in entries),
        builds=sum(entry.builds is True for entry in told),
        told=len(told),
    )


def onsets(found: Tolerance) -> Onsets:
    """Of the outings that tell how long the back stayed free of pain."""
    asked = (*found.events, *found.free)
    rows = [outing.entry for outing in asked if outing.entry is not None]
    how = Counter(_written(each.entry.onset) for each in found.began if each.entry is not None and each.entry.onset is not None)
    return Onsets(
        minutes=spread(outing.onset.minute for outing in found.began),
        written=tuple((kind, how[kind]) for kind in Written if how[kind]),
        ran_on=spread(max(outing.timer_min - outing.onset.minute, 0.0) for outing in found.began),
        free=spread(outing.timer_min for outing in found.free),
        stopped=sum(row.stopped_for_pain is True for row in rows),
        shortened=found.shortened,
    )


def settling(entries: Sequence[DiaryEntry]) -> Settling:
    """Of the rows that answer to a run, those in which the back hurt."""
    hurt = [entry for entry in entries if _hurt_in_a_run(entry)]
    return Settling(spread(entry.eased_after_min for entry in hurt if entry.eased_after_min is not None), len(hurt))


def mornings(told: History, entries: Sequence[DiaryEntry]) -> Mornings:
    """Of the days that `told` shows.

    The level before a run is `pain_before` of its row, else the pain on waking that day.
    """
    about = [entry for entry in entries if entry.about_the_back]
    pain = [entry.pain_next_morning for entry in about if entry.pain_next_morning is not None]
    counts: Counter[int | None] = Counter()
    joined = 0
    if told.days:
        morning = daily(told).morning
        for outing in told.running:
            at = index_of(told, outing.day)
            if not told.shows(outing.day) or at + MORNINGS >= len(told.days):
                continue
            before = None if outing.entry is None or not outing.entry.about_the_back else outing.entry.pain_before
            counts[_settled(morning[at] if before is None else before, morning[at + 1 : at + 1 + MORNINGS])] += 1
            joined += any(day.outings for day in told.days[at + 1 : at + 1 + MORNINGS])
    return Mornings(
        pain=spread(pain),
        sore=sum(score >= PAIN for score in pain),
        stiffness=spread(entry.morning_stiffness_min for entry in about if entry.morning_stiffness_min is not None),
        settled=tuple(counts[number] for number in range(1, MORNINGS + 1)),
        later=counts[0],
        unknown=counts[None],
        runs=counts.total(),
        joined=joined,
    )


def _settled(before: float, after: Sequence[float] | np.ndarray) -> int | None:
    """Number of the first morning that is no worse than before, 0 for none of them, None where a score is missing until then."""
    if math.isnan(before):
        return None
    for number, score in enumerate(after, 1):
        if math.isnan(score):
            return None
        if score <= before:
            return number
    return 0


def _hurt_in_a_run(entry: DiaryEntry) -> bool:
    if not entry.about_the_back:
        return False
    began = entry.onset is not None and entry.onset.kind is not OnsetKind.NONE
    return began or any(score >= PAIN for score in in_the_day(entry))


def _written(onset: Onset) -> Written:
    if onset.kind is OnsetKind.MINUTES:
        return {0.0: Written.SECONDS, 2.5: Written.FIVE}.get(onset.rounding, Written.MINUTE)
    return {OnsetKind.DISTANCE: Written.DISTANCE, OnsetKind.CLOCK: Written.CLOCK}.get(onset.kind, Written.LAP)
