"""Tables diary_file and diary_row: the runner's own words, each file's last rows alone."""

import sqlite3
from collections.abc import Iterable

from footfall.library.people import made_athlete_id
from footfall.library.rows import DiaryFile, DiaryRow
from footfall.library.texts import given, stored


def keep_diary(connection: sqlite3.Connection, athlete: str, diary: DiaryFile, rows: Iterable[DiaryRow]) -> None:
    """In place of what the same file said before."""
    owner = made_athlete_id(connection, athlete)
    connection.execute("DELETE FROM diary_file WHERE athlete = ? AND path = ?", (owner, stored(diary.path)))
    made = connection.execute(
        "INSERT INTO diary_file (athlete, path, sha256, data) VALUES (?,?,?,?)",
        (owner, stored(diary.path), diary.sha256, diary.data),
    ).lastrowid
    connection.executemany("INSERT INTO diary_row VALUES (?,?,?,?)", ((made, row.line, row.day, stored(row.row)) for row in rows))


def diaries(connection: sqlite3.Connection, athlete: str) -> tuple[DiaryFile, ...]:
    """All of an athlete, by path."""
    found = connection.execute(
        "SELECT path, sha256, data FROM diary_file JOIN athlete ON athlete.id = athlete WHERE key = ? ORDER BY path",
        (stored(athlete),),
    )
    return tuple(DiaryFile(given(path), sha256, data) for path, sha256, data in found)


def diary_rows(connection: sqlite3.Connection, athlete: str) -> tuple[DiaryRow, ...]:
    """All of an athlete, by day, file and line."""
    found = connection.execute(
        "SELECT line, day, row FROM diary_row JOIN diary_file ON diary_file.id = diary_file"
        " JOIN athlete ON athlete.id = athlete WHERE key = ? ORDER BY day, path, line",
        (stored(athlete),),
    )
    return tuple(DiaryRow(line, day, given(row)) for line, day, row in found)
