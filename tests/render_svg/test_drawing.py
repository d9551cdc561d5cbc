"""The static drawing: every picture has its marks, inside the frame, where plotly would put them."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.render.html.figure import Drawing, Figure, label
from footfall.render.html.page import to_page
from footfall.render.html.pictures.picture import Picture
from footfall.render.html.theme import template
from footfall.render.svg.clip import Box, cut_area, cut_line
from footfall.render.svg.drawing import drawn
from footfall.render.svg.scale import frame_of
from footfall.render.svg.symbols import mark
from footfall.render.svg.ticks import round_step, ticks_of
from tests.render_html import seasons
from tests.render_html.conftest import MAKERS
from tests.render_html.dom import Element, parse

_PLACES = re.compile(r"[ML](-?[\d.]+)[ ,](-?[\d.]+)")


def pictures(case: str) -> Iterator[tuple[str, Figure]]:
    for picture in to_page(MAKERS[case]()).pictures:
        if picture.figure is not None:
            yield picture.key, picture.figure
        if picture.margin is not None:
            yield picture.margin.key, picture.margin.figure


def tree(figure: Figure, width: float = 744) -> Element:
    return parse(f"<svg>{drawn(figure, width)[0]}</svg>").one("svg")


def figure_of(*traces: dict[str, object], **axes: object) -> Figure:
    layout = {"margin": {"l": 10, "r": 10, "t": 10, "b": 10}, "xaxis": {"range": [0, 10]}, "yaxis": {"range": [0, 10]}, **axes}
    return Figure(traces, Drawing(120, layout), Drawing(120, layout))


def lines_of(*points: tuple[float | None, float | None], **line: object) -> dict[str, object]:
    x, y = zip(*points, strict=True)
    style = {"color": "var(--accent)", "width": 2, **line}
    return {"type": "scatter", "mode": "lines", "x": list(x), "y": list(y), "line": style}


@pytest.mark.parametrize("case", MAKERS)
def test_every_picture_is_drawn_and_no_mark_leaves_its_frame(case: str) -> None:
    for key, figure in pictures(case):
        found = tree(figure)
        height = figure.tall[0]
        marks = [
            one for one in found.all("path") if "f-" in one.attributes.get("class", "") or one.attributes.get("stroke-width")
        ]
        assert marks, key
        for one in found.all("path"):
            for x, y in _PLACES.findall(one.attributes["d"]):
                assert 0 <= float(x) <= 744, key
                assert 0 <= float(y) <= height, key
        for one in found.all("text"):
            assert 0 <= float(one.attributes["x"]) <= 744, (key, one.text)
            assert 0 <= float(one.attributes["y"]) <= height, (key, one.text)


@pytest.mark.parametrize("case", ["season", "few onsets", "many runs"])
def test_each_trace_that_holds_something_leaves_an_element(case: str) -> None:
    for key, figure in pictures(case):
        traces = [*figure.traces, *(figure.choices[figure.chosen].traces if figure.choices else ())]
        for trace in traces:
            known = [y for y in trace.get("y", trace.get("z")) if y is not None]  # type: ignore[union-attr, attr-defined]
            if not known:
                continue
            base = figure.choices[figure.chosen].wide.layout if figure.choices else {}
            alone = Figure((trace,), Drawing(figure.tall[0], {**figure.wide.layout, **base}), Drawing(figure.tall[0]))
            bare = Figure((), alone.wide, alone.narrow)
            more = len(tree(alone).all()) - len(tree(bare).all())
            assert more > 0, (key, trace)


def marked(picture: Picture) -> list[Element]:
    assert picture.figure is not None
    return [one for one in tree(picture.figure).all("path") if one.has("class_", "f-pain")]


def test_there_are_as_many_diamonds_as_days_with_pain() -> None:
    content = seasons.season()
    picture = seasons.picture(content, "calendar")
    assert picture.figure is not None
    pain = picture.figure.choices[0].traces[1]
    (path,) = marked(picture)
    assert path.attributes["d"].count("M") == len(pain["x"]) > 5  # type: ignore[arg-type]


def test_words_of_the_layout_stand_on_it() -> None:
    picture = seasons.picture(seasons.season(), "weeks")
    assert picture.figure is not None
    said = " ".join(one.text for one in tree(picture.figure).all("text"))
    for note in picture.figure.wide.annotations:
        assert " ".join(str(note["text"]).replace("\N{THIN SPACE}", " ").split()) in " ".join(said.split())


def test_a_value_lies_where_plotly_computes_it() -> None:
    axes = {"xaxis": {"range": [5, 25]}, "yaxis": {"range": [10, 0], "domain": [0.5, 1]}}
    layout: Any = {"margin": {"l": 40, "r": 20, "t": 30, "b": 50}, **axes}
    frame = frame_of(layout, template()["layout"], 460, 280)  # type: ignore[arg-type]
    assert frame.across("x", 5) == 40
    assert frame.across("x", 25) == 440
    assert frame.across("x", 15) == frame.across("paper", 0.5) == frame.across("x domain", 0.5) == 240
    assert frame.down("y", 0) == 30  # the axis runs downwards, in the upper half of 200 px
    assert frame.down("y", 10) == 130
    assert frame.down("paper", 0) == 230
    assert frame.down("y domain", 0) == 130


def test_a_date_is_a_place() -> None:
    dates = {"type": "date", "range": ["2026-01-01", "2026-01-11"], "tickformat": "%-d %b", "nticks": 5}
    layout: Any = {"xaxis": dates, "yaxis": {"range": [0, 1]}}
    frame = frame_of(layout, template()["layout"], 160, 100)  # type: ignore[arg-type]
    assert frame.across("x", "2026-01-06") == (44 + 144) / 2
    assert [tick.words for tick in frame.axes["x"].ticks] == ["1 Jan", "3 Jan", "5 Jan", "7 Jan", "9 Jan", "11 Jan"]


@pytest.mark.parametrize(
    ("days", "form", "words"),
    [
        (200, "%-d %b", ["1 Jan", "1 Feb", "1 Mar", "1 Apr", "1 May", "1 Jun", "1 Jul"]),
        (3000, "%b %Y", ["Jan 2026", "Jan 2028", "Jan 2030", "Jan 2032", "Jan 2034"]),
    ],
)
def test_long_spans_are_marked_at_the_first_of_months(days: int, form: str, words: list[str]) -> None:
    start = dt.date(2026, 1, 1).toordinal()
    found = ticks_of({"type": "date", "nticks": 7 if days == 200 else 5, "tickformat": form}, start, start + days)
    assert [tick.words for tick in found] == words


@given(st.floats(0.01, 1e6), st.integers(2, 10))
def test_round_steps_leave_no_more_than_asked_for(span: float, most: int) -> None:
    step = round_step(span, most)
    assert span / step <= most * (1 + 1e-6)
    assert span / step >= most / 2.6
    assert f"{step:.0e}"[0] in "125"


def test_numbers_on_an_axis_have_no_more_decimals_than_they_need() -> None:
    assert [tick.words for tick in ticks_of({"nticks": 5}, 0, 2000)] == ["0", "500", "1,000", "1,500", "2,000"]
    assert [tick.words for tick in ticks_of({"nticks": 5}, -0.5, 0.5)] == ["−0.4", "−0.2", "0", "0.2", "0.4"]
    assert [tick.words for tick in ticks_of({"tickvals": [0, 5, 20]}, 0, 10)] == ["0", "5"]


def accent(line: dict[str, object]) -> str:
    """The path of a line in a frame of 100 px for 10 units."""
    (path,) = [one for one in tree(figure_of(line), 120).all("path") if one.has("class_", "s-accent")]
    return path.attributes["d"]


def test_words_are_shifted_from_their_value_as_plotly_shifts_them() -> None:
    note = label("here\nand<br>there", 5, 5, xshift=7, yshift=20, anchor="right")
    figure = figure_of()
    figure = replace(figure, wide=replace(figure.wide, annotations=(note, label("outside", 50, 5))))
    found = tree(figure, 120).all("text")
    said = [one for one in found if one.has("class_", "f-ink2")]
    assert [one.text for one in said] == ["here and", "there"]
    assert {one.attributes["text-anchor"] for one in said} == {"end"}
    assert {float(one.attributes["x"]) for one in said} == {67}
    first, second = (float(one.attributes["y"]) for one in said)
    assert (first + second) / 2 - 0.35 * 12 == pytest.approx(40, abs=0.1)  # 20 px above the middle, which is at 60
    assert second - first == pytest.approx(1.3 * 12, abs=0.1)


def test_steps_hold_a_value_until_the_next() -> None:
    assert accent(lines_of((0, 10), (5, 4), (10, 2), shape="hv")) == "M10 10L60 10L60 70L110 70L110 90"


def test_a_line_is_cut_where_the_frame_ends_and_broken_at_a_gap() -> None:
    assert accent(lines_of((0, 0), (5, 20))) == "M10 110L35 10"
    assert accent(lines_of((0, 5), (2, 5), (None, None), (4, 5), (6, 5))) == "M10 60L30 60M50 60L70 60"
    assert accent(lines_of((-10, 5), (20, 5))) == "M10 60L110 60"


def test_marks_that_let_others_shine_through_stand_each_by_itself() -> None:
    marker = {"size": 6, "color": "var(--load4)", "opacity": 0.4, "line": {"width": 0}}
    dots = {"type": "scatter", "mode": "markers", "x": [1, 1, None, 30], "y": [2, 2, 3, 3], "marker": marker}
    (group,) = [one for one in tree(figure_of(dots), 120).all("g") if one.has("class_", "s-load4")]
    assert (group.attributes["stroke-opacity"], group.attributes["stroke-width"]) == ("0.4", "6")
    assert [one.attributes["d"] for one in group.all("path")] == ["M20 90h0"] * 2
    rug = {**dots, "marker": {**marker, "symbol": "diamond"}}
    (group,) = [one for one in tree(figure_of(rug), 120).all("g") if one.has("class_", "f-load4")]
    assert len(group.all("path")) == 2


BOX = Box(0, 0, 10, 10)
POINT = st.tuples(st.floats(-30, 30), st.floats(-30, 30))


@given(st.lists(POINT, min_size=2, max_size=8))
def test_what_is_left_of_a_line_or_an_area_lies_inside(points: list[tuple[float, float]]) -> None:
    for piece in cut_line(points, BOX):
        assert all(BOX.holds(point) for point in piece)
    assert all(BOX.holds(point) for point in cut_area(points, BOX))


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=3, max_size=8))
def test_what_lies_inside_is_left_alone(points: list[tuple[float, float]]) -> None:
    if all(one != other for one, other in itertools.pairwise(points)):
        assert [point for piece in cut_line(points, BOX) for point in piece] == points
    assert sorted(set(cut_area(points, BOX))) == sorted(set(points))


def test_an_area_round_the_frame_is_the_frame() -> None:
    assert sorted(set(cut_area([(-5, -5), (15, -5), (15, 15), (-5, 15)], BOX))) == [(0, 0), (0, 10), (10, 0), (10, 10)]


@pytest.mark.parametrize(
    "trace",
    [
        {"type": "pie", "y": []},
        lines_of((0, 0), (1, 1), color="#ff0000"),
        {
            "type": "scatter",
            "mode": "markers",
            "x": [1],
            "y": [1],
            "marker": {"symbol": "star", "size": 5, "color": "var(--pain)", "line": {"width": 0}},
        },
    ],
    ids=["kind", "colour", "symbol"],
)
def test_what_no_picture_has_used_yet_fails_and_is_not_left_out(trace: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        drawn(figure_of(trace), 120)


def test_plotly_knows_the_symbols_by_the_same_names() -> None:
    for symbol in ("circle", "diamond", "diamond-open", "line-ew-open", "line-ns-open", "arrow-up"):
        go.Scatter(marker={"symbol": symbol})
        assert mark(symbol, 1, 2, 10).startswith("M1 2")
