"""What is in one file: for `doctor`."""

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
from footfall.workflow.read import FACTORS, ReadFile, read_item
from footfall.workflow.request import CadenceUnit


@dataclass(frozen=True, eq=False)
class Inspection:
    """One file, read, and each of its runs measured.

    file       what was read and what was wrong with it.
    measured   of each run, in the order of `file.runs`.
    """

    file: ReadFile
    measured: tuple[Measured, ...]


def inspect(path: str, reader: Reader = Reader.AUTO, unit: CadenceUnit = CadenceUnit.AUTO) -> Inspection:
    """Read and measure one file. What is wrong with it is in `file.problems`; nothing is raised for content.

    path   a file; a file in an archive as problems name it, `export.zip/activities/1.fit.gz`; or an archive of one file.
    """
    with Items((FoundFile(on_disk(path), named=True),)) as items:
        met = tuple(items)
        wanted = [one for one in met if isinstance(one, Item)]
        problems = tuple(one for one in met if isinstance(one, Problem))
        asked = [one for one in wanted if one.path == path] or wanted
        if len(asked) == 1:
            file = read_item(replace(asked[0], named=True), reader)
            file = replace(file, problems=(*problems, *file.problems))
        else:
            file = ReadFile(path, "", 0, problems=(*problems, *_of_many(path, asked)))
    return Inspection(file, tuple(measure(run, FACTORS[unit]) for run in file.runs))


def on_disk(path: str) -> str:
    """The file to open: the archive, where the path goes on into one."""
    if Path(path).exists():
        return path
    return next((str(outer) for outer in Path(path).parents if outer.is_file()), path)


def _of_many(path: str, items: list[Item]) -> tuple[Problem, ...]:
    if not items:
        return ()
    message = say("problem.not-a-run-file.archive", files=counted(len(items), "file"), example=items[0].path)
    return (Problem(path, None, "not-a-run-file", message),)
