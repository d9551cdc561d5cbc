"""Work for engines: functions that a worker of any kind can be sent."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path


def squares(items: tuple[int, ...]) -> list[int]:
    return [item * item for item in items]


def who(items: tuple[int, ...]) -> int:
    return os.getpid()


def threads(items: tuple[int, ...]) -> str:
    return os.environ.get("OPENBLAS_NUM_THREADS", "")


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
