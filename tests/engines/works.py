"""Work for engines: functions that a worker of any kind can be sent."""

import os
import signal
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from footfall.errors import NotEnoughData

HEED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""First line of a program that Ctrl-C is to reach: what is started in the background, as a CI may start its tests, ignores it."""


def squares(items: tuple[int, ...]) -> list[int]:
    return [item * item for item in items]


def who(items: tuple[int, ...]) -> int:
    return os.getpid()


def threads(items: tuple[int, ...]) -> str:
    return os.environ.get("OPENBLAS_NUM_THREADS", "")


def locked(items: tuple[int, ...]) -> object:
    """A result that nobody can pickle."""
    return threading.Lock()


class Particular(Exception):
    """Can be pickled, and not be made again from that."""

    def __init__(self, item: int, why: str) -> None:
        super().__init__(f"{item}: {why}")


def particular(items: tuple[int, ...]) -> int:
    raise Particular(items[0], "of its own kind")


def with_a_lock(items: tuple[int, ...]) -> int:
    """What it raises cannot be pickled."""
    raise ValueError(threading.Lock())


def too_short(items: tuple[int, ...]) -> int:
    raise NotEnoughData("runs", "1", "3")


@dataclass(frozen=True)
class Fatal:
    """An item that kills whoever unpacks it."""

    number: int

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def count(items: tuple[object, ...]) -> int:
    return len(items)


@dataclass(frozen=True)
class Raises:
    """Raises over one item."""

    item: int

    def __call__(self, items: tuple[int, ...]) -> int:
        if self.item in items:
            raise KeyError(self.item)
        return len(items)


@dataclass(frozen=True)
class Kills:
    """Squares, and the death of the worker over some items: `once` while a mark is not there yet, `always` each time."""

    folder: Path
    once: frozenset[int] = frozenset()
    always: frozenset[int] = frozenset()

    def __call__(self, items: tuple[int, ...]) -> list[int]:
        for item in items:
            mark = self.folder / str(item)
            if item in self.always or (item in self.once and not mark.exists()):
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return squares(items)


@dataclass(frozen=True)
class Waits:
    """Says who is at work and waits to be ended."""

    folder: Path

    def __call__(self, items: tuple[int, ...]) -> int:
        (self.folder / str(os.getpid())).touch()
        time.sleep(60)
        return len(items)
