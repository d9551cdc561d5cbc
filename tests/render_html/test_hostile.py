"""Names and notes that try to be more than text."""

import unicodedata

from tests.render_html import seasons
from tests.render_html.conftest import Pages
from tests.render_html.dom import Element


def _strings(element: Element) -> str:
    """All text but that of scripts and style."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag not in {"script", "style"}:
            parts.append(_strings(child))
    return "".join(parts)


def test_no_element_or_handler_comes_from_a_file_or_a_diary(pages: Pages) -> None:
    hostile, plain = pages.tree("hostile"), pages.tree("season")
    assert len(hostile.all("script")) == len(plain.all("script")) == 3
    assert not hostile.all("img")
    for element in hostile.all():
        assert not [name for name in element.attributes if name.startswith("on")]


def test_the_text_is_still_there_to_read(pages: Pages) -> None:
    text = _strings(pages.tree("hostile"))
    assert "</script><img src=x onerror=alert(1)>" in text
    assert "{{7*7}}" in text


def test_nothing_moves_the_cursor_or_turns_the_line(pages: Pages) -> None:
    text = _strings(pages.tree("hostile").one("body"))
    moving = {character for character in text if unicodedata.category(character) in {"Cc", "Cf", "Zl"}} - set("\n")
    assert not moving


def test_a_name_of_any_length_stays_short(pages: Pages) -> None:
    long = [option.text for option in pages.tree("hostile").all("option") if "long long" in option.text]
    assert long
    assert max(len(text) for text in long) < 90


def test_red_flag_text_that_is_no_code_is_shown_on_top(pages: Pages) -> None:
    flag = pages.tree("hostile").all("section", class_="flag")[0]
    assert "onerror=alert(1)" in flag.text
    assert seasons.hostile().findings.found[0].rule == "F1"
