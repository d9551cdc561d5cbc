"""A library made anew: what is still there is read again, of the rest is taken over what can be read."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TypeVar

from footfall.engines.engine import processors
from footfall.errors import LibraryError
from footfall.library.codec import check
from footfall.library.rows import FileRow, ReadingRow
from footfall.library.store import Library
from footfall.library.swap import put_aside
from footfall.model.problem import Problem
from footfall.version import __version__
from footfall.wording.language import LANGUAGES
from footfall.workflow.find import FoundFile
from footfall.workflow.keeping import request_key
from footfall.workflow.kept_diaries import read_and_keep
from footfall.workflow.library_commands import is_there
from footfall.workflow.library_files import on_shelf
from footfall.workflow.reading import Asked
from footfall.workflow.request import CadenceUnit, Progress

T = TypeVar("T")

_ON_FOOT = (frozenset[str](), frozenset({"walking"}), frozenset({"hiking"}), frozenset({"walking", "hiking"}))
_HARMLESS = frozenset({"orphan", "mode"})
"""Faults that leave nothing unreadable."""
_TRIES = 3
_PROVENANCE = f"footfall {__version__}, taken over from an older library"


@dataclass
class Rebuilt:
    """What became of it.

    read      files read anew.     kept  taken over as they were, for they have gone.
    lost      gone, and what was kept of them cannot be read.
    diaries   read anew or taken over.
    beside    where the damaged library is now; None = the old one was whole, and the new one has taken its place.
    cut       part of the damaged one could not be read: files that it knew may be missing.
    problems  files that could not be read again.
    """

    read: int = 0
    kept: int = 0
    lost: int = 0
    diaries: int = 0
    beside: str | None = None
    cut: bool = False
    problems: tuple[Problem, ...] = ()


def rebuild(folder: str, jobs: int | None, progress: Progress | None = None) -> Rebuilt | None:
    """Make the library of a folder anew; it is the old one until all is done.

    jobs     how many processes at most; None = as many as there are processors.
    Returns  None where there is none.
    Raises   LibraryError when it cannot be written, is newer than we are, or others keep changing it.
    """
    if not is_there(folder):
        return None
    workers = jobs or processors()
    for _ in range(_TRIES):
        with _beside(folder) as fresh:
            made = _rebuilt(folder, fresh, workers, progress)
        if made is not None:
            return made
    raise LibraryError("changing", path=folder)


@contextmanager
def _beside(folder: str) -> Iterator[Path]:
    """A folder for the new library, on the same disk, gone afterwards."""
    try:
        fresh = Path(tempfile.mkdtemp(prefix=".rebuild-", dir=folder))  # 0700
    except OSError as error:
        raise LibraryError("failed", path=folder, detail=error.strerror or str(error)) from error
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _rebuilt(folder: str, fresh: Path, jobs: int, progress: Progress | None) -> Rebuilt | None:
    """None when others have changed the library meanwhile."""
    made = Rebuilt()
    try:
        with Library.open(folder) as old:
            since = old.changes()
            whole = {fault.code for fault in old.verify()} <= _HARMLESS
            with Library.open(fresh) as new:
                _fill(old, new, jobs, made, progress)
            if whole and not made.cut:
                return made if old.take_over(fresh, since) else None
    except LibraryError as error:
        if error.code != "damaged":
            raise
        made.cut = True
        with Library.open(fresh):  # where the old one could not even be opened, the new one is empty
            pass
    made.beside = str(put_aside(Path(folder), fresh))
    return made


def _fill(old: Library, new: Library, jobs: int, made: Rebuilt, progress: Progress | None) -> None:
    for one in old.athletes():
        new.keep_athlete(one.key, one.athlete)
        files = list(_until_damage(old.files(one.key), made))
        here = [row for row in files if os.path.exists(row.path)]  # noqa: PTH110 - Path.exists raises for names too long
        _read_anew(new, one.key, here, jobs, made, progress)
        still = {row.path for row in here}
        for row in files:
            if row.path not in still:
                if _take(old, new, one.key, row):
                    made.kept += 1
                else:
                    made.lost += 1
        read = {row.path: row for row in new.files(one.key)}
        for row in here:  # a worker has died over it, or it cannot be opened just now: what was read of it is still true
            if (row.path not in read or _is_unread(new, read[row.path])) and not _is_unread(old, row):
                _take(old, new, one.key, row)
        for diary in _until_damage(iter(old.diaries(one.key)), made):
            if not Path(diary.path).is_file() or read_and_keep(new, one.key, diary.path)[0] is None:
                new.keep_diary(one.key, diary.path, diary.sha256, diary.data)
            made.diaries += 1


def _read_anew(new: Library, key: str, rows: Sequence[FileRow], jobs: int, made: Rebuilt, progress: Progress | None) -> None:
    """In the way in which each was read, as far as that can still be told."""
    ways = _ways()
    groups: dict[tuple[Asked, bool], list[FileRow]] = {}
    for row in rows:
        groups.setdefault(ways.get(row.request, (Asked(), False)), []).append(row)
    for (asked, named), some in groups.items():
        found = [FoundFile(row.path, named=named) for row in some]
        ready = on_shelf(new, key, found, asked, jobs, progress)
        made.problems += ready.problems
        made.read += len(some) - len(ready.problems)


def _ways() -> Mapping[str, tuple[Asked, bool]]:
    """Digest of a request by today's readers -> what it asks."""
    every = product(CadenceUnit, _ON_FOOT, LANGUAGES, (False, True))
    asked = [(Asked(unit, include, lang=lang), named) for unit, include, lang, named in every]
    return {request_key(one, FoundFile("", named=named)): (one, named) for one, named in asked}


def _take(old: Library, new: Library, key: str, row: FileRow) -> bool:
    """What was read of a file that cannot be read now; False where that cannot be read either."""
    wanted = {item.reading for item in row.items if item.reading is not None}
    try:
        readings = list(old.whole_readings(sorted(wanted)))
        for reading in readings:
            _check(reading)
    except LibraryError as error:
        if error.code not in ("damaged", "damaged-record"):
            raise
        return False
    if wanted - {reading.key for reading in readings}:
        return False
    new.keep(key, [row], readings, _PROVENANCE)
    return True


def _is_unread(library: Library, row: FileRow) -> bool:
    """Whether no byte of a file could be had, or of what is in it: nothing but problems was kept of it."""
    wanted = {item.reading for item in row.items if item.reading is not None}
    try:
        return not any(reading.sha256 for reading in library.readings(sorted(wanted)))
    except LibraryError as error:
        if error.code not in ("damaged", "damaged-record"):
            raise
        return False  # then it is seen when it is taken over


def _check(reading: ReadingRow) -> None:
    check(reading.head)
    for run in reading.recordings:
        check(run.sighting)
        if run.measured is None:
            raise LibraryError("damaged-record", detail=run.run_id)
        check(run.measured)


def _until_damage(rows: Iterable[T], made: Rebuilt) -> Iterator[T]:
    try:
        yield from rows
    except LibraryError as error:
        if error.code not in ("damaged", "damaged-record"):
            raise
        made.cut = True
