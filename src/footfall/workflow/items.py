"""Every file behind what the user named, in order: folders are walked by `find`, archives are walked here, in memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Self

from footfall.errors import UnsupportedFileError
from footfall.formats import HEAD_BYTES
from footfall.formats.gzipped import Inflated
from footfall.model.problem import Problem
from footfall.workflow.find import FoundFile
from footfall.workflow.store import LARGEST_BYTES, LARGEST_TEXT, Place, Store


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One file to read: on the disk, on standard input or in an archive. Readable while its `Items` is open.

    path   as shown: `runs/1.fit`, `export.zip/activities/1.fit.gz`, `export.zip/inner.zip/2.fit`. One of a kind within a job;
           only for people and for look-ups, never to be opened: what is in an archive may call itself anything.
    named  True when the user named the file itself: one of an unknown format is then a failure.
    base   the folder or the outermost archive that the user named, as in `path`; None for a single file.
    size   as the disk or the archive says; None where neither does.  [bytes]
    file   path on the disk; None on standard input and in an archive.
    """

    path: str
    named: bool
    base: str | None
    size: int | None
    file: str | None
    place: Place
    store: Store

    def head(self) -> bytes:
        """The first HEAD_BYTES, a `.gz` still packed. Raises as `read`."""
        with self.stream() as file:
            return file.read(HEAD_BYTES)

    def read(self) -> Inflated:
        """All of it, a `.gz` still packed, and what was wrong with it in the archive (`bad-checksum`, `truncated`).

        Raises  RunFileError when it is too large or cannot be unpacked; OSError when the disk will not give it.
        """
        if self.size is not None and self.size > LARGEST_BYTES:
            raise UnsupportedFileError(path=self.path, limit=LARGEST_TEXT)
        with self.stream() as file:
            data = file.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            raise UnsupportedFileError(path=self.path, limit=LARGEST_TEXT)
        return Inflated(data)

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """A file to be read piece by piece, for what is too large to be held. Raises as `read`, while it is read too."""
        with self.store.opened(self.place) as file:
            yield file


class Items:
    """The items behind some files, in the order of `files`; an archive is walked where it stands, by the names in it.

    with Items(files) as items:
        for one in items:   # Item or Problem
            …
        items.again("export.zip/activities/1.fit.gz").read()
    """

    def __init__(self, files: Sequence[FoundFile]) -> None:
        self._files = tuple(files)
        self._items: dict[str, Item] = {}
        self._store = Store()
        self.total = len(self._files)
        """How many items are known of so far; grows as archives are opened, for a bar of progress."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._store.close()

    def __iter__(self) -> Iterator[Item | Problem]:
        for found in self._files:
            yield self._kept(found)

    def again(self, path: str) -> Item:
        """An item that was given before, by its path. Raises KeyError."""
        return self._items[path]

    def _kept(self, found: FoundFile) -> Item:
        place = Place(found.path)
        item = Item(found.path, found.named, found.base, self._store.size(place), self._store.on_disk(place), place, self._store)
        return self._items.setdefault(item.path, item)
