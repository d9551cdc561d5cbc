"""The drawing of the weeks: bars on the runner's own normal above, the week's worst pain in a panel of its own below."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.findings.spikes import BANDS
from footfall.history.weeks import Week
from footfall.render.html.figure import Drawing, axis_name, broken, label, number, numbers
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import brief, count, day, long_day
from footfall.wording import say
from footfall.wording.numbers import digits_beside, easy, per_unit, signed_percent

BAND = 0.3
"""Half-width of the band of one's own normal, as a share of the median: drawn, and named in the words beside it."""

_FEWEST = 8  # weeks that the width is made for at least: two bars are no wall of blocks

_PAIN_TOP = 0.245  # share of the height that the pain panel takes
_LOAD_LOW = 0.385


@dataclass(frozen=True, slots=True)
class Shared:
    """What all pages have alike, so that they can be held against each other.

    top    of the axis, in the reader's unit.    year   that of the newest week, which need not be said.
    pain   there is a panel of it.
    """

    top: float
    year: int
    pain: bool

    @classmethod
    def of(cls, weeks: Sequence[Week]) -> "Shared":
        """By every week there is."""
        return cls(_ceiling(weeks), weeks[-1].start.year, any(week.entries for week in weeks))


def traces(weeks: Sequence[Week], shared: Shared) -> list[Json]:
    """Bars and median; with a panel of pain, lollipops and dashes."""
    at = list(range(len(weeks)))
    hover = [_hover(week, shared.year) for week in weeks]
    opacity = [1.0 if week.over else 0.55 for week in weeks]
    traces: list[Json] = [
        _median_line(weeks),
        _bars(at, [per_unit(week.longest_easy_km) for week in weeks], None, "load4", hover, opacity),
        _bars(
            at,
            [per_unit(week.easy_km - week.longest_easy_km) for week in weeks],
            [per_unit(week.longest_easy_km) for week in weeks],
            "load2",
            hover,
            opacity,
        ),
    ]
    if shared.pain:
        traces += _pain_traces(weeks, hover)
    return traces


def _band(weeks: Sequence[Week]) -> list[Json]:
    """The runner's own normal, one shape per unbroken stretch of weeks: a shape, because traces of this kind cover bars."""
    shapes: list[Json] = []
    for stretch in _stretches(weeks):
        steps = [(k + side, per_unit(weeks[k].median_easy_km)) for k in stretch for side in (-0.5, 0.5)]
        corners = [(x, (1 + BAND) * median) for x, median in steps] + [(x, (1 - BAND) * median) for x, median in reversed(steps)]
        path = "M" + "L".join(f"{number(x)},{number(y)}" for x, y in corners) + "Z"
        shapes.append({"type": "path", "path": path, "layer": "below", "fillcolor": paint("band-veil"), "line": {"width": 0}})
    return shapes


def _stretches(weeks: Sequence[Week]) -> list[list[int]]:
    """Positions of the weeks that have a median, those that follow each other together."""
    banded = [k for k, week in enumerate(weeks) if not math.isnan(week.median_easy_km)]
    stretches: list[list[int]] = []
    for k in banded:
        if stretches and stretches[-1][-1] == k - 1:
            stretches[-1].append(k)
        else:
            stretches.append([k])
    return stretches


def _median_line(weeks: Sequence[Week]) -> Json:
    """A step per week, broken where a week has no median."""
    steps = [
        [(k + side, per_unit(weeks[k].median_easy_km)) for k in stretch for side in (-0.5, 0.5)] for stretch in _stretches(weeks)
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": broken([[at for at, _ in stretch] for stretch in steps]),
        "y": broken([[median for _, median in stretch] for stretch in steps]),
        "line": {"color": paint("ink3"), "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _bars(
    at: list[int], height: list[float], base: list[float] | None, color: str, hover: list[str], opacity: list[float]
) -> Json:
    bars: Json = {
        "type": "bar",
        "x": at,
        "y": numbers(height),
        "width": 0.56,
        "marker": {"color": paint(color), "opacity": opacity, "line": {"width": 0}},
        "hovertext": hover,
        "hoverinfo": "text",
    }
    if base is not None:
        bars["base"] = numbers(base)
    return bars


def _pain_traces(weeks: Sequence[Week], hover: list[str]) -> list[Json]:
    rated = [k for k, week in enumerate(weeks) if not math.isnan(week.max_pain)]
    silent = [k for k, week in enumerate(weeks) if math.isnan(week.max_pain)]
    stems_x: list[float | None] = []
    stems_y: list[float | None] = []
    for k in rated:
        stems_x += [k, k, None]
        stems_y += [0, number(weeks[k].max_pain), None]
    worst = [weeks[k].max_pain for k in rated]
    named = _worth_naming(worst)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": stems_x,
            "y": stems_y,
            "yaxis": "y2",
            "line": {"color": paint("pain"), "width": 1.5},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": rated,
            "y": numbers(worst),
            "yaxis": "y2",
            "marker": {
                "symbol": ["diamond" if value > 0 else "diamond-open" for value in worst],
                "size": 9,
                "color": paint("pain"),
                "line": {"width": 1.2, "color": [paint("bg" if value > 0 else "pain") for value in worst]},
            },
            "text": [brief(value) if value >= named else "" for value in worst],
            "textposition": "top center",
            "textfont": {"color": paint("pain-text"), "size": 12, "weight": 600},
            "hovertext": [hover[k] for k in rated],
            "hoverinfo": "text",
            "cliponaxis": False,
        },
        {
            "type": "scatter",
            "mode": "text",
            "x": silent,
            "y": [0] * len(silent),
            "yaxis": "y2",
            "text": ["–"] * len(silent),
            "textposition": "top center",
            "textfont": {"color": paint("ink3"), "size": 12},
            "hovertext": [hover[k] for k in silent],
            "hoverinfo": "text",
            "cliponaxis": False,
        },
    ]


def _worth_naming(worst: Sequence[float]) -> float:
    """The least score that is written beside its mark: the worst ones, five at most unless they are alike."""
    steps = sorted({value for value in worst if value > 0}, reverse=True)
    few = [step for step in steps if sum(value >= step for value in worst) <= 5]
    return few[-1] if few else (steps[0] if steps else math.inf)


def _hover(week: Week, year: int) -> str:
    words = say(
        "weeks.hover",
        week=long_day(week.start, year),
        easy_km=easy(week.easy_km),
        runs=count("page.runs", week.outings),
        longest=easy(week.longest_easy_km),
    )
    if not week.outings:
        words = say("weeks.hover.none", week=long_day(week.start, year))
    if not math.isnan(week.max_pain):
        words += "<br>" + say("weeks.hover.pain", pain=brief(week.max_pain))
    return words if week.over else words + "<br>" + say("weeks.hover.not_over")


def drawing(weeks: Sequence[Week], marks: Mapping[int, float], shared: Shared, *, wide: bool) -> Drawing:
    """One page. marks   position of a week -> the largest spike in it."""
    pain, top = shared.pain, shared.top
    every = max(1, math.ceil(len(weeks) / (8 if wide else 4)))
    shown = list(range(0, len(weeks), every))
    low = _LOAD_LOW if pain else 0.0
    layout: Json = {
        "barmode": "overlay",
        "margin": {"l": 36, "r": 12, "t": 24, "b": 32},
        "xaxis": {
            "range": [-0.6, max(len(weeks), _FEWEST) - 0.4],
            "tickvals": shown,
            "ticktext": [_tick(weeks[k].start, shared.year, first=k == 0) for k in shown],
            "ticklabelstandoff": 4,
            "anchor": "y2" if pain else "y",
        },
        "yaxis": {"domain": [low, 1], "range": [0, top], "rangemode": "tozero"},
    }
    notes = [axis_name(say("weeks.axis"), left=-36)]
    zero: Json = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": 0,
        "y1": 0,
        "line": {"color": paint("ink3"), "width": 1},
    }
    shapes: list[Json] = [*_band(weeks), zero]
    if pain:
        layout["yaxis2"] = {"domain": [0, _PAIN_TOP], "range": [0, 10.9], "tickvals": [0, 5, 10], "anchor": "x"}
        notes.append(axis_name(say("weeks.axis.pain"), y=_PAIN_TOP, left=-36, shift=10))
        shapes.append({**zero, "yref": "y2"})
    notes += _spike_labels(weeks, marks, wide=wide)
    notes += _band_label(weeks, top, wide=wide)
    return Drawing(330 if pain else 240, layout, tuple(notes), tuple(shapes))


def _tick(start: dt.date, year: int, *, first: bool) -> str:
    """`4 Oct`; the first of a page that begins in a year before the last, `4 Oct ’25`: the others follow it."""
    return f"{day(start)} ’{start.year % 100:02d}" if first and start.year != year else day(start)


def _ceiling(weeks: Sequence[Week]) -> float:
    bars = [per_unit(week.easy_km) for week in weeks]
    bands = [(1 + BAND) * per_unit(week.median_easy_km) for week in weeks]
    return 1.12 * max(height for height in (*bars, *bands, 1.0) if not math.isnan(height))


def _spike_labels(weeks: Sequence[Week], marks: Mapping[int, float], *, wide: bool) -> list[Json]:
    """A triangle on each, and words on the largest."""
    labels = [_on_bar(weeks, at, "▲", anchor="center", color="ink", strong=True) for at in marks]
    if marks:
        at = max(marks, key=lambda at: marks[at])
        change = signed_percent(marks[at], digits_beside(marks[at], BANDS))
        words = say("weeks.mark.spike", change=change) if wide else change
        side, shift = ("right", -8) if at > 0.7 * len(weeks) else ("left", 8)
        labels.append(_on_bar(weeks, at, words, anchor=side, xshift=shift, color="ink", strong=True, bgcolor=paint("bg")))
    return labels


def _on_bar(weeks: Sequence[Week], at: int, words: str, **more: object) -> Json:
    height = per_unit(weeks[at].easy_km)
    return label(words, at, height, yshift=9, **more)


def _band_label(weeks: Sequence[Week], top: float, *, wide: bool) -> list[Json]:
    """Where the band is not drawn yet, that is said in its place."""
    bare = next((k for k, week in enumerate(weeks) if not math.isnan(week.median_easy_km)), len(weeks))
    if bare == 0 or (not wide and bare < len(weeks) / 5):
        return []
    words = say("weeks.mark.no_band") if wide or bare == len(weeks) else say("weeks.mark.no_band.short")
    return [label(words, -0.5, top, yshift=-10, color="ink3")]
