"""In the margin: onsets per hour at risk, bin by bin, with exact intervals and nothing smoothed."""

import numpy as np

from footfall.findings.p1_window import WINDOW_MIN
from footfall.findings.stats.hazards import Hazards
from footfall.render.html.figure import Drawing, Figure, axis_name, broken, label, line, number, numbers, veil
from footfall.render.html.pictures.picture import Head, Margin, Table
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import decimal, whole
from footfall.wording import say

KEY = "onset-rate"
_HOUR_MIN = 60.0
_ROOM = 1.05


def rate_margin(rates: Hazards) -> Margin:
    """The drawing beside the curve."""
    top = _top(rates)
    drawing = _drawing(rates, top)
    return Margin(
        KEY,
        say("onset_rate.heading"),
        Figure(tuple(_traces(rates, top)), drawing, drawing),
        (say("onset_rate.note"), say("onset_rate.note.marks")),
        Table(say("onset_rate.table.caption"), _heads(), _rows(rates)),
    )


def _top(rates: Hazards) -> float:
    """Upper edge: room for every interval round an onset in an hour or more at risk; what is higher leaves the frame."""
    firm = (rates.at_risk >= _HOUR_MIN) & (rates.onsets > 0)
    fits = firm if firm.any() else (rates.at_risk > 0) & (rates.onsets > 0)
    return max(_ROOM * float(rates.high[fits].max(initial=0.0)), 1.0)


def _traces(rates: Hazards, top: float) -> list[Json]:
    watched = rates.at_risk > 0
    middle = (rates.begin + rates.end) / 2
    inside = watched & (rates.per_hour <= top)
    some, none = inside & (rates.onsets > 0), inside & (rates.onsets == 0)
    leaves = watched & (rates.high > top)
    shared: Json = {"type": "scatter", "cliponaxis": False}
    hover = np.array(
        [
            say("onset_rate.hover", begin=whole(begin), end=whole(end), onsets=whole(onsets), at_risk=whole(at_risk))
            for begin, end, onsets, at_risk in zip(rates.begin, rates.end, rates.onsets, rates.at_risk, strict=True)
        ]
    )
    dot: Json = {**shared, "mode": "markers", "hoverinfo": "text"}
    return [
        {
            **shared,
            "mode": "lines",
            "x": broken([[at, at] for at in middle[watched]]),
            "y": broken(
                [[min(low, top), min(high, top)] for low, high in zip(rates.low[watched], rates.high[watched], strict=True)]
            ),
            "line": {"color": paint("load4"), "width": 1.6},
            "hoverinfo": "skip",
        },
        {
            **dot,
            "x": numbers(middle[some]),
            "y": numbers(rates.per_hour[some]),
            "hovertext": list(hover[some]),
            "marker": {"size": 8, "color": paint("load4"), "line": {"width": 1.2, "color": paint("bg")}},
        },
        {
            **dot,
            "x": numbers(middle[none]),
            "y": numbers(rates.per_hour[none]),
            "hovertext": list(hover[none]),
            "marker": {"size": 7, "color": paint("bg"), "line": {"width": 1.4, "color": paint("load4")}},
        },
        {
            **dot,
            "x": numbers(middle[leaves]),
            "y": [number(top)] * int(leaves.sum()),
            "hovertext": list(hover[leaves]),
            "marker": {"symbol": "arrow-up", "size": 9, "color": paint("load4"), "line": {"width": 0}},
        },
    ]


def _drawing(rates: Hazards, top: float) -> Drawing:
    end = float(rates.end[-1])
    layout: Json = {
        "margin": {"l": 26, "r": 8, "t": 30, "b": 40},
        "xaxis": {"range": [0, end], "nticks": 6, "tick0": 0},
        "yaxis": {"range": [0, 1.02 * top], "nticks": 4},
    }
    notes = (
        axis_name(say("onset_rate.axis"), left=-26, shift=18),
        label(say("tolerance.axis"), 1, 0, xref="paper", yref="paper", anchor="right", yshift=-32, color="ink3"),
    )
    return Drawing(200, layout, notes, (veil(*WINDOW_MIN), line(0, 0, end, 0)))


def _heads() -> tuple[Head, ...]:
    return (
        Head(say("onset_rate.table.bin"), say("page.unit.min"), numeric=False),
        Head(say("onset_rate.table.onsets")),
        Head(say("onset_rate.table.at_risk"), say("page.unit.min")),
        Head(say("onset_rate.table.rate"), say("onset_rate.unit")),
    )


def _rows(rates: Hazards) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{whole(begin)}–{whole(end)}",
            whole(onsets),
            whole(at_risk),
            say("page.range", value=decimal(rate), low=decimal(low), high=decimal(high)) if at_risk > 0 else decimal(rate),
        )
        for begin, end, onsets, at_risk, rate, low, high in zip(
            rates.begin, rates.end, rates.onsets, rates.at_risk, rates.per_hour, rates.low, rates.high, strict=True
        )
    )
