"""A day's load and the next morning: dots, means and links are those of the findings, and no heading claims more than rule A1."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.findings.finding import Checked, Findings, Skipped
from footfall.findings.load_mornings import load_mornings
from footfall.render.html.pictures.load_morning import MOST_DOTS, load_morning_picture
from tests.factories import PAIN_FREE, entry, run_on
from tests.render_html import seasons
from tests.render_html.seasons import MONDAY


def _made(days: int = 84) -> seasons.Content:
    """A run of 8 km every other day, a row every day: after a run 2 or 4 by turns, after rest 0."""
    dates = [MONDAY + dt.timedelta(days=at) for at in range(days)]
    runs = [run_on(date, km=8.0, minutes=48.0) for date in dates[::2]]
    scores = [0.0 if at % 2 else 2.0 + 2.0 * (at // 2 % 2) for at in range(days)]
    rows = [
        entry(date, at + 2, onset=None if at % 2 else PAIN_FREE, pain_max=0.0, pain_next_morning=scores[at])
        for at, date in enumerate(dates)
    ]
    return seasons.content(runs, rows, as_of=dates[-1] + dt.timedelta(days=1))


def test_each_morning_stands_with_the_load_of_the_day_before() -> None:
    found = load_mornings(_made().history)
    assert found is not None
    assert len(found.day) == 84
    assert found.day[0] == MONDAY
    assert found.pain[:4].tolist() == [2.0, 0.0, 4.0, 0.0]
    assert found.easy_km[1] == 0
    assert found.easy_km[0] > 7


def test_the_means_are_those_of_the_groups_and_weeks_stay_together() -> None:
    found = load_mornings(_made().history)
    assert found is not None
    rest, ran = found.groups
    assert (rest.mornings, rest.mean, ran.mornings, ran.mean) == (42, 0.0, 42, 3.0)
    weeks = np.array([day.toordinal() // 7 for day in found.day[::2]])
    sums = np.array([np.sum(found.pain[::2][weeks == week] - 3.0) for week in np.unique(weeks)])
    error = math.sqrt(len(sums) / (len(sums) - 1) * np.sum(sums**2)) / 42
    assert ran.high - ran.low == pytest.approx(2 * 2.179 * error, rel=0.02)


def test_the_dots_are_shaken_the_same_each_time_and_stay_near_their_score() -> None:
    found = load_mornings(_made().history)
    one, other = (load_morning_picture(found, Findings()).figure for _ in range(2))
    assert one is not None
    assert other is not None
    assert found is not None
    assert one.traces[0] == other.traces[0]
    assert one.traces[0]["marker"]["opacity"] == 0.38
    assert np.abs(np.array(one.traces[0]["y"]) - found.pain).max() < 0.2


def test_the_heading_says_what_the_rule_said() -> None:
    made = _made()
    found = load_mornings(made.history)
    rule = next((one for one in made.findings.found if one.rule == "A1"), None)
    assert rule is not None
    assert load_morning_picture(found, made.findings).heading == "Load and the pain of later days go together here"
    quiet = Findings(checked=(Checked("A1", "", ""),))
    assert load_morning_picture(found, quiet).heading == "No clear link between load and the mornings after it"
    lacking = Findings(skipped=(Skipped("A1", "", "", "12 mornings", "60"),))
    picture = load_morning_picture(found, lacking)
    assert "too few entries" in picture.heading
    assert picture.key_number == ""
    assert any("12 mornings" in line for line in picture.note)
    assert picture.figure is not None
    assert not [trace for trace in picture.figure.traces if trace.get("xaxis") == "x2"], "no link is drawn that was not asked"


def test_the_links_are_those_of_the_rule() -> None:
    made = _made()
    found = load_mornings(made.history)
    assert found is not None
    figure = load_morning_picture(found, made.findings).figure
    assert figure is not None
    dots = figure.traces[-1]
    known = [each.link.r for each in found.links if not math.isnan(each.link.r)]
    assert dots["x"] == pytest.approx(known, abs=0.01)


def test_of_a_long_history_the_newest_mornings_are_dots_and_all_are_counted() -> None:
    found = load_mornings(_made(84).history)
    assert found is not None
    many = 10
    long = replace(found, day=found.day * many, easy_km=np.tile(found.easy_km, many), pain=np.tile(found.pain, many))
    picture = load_morning_picture(long, Findings())
    assert picture.figure is not None
    assert len(picture.figure.traces[0]["x"]) == MOST_DOTS
    assert any("newest 730" in line for line in picture.note)


def test_without_a_scored_morning_a_box_says_which_column_is_needed() -> None:
    runs = seasons.season_runs(4)
    made = seasons.content(runs, [entry(run.local_date, 2, onset=PAIN_FREE, pain_max=0.0) for run in runs])
    picture = seasons.picture(made, "load-morning")
    assert picture.empty is not None
    assert "pain_next_morning" in picture.empty.needs


@pytest.mark.parametrize("wide", [True, False])
def test_the_last_mean_has_room_for_its_number_within_the_frame(wide: bool) -> None:
    picture = load_morning_picture(load_mornings(_made().history), Findings())
    assert picture.figure is not None
    drawing = picture.figure.wide if wide else picture.figure.narrow
    layout = drawing.layout
    begin, end = layout["xaxis"]["range"]  # type: ignore[index]
    width_px = (640 if wide else 328) - layout["margin"]["l"] - layout["margin"]["r"]  # type: ignore[index]
    per_column = width_px * (layout["xaxis"]["domain"][1] - layout["xaxis"]["domain"][0]) / (end - begin)  # type: ignore[index]
    assert (end - 5.2) * per_column + layout["margin"]["r"] > 9 + 24, "a number of three signs, 9 px beside the mean"  # type: ignore[index]
