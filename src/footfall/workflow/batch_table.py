"""The table of a batch: every runner's rows in order, and whether it is written already."""

import hashlib
import heapq
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from footfall.errors import LibraryError
from footfall.library.codec import pack, unpack
from footfall.library.rows import RunRow
from footfall.library.store import Library
from footfall.version import __version__
from footfall.workflow.assembly import Assembly, Outcome
from footfall.workflow.batch_files import column_of
from footfall.workflow.batch_request import BatchRequest
from footfall.workflow.batch_rows import Row
from footfall.workflow.file_status import ItemTold


@dataclass(frozen=True, eq=False)
class Written:
    """A table as it was written.

    digest   of what it was made from.   files   name, size and time of change of each file of it.   rows   how many.
    """

    digest: str
    files: tuple[tuple[str, int, int], ...]
    rows: int


@dataclass(eq=False)
class BatchTable:
    """All rows, runner after runner, each put together when her turn comes.

    outcomes   key -> what is said of an athlete's files, as they are put together.
    read_here  path -> what became of a file that could be read once only.
    rows       how many there were.
    """

    library: Library
    assemblies: Sequence[Assembly]
    request: BatchRequest
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    read_here: dict[str, Sequence[ItemTold]] = field(default_factory=dict)
    rows: int = 0

    def standing(self) -> bool:
        """True when the table of exactly these readings and settings is there already; then `outcomes` and `rows` are filled."""
        digest = self._digest()
        written = None if digest is None else self._written()
        if written is None or written.digest != digest or written.files != _files_of(self.request.output):
            return False
        outcomes = {one.whose.key: one.standing(one.digest(one.files())) for one in self.assemblies}
        kept = {key: outcome for key, outcome in outcomes.items() if outcome is not None}
        if len(kept) < len(outcomes):
            return False
        self.outcomes, self.rows = kept, written.rows
        return True

    def keep_written(self) -> None:
        """Note how the table stands, so that it is not written again for nothing."""
        digest = self._digest_of({key: outcome.digest or None for key, outcome in self.outcomes.items()})
        if digest is not None and self.assemblies:
            written = Written(digest, _files_of(self.request.output), self.rows)
            self.library.keep_merged(self.assemblies[0].whose.key, self._key, pack(written))

    def __iter__(self) -> Iterator[Row]:
        groups: dict[str | None, list[Assembly]] = {}
        for one in self.assemblies:
            groups.setdefault(column_of(one.whose), []).append(one)
        for column in sorted(groups, key=lambda name: (name or "", name is not None)):
            of_each = [self._runs(one) for one in groups[column]]
            for run in heapq.merge(*of_each, key=lambda run: (run.start, run.run_id)):
                self.rows += 1
                yield {"athlete": column, **json.loads(run.row)}

    def _runs(self, one: Assembly) -> list[RunRow]:
        made = one.assembled()
        self.outcomes[one.whose.key] = made.outcome
        self.read_here |= made.read_here
        since, until = self.request.since, self.request.until
        return [
            run
            for run in made.rows
            if (since is None or run.local_date >= since.isoformat()) and (until is None or run.local_date <= until.isoformat())
        ]

    def _digest(self) -> str | None:
        """Of all that a table made now would rest on; None where a file can be read once only."""
        return self._digest_of({one.whose.key: one.digest(one.files()) for one in self.assemblies})

    def _digest_of(self, digests: Mapping[str, str | None]) -> str | None:
        """The same of what each athlete's rows rest on, by key: of a written table those that they were made from."""
        request = self.request
        told = hashlib.sha256(repr((__version__, request.form.value, request.since, request.until)).encode())
        for one in self.assemblies:
            digest = digests[one.whose.key]
            if digest is None:
                return None
            told.update(repr((one.whose.key, column_of(one.whose), digest)).encode("utf-8", "surrogateescape"))
        return told.hexdigest()

    def _written(self) -> Written | None:
        data = self.library.merged(self._key)
        if data is None:
            return None
        try:
            return unpack(Written, data)
        except LibraryError:  # an older footfall noted it: the table is written once more
            return None

    @property
    def _key(self) -> str:
        """Of this table among all that are written from one library."""
        path, first = os.path.realpath(self.request.output), self.assemblies[0].whose.key if self.assemblies else ""
        # with the athlete under whom it is kept: another who comes before her must not find her former note
        return hashlib.sha256(repr(("batch output", path, first)).encode("utf-8", "surrogateescape")).hexdigest()


def _files_of(output: str) -> tuple[tuple[str, int, int], ...]:
    """The files of a table as they stand: one, or those of a folder. Empty where there is none."""
    paths = [output]
    if os.path.isdir(output):  # noqa: PTH112
        paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(output) for name in names)  # noqa: PTH118
    found = []
    for path in paths:
        try:
            stat = os.stat(path)  # noqa: PTH116 - a Path for each file of a large dataset is felt
        except OSError:  # not there: then it is written
            return ()
        found.append((path, stat.st_size, stat.st_mtime_ns))
    return tuple(found)
