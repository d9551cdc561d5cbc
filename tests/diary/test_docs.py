"""docs/diary.md says everything that the reader knows, and its examples are read without a word."""

import re
from pathlib import Path

import pytest

from footfall.diary.onset import read_onset
from footfall.diary.read import read
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import RED_FLAGS, RESOLVED, Quality, Site, Surface

from .rows import read_cell

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "diary.md").read_text(encoding="utf-8")
IN_MARKS = frozenset(re.findall(r"`([^`\n]+)`", PAGE))


def table_rows(heading: str) -> list[list[str]]:
    """Cells of the first table after a heading."""
    after = PAGE.split(f"\n{heading}", 1)[1]
    lines = re.search(r"(?:^\|.*\n)+", after, re.M)
    assert lines is not None
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines.group().splitlines()[2:]]


COLUMN_ROWS = table_rows("## The columns")
EXAMPLES = [(row[0].strip("|` "), text) for row in COLUMN_ROWS for text in re.findall(r"`([^`]+)`", row[2])]
ONSETS = [text for row in table_rows("### `onset`") for text in re.findall(r"`([^`]+)`", row[0])]


@pytest.mark.parametrize("words", [Site, Quality, Surface, RED_FLAGS, [RESOLVED]])
def test_every_word_is_documented(words: list[str]) -> None:
    assert {str(word) for word in words} <= IN_MARKS


def test_every_column_has_a_row_in_its_order() -> None:
    assert [row[0].strip("|` ") for row in COLUMN_ROWS] == list(DIARY_COLUMNS)


@pytest.mark.parametrize(("column", "text"), EXAMPLES)
def test_every_example_of_a_column_is_read(column: str, text: str) -> None:
    if column == "date":
        assert text == "2026-05-03"
        return
    entry, problems = read_cell(column, text)
    assert getattr(entry, column) not in (None, frozenset())
    assert problems == ()


@pytest.mark.parametrize("text", ONSETS)
def test_every_example_of_an_onset_is_read(text: str) -> None:
    assert read_onset(text).text == text


def test_the_guards_look_at_something() -> None:
    assert len(EXAMPLES) >= len(DIARY_COLUMNS)
    assert len(ONSETS) >= 14


def test_the_diary_of_the_page_is_read_without_a_word() -> None:
    (example,) = re.findall(r"```csv\n(.*?)```", PAGE, re.S)
    diary, problems = read(example.encode(), "diary.csv")
    assert len(diary.entries) == 4
    assert problems == ()
