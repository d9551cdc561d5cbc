"""What a library holds, and whether it is whole."""

import sqlite3
from collections.abc import Iterator, Mapping
from functools import partial

from footfall.errors import LibraryError
from footfall.library.codec import check, unpack
from footfall.library.database import Database
from footfall.library.rows import Fault, Holding, Info
from footfall.library.texts import given
from footfall.model.calibration import Calibration
from footfall.model.problem import Problem

_RECORDS = (
    ("reading", "head", "key"),
    ("recording", "sighting", "run_id"),
    ("measured", "data", "recording"),
    ("merged", "data", "key"),
    ("calibration", "data", "athlete"),
    ("findings", "data", "key"),
)
"""Table, column with a record, and what it is called by."""
_PROBLEMS_SHOWN = 20
"""Lines of SQLite's own check; it stops there."""


def info(database: Database) -> Info:
    """Counts. Raises LibraryError."""
    with database.reading() as connection:
        one = "SELECT (SELECT count(*) FROM reading), (SELECT count(*) FROM recording)"
        readings, recordings = connection.execute(one).fetchone()
        reasons = connection.execute("SELECT reason, count(*) FROM item WHERE reason IS NOT NULL GROUP BY reason ORDER BY reason")
        tools = connection.execute("SELECT tool FROM provenance ORDER BY tool")
        return Info(
            str(database.path),
            sum(file.stat().st_size for file in database.files()),
            connection.execute("PRAGMA user_version").fetchone()[0],
            database.writable,
            readings,
            recordings,
            tuple(_holdings(connection)),
            dict(reasons.fetchall()),
            tuple(tool for (tool,) in tools),
        )


def _holdings(connection: sqlite3.Connection) -> Iterator[Holding]:
    rows = connection.execute(
        "SELECT key, name, (SELECT count(*) FROM file WHERE athlete = a.id),"
        " (SELECT count(DISTINCT recording.id) FROM file JOIN item ON item.file = file.id"
        "   JOIN recording ON recording.reading = item.reading WHERE file.athlete = a.id),"
        " (SELECT count(*) FROM diary_file WHERE athlete = a.id),"
        " (SELECT min(local_date) FROM run JOIN assembly ON assembly.id = assembly WHERE athlete = a.id),"
        " (SELECT max(local_date) FROM run JOIN assembly ON assembly.id = assembly WHERE athlete = a.id),"
        " (SELECT data FROM calibration WHERE athlete = a.id), (SELECT count(*) FROM findings WHERE athlete = a.id)"
        " FROM athlete AS a ORDER BY key"
    ).fetchall()
    return (
        Holding(given(key), name, files, runs, diaries, first, last, _line_runs(data), findings)
        for key, name, files, runs, diaries, first, last, data, findings in rows
    )


def _line_runs(data: bytes | None) -> int | None:
    if data is None:
        return None
    try:
        return unpack(Calibration, data).cadence_line.runs
    except LibraryError:  # `verify` names it; what else is kept of her can be told all the same
        return None


def verify(database: Database, kinds: Mapping[str, tuple[type, ...]]) -> tuple[Fault, ...]:
    """Everything that is wrong; nothing is mended. Raises LibraryError where it cannot even be looked at.

    kinds   table -> types of its records, one of which each must be; of a table that is not there, records need only be whole.
    """
    found: list[Fault] = []
    for look in (_database, _references, partial(_records, kinds=kinds), _problems, _orphans):
        try:
            with database.reading() as connection:
                found.extend(look(connection))
        except LibraryError as error:
            if error.code != "damaged":
                raise
            found.append(Fault("database", {"detail": error.values["detail"]}))
    found.extend(_modes(database))
    return tuple(dict.fromkeys(found))


def _database(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_PROBLEMS_SHOWN})").fetchall():
        if line != "ok":
            yield Fault("database", {"detail": line})


def _references(connection: sqlite3.Connection) -> Iterator[Fault]:
    for table, _, other, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Fault("reference", {"table": table, "other": other})


def _records(connection: sqlite3.Connection, kinds: Mapping[str, tuple[type, ...]]) -> Iterator[Fault]:
    for table, column, name in _RECORDS:
        for what, data in connection.execute(f"SELECT {name}, {column} FROM {table}"):
            try:
                check(data, kinds.get(table))
            except (LibraryError, TypeError) as error:
                detail = error.values["detail"] if isinstance(error, LibraryError) else error
                yield Fault("record", {"table": table, "what": what, "detail": detail})


def _problems(connection: sqlite3.Connection) -> Iterator[Fault]:
    for within, data, reason in connection.execute("SELECT within, problem, reason FROM item WHERE problem IS NOT NULL"):
        try:
            told = unpack(Problem, data).reason
        except LibraryError as error:
            yield Fault("record", {"table": "item", "what": given(within), "detail": error.values["detail"]})
        else:
            if told != reason:
                yield Fault("key", {"table": "item", "what": given(within)})


def _orphans(connection: sqlite3.Connection) -> Iterator[Fault]:
    unused = "SELECT count(*) FROM reading WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.reading = reading.id)"
    (count,) = connection.execute(unused).fetchone()
    if count:
        yield Fault("orphan", {"table": "reading", "count": count})


def _modes(database: Database) -> Iterator[Fault]:
    for file in database.files():
        if file.stat().st_mode & 0o077:
            yield Fault("mode", {"path": str(file), "mode": f"{file.stat().st_mode & 0o777:04o}"})
