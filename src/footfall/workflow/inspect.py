"""What is in one file: for `doctor`."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from footfall.formats.decoder import Reader
from footfall.metrics.measure import measure
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.numbers import counted
from footfall.workflow.find import FoundFile
from footfall.workflow.items import Item, Items
from footfall.workflow.log_entries import entries_of, other_sports
from footfall.workflow.measure_paths import Measurement, measure_paths
from footfall.workflow.read import FACTORS, ReadFile, read_item
from footfall.workflow.request import CadenceUnit, Progress, Request


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


def inspect(path: str, reader: Reader = Reader.AUTO, unit: CadenceUnit = CadenceUnit.AUTO) -> Inspection:
    """Read and measure one file. What is wrong with it is in `file.problems`; nothing is raised for content.

    path   a file; a file in an archive as problems name it, `export.zip/activities/1.fit.gz`; or an archive of one file.
    """
    outermost = on_disk(path)
    with Items((FoundFile(outermost, named=True),)) as items:
        met = tuple(items)
        wanted = [one for one in met if isinstance(one, Item)]
        problems = tuple(one for one in met if isinstance(one, Problem))
        asked = wanted if outermost == path else [one for one in wanted if one.path == path]
        if len(asked) == 1:
            file = read_item(replace(asked[0], named=True), reader)
            file = replace(file, problems=(*problems, *file.problems, *other_sports(entries_of(file, base=None))))
        else:
            file = ReadFile(path, "", 0, problems=(*problems, *_which(path, asked, wanted)))
    return Inspection(file, tuple(measure(run, FACTORS[unit]) for run in file.runs), len(asked))


def inspect_together(paths: Sequence[str], unit: CadenceUnit = CadenceUnit.AUTO, progress: Progress | None = None) -> Measurement:
    """Every run in several files, folders or archives, each once; `runs` says which files each has and what came from where."""
    return measure_paths(Request(tuple(paths), dt.date.max, cadence_unit=unit), progress)


def on_disk(path: str) -> str:
    """The file to open: the archive, where the path goes on into one."""
    if Path(path).exists():
        return path
    return next((str(outer) for outer in Path(path).parents if outer.is_file()), path)


def _which(path: str, asked: list[Item], items: list[Item]) -> tuple[Problem, ...]:
    """That one of many is to be named, or that what was named is not there; nothing of an archive without files."""
    if not items:
        return ()
    reason, key = ("not-a-run-file", "not-a-run-file.archive") if asked else ("missing", "missing.member")
    message = say(f"problem.{key}", files=counted(len(items), "file"), example=items[0].path)
    return (Problem(path, None, reason, message),)
