"""Every file behind what the user named, in order: folders are walked by `find`, archives are walked here, in memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from footfall.config.places import STDIN, is_url
from footfall.errors import RunFileError, UnsupportedFileError
from footfall.formats import HEAD_BYTES, bounds
from footfall.formats.archive import list_archive
from footfall.formats.archive.kinds import Kind, kind_of
from footfall.formats.archive.listing import Listing
from footfall.formats.gzipped import Inflated
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.find import FoundFile
from footfall.workflow.problems import problem_of, unreadable
from footfall.workflow.store import Gunzip, Opened, Place, Store, flaw_of, whole

_GZIPPED = frozenset({Kind.TAR_GZ, Kind.ZIP_GZ})


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One file to read: on the disk, on standard input or in an archive. Readable while its `Items` is open.

    path   as shown: `runs/1.fit`, `export.zip/activities/1.fit.gz`, `export.zip/inner.zip/2.fit`. One of a kind within a job;
           only for people and for look-ups, never to be opened: what is in an archive may call itself anything.
    named  True when the user named the file itself: one of an unknown format is then a failure.
    base   the folder or the outermost archive that the user named, as in `path`; None for a single file.
    size   as the disk or the archive says; None where neither does.  [bytes]
    file   path on the disk; None on standard input, behind a URL and in an archive.
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
        with self.stream() as opened:
            return opened.file.read(HEAD_BYTES)

    def read(self) -> Inflated:
        """All of it, a `.gz` still packed, and what was wrong with it in the archive (`bad-checksum`, `truncated`).

        Raises  RunFileError when it is too large or cannot be unpacked; OSError when the disk will not give it.
        """
        if self.size is not None and self.size > bounds.LARGEST_BYTES:
            raise UnsupportedFileError(path=self.path, limit=bounds.LARGEST_TEXT)
        with self.store.opened(self.place) as opened:
            data = whole(opened.file)
            return Inflated(data, flaw_of(opened, self.path))

    @contextmanager
    def stream(self) -> Iterator[Opened]:
        """A file to be read piece by piece, for what is too large to be held. Raises as `read`, also while it is read."""
        with self.store.opened(self.place, bounds.LARGEST_STREAM_BYTES) as opened:
            yield opened


class Items:
    """The items behind some files, in the order of `files`; an archive is walked where it stands, by the names in it.

    with Items(files) as items:
        for one in items:   # Item or Problem
            …
        items.again("export.zip/activities/1.fit.gz").read()
    """

    def __init__(self, files: Sequence[FoundFile], store: Store | None = None) -> None:
        """store   one that holds already what can be read once; a new one where None."""
        self._files = tuple(files)
        self._items: dict[str, Item] = {}
        self._store = store or Store()
        self._used_up: set[str] = set()
        self.encrypted: set[str] = set()
        """Files met so far that are encrypted in their archives, by their paths."""
        self.total = len(self._files)
        """How many items are known of so far; it changes as archives are opened, for a bar of progress."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._store.close()

    def __iter__(self) -> Iterator[Item | Problem]:
        for found in self._files:
            item = self._item(Place(found.source), found.path, found.base, named=found.named)
            yield from self._met(item, depth=0)

    def again(self, path: str) -> Item:
        """An item that was given before, by its path. Raises KeyError."""
        return self._items[path]

    def _item(self, place: Place, path: str, base: str | None, *, named: bool = False) -> Item:
        on_disk = None if place.within or place.file == STDIN or is_url(place.file) else place.file
        return Item(path, named, base, self._store.size(place), on_disk, place, self._store)

    def _met(self, item: Item, depth: int) -> Iterator[Item | Problem]:
        """The item, or what is in it; `depth` archives lie around it."""
        kind = _kind(item)
        if kind is None:
            yield self._kept(item)
            return
        inside = item.place.into(Gunzip()) if kind in _GZIPPED else item.place
        try:
            listing = self._listing(inside, item.path, kind, depth)
        except OSError as error:
            listing = Listing((), (unreadable(item.path, error),))
        except RunFileError as error:
            listing = Listing((), (problem_of(error, item.path),))
        if listing.document:
            yield self._kept(item)
            return
        self.total += len(listing.members) - 1
        self.encrypted.update(f"{item.path}/{name}" for name in listing.encrypted)
        yield from self._problems(inside, item.path, listing)
        yield from self._members(inside, item, listing, depth)

    def _kept(self, item: Item) -> Item:
        self._items[item.path] = item
        return item

    def _listing(self, place: Place, path: str, kind: Kind, depth: int) -> Listing:
        if depth >= bounds.DEEPEST:
            raise UnsupportedFileError("too-large.depth", deepest=bounds.DEEPEST)
        with self._store.seekable(place) as file:
            listing = list_archive(file, kind, path)
        self._store.allowance(place.file).add_members(len(listing.members))
        return listing

    def _problems(self, place: Place, path: str, listing: Listing) -> Iterator[Problem]:
        yield from listing.problems
        flaw = self._store.flaws.get(place)
        if flaw is not None and flaw not in {problem.reason for problem in listing.problems}:
            yield Problem(path, None, flaw, say(f"problem.{flaw}.member"))

    def _members(self, place: Place, archive: Item, listing: Listing, depth: int) -> Iterator[Item | Problem]:
        base = archive.path if archive.base is None else archive.base
        for done, member in enumerate(listing.members):
            if place.file in self._used_up:
                self.total -= len(listing.members) - done
                return
            try:
                self._store.allowance(place.file).check()
            except UnsupportedFileError as error:
                self._used_up.add(place.file)
                self.total -= len(listing.members) - done
                yield problem_of(error, archive.path)
                return
            yield from self._met(self._item(place.into(member), f"{archive.path}/{member.name}", base), depth + 1)


def _kind(item: Item) -> Kind | None:
    """What archive it is; None for all else, and for what cannot be opened: it is said when it is read."""
    try:
        return kind_of(item.head())
    except (OSError, RunFileError):
        return None
