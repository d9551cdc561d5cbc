"""More than half a year of weeks comes in pages that can be held against each other, and none of them is lost."""

import datetime as dt

import pytest

from footfall.render.content import Content
from footfall.render.html.pictures.grid_days import WEEKS_A_PAGE
from footfall.render.html.pictures.picture import Picture
from tests.factories import entry, run_on
from tests.render_html import seasons
from tests.render_html.conftest import MAKERS, Pages


def of_weeks(count: int, *, silent: int = 0) -> Content:
    """A run in each of so many weeks, longer every year, and none in the last `silent` of them."""
    last = dt.date(2026, 11, 9)
    starts = [last - dt.timedelta(weeks=back) for back in range(count)][::-1]
    runs = [run_on(start, km=6.0 + start.year % 10, minutes=50) for start in starts[: count - silent]]
    rows = [entry(run.local_date, line, pain_max=float(line % 4)) for line, run in enumerate(runs, 2)]
    return seasons.content(runs, rows, as_of=dt.date(2026, 11, 15))


def weeks_of(content: Content) -> Picture:
    return seasons.picture(content, "weeks")


def test_half_a_year_is_one_page() -> None:
    picture = weeks_of(of_weeks(WEEKS_A_PAGE))
    assert picture.figure is not None
    assert not picture.figure.choices
    assert not picture.choose
    assert len(picture.figure.traces[1]["x"]) == WEEKS_A_PAGE  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [27, 60, 520])
def test_pages_hold_every_week_once_the_newest_first(count: int) -> None:
    content = of_weeks(count)
    picture = weeks_of(content)
    figure = picture.figure
    assert figure is not None
    assert picture.table is not None
    assert len(picture.table.rows) == count
    drawn = [len(choice.traces[1]["x"]) for choice in figure.choices]  # type: ignore[arg-type]
    assert drawn == [*[WEEKS_A_PAGE] * (count // WEEKS_A_PAGE), *([count % WEEKS_A_PAGE] if count % WEEKS_A_PAGE else [])]
    rows = [row for choice in figure.choices[::-1] for row in choice.rows or ()]
    assert rows == list(picture.table.rows)
    assert figure.chosen == 0
    assert picture.shown is not None
    assert picture.shown.rows == picture.table.rows[-WEEKS_A_PAGE:]
    heights = [height for choice in figure.choices[::-1] for height in bars(choice.traces)]
    assert heights == pytest.approx([week.longest_easy_km for week in content.weeks], abs=0.01)


def bars(traces: tuple[dict[str, object], ...]) -> list[float]:
    return traces[1]["y"]  # type: ignore[return-value]


def test_all_pages_have_one_scale_and_say_years_that_are_not_the_last() -> None:
    figure = weeks_of(of_weeks(60)).figure
    assert figure is not None
    axes = [choice.wide.layout["yaxis"] for choice in figure.choices]
    assert axes.count(axes[0]) == len(axes) == 3
    first = [choice.wide.layout["xaxis"]["ticktext"][0] for choice in figure.choices]  # type: ignore[index]
    assert [text.rpartition(" ")[2] for text in first] == ["May", "’25", "’25"]
    assert figure.choices[1].label == "17 November 2025 – 17 May 2026"
    assert "2025" in figure.choices[2].traces[1]["hovertext"][0]  # type: ignore[index]


def test_the_page_shown_first_is_the_newest_with_a_run_or_an_entry() -> None:
    picture = weeks_of(of_weeks(80, silent=30))
    assert picture.figure is not None
    assert picture.figure.chosen == 1
    assert picture.shown is not None
    assert picture.table is not None
    assert picture.shown.rows == picture.table.rows[-2 * WEEKS_A_PAGE : -WEEKS_A_PAGE]


def test_a_spike_is_marked_on_its_own_page_alone() -> None:
    days = [dt.date(2025, 9, 1) + dt.timedelta(weeks=week) for week in range(60)]
    runs = [run_on(day, km=22.0 if at == 12 else 8.0, minutes=132 if at == 12 else 48) for at, day in enumerate(days)]
    figure = weeks_of(seasons.content(runs, None, as_of=days[-1])).figure
    assert figure is not None
    marked = [[note["x"] for note in choice.wide.annotations if note["text"] == "▲"] for choice in figure.choices]
    assert marked == [[], [12 - 60 % WEEKS_A_PAGE], []]
    on_page = bars(figure.choices[1].traces)
    assert on_page[4] == max(on_page)


@pytest.mark.parametrize("case", MAKERS)
def test_paper_says_what_is_chosen_and_how_much_more_there_is(pages: Pages, case: str) -> None:
    for section in pages.tree(case).all("section", class_="picture"):
        selects = section.all("select")
        assert len(section.all("p", class_="on-paper")) == len(selects) <= 1
        if selects:
            options = selects[0].all("option")
            (chosen,) = [option for option in options if "selected" in option.attributes]
            said = section.one("p", class_="on-paper").text
            assert chosen.text in said
            assert ("more" in said) == (len(options) > 1)


def test_buttons_turn_both_ways_and_are_named_at_an_end(pages: Pages) -> None:
    section = pages.tree("many runs").one("section", id="p-weeks")
    earlier, later = section.all("button")
    assert [earlier.text, later.text] == ["Earlier", "Later"]
    assert (earlier.attributes["data-turn"], later.attributes["data-turn"]) == ("1", "-1")
    assert "aria-disabled" not in earlier.attributes
    assert later.attributes["aria-disabled"] == "true"
