"""The picture of weeks ranks or trends weeks only where force counted evenly and force counted strongly agree."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from footfall.model.summary import RunSummary
from footfall.render.content import Content
from footfall.render.html.page import to_page
from footfall.render.html.pictures.picture import Picture
from footfall.render.terminal import render
from tests.factories import run_on
from tests.render_html import seasons

DEPENDS = "depends on how strongly force is weighted"


def week_of_runs(week: int, minutes: float, strong: float) -> list[RunSummary]:
    """Three runs; their easy km where hard footfalls count strongly are `strong` times those where force counts evenly."""
    made = [run_on(seasons.MONDAY + dt.timedelta(weeks=week, days=day), minutes=minutes) for day in (1, 3, 6)]
    return [_weighted(run, strong) for run in made]


def _weighted(run: RunSummary, strong: float) -> RunSummary:
    assert run.parts is not None
    weighted = {exponent: sums * (strong if exponent == 4 else 1.0) for exponent, sums in run.parts.weighted.items()}
    easy_km = {**run.easy_km, "b4": run.easy_km["b4"] * strong}
    return replace(run, easy_km=easy_km, parts=replace(run.parts, weighted=weighted))


def season(weeks: Sequence[tuple[float, float]]) -> Content:
    """Weeks of three runs of (minutes, strong); the one after the last has begun."""
    runs = [run for week, how in enumerate(weeks) for run in week_of_runs(week, *how)]
    return seasons.content(runs, None, as_of=seasons.MONDAY + dt.timedelta(weeks=len(weeks), days=1))


def picture(weeks: Sequence[tuple[float, float]]) -> Picture:
    return seasons.picture(season(weeks), "weeks")


STEADY = [(48.0, 1.0)] * 6


@pytest.mark.parametrize("times", [1.2, 1.5])
def test_a_slow_week_that_is_less_where_force_counts_strongly_is_not_called_more(times: float) -> None:
    made = picture([*STEADY, (48.0 * times, 0.58)])
    said = " ".join((made.heading, *made.note))
    assert made.key_number == f"{3 * 48 * times * 166 / 1011:.1f} easy km"
    assert "over the median" not in said
    assert "stood above" not in said.replace("Whether a week stood above", "")
    assert " ".join(made.note).count(DEPENDS) == 1
    assert (DEPENDS in made.heading) is (times > 1.3), "the band is 30 % wide"


def test_a_week_that_is_more_at_both_is_called_more() -> None:
    made = picture([*STEADY, (72.0, 1.0)])
    assert made.heading.startswith("One week of ")
    assert "50\N{THIN SPACE}% over the median" in made.note[0]
    assert DEPENDS not in " ".join((made.heading, *made.note))


def test_a_week_that_is_less_at_both_is_called_less() -> None:
    made = picture([*STEADY, (24.0, 1.0)])
    assert "50\N{THIN SPACE}% under the median of the four weeks before, below the band" in made.note[0]


def test_a_week_like_the_four_before_is_neither_over_nor_under() -> None:
    note = " ".join(picture([*STEADY, (49.0, 1.0)]).note)
    assert "over the median" not in note
    assert note.count("too close to the median") == 1


def test_the_heading_counts_weeks_above_at_both_and_the_note_names_the_others() -> None:
    made = picture([*STEADY, (72.0, 1.0), *STEADY, (72.0, 0.58)])
    assert made.heading.startswith("One week of ")
    assert any(line.startswith("One more week is drawn above the band") for line in made.note)


@pytest.mark.parametrize(("strong", "most"), [(1.0, True), (0.6, False)])
def test_before_there_is_a_normal_the_week_with_most_is_named_where_both_agree(strong: float, most: bool) -> None:
    made = picture([(48.0, 1.0), (60.0, strong), (40.0, 1.0)])
    note = " ".join(made.note)
    assert ("the most so far" in note) is most
    assert note.count(DEPENDS) == (0 if most else 1)


def test_a_week_holds_the_runs_of_the_four_before_it_and_is_held_against_their_median() -> None:
    content = season([*STEADY, (72.0, 1.0)])
    last = next(week for week in content.weeks if week.start == seasons.MONDAY + dt.timedelta(weeks=6))
    assert [len(runs) for runs in last.before] == [3, 3, 3, 3]
    assert last.against_normal is not None
    assert last.against_normal.ratio[1].value == pytest.approx(1.5)
    assert content.weeks[3].against_normal is None


@pytest.mark.parametrize("own", [0, 5])
def test_until_the_easy_kilometre_is_the_runners_own_terminal_and_page_say_so(own: int) -> None:
    made = season([(48.0, 1.0)] * 2)
    made = replace(made, calibration=replace(made.calibration, easy=replace(made.calibration.easy, runs=own)))
    text = " ".join(render(made).split())
    note = " ".join(seasons.picture(made, "weeks").note)
    assert ("your own easy pace" in note) is (own > 0)
    assert ("published runners" in note) is (own == 0)
    assert any("by a published easy kilometre" in line for line in to_page(made).about_runs) is (own == 0)
    assert text.count("by a published easy kilometre") == (2 if own == 0 else 0), "under the runs and under the weeks"
