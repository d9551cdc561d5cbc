"""The SVG document in a browser: silent, and no word leaves it, in the font of this machine."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from footfall.render.svg import render
from tests.render_html.conftest import MAKERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OUTSIDE = """() => Array.from(document.querySelectorAll("text")).filter((text) => {
  const box = text.getBoundingClientRect();
  return box.left < 0 || box.right > 792 || box.top < 0;
}).map((text) => text.textContent)"""

GROUND = "() => getComputedStyle(document.querySelector('rect')).fill"


@pytest.mark.parametrize(
    ("case", "theme"), [("season", "light"), ("emergency", "dark"), ("hostile", "light"), ("no runs", "dark")]
)
def test_no_word_leaves_the_document(chromium: "Browser", tmp_path: Path, case: str, theme: Literal["light", "dark"]) -> None:
    file = tmp_path / "season.svg"
    file.write_text(render(MAKERS[case]()), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, color_scheme=theme)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(GROUND) == ("rgb(20, 23, 26)" if theme == "dark" else "rgb(252, 252, 250)")
    assert (said, asked) == ([], [file.as_uri()])
    page.close()
