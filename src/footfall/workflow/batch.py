"""A batch from its beginning to its end: find, tell what is known, read the rest, put runs together, write the table."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from footfall.library.rows import FileRow
from footfall.library.store import Library
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.numbers import counted
from footfall.workflow.assembly import Assembly
from footfall.workflow.batch_done import BatchDone
from footfall.workflow.batch_files import BatchFiles, by_athlete, column_of, files_of
from footfall.workflow.batch_log import BatchLog, batch_log
from footfall.workflow.batch_parts import TakenOver, done_already, take_over
from footfall.workflow.batch_reading import read_new, sized
from footfall.workflow.batch_request import BatchRequest, Begin, Unchanged, Watch
from footfall.workflow.batch_standing import Teller
from footfall.workflow.batch_table import BatchTable
from footfall.workflow.batch_write import check_output, write_table
from footfall.workflow.file_status import ItemTold, Status, told
from footfall.workflow.library_files import known, rows_kept, stands_still
from footfall.workflow.parts import Part, PartFolder
from footfall.workflow.read import SETTINGS
from footfall.workflow.read_chunk import FileTask, failed
from footfall.workflow.reading import Asked
from footfall.workflow.same_content import same_content

_KNOWN_LATE = frozenset({"duplicate", "joined"})
"""Reasons that files get when all of a runner's are put together."""


def batch(request: BatchRequest, watch: Watch | None = None) -> BatchDone:
    """Do what is asked.

    watch    called as it goes on.
    Raises   SettingError, OutputError, LibraryError, EngineError, KeyboardInterrupt: the table is then as it was, and what was
             read stays, in the library or in the parts beside the table.
    """
    check_output(request)
    files = files_of(request)
    with batch_log(request.log, request.overwrite) as log:
        if request.shard is not None:
            return _shard(request, files, log, watch)
        with _library(request) as library:
            return _Whole(request, files, library, log, watch).done()


@contextmanager
def _library(request: BatchRequest) -> Iterator[Library]:
    if request.library is None:
        # not beside the table, which may lie on a network share: SQLite is at home on a disk of this machine alone
        with Library.temporary(tempfile.gettempdir()) as library:
            yield library
    else:
        with Library.open(request.library) as library:
            yield library


def _asked(request: BatchRequest) -> Asked:
    return Asked(request.cadence_unit, request.include)


@dataclass(eq=False)
class _Whole:
    """A batch that ends with a table."""

    request: BatchRequest
    files: BatchFiles
    library: Library
    log: BatchLog | None
    watch: Watch | None
    remarks: list[str] = field(default_factory=list)

    def done(self) -> BatchDone:
        request, files, folder = self.request, self.files, PartFolder.of(self.request.output)
        before = {one.key: one.athlete for one in self.library.athletes()}
        for key, whose in files.athletes.items():
            if before.get(key) != whose.athlete:
                self.library.keep_athlete(key, whose.athlete)
        resumed = self._resumed(folder)
        had = dict.fromkeys(self._unchanged(), Status.UNCHANGED) | dict.fromkeys(resumed, Status.RESUMED)
        still = [one for one in files.tasks if one.found.path in had or stands_still(one.found.source)]
        new = [sized(one) for one in still if one.found.path not in had]
        columns = {key: column_of(whose) for key, whose in files.athletes.items()}
        teller = Teller(still, had, self._told_before, columns, self.log, self.watch)
        read_new(new, _asked(request), request, folder, self._keep, self._lose, teller.read)
        teller.end()
        table = self._table()
        self._log_end(table, columns)
        folder.clear()
        problems, counts = list(files.problems), Counter[str]()
        for outcome in table.outcomes.values():
            problems += outcome.problems
            counts.update(dict(outcome.counts))
        return BatchDone(
            output=request.output,
            files=len(files.tasks),
            unchanged=len(had) - len(resumed),
            resumed=len(resumed),
            read=len(files.tasks) - len(had),
            runs=table.rows,
            athletes=len(files.athletes),
            counts=counts,
            problems=tuple(sorted(problems, key=_by_path)),
            remarks=tuple(self.remarks),
            usable=any(outcome.runs for outcome in table.outcomes.values()),
        )

    def _log_end(self, table: BatchTable, columns: Mapping[str, str | None]) -> None:
        """What was not known before the runs were put together."""
        if self.log is None:
            return
        athletes = {task.found.path: columns[task.athlete] for task in self.files.tasks if task.found.path in table.read_here}
        for path, items in sorted(table.read_here.items()):
            self.log.file(path, athletes[path], items, None)
        for key, outcome in table.outcomes.items():
            self.log.joined(columns[key], [one for one in outcome.problems if one.reason in _KNOWN_LATE])

    def _table(self) -> BatchTable:
        request = self.request
        of_each = by_athlete(self.files.tasks)
        assemblies = [Assembly(self.library, self.files.athletes[key], tasks, request) for key, tasks in of_each.items()]
        table = BatchTable(self.library, assemblies, request)
        if table.standing():
            self.remarks.append(say("batch.unchanged-output", output=request.output))
        else:
            write_table(request, table)
            table.keep_written()
        return table

    def _resumed(self, folder: PartFolder) -> frozenset[str]:
        """Files of which parts have what is needed."""
        if self.request.begin is Begin.ANEW:
            left = len(folder.names())
            if left:
                folder.clear()
                self.remarks.append(say("batch.cleared", parts=counted(left, "part"), folder=folder.path))
            return frozenset()
        taken = take_over(folder, self.files.tasks, _asked(self.request), self._keep_rows)
        _tell_damaged(taken, folder, self.remarks)
        return taken.paths

    def _unchanged(self) -> set[str]:
        """Files that the library knows as they are."""
        asked, found = _asked(self.request), set[str]()
        for key, tasks in by_athlete(self.files.tasks).items():
            files = [task.found for task in tasks]
            if self.request.unchanged is Unchanged.BY_CONTENT:
                same = same_content(rows_kept(self.library, key, files, asked), files, asked)
                self.library.keep(key, tuple(same.values()), ())
                found.update(same)
            else:
                found.update(known(self.library, key, files, asked))
        return found

    def _keep(self, part: Part, name: str) -> None:
        """A part is done with when the library has it; without one it stays until the table is written."""
        self._keep_rows(part)
        if self.request.library is not None:
            PartFolder.of(self.request.output).delete((name,))

    def _keep_rows(self, part: Part) -> None:
        for share in part.shares:
            self.library.keep(share.athlete, share.files, share.readings)

    def _lose(self, task: FileTask, problem: Problem) -> None:
        self.library.keep(task.athlete, (failed(task, _asked(self.request), problem),), ())

    def _told_before(self, tasks: Sequence[FileTask]) -> Mapping[str, Sequence[ItemTold]]:
        """What became of files that were not read now."""
        found: dict[str, Sequence[ItemTold]] = {}
        for key, some in by_athlete(tasks).items():
            rows: dict[str, FileRow] = rows_kept(self.library, key, [task.found for task in some], _asked(self.request))
            keys = sorted({item.reading for row in rows.values() for item in row.items if item.reading is not None})
            readings = {row.key: row for row in self.library.readings(keys)}
            found |= {path: told(row, readings) for path, row in rows.items()}
        return found


def _shard(request: BatchRequest, files: BatchFiles, log: BatchLog | None, watch: Watch | None) -> BatchDone:
    """One shard: its parts, and nothing else. Parts of others lie in the same folder."""
    assert request.shard is not None
    folder, asked = PartFolder.of(request.output), _asked(request)
    remarks: list[str] = []
    done: frozenset[str] = frozenset()
    if request.begin is Begin.WHERE_IT_STOPPED:
        taken = done_already(folder, files.tasks, asked)
        _tell_damaged(taken, folder, remarks)
        done = taken.paths
    problems, unknown = list(files.problems), Counter[str]()

    def lose(_: FileTask, problem: Problem) -> None:
        problems.append(problem)

    had = dict.fromkeys(done, Status.RESUMED)
    columns = {key: column_of(whose) for key, whose in files.athletes.items()}
    teller = Teller(files.tasks, had, lambda _: {}, columns, log, watch)

    def tell(task: FileTask, items: Sequence[ItemTold]) -> None:
        if Path(task.found.path).name not in SETTINGS:  # it says whose runs these are: no remark that it is no run
            problems.extend(item.problem for item in items if item.problem is not None and item.problem not in problems[-1:])
        unknown["unknown-format"] += sum(item.status is Status.UNKNOWN for item in items)
        teller.read(task, items)

    new = [sized(one) for one in files.tasks if one.found.path not in done]
    read_new(new, asked, request, folder, _checked, lose, tell)
    teller.end()
    remarks.append(
        say(
            "batch.shard-done",
            shard=f"{request.shard.number}/{request.shard.of}",
            files=counted(len(files.tasks), "file"),
            folder=folder.path,
        )
    )
    return BatchDone(
        output=request.output,
        files=len(files.tasks),
        unchanged=0,
        resumed=len(done),
        read=len(new),
        runs=None,
        athletes=len(files.athletes),
        counts=Counter(one.reason for one in problems) + unknown,
        problems=tuple(sorted(problems, key=_by_path)),
        remarks=tuple(remarks),
        usable=True,
    )


def _checked(part: Part, name: str) -> None:
    """A part of a shard has been read back whole, and stays where it is."""


def _tell_damaged(taken: TakenOver, folder: PartFolder, remarks: list[str]) -> None:
    if taken.damaged:
        remarks.append(say("batch.damaged-parts", parts=counted(taken.damaged, "part"), folder=folder.path))


def _by_path(problem: Problem) -> str:
    return problem.path
