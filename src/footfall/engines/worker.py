"""A worker's side: how work arrives and answers leave, and that Ctrl-C is the caller's business."""

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from footfall.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

_HELLO = b"hello"
_LOOK_S = 0.5


def serve(pipe: "Connection[Any, Any]", parent: int) -> None:
    """A worker's life: it says hello, and what comes through the pipe is done, until the other end is closed.

    parent   process id of the caller: it may be killed while a chunk is in hand, and a thread looks for that.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches everyone at the terminal: the caller decides
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send_bytes(_HELLO)
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))


def answered(work: Callable[[tuple[T, ...]], R], items: tuple[T, ...]) -> bytes:
    """What the work returns or raises, as `opened` gives it back. What cannot be sent is said so: it is no reason to die."""
    try:
        return _packed(True, work(items))
    except Exception as error:
        return _raised(error)


def opened(answer: bytes) -> Any:
    """What the work returned. Raises what it raised, and EngineError when that could not be sent."""
    try:
        good, value = pickle.loads(answer)
    except Exception as error:  # a class decides itself how it is made again, and may fail in any way
        raise _unsendable(error) from error
    if not good:
        raise value
    return value


def _answer(request: bytes) -> bytes:
    try:
        work, items = pickle.loads(request)
    except Exception as error:
        return _raised(error)
    return answered(work, items)


def _packed(good: bool, value: object) -> bytes:
    try:
        return pickle.dumps((good, value))
    except Exception as error:  # pickle's own, or whatever the object raises when it is asked
        return pickle.dumps((False, _unsendable(error)))


def _raised(error: Exception) -> bytes:
    packed = _packed(False, error)
    try:
        pickle.loads(packed)
    except Exception:  # it can be packed and not be made again: the caller at least learns what it was
        return pickle.dumps((False, _unsendable(error)))
    return packed


def _unsendable(error: Exception) -> EngineError:
    return EngineError("not-sendable", kind=type(error).__name__, message=str(error))


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_S)
    os._exit(1)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until the end of the block; processes and threads that are started in it are born deaf to it.

    Without it a worker that is still importing would show a traceback of its own. Windows has no such mask.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # its start would lift the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
