"""Onsets by minute and by date: drawn from the rates and spells that the findings hold, and honest where there are too few."""

import datetime as dt
import math

import numpy as np
import plotly.graph_objects as go
import pytest

from footfall.findings.by_date import by_date
from footfall.findings.onset_rates import onset_rates
from footfall.findings.stats.hazards import hazards
from footfall.findings.tolerance import tolerance
from footfall.render.html.pictures.onset_dates import onset_dates_picture
from footfall.render.html.pictures.onset_rate import rate_margin
from footfall.render.summary import SpikeFound
from tests.factories import PAIN_FREE, entry, minutes_onset, run_on
from tests.render_html import seasons
from tests.render_html.seasons import MONDAY, SPIKE_DAY

RATES = hazards(np.array([7.0, 12.0, 13.0]), np.array([20.0] * 30))


def test_a_bin_has_its_onsets_per_hour_at_risk_with_an_exact_interval() -> None:
    margin = rate_margin(RATES)
    lines, some, none, leaving = margin.figure.traces
    assert some["x"] == [7.5, 12.5]
    hours = (30 * 5 + 2.0 + 2 * 5) / 60
    assert some["y"][0] == pytest.approx(1 / hours, abs=0.01)
    assert none["x"] == [2.5, 17.5]
    assert none["y"] == [0, 0]
    assert leaving["x"] == []
    assert lines["y"][3] == pytest.approx(0.02532 / hours, abs=0.01)
    assert margin.table.rows[1][:3] == ("5–10", "1", "162")


def test_an_interval_that_leaves_the_frame_ends_in_an_arrow() -> None:
    rates = hazards(np.array([7.0, 12.0, 13.0]), np.array([20.0] * 30 + [22.0]))
    margin = rate_margin(rates)
    top = margin.figure.wide.layout["yaxis"]["range"][1] / 1.02  # type: ignore[index]
    lines, _, _, leaving = margin.figure.traces
    assert leaving["x"] == [22.5]
    assert leaving["y"] == [pytest.approx(top, abs=0.01)]
    assert max(y for y in lines["y"] if y is not None) <= top + 0.01


def test_under_eight_onsets_there_is_no_rate() -> None:
    assert onset_rates(tolerance(seasons.few_onsets().history)) is None
    assert seasons.picture(seasons.few_onsets(), "tolerance").margin is None
    assert seasons.picture(seasons.season(), "tolerance").margin is not None


def test_plotly_knows_every_property_of_the_margin() -> None:
    figure = rate_margin(RATES).figure
    go.Figure([{**trace, "marker": {}, "line": {}} for trace in figure.traces])


def test_without_a_diary_the_pictures_of_pain_are_one_box() -> None:
    made = seasons.without_diary()
    with pytest.raises(StopIteration):
        seasons.picture(made, "onset-dates")
    assert seasons.picture(made, "tolerance").empty is not None


def _changed() -> seasons.Content:
    """Forty minutes free of pain in the first 14 weeks, ten from then on."""
    runs = [run_on(MONDAY + dt.timedelta(days=3 * at), minutes=60.0 + at % 5) for at in range(64)]
    onsets = [minutes_onset((40.0 if at < 32 else 10.0) + at % 4) if at % 4 else PAIN_FREE for at in range(64)]
    rows = [entry(run.local_date, at + 2, onset=onset) for at, (run, onset) in enumerate(zip(runs, onsets, strict=True))]
    return seasons.content(runs, rows, as_of=runs[-1].local_date)


def test_the_spells_that_were_compared_are_drawn_with_their_medians_and_named() -> None:
    made = _changed()
    dated = by_date(tolerance(made.history))
    assert dated.change is not None
    assert dated.change.moves
    picture = seasons.picture(made, "onset-dates")
    assert picture.heading.startswith("Pain has come to begin sooner: half of runs free for 1")
    medians = [spell.curve.median for spell in dated.spells]
    assert picture.key_number == f"{medians[0]:.0f} → {medians[1]:.0f} min"
    assert picture.figure is not None
    drawn = [shape["y0"] for shape in picture.figure.wide.shapes if shape["type"] == "line" and shape.get("x0") != 0]
    assert drawn == [spell.curve.median for spell in dated.spells]
    assert picture.table is not None
    assert [row[1:3] for row in picture.table.rows] == [(str(len(spell.outings)), str(spell.onsets)) for spell in dated.spells]


def _unchanged() -> seasons.Content:
    """Onsets at the same minutes in the first weeks and in the last."""
    runs = [run_on(MONDAY + dt.timedelta(days=3 * at), minutes=60.0 + at % 5) for at in range(64)]
    onsets = [minutes_onset(15.0 + at % 7) if at % 3 else PAIN_FREE for at in range(64)]
    rows = [entry(run.local_date, at + 2, onset=onset) for at, (run, onset) in enumerate(zip(runs, onsets, strict=True))]
    return seasons.content(runs, rows, as_of=runs[-1].local_date)


def test_without_a_clear_change_no_arrow_tells_of_one() -> None:
    picture = seasons.picture(_unchanged(), "onset-dates")
    assert picture.heading == "No clear change over time in how soon pain begins"
    assert "→" not in picture.key_number
    assert " and " in picture.key_number


def test_with_few_onsets_the_points_are_drawn_and_no_median() -> None:
    picture = seasons.picture(seasons.few_onsets(), "onset-dates")
    assert picture.figure is not None
    assert picture.heading.startswith("Pain began in 5 of ")
    assert picture.key_number == ""
    assert not [note for note in picture.figure.wide.annotations if "half" in str(note["text"])]


def test_each_onset_and_each_run_free_of_pain_stands_on_its_date() -> None:
    made = seasons.season()
    found = tolerance(made.history)
    picture = seasons.picture(made, "onset-dates")
    assert picture.figure is not None
    free, began, stopped = picture.figure.traces
    assert began["x"] == [outing.day.isoformat() for outing in found.began]
    assert began["y"] == [outing.onset.minute for outing in found.began]
    assert len(free["x"]) == len(found.free)
    assert stopped["x"] == []


def test_the_spike_has_its_date_line_and_one_label() -> None:
    dated = by_date(tolerance(seasons.season().history))
    picture = onset_dates_picture(dated, [SpikeFound(SPIKE_DAY, 0.41), SpikeFound(SPIKE_DAY - dt.timedelta(days=7), 0.2)])
    assert picture is not None
    assert picture.figure is not None
    upright = [shape["x0"] for shape in picture.figure.wide.shapes if shape.get("x0") == shape.get("x1")]
    assert upright == ["2026-10-04", "2026-09-27"]
    assert [note["text"] for note in picture.figure.wide.annotations if "%" in str(note["text"])] == ["4 Oct, +41\N{THIN SPACE}%"]
    assert not math.isnan(dated.found.watched[0].timer_min)
