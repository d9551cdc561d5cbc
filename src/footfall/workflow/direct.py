"""The files behind a job's paths, read one after the other in this process, and nothing of them kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Run
from footfall.workflow.find import find
from footfall.workflow.gathered import Gathered
from footfall.workflow.items import Items
from footfall.workflow.reading import Asked, Met, Reading, reading_of
from footfall.workflow.request import Progress
from footfall.workflow.rereading import Rereading
from footfall.workflow.store import Store


class Direct:
    """A Gathering of items that are open."""

    def __init__(self, items: Items, missing: Sequence[Problem], asked: Asked, progress: Progress | None) -> None:
        self._items, self._missing, self._asked, self._progress = items, missing, asked, progress
        self._rereading = Rereading(items.again)

    def __iter__(self) -> Iterator[Gathered | Problem]:
        yield from self._missing
        for done, one in enumerate(self._items, start=1):
            yield one if isinstance(one, Problem) else Gathered(one.path, one.base, one.file, reading_of(one, self._asked))
            if self._progress is not None:
                self._progress(done, max(self._items.total, done))

    def again(self, path: str, asked: Asked) -> Reading | None:
        """A file that was given before, read otherwise; None when it has gone."""
        reading = reading_of(self._items.again(path), asked)
        return reading if reading.head.sha256 else None

    def run(self, met: Met, asked: Asked) -> Run | None:
        """A run with its samples; None when its file is no longer what it was."""
        return self._rereading.run(met, asked)

    def joined(self, key: str) -> Measured | None:
        """None: nothing is kept."""
        return None

    def keep_joined(self, key: str, measured: Measured) -> None:
        """Nothing is kept."""


@contextmanager
def directly(
    paths: Sequence[str], asked: Asked, progress: Progress | None = None, store: Store | None = None
) -> Iterator[Direct]:
    """All files behind the paths.

    store   what was opened already, of standard input above all; None = nothing.
    """
    files, missing = find(paths)
    with Items(sorted(files, key=lambda file: file.path), store) as items:
        yield Direct(items, missing, asked, progress)
