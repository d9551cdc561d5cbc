"""Diaries for tests, written out as a runner would."""

import csv
import io
from collections.abc import Mapping, Sequence

from footfall.diary.read import read
from footfall.model.diary import Diary, DiaryEntry
from footfall.model.problem import Problem

PATH = "diary.csv"


def diary_text(rows: Sequence[Mapping[str, str]], delimiter: str = ",") -> bytes:
    """A diary whose columns are those of the rows, in the order in which they first occur."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def read_text(text: str) -> tuple[Diary, tuple[Problem, ...]]:
    """A diary as it stands in a test."""
    return read(text.encode(), PATH)


def read_cell(column: str, text: str) -> tuple[DiaryEntry, tuple[Problem, ...]]:
    """The entry of a diary of one row with that cell, and its problems."""
    diary, problems = read(diary_text([{"date": "2026-05-03", column: text}]), PATH)
    (entry,) = diary.entries
    return entry, problems


def said(problems: Sequence[Problem]) -> list[tuple[str | None, str]]:
    """Where and why, without the sentences."""
    return [(problem.where, problem.reason) for problem in problems]
