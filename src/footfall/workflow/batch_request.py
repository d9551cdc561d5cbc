"""What is asked of a batch: everything settled before any file is opened."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum

from footfall.config.athletes_above import Whose
from footfall.output import Overwrite
from footfall.workflow.request import CadenceUnit


class TableForm(StrEnum):
    """What is written; the ending of the output's name."""

    CSV = ".csv"
    JSONL = ".jsonl"
    PARQUET = ".parquet"


class Begin(Enum):
    """Where a batch begins."""

    ANEW = "anew"
    """What an earlier one with this output left behind is cleared away. What the library knows is not read again all the same."""
    WHERE_IT_STOPPED = "where it stopped"
    """What an earlier one, or shards of it, left behind is taken over."""


class Unchanged(Enum):
    """What tells that a file is still the one that the library knows."""

    BY_STAMP = "stamp"
    """Size, time of change and inode."""
    BY_CONTENT = "content"
    """Its bytes, hashed again."""


class CadenceLine(Enum):
    """What a run without cadence goes by."""

    POPULATION = "population"
    """What is published: a row rests on its own files alone."""
    PERSONAL = "personal"
    """The runner's own runs in the batch: a second pass per athlete."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of a batch, each done by a process of its own, on any machine: `2/8`.

    number  1 … of.
    """

    number: int
    of: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.of:
            raise ValueError("number must be from 1 to `of`")


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """One batch.

    paths           files, folders and URLs as the user named them; `-` = one file on standard input.
    output          path of the table, or of the folder of a Parquet dataset.
    overwrite       what may be replaced there.
    athlete         of every file; None = each has the nearest athlete.toml above it.
    timezone        IANA name from a flag: goes before what the files say; None = not given.
    load_model      name in LOAD_MODELS.
    include         sports on foot that count beside running: walking, hiking.
    since, until    the days whose runs are written, both included; None = no limit.
    engine          name in ENGINES.
    workers         how many at a time; None = as many as there are processors.
    scheduler       address of a cluster's scheduler; None = one on this machine, where the engine needs one.
    shard           None = the whole batch.
    log             path of the status lines, one for each file, as JSON Lines; None = none is written.
    library         folder in which what was measured is kept; None = it is kept for this batch alone.
    chunk_files     how many files a worker gets at a time.
    """

    paths: tuple[str, ...]
    output: str
    form: TableForm
    overwrite: Overwrite = Overwrite.OURS
    athlete: Whose | None = None
    timezone: str | None = None
    load_model: str = "ground-force"
    cadence_unit: CadenceUnit = CadenceUnit.AUTO
    include: frozenset[str] = frozenset()
    since: dt.date | None = None
    until: dt.date | None = None
    engine: str = "processes"
    workers: int | None = None
    scheduler: str | None = None
    shard: Shard | None = None
    begin: Begin = Begin.ANEW
    unchanged: Unchanged = Unchanged.BY_STAMP
    line: CadenceLine = CadenceLine.POPULATION
    log: str | None = None
    library: str | None = None
    chunk_files: int = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a batch has come, in files.

    done         of `files`, which grows as long as folders are walked.
    unchanged    of those done: not read, because the library knew them.
    passed_over  of those done: read, or looked at, and no run in them.
    failed       of those done.
    """

    done: int
    files: int
    unchanged: int = 0
    passed_over: int = 0
    failed: int = 0


Watch = Callable[[Standing], None]
"""Called as a batch goes on, some times a second at most."""
