"""Every report opens in silence, draws, and fits at every width."""

from typing import Literal

import pytest

from tests.browser.conftest import Reader, until
from tests.browser.reports import REPORTS
from tests.effort import some

WIDTHS = (360, 768, 1920)

EMPTY_PLOTS = """() => Array.from(document.querySelectorAll(".plot"))
  .filter((plot) => !plot.querySelector(".point, path.js-line, .hm image")).map((plot) => plot.id)"""

UNFOLD = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const row of document.querySelectorAll(".more")) row.classList.add("open");
}"""

# A box that itself cuts or scrolls what is in it holds it; nothing else may reach beyond the window.
BEYOND = """() => {
  const wide = document.documentElement.scrollWidth, room = window.innerWidth;
  const reaches = (box) => box.width > 0 && (box.right > room + 1 || box.left < -1);
  const found = Array.from(document.querySelectorAll("body *"))
    .filter((one) => !one.closest(".skip, caption"))
    .filter((one) => !one.closest("svg") || one.matches(".plot text, svg.strip text, svg.dates text"))
    .filter((one) => reaches(one.getBoundingClientRect()))
    .map((one) => one.tagName + "." + (one.getAttribute("class") || "") + ": " + one.textContent.slice(0, 40));
  return (wide > room ? ["the page: " + wide + " px"] : []).concat(found.slice(0, 5));
}"""


@pytest.mark.parametrize("report", some(list(REPORTS), every=2))
def test_a_report_opens_in_silence_draws_every_picture_and_fits_at_every_width(reader: Reader, report: str) -> None:
    visit = reader.open(report)
    page = visit.page
    assert page.locator("h1").is_visible()
    page.evaluate(UNFOLD)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        until(page, "Array.from(document.querySelectorAll('.plot')).every((plot) => plot.layout.width === plot.clientWidth)")
        assert page.evaluate(EMPTY_PLOTS) == [], width
        assert page.evaluate(BEYOND) == [], width
    assert visit.said == []
    assert visit.asked == []
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_of_a_picture_is_filled_in(reader: Reader, theme: Literal["light", "dark"]) -> None:
    """plotly draws what it does not know as a colour in colours of its own."""
    page = reader.open("season", theme=theme).page
    page.wait_for_function("Array.from(document.querySelectorAll('.plot')).every((plot) => plot.data)")
    drawn = page.evaluate(
        "Array.from(document.querySelectorAll('.plot')).map((plot) => JSON.stringify([plot.data, plot.layout]))"
    )
    assert len(drawn) > 6
    assert not [text for text in drawn if "var(--" in text]
    scale = page.evaluate("document.getElementById('fig-calendar').data[0].colorscale.map((step) => step[1])")
    steps = page.evaluate("[0, 5].map((step) => getComputedStyle(document.documentElement).getPropertyValue('--load' + step))")
    assert [scale[0], scale[-1]] == [step.strip() for step in steps]
    page.close()


def test_pictures_out_of_sight_are_drawn_after_those_in_sight(reader: Reader) -> None:
    page = reader.open("season").page
    page.add_init_script("""
      window.order = [];
      addEventListener("DOMContentLoaded", () => {
        const draw = Plotly.react;
        Plotly.react = (box, ...rest) => { order.push([box.id, box.getBoundingClientRect().top]); return draw(box, ...rest); };
      }, true);
    """)
    page.reload()
    until(page, "order.length >= document.querySelectorAll('.plot').length")
    drawn = page.evaluate("order")
    assert len({key for key, _ in drawn}) == len(drawn), "each once"
    assert [top for _, top in drawn] == sorted(top for _, top in drawn)
    assert drawn[-1][1] > 2 * 900
    page.close()


def test_without_plotly_the_table_of_runs_and_the_words_are_still_there(reader: Reader) -> None:
    page = reader.open("season").page
    page.add_init_script("Object.defineProperty(window, 'Plotly', { get: () => undefined, set: () => undefined });")
    page.reload()
    before = page.locator("#table-runs .opens").first.inner_text()
    page.locator('#table-runs th[data-name^="km"] button').click()
    assert page.locator("#table-runs .opens").first.inner_text() != before
    page.close()


def test_a_request_and_a_word_on_the_console_would_be_seen(reader: Reader) -> None:
    visit = reader.open("no runs")
    visit.page.evaluate("() => { console.warn('heard'); fetch('https://example.org/').catch(() => 0); }")
    visit.page.evaluate("() => { const image = new Image(); image.src = 'missing.png'; return image.decode().catch(() => 0); }")
    assert "warning: heard" in visit.said
    assert len(visit.said) > 1  # the policy's own words about the request
    visit.page.close()
