"""How load builds up minute by minute in one chosen run, with the onset on it and every other run behind it."""

import math
from collections.abc import Sequence

import numpy as np

from footfall.findings.p1_window import WINDOW_MIN
from footfall.history.history import OnsetState
from footfall.model.intervals import FloatArray
from footfall.render.html.figure import Choice, Drawing, Figure, axis_name, label, line, number, numbers, veil
from footfall.render.html.pictures.climb import Climb, places
from footfall.render.html.pictures.picture import Empty, Head, Legend, Picture, Table
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import brief, clipped, day, decimal, distance, weekday, whole
from footfall.wording import say
from footfall.wording.numbers import easy, onset_minute, per_unit

KEY = "in-run"
TABLE_STEP_MIN = 5

_OTHERS: Json = {
    "type": "scatter",
    "mode": "lines",
    "line": {"color": paint("others"), "width": 1},
    "hoverinfo": "skip",
}


def in_run_picture(climbs: Sequence[Climb], chosen_run: str | None) -> Picture:
    """The picture.

    climbs      as `climbs_of` gives them.
    chosen_run  id of the run drawn first; where None or not among them, the newest with an onset, else the newest.
    """
    if not climbs:
        empty = Empty(say("in_run.empty.has"), say("in_run.empty.needs"))
        return Picture(KEY, say("in_run.heading.empty"), "", empty=empty)
    first = next((at for at, climb in enumerate(climbs) if climb.onset), 0)
    chosen = places(climbs).get(chosen_run or "", first)
    span = _span(climbs)
    choices = tuple(_choice(climb, span) for climb in climbs)
    has_onsets = any(climb.onset for climb in climbs)
    wide, narrow = (_frame(span, wide=wide, window=has_onsets) for wide in (True, False))
    figure = Figure(tuple(_rugs(climbs, span)), wide, narrow, choices, chosen, _OTHERS)
    return Picture(
        KEY,
        choices[chosen].heading,
        say("in_run.subtitle"),
        figure=figure,
        note=(say("in_run.note.rugs"), say("in_run.note.clocks")) if has_onsets else (say("in_run.note.no_onsets"),),
        legend=_legend(has_onsets=has_onsets),
        table=Table(say("in_run.table.caption"), _heads(), choices[chosen].rows or ()),
        choose=say("in_run.choose"),
    )


def _span(climbs: Sequence[Climb]) -> tuple[float, float]:
    """Longest minutes and most load of all, as drawn."""
    return max(climb.end[0] for climb in climbs), per_unit(max(climb.end[1] for climb in climbs))


def _drawn(easy_km: FloatArray) -> FloatArray:
    """In the reader's unit."""
    return easy_km * per_unit(1.0)


def _rugs(climbs: Sequence[Climb], span: tuple[float, float]) -> list[Json]:
    """The onsets of all runs just outside both axes."""
    onsets = [climb.onset for climb in climbs if climb.onset is not None]
    rug: Json = {
        "type": "scatter",
        "mode": "markers",
        "marker": {"symbol": "diamond", "size": 6, "color": paint("pain"), "opacity": 0.75, "line": {"width": 0}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [
        {**rug, "x": numbers([minute for minute, _ in onsets]), "y": [number(-0.03 * span[1])] * len(onsets)},
        {**rug, "x": [number(-0.012 * span[0])] * len(onsets), "y": numbers([per_unit(load) for _, load in onsets])},
    ]


def _choice(climb: Climb, span: tuple[float, float]) -> Choice:
    return Choice(
        _option(climb),
        _heading(climb),
        tuple(_chosen_traces(climb)),
        _drawing(climb, span, wide=True),
        _drawing(climb, span, wide=False),
        _rows(climb),
    )


def _option(climb: Climb) -> str:
    """`Sun 4 Oct · Long run · 16.8 km · onset 38 min`."""
    outing = climb.outing
    names = [clipped(run.name, 32) for run in outing.runs if run.name]
    state = say(f"in_run.option.{outing.onset.state.value}", minute=onset_minute(outing.onset.minute))
    parts = [weekday(outing.day, climb.year), *names[:1], f"{distance(outing.distance_m)} {say('page.unit.km')}", state]
    return " · ".join(parts)


def _heading(climb: Climb) -> str:
    end_min, end_load = climb.end
    values = {"day": day(climb.outing.day, climb.year), "load": easy(end_load), "minutes": brief(round(end_min))}
    if climb.onset is not None:
        return say("in_run.heading.at", day=values["day"], load=easy(climb.onset[1]), minutes=onset_minute(climb.onset[0]))
    state = climb.outing.onset.state
    return say(f"in_run.heading.{OnsetState.UNKNOWN if state is OnsetState.AT else state}", **values)


def _chosen_traces(climb: Climb) -> list[Json]:
    traces: list[Json] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": numbers(climb.minute),
            "y": numbers(_drawn(climb.easy_km)),
            "line": {"color": paint("accent"), "width": 2.6},
            "hovertemplate": say("in_run.hover", day=day(climb.outing.day, climb.year)) + "<extra></extra>",
        }
    ]
    if climb.onset is not None:
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [number(climb.onset[0])],
                "y": [number(per_unit(climb.onset[1]))],
                "marker": {"symbol": "diamond", "size": 13, "color": paint("pain"), "line": {"width": 1.2, "color": paint("bg")}},
                "hovertext": [_heading(climb)],
                "hoverinfo": "text",
            }
        )
    return traces


def _frame(span: tuple[float, float], *, wide: bool, window: bool) -> Drawing:
    """What is the same whichever run is chosen.

    window  minutes 15 to 20 are marked: only beside onsets do they mean anything.
    """
    longest, most = span
    layout: Json = {
        "margin": {"l": 44, "r": 20, "t": 44, "b": 50},
        "xaxis": {"range": [-0.022 * longest, 1.02 * longest], "nticks": 8 if wide else 6, "tick0": 0, "ticklabelstandoff": 8},
        "yaxis": {"range": [-0.055 * most, 1.05 * most], "tick0": 0, "ticklabelstandoff": 6},
    }
    notes = [
        axis_name(say("in_run.axis.load"), shift=30),
        label(say("in_run.axis.minutes"), 1, 0, xref="paper", yref="paper", anchor="right", yshift=-40, color="ink3"),
    ]
    shapes = [line(0, 0, longest * 1.02, 0)]
    if window:
        mark = {"yref": "paper", "yshift": 10, "anchor": "center", "color": "clock-text"}
        notes.append(label(say("tolerance.mark.clock"), sum(WINDOW_MIN) / 2, 1, **mark))
        shapes.insert(0, veil(*WINDOW_MIN))
    return Drawing(330 if wide else 320, layout, tuple(notes), tuple(shapes))


def _drawing(climb: Climb, span: tuple[float, float], *, wide: bool) -> Drawing:
    """What belongs to the chosen run."""
    notes = [_end_label(climb, span[0], wide=wide)]
    shapes = []
    if climb.onset is not None:
        minute, load = climb.onset[0], per_unit(climb.onset[1])
        words, top = _onset_label(climb, span, wide=wide)
        notes.append(words)
        shapes.append(line(minute, 0, minute, top, dash="dot", color="pain"))
        shapes.append(line(0, load, minute, load, dash="dot", color="pain"))
    return Drawing(annotations=tuple(notes), shapes=tuple(shapes))


def _end_label(climb: Climb, longest: float, *, wide: bool) -> Json:
    """At the end of the line: to its right while there is room, above it near the edge of the frame."""
    minute, load = climb.end[0], per_unit(climb.end[1])
    words = say("in_run.mark.end", day=day(climb.outing.day, climb.year), load=decimal(load))
    place: Json = {"anchor": "right", "xshift": -8, "yshift": 10}
    if minute < (0.72 if wide else 0.5) * longest:
        place = {"anchor": "left", "xshift": 6}
    return label(words, minute, load, color="accent", strong=True, bgcolor=paint("bg"), **place)


def _onset_label(climb: Climb, span: tuple[float, float], *, wide: bool) -> tuple[Json, float]:
    """The words on the onset, and how high the dotted line through it goes.

    Lines climb to the right, so the room above and left of the diamond is free: the words stand there, or, when the onset is
    too early for that, at the top of the dotted line, above whatever passes on their right.
    """
    longest, most = span
    minute, easy_km = climb.onset or (math.nan, math.nan)
    load = per_unit(easy_km)
    words = say("in_run.mark.onset", minutes=onset_minute(minute), load=decimal(load))
    style: Json = {"color": "pain-text", "strong": True}
    if minute > (0.34 if wide else 0.6) * longest:
        at = label(words, minute, load, anchor="right", align="right", xshift=-10, yshift=20, **style)
        return at, load
    right = minute + (0.27 if wide else 0.56) * longest
    passing = float(np.interp(right, climb.minute, _drawn(climb.easy_km)))
    top = min(max(passing, load) + 0.12 * most, 0.97 * most)
    return label(words, minute, top, anchor="left", align="left", xshift=6, **style), top


def _legend(*, has_onsets: bool) -> tuple[Legend, ...]:
    marks = ["chosen", "others"] + (["diamond", "rug", "clock"] if has_onsets else [])
    return tuple(Legend(mark, say(f"in_run.legend.{mark}")) for mark in marks)


def _heads() -> tuple[Head, ...]:
    return (
        Head(say("in_run.table.minute"), say("page.unit.min")),
        Head(say("page.head.footfalls")),
        Head(say("page.head.load"), say("page.unit.easy_km")),
        Head(say("page.head.km")),
    )


def _rows(climb: Climb) -> tuple[tuple[str, ...], ...]:
    """Every five minutes, and the end."""
    end = climb.end[0]
    marks = np.array([*np.arange(0, end, TABLE_STEP_MIN), end])
    columns = (marks, *climb.done_by(marks))
    return tuple(
        (brief(minute), whole(footfalls), easy(easy_km), distance(distance_m))
        for minute, footfalls, easy_km, distance_m in zip(*(column.tolist() for column in columns), strict=True)
    )
