"""squad.md, read back by a CommonMark parser with GitHub's tables."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from markdown_it.token import Token

from footfall.render.squad.content import Silent, Squad
from footfall.render.squad.pages import squad_pages
from tests.render_html.dom import parse
from tests.squad.example import FLAGS, squad

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
NASTY = "spark-ben | `x` <script>alert(1)</script> [a](http://example.org) ![p](x.png)\n# h\x1b[31m \u202eevil *b* | https://example.org"


def tokens(text: str) -> list[Token]:
    return [one for token in PARSER.parse(text) for one in (token, *(token.children or ()))]


def addresses(text: str) -> list[str]:
    return [
        str(token.attrs.get("href") or token.attrs.get("src")) for token in tokens(text) if token.type in ("link_open", "image")
    ]


def headings(text: str) -> int:
    return sum(token.type == "heading_open" for token in tokens(text))


def hostile() -> Squad:
    known = squad()
    flags = tuple(replace(flag, reason=NASTY, question=NASTY) for flag in FLAGS["Ben"])
    ben = replace(known.members[1], name=NASTY, flags=flags, notes=(NASTY,), sites=(NASTY,))
    return replace(
        known,
        name=NASTY,
        members=(known.members[0], ben, *known.members[2:]),
        since=(replace(known.since[0], name=NASTY),),
        silent=(Silent("Nia", NASTY),),
        problems=(NASTY,),
    )


def test_the_mail_is_as_it_was_read(golden: Callable[[str, str], None]) -> None:
    golden("squad.md", squad_pages(squad())["squad.md"])


def test_every_link_and_picture_is_a_file_that_is_written() -> None:
    pages = squad_pages(squad())
    found = addresses(pages["squad.md"])
    assert set(found) == {name for name in pages if name.startswith(("athletes/", "sparklines/"))}


def test_every_athlete_has_a_row_with_as_many_cells_as_there_are_heads() -> None:
    found = tokens(squad_pages(squad())["squad.md"])
    assert sum(token.type == "tr_open" for token in found) == 1 + 14
    assert sum(token.type == "td_open" for token in found) == 14 * sum(token.type == "th_open" for token in found)


def test_nothing_that_came_from_a_file_is_more_than_text() -> None:
    pages = squad_pages(hostile())
    found = tokens(pages["squad.md"])
    html = {token.content.strip() for token in found if token.type in ("html_block", "html_inline")}
    assert html == {"<!-- footfall 1.0.0 report -->"}
    assert set(addresses(pages["squad.md"])) <= set(pages)
    assert sum(token.type == "td_open" for token in found) == 14 * 12
    assert headings(pages["squad.md"]) == headings(squad_pages(squad())["squad.md"]) + 1  # one more: what is to be put right


def test_nothing_that_came_from_a_file_is_more_than_text_in_a_page_or_a_picture() -> None:
    for name, text in squad_pages(hostile()).items():
        assert not {"\x1b", "\u202e"} & set(text), name
        if name.endswith(".html"):
            assert not parse(text).all("script"), name
        if name.endswith(".svg"):
            ElementTree.fromstring(text)


def test_the_same_squad_gives_the_same_bytes() -> None:
    assert squad_pages(squad())["squad.md"] == squad_pages(squad())["squad.md"]
