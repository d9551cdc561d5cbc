"""Files whose readings stand on a shelf, gathered for joining; a file is opened again only where a run is merged anew."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from footfall.errors import LibraryError
from footfall.library.codec import pack, unpack
from footfall.library.rows import FileRow, ItemRow, ReadingRow
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Run
from footfall.wording import say
from footfall.workflow.find import FoundFile
from footfall.workflow.gathered import Gathered
from footfall.workflow.items import Item, Items
from footfall.workflow.keeping import from_row, to_row, told_key
from footfall.workflow.reading import Asked, Met, Reading, reading_of
from footfall.workflow.rereading import Rereading
from footfall.workflow.shelf import Shelf
from footfall.workflow.store import Store

_AT_ONCE = 500
"""Readings that are taken from the shelf in one go."""


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A file, and what was read of it. row   None = it can be read once only (standard input, a pipe): it is read here."""

    found: FoundFile
    row: FileRow | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item is: its file on the disk and the key of its reading."""

    found: FoundFile
    reading: str | None


class Shelved(AbstractContextManager["Shelved"]):
    """A Gathering. `store` holds what was opened already, of standard input above all; None = nothing."""

    def __init__(
        self, files: Sequence[OnShelf], missing: Sequence[Problem], asked: Asked, shelf: Shelf, store: Store | None = None
    ) -> None:
        self._files, self._missing, self._asked, self._shelf = files, missing, asked, shelf
        self._store = store or Store()
        self._places: dict[str, _Place] = {}
        self._opened: dict[str, Items] = {}
        self._rereading = Rereading(self._item)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._store.close()

    def __iter__(self) -> Iterator[Gathered | Problem]:
        yield from self._missing
        files = iter(self._files)
        while some := tuple(islice(files, _AT_ONCE)):
            keys = {item.reading for one in some if one.row is not None for item in one.row.items if item.reading is not None}
            readings = {row.key: row for row in self._shelf.readings(sorted(keys))}
            for one in some:
                # what another process has replaced on the shelf meanwhile is read here as well
                whole = one.row is not None and all(item.reading is None or item.reading in readings for item in one.row.items)
                yield from self._kept(one.found, one.row, readings) if one.row is not None and whole else self._here(one.found)

    def _here(self, found: FoundFile) -> Iterator[Gathered | Problem]:
        items = self._opened.setdefault(found.path, Items((found,), self._store))
        for one in items:
            if isinstance(one, Problem):
                yield one
            else:
                self._places[one.path] = _Place(found, None)
                yield Gathered(one.path, one.base, one.file, reading_of(one, self._asked))

    def _kept(self, found: FoundFile, row: FileRow, readings: dict[str, ReadingRow]) -> Iterator[Gathered | Problem]:
        """A record that is damaged, or of another version, costs a look at its file; where that has gone, the file."""
        try:
            every = [self._item_of(found, item, readings) for item in row.items]
        except LibraryError:
            if found.url is not None or Path(found.path).exists():
                yield from self._here(found)
                return
            every = [self._or_problem(found, item, readings) for item in row.items]
        yield from every

    def _or_problem(self, found: FoundFile, item: ItemRow, readings: dict[str, ReadingRow]) -> Gathered | Problem:
        try:
            return self._item_of(found, item, readings)
        except LibraryError:
            return Problem(found.path + item.within, None, "unreadable", say("problem.kept-by-older"))

    def _item_of(self, found: FoundFile, item: ItemRow, readings: dict[str, ReadingRow]) -> Gathered | Problem:
        path = found.path + item.within
        if item.reading is None:
            assert item.problem is not None, "an item has a reading or a problem"
            problem = unpack(Problem, item.problem)
            return Problem(path, problem.where, problem.reason, problem.message, problem.what)
        self._places[path] = _Place(found, item.reading)
        reading = from_row(readings[item.reading], path, _Fetch(self._shelf, item.reading))
        base = found.base if found.base is not None or not item.within else found.path
        return Gathered(path, base, None if item.within else found.path, reading)

    def again(self, path: str, asked: Asked) -> Reading | None:
        """A file that was given before, read otherwise, or what was kept of that; None when it has gone."""
        key = told_key(self._places[path].reading or path, asked)
        kept = self._shelf.joined(key)
        if kept is not None:
            with suppress(LibraryError):  # of another version: it is read once more
                return from_row(unpack(ReadingRow, kept), path, _Fetch(self._shelf, key))
        item = self._item(path)
        reading = None if item is None else reading_of(item, asked)
        if reading is None or not reading.head.sha256:
            return None
        self._shelf.keep_joined(key, pack(to_row(reading, key)))
        return reading

    def run(self, met: Met, asked: Asked) -> Run | None:
        """A run with its samples; None when its file is no longer what it was."""
        return self._rereading.run(met, asked)

    def joined(self, key: str) -> Measured | None:
        """A run measured from several recordings, where that was kept."""
        kept = self._shelf.joined(key)
        if kept is not None:
            with suppress(LibraryError):  # of another version: it is joined once more
                return unpack(Measured, kept)
        return None

    def keep_joined(self, key: str, measured: Measured) -> None:
        """Keep it."""
        self._shelf.keep_joined(key, pack(measured))

    def _item(self, path: str) -> Item | None:
        """The file of a path, opened again: an archive is walked once more."""
        found = self._places[path].found
        items = self._opened.get(found.path)
        if items is None:
            items = self._opened[found.path] = Items((found,), self._store)
            for _ in items:
                pass
        try:
            return items.again(path)
        except KeyError:  # the archive has changed or gone
            return None


@dataclass(frozen=True, slots=True)
class _Fetch:
    """Gives a run's packed Measured from the shelf."""

    shelf: Shelf
    key: str

    def __call__(self, run_id: str) -> bytes:
        return self.shelf.measured(self.key, run_id)
