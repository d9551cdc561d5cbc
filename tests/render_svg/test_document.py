"""The SVG document: whole, still, escaped, and with every finding and every rule that lacked data in its words."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.output import Overwrite, check_target
from footfall.render.html.page import to_page
from footfall.render.html.theme import TOKENS
from footfall.render.svg import render
from footfall.render.svg.legend import legend
from footfall.render.svg.words import balanced, escaped, lines, width
from tests.render_html import seasons
from tests.render_html.conftest import MAKERS

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "style", "g", "rect", "path", "circle", "text"}


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    return {case: render(make()) for case, make in MAKERS.items()}


def read(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text.encode("utf-8"))


def words(text: str) -> str:
    return " ".join(" ".join(one.text or "" for one in read(text).iter(f"{SVG}text")).split())


@pytest.mark.parametrize("case", MAKERS)
def test_it_is_whole_and_asks_for_nothing(documents: dict[str, str], case: str) -> None:
    root = read(documents[case])
    assert {one.tag for one in root.iter()} <= {SVG + name for name in ELEMENTS}
    for one in root.iter():
        assert not [name for name in one.attrib if "href" in name or name.startswith("on") or name in {"id", "style"}]
    assert documents[case].count("http") == 1 + sum((one.text or "").count("http") for one in root.iter(f"{SVG}text"))
    assert "url(" not in documents[case].split("</style>")[0]
    assert "@import" not in documents[case]


@pytest.mark.parametrize("case", MAKERS)
def test_every_picture_stands_in_it_with_its_heading(documents: dict[str, str], case: str) -> None:
    said = words(documents[case])
    for picture in to_page(MAKERS[case]()).pictures:
        assert " ".join(escaped(picture.heading).replace("&quot;", '"').split()) in said
        if picture.empty is not None:
            assert " ".join(picture.empty.has.split()) in said


def test_blocks_follow_each_other_down_the_sheet(documents: dict[str, str]) -> None:
    height = float(read(documents["season"]).attrib["height"])
    tops = [float(y) for y in re.findall(r'<g transform="translate\([\d.]+ ([\d.]+)\)">', documents["season"])]
    outer = [y for y in tops if y > 200]
    assert outer == sorted(outer)
    assert outer[-1] < height


def test_an_open_emergency_stands_above_everything(documents: dict[str, str]) -> None:
    said = words(documents["emergency"])
    assert said.index("Get medical help now") < said.index("Findings") < said.index("Pictures")
    assert said.index("You can say") < said.index("Findings")
    assert "No red flag" not in said


def test_it_is_light_or_dark_as_its_reader(documents: dict[str, str]) -> None:
    style = documents["season"].split("<style>")[1].split("</style>")[0]
    light, dark = style.split("@media (prefers-color-scheme:dark)")
    for name, pair in TOKENS.items():
        assert f".f-{name}{{fill:{pair[0]}}}" in light
        assert f".s-{name}{{stroke:{pair[1]}}}" in dark


def test_names_and_notes_are_text(documents: dict[str, str]) -> None:
    text = documents["hostile"]
    assert "onerror=alert(1)" in words(text)
    assert "<img" not in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", text)
    assert max(len(one.text or "") for one in read(text).iter(f"{SVG}text")) < 200


@given(st.text(max_size=40) | st.text("&<>\"'amp;lt a", max_size=12))
def test_whatever_a_text_holds_it_is_xml_and_reads_as_it_was(text: str) -> None:
    found = ElementTree.fromstring(f'<t a="{escaped(text)}">{escaped(text)}</t>'.encode())
    assert found.text is None or not set(found.text) & {"\x00", "\x1b", "\u202e"}
    if text.isascii() and text.isprintable():
        assert (found.text or "") == found.attrib["a"] == text


@given(st.text("abc WMi…字 ", max_size=80), st.integers(40, 400))
def test_lines_hold_every_word_and_fit(text: str, room: int) -> None:
    found = lines(text, room, 14)
    assert "".join("".join(found).split()) == "".join(text.split())
    for line in found:
        assert width(line, 14) <= room or len(line) == 1


@given(st.text("abc WMi ", max_size=80), st.integers(60, 400))
def test_lines_of_a_heading_are_no_more_than_they_must_be_and_fit(text: str, room: int) -> None:
    found = balanced(text, room, 14)
    assert len(found) == len(lines(text, room, 14, bold=True))
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(width(line, 14, bold=True) <= room or len(line) == 1 for line in found)


def test_no_last_word_of_a_heading_stands_alone() -> None:
    heading = "Back pain is written down for 56 of 108 diary days, at worst 7 of 10"
    room = width(heading, 18, bold=True) - 4
    assert [len(line.split()) for line in lines(heading, room, 18, bold=True)][-1] == 1
    assert [len(line.split()) for line in balanced(heading, room, 18)][-1] > 4


def test_every_sign_of_every_legend_has_its_mark() -> None:
    for make in MAKERS.values():
        for picture in to_page(make()).pictures:
            if picture.legend:
                drawn, height = legend(picture.legend, 744)
                assert drawn.count("<g ") == len(picture.legend)
                assert height >= 18


def test_it_says_who_wrote_it_and_is_recognised_as_ours(documents: dict[str, str], tmp_path: Path) -> None:
    target = tmp_path / "x.svg"
    target.write_text(documents["season"], encoding="utf-8")
    check_target(str(target), overwrite=Overwrite.OURS)


def test_the_same_content_gives_the_same_bytes(documents: dict[str, str]) -> None:
    assert render(seasons.season()) == documents["season"]


def test_a_choice_says_what_is_drawn_and_how_many_there_are(documents: dict[str, str]) -> None:
    count = len(seasons.picture(seasons.season(), "in-run").figure.choices)  # type: ignore[union-attr]
    assert f"one of {count} that the page can show" in words(documents["season"])
