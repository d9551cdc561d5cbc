"""Pages made from files that are named to do harm: no script of theirs runs, whatever a reader opens, points at or chooses."""

import pytest

from tests.browser.conftest import Reader
from tests.browser.test_opens import UNFOLD
from tests.hostile.texts import RAN

PAGES = ("hostile", "hostile, clinician")

FOREIGN = """() => Array.from(document.querySelectorAll("*"))
  .filter((one) => Array.from(one.attributes).some((each) => each.name.startsWith("on"))
    || ["IMG", "IFRAME", "OBJECT", "EMBED", "FORM", "BASE", "foreignObject"].includes(one.tagName)
    || (one.matches("svg a, [href^='javascript:'], [src]")))
  .map((one) => one.outerHTML.slice(0, 80))"""

USE = """async () => {
  const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const select of document.querySelectorAll("select")) {
    const all = Array.from(select.options).filter((_, at) => at % 5 === 0);
    for (const option of all) {
      select.value = option.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await next();
    }
  }
  for (const plot of document.querySelectorAll(".plot")) {
    for (const mark of Array.from(plot.querySelectorAll(".point, .nsewdrag")).slice(0, 10)) {
      const box = mark.getBoundingClientRect();
      const at = { bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      mark.dispatchEvent(new MouseEvent("mousemove", at));
      await next();
    }
  }
  for (const box of document.querySelectorAll("input")) {
    box.value = "<img src=x onerror=\\"document.title='ran'\\">";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await next();
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const button of document.querySelectorAll("th button, .opens")) button.click();
  await next();
}"""


@pytest.mark.parametrize("report", PAGES)
def test_nothing_of_theirs_runs(reader: Reader, report: str) -> None:
    visit = reader.open(report, width=360)
    page = visit.page
    title = page.title()
    assert RAN in page.content(), "the texts are there"
    page.evaluate(UNFOLD)
    page.evaluate(USE)
    assert page.evaluate(FOREIGN) == []
    assert page.title() == title != "ran"
    assert visit.said == []
    assert visit.asked == []
    page.close()


def test_what_would_run_is_seen(reader: Reader) -> None:
    page = reader.open("hostile, clinician").page
    page.evaluate(
        """() => document.body.insertAdjacentHTML("beforeend", "<p onclick='1'>x</p><svg><a href='javascript:1'>y</a></svg>")"""
    )
    assert len(page.evaluate(FOREIGN)) == 2
    page.close()
