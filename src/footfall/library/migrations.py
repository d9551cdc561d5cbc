"""What brings an older library up to today's schema, one version at a time."""

import sqlite3
from collections.abc import Callable, Mapping
from importlib.resources import files

from footfall.errors import LibraryError
from footfall.library.codec import json_of

VERSION = 3
"""Of schema.sql, in the database's `user_version`; raised with every change of it, and a step in MIGRATIONS."""
APPLICATION_ID = 0x464F4F54
"""`FOOT`: what makes a database one of ours."""


def create(connection: sqlite3.Connection) -> None:
    """An empty library, in the transaction that is open."""
    script = files("footfall.library").joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in statements(script):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a library of an older version up to VERSION, in the transaction that is open: all steps or none."""
    for older in range(version, VERSION):
        MIGRATIONS[older](connection)
        connection.execute(f"PRAGMA user_version = {older + 1}")


def statements(script: str) -> list[str]:
    """Of a script; `executescript` would end the transaction that it runs in."""
    found, begun = [], ""
    for line in script.splitlines():
        begun += line.partition("--")[0].rstrip() + "\n"
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    return found


def _reasons(connection: sqlite3.Connection) -> None:
    """1 -> 2: the reason of a problem can be asked for. A problem of version 1 is path, where, reason, message, what."""
    connection.execute("ALTER TABLE item ADD COLUMN reason TEXT")
    rows = connection.execute("SELECT file, place, problem FROM item WHERE problem IS NOT NULL").fetchall()
    told = [(_reason_of_1(problem), file, place) for file, place, problem in rows]
    connection.executemany("UPDATE item SET reason = ? WHERE file = ? AND place = ?", told)
    connection.execute("CREATE INDEX item_reason ON item (reason) WHERE reason IS NOT NULL")


def _reason_of_1(problem: bytes) -> str:
    """By its place, not by today's type, which may come to be another."""
    match json_of(problem):
        case [_, _, str(reason), _, _]:
            return reason
    raise LibraryError("damaged-record", detail="it is no problem")


def _findings(connection: sqlite3.Connection) -> None:
    """2 -> 3: what the rules said is kept."""
    connection.execute(
        "CREATE TABLE findings (id INTEGER PRIMARY KEY, athlete INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,"
        " key TEXT NOT NULL, data BLOB NOT NULL, UNIQUE (athlete, key)) STRICT"
    )


MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _reasons, 2: _findings}
"""Version -> the step to the next. A step is never changed once it was released."""
