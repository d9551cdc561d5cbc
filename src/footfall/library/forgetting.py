"""What the user takes out of the library. SQLite overwrites what is deleted (`secure_delete`); then the file is written anew."""

import os
import sqlite3
from dataclasses import replace

from footfall.library.database import Database
from footfall.library.faults import code_of
from footfall.library.people import athlete_id
from footfall.library.readings import drop_unused
from footfall.library.rows import Forgotten
from footfall.library.texts import stored

_MADE_OF_OTHERS = ("merged", "assembly", "calibration", "findings")
"""Tables whose rows may rest on what was forgotten: they go with it, and are made anew from what is left."""


def forget_path(database: Database, path: str) -> Forgotten:
    """A file, a diary, a URL, or all that lies below a folder, of whoever it is kept."""
    root = stored(path)
    for separator in ("/", os.sep):
        root = root.rstrip(separator) or root
    below = [root if root.endswith(end) else root + end for end in dict.fromkeys(("/", os.sep))]
    test = " OR ".join(["path = ?", *("substr(CAST(path AS BLOB), 1, ?) = CAST(? AS BLOB)" for _ in below)])
    values = (root, *(value for start in below for value in (len(start.encode()), start)))
    with database.writing() as connection:
        owners = connection.execute(
            "SELECT DISTINCT athlete FROM (SELECT athlete, path FROM file UNION SELECT athlete, path FROM diary_file)"
            f" WHERE {test}",
            values,
        ).fetchall()
        gone = _drop(connection, [owner for (owner,) in owners], test, values)
    return _compacted(database, gone)


def forget_athlete(database: Database, key: str) -> Forgotten:
    """All of one athlete."""
    with database.writing() as connection:
        owner = athlete_id(connection, key)
        gone = Forgotten() if owner is None else _drop(connection, [owner], "athlete = ?", (owner,))
        left = 0 if owner is None else connection.execute("DELETE FROM athlete WHERE id = ?", (owner,)).rowcount
        gone = replace(gone, athletes=gone.athletes + left)
    return _compacted(database, gone)


def forget_all(database: Database) -> Forgotten:
    """Everything."""
    with database.writing() as connection:
        owners = [owner for (owner,) in connection.execute("SELECT id FROM athlete").fetchall()]
        gone = _drop(connection, owners, "true", ())
        left = connection.execute("DELETE FROM athlete").rowcount
        rest = connection.execute("DELETE FROM reading").rowcount
        connection.execute("DELETE FROM provenance")
        gone = replace(gone, athletes=gone.athletes + left, readings=gone.readings + rest)
    return _compacted(database, gone)


def _drop(connection: sqlite3.Connection, owners: list[int], test: str, values: tuple[object, ...]) -> Forgotten:
    """Files and diaries that a test picks, what they alone led to, and what may have been made of them."""
    asked = f"SELECT DISTINCT reading FROM item WHERE reading IS NOT NULL AND file IN (SELECT id FROM file WHERE {test})"
    former = [reading for (reading,) in connection.execute(asked, values).fetchall()]
    files = connection.execute(f"DELETE FROM file WHERE {test}", values).rowcount
    diaries = connection.execute(f"DELETE FROM diary_file WHERE {test}", values).rowcount
    readings, runs = drop_unused(connection, former)
    merged = athletes = 0
    for owner in owners:
        for table in _MADE_OF_OTHERS:
            count = connection.execute(f"DELETE FROM {table} WHERE athlete = ?", (owner,)).rowcount
            merged += count if table == "merged" else 0
        athletes += connection.execute(
            "DELETE FROM athlete WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM file WHERE athlete = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM diary_file WHERE athlete = ?1)",
            (owner,),
        ).rowcount
    return Forgotten(files, readings, runs, merged, diaries, athletes)


def _compacted(database: Database, gone: Forgotten) -> Forgotten:
    """The log, which still has the former pages, is emptied first and last."""
    with database.reading() as connection:
        try:
            blocked = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            connection.execute("VACUUM")
            blocked |= connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError as error:
            if code_of(error) not in ("busy", "full"):
                raise
            blocked = 1
    return replace(gone, compacted=not blocked)
