"""One file to its measured runs, or to the reason why not. Nothing but its own bytes plays a part."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from footfall.diary.read import looks_like_diary
from footfall.errors import RunFileError, UnknownFormatError
from footfall.formats import read_bytes
from footfall.formats.decoder import Reader
from footfall.metrics.measure import measure
from footfall.metrics.runs import PassedOver, runs_of
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Run
from footfall.wording import say
from footfall.workflow.find import FoundFile
from footfall.workflow.items import Item, Items
from footfall.workflow.problems import problem_of, unreadable
from footfall.workflow.request import CadenceUnit

SETTINGS = frozenset({"athlete.toml", "squad.toml", "footfall.toml"})
FACTORS = {CadenceUnit.AUTO: None, CadenceUnit.STEPS: 1, CadenceUnit.STRIDES: 2}


@dataclass(frozen=True, eq=False)
class Recording:
    """One recording of a file, its runs, and what of it is no run."""

    decoded: Decoded
    runs: tuple[Run, ...]
    passed_over: tuple[PassedOver, ...]


@dataclass(frozen=True, eq=False)
class ReadFile:
    """What one file gave. `unknown` = a file met in a folder that no reader knows: counted, not a problem."""

    path: str
    sha256: str
    size: int
    recordings: tuple[Recording, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: bool = False

    @property
    def content(self) -> str | None:
        """Hash of the decompressed bytes, so that x.fit and x.fit.gz are one; None where nothing was read."""
        return self.recordings[0].decoded.source.sha256 if self.recordings else None

    @property
    def runs(self) -> tuple[Run, ...]:
        """Runs of all its recordings."""
        return tuple(run for recording in self.recordings for run in recording.runs)


def read_file(file: FoundFile, reader: Reader = Reader.AUTO, include: Collection[str] = ()) -> ReadFile:
    """Read one file on its own, outside of a job."""
    with Items((file,)) as items:
        one = next(iter(items))
        assert isinstance(one, Item)
        return read_item(one, reader, include)


def read_item(item: Item, reader: Reader = Reader.AUTO, include: Collection[str] = ()) -> ReadFile:
    """Read one item. Whatever is wrong with it comes back as problems; nothing is raised for content."""
    try:
        data, problem = item.read()
    except OSError as error:
        return ReadFile(item.path, "", 0, problems=(unreadable(item.path, error),))
    except RunFileError as error:
        return ReadFile(item.path, "", 0, problems=(problem_of(error, item.path),))
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        decoded = read_bytes(data, item.path, reader)
    except UnknownFormatError as error:
        return ReadFile(item.path, sha256, len(data), **_unknown(item, data, error))
    except RunFileError as error:
        return ReadFile(item.path, sha256, len(data), problems=(problem_of(error, item.path),))
    recordings = tuple(Recording(one, *runs_of(one, include)) for one in decoded)
    problems = [] if problem is None else [problem]
    problems += [problem for one in decoded for problem in one.problems]
    problems += [_passed_over(item.path, passed) for recording in recordings for passed in recording.passed_over]
    return ReadFile(item.path, sha256, len(data), recordings, tuple(problems))


def measure_file(file: ReadFile, unit: CadenceUnit = CadenceUnit.AUTO) -> tuple[Measured, ...]:
    """Measure each run of a file."""
    return tuple(measure(run, FACTORS[unit]) for run in file.runs)


class _Outcome(TypedDict, total=False):
    problems: tuple[Problem, ...]
    unknown: bool


def _unknown(file: Item, data: bytes, error: UnknownFormatError) -> _Outcome:
    """A file that no reader knows: one of our own kinds, passed over; a failure when it was named; else only counted."""
    if Path(file.path).name in SETTINGS:
        return {"problems": (_not_a_run_file(file.path, "file.settings"),)}
    if looks_like_diary(data):
        return {"problems": (_not_a_run_file(file.path, "file.diary"),)}
    return {"problems": (problem_of(error, file.path),)} if file.named else {"unknown": True}


def _not_a_run_file(path: str, kind: str) -> Problem:
    return Problem(path, None, "not-a-run-file", say("problem.not-a-run-file", what=say(kind)))


def _passed_over(path: str, passed: PassedOver) -> Problem:
    return Problem(path, None, passed.reason, say(f"problem.{passed.reason}", sport=passed.sport))
