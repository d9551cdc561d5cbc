"""The work done by processes of this machine, each with a pipe of its own, so that it is known what a dead one had in hand."""

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self, TypeVar

from footfall.engines.division import Division, Piece
from footfall.engines.engine import Done, Lost, Options, processors, waited_for
from footfall.engines.worker import interrupts_held, opened, serve
from footfall.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
"""Chunks for each worker that are drawn and not yet given back: one in hand, and two that wait for a slower one before them."""
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_PATIENCE_S = 5.0
_HOPELESS = 5
"""Workers in a row that died before they said hello: none can start here, whatever it would be given."""


@dataclass(eq=False)
class _Worker:
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    in_hand: Piece[Any] | None = None
    has_said_hello: bool = False


class Processes:
    """Workers are spawned, so nothing of this process is in them, on every system alike; they end with it, however it ends."""

    name = "processes"

    def __init__(self, options: Options) -> None:
        self.workers = processors() if options.workers is None else waited_for(options.workers)
        self._context = multiprocessing.get_context("spawn")
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._stillborn = 0

    def map(self, work: Callable[[tuple[T, ...]], R], chunks: Iterable[tuple[T, ...]]) -> Iterator[Done[T, R] | Lost[T]]:
        """As in Engine."""
        division: Division[T, R] = Division(chunks, _AHEAD * self.workers)
        try:
            while True:
                while len(self._busy) < self.workers and (piece := division.next()) is not None:
                    self._give(work, piece, division)
                yield from division.finished()
                if self._busy:
                    self._take(work, division)
                elif division.is_empty:
                    return
        finally:  # left in the middle: what is in hand is nobody's any more
            self._end(self._busy)
            self._busy = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end((*self._idle, *self._busy))
        self._idle, self._busy = [], []

    def _end(self, workers: Sequence[_Worker]) -> None:
        for worker in workers:
            worker.pipe.close()  # who waits for work sees it and ends
            if worker.in_hand is not None:
                worker.process.terminate()
        for worker in workers:
            worker.process.join(_PATIENCE_S)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()

    def _give(self, work: Callable[[tuple[T, ...]], R], piece: Piece[T], division: Division[T, R]) -> None:
        while self._idle:
            worker = self._idle.pop()
            worker.in_hand = piece
            self._busy.append(worker)
            if not worker.pipe.poll():  # it has nothing to say
                self._send(work, worker, division)
                return
            self._buried(worker)  # but that it has died, while it had nothing to do: the piece had no part in it
        self._hire(piece)

    def _hire(self, piece: Piece[T]) -> None:
        """A new worker, for whom the piece is laid by until it says hello."""
        before = {name: os.environ.get(name) for name in _THREADS}
        os.environ |= dict.fromkeys(_THREADS, "1")  # as many workers as processors: more threads would only wait for one another
        with interrupts_held():
            here, there = self._context.Pipe()
            try:
                process = self._context.Process(target=serve, args=(there, os.getpid()), daemon=True)
                process.start()
                self._busy.append(_Worker(process, here, piece))
            finally:
                for name, value in before.items():
                    if value is None:
                        del os.environ[name]
                    else:
                        os.environ[name] = value
                there.close()

    def _send(self, work: Callable[[tuple[T, ...]], R], worker: _Worker, division: Division[T, R]) -> None:
        assert worker.in_hand is not None, "there is something to send"
        request = pickle.dumps((work, worker.in_hand.items))
        try:
            worker.pipe.send_bytes(request)
        except OSError:  # it died while it took the piece, and the piece may be why
            self._buried(worker)
            division.died(worker.in_hand)

    def _take(self, work: Callable[[tuple[T, ...]], R], division: Division[T, R]) -> None:
        """Wait for a hello, an answer, or a death."""
        ready = set(wait([worker.pipe for worker in self._busy]))
        for worker in [one for one in self._busy if one.pipe in ready]:
            piece = worker.in_hand
            assert piece is not None, "a worker that is busy has something in hand"
            try:
                answer = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                self._buried(worker)
                if worker.has_said_hello:
                    division.died(piece)
                else:
                    self._start_again(piece)
                continue
            if not worker.has_said_hello:
                worker.has_said_hello = True
                self._stillborn = 0
                self._send(work, worker, division)
                continue
            self._busy.remove(worker)
            self._idle.append(worker)
            worker.in_hand = None
            division.done(piece, opened(answer))

    def _start_again(self, piece: Piece[T]) -> None:
        """Raises EngineError when this has been in vain a few times in a row."""
        self._stillborn += 1
        if self._stillborn >= _HOPELESS:
            raise EngineError("workers-die")
        self._hire(piece)

    def _buried(self, worker: _Worker) -> None:
        self._busy.remove(worker)
        worker.pipe.close()
        worker.process.join(_PATIENCE_S)
        if worker.process.is_alive():  # it closed its pipe and goes on: there is no way back to it
            worker.process.kill()
            worker.process.join()
        worker.process.close()
