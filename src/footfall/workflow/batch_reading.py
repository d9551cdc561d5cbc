"""The reading of a batch: what the library does not know goes to workers in chunks, and is kept as it comes back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from footfall.config.places import STDIN
from footfall.engines import ENGINES
from footfall.engines.engine import Engine, Lost, Options
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.batch_request import BatchRequest
from footfall.workflow.file_status import ItemTold, Status
from footfall.workflow.keeping import stamp_of
from footfall.workflow.parts import Part, PartFolder
from footfall.workflow.read_chunk import FileTask, ReadChunk, Receipt
from footfall.workflow.reading import Asked
from footfall.workflow.spoken_work import SpokenWork

_CHUNKS_EACH = 16
"""Chunks for each worker at least: at the end the others wait for the last one, half a chunk on average."""
_CHUNK_BYTES = 150 * 1024 * 1024
"""Ten seconds of the quickest format, a minute of the slowest.  [bytes]"""
_FEW_FILES, _FEW_BYTES = 100, 16 * 1024 * 1024
"""Less than this is read in this process: workers take longer to start than they to read."""

Told = Callable[[FileTask, Sequence[ItemTold]], None]
"""Called for each file that was read, in order."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A file to read, and how large it is; 0 where that is not known.  [bytes]"""

    task: FileTask
    size: int


def sized(task: FileTask) -> Sized:
    """As the disk says."""
    if task.found.path == STDIN:
        return Sized(task, 0)
    try:
        stamp = stamp_of(task.found.source)
    except OSError:  # it has gone: that is said when it is read
        return Sized(task, 0)
    return Sized(task, 0 if stamp is None else stamp.size)


def read_new(
    files: Sequence[Sized],
    asked: Asked,
    request: BatchRequest,
    folder: PartFolder,
    keep: Callable[[Part, str], None],
    lose: Callable[[FileTask, Problem], None],
    told: Told,
) -> None:
    """Read files where the request says.

    keep   called with each part and its name as it comes.
    lose   called with each file over which workers died.
    Raises EngineError, OutputError, and what `keep` raises: reading has stopped then, and what was kept stays.
    """
    if not files:
        return
    with _engine(files, request) as engine:
        work = SpokenWork(ReadChunk(asked, folder))
        for done in engine.map(work, _chunks(files, request.chunk_files, engine.workers)):
            if isinstance(done, Lost):
                problem = Problem(done.item.found.path, None, "worker-died", say("problem.worker-died"))
                lose(done.item, problem)
                told(done.item, (ItemTold("", Status.FAILED, None, 0, problem, 1),))
                continue
            receipt: Receipt = done.result
            for name in receipt.parts:
                keep(folder.read(name), name)
            for task, items in zip(done.chunk, receipt.told, strict=True):
                told(task, items)


def _engine(files: Sequence[Sized], request: BatchRequest) -> Engine:
    few = len(files) < _FEW_FILES and sum(one.size for one in files) < _FEW_BYTES
    name = "serial" if request.engine == "processes" and few else request.engine
    return ENGINES[name](Options(workers=request.workers, scheduler=request.scheduler))


def _chunks(files: Sequence[Sized], most: int, workers: int) -> Iterator[tuple[FileTask, ...]]:
    """So that all have work, and none very long at a time: by number and by bytes."""
    shares = _CHUNKS_EACH * workers
    most_files = min(most, max(1, -(-len(files) // shares)))
    most_bytes = min(_CHUNK_BYTES, max(1, sum(one.size for one in files) // shares))
    chunk: list[FileTask] = []
    size = 0
    for one in files:
        if chunk and (len(chunk) >= most_files or size + one.size > most_bytes):
            yield tuple(chunk)
            chunk, size = [], 0
        chunk.append(one.task)
        size += one.size
    if chunk:
        yield tuple(chunk)
