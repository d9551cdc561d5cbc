"""Rows for a new diary: one per run found."""

import datetime as dt
from dataclasses import dataclass

from footfall.diary.read import looks_like_diary
from footfall.formats import HEAD_BYTES, recognised
from footfall.formats.log.decode import is_workbook
from footfall.metrics.local_time import start_of
from footfall.model.problem import Problem
from footfall.model.run import StartKind
from footfall.workflow.measure_paths import measure_paths
from footfall.workflow.request import Progress, Request


@dataclass(frozen=True, slots=True)
class RunRow:
    """What a diary row says of a run before the runner has written anything.

    day, start    on the runner's clock; start None where only the day is known.
    distance_m    None = not known.    timer_s  without pauses.
    """

    day: dt.date
    start: dt.time | None
    distance_m: float | None
    timer_s: float


def is_other(data: bytes) -> bool:
    """True for what holds runs and nothing about pain: rows for a diary have no place in it. A workbook is never one."""
    head = data[:HEAD_BYTES]
    return not is_workbook(head) and recognised(head) and not looks_like_diary(data)


def run_rows(request: Request, progress: Progress | None = None) -> tuple[tuple[RunRow, ...], tuple[Problem, ...]]:
    """A row for each run behind the request's paths, by start, and what could not be read."""
    found = measure_paths(request, progress)
    rows = []
    for one in sorted(found.measured, key=lambda run: (run.header.start, run.run_id)):
        header = one.header
        local = start_of(header, request.athlete, request.timezone).local
        start = None if header.start_kind is StartKind.DAY else local.time().replace(second=0, microsecond=0)
        rows.append(RunRow(local.date(), start, one.totals.distance_m, one.totals.timer_s))
    return tuple(rows), found.problems
