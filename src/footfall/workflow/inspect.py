"""What is in one file: for `doctor`."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from footfall.formats.decoder import Reader
from footfall.metrics.measure import measure
from footfall.metrics.same_run import Why
from footfall.model.measured import Measured
from footfall.workflow.log_entries import entries_of, other_sports
from footfall.workflow.measure_paths import Measurement, measure_paths
from footfall.workflow.named import NamedFile
from footfall.workflow.one_run import Copy, OneRun
from footfall.workflow.read import FACTORS, ReadFile, read_item
from footfall.workflow.request import CadenceUnit, Progress, Request
from footfall.workflow.store import Store


@dataclass(frozen=True, eq=False)
class Inspection:
    """One file, read, and each of its runs measured.

    file       what was read and what was wrong with it.
    measured   of each run, in the order of `file.runs`.
    files_behind   how many files the path stands for: more than 1 for an archive of many, of which none was read.
    """

    file: ReadFile
    measured: tuple[Measured, ...]
    files_behind: int = 1


def inspect(named: NamedFile, reader: Reader = Reader.AUTO, unit: CadenceUnit = CadenceUnit.AUTO) -> Inspection:
    """Read and measure one file. What is wrong with it is in `file.problems`; nothing is raised for content."""
    if named.asked is None:
        return Inspection(ReadFile(named.path, "", 0, problems=named.problems), (), named.behind)
    file = read_item(named.asked, reader)
    file = replace(file, problems=(*named.problems, *file.problems, *other_sports(entries_of(file, base=None))))
    return Inspection(file, tuple(measure(run, FACTORS[unit]) for run in file.runs), named.behind)


def inspect_together(
    paths: Sequence[str],
    unit: CadenceUnit = CadenceUnit.AUTO,
    progress: Progress | None = None,
    store: Store | None = None,
) -> Measurement:
    """Every run in several files, folders or archives, each once.

    `runs` says which files each has, those of the same bytes too, and what came from where.
    """
    found = measure_paths(Request(tuple(paths), dt.date.max, cadence_unit=unit), progress, store)
    twins: dict[str, list[str]] = {}
    for path, first in found.copies.items():
        twins.setdefault(first, []).append(path)
    return replace(found, runs=tuple(_with_twins(run, twins) for run in found.runs))


def _with_twins(run: OneRun, twins: Mapping[str, Sequence[str]]) -> OneRun:
    """The run with every file among its copies that has the same bytes as one of its recordings."""
    recordings = dict.fromkeys((run.path, *(copy.path for copy in run.copies)))
    same = [Copy(path, run.run_id, False, Why.BYTES, 0.0, ()) for first in recordings for path in twins.get(first, ())]
    return replace(run, copies=(*run.copies, *same))
