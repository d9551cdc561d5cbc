"""The lines that hold loads against each other, and the sizes of units."""

import dataclasses
import datetime as dt
import math

import pytest

from footfall.history.ranking import Ranking
from footfall.metrics.agreement import EVEN, STRONG, Comparison, Most, Order
from footfall.model.measure import Measure
from footfall.render.html.page import to_page
from footfall.render.loads import chosen_model, how_sure, last_week, load_number, load_range, most_load
from footfall.render.terminal import render
from tests.render_html import seasons
from tests.render_html.seasons import picture

RATIO = Measure(1.42, 1.32, 1.52, "ratio", "derived")


@pytest.fixture(scope="module")
def season():
    return seasons.season()


def ranked(content, order, rivals):
    outings = content.history.outings
    most = Most(order, 3, rivals, RATIO)
    return dataclasses.replace(content, ranking=Ranking(outings, most, 0.055))


def test_the_most_is_named_with_its_ratio_to_the_next(season):
    content = ranked(season, Order.MORE, (5,))
    first, other = season.history.outings[3], season.history.outings[5]
    line = most_load(content)
    assert line.startswith(f"Most load: {first.day.day} ")
    assert f"{first.easy_km:.1f} easy km, 1.42 (1.32 to 1.52) times the next, {other.day.day} " in line


def test_where_exponents_differ_it_is_said_that_it_depends(season):
    line = most_load(ranked(season, Order.DEPENDS, (5, 6)))
    assert "depends on how strongly force is weighted" in line
    assert "1.42" not in line


def test_close_ones_are_not_ranked(season):
    assert "too close to tell between" in most_load(ranked(season, Order.TOO_CLOSE, (5,)))
    assert "and 2 other runs" in most_load(ranked(season, Order.TOO_CLOSE, (5, 6)))


def test_the_real_ranking_of_a_season_stands_on_terminal_and_page(season):
    line = most_load(season)
    assert line
    assert line in " ".join(render(season).split())
    assert line in to_page(season).about_runs


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (Order.MORE, "1.42 (1.32 to 1.52) times th"),
        (Order.LESS, "1.42 (1.32 to 1.52) times th"),
        (Order.TOO_CLOSE, "too close to tell"),
        (Order.DEPENDS, "depends on how strongly force is weighted"),
    ],
)
def test_the_last_week_is_held_against_the_four_before(season, order, words):
    trend = dataclasses.replace(season.week_trend, comparison=Comparison(order, {EVEN: RATIO, STRONG: RATIO}))
    line = last_week(trend)
    assert words in line
    assert f"{trend.easy_km:.1f} easy km" in line
    assert line in " ".join(render(dataclasses.replace(season, week_trend=trend)).split())
    same = last_week(trend, trend.start)
    assert words.replace("too close to tell", "too close to the median") in same
    assert "easy km" not in same


def test_the_page_says_it_beside_the_weeks(season):
    trend = season.week_trend
    note = picture(season, "weeks").note
    assert {last_week(trend), last_week(trend, trend.start)} & set(note)
    assert last_week(None) == ""


def test_which_error_applies_is_worked_out_from_the_runs_shown(season):
    run = season.runs[0]
    force = (run.force.high - run.force.low) / 2 / run.force.value
    lumbar = math.sqrt(run.lumbar_cumulative.high / run.lumbar_cumulative.low)
    line = how_sure(dataclasses.replace(season, ranking=Ranking((), None, 0.055)))
    assert f"±{100 * force:.0f}" in line
    assert f"factor of {lumbar:.1f}" in line
    assert "compare to 6\N{THIN SPACE}% (1 SD)" in line
    assert (
        "In nine of ten pairs of equal runs the error is less than 10\N{THIN SPACE}%" in line
    )  # 1.645 x 5.5 % = 9.05 %, rounded up
    assert "some differ by more by chance" in line
    assert "more than the error" not in line


def test_no_more_is_promised_than_the_two_powers_that_were_asked(season):
    ratios = {EVEN: RATIO, STRONG: RATIO}
    trend = dataclasses.replace(season.week_trend, comparison=Comparison(Order.MORE, ratios))
    line = last_week(trend, trend.start)
    assert "(power 4)" in line
    assert "turn this round" not in line


def test_with_one_run_nothing_is_compared():
    one = seasons.content(seasons.season_runs()[:1], None)
    assert most_load(one) == how_sure(one) == last_week(one.week_trend) == ""


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (36_813.0, "BW·footfalls", "36.8"),
        (16_316.2, "footfalls", "16,316"),
        (16_375.4, "easy footfalls", "16,375"),
        (5.38, "mm, mean of a group", "5.4"),
        (math.nan, "mm, mean of a group", "?"),
    ],
)
def test_a_load_has_the_digits_that_mean_something(value, unit, shown):
    assert load_number(value, unit) == shown


def test_a_range_names_its_unit_once():
    assert load_range(Measure(36_813, 31_100, 42_900, "BW·footfalls", "derived")) == "36.8 (31.1 to 42.9) thousand BW·footfalls"


def test_a_model_asked_for_by_name_is_said_and_the_default_is_not(season):
    assert chosen_model(season) == ""
    asked = dataclasses.replace(season, load_model="weighted-4")
    assert chosen_model(asked) == "Load: model weighted-4, exploratory, in easy footfalls."
    load = dataclasses.replace(season.runs[0].load, measure=Measure.unknown("mm, mean of a group"))
    unknown = dataclasses.replace(season.runs[0], load=load)
    asked = dataclasses.replace(season, load_model="shrinkage", runs=(unknown,))
    assert "running time of at most 60 minutes" in chosen_model(asked)
    assert "running time of at most 60 minutes" in to_page(asked).about_runs[-1]


def test_the_table_behind_the_weeks_shows_the_interval(season):
    table = picture(season, "weeks").table
    week = next(week for week in season.weeks if week.outings > 1)
    cell = table.rows[season.weeks.index(week)][3]
    easy = week.sums.easy
    assert cell == f"{easy.value:.1f} ({easy.low:.1f}–{easy.high:.1f})"


def test_weeks_as_a_table_hold_the_intervals(season):
    frame = season.weeks_to_frame()
    assert list(frame["start"]) == [week.start.isoformat() for week in season.weeks]
    full = frame[frame["outings"] > 1].iloc[0]
    assert full["easy_km_low"] < full["easy_km_b1"] < full["easy_km_high"]
    assert full["footfalls_low"] < full["footfalls_total"] < full["footfalls_high"]
    assert full["load_model"] == "ground-force"
    assert dt.date.fromisoformat(full["start"]).weekday() == 0
