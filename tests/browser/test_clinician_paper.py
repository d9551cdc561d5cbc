"""The clinician's page as it is handed over: one sheet of A4, and readable on a screen."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_opens import BEYOND
from tests.render_html.printing import Paper, paper
from tests.render_html.test_clinician import html_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ONE_A4 = Paper(1, frozenset({(595, 842)}))
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def printed(chromium: "Browser", html: str) -> Paper:
    page = chromium.new_page()
    page.set_content(html)
    found = paper(page.pdf(prefer_css_page_size=True))
    page.close()
    return found


@pytest.mark.parametrize("case", ["season", "hostile", "crowded", "crowded and asked", "no diary", "no runs"])
def test_it_prints_on_one_a4(chromium: "Browser", case: str) -> None:
    assert printed(chromium, html_of(case)) == ONE_A4


def test_the_count_of_sheets_would_notice_a_second_one(chromium: "Browser") -> None:
    html = html_of("season").replace("</main>", "<p>more</p>" * 200 + "</main>")
    assert printed(chromium, html).sheets > 1


@pytest.mark.parametrize("case", ["season", "crowded", "hostile"])
def test_it_can_be_read_on_a_screen_light_and_dark(chromium: "Browser", case: str) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 900}, color_scheme="dark")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_content(html_of(case))
    assert page.evaluate(BEYOND) == []
    assert page.evaluate(BACKGROUND) == "rgb(20, 23, 26)"
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 768, "height": 900})
    assert page.evaluate(BEYOND) == []
    assert page.evaluate(BACKGROUND) == "rgb(252, 252, 250)"
    assert said == []
    page.close()
