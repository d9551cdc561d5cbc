"""Parts that an earlier batch or shards have left: what of them still holds is taken over."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from footfall.errors import LibraryError
from footfall.library.rows import Stamp
from footfall.workflow.find import FoundFile, whole_path
from footfall.workflow.keeping import request_key, stamp_of
from footfall.workflow.parts import Part, PartFolder, Share
from footfall.workflow.read_chunk import FileTask
from footfall.workflow.reading import Asked


@dataclass(frozen=True, eq=False)
class TakenOver:
    """What parts had. paths   of files that need not be read, as found.   damaged   how many parts could not be used."""

    paths: frozenset[str]
    damaged: int


def take_over(folder: PartFolder, tasks: Sequence[FileTask], asked: Asked, keep: Callable[[Part], None]) -> TakenOver:
    """Keep everything in the parts that is of a file of this batch, asked for in the same way and unchanged since.

    Raises  what `keep` raises, and OutputError when the folder cannot be looked into.
    """
    wanted = _Wanted(tasks, asked)
    paths: set[str] = set()
    damaged = 0
    for name in folder.names():
        try:
            part = folder.read(name)
        except LibraryError:
            damaged += 1
            continue
        shares = []
        for share in part.shares:
            files = tuple(one for one in share.files if wanted.has(share.athlete, one.path, one.request, one.stamp))
            if files:
                paths.update(wanted.found(share.athlete, one.path) for one in files)
                keys = {item.reading for one in files for item in one.items}
                shares.append(Share(share.athlete, files, tuple(row for row in share.readings if row.key in keys)))
        if shares:
            keep(Part(tuple(shares)))
    return TakenOver(frozenset(paths), damaged)


def done_already(folder: PartFolder, tasks: Sequence[FileTask], asked: Asked) -> TakenOver:
    """The same for a shard, which keeps nothing: which of its files are in a part. Only the indices are read."""
    wanted = _Wanted(tasks, asked)
    paths: set[str] = set()
    damaged = 0
    for name in folder.names():
        try:
            index = folder.index(name)
        except LibraryError:
            damaged += 1
            continue
        paths.update(
            wanted.found(one.athlete, one.path)
            for one in index.entries
            if wanted.has(one.athlete, one.path, one.request, one.stamp)
        )
    return TakenOver(frozenset(paths), damaged)


class _Wanted:
    """Files of a batch by athlete and whole path."""

    def __init__(self, tasks: Sequence[FileTask], asked: Asked) -> None:
        self._files: Mapping[tuple[str, str], FoundFile] = {
            (task.athlete, whole_path(task.found.path)): task.found for task in tasks
        }
        self._asked = asked

    def has(self, athlete: str, path: str, request: str, stamp: Stamp) -> bool:
        """True for one that was asked for in the same way and has not changed."""
        found = self._files.get((athlete, path))
        if found is None or request_key(self._asked, found) != request:
            return False
        try:
            return stamp_of(found.source) == stamp
        except OSError:  # it has gone: that is said when it is read
            return False

    def found(self, athlete: str, path: str) -> str:
        """The path as it was found."""
        return self._files[athlete, path].path
