"""Tables merged, assembly and run: an athlete's runs, each once, whatever number of files hold it."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator

from footfall.library.people import made_athlete_id
from footfall.library.rows import RunRow
from footfall.library.texts import given, stored

_FIRST, _LAST = "0000-00-00", "9999-99-99"
_OF = "SELECT assembly.id FROM assembly JOIN athlete ON athlete.id = athlete WHERE key = ? AND kind = ?"


def merged(connection: sqlite3.Connection, key: str) -> bytes | None:
    """What was made of several readings, packed; None where it was not kept."""
    found = connection.execute("SELECT data FROM merged WHERE key = ? LIMIT 1", (key,)).fetchone()
    return None if found is None else bytes(found[0])


def keep_merged(connection: sqlite3.Connection, athlete: str, key: str, data: bytes) -> None:
    """The same key is the same content."""
    connection.execute(
        "INSERT INTO merged (athlete, key, data) VALUES (?,?,?) ON CONFLICT DO UPDATE SET data = excluded.data",
        (made_athlete_id(connection, athlete), key, data),
    )


def stands(connection: sqlite3.Connection, athlete: str, kind: str, digest: str) -> bool:
    """Whether the rows that are kept rest on the same."""
    found = connection.execute(
        "SELECT digest FROM assembly JOIN athlete ON athlete.id = athlete WHERE key = ? AND kind = ?", (stored(athlete), kind)
    ).fetchone()
    return found is not None and found[0] == digest


def keep_assembly(connection: sqlite3.Connection, athlete: str, kind: str, digest: str, rows: Iterable[RunRow]) -> None:
    """In place of the former rows of the same kind."""
    owner = made_athlete_id(connection, athlete)
    connection.execute("DELETE FROM assembly WHERE athlete = ? AND kind = ?", (owner, kind))
    made = connection.execute("INSERT INTO assembly (athlete, kind, digest) VALUES (?,?,?)", (owner, kind, digest)).lastrowid
    connection.executemany(
        "INSERT INTO run (assembly, local_date, start, iso_week, run_id, row) VALUES (?,?,?,?,?,?)",
        ((made, row.local_date, row.start, row.iso_week, row.run_id, stored(row.row)) for row in rows),
    )


def runs(
    connection: sqlite3.Connection, athlete: str, kind: str, since: dt.date | None, until: dt.date | None
) -> Iterator[RunRow]:
    """By local date, start, and the order in which they were kept; from `since` to `until`, both included."""
    between = (_FIRST if since is None else since.isoformat(), _LAST if until is None else until.isoformat())
    found = connection.execute(
        "SELECT run_id, start, local_date, iso_week, row FROM run"
        f" WHERE assembly = ({_OF}) AND local_date BETWEEN ? AND ? ORDER BY local_date, start, id",
        (stored(athlete), kind, *between),
    )
    return (RunRow(run_id, start, day, week, given(row)) for run_id, start, day, week, row in found)
