"""The coach's pages as she has them: on one sheet of paper, on a phone, by keyboard, without a script."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from footfall.model.athlete import Share
from footfall.render.squad.content import Change, Since, Squad
from footfall.render.squad.pages import squad_pages
from tests.browser.test_axe import VIOLATIONS
from tests.browser.test_opens import BEYOND
from tests.render_html import seasons
from tests.render_html.printing import Paper, paper
from tests.squad.example import LONG, no_one, squad
from tests.squad.test_markdown import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (360, 768, 1920)
ONE_A4 = Paper(1, frozenset({(595, 842)}))
LEAST_LETTERS_PX = 6.5


def long_names() -> Squad:
    """Twenty with names as long as a page shows them, eight of them with two flags each."""
    whole = squad(20, flagged=8, flags_each=2)
    named = tuple(
        replace(one, name=f"{one.name} Wilhelmina Featherstonehaugh-Cholmondeley of the Hills") for one in whole.members
    )
    return replace(whole, members=named, since=(), silent=())


def everybody() -> Squad:
    """Twenty, each with two flags as long as they come."""
    whole = squad(20, flagged=14, flags_each=2)
    flagged = whole.members[0].flags
    members = tuple(
        replace(
            one,
            share=Share.FLAGS,
            sites=(),
            numbers=replace(one.numbers, max_pain=None, onset_min=None),
            flags=flagged,
            weeks=whole.members[0].weeks,
            runs=(),
        )
        for one in whole.members
    )
    return replace(whole, members=members, since=tuple(Since(one.name, Change.NEW, "P8") for one in members), silent=())


def whole_squad() -> Squad:
    """The squad with one who shares everything, and whose week is as full as weeks are."""
    made = squad()
    full = replace(
        made.members[2],
        content=seasons.flagged("night_pain"),
        flags=(*(replace(LONG, rule=rule) for rule in ("F3", "R1", "P1", "P3", "P4", "P8")),),
        notes=("3 files could not be read: one.fit, two.fit and three.fit.",) * 2,
        runs=made.members[2].runs * 3,
    )
    return replace(made, members=(*made.members[:2], full, *made.members[3:]))


SQUADS = {
    "fourteen": squad,
    "twenty, all quiet": lambda: squad(20, flagged=0),
    "twenty, seven flagged": lambda: squad(20, flagged=7),
    "twenty, all flagged": everybody,
    "twenty, four flags each": lambda: squad(20, flagged=14, flags_each=4),
    "four, with four flags": lambda: squad(6, flagged=4, flags_each=4),
    "long names": long_names,
    "no one flagged": no_one,
}


class Folder:
    """The files of a squad, opened as files."""

    def __init__(self, browser: "Browser", where: Path, pages: Mapping[str, str]) -> None:
        self._browser, self.where, self.names = browser, where, list(pages)
        self.said: list[str] = []
        for name, text in pages.items():
            path = where / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def open(self, name: str, width: int = 1280, theme: Literal["light", "dark"] = "light") -> "Page":
        page = self._browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("request", lambda request: self.said.append(request.url) if not request.url.startswith("file:") else None)
        page.goto((self.where / name).as_uri())
        return page


@pytest.fixture
def fourteen(chromium: "Browser", tmp_path: Path) -> Folder:
    return Folder(chromium, tmp_path, squad_pages(whole_squad()))


@pytest.mark.parametrize("case", SQUADS)
def test_up_to_twenty_athletes_stand_on_one_a4(chromium: "Browser", tmp_path: Path, case: str) -> None:
    page = Folder(chromium, tmp_path, squad_pages(SQUADS[case]())).open("squad.html")
    assert paper(page.pdf(prefer_css_page_size=True)) == ONE_A4
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1047})
    assert page.evaluate(BEYOND) == [], "nothing is cut off at the edge of the paper"
    letters = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.why, tbody.quiet td')).fontSize)")
    assert letters >= LEAST_LETTERS_PX
    page.close()


def test_beyond_twenty_the_first_sheet_has_the_flags_and_the_others_follow(chromium: "Browser", tmp_path: Path) -> None:
    page = Folder(chromium, tmp_path, squad_pages(squad(45, flagged=8))).open("squad.html")
    assert paper(page.pdf(prefer_css_page_size=True)).sheets == 2
    assert page.locator("tbody.flagged").count() == 8
    assert page.locator(".others li").count() == 45 - 8 - 1
    page.close()


def test_a_page_longer_than_its_sheet_would_be_seen(chromium: "Browser", tmp_path: Path) -> None:
    page = Folder(chromium, tmp_path, squad_pages(squad())).open("squad.html")
    page.add_style_tag(content="tbody tr{height:90px}")
    assert paper(page.pdf(prefer_css_page_size=True)).sheets > 1
    page.close()


def test_each_athlete_stands_on_one_a4(fourteen: Folder) -> None:
    for name in ("ada", "cleo", "dan", "nia"):
        page = fourteen.open(f"athletes/{name}.html")
        assert paper(page.pdf(prefer_css_page_size=True)) == ONE_A4, name
        page.close()


@pytest.mark.parametrize("name", ["squad.html", "athletes/cleo.html", "athletes/dan.html"])
def test_pages_open_in_silence_and_fit_at_every_width(fourteen: Folder, name: str) -> None:
    page = fourteen.open(name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BEYOND) == [], width
    assert fourteen.said == []
    page.close()


@pytest.mark.parametrize("name", ["squad.html", "athletes/ben.html"])
def test_names_and_notes_that_try_to_be_more_are_text_and_stay_inside(chromium: "Browser", tmp_path: Path, name: str) -> None:
    nasty = hostile()
    ben = replace(nasty.members[1], key="ben")
    long = replace(nasty.members[4], name="W" * 10_000, notes=("many words " * 900, "W" * 10_000))
    folder = Folder(chromium, tmp_path, squad_pages(replace(nasty, members=(nasty.members[0], ben, long, *nasty.members[5:]))))
    page = folder.open(name, width=360)
    assert page.evaluate(BEYOND) == []
    assert page.locator("script, img, iframe, [onerror], [href^='http']").count() == 0
    assert folder.said == []
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["squad.html", "athletes/cleo.html"])
def test_axe_finds_no_violation(fourteen: Folder, axe: str, name: str, theme: Literal["light", "dark"]) -> None:
    page = fourteen.open(name, theme=theme)
    page.evaluate(axe)
    found = page.evaluate(VIOLATIONS, {})
    assert found["violations"] == []
    assert {"color-contrast", "document-title", "region"} <= set(found["passed"])
    page.close()


def test_an_athlete_is_reached_and_left_by_keyboard(fourteen: Folder) -> None:
    page = fourteen.open("squad.html")
    page.keyboard.press("Tab")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(ring.removesuffix("px")) >= 2
    page.keyboard.press("Enter")
    page.wait_for_url("**/athletes/ada.html")
    assert page.locator("h1").inner_text() == "Ada"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/squad.html")
    page.close()


def test_every_picture_has_drawn_marks(fourteen: Folder) -> None:
    page = fourteen.open("squad.html")
    boxes = page.evaluate("""() => Array.from(document.querySelectorAll("svg.spark")).map((one) =>
      Array.from(one.querySelectorAll(".bar, .last")).filter((bar) => bar.getBoundingClientRect().height > 1).length)""")
    assert len(boxes) == 13
    assert min(boxes) >= 8
    page.close()
