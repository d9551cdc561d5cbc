"""A library made anew takes the place of the one that was there."""

import datetime as dt
import os
import sqlite3
from pathlib import Path

from footfall.library.database import NAME, Database, beside
from footfall.library.faults import our_words


def changes(connection: sqlite3.Connection) -> int:
    """Differs once another connection has changed anything."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def take_over(database: Database, fresh: Path, since: int) -> bool:
    """All rows of the library in `fresh`; False, and nothing done, when others have changed something. Raises LibraryError."""
    with database.reading() as connection:
        connection.execute("ATTACH ? AS fresh", (str(fresh / NAME),))
    try:
        with database.writing() as connection:
            if changes(connection) != since:
                return False
            connection.execute("PRAGMA defer_foreign_keys = ON")
            tables = [
                name for (name,) in connection.execute("SELECT name FROM fresh.sqlite_master WHERE type = 'table'").fetchall()
            ]
            for table in tables:
                connection.execute(f"DELETE FROM main.{table}")
            for table in tables:
                # by name: a library that was brought up to date has some columns in another order
                columns = ", ".join(name for _, name, *_ in connection.execute(f"PRAGMA fresh.table_info({table})").fetchall())
                connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM fresh.{table}")
    finally:
        with database.reading() as connection:
            connection.execute("DETACH fresh")
    return True


def put_aside(folder: Path, fresh: Path) -> Path:
    """The library in `fresh`, closed, in place of a damaged one, which is kept under another name.

    Returns  that name.   Raises  LibraryError.
    """
    path = folder / NAME
    with our_words(path):
        aside = _free(folder)
        database, log, shared = beside(path)
        try:
            os.link(database, aside)  # so that there is a library at any moment
        except OSError:  # a disk that knows no second names
            database.replace(aside)
        if log.exists():  # it is of the old one: beside the new one it would be taken for its own
            log.replace(beside(aside)[1])
        shared.unlink(missing_ok=True)
        (fresh / NAME).replace(path)
    return aside


def _free(folder: Path) -> Path:
    day, count = dt.date.today().isoformat(), 1
    aside = folder / f"library-damaged-{day}.sqlite"
    while aside.exists():
        count += 1
        aside = folder / f"library-damaged-{day}-{count}.sqlite"
    return aside
