"""Every report opens in silence, draws, and fits at every width."""

import pytest

from tests.browser.conftest import Reader
from tests.browser.reports import REPORTS

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


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_opens_in_silence_draws_every_picture_and_fits_at_every_width(reader: Reader, report: str) -> None:
    visit = reader.open(report)
    page = visit.page
    assert page.locator("h1").is_visible()
    page.evaluate(UNFOLD)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            "Array.from(document.querySelectorAll('.plot')).every((plot) => plot.layout.width === plot.clientWidth)"
        )
        assert page.evaluate(EMPTY_PLOTS) == [], width
        assert page.evaluate(BEYOND) == [], width
    assert visit.said == []
    assert visit.asked == []
    page.close()


def test_a_request_and_a_word_on_the_console_would_be_seen(reader: Reader) -> None:
    visit = reader.open("no runs")
    visit.page.evaluate("() => { console.warn('heard'); fetch('https://example.org/').catch(() => 0); }")
    visit.page.evaluate("() => { const image = new Image(); image.src = 'missing.png'; return image.decode().catch(() => 0); }")
    assert "warning: heard" in visit.said
    assert len(visit.said) > 1  # the policy's own words about the request
    visit.page.close()
