"""Pictures that stand in the page itself: seen where its script does not run, or has nothing to draw with."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from footfall.render.html.document import render_html
from footfall.render.html.page import to_page
from footfall.render.html.stills import MOST_BEHIND, stills
from footfall.wording import say
from tests.render_html import seasons
from tests.render_html.browser import ask, executable
from tests.render_html.conftest import MAKERS, Pages

SEEN = """function (win, doc) {
  const shown = function (wanted) {
    return Array.from(doc.querySelectorAll(wanted)).filter(function (one) { return one.getClientRects().length > 0; });
  };
  const beyond = function (text) {
    const box = text.getBoundingClientRect();
    return box.right > win.innerWidth + 1 || box.left < -1;
  };
  return {
    stills: shown(".still").length,
    plots: shown(".plot").length,
    choosing: shown(".choose").length,
    said: shown(".undrawn").length,
    outside: shown(".still text").filter(beyond).map(function (text) { return text.textContent; }),
    wide: doc.documentElement.scrollWidth,
    ink: shown(".still path.f-pain").map(function (path) { return win.getComputedStyle(path).fill; })[0],
    rows: shown("#table-runs tbody").length
  };
}"""

here = pytest.mark.skipif(executable() is None, reason="no Chromium here: install `chromium` to see the page as readers do")


@pytest.mark.parametrize("case", MAKERS)
def test_every_drawing_has_its_still_in_both_sizes(pages: Pages, case: str) -> None:
    tree = pages.tree(case)
    drawings = len(tree.all(class_="plot"))
    for size in ("wide", "narrow"):
        found = [one for one in tree.all("div", class_="still") if one.has("class_", size)]
        assert len(found) == drawings
        for one in found:
            assert one.attributes["role"] == "img"
            assert one.attributes["aria-label"]
            assert len(one.one("svg").all("path")) > 1


@pytest.mark.parametrize("case", MAKERS)
def test_no_id_stands_twice(pages: Pages, case: str) -> None:
    ids = [one.attributes["id"] for one in pages.tree(case).all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))


def test_stills_are_a_small_part_of_the_page(pages: Pages) -> None:
    weight = sum(len(each) for each in re.findall(r'(?s)<div class="still.*?</svg></div>', pages.page("season")))
    assert 20_000 < weight < 200_000
    assert len(pages.page("season").encode()) < 6_000_000


def test_a_picture_of_too_many_marks_is_left_to_the_script_and_says_so() -> None:
    picture = seasons.picture(seasons.season(), "onset-dates")
    figure = picture.figure
    assert figure is not None
    began = figure.traces[1]
    many = {**began, "x": began["x"] * 200, "y": began["y"] * 200}  # type: ignore[operator]
    found = stills([replace(picture, figure=replace(figure, traces=(many,)))])["onset-dates"]
    assert (found.wide, found.narrow, found.note) == ("", "", say("page.still.none"))


def test_of_many_runs_the_newest_stand_behind_the_chosen_one_and_it_is_said() -> None:
    many = stills(to_page(seasons.many_runs()).pictures)["in-run"]
    (others,) = re.findall(r'<path d="([^"]*)" fill="none" class="s-others"', many.wide)
    assert others.count("M") == MOST_BEHIND
    assert many.note == say("page.still.few", n=MOST_BEHIND)
    assert stills(to_page(seasons.season()).pictures)["in-run"].note == ""


@here
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)])
def test_without_scripts_the_stills_are_seen_and_fit(pages: Pages, tmp_path: Path, width: int, dark: bool) -> None:
    page = re.sub(r"(?s)<script>.*?</script>", "", pages.page("season"))
    seen = ask(page, SEEN, tmp_path, width=width, dark=dark).value
    assert seen["stills"] == pages.page("season").count('class="plot"')
    assert (seen["plots"], seen["choosing"], seen["said"], seen["outside"]) == (0, 0, 1, [])
    assert seen["wide"] <= width
    assert seen["ink"] == ("rgb(255, 138, 61)" if dark else "rgb(213, 94, 0)")


@here
def test_with_scripts_only_what_plotly_draws_is_seen(pages: Pages, tmp_path: Path) -> None:
    seen = ask(pages.page("season"), SEEN, tmp_path).value
    assert (seen["stills"], seen["said"]) == (0, 0)
    assert seen["plots"] == pages.page("season").count('class="plot"')


@here
def test_where_plotly_has_gone_from_beside_the_page_the_stills_stay_and_the_table_works(tmp_path: Path) -> None:
    seen = ask(render_html(seasons.season(), "gone.js"), SEEN, tmp_path).value
    assert seen["stills"] > 3
    assert (seen["plots"], seen["choosing"], seen["said"]) == (0, 0, 1)
    assert seen["rows"] > 10
