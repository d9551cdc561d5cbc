"""How far a batch is: what the bar shows, and the log's lines in the order of the files."""

import time
from collections.abc import Callable, Mapping, Sequence

from footfall.workflow.batch_log import BatchLog
from footfall.workflow.batch_request import Standing, Watch
from footfall.workflow.file_status import ItemTold, Status, whole
from footfall.workflow.read_chunk import FileTask

_EVERY_S = 0.1
"""Between two looks at the bar.  [s]"""

Known = Callable[[Sequence[FileTask]], Mapping[str, Sequence[ItemTold]]]
"""Files that were not read now -> by path, what became of them before."""


class Teller:
    """Told of each file that was read; those in between that were not are told of from what is kept."""

    def __init__(
        self,
        tasks: Sequence[FileTask],
        had: Mapping[str, Status],
        known: Known,
        columns: Mapping[str, str | None],
        log: BatchLog | None,
        watch: Watch | None,
    ) -> None:
        """`had`: path -> UNCHANGED or RESUMED. `columns`: key of an athlete -> what the table calls her."""
        self._tasks, self._had, self._known = tasks, had, known
        self._columns, self._log, self._watch = columns, log, watch
        self._next = 0
        self._read: dict[str, Sequence[ItemTold]] = {}
        self._done, self._passed_over, self._failed = len(had), 0, 0
        self._shown_s = 0.0
        self._show()

    def read(self, task: FileTask, items: Sequence[ItemTold]) -> None:
        """A file was read now."""
        self._done += 1
        status = whole(items)
        self._failed += status is Status.FAILED
        self._passed_over += status in (Status.PASSED_OVER, Status.UNKNOWN)
        if time.monotonic() - self._shown_s >= _EVERY_S:
            self._show()
        if self._log is not None:
            self._read[task.found.path] = items
            self._write(self._log)

    def end(self) -> None:
        """All that could be read was."""
        self._show()
        if self._log is not None:
            self._write(self._log)

    def _show(self) -> None:
        if self._watch is not None:
            self._shown_s = time.monotonic()
            self._watch(Standing(self._done, len(self._tasks), len(self._had), self._passed_over, self._failed))

    def _write(self, log: BatchLog) -> None:
        """As far as all is known."""
        begin = self._next
        while self._next < len(self._tasks) and self._is_known(self._tasks[self._next].found.path):
            self._next += 1
        some = self._tasks[begin : self._next]
        kept = [task for task in some if task.found.path in self._had]
        before = self._known(kept) if kept else {}
        for task in some:
            path = task.found.path
            items = self._read.pop(path) if path in self._read else before.get(path, ())
            log.file(path, self._columns[task.athlete], items, self._had.get(path))

    def _is_known(self, path: str) -> bool:
        return path in self._had or path in self._read
