"""Where there is little, the page says what is there, what is needed and how to add it; never a blank area."""

from dataclasses import replace

from footfall.model.problem import Problem
from footfall.render.html import render as html_page
from footfall.render.summary import three_sentences
from footfall.render.terminal import render as text_page
from tests.render_html import seasons
from tests.render_html.conftest import Pages


def test_without_a_diary_one_box_says_how_to_start_one(pages: Pages) -> None:
    tree = pages.tree("no diary")
    (box,) = tree.all("div", class_="empty")
    assert "No diary yet" in box.text
    assert box.one("code").text == "footfall diary new diary.csv PATH"
    assert tree.all("div", id="fig-weeks")
    assert not tree.all("div", id="fig-tolerance")


def test_under_eight_onsets_the_lines_are_drawn_and_no_curve(pages: Pages) -> None:
    content = seasons.few_onsets()
    assert content.tolerance is not None
    assert content.tolerance.curve is None
    section = pages.tree("few onsets").one("section", id="p-tolerance")
    assert section.all("div", class_="plot")
    assert "5 onsets" in section.text
    assert "8 runs in which pain began" in section.text
    assert "share of runs still free" not in section.text


def test_under_four_weeks_there_are_bars_and_no_band(pages: Pages) -> None:
    section = pages.tree("three weeks").one("section", id="p-weeks")
    assert section.one("h3").text == "Your own normal appears after four full weeks with runs."
    assert "your normal" not in section.one("ul", class_="legend").text


def test_without_cadence_the_page_says_estimated_with_its_spread(pages: Pages) -> None:
    tree = pages.tree("no cadence")
    row = tree.one("table", class_="sources").one("tbody").all("tr")[0]
    assert row.one("th").text == "Cadence"
    assert "0 · 0 · 42" in row.text
    assert "±9" in row.text
    assert "population" in tree.one("table", class_="runs").text
    assert "footfalls are estimated from speed" in tree.one("table", class_="runs").text


def test_without_any_run_the_page_says_so_and_draws_nothing(pages: Pages) -> None:
    tree = pages.tree("no runs")
    assert "No run was found" in tree.one("section", class_="summary").text
    assert not tree.all("div", class_="plot")
    assert len(tree.all("div", class_="empty")) == 4
    assert three_sentences(seasons.no_runs()) == ("No run was found in what you named.",)


def test_runs_that_are_only_not_shown_are_not_said_to_be_missing() -> None:
    hidden = replace(seasons.season(), runs=())
    (said,) = three_sentences(hidden)
    assert said == (
        "No run lies on the days that are shown. There are runs from 4 Aug 2026 to 15 Nov 2026: check --since and --until."
    )
    assert said in " ".join(text_page(hidden).split())
    assert "No run was found" not in html_page(hidden)


def test_runs_after_today_are_not_said_to_be_missing() -> None:
    late = Problem("run.fit", None, "after-as-of", "1 run is later")
    (said,) = three_sentences(replace(seasons.no_runs(), findings=replace(seasons.no_runs().findings, problems=(late,))))
    assert said == "Every run that was found is later than 16 Nov 2026, the day that counts as today here: check --as-of."
