"""The work done by a dask cluster: one that runs somewhere, or a small one of this machine's own."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, TypeVar

from footfall.engines.division import DEATHS, Division, Piece
from footfall.engines.engine import Done, Lost, Options, processors
from footfall.errors import EngineError, SettingError
from footfall.version import __version__

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
"""Chunks for each worker that are drawn and not yet given back: a scheduler of any size holds hundreds, never a million."""
_ANSWER_S = 10
"""How long a scheduler may take to answer, and its first worker to come.  [s]"""


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
        self._cluster: Any = None
        self._client: Any = None

    def __enter__(self) -> Self:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what a user needs of it, we say
        try:
            self._client = self._connected()
            self.workers = self._checked()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def map(self, work: Callable[[tuple[T, ...]], R], chunks: Iterable[tuple[T, ...]]) -> Iterator[Done[T, R] | Lost[T]]:
        """As in Engine. Workers that join later are given work too, as far as _AHEAD reaches."""
        division: Division[T, R] = Division(chunks, _AHEAD * self.workers)
        running: dict[Any, Piece[T]] = {}
        try:
            while not division.is_empty:
                while (piece := division.next()) is not None:
                    running[self._client.submit(work, piece.items, pure=False)] = piece
                if running:
                    done, _ = self._distributed.wait(list(running), return_when="FIRST_COMPLETED")
                    for future in done:
                        self._take(future, running.pop(future), division)
                yield from division.finished()
        finally:
            if running:
                with suppress(Exception):  # the cluster is gone, and with it what is cancelled here
                    self._client.cancel(list(running), force=True)

    def _take(self, future: Any, piece: Piece[T], division: Division[T, R]) -> None:
        try:
            result = future.result()
        except self._distributed.KilledWorker:
            division.died(piece, DEATHS)
        except (self._distributed.core.CommClosedError, self._distributed.client.FutureCancelledError) as error:
            raise EngineError("cluster-gone", scheduler=self._where) from error
        else:
            division.done(piece, result)

    @property
    def _where(self) -> str:
        return self._options.scheduler or "this machine"

    def _connected(self) -> Any:
        if self._options.scheduler is None:
            self._cluster = self._distributed.LocalCluster(
                n_workers=self.workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
                memory_limit=None,
            )
            return self._distributed.Client(self._cluster)
        try:
            return self._distributed.Client(self._options.scheduler, timeout=_ANSWER_S)
        except (OSError, ValueError, TimeoutError) as error:
            raise EngineError("no-scheduler", scheduler=self._options.scheduler) from error

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

    def _close(self) -> None:
        for one in (self._client, self._cluster):
            if one is not None:
                with suppress(TimeoutError, OSError):  # a cluster that does not answer any more has ended
                    one.close()
        self._client = self._cluster = None


def _version() -> str:
    return __version__
