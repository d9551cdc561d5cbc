"""Outings: runs that follow each other closely, as one."""

import datetime as dt
from collections.abc import Iterable

from footfall.history.one_clock import apart_by_clock
from footfall.model.run import StartKind
from footfall.model.summary import RunSummary

Group = tuple[RunSummary, ...]
"""The runs of one outing, by start; never empty."""


def one_per_time(runs: Iterable[RunSummary]) -> tuple[tuple[RunSummary, ...], tuple[tuple[RunSummary, RunSummary], ...]]:
    """Leave out recordings of a time that a longer recording holds already: a phone beside a watch, one run in two formats.

    Counted twice, such a run would look like a leap in distance. Two recordings are of one time when they overlap by more
    than half of the shorter one; the one with more timer time stays (the smaller id, when they are equal). The last guard, behind
    recordings that were recognised as one run. A run of which only the day is known is of no time, and stays.
    runs     as `on_one_clock` gives them.
    Returns  the runs that stay, by start; and (left out, stayed) pairs.
    """
    timed, untimed = _by_what_is_known(runs)
    kept: list[RunSummary] = []
    doubles: list[tuple[RunSummary, RunSummary]] = []
    for comparable in apart_by_clock(timed):
        stay: list[RunSummary] = []
        for run in comparable:
            stays = run
            while stay and _of_one_time(stay[-1], stays):
                stays, goes = _by_length(stay.pop(), stays)
                doubles.append((goes, stays))
            stay.append(stays)
        kept += stay
    return tuple(sorted((*kept, *untimed), key=_by_start)), tuple(doubles)


def group_runs(runs: Iterable[RunSummary], gap_min: float) -> tuple[Group, ...]:
    """Runs that start within `gap_min` of the end of the ones before, as one outing; with 0, each run alone.

    Two runs that overlap a little are one outing too; its clocks run through the first, then through the second. A run of which
    only the day is known is an outing of its own: nothing tells what it followed.

    runs   as `on_one_clock` gives them.
    """
    timed, untimed = _by_what_is_known(runs)
    gap = dt.timedelta(minutes=gap_min)
    found = [group for comparable in apart_by_clock(timed) for group in _close_together(comparable, gap)]
    return tuple(sorted((*found, *((run,) for run in untimed)), key=lambda group: _by_start(group[0])))


def _close_together(runs: Iterable[RunSummary], gap: dt.timedelta) -> list[Group]:
    """Runs by start on one clock, in groups."""
    groups: list[list[RunSummary]] = []
    for run in runs:
        if gap > dt.timedelta(0) and groups and run.start - max(other.end for other in groups[-1]) <= gap:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [tuple(group) for group in groups]


def _by_what_is_known(runs: Iterable[RunSummary]) -> tuple[list[RunSummary], list[RunSummary]]:
    """Those whose time is known, and those of which only the day is; each by start."""
    ordered = sorted(runs, key=_by_start)
    timed = [run for run in ordered if run.start_kind is not StartKind.DAY]
    return timed, [run for run in ordered if run.start_kind is StartKind.DAY]


def _by_start(run: RunSummary) -> tuple[dt.datetime, str]:
    return run.start, run.id


def _of_one_time(earlier: RunSummary, later: RunSummary) -> bool:
    overlap_s = (min(earlier.end, later.end) - max(earlier.start, later.start)).total_seconds()
    return overlap_s > min(earlier.elapsed_s, later.elapsed_s) / 2


def _by_length(one: RunSummary, other: RunSummary) -> tuple[RunSummary, RunSummary]:
    longer, shorter = sorted((one, other), key=lambda run: (-run.timer_s, run.id))
    return longer, shorter
