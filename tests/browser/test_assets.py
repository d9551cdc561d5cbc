"""A page with plotly.js beside it: one file is read, from the same folder, and everything is drawn."""

from pathlib import Path
from typing import TYPE_CHECKING

from footfall.render.html.assets import plotly_asset
from footfall.render.html.document import render_html
from tests.browser.test_opens import EMPTY_PLOTS
from tests.render_html import seasons

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_script_beside_the_page_is_all_that_it_asks_for(chromium: "Browser", tmp_path: Path) -> None:
    asset = plotly_asset()
    beside = tmp_path / asset.name
    beside.parent.mkdir()
    beside.write_bytes(asset.data)
    file = tmp_path / "athletes" / "sam.html"
    file.parent.mkdir()
    file.write_text(render_html(seasons.season(), asset.seen_from("athletes/sam.html")), encoding="utf-8")
    page = chromium.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    for plot in page.locator(".plot").all():  # drawn one by one as the page has time
        plot.locator("svg.main-svg").first.wait_for(state="attached")
    assert asked == [file.as_uri(), beside.as_uri()]
    assert page.evaluate(EMPTY_PLOTS) == []
    assert said == []
    page.close()
