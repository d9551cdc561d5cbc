"""A chunk of files, read: what a worker does, wherever it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from footfall.library.codec import pack
from footfall.library.rows import FileRow, ItemRow, ReadingRow, Stamp
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.wording.locale import Locale, speaking
from footfall.workflow.find import FoundFile, whole_path
from footfall.workflow.items import Item, Items
from footfall.workflow.keeping import nameless, reading_key, request_key, stamp_of, to_row
from footfall.workflow.reading import Asked, Met, Reading, reading_of

Numbered = Callable[[Measured], tuple[str, str]]
"""A run -> its numbers as JSON, and a digest of what they rest on beside the run."""
NO_STAMP = Stamp(-1, 0, 0)
"""Of a file that could not be read, or has no bytes of its own to come back to: it is looked at again the next time."""


@dataclass(frozen=True, eq=False)
class Files:
    """Files with all that is in them, and the readings that they point to, each once."""

    files: tuple[FileRow, ...] = ()
    readings: tuple[ReadingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """The work as a callable: files in, rows out."""

    asked: Asked

    def __call__(self, found: tuple[FoundFile, ...]) -> Files:
        """As `read_files`."""
        return read_files(found, self.asked)


def read_files(found: Iterable[FoundFile], asked: Asked, numbered: Numbered | None = None) -> Files:
    """Every file with all that is in it, in the order given. Nothing is raised for content, nor for a file that has gone.

    numbered   gives a run's numbers as a row, and what that rests on; None = they are not asked for.
    """
    readings: dict[str, ReadingRow] = {}
    with speaking(Locale(asked.lang)):
        files = tuple(_file(one, asked, readings, numbered) for one in found)
    return Files(files, tuple(readings.values()))


def _file(found: FoundFile, asked: Asked, readings: dict[str, ReadingRow], numbered: Numbered | None) -> FileRow:
    stamp = _stamp(found.source)  # before it is read: what changes meanwhile is seen the next time
    request = request_key(asked, found)
    rows: list[ItemRow] = []
    with Items((found,)) as items:
        for one in items:
            within = one.path.removeprefix(found.path)
            if isinstance(one, Problem):
                rows.append(ItemRow(within, problem=pack(one)))
                continue
            reading = reading_of(one, asked)
            key = _key(one, reading, request)
            if key not in readings:
                readings[key] = to_row(reading if numbered is None else _with_rows(reading, numbered), key)
            rows.append(ItemRow(within, reading=key, size=one.size))
            if not reading.head.sha256:
                stamp = NO_STAMP
    return FileRow(whole_path(found.path), request, stamp, tuple(rows))


def _with_rows(reading: Reading, numbered: Numbered) -> Reading:
    """With the numbers of each run, by no name: a row has the name that its file goes by when it is written."""

    def told(met: Met) -> Met:
        row, row_key = numbered(nameless(met.measured))
        return replace(met, row=row, row_key=row_key)

    return replace(reading, met=tuple(map(told, reading.met)))


def _key(item: Item, reading: Reading, request: str) -> str:
    """By content; what could not be read has none, and goes by its name."""
    return reading_key(reading.head.sha256 or f"unread {item.path}", request)


def _stamp(path: str) -> Stamp:
    try:
        return stamp_of(path) or NO_STAMP
    except OSError:  # said with its reason when it is read
        return NO_STAMP
