"""The Markdown document, read back by a CommonMark parser with HTML and GitHub's tables on: what a wiki would make of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from footfall.output import Overwrite, check_target
from footfall.render.content import Content
from footfall.render.html import render as page
from footfall.render.html.words import on_page
from footfall.render.markdown import render
from footfall.render.markdown.document import MOST_WEEKS
from footfall.render.markdown.escape import coded, emphasised, escaped, link, table
from tests.render_html import seasons
from tests.render_html.dom import parse
from tests.render_text.example import example

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
QUIET = {"inline", "text", "paragraph_open", "paragraph_close", "softbreak"}
_SIGNS = list("`*_[]()<>|~$&#+-=.!:\\'\"/ \t\n\r\x1b\u202e\u2028x1aw;@{}")
NASTY = st.lists(st.sampled_from([*_SIGNS, "&lt;", "<b>", "](x)", "1. ", "http://a.b", "**", "    "]), max_size=16).map("".join)


def tokens(text: str) -> list[Token]:
    found = []
    for token in PARSER.parse(text):
        found.append(token)
        found += token.children or []
    return found


def shown(text: str) -> str:
    """What a reader sees of a line."""
    return " ".join("".join(token.content for token in tokens(text) if token.type in {"text", "code_inline"}).split())


def sections(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, flags=re.MULTILINE)


@given(NASTY)
def test_escaped_text_is_one_paragraph_of_text_and_reads_as_it_was(nasty: str) -> None:
    line = escaped(nasty)
    assert "\n" not in line
    assert {token.type for token in tokens(line)} <= QUIET
    assert shown(line) == " ".join(on_page(nasty).split())


@given(NASTY)
def test_in_a_table_a_text_stays_in_its_cell(nasty: str) -> None:
    found = tokens(table([("a", False), ("b", True)], [[nasty, "1"], ["2", nasty]]))
    cells = [found[at + 1] for at, token in enumerate(found) if token.type == "td_open"]
    read = [" ".join("".join(part.content for part in cell.children or []).split()) for cell in cells]
    whole = " ".join(on_page(nasty).split())
    assert read == [whole, "1", "2", whole]
    assert not [
        token for token in found if token.type in {"html_inline", "html_block", "link_open", "image", "em_open", "code_inline"}
    ]


@given(NASTY)
def test_a_sentence_holds_no_html_link_or_emphasis_of_others_between_its_commands(nasty: str) -> None:
    for line in (coded(f"Write {nasty} and run `footfall pain`."), emphasised(f"**Half** of {nasty.replace('*', '')} runs")):
        kinds = {token.type for token in tokens(line)}
        assert kinds <= QUIET | {"code_inline", "strong_open", "strong_close"}, line


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "> a", "1. a", "12) a", "===", "---", "    a", "a | b", "[a](b)", "![a](b)", "~~a~~"]
)
def test_nothing_begins_a_block_or_a_link(text: str) -> None:
    for line in (escaped(text), coded(text)):
        assert {token.type for token in tokens(line)} <= QUIET
        assert shown(line) == text.strip()


def test_a_command_is_code_and_a_backtick_alone_is_text() -> None:
    assert coded("Run `footfall diary new x.csv`.") == "Run `footfall diary new x.csv`."
    assert coded("a ` b") == "a \\` b"
    assert coded("a `<b>` c") == "a \\`&lt;b>\\` c"


def test_an_address_with_brackets_is_one_link() -> None:
    (opened,) = [
        token for token in tokens(link("10.1002/(SICI)x<1>", "https://doi.org/10.1002/(SICI)x<1>")) if token.type == "link_open"
    ]
    assert opened.attrs["href"] == "https://doi.org/10.1002/(SICI)x%3C1%3E"


@pytest.mark.parametrize("content", [example(flagged=True), example(), example(has_diary=False), seasons.no_runs()])
def test_it_says_who_wrote_it_and_is_recognised_as_ours(content: Content, tmp_path: Path) -> None:
    target = tmp_path / "x.md"
    target.write_text(render(content), encoding="utf-8")
    check_target(str(target), overwrite=Overwrite.OURS)
    assert render(content).count("<!--") == 1


def test_its_order_is_that_of_what_matters() -> None:
    text = render(seasons.flagged("saddle_numbness"))
    heads = sections(text)
    assert heads[0].startswith("Emergency")
    assert heads[1:] == [
        "In three sentences",
        "Findings",
        "Quiet",
        "Not enough data yet",
        "What the pictures of the page say",
        "Weeks",
        "Runs",
        "Where the numbers come from",
        "When to get help, whatever this page says",
    ]
    assert "problems" not in text.lower()
    assert text.index("**Get medical help now") < text.index("You can say") < text.index("In three sentences")
    assert "No red flag" not in text


def test_a_question_about_a_sign_stands_before_the_findings_with_what_was_written() -> None:
    runs = seasons.season_runs()
    rows = [replace(row, note="can't lift my foot") for row in seasons.season_rows(runs)]
    text = render(seasons.content(runs, rows))
    assert sections(text).index("Questions") == sections(text).index("Findings") - 1
    questions = text[text.index("## Questions") : text.index("## Findings")]
    assert "can't lift my foot" in questions


def test_it_says_what_the_page_says() -> None:
    content = seasons.season()
    document, body = shown(render(content)), parse(page(content)).one("body")
    said = [one.text for part in ("finding", "quiet", "skipped") for one in body.all(class_=part)]
    assert len(said) > 5
    headlines = [one.one(class_="headline").text for one in body.all("details", class_="finding")]
    assert len(headlines) == len([one for one in content.findings.found if not one.rule.startswith("F")])
    for words in (
        *headlines,
        *(one.one("strong").text.rstrip(":") for list_ in ("quiet", "skipped") for one in body.one(class_=list_).all("li")),
    ):
        assert " ".join(words.split()) in document


def test_nothing_from_a_file_or_a_diary_is_more_than_text() -> None:
    text = render(seasons.hostile())
    found = tokens(text)
    assert [token.content.strip() for token in found if token.type.startswith("html")] == ["<!-- footfall 0.0.test report -->"]
    assert {token.attrs["href"].split("/")[2] for token in found if token.type == "link_open"} == {"doi.org"}
    assert not [token for token in found if token.type == "image"]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", text)
    assert "onerror=alert(1)" in text
    assert max(map(len, text.splitlines())) < 6_000


def test_long_histories_show_their_newest_and_say_so() -> None:
    content = seasons.content(
        [run for shift in range(2) for run in _shifted(shift)], None, as_of=seasons.MONDAY.replace(year=2027)
    )
    text = render(content)
    weeks = text[text.index("## Weeks") : text.index("## Runs")]
    assert weeks.count("\n| ") == MOST_WEEKS + 2
    assert f"The newest {MOST_WEEKS} of" in weeks
    runs = text[text.index("## Runs") :]
    assert "The newest 60 of" in runs


def _shifted(half_years: int) -> list[object]:
    import datetime as dt

    from tests.factories import run_on

    start = seasons.MONDAY - dt.timedelta(days=200 * half_years)
    return [run_on(start + dt.timedelta(days=3 * at), km=8, minutes=48) for at in range(60)]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render(seasons.season()) == render(seasons.season())


@pytest.mark.parametrize(("name", "flagged"), [("example.md", False), ("flagged.md", True)])
def test_golden(golden: Callable[[str, str], None], name: str, flagged: bool) -> None:
    golden(name, render(example(flagged=flagged)))
