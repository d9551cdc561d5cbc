"""The upper panel: the share of runs still free of pain, minute by minute, with its interval and who is still at risk."""

import math
from collections.abc import Sequence

import numpy as np

from footfall.findings.stats.survival import SurvivalCurve
from footfall.model.intervals import FloatArray
from footfall.render.html.figure import label, line, numbers
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import brief, whole
from footfall.wording import say
from footfall.wording.numbers import percent


def curve_traces(curve: SurvivalCurve) -> list[Json]:
    """The step and the ribbon behind it, in % of runs."""
    minute, low = _steps(curve.time, curve.low)
    _, high = _steps(curve.time, curve.high)
    known = np.isfinite(low) & np.isfinite(high)
    hover = [
        say("tolerance.hover.curve", minute=brief(float(time)), share=percent(float(share)))
        for time, share in zip(curve.time, curve.survival, strict=True)
    ]
    ribbon: Json = {
        "type": "scatter",
        "mode": "lines",
        "x": numbers([*minute[known], *minute[known][::-1]]),
        "y": numbers([*100 * high[known], *100 * low[known][::-1]]),
        "fill": "toself",
        "fillcolor": paint("ribbon"),
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
    step: Json = {
        "type": "scatter",
        "mode": "lines",
        "line": {"color": paint("accent"), "width": 2, "shape": "hv"},
        "x": numbers(curve.time),
        "y": numbers(100 * curve.survival),
        "hovertext": hover,
        "hoverinfo": "text",
    }
    return [ribbon, step]


def _steps(time: FloatArray, value: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Corners of a step curve that holds each value until the next time."""
    return np.repeat(time, 2)[1:], np.repeat(value, 2)[:-1]


def curve_labels(curve: SurvivalCurve, frame_min: float, *, wide: bool) -> list[Json]:
    """What stands on the curve: its name, and the median with its interval."""
    labels = [_curve_name(curve, frame_min)] if wide else []
    if math.isnan(curve.median):
        return labels
    side = "right" if curve.median > 0.72 * frame_min else "left"
    shift = 6 if side == "left" else -6
    # at the foot of the dotted line: the curve and its ribbon run through anything that is written beside one half
    foot = {"anchor": side, "xshift": shift}
    median = say("tolerance.mark.median", minute=whole(curve.median))
    labels.append(label(median, curve.median, 0, **foot, yshift=22, color="ink", strong=True))
    if not math.isnan(curve.median_low):
        labels.append(label(f"({median_span(curve)})", curve.median, 0, **foot, yshift=9))
    return labels


def _curve_name(curve: SurvivalCurve, frame_min: float) -> Json:
    """Under the curve, where it is still high: nothing else is drawn there."""
    at = 0.02 * frame_min
    held = float(curve.survival[np.searchsorted(curve.time, 0.25 * frame_min, side="right") - 1])
    lowest = curve.low[(curve.time <= 0.25 * frame_min) & np.isfinite(curve.low)]
    floor = float(np.min(lowest)) if lowest.size else held
    return label(say("tolerance.mark.curve"), at, max(100 * floor - 12, 12), color="accent", strong=True)


def median_span(curve: SurvivalCurve) -> str:
    """`20–45`, or `at least 20` where the upper end is not reached; there is a lower one."""
    if math.isnan(curve.median_high):
        return say("tolerance.at_least", minute=whole(curve.median_low))
    return f"{whole(curve.median_low)}–{whole(curve.median_high)}"


def median_lines(curve: SurvivalCurve) -> list[Json]:
    """From one half across to the curve and down to the minute."""
    if math.isnan(curve.median):
        return []
    return [
        line(0, 50, curve.median, 50, dash="dot", color="ink2"),
        line(curve.median, 0, curve.median, 50, dash="dot", color="ink2"),
    ]


def at_risk_row(minutes_free: Sequence[float], ticks: Sequence[float], panel_low: float) -> list[Json]:
    """Under each tick, how many runs were still free of pain and under way.

    minutes_free  of every run drawn: its onset, or its end.   panel_low  lower edge of the panel, 0-1 of the figure.
    """
    free = np.array(minutes_free)
    place = {"yref": "paper", "color": "ink2"}
    row: list[Json] = [
        label(say("tolerance.axis.minute"), 0, panel_low, xref="paper", xshift=-56, yshift=-12, yref="paper", color="ink3"),
        label(say("tolerance.axis.at_risk"), 0, panel_low, xref="paper", xshift=-56, yshift=-28, yref="paper", color="ink3"),
    ]
    for tick in ticks:
        row.append(label(f"{tick:g}", tick, panel_low, anchor="center", yshift=-12, yref="paper", color="ink3"))
        row.append(label(whole(int(np.sum(free >= tick))), tick, panel_low, anchor="center", yshift=-28, **place))
    return row
