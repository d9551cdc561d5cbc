"""The picture of cadence: bars and line are what was recorded, and its words say no more than they do."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.findings.late_cadence import late_cadence
from footfall.history.drift import LEAST_RUNS, running_cadence
from footfall.model.calibration import CadenceLine
from footfall.render.content import Content
from footfall.render.cumulated import shown_outings
from footfall.render.html.pictures.cadence import cadence_picture
from footfall.render.html.pictures.picture import Picture
from tests.factories import run_on
from tests.render_html import seasons
from tests.render_html.conftest import Pages


def drifting(slope: float, *, spread: float = 0.3, runs: int = 10, minutes: int = 40, start: float = 0.0) -> Content:
    """Runs that are even until minute 10 and then move by about `slope` a minute; `start` is how their first minute differs."""
    made = []
    for at in range(runs):
        run = run_on(seasons.MONDAY + dt.timedelta(days=3 * at), km=minutes / 6, minutes=minutes)
        own = slope + spread * slope * (at % 5 - 2)
        spm = 166 + 0.7 * (at % 4) + own * np.maximum(0, np.arange(minutes) - 9)
        spm[0] += start
        made.append(replace(run, curve=replace(run.curve, running_spm=np.concatenate([[math.nan], spm]))))
    return seasons.content(made, None)


def cadence_of(content: Content) -> Picture:
    return seasons.picture(content, "cadence")


@pytest.mark.parametrize(
    ("slope", "spread", "said"),
    [
        (-0.15, 0.3, "Your median cadence is 166 steps/min, and late in your runs it is 3.8 lower"),
        (0.15, 0.3, "Your median cadence is 168 steps/min, and late in your runs it is 3.8 higher"),
        (0.01, 0.3, "Your median cadence is 167 steps/min, and late in your runs it moves by less than 2"),
        (0.15, 9.0, "Your median cadence is 167 steps/min; no clear drift within your runs"),
    ],
)
def test_the_heading_says_what_the_late_minutes_do(slope: float, spread: float, said: str) -> None:
    content = drifting(slope, spread=spread)
    found = running_cadence(shown_outings(content.runs, content.history))
    late = late_cadence(found.drift)
    assert late is not None
    picture = cadence_of(content)
    assert picture.heading == said
    assert f"{np.median(found.spm):.0f}" in picture.key_number
    assert ("What is smaller" in " ".join(picture.note)) == ("no clear drift" in said)


def test_bars_and_line_are_the_numbers_that_were_found() -> None:
    content = drifting(-0.1)
    found = running_cadence(shown_outings(content.runs, content.history))
    figure = cadence_of(content).figure
    assert figure is not None
    bars, ribbon, median = figure.traces
    assert bars["x"] == found.bins[0].tolist()
    assert bars["y"] == found.bins[1].tolist()
    low, middle, high = found.drift.quartiles
    assert median["x"] == pytest.approx(found.drift.drawn + 0.5)
    assert median["y"] == pytest.approx(middle, abs=0.01)
    assert ribbon["y"] == pytest.approx([*high, *low[::-1]], abs=0.01)
    for size in (figure.wide, figure.narrow):
        at_end = next(note for note in size.annotations if note["x"] == 39.5)
        assert at_end["text"] == f"\N{MINUS SIGN}{abs(middle[-1]):.1f}"
        row = [note["text"] for note in size.annotations if str(note["text"]) == "10"]
        assert len(row) == len(size.layout["xaxis2"]["tickvals"])  # type: ignore[index]


def test_a_start_that_leaves_the_frame_is_named_at_its_edge() -> None:
    figure = cadence_of(drifting(-0.05, start=-14.0)).figure
    assert figure is not None
    (mark,) = [note for note in figure.wide.annotations if "↓" in str(note["text"])]
    assert mark["text"] == "↓ \N{MINUS SIGN}14.0"
    assert mark["y"] == pytest.approx(figure.wide.layout["yaxis2"]["range"][0], abs=0.01)  # type: ignore[index]


def test_a_minute_with_too_few_runs_is_a_gap_in_line_and_ribbon() -> None:
    content = drifting(0.0)
    walked = [
        replace(run, curve=replace(run.curve, running_spm=np.where(np.arange(41) == 21, math.nan, run.curve.running_spm)))
        for run in content.runs
    ]
    figure = cadence_of(seasons.content(walked, None)).figure
    assert figure is not None
    _, first, second, median = figure.traces
    assert median["y"].count(None) == 1  # type: ignore[attr-defined]
    assert max(first["x"]) == 19.5  # type: ignore[type-var]
    assert min(second["x"]) == 21.5  # type: ignore[type-var]


def test_with_few_runs_there_are_bars_alone_and_what_the_line_needs() -> None:
    picture = cadence_of(drifting(0.0, runs=LEAST_RUNS - 1))
    assert picture.figure is not None
    assert [trace["type"] for trace in picture.figure.traces] == ["bar"]
    assert picture.heading == "Half of your running minutes have 167 steps/min or more"
    assert f"from {LEAST_RUNS} runs on" in " ".join(picture.note)
    assert not picture.legend


def test_a_few_bins_are_no_wall_of_bars() -> None:
    figure = cadence_of(drifting(0.0, runs=5)).figure
    assert figure is not None
    begin, end = figure.wide.layout["xaxis"]["range"]  # type: ignore[index]
    assert end - begin == 24
    assert begin < min(figure.traces[0]["x"]) < max(figure.traces[0]["x"]) < end  # type: ignore[type-var]


def test_runs_too_short_to_drift_have_a_line_and_no_claim() -> None:
    picture = cadence_of(drifting(0.0, minutes=17))
    assert picture.heading.startswith("Half of your running minutes")
    assert "Too few runs go on for long enough" in " ".join(picture.note)


def test_without_a_recorded_cadence_a_hatched_box_says_from_what_it_is_estimated(pages: Pages) -> None:
    section = pages.tree("no cadence").one("section", id="p-cadence")
    box = section.one("div", class_="empty")
    assert [mark.attributes["class"] for mark in box.all("span")] == ["swatch population"]
    assert "None of the 42 runs shown has" in box.text
    assert "estimated from speed, ±6" in box.text, "the made calibration's own spread"
    assert not section.all("div", class_="plot")


def test_runs_without_one_are_counted_beside_those_with(pages: Pages) -> None:
    content = drifting(0.0)
    bare = run_on(dt.date(2026, 11, 1))
    bare = replace(bare, curve=replace(bare.curve, running_spm=np.full_like(bare.curve.minute, math.nan)))
    note = cadence_of(seasons.content([*content.runs, bare], None)).note
    assert "1 run without a recorded cadence is left out: an estimate from speed shows no drift." in note


def test_nobody_is_held_against_others_or_against_180() -> None:
    for content in (drifting(-0.15), drifting(0.0), seasons.season()):
        picture = cadence_of(content)
        words = " ".join([picture.heading, picture.subtitle, *picture.note])
        assert "180" not in words
        assert "runners" not in words


def test_a_walk_alone_has_no_picture() -> None:
    line = CadenceLine(165.0, 10.0, "population", 0.09, seasons.ERRORS, 0)
    assert cadence_picture(running_cadence(()), None, line) is None
