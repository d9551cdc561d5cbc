"""What a reader does with the runner's report, by mouse and by keyboard."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Reader
from tests.effort import some

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_STOPS = 400

STOP = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    name: at.tagName + "#" + at.id + "." + at.className + " " + at.textContent.slice(0, 30),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  };
}"""

REACHABLE = """() => Array.from(document.querySelectorAll("a[href], button, select, input, summary"))
  .filter((one) => one.checkVisibility()).length"""

MOVING = """() => document.getAnimations().length + Array.from(document.querySelectorAll("body *"))
  .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""


@pytest.fixture
def season(reader: Reader) -> "Iterator[Page]":
    visit = reader.open("season", still=True)
    yield visit.page
    assert visit.said == []
    assert visit.asked == []
    visit.page.close()


def tab_to(page: "Page", wanted: str) -> None:
    """Press Tab until the element is reached that `wanted` selects."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"{wanted} is not reached by Tab")


def by_mouse(page: "Page", wanted: str, key: str) -> None:
    page.locator(wanted).first.click()


def by_keyboard(page: "Page", wanted: str, key: str) -> None:
    if not page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
        tab_to(page, wanted)
    page.keyboard.press(key)


Press = Callable[["Page", str, str], None]
either_way = pytest.mark.parametrize("press", some([by_keyboard, by_mouse], every=2))


def test_tab_goes_through_the_whole_page_and_the_place_is_always_seen(season: "Page") -> None:
    stops = []
    for _ in range(MOST_STOPS):
        season.keyboard.press("Tab")
        stop = season.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert stops[-1] is not None
    assert len(stops) < MOST_STOPS, "Tab is caught somewhere"
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["inside"])] == []
    assert len(stops) >= season.evaluate(REACHABLE) > 20


def test_the_first_stop_leads_past_the_top(season: "Page") -> None:
    season.keyboard.press("Tab")
    season.keyboard.press("Enter")
    assert season.evaluate("document.activeElement.id") == "findings"


@either_way
def test_a_column_is_sorted_by_its_heading(season: "Page", press: Press) -> None:
    head = '#table-runs th[data-name^="km"]'

    def shown() -> list[float]:
        at = season.locator(head).evaluate("(head) => head.cellIndex")
        cells = season.locator(f"#table-runs tbody tr:first-child > :nth-child({at + 1}) bdi")
        return [float(text) for text in cells.all_inner_texts()]

    for key, way in (("Enter", "descending"), ("Space", "ascending")):
        press(season, f"{head} button", key)
        assert season.locator(head).get_attribute("aria-sort") == way
        km = shown()
        assert len(set(km)) > 5
        assert km == sorted(km, reverse=way == "descending")
    assert season.evaluate("document.activeElement.closest('th').dataset.name").startswith("km")


@either_way
def test_a_row_opens_and_closes(season: "Page", press: Press) -> None:
    more = season.locator("#table-runs .more").first
    assert not more.is_visible()
    press(season, "#table-runs .opens", "Enter")
    assert more.is_visible()
    press(season, "#table-runs .opens", "Space")
    assert not more.is_visible()


@either_way
def test_runs_are_searched(season: "Page", press: Press) -> None:
    everything = season.locator("#table-runs tbody").count()
    press(season, "#runs-find", "End")
    season.keyboard.type("oct 2026")
    assert 0 < season.locator("#table-runs tbody").count() < everything
    assert all("Oct" in text for text in season.locator("#table-runs .opens").all_inner_texts())
    season.keyboard.press("Control+A")
    season.keyboard.press("Delete")
    assert season.locator("#table-runs tbody").count() == everything


def test_a_run_is_chosen_by_mouse(season: "Page") -> None:
    before = season.locator("#h-in-run").inner_text()
    options = season.locator("#choose-in-run option")
    free = options.evaluate_all("(all) => all.find((one) => one.text.endsWith('free of pain')).value")
    season.locator("#choose-in-run").select_option(free)
    after = season.locator("#h-in-run").inner_text()
    assert after != before
    assert after.endswith("free of pain")


def test_a_run_is_chosen_by_the_arrow_keys(season: "Page") -> None:
    tab_to(season, "#choose-in-run")
    before = season.locator("#h-in-run").inner_text()
    season.keyboard.press("ArrowDown")
    season.wait_for_function("(before) => document.getElementById('h-in-run').textContent !== before", arg=before)
    season.keyboard.press("ArrowUp")
    season.wait_for_function("(before) => document.getElementById('h-in-run').textContent === before", arg=before)


@either_way
def test_the_calendar_and_the_weeks_turn_by_half_years(reader: Reader, press: Press) -> None:
    page = reader.open("many runs", still=True).page
    for key in ("calendar", "weeks"):
        earlier, later = (f'#p-{key} [data-turn="{step}"]' for step in (1, -1))
        labels = page.locator(f"#choose-{key} option").all_text_contents()
        assert len(labels) > 1
        newest = page.locator(f"#table-{key} tbody td").all_text_contents()
        assert page.locator(later).get_attribute("aria-disabled") == "true"
        press(page, earlier, "Enter")
        assert page.locator(f"#choose-{key}").input_value() == "1"
        assert page.locator(f"#paper-{key}").text_content() == labels[1]
        assert page.locator(f"#table-{key} tbody td").all_text_contents() != newest
        assert page.locator(later).get_attribute("aria-disabled") == "false"
        press(page, later, " ")
        assert page.locator(f"#choose-{key}").input_value() == "0"
        assert page.locator(f"#table-{key} tbody td").all_text_contents() == newest
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.close()


@either_way
def test_a_finding_leads_to_its_run(season: "Page", press: Press) -> None:
    season.locator("#choose-in-run").select_option("0")
    season.evaluate("window.scrollTo(0, 0)")
    season.evaluate("document.activeElement.blur()")
    link = season.locator(".finding[open] a.see").first
    run = link.get_attribute("data-choose")
    press(season, ".finding[open] a.see", "Enter")
    assert season.locator("#choose-in-run").input_value() == run
    season.wait_for_function("Math.abs(document.getElementById('p-in-run').getBoundingClientRect().top) < innerHeight")


def test_a_phone_folds_what_a_wide_page_and_paper_have_room_for(reader: Reader) -> None:
    opened = "Array.from(document.querySelectorAll('details.roomy')).map((part) => part.open)"
    page = reader.open("season", 360, still=True).page
    folded = page.evaluate(opened)
    assert len(folded) > 8
    assert not any(folded)
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.locator("details.roomy > summary").first.click()
    assert sum(page.evaluate(opened)) == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(page.evaluate(opened))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.scrollHeight") == tall
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_function(f"{opened}.every(Boolean)")
    assert page.locator("details.roomy > summary").first.is_hidden()
    page.close()


def test_a_phone_turns_the_runs_by_twenty(reader: Reader) -> None:
    page = reader.open("season", 360, still=True).page
    assert page.locator("#table-runs > tbody").count() == 20
    page.locator("#runs-after").click()
    assert page.locator("#runs-status").text_content() == "21–40 of 42"
    page.close()


@either_way
def test_a_finding_opens(season: "Page", press: Press) -> None:
    closed = ".finding:not([open]) > summary"
    before = season.locator(".finding[open]").count()
    press(season, closed, "Enter")
    assert season.locator(".finding[open]").count() == before + 1


@pytest.mark.parametrize(("still", "way"), [(True, "auto"), (False, "smooth")])
def test_who_wants_less_motion_gets_none(reader: Reader, still: bool, way: str) -> None:
    page = reader.open("season", still=still).page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == way
    if still:
        page.locator("#choose-in-run").select_option("0")
        assert page.evaluate(MOVING) == 0
    page.close()
