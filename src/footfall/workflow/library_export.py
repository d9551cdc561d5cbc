"""Everything that is kept, as plain tables for their owner alone: no file is read again but where recordings are joined anew."""

import datetime as dt
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from footfall.diary.together import DiaryFile, together
from footfall.errors import OutputError, SettingError
from footfall.library.rows import KeptAthlete
from footfall.library.store import Library
from footfall.metrics.calibrate import population
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.model.problem import Problem
from footfall.output import Overwrite, check_folder, check_target, write_bytes
from footfall.render.dataset import DATASETS
from footfall.workflow.assembly import standing_row
from footfall.workflow.batch_rows import Row, Terms
from footfall.workflow.kept_runs import kept_runs
from footfall.workflow.library_commands import is_there, key_of
from footfall.workflow.request import Progress, Request

RUNS_CSV, RUNS_JSONL, RUNS_PARQUET, DIARY = "runs.csv", "runs.jsonl", "runs.parquet", "diary.csv"
_LOAD_MODEL = "ground-force"


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written. problems   diaries that are no tables."""

    runs: int
    diary_rows: int
    problems: tuple[Problem, ...]


def export(
    folder: str, output: str, named: str | None, overwrite: Overwrite, progress: Progress | None = None
) -> Exported | None:
    """Write runs.csv, runs.jsonl, runs.parquet where it can be, and diary.csv into a folder, readable by their owner alone.

    named    key or name of a runner; None = all.
    Returns  None where there is no library.
    Raises   SettingError, OutputError, LibraryError.
    """
    if not is_there(folder):
        return None
    if os.path.isfile(output):  # noqa: PTH113
        raise SettingError("export-is-file", path=output)
    targets = [str(Path(output, name)) for name in (RUNS_CSV, RUNS_JSONL, DIARY)]
    for target in targets:
        if target.endswith(DIARY) and overwrite is Overwrite.OURS and Path(target).exists():
            raise OutputError("exists", path=target)  # a diary is somebody's words: nothing tells ours from theirs
        check_target(target, overwrite=overwrite)
    check_folder(str(Path(output, RUNS_PARQUET)))
    with Library.open(folder) as library:
        key = None if named is None else key_of(library, named)
        people = [one for one in library.athletes() if key in (None, one.key)]
        diaries = together(_diaries(library, people))
        lines = str(Path(output, RUNS_JSONL))
        with _private():
            DATASETS[".jsonl"](lines, _rows(library, people, progress), Overwrite.ANY)
            runs = sum(1 for _ in _written(lines))
            DATASETS[".csv"](str(Path(output, RUNS_CSV)), _written(lines), Overwrite.ANY)
            if _has_parquet():
                DATASETS[".parquet"](str(Path(output, RUNS_PARQUET)), _written(lines), Overwrite.ANY)
            write_bytes(targets[-1], diaries.data, overwrite=Overwrite.ANY)
            for target in targets:
                Path(target).chmod(0o600)  # one that stood there keeps its own mode otherwise
    return Exported(runs, diaries.rows, diaries.problems)


def _rows(library: Library, people: Sequence[KeptAthlete], progress: Progress | None) -> Iterator[Row]:
    """Runner after runner, each by start: no more than one runner's rows are held at a time."""
    done = 0
    for _, group in groupby(sorted(people, key=_column), _column):
        of_one: list[Row] = []
        for one in group:
            of_one.extend(_rows_of(library, one))
            done += 1
            if progress is not None:
                progress(done, len(people))
        yield from sorted(of_one, key=lambda row: (str(row["start"]), str(row["id"])))


def _rows_of(library: Library, one: KeptAthlete) -> Iterator[Row]:
    """As a batch writes them: by the published cadence line. A row that is kept and rests on the same is taken as it is."""
    request = Request(paths=(), as_of=dt.date.today(), athlete=one.athlete)
    terms, line = Terms(one.athlete, None, _LOAD_MODEL), population(one.athlete)
    for run in kept_runs(request, library, one.key).runs:
        row = standing_row(run, terms) or terms.row(run.measured, line)
        yield {name: _column(one) if name == "athlete" else row[name] for name in SUMMARY_COLUMNS}


def _column(one: KeptAthlete) -> str:
    return one.athlete.id or one.key


def _written(lines: str) -> Iterator[Row]:
    """The rows of the lines that were written, for the other tables: each run is expressed once, and none is held."""
    with Path(lines).open(encoding="utf-8") as file:
        for line in file:
            row: Row = json.loads(line)
            yield row


def _has_parquet() -> bool:
    """Whether the extra is installed: without it the export has its other tables."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return False
    return True


def _diaries(library: Library, people: Sequence[KeptAthlete]) -> Iterator[DiaryFile]:
    """Each content once for each runner: a diary that was moved is kept under both names."""
    for one in people:
        said = {diary.sha256: diary for diary in library.diaries(one.key)}
        whose = (one.athlete.id or one.key) if len(people) > 1 else None
        yield from (DiaryFile(diary.path, diary.data, whose) for diary in said.values())


@contextmanager
def _private() -> Iterator[None]:
    """What is made meanwhile is for its owner alone from its first moment."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
