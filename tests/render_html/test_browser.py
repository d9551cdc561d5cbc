"""The page in a real browser: it draws, it answers, it fits, and it is silent."""

from pathlib import Path
from typing import Any

import pytest

from tests.effort import in_ci, some
from tests.render_html.browser import ask, executable
from tests.render_html.conftest import Pages

pytestmark = in_ci
"""tests/browser goes the same ways with Playwright; this drives Chromium alone, as where there is no Playwright."""


pytestmark = pytest.mark.skipif(executable() is None, reason="no Chromium here: install `chromium` to see the page as readers do")

OVERVIEW = """function (win, doc) {
  const all = function (wanted) { return Array.from(doc.querySelectorAll(wanted)); };
  const beyond = function (box) { return box.width > 0 && (box.right > win.innerWidth + 1 || box.left < -1); };
  all("details").forEach(function (details) { details.open = true; });
  all(".more").forEach(function (row) { row.classList.add("open"); });
  return {
    drawn: all(".plot").map(function (plot) { return plot.querySelectorAll("svg.main-svg").length > 0; }),
    marks: all(".plot").map(function (plot) { return plot.querySelectorAll(".point, path.js-line, .hm image").length; }),
    wide: doc.documentElement.scrollWidth,
    over: all("body *").filter(function (element) {
      return !element.closest("svg, .skip") && beyond(element.getBoundingClientRect());
    }).map(function (element) { return element.tagName + "." + element.className; }).slice(0, 5),
    outside: all(".plot text").filter(function (text) {
      return beyond(text.getBoundingClientRect());
    }).map(function (text) { return text.textContent; }),
    requests: win.performance.getEntriesByType("resource").map(function (entry) { return entry.name; }),
    background: win.getComputedStyle(doc.body).backgroundColor
  };
}"""


# Opened at its width, and in dark; the other cases, and other widths by resizing, are in tests/browser/test_opens.py.
@pytest.mark.parametrize(
    ("case", "width", "dark"),
    some([("season", 360, True), ("season", 1280, False), ("no diary", 360, False)], every=3),
)
def test_the_page_draws_fits_and_is_silent(pages: Pages, tmp_path: Path, case: str, width: int, dark: bool) -> None:
    answer = ask(pages.page(case), OVERVIEW, tmp_path, width=width, dark=dark)
    seen = answer.value
    assert answer.console == ()
    assert seen["requests"] == []
    assert len(seen["drawn"]) == pages.page(case).count('class="plot"') > 1
    assert all(seen["drawn"])
    assert all(marks > 0 for marks in seen["marks"])
    assert seen["wide"] <= width
    assert seen["over"] == []
    assert seen["outside"] == []
    assert seen["background"] == ("rgb(20, 23, 26)" if dark else "rgb(252, 252, 250)")


CHOOSE = """function (win, doc) {
  const select = doc.getElementById("choose-in-run"), rows = doc.getElementById("table-in-run").tBodies[0].rows;
  const state = function () {
    return {
      heading: doc.getElementById("h-in-run").textContent,
      label: doc.getElementById("fig-in-run").getAttribute("aria-label"),
      end: rows[rows.length - 1].textContent,
      diamonds: doc.querySelectorAll("#fig-in-run .annotation-text").length
    };
  };
  const before = state();
  const options = Array.from(select.options);
  select.value = options.find(function (option) { return option.text.endsWith("free of pain"); }).value;
  select.dispatchEvent(new win.Event("change"));
  return [before, state()];
}"""

SORT = """function (win, doc) {
  const table = doc.getElementById("table-runs"), heads = Array.from(table.tHead.rows[0].cells);
  const head = function (name) { return heads.find(function (head) { return head.textContent.startsWith(name); }); };
  const pressed = function (name) {
    head(name).querySelector("button").click();
    const cells = Array.from(table.tBodies).map(function (body) { return body.rows[0].cells[heads.indexOf(head(name))]; });
    const texts = cells.map(function (cell) { return cell.querySelector("bdi").textContent; });
    return [head(name).getAttribute("aria-sort"), texts];
  };
  const said = { km: [pressed("km"), pressed("km")], onset: [pressed("Onset"), pressed("Onset")] };
  const body = table.tBodies[0], button = body.querySelector(".opens");
  said.opened = [win.getComputedStyle(body.rows[1]).display];
  button.click();
  said.opened.push(win.getComputedStyle(body.rows[1]).display, button.getAttribute("aria-expanded"));
  said.sorted = heads.filter(function (head) { return head.getAttribute("aria-sort") !== "none"; }).length;
  return said;
}"""

FIND = """function (win, doc) {
  const table = doc.getElementById("table-runs"), find = doc.getElementById("runs-find");
  const state = function () {
    return {
      said: doc.getElementById("runs-status").textContent,
      dates: Array.from(table.tBodies).map(function (body) { return body.querySelector(".opens").textContent; }),
      next: doc.getElementById("runs-after").getAttribute("aria-disabled")
    };
  };
  const type = function (words) {
    find.value = words;
    find.dispatchEvent(new win.Event("input"));
  };
  const said = [state()];
  doc.getElementById("runs-after").click();
  said.push(state());
  doc.getElementById("runs-after").click();
  doc.getElementById("runs-after").click();
  said.push(state());
  type("NOV 2025");
  said.push(state());
  const saved = [];
  win.URL.createObjectURL = function (blob) { saved.push(blob.size); return "blob:none"; };
  win.HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
  doc.getElementById("runs-save").click();
  type("no such words");
  said.push(state());
  doc.getElementById("runs-save").click();
  type("");
  said.push(state());
  const see = table.querySelector("a.see");
  const before = doc.getElementById("h-in-run").textContent;
  see.dispatchEvent(new win.MouseEvent("click", { bubbles: true, cancelable: true }));
  const select = doc.getElementById("choose-in-run");
  return {
    said: said, saved: saved, options: select.options.length, chosen: select.selectedOptions[0].textContent,
    seen: doc.getElementById("h-in-run").textContent, before: before, row: table.querySelector(".opens").textContent
  };
}"""

PAPER = """function (win, doc) {
  const state = function () {
    const plot = doc.getElementById("fig-weeks");
    const width = plot.querySelector(".main-svg").getBoundingClientRect().width;
    return [Math.round(width), plot.querySelector(".xtick text").style.fill];
  };
  const screen = state();
  win.dispatchEvent(new win.Event("beforeprint"));
  const paper = state();
  win.dispatchEvent(new win.Event("afterprint"));
  return { screen: screen, paper: paper, after: state() };
}"""


@pytest.fixture(scope="module")
def answers(pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the page says when it is used, in one visit."""
    parts = ", ".join(f"{name}: ({part})(win, doc)" for name, part in (("choose", CHOOSE), ("sort", SORT), ("paper", PAPER)))
    probe = f"function (win, doc) {{ return {{ {parts} }}; }}"
    return ask(pages.page("season"), probe, tmp_path_factory.mktemp("browser"), dark=True).value


def test_choosing_a_run_changes_drawing_heading_and_table(answers: Any) -> None:
    before, after = answers["choose"]
    assert "pain began" in before["heading"]
    assert after["heading"].endswith("free of pain")
    assert after["label"] == after["heading"]
    assert after["end"] != before["end"]
    assert after["diamonds"] == before["diamonds"] - 1  # no onset, so no words on it


def test_a_column_sorts_both_ways_and_what_is_not_known_stays_last(answers: Any) -> None:
    (down, falling), (up, rising) = answers["sort"]["km"]
    assert (down, up) == ("descending", "ascending")
    assert [float(km) for km in falling] == sorted((float(km) for km in falling), reverse=True)
    assert [float(km) for km in rising] == sorted(float(km) for km in rising)
    for _, column in answers["sort"]["onset"]:
        unknown = [at for at, text in enumerate(column) if text == "?"]
        assert unknown
        assert unknown == list(range(len(column) - len(unknown), len(column)))
    assert answers["sort"]["sorted"] == 1


@pytest.fixture(scope="module")
def many(pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What a page of 150 runs says when one looks for some of them."""
    answer = ask(pages.page("many runs"), FIND, tmp_path_factory.mktemp("many"))
    assert answer.console == ()
    return answer.value


def test_of_many_runs_each_is_on_one_page_of_the_table(many: Any) -> None:
    first, second, last, *_ = many["said"]
    assert [page["said"] for page in (first, second, last)] == ["1–60 of 150", "61–120 of 150", "121–150 of 150"]
    assert [page["next"] for page in (first, second, last)] == ["false", "false", "true"]
    dates = [date for page in (first, second, last) for date in page["dates"]]
    assert len(dates) == len(set(dates)) == 150


def test_runs_are_found_by_any_word_in_their_row(many: Any) -> None:
    november, none, everything = many["said"][3:]
    assert len(november["dates"]) == 15
    assert all(date.endswith("Nov 2025") for date in november["dates"])
    assert november["said"] == "1–15 of 15 found among 150"
    assert (none["said"], none["dates"]) == ("None of 150 holds these words", [])
    assert everything == many["said"][0]


def test_what_is_found_is_what_is_saved(many: Any) -> None:
    full, name, head, _ = many["saved"]
    assert name == "footfall-runs.csv"
    assert full > 15 * 40 > 15 * 2 + head > head > 60


def test_every_run_can_be_chosen_and_its_row_leads_to_it(many: Any) -> None:
    assert many["options"] == 150
    assert many["row"].startswith(many["chosen"].split(" · ")[0])
    assert many["seen"] != many["before"]


def test_a_row_opens_by_its_date(answers: Any) -> None:
    assert answers["sort"]["opened"] == ["none", "table-row", "true"]


def test_on_paper_pictures_are_light_and_as_wide_as_paper(answers: Any) -> None:
    (screen_px, screen_ink), (paper_px, paper_ink) = answers["paper"]["screen"], answers["paper"]["paper"]
    assert paper_px == 740 != screen_px
    assert screen_ink != paper_ink
    assert answers["paper"]["after"] == [screen_px, screen_ink]
