"""The log of a batch: a line of JSON for each file, in the order of the files, written as they are done."""

import contextlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from footfall.model.problem import Problem
from footfall.output import Overwrite, check_target, friendly
from footfall.version import __version__
from footfall.workflow.file_status import ItemTold, Status


class BatchLog:
    """Lines of one batch. Each begins with the key `footfall`, by which a log of ours is known when it is to be replaced."""

    def __init__(self, stream: TextIO, path: str) -> None:
        self._stream, self._path = stream, path

    def file(self, path: str, athlete: str | None, items: Sequence[ItemTold], had: Status | None) -> None:
        """One file on the disk, with all that is in it.

        athlete   as in the table's column.
        had       UNCHANGED or RESUMED where it was not read now; None where it was.
        """
        self._write(
            _line(path + item.within, athlete, had if had is not None and item.status is Status.READ else item.status, item)
            for item in items
        )

    def joined(self, athlete: str | None, problems: Sequence[Problem]) -> None:
        """What is known only when all files of a runner are: which are other recordings of a run, which runs overlap."""
        told = [(one, Status.FAILED if one.failed else Status.PASSED_OVER) for one in problems]
        self._write(_line(one.path, athlete, status, ItemTold("", status, None, 0, one, 1)) for one, status in told)

    def close(self) -> None:
        """What was not written out for want of room is said no second time."""
        with contextlib.suppress(OSError):
            self._stream.close()

    def _write(self, lines: Iterable[str]) -> None:
        try:
            self._stream.writelines(lines)
            self._stream.flush()
        except OSError as error:
            raise friendly(error, self._path) from error


def _line(path: str, athlete: str | None, status: Status, item: ItemTold) -> str:
    problem = item.problem
    line = {
        "footfall": __version__,
        "path": path,
        "athlete": athlete,
        "sha256": item.sha256,
        "status": status.value,
        "runs": item.runs,
        "reason": None if problem is None else problem.reason,
        "where": None if problem is None else problem.where,
        "message": None if problem is None else problem.message,
        "problems": item.problems,
    }
    return json.dumps(line) + "\n"


@contextmanager
def batch_log(path: str | None, overwrite: Overwrite) -> Iterator[BatchLog | None]:
    """The log at a path; None = none is wanted. Raises OutputError."""
    if path is None:
        yield None
        return
    if not _is_empty(path):  # one of ours, when nothing came of it
        check_target(path, overwrite=overwrite)
    try:
        stream = open(path, "w", encoding="ascii", newline="\n")  # noqa: PTH123, SIM115 - closed below; what is raised inside is not ours
    except OSError as error:
        raise friendly(error, path) from error
    log = BatchLog(stream, path)
    try:
        yield log
    finally:
        log.close()


def _is_empty(path: str) -> bool:
    try:
        return Path(path).is_file() and not Path(path).stat().st_size
    except (OSError, ValueError):  # said when it is opened
        return False
