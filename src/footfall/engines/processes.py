"""The work done by processes of this machine, each with a pipe of its own, so that it is known what a dead one had in hand."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self, TypeVar

from footfall.engines.division import Division, Piece
from footfall.engines.engine import Done, Lost, Options
from footfall.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
"""Chunks for each worker that are drawn and not yet given back: one in hand, and two that wait for a slower one before them."""
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_PATIENCE_S, _LOOK_S = 5.0, 0.5
_HOPELESS = 12
"""Deaths before the first answer ever: workers cannot even start here, whatever they are given."""


@dataclass(eq=False)
class _Worker:
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    in_hand: Piece[Any] | None = None


class Processes:
    """Workers are spawned, so nothing of this process is in them, on every system alike; they end with it, however it ends."""

    name = "processes"

    def __init__(self, options: Options) -> None:
        self.workers = options.workers or os.cpu_count() or 1
        self._context = multiprocessing.get_context("spawn")
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._answers = self._deaths = 0

    def map(self, work: Callable[[tuple[T, ...]], R], chunks: Iterable[tuple[T, ...]]) -> Iterator[Done[T, R] | Lost[T]]:
        """As in Engine."""
        division: Division[T, R] = Division(chunks, _AHEAD * self.workers)
        try:
            while True:
                while len(self._busy) < self.workers and (piece := division.next()) is not None:
                    self._give(work, piece)
                yield from division.finished()
                if self._busy:
                    self._take(division)
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

    def _give(self, work: Callable[[tuple[T, ...]], R], piece: Piece[T]) -> None:
        worker = self._idle.pop() if self._idle else self._hired()
        worker.in_hand = piece
        self._busy.append(worker)
        try:
            worker.pipe.send((work, piece.items))
        except (BrokenPipeError, ConnectionResetError):  # it died while it had nothing to do: the piece had no part in it
            self._buried(worker)
            self._give(work, piece)

    def _hired(self) -> _Worker:
        here, there = self._context.Pipe()
        before = {name: os.environ.get(name) for name in _THREADS}
        os.environ |= dict.fromkeys(_THREADS, "1")  # as many workers as processors: more threads would only wait for one another
        try:
            process = self._context.Process(target=serve, args=(there, os.getpid()), daemon=True)
            process.start()
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
            there.close()
        return _Worker(process, here)

    def _take(self, division: Division[T, R]) -> None:
        """Wait for an answer, or for a death."""
        ready = set(wait([worker.pipe for worker in self._busy]))
        for worker in [one for one in self._busy if one.pipe in ready]:
            piece = worker.in_hand
            assert piece is not None, "a worker that is busy has something in hand"
            try:
                good, answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._buried(worker)
                self._deaths += 1
                if not self._answers and self._deaths >= _HOPELESS:
                    raise EngineError("workers-die") from None
                division.died(piece)
                continue
            self._answers += 1
            self._busy.remove(worker)
            self._idle.append(worker)
            worker.in_hand = None
            if not good:
                raise answer
            division.done(piece, answer)

    def _buried(self, worker: _Worker) -> None:
        self._busy.remove(worker)
        worker.pipe.close()
        worker.process.join(_PATIENCE_S)
        if worker.process.is_alive():  # it closed its pipe and goes on: there is no way back to it
            worker.process.kill()
            worker.process.join()
        worker.process.close()


def serve(pipe: "Connection[Any, Any]", parent: int) -> None:
    """A worker's life: what comes through the pipe is done, until the other end is closed.

    parent   process id of the caller: it may be killed while a chunk is in hand, and a thread looks for that.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches everyone at the terminal: the caller decides
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            work, items = pipe.recv()
            pipe.send(_answer(work, items))


def _answer(work: Callable[[tuple[T, ...]], R], items: tuple[T, ...]) -> tuple[bool, R | BaseException]:
    try:
        return True, work(items)
    except Exception as error:
        return False, error


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_S)
    os._exit(1)
