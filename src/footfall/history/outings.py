"""Outings: runs that follow each other closely, as one."""

import datetime as dt
from collections.abc import Iterable

from footfall.model.summary import RunSummary

Group = tuple[RunSummary, ...]
"""The runs of one outing, by start; never empty."""


def one_per_time(runs: Iterable[RunSummary]) -> tuple[tuple[RunSummary, ...], tuple[tuple[RunSummary, RunSummary], ...]]:
    """Leave out recordings of a time that a longer recording holds already: a phone beside a watch, one run in two formats.

    Counted twice, such a run would look like a leap in distance. Two recordings are of one time when they overlap by more
    than half of the shorter one; the one with more timer time stays (the smaller id, when they are equal).
    Returns  the runs that stay, by start; and (left out, stayed) pairs.
    """
    kept: list[RunSummary] = []
    doubles: list[tuple[RunSummary, RunSummary]] = []
    for run in sorted(runs, key=lambda run: (run.start, run.id)):
        stays = run
        while kept and _of_one_time(kept[-1], stays):
            stays, goes = _by_length(kept.pop(), stays)
            doubles.append((goes, stays))
        kept.append(stays)
    kept.sort(key=lambda run: (run.start, run.id))
    return tuple(kept), tuple(doubles)


def group_runs(runs: Iterable[RunSummary], gap_min: float) -> tuple[Group, ...]:
    """Runs that start within `gap_min` of the end of the ones before, as one outing; with 0, each run alone.

    Two runs that overlap a little are one outing too; its clocks run through the first, then through the second.
    """
    gap = dt.timedelta(minutes=gap_min)
    groups: list[list[RunSummary]] = []
    for run in sorted(runs, key=lambda run: (run.start, run.id)):
        if gap_min > 0 and groups and run.start - max(other.end for other in groups[-1]) <= gap:
            groups[-1].append(run)
        else:
            groups.append([run])
    return tuple(tuple(group) for group in groups)


def _of_one_time(earlier: RunSummary, later: RunSummary) -> bool:
    overlap_s = (min(earlier.end, later.end) - max(earlier.start, later.start)).total_seconds()
    return overlap_s > min(earlier.elapsed_s, later.elapsed_s) / 2


def _by_length(one: RunSummary, other: RunSummary) -> tuple[RunSummary, RunSummary]:
    longer, shorter = sorted((one, other), key=lambda run: (-run.timer_s, run.id))
    return longer, shorter
