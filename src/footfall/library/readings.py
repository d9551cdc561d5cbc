"""Tables reading, recording, measured, expressed and provenance: what was read of each content."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from footfall.errors import LibraryError
from footfall.library.files import in_pieces, marks
from footfall.library.rows import ReadingRow, RecordingRow
from footfall.library.texts import given, stored

_SELECT = """
SELECT reading.key, sha256, head, recording.id, run_id, sighting, {data}, expressed.row, expressed.row_key
FROM reading LEFT JOIN recording ON recording.reading = reading.id {join}
LEFT JOIN expressed ON expressed.recording = recording.id
WHERE reading.key IN ({marks}) ORDER BY reading.id, place
"""
WHOLE = ("measured.data", "LEFT JOIN measured ON measured.recording = recording.id")
WITHOUT_MEASURED = ("NULL", "")


def ids_of(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """Key -> row, of those that are there."""
    found: dict[str, int] = {}
    for some in in_pieces(sorted(set(keys))):
        found |= dict(connection.execute(f"SELECT key, id FROM reading WHERE key IN ({marks(some)})", some).fetchall())
    return found


def readings(connection: sqlite3.Connection, keys: Sequence[str], parts: tuple[str, str]) -> Iterator[ReadingRow]:
    """Those of the keys that are there, each once, some hundreds at a time. parts   WHOLE or WITHOUT_MEASURED."""
    data, join = parts
    for some in in_pieces(list(dict.fromkeys(keys))):
        found = connection.execute(_SELECT.format(data=data, join=join, marks=marks(some)), some).fetchall()
        for _, group in groupby(found, itemgetter(0)):
            rows = list(group)
            key, sha256, head, *_ = rows[0]
            runs = tuple(
                RecordingRow(run_id, sighting, measured, None if row is None else given(row), row_key or "")
                for _, _, _, recording, run_id, sighting, measured, row, row_key in rows
                if recording is not None
            )
            yield ReadingRow(key, sha256, head, runs)


def measured(connection: sqlite3.Connection, key: str, run_id: str) -> bytes:
    """Packed Measured of one run. Raises LibraryError("missing-run")."""
    found = connection.execute(
        "SELECT data FROM measured WHERE recording = (SELECT recording.id FROM recording JOIN reading ON reading.id = reading"
        " WHERE key = ? AND run_id = ? ORDER BY place LIMIT 1)",
        (key, run_id),
    ).fetchone()
    if found is None:
        raise LibraryError("missing-run", run_id=run_id)
    return bytes(found[0])


def keep_readings(connection: sqlite3.Connection, rows: Iterable[ReadingRow], tool: str) -> None:
    """Those that are not there yet; one that is stays as it is. tool   what read them."""
    new = {row.key: row for row in rows}
    for key in ids_of(connection, new):
        del new[key]
    if not new:
        return
    connection.execute("INSERT INTO provenance (tool) VALUES (?) ON CONFLICT DO NOTHING", (tool,))
    (provenance,) = connection.execute("SELECT id FROM provenance WHERE tool = ?", (tool,)).fetchone()
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    for row in new.values():
        reading = connection.execute(
            "INSERT INTO reading (key, sha256, head, provenance, kept_at) VALUES (?,?,?,?,?)",
            (row.key, row.sha256, row.head, provenance, now),
        ).lastrowid
        for place, run in enumerate(row.recordings):
            recording = connection.execute(
                "INSERT INTO recording (reading, place, run_id, sighting) VALUES (?,?,?,?)",
                (reading, place, run.run_id, run.sighting),
            ).lastrowid
            if run.measured is not None:
                connection.execute("INSERT INTO measured VALUES (?,?)", (recording, run.measured))
            if run.row is not None:
                connection.execute("INSERT INTO expressed VALUES (?,?,?)", (recording, run.row_key, stored(run.row)))


def express(connection: sqlite3.Connection, updates: Iterable[tuple[str, str, str, str]]) -> None:
    """updates   key of the reading, id of the run, row, row_key; what is not there any more is passed by."""
    connection.executemany(
        "INSERT INTO expressed (row, row_key, recording)"
        " SELECT ?, ?, recording.id FROM recording JOIN reading ON reading.id = reading WHERE key = ? AND run_id = ?"
        " ON CONFLICT DO UPDATE SET row = excluded.row, row_key = excluded.row_key",
        ((stored(row), row_key, key, run_id) for key, run_id, row, row_key in updates),
    )


def drop_unused(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[int, int]:
    """Those of these rows that no item points to any more. Returns how many readings and recordings went."""
    gone = runs = 0
    for some in in_pieces(sorted(ids)):
        used = "SELECT 1 FROM item WHERE item.reading = one.id"
        unused = f"SELECT id FROM reading AS one WHERE id IN ({marks(some)}) AND NOT EXISTS ({used})"
        runs += connection.execute(f"SELECT count(*) FROM recording WHERE reading IN ({unused})", some).fetchone()[0]
        gone += connection.execute(f"DELETE FROM reading WHERE id IN ({unused})", some).rowcount
    return gone, runs
