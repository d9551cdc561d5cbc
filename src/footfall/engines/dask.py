"""The work done by a dask cluster: one that runs somewhere, or a small one of this machine's own."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

from footfall.engines.division import Division, Piece
from footfall.engines.engine import Done, Lost, Options, processors
from footfall.engines.quiet import WORKERS, hushed
from footfall.engines.worker import answered, interrupts_held, opened
from footfall.errors import EngineError, SettingError
from footfall.version import __version__

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
"""Chunks for each worker that are drawn and not yet given back: a scheduler of any size holds hundreds, never a million."""
_ANSWER_S = 10
"""How long a scheduler may take to answer, and its first worker to come.  [s]"""
_LOOK_S = 0.5
_SETTINGS = {
    "distributed.scheduler.allowed-failures": 0,  # each death comes to the division, which counts them
    "distributed.scheduler.worker-saturation": 1.0,  # what can wait, waits for no worker that might die meanwhile
    "distributed.nanny.pre-spawn-environ": {
        **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"),
        **WORKERS,
    },
}
"""Of a scheduler of this machine; one that runs somewhere has its own."""


class Dask:
    """A worker that dies costs time: dask gives what it had in hand to others, and a chunk that has killed several is divided."""

    name = "dask"

    def __init__(self, options: Options) -> None:
        """Raises SettingError without the extra [cluster]."""
        try:
            import distributed
        except ImportError as error:
            raise SettingError("no-extra", extra="cluster", asked="--engine dask") from error
        self._distributed: Any = distributed  # its functions are not typed
        self._options = options
        self.workers = processors() if options.workers is None else options.workers
        self._client: Any = None
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        opening = ExitStack()
        opening.enter_context(hushed())
        try:
            self._client = self._connected(opening)
            self.workers = self._checked()
        except BaseException:
            self._end(opening)
            raise
        self._opened = opening
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end(self._opened)
        self._client = None

    def _end(self, opened: ExitStack) -> None:
        with interrupts_held(), suppress(TimeoutError, OSError):  # a cluster that does not answer any more has ended
            opened.close()

    def map(self, work: Callable[[tuple[T, ...]], R], chunks: Iterable[tuple[T, ...]]) -> Iterator[Done[T, R] | Lost[T]]:
        """As in Engine. Workers that join later are given work too, as far as _AHEAD reaches.

        dask blames a death on everything that waited for the dead worker. So what was blamed is done with nothing beside it.
        """
        division: Division[T, R] = Division(chunks, _AHEAD * self.workers)
        running: dict[Any, Piece[T]] = {}
        suspects: deque[Piece[T]] = deque()
        ended: SimpleQueue[Any] = SimpleQueue()
        try:
            while not division.is_empty:
                while not suspects and not _has_suspect(running.values()) and (piece := division.next()) is not None:
                    if piece.deaths:
                        suspects.append(piece)
                    else:
                        running[self._submitted(work, piece, ended)] = piece
                if suspects and not running:
                    piece = suspects.popleft()
                    running[self._submitted(work, piece, ended)] = piece
                if running:
                    future = _next(ended)
                    self._take(future, running.pop(future), division)
                yield from division.finished()
        finally:
            if running:
                with suppress(Exception):  # the cluster is gone, and with it what is cancelled here
                    self._client.cancel(list(running), force=True)

    def _submitted(self, work: Callable[[tuple[T, ...]], R], piece: Piece[T], ended: "SimpleQueue[Any]") -> Any:
        future = self._client.submit(answered, work, piece.items, pure=False)
        future.add_done_callback(ended.put)
        return future

    def _take(self, future: Any, piece: Piece[T], division: Division[T, R]) -> None:
        try:
            answer = future.result()
        except self._distributed.KilledWorker as error:
            division.died(piece, 1 if error.allowed_failures == 0 else 2)  # our own scheduler repeats nothing, others do
        except (self._distributed.core.CommClosedError, self._distributed.client.FutureCancelledError) as error:
            raise EngineError("cluster-gone", scheduler=self._where) from error
        else:
            division.done(piece, opened(answer))

    @property
    def _where(self) -> str:
        return self._options.scheduler or "this machine"

    def _connected(self, opening: ExitStack) -> Any:
        if self._options.scheduler is None:
            cluster = self._of_this_machine(opening)
            return opening.enter_context(self._distributed.Client(cluster, set_as_default=False))
        try:
            with interrupts_held():
                client = self._distributed.Client(self._options.scheduler, timeout=_ANSWER_S, set_as_default=False)
                return opening.enter_context(client)
        except (OSError, ValueError, TimeoutError) as error:
            raise EngineError("no-scheduler", scheduler=self._options.scheduler) from error

    def _of_this_machine(self, opening: ExitStack) -> Any:
        import dask

        try:
            with (
                dask.config.set(_SETTINGS),
                interrupts_held(),
            ):  # the thread that starts workers is born here, and so they never hear Ctrl-C
                cluster = self._distributed.LocalCluster(
                    n_workers=self.workers,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address="127.0.0.1:0",  # any free port: None is 8787, and a warning when that is taken
                    silence_logs=logging.CRITICAL,
                    memory_limit=None,
                )
                return opening.enter_context(cluster)
        except (RuntimeError, OSError, TimeoutError) as error:
            raise EngineError("workers-die") from error

    def _checked(self) -> int:
        """How many workers there are. Raises EngineError when there is none, or one has another footfall."""
        with suppress(TimeoutError):
            self._client.wait_for_workers(1, timeout=_ANSWER_S)
        workers = len(self._client.nthreads())
        if not workers:
            raise EngineError("no-workers", scheduler=self._where)
        try:
            versions = self._client.run(_version)
        except Exception as error:  # whatever a worker without footfall makes of it
            raise EngineError("no-footfall", scheduler=self._where, version=__version__) from error
        others = {address: version for address, version in versions.items() if version != __version__}
        if others:
            address, version = next(iter(sorted(others.items())))
            raise EngineError("other-footfall", worker=address, version=version, own=__version__)
        return workers


def _has_suspect(pieces: Iterable[Piece[Any]]) -> bool:
    return any(piece.deaths for piece in pieces)


def _next(ended: "SimpleQueue[Any]") -> Any:
    while True:
        with suppress(Empty):
            return ended.get(timeout=_LOOK_S)  # Ctrl-C would wait for a longer one on Windows


def _version() -> str:
    return __version__
