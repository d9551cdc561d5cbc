"""Diaries that a library keeps: a file's rows replace the rows that it had before."""

import hashlib
import json
from dataclasses import fields, replace
from pathlib import Path

from footfall.diary.read import read as read_diary
from footfall.library.rows import DiaryFile, DiaryRow
from footfall.library.store import Library
from footfall.model.diary import Diary, DiaryEntry
from footfall.model.problem import Problem
from footfall.workflow.find import whole_path
from footfall.workflow.problems import unreadable

_CELLS = tuple(field.name for field in fields(DiaryEntry) if field.name not in {"path", "source_line"})


def read_and_keep(library: Library, athlete: str, path: str | None) -> tuple[Diary | None, tuple[Problem, ...]]:
    """The diary at `path`, kept; None when there is none, or it cannot be opened, which is a problem."""
    if path is None:
        return None, ()
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return None, (unreadable(path, error),)
    diary, problems = read_diary(data, path)
    if all(problem.reason != "bad-diary" for problem in problems):  # a broken file takes no words away that were kept
        library.keep_diary(athlete, whole_path(path), _digest(data), data, _rows(diary))
    return diary, problems


def every_diary(library: Library, athlete: str, path: str | None) -> tuple[Diary | None, tuple[Problem, ...]]:
    """All that an athlete's diaries say, as their files stand now, or as they were when they have gone.

    path   of one more, which the settings lead to; None = there is none.
    """
    diary, problems = read_and_keep(library, athlete, path)
    found = [] if diary is None else [diary]
    here: list[DiaryFile] = []
    gone: list[DiaryFile] = []
    for one in library.diaries(athlete):
        if path is None or one.path != whole_path(path):
            (here if Path(one.path).is_file() else gone).append(one)
    moved = {one.sha256 for one in library.diaries(athlete) if one not in gone}
    for kept in (*here, *(one for one in gone if one.sha256 not in moved)):
        if kept in here:
            other, more = read_and_keep(library, athlete, kept.path)
        else:
            other, more = read_diary(kept.data, kept.path)
        problems += more
        if other is not None:
            found.append(other)
    return _together(found), problems


def _rows(diary: Diary) -> list[DiaryRow]:
    """What each row says, so that the library can be asked for days; the file itself is kept beside them, word for word."""
    return [DiaryRow(entry.source_line, entry.day.isoformat(), json.dumps(_said(entry))) for entry in diary.entries]


def _said(entry: DiaryEntry) -> dict[str, object]:
    said = {name: value for name in _CELLS if isinstance(value := getattr(entry, name), int | float | str)}
    codes = {"sites": entry.sites, "qualities": entry.qualities, "red_flags": entry.red_flags}
    return {**said, **{name: sorted(map(str, found)) for name, found in codes.items() if found}}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _together(diaries: list[Diary]) -> Diary | None:
    if not diaries:
        return None
    return replace(
        diaries[0],
        entries=tuple(entry for diary in diaries for entry in diary.entries),
        columns=tuple(dict.fromkeys(column for diary in diaries for column in diary.columns)),
        unread_flags=tuple(flag for diary in diaries for flag in diary.unread_flags),
    )
