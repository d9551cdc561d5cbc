"""The drawing of cadence: bars of minutes, and the line of change within runs; side by side, on a phone below it."""

import math
from itertools import pairwise

import numpy as np

from footfall.history.drift import BASE_MIN, BIN_SPM, Drift, RunningCadence
from footfall.render.html.figure import Drawing, axis_name, label, line, number, numbers, veil
from footfall.render.html.pictures.runs_survival import ticks
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import whole
from footfall.wording import say
from footfall.wording.numbers import signed

_HALF = BIN_SPM // 2
_NARROWEST_SPM = 24
_LEFT, _RIGHT = 0.42, 0.56  # where the bars end and the line begins, as shares of the width
_UPPER, _LOWER = 0.6, 0.4  # the same of the height, on a phone


def traces(found: RunningCadence) -> list[Json]:
    """Bars; from enough runs on, the middle half and the median of each minute, broken where a minute has too few."""
    middles, minutes = (values.tolist() for values in found.bins)
    bars: Json = {
        "type": "bar",
        "x": middles,
        "y": minutes,
        "width": BIN_SPM * 0.92,
        "marker": {"color": paint("load3"), "line": {"width": 0}},
        "hovertext": [
            say("cadence.hover.bin", low=middle - _HALF, high=middle + _HALF, n=whole(held))
            for middle, held in zip(middles, minutes, strict=True)
        ],
        "hoverinfo": "text",
    }
    drawn, quartiles = found.drift.drawn, found.drift.quartiles
    if not drawn.size:
        return [bars]
    breaks = [0, *(np.flatnonzero(np.diff(drawn) > 1) + 1).tolist(), len(drawn)]
    stretches = [slice(begin, end) for begin, end in pairwise(breaks)]
    side: Json = {"type": "scatter", "mode": "lines", "xaxis": "x2", "yaxis": "y2"}
    ribbons: list[Json] = [
        {
            **side,
            "x": numbers([*(drawn[each] + 0.5), *(drawn[each][::-1] + 0.5)]),
            "y": numbers([*quartiles[2][each], *quartiles[0][each][::-1]]),
            "fill": "toself",
            "fillcolor": paint("ribbon"),
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
        for each in stretches
    ]
    x: list[float | None] = []
    y: list[float | None] = []
    words: list[str] = []
    runs = found.drift.runs
    for each in stretches:
        if x:
            x, y, words = [*x, None], [*y, None], [*words, ""]
        x += numbers(drawn[each] + 0.5)
        y += numbers(quartiles[1][each])
        words += [_hover(at, int(runs[at]), *three) for at, three in zip(drawn[each], quartiles.T[each].tolist(), strict=True)]
    median: Json = {
        **side,
        "x": x,
        "y": y,
        "line": {"color": paint("accent"), "width": 2.2},
        "hovertext": words,
        "hoverinfo": "text",
    }
    return [bars, *ribbons, median]


def _hover(at: int, runs: int, low: float, median: float, high: float) -> str:
    values = {"low": signed(low, 1), "median": signed(median, 1), "high": signed(high, 1)}
    return say("cadence.hover.minute", begin=at, end=at + 1, n=whole(runs), **values)


def drawing(found: RunningCadence, *, wide: bool) -> Drawing:
    """The bars alone until the line can be drawn."""
    both = found.drift.drawn.size > 0
    across, up = ([0, 1], [0, 1]) if not both else ([0, _LEFT], [0, 1]) if wide else ([0, 1], [_UPPER, 1])
    middles, minutes = found.bins
    top = 1.16 * float(minutes.max())
    median = float(np.median(found.spm))
    layout: Json = {
        "margin": {"l": 40, "r": 16, "t": 30, "b": 64 if both else 46},
        "xaxis": {
            "domain": across,
            "range": _span(float(middles[0]), float(middles[-1])),
            "nticks": 6,
            "ticklabelstandoff": 4,
            "anchor": "y",
        },
        "yaxis": {"domain": up, "range": [0, top], "anchor": "x", "nticks": 5, "tickformat": ","},
    }
    style: Json = {"xref": "paper", "yref": "paper", "anchor": "right", "color": "ink3"}
    left = median > (float(middles[0]) + float(middles[-1])) / 2
    words = say("cadence.mark.median", median=whole(median))
    notes = [
        axis_name(say("cadence.axis.minutes"), left=-40, shift=18),
        label(say("cadence.axis.spm"), across[1], up[0], **style, yshift=-36),
        label(words, median, top, anchor="right" if left else "left", xshift=-6 if left else 6, color="ink", strong=True),
    ]
    shapes = [line(0, 0, 1, 0, xref="x domain"), line(median, 0, median, top, color="ink", width=1.6)]
    if both:
        layout |= _drift_axes(found, wide=wide)
        notes += _drift_notes(found, wide=wide)
        shapes += [veil(*BASE_MIN, yref="y2 domain", color="band-veil") | {"xref": "x2"}]
        shapes += [line(0, 0, 1, 0, xref="x2 domain", yref="y2")]
    return Drawing(300 if wide or not both else 480, layout, tuple(notes), tuple(shapes))


def _span(first: float, last: float) -> list[float]:
    """Of the bars' axis: as wide as their bins, and never so narrow that two bars are a wall.  [steps/min]"""
    more = max(3 * _HALF, (_NARROWEST_SPM - (last - first)) / 2)
    return [first - more, last + more]


def _reach(drift: Drift) -> tuple[float, float]:
    """What the frame holds: the middle half of every minute from the base on. Before it a run gets going.  [steps/min]"""
    low, _, high = drift.quartiles
    begun = drift.drawn >= BASE_MIN[0]
    return min(-2.0, 1.1 * float(low[begun].min(initial=0))), max(2.0, 1.1 * float(high[begun].max(initial=0)))


def _drift_axes(found: RunningCadence, *, wide: bool) -> Json:
    low, high = _reach(found.drift)
    end = float(found.drift.drawn[-1]) + 1
    step = next(step for step in (1, 2, 5, 10, 20, 50) if (high - low) / step <= 5)
    marks = range(math.ceil(low / step) * step, math.floor(high) + 1, step)
    return {
        "xaxis2": {
            "domain": [_RIGHT, 1] if wide else [0, 1],
            "range": [0, 1.13 * end],
            "tickvals": _ticks(end),
            "ticklabelstandoff": 4,
            "anchor": "y2",
        },
        "yaxis2": {
            "domain": [0, 1] if wide else [0, _LOWER],
            "range": [low, high],
            "tickvals": list(marks),
            "ticktext": [signed(mark) for mark in marks],
            "anchor": "x2",
        },
    }


def _ticks(end: float) -> list[float]:
    return [minute for minute in ticks(end) if minute < end]


def _drift_notes(found: RunningCadence, *, wide: bool) -> list[Json]:
    """Names, the last value on its mark, and under the axis how many runs the minutes that begin there rest on."""
    left, top = (_RIGHT, 1.0) if wide else (0.0, _LOWER)
    last, runs = int(found.drift.drawn[-1]), found.drift.runs
    at_end = float(found.drift.quartiles[1][-1])
    name = axis_name(say("cadence.axis.change", begin=BASE_MIN[0], end=BASE_MIN[1]), y=top, left=-40, shift=18)
    into = {"xref": "paper", "yref": "paper", "anchor": "right", "color": "ink3", "yshift": -54}
    row = {"xref": "x2", "yref": "paper", "anchor": "center", "color": "ink3", "yshift": -36}
    return [
        name | {"x": left},
        label(say("cadence.axis.into"), 1, 0, **into),
        label(signed(at_end, 1), last + 0.5, at_end, xref="x2", yref="y2", xshift=6, color="accent", strong=True),
        label(say("cadence.axis.runs"), left, 0, xref="paper", yref="paper", xshift=-40, yshift=-36, color="ink3"),
        *(label(whole(int(runs[int(at)])), number(at) or 0, 0, **row) for at in _ticks(last + 1.0)),
        *_left_frame(found.drift),
    ]


def _left_frame(drift: Drift) -> list[Json]:
    """The first minutes where their line comes from outside the frame: an arrow at its edge, and the furthest value."""
    low, high = _reach(drift)
    median = drift.quartiles[1]
    early = [(at, value) for at, value in zip(drift.drawn.tolist(), median.tolist(), strict=True) if not low <= value <= high]
    if not early:
        return []
    at, value = max(early, key=lambda each: abs(each[1]))
    below = value < 0
    words = say("cadence.mark.below" if below else "cadence.mark.above", value=signed(value, 1))
    place = {"xref": "x2", "yref": "y2", "xshift": 4, "yshift": 8 if below else -8}
    return [label(words, at + 0.5, low if below else high, color="ink2", **place)]
