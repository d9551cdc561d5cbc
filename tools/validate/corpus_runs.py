"""The real files that hold a run with a recorded cadence, each measured as the product measures it.

Files are known by their path in the corpus alone; nothing else of them is printed or kept.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docs_formats import NOT_DATA
from footfall.errors import RunFileError
from footfall.formats import read_bytes
from footfall.metrics.calibrate import population
from footfall.metrics.clusters import clusters
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of_all
from footfall.metrics.sighting import Sighting, sighting
from footfall.model.athlete import Athlete
from footfall.model.run import Run
from footfall.model.summary import RunSummary

RECORDED = 0.9
"""Least share of a count that rests on recorded cadence, for the count to be a yardstick."""

NOBODY = Athlete()
"""Height and all else unknown."""


@dataclass(frozen=True, eq=False)
class CorpusRun:
    """One run of one file.

    path      in the corpus.    summary   with its cadence, expressed for a runner of whom nothing is known.
    """

    path: str
    run: Run
    summary: RunSummary
    sighting: Sighting

    @property
    def speed_m_s(self) -> float:
        """Mean speed under way; NaN where the distance is not known."""
        way, time_s = self.summary.distance_m, self.summary.moving_s
        return math.nan if way is None or not time_s > 0 else way / time_s


def corpus_runs(folder: Path) -> Sequence[CorpusRun]:
    """Every run in the folder's files whose count rests on recorded cadence, by path."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() not in NOT_DATA):
        try:
            recordings = read_bytes(path.read_bytes(), path.name)
        except RunFileError:
            continue  # docs/formats.md says what each of these is
        name = path.relative_to(folder).as_posix()
        found += [_of(name, run) for runs, _ in runs_of_all(recordings) for run in runs]
    return [one for one in found if one.summary.footfalls.total.coverage >= RECORDED]  # False for NaN


def counted_again(run: Run) -> RunSummary:
    """A run's numbers for somebody of whom nothing is known, by the published line where cadence is missing."""
    return express(measure(run), population(NOBODY), NOBODY)


def _of(path: str, run: Run) -> CorpusRun:
    return CorpusRun(path, run, counted_again(run), sighting(run, measure(run)))


@dataclass(frozen=True, eq=False)
class OnceRun:
    """A run, by its richest recording, and the paths of the others."""

    first: CorpusRun
    also: tuple[str, ...]


def each_run_once(found: Iterable[CorpusRun]) -> Sequence[OnceRun]:
    """The same with several recordings of one run joined, as the product joins them; by path."""
    by_id = {id(one.sighting): one for one in found}
    groups = clusters(one.sighting for one in by_id.values())
    once = [
        OnceRun(by_id[id(group.first)], tuple(sorted(by_id[id(other)].path for other, _ in group.others))) for group in groups
    ]
    return sorted(once, key=lambda one: one.first.path)
