"""Rows made anew: of few runs here, of many where the batch has its workers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from footfall.engines import ENGINES
from footfall.engines.engine import Lost, Options
from footfall.errors import place_of
from footfall.library.codec import pack, unpack
from footfall.model.calibration import Calibration
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.batch_request import BatchRequest
from footfall.workflow.batch_rows import Terms
from footfall.workflow.keeping import nameless
from footfall.workflow.one_run import OneRun
from footfall.workflow.spoken_work import SpokenWork

_WORTH_WORKERS = 800
"""Fewer runs than this are expressed here: workers take longer to start than they to express."""
_CHUNK = 100


class Expressed(NamedTuple):
    """A row as it is kept; None where a fault of our own came between, and then what to say of it."""

    row: str | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ToExpress:
    """One run. data   packed Measured.   path   of the file that speaks for it."""

    data: bytes
    path: str


@dataclass(frozen=True, slots=True)
class ExpressChunk:
    """The work as a callable that can be pickled: runs in, rows out."""

    terms: Terms
    calibration: Calibration

    def __call__(self, runs: tuple[ToExpress, ...]) -> tuple[Expressed, ...]:
        """Each run by itself."""
        return tuple(self.one(unpack(Measured, run.data), run.path) for run in runs)

    def one(self, measured: Measured, path: str) -> Expressed:
        """A run's row. A fault of our own costs this run alone."""
        try:
            return Expressed(self.terms.unweighed(measured, self.calibration))
        except Exception as fault:  # whatever it is: there are other runs, and it is named in the result
            message = say("problem.fault", fault=type(fault).__name__, place=place_of(fault))
            return Expressed(None, Problem(path, None, "fault", message))


def express_runs(
    runs: Sequence[OneRun], packed: Callable[[OneRun], bytes | None], work: ExpressChunk, request: BatchRequest
) -> list[Expressed]:
    """A row for each run, in their order.

    packed   gives a run's packed Measured where it is at hand; None = it is packed here.
    """
    workers = 1 if request.engine == "serial" or len(runs) < _WORTH_WORKERS else request.workers
    if workers == 1:
        return [work.one(_as_kept(run), run.path) for run in runs]
    found: list[Expressed] = []
    with ENGINES[request.engine](Options(workers=workers, scheduler=request.scheduler)) as engine:
        for done in engine.map(SpokenWork(work), _chunks(runs, packed)):
            if isinstance(done, Lost):
                problem = Problem(done.item.path, None, "worker-died", say("problem.worker-died"))
                found.append(Expressed(None, problem))
            else:
                found += done.result
    return found


def _chunks(runs: Sequence[OneRun], packed: Callable[[OneRun], bytes | None]) -> Iterator[tuple[ToExpress, ...]]:
    for at in range(0, len(runs), _CHUNK):
        yield tuple(ToExpress(packed(run) or pack(_as_kept(run)), run.path) for run in runs[at : at + _CHUNK])


def _as_kept(run: OneRun) -> Measured:
    """Without a name where it is of one file, since its row may be kept longer than that name."""
    return nameless(run.measured) if run.joined is None else run.joined
