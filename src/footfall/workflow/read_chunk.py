"""What a worker of a batch does with some files: read them, express their runs, and leave a part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footfall.errors import place_of
from footfall.library.codec import pack
from footfall.library.rows import FileRow, ItemRow, ReadingRow
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.batch_rows import Terms
from footfall.workflow.file_status import ItemTold, told
from footfall.workflow.find import FoundFile, whole_path
from footfall.workflow.keeping import request_key
from footfall.workflow.parts import Part, PartFolder, Share
from footfall.workflow.read_files import NO_STAMP, Files, read_files
from footfall.workflow.reading import Asked

_PART_BYTES = 64 * 1024 * 1024
"""Of records that a worker holds before it leaves a part; an archive of thousands of runs stays whole all the same.  [bytes]"""


@dataclass(frozen=True, slots=True)
class FileTask:
    """One file to read.

    athlete   key of the runner whose it is.   terms   what her rows rest on.
    """

    found: FoundFile
    athlete: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a worker left.

    parts   names, none where nothing was read.
    told    what became of each file, in the order of the chunk.
    """

    parts: tuple[str, ...]
    told: tuple[tuple[ItemTold, ...], ...]


@dataclass(frozen=True, slots=True)
class ReadChunk:
    """The work as a callable that can be pickled: files in, a receipt out. Raises OutputError when a part cannot be written."""

    asked: Asked
    folder: PartFolder

    def __call__(self, tasks: tuple[FileTask, ...]) -> Receipt:
        """Read the files and leave what was read of them in the folder of parts."""
        parts: list[str] = []
        every: list[tuple[ItemTold, ...]] = []
        held: list[tuple[str, Files]] = []
        size = 0
        for task in tasks:
            files = read_one(task, self.asked)
            by_key = {row.key: row for row in files.readings}
            every.extend(told(file, by_key) for file in files.files)
            held.append((task.athlete, files))
            size += sum(map(_size, files.readings))
            if size > _PART_BYTES:
                parts.append(self.folder.write(Part(tuple(_shares(held)))))
                held, size = [], 0
        if held:
            parts.append(self.folder.write(Part(tuple(_shares(held)))))
        return Receipt(tuple(parts), tuple(every))


def read_one(task: FileTask, asked: Asked) -> Files:
    """One file with all that is in it. A fault of our own costs this file alone."""
    try:
        return read_files((task.found,), asked, task.terms.numbered)
    except Exception as fault:  # whatever it is: there are other files, and it is named in the result
        message = say("problem.fault", fault=type(fault).__name__, place=place_of(fault))
        return Files((failed(task, asked, Problem(task.found.path, None, "fault", message)),))


def failed(task: FileTask, asked: Asked, problem: Problem) -> FileRow:
    """A file of which there is only a problem; it is looked at again the next time."""
    item = ItemRow("", problem=pack(problem))
    return FileRow(whole_path(task.found.path), request_key(asked, task.found), NO_STAMP, (item,))


def _shares(held: Iterable[tuple[str, Files]]) -> Iterator[Share]:
    """By athlete; a content that several of her files have is there once."""
    files: dict[str, list[FileRow]] = {}
    readings: dict[str, dict[str, ReadingRow]] = {}
    for athlete, read in held:
        files.setdefault(athlete, []).extend(read.files)
        readings.setdefault(athlete, {}).update({row.key: row for row in read.readings})
    for athlete, rows in files.items():
        yield Share(athlete, tuple(rows), tuple(readings[athlete].values()))


def _size(row: ReadingRow) -> int:
    """Of its records.  [bytes]"""
    return len(row.head) + sum(len(run.sighting) + len(run.measured or b"") + len(run.row or "") for run in row.recordings)
