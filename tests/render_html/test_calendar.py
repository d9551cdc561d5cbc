"""The calendar: one cell a day, and a day of which nothing is known is never a day at rest or one free of pain."""

import datetime as dt
import math

import pytest

from footfall.history.calendar import CalendarDay, calendar, load_step
from footfall.render.html.pictures.calendar import calendar_picture
from footfall.render.html.pictures.grid_days import WEEKS_A_PAGE, pages
from footfall.render.summary import SpikeFound
from tests.factories import entry, run_on
from tests.render_html import seasons
from tests.render_html.seasons import MONDAY


def cell(at: int, easy_km: float = 0.0, pain: float = math.nan, entries: int = 0) -> CalendarDay:
    return CalendarDay(MONDAY + dt.timedelta(days=at), easy_km, int(easy_km > 0), pain, entries)


@pytest.mark.parametrize(
    ("easy_km", "step"), [(0.0, 0), (0.1, 1), (4.49, 1), (4.5, 2), (7.0, 3), (10.0, 4), (13.0, 5), (40.0, 5), (math.nan, None)]
)
def test_the_breaks_of_the_colours_are_fixed(easy_km: float, step: int | None) -> None:
    assert load_step(easy_km) == step


def test_each_day_has_its_load_and_the_worst_pain_of_its_rows() -> None:
    runs = [run_on(MONDAY, km=8.0), run_on(MONDAY, "18:00", km=4.0), run_on(MONDAY + dt.timedelta(days=3), km=8.0)]
    rows = [entry(MONDAY, 2, pain_max=2.0, pain_next_morning=4.0), entry(MONDAY + dt.timedelta(days=1), 3, pain_max=0.0)]
    content = seasons.content(runs, rows, as_of=MONDAY + dt.timedelta(days=9))
    days = calendar(content.history)
    assert [day.date.day for day in days] == [3, 4, 5, 6], "up to the last run or row"
    assert days[0].easy_km == pytest.approx(sum(run.easy_km["b1"] for run in runs[:2]))
    assert [day.pain for day in days[:2]] == [4.0, 0.0]
    assert math.isnan(days[2].pain)
    assert [day.entries for day in days] == [1, 1, 0, 0]
    assert [day.step is None or day.step == 0 for day in days] == [False, True, True, False]


def test_weeks_of_silence_are_left_blank() -> None:
    runs = [run_on(MONDAY, km=8.0), run_on(MONDAY + dt.timedelta(days=9), km=8.0)]
    days = calendar(seasons.content(runs, None).history)
    assert [day.step for day in days[1:9]] == [None] * 8


def test_an_entry_free_of_pain_is_an_empty_cell_and_no_entry_a_dash() -> None:
    days = [cell(0, pain=3.0, entries=1), cell(1, pain=0.0, entries=1), cell(2), cell(3, entries=1)]
    picture = calendar_picture(days, (), 0)
    assert picture is not None
    assert picture.figure is not None
    _, diamonds, dots, dashes = picture.figure.choices[0].traces
    assert (diamonds["y"], dots["y"], dashes["y"]) == ([0], [3], [2])
    assert picture.key_number == "3 of 4"
    assert picture.heading == "Back pain is written down for 1 of 3 diary days, at worst 3 of 10 on 3 August"
    assert picture.table is not None
    assert [row[0] for row in picture.table.rows] == ["Mon 3 Aug", "Tue 4 Aug", "Thu 6 Aug"]


def test_without_a_diary_there_is_load_alone_and_no_dash() -> None:
    picture = seasons.picture(seasons.without_diary(), "calendar")
    assert picture.figure is not None
    assert [trace["type"] for trace in picture.figure.choices[0].traces] == ["heatmap"]
    assert picture.heading.startswith("You ran on 42 of ")


@pytest.mark.parametrize("week_start", [0, 6])
def test_over_half_a_year_the_newest_half_comes_first_in_whole_weeks(week_start: int) -> None:
    days = [cell(at, easy_km=5.0) for at in range(400)]
    sheets = pages(days, week_start)
    assert sum(map(len, sheets)) == 400
    assert len(sheets) == 3
    assert sheets[0][-1] == days[-1]
    assert all(sheet[0].date.weekday() == (week_start - 0) % 7 for sheet in sheets[:-1])
    assert len(sheets[1]) == 7 * WEEKS_A_PAGE
    picture = calendar_picture(days, (), week_start)
    assert picture is not None
    assert picture.choose


def test_only_the_largest_of_the_runs_that_stood_out_has_a_label_and_each_an_outline() -> None:
    days = [cell(at, easy_km=5.0) for at in range(28)]
    spikes = [SpikeFound(days[8].date, 0.2), SpikeFound(days[20].date, 0.41)]
    picture = calendar_picture(days, spikes, 0)
    assert picture is not None
    assert picture.figure is not None
    wide = picture.figure.choices[0].wide
    assert [(shape["x0"], shape["y0"]) for shape in wide.shapes] == [(0.5, 0.5), (1.5, 5.5)]
    assert [note["text"] for note in wide.annotations if "▲" in str(note["text"])] == ["▲ 23 Aug: +41\N{THIN SPACE}%"]


def test_a_load_that_is_not_known_is_a_gap() -> None:
    content = seasons.unknown_load()
    days = calendar(content.history)
    monday = days[0].date - dt.timedelta(days=days[0].date.weekday())
    at = (dt.date(2026, 9, 2) - monday).days
    heat = seasons.picture(content, "calendar").figure.choices[0].traces[0]  # type: ignore[union-attr]
    assert heat["z"][at % 7][at // 7] is None


@pytest.mark.parametrize(("wide", "january", "last"), [(True, "Jan 2026", ["May"]), (False, "Jan ’26", [])])
def test_months_are_named_where_their_name_has_room(wide: bool, january: str, last: list[str]) -> None:
    """Half a year whose last week is the only one of May: on a phone that name would leave the frame."""
    first = dt.date(2025, 11, 10)
    days = [CalendarDay(first + dt.timedelta(days=at), 5.0, 1, math.nan, 0) for at in range(7 * 26)]
    picture = calendar_picture(days, (), 0)
    assert picture is not None
    assert picture.figure is not None
    (page,) = picture.figure.choices
    names = {note["text"]: note["x"] for note in (page.wide if wide else page.narrow).annotations}
    assert list(names) == ["Nov", "Dec", january, "Feb", "Mar", "Apr", *last]
    assert names[january] == 7.5
