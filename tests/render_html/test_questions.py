"""A question about a sign in a note stands before other findings, with all it takes to answer; nothing reassures beside it."""

import datetime as dt
from dataclasses import replace

import pytest

from footfall.render.content import Content
from footfall.render.html import render as page
from footfall.render.summary import three_sentences
from footfall.render.terminal import render as summary
from tests.factories import entry
from tests.render_html import seasons
from tests.render_html.dom import Element, parse

NOTE = "can't lift my foot, numb down there, <b>odd</b>"
DAY = dt.date(2026, 11, 14)


@pytest.fixture(scope="module")
def asked() -> Content:
    runs = seasons.season_runs()
    return seasons.content(runs, [*seasons.season_rows(runs), entry(DAY, 90, note=NOTE, pain_max=2.0)])


def words(text: str) -> str:
    return " ".join(text.split())


def test_each_question_stands_first_with_note_sign_and_what_to_do(asked: Content) -> None:
    text = words(summary(asked))
    first = text.index("numbness between the legs?")
    second = text.index("a foot that drops?")
    assert first < second < text.index("longer than your longest")
    for part in (NOTE, "saddle_numbness: Numb or strange", "Then tick foot_drop", "emergency department", "Row 90 of diary.csv"):
        assert part in text


@pytest.fixture(scope="module")
def seen(asked: Content) -> Element:
    return parse(page(asked))


@pytest.fixture(scope="module")
def otherwise() -> str:
    """All that is said where nothing is asked."""
    return summary(seasons.season()) + page(seasons.season())


@pytest.mark.parametrize("reassurance", ["No red flag", "On average runners report", "is ticked", "That is what you recorded"])
def test_nothing_reassures_beside_it(asked: Content, seen: Element, otherwise: str, reassurance: str) -> None:
    assert reassurance in otherwise
    assert reassurance not in words(summary(asked))
    assert reassurance not in seen.one("main").text


def test_the_first_sentence_and_the_quiet_line_point_at_it(asked: Content, seen: Element) -> None:
    assert three_sentences(asked)[0].startswith("A question about a red-flag sign is open")
    assert "free of pain" not in " ".join(three_sentences(asked))
    tree = seen
    assert tree.one("p", class_="calm").text.startswith("A question about a red-flag sign is open")


def test_the_note_is_text_and_never_markup(asked: Content) -> None:
    html = page(asked)
    assert "&lt;b&gt;odd" in html
    assert "<b>odd" not in html


def test_the_page_names_the_diary_without_its_folders() -> None:
    runs = seasons.season_runs()
    row = replace(entry(DAY, 90, note=NOTE), path="/home/sam/private/diary.csv")
    content = seasons.content(runs, [*seasons.season_rows(runs), row])
    content = replace(content, diary_path="/home/sam/private/diary.csv")
    assert "/home/sam/private" in summary(content)
    made = page(content)
    assert "Row 90 of diary.csv" in made
    assert "/home/sam" not in made


def test_what_a_sign_is_stands_below_its_name_and_is_not_cut_short(asked: Content) -> None:
    tree = parse(page(asked))
    first = tree.all("details", class_="finding")[0]
    rows = [words(row.text) for row in first.all("tr", class_="in-words")]
    assert any(NOTE in row for row in rows)
    assert any("where a saddle would touch" in row for row in rows)
