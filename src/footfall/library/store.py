"""The library: one SQLite file of the user's own. All that is asked of it goes through here; each table has a module beside this.

    Library.open(folder) · Library.temporary(folder)       context managers; `path`, `writable`, close()
    known(athlete, request, paths) -> dict[str, FileRow]
    files(athlete) -> Iterator[FileRow]                     by path
    keep(athlete, files, readings, provenance=…) -> None    one transaction
    readings(keys) · whole_readings(keys) -> Iterator[ReadingRow]     without and with `measured`
    measured(key, run_id) -> bytes
    express(updates: (key, run_id, row, row_key)) -> None
    merged(key) -> bytes | None · keep_merged(athlete, key, data)
    assembly(athlete, kind, digest) -> bool · keep_assembly(athlete, kind, digest, rows)
    runs(athlete, kind="all", since=None, until=None) -> Iterator[RunRow]      dates, both included
    calibration(athlete) -> KeptCalibration | None · keep_calibration(athlete, digest, data)
    findings(athlete, key) -> bytes | None · keep_findings(athlete, key, data)
    keep_diary(athlete, path, sha256, data, rows=()) · diaries(athlete) -> tuple[DiaryFile, …] · diary_rows(athlete)
    keep_athlete(key, athlete: Athlete) · athletes() -> tuple[KeptAthlete, …]  `.key` `.name` `.athlete`
    changes() -> int · take_over(folder, since) -> bool     all of another library in place of what is here
    forget_path(path) · forget_athlete(key) · forget_all() -> Forgotten
    info() -> Info · verify() -> tuple[Fault, …]

Every method may raise LibraryError. What is not kept comes back as nothing (an empty mapping, None); `measured` raises.
"""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from footfall.library import assemblies, diaries, files, forgetting, people, readings, swap, upkeep
from footfall.library.database import Database, open_database
from footfall.library.faults import our_words
from footfall.library.rows import (
    DiaryFile,
    DiaryRow,
    Fault,
    FileRow,
    Forgotten,
    Info,
    KeptAthlete,
    KeptCalibration,
    ReadingRow,
    RunRow,
)
from footfall.model.athlete import Athlete
from footfall.version import __version__


class Library:
    """One process's connection; use it in the thread that opened it. Other processes may have theirs at the same time."""

    def __init__(self, database: Database, *, passing: Path | None = None) -> None:
        """passing   folder that goes when this is closed; None = the library stays."""
        self._database, self._passing = database, passing

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """The library of a folder, made where there is none."""
        return cls(open_database(Path(folder)))

    @classmethod
    def temporary(cls, folder: str | Path) -> Self:
        """One of its own in a folder, gone when it is closed; where the system can, no name leads to it even before.

        folder   on a disk of this machine. What is kept is health data: a process that is killed should leave nothing behind.
        """
        place = Path(folder)
        with our_words(place):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            own = Path(tempfile.mkdtemp(prefix=".footfall-", dir=place))
        try:
            database = open_database(own)
            with our_words(place):
                for pragma in ("journal_mode = MEMORY", "locking_mode = EXCLUSIVE", "synchronous = OFF", "temp_store = MEMORY"):
                    database.connection.execute(f"PRAGMA {pragma}").fetchall()
                if os.name == "posix":  # elsewhere an open file cannot be removed: there it goes when it is closed
                    shutil.rmtree(own)
            return cls(database, passing=own)
        except BaseException:
            shutil.rmtree(own, ignore_errors=True)
            raise

    @property
    def path(self) -> Path:
        """Of the database."""
        return self._database.path

    @property
    def writable(self) -> bool:
        """False in a place that cannot be written to: what is kept can be looked at."""
        return self._database.writable

    def close(self) -> None:
        """What was kept is kept, except in a temporary library."""
        self._database.close()
        if self._passing is not None:
            shutil.rmtree(self._passing, ignore_errors=True)  # a leftover is no reason to lose what was made with it

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def known(self, athlete: str, request: str, paths: Sequence[str]) -> dict[str, FileRow]:
        """Path -> what was read of it, of those that were read in this way; whether it has changed is the caller's to see."""
        with self._database.reading() as connection:
            owner = people.athlete_id(connection, athlete)
            return {} if owner is None else files.known(connection, owner, request, paths)

    def files(self, athlete: str) -> Iterator[FileRow]:
        """All of an athlete, by path."""
        with self._database.reading() as connection:
            owner = people.athlete_id(connection, athlete)
            if owner is not None:
                yield from files.files(connection, owner)

    def keep(
        self,
        athlete: str,
        rows: Sequence[FileRow],
        found: Sequence[ReadingRow],
        provenance: str = f"footfall {__version__}",
    ) -> None:
        """Files in place of what was kept of the same paths, and the readings that they point to; all or nothing.

        found        readings; those that are there already stay as they are, so doing this twice is doing it once.
        provenance   what read them.
        """
        with self._database.writing() as connection:
            owner = people.made_athlete_id(connection, athlete)
            readings.keep_readings(connection, found, provenance)
            ids = readings.ids_of(connection, (item.reading for row in rows for item in row.items if item.reading is not None))
            former = files.keep_files(connection, owner, rows, ids)
            readings.drop_unused(connection, former - set(ids.values()))

    def readings(self, keys: Sequence[str]) -> Iterator[ReadingRow]:
        """Those of the keys, each once, in any order, without `measured`."""
        with self._database.reading() as connection:
            yield from readings.readings(connection, keys, readings.WITHOUT_MEASURED)

    def whole_readings(self, keys: Sequence[str]) -> Iterator[ReadingRow]:
        """The same with `measured`."""
        with self._database.reading() as connection:
            yield from readings.readings(connection, keys, readings.WHOLE)

    def measured(self, key: str, run_id: str) -> bytes:
        """Packed Measured of one run. Raises LibraryError("missing-run") as well."""
        with self._database.reading() as connection:
            return readings.measured(connection, key, run_id)

    def express(self, updates: Iterable[tuple[str, str, str, str]]) -> None:
        """Rows made anew: key of the reading, id of the run, row, row_key."""
        with self._database.writing() as connection:
            readings.express(connection, updates)

    def merged(self, key: str) -> bytes | None:
        """What was made of several readings, packed."""
        with self._database.reading() as connection:
            return assemblies.merged(connection, key)

    def keep_merged(self, athlete: str, key: str, data: bytes) -> None:
        """Keep it beside the athlete's files; it goes when any of them is forgotten."""
        with self._database.writing() as connection:
            assemblies.keep_merged(connection, athlete, key, data)

    def assembly(self, athlete: str, kind: str, digest: str) -> bool:
        """Whether the runs that are kept rest on the same as those that are asked for. kind   `all` or `batch`."""
        with self._database.reading() as connection:
            return assemblies.stands(connection, athlete, kind, digest)

    def keep_assembly(self, athlete: str, kind: str, digest: str, rows: Iterable[RunRow]) -> None:
        """All runs of an athlete, in place of the former ones of that kind."""
        with self._database.writing() as connection:
            assemblies.keep_assembly(connection, athlete, kind, digest, rows)

    def runs(
        self, athlete: str, kind: str = "all", since: dt.date | None = None, until: dt.date | None = None
    ) -> Iterator[RunRow]:
        """By local date and start; from `since` to `until`, both included, None = no end."""
        with self._database.reading() as connection:
            yield from assemblies.runs(connection, athlete, kind, since, until)

    def calibration(self, athlete: str) -> KeptCalibration | None:
        """None where none is kept."""
        with self._database.reading() as connection:
            return people.calibration(connection, athlete)

    def keep_calibration(self, athlete: str, digest: str, data: bytes) -> None:
        """In place of the former one."""
        with self._database.writing() as connection:
            people.keep_calibration(connection, athlete, KeptCalibration(digest, data))

    def findings(self, athlete: str, key: str) -> bytes | None:
        """What the rules said, packed; None where they were not asked about the same."""
        with self._database.reading() as connection:
            return people.findings(connection, athlete, key)

    def keep_findings(self, athlete: str, key: str, data: bytes) -> None:
        """Keep it for an athlete of whom something is kept; the oldest of more than a few goes."""
        with self._database.writing() as connection:
            people.keep_findings(connection, athlete, key, data)

    def keep_diary(self, athlete: str, path: str, sha256: str, data: bytes, rows: Iterable[DiaryRow] = ()) -> None:
        """A diary byte for byte, and its rows, in place of what the same file said before."""
        with self._database.writing() as connection:
            diaries.keep_diary(connection, athlete, DiaryFile(path, sha256, data), rows)

    def diaries(self, athlete: str) -> tuple[DiaryFile, ...]:
        """All of an athlete, by path."""
        with self._database.reading() as connection:
            return diaries.diaries(connection, athlete)

    def diary_rows(self, athlete: str) -> tuple[DiaryRow, ...]:
        """All of an athlete, by day."""
        with self._database.reading() as connection:
            return diaries.diary_rows(connection, athlete)

    def keep_athlete(self, key: str, athlete: Athlete) -> None:
        """What she tells of herself now, in place of what she told before."""
        with self._database.writing() as connection:
            people.keep_athlete(connection, key, athlete)

    def athletes(self) -> tuple[KeptAthlete, ...]:
        """All, by key."""
        with self._database.reading() as connection:
            return people.athletes(connection)

    def forget_path(self, path: str) -> Forgotten:
        """A file, a diary or a URL, or all below a folder. Absolute, as it was kept."""
        return forgetting.forget_path(self._database, path)

    def forget_athlete(self, key: str) -> Forgotten:
        """All of one athlete."""
        return forgetting.forget_athlete(self._database, key)

    def forget_all(self) -> Forgotten:
        """Everything; an empty library is left."""
        return forgetting.forget_all(self._database)

    def changes(self) -> int:
        """A number that differs once others have kept or removed something. Of this connection alone."""
        with self._database.reading() as connection:
            return swap.changes(connection)

    def take_over(self, fresh: str | Path, since: int) -> bool:
        """Everything of the library of another folder in place of what is here, in one transaction; that one must be closed.

        since     `changes()` when the other was begun.
        Returns   False, and nothing is changed, when others have been at work here since then.
        """
        return swap.take_over(self._database, Path(fresh), since)

    def info(self) -> Info:
        """What is in it."""
        return upkeep.info(self._database)

    def verify(self, kinds: Mapping[str, tuple[type, ...]] = MappingProxyType({})) -> tuple[Fault, ...]:
        """What is wrong in it; nothing is mended. kinds   table -> types of its records; of others they need only be whole."""
        return upkeep.verify(self._database, kinds)
