"""Tables file and item: which files were read, as they were then, and what is in each."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from footfall.errors import LibraryError
from footfall.library.codec import unpack
from footfall.library.rows import FileRow, ItemRow, Stamp
from footfall.library.texts import given, stored
from footfall.model.problem import Problem

AT_ONCE = 500
"""Rows that are asked for in one go; SQLite takes 999 values at most in its older versions."""
_SELECT = """
SELECT file.id, path, request, file.size, mtime_ns, inode, item.place, within, reading.key, problem, item.size
FROM file LEFT JOIN item ON item.file = file.id LEFT JOIN reading ON reading.id = item.reading
"""


def in_pieces(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """AT_ONCE at a time."""
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))


def marks(values: Sequence[Any]) -> str:
    """Places of so many values in a statement."""
    return ",".join("?" * len(values))


def known(connection: sqlite3.Connection, athlete: int, request: str, paths: Sequence[str]) -> dict[str, FileRow]:
    """Those of the paths that were read in this way."""
    found: dict[str, FileRow] = {}
    for some in in_pieces([stored(path) for path in paths]):
        where = f"WHERE athlete = ? AND request = ? AND path IN ({marks(some)}) ORDER BY file.id, item.place"
        found |= {row.path: row for row in _rows(connection.execute(_SELECT + where, (athlete, request, *some)).fetchall())}
    return found


def files(connection: sqlite3.Connection, athlete: int) -> Iterator[FileRow]:
    """All of an athlete, by path, so many at a time: nothing is held open between them."""
    last = ""
    while True:
        paths = connection.execute(
            "SELECT path FROM file WHERE athlete = ? AND path > ? ORDER BY path LIMIT ?", (athlete, last, AT_ONCE)
        ).fetchall()
        if not paths:
            return
        where = "WHERE athlete = ? AND path > ? AND path <= ? ORDER BY path, item.place"
        yield from _rows(connection.execute(_SELECT + where, (athlete, last, paths[-1][0])).fetchall())
        last = paths[-1][0]


def _rows(found: Iterable[tuple[Any, ...]]) -> Iterator[FileRow]:
    for _, group in groupby(found, itemgetter(0)):
        rows = list(group)
        _, path, request, size, mtime_ns, inode, *_ = rows[0]
        items = tuple(
            ItemRow(given(within), reading, problem, length)
            for *_, place, within, reading, problem, length in rows
            if place is not None
        )
        yield FileRow(given(path), request, Stamp(size, mtime_ns, inode), items)


def keep_files(connection: sqlite3.Connection, athlete: int, rows: Sequence[FileRow], ids: dict[str, int]) -> set[int]:
    """In place of what was kept of the same paths.

    ids      key of each reading that the items point to -> its row.
    Returns  the readings that were pointed to before.
    """
    former: set[int] = set()
    for some in in_pieces([stored(row.path) for row in rows]):
        old = f"SELECT id FROM file WHERE athlete = ? AND path IN ({marks(some)})"
        asked = f"SELECT DISTINCT reading FROM item WHERE reading IS NOT NULL AND file IN ({old})"
        former |= {reading for (reading,) in connection.execute(asked, (athlete, *some))}
        connection.execute(f"DELETE FROM file WHERE id IN ({old})", (athlete, *some))
    for row in {row.path: row for row in rows}.values():
        stamp = row.stamp
        file = connection.execute(
            "INSERT INTO file (athlete, path, request, size, mtime_ns, inode) VALUES (?,?,?,?,?,?)",
            (athlete, stored(row.path), row.request, stamp.size, stamp.mtime_ns, stamp.inode),
        ).lastrowid
        connection.executemany(
            "INSERT INTO item (file, place, within, reading, problem, reason, size) VALUES (?,?,?,?,?,?,?)",
            [(file, place, *_values(item, ids)) for place, item in enumerate(row.items)],
        )
    return former


def _values(item: ItemRow, ids: dict[str, int]) -> tuple[object, ...]:
    if item.reading is not None and item.reading not in ids:  # another process has forgotten it meanwhile
        raise LibraryError("missing-run")
    reading = None if item.reading is None else ids[item.reading]
    reason = None if item.problem is None else unpack(Problem, item.problem).reason
    return stored(item.within), reading, item.problem, reason, item.size
