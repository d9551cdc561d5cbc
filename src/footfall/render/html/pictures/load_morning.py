"""A day's load and the pain of the next morning, every day a dot; beside it how the two go together at each delay."""

import math

import numpy as np

from footfall.findings.finding import Findings
from footfall.findings.load_mornings import STEPS, LoadGroup, LoadMornings
from footfall.history.calendar import LOAD_STEPS, load_step
from footfall.render.html.figure import Drawing, Figure, axis_name, broken, label, number, numbers
from footfall.render.html.pictures.picture import Empty, Head, Legend, Picture, Table
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import brief, whole
from footfall.wording import say
from footfall.wording.numbers import number as written
from footfall.wording.numbers import per_unit, signed

KEY = "load-morning"
RULE = "A1"
MOST_DOTS = 730
"""Dots drawn, the newest: two years of them; means and correlations rest on every morning."""

_SEED = 5
_LEFT = 0.56
_RIGHT = 0.78


def load_morning_picture(found: LoadMornings | None, findings: Findings) -> Picture:
    """The picture of a runner with a diary.

    findings   what rule A1 said: the heading goes by it.
    """
    if found is None:
        empty = Empty(say("load_morning.empty.has"), say("load_morning.empty.needs"))
        return Picture(KEY, say("load_morning.heading.empty"), "", empty=empty)
    skipped = next((one for one in findings.skipped if one.rule == RULE), None)
    linked = skipped is None and any(not math.isnan(each.link.r) for each in found.links)
    key_number, note = _note(found, linked=linked)
    if skipped is not None:
        note = (*note, say("page.no_curve", has=skipped.has, needs=skipped.needs))
    if len(found.day) > MOST_DOTS:
        note = (*note, say("load_morning.note.thinned", n=whole(MOST_DOTS)))
    return Picture(
        KEY,
        _heading(findings),
        say("load_morning.subtitle.links" if linked else "load_morning.subtitle"),
        figure=Figure(
            tuple(_traces(found, linked=linked)),
            _drawing(found, wide=True, linked=linked),
            _drawing(found, wide=False, linked=linked),
        ),
        key_number=key_number,
        note=note,
        legend=(Legend("dot", say("load_morning.legend.dot")), Legend("mean", say("load_morning.legend.mean"))),
        table=_table(found),
    )


def _heading(findings: Findings) -> str:
    if any(one.rule == RULE for one in findings.found):
        return say("load_morning.heading.link")
    if any(one.rule == RULE for one in findings.checked):
        return say("load_morning.heading.none")
    return say("load_morning.heading.few")


def _note(found: LoadMornings, *, linked: bool) -> tuple[str, tuple[str, ...]]:
    first = found.links[0].link
    counted = say("load_morning.note.mornings", n=whole(len(found.day)))
    if not linked or math.isnan(first.r):
        return "", (counted,)
    interval = ""
    if not math.isnan(first.low):
        interval = say("load_morning.note.interval", low=signed(first.low, 2), high=signed(first.high, 2))
    return signed(first.r, 2), (say("load_morning.note.r", interval=interval), counted, say("load_morning.note.weeks"))


def _traces(found: LoadMornings, *, linked: bool) -> list[Json]:
    shaken = np.random.default_rng(_SEED).uniform(-1, 1, (2, len(found.day)))
    place = np.array([load_step(easy_km) for easy_km in found.easy_km], dtype=np.float64)
    newest = slice(-MOST_DOTS, None)
    known = [group for group in found.groups if not math.isnan(group.low)]
    traces: list[Json] = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": numbers((place + 0.14 * shaken[0] - 0.12)[newest]),
            "y": numbers((found.pain + 0.16 * shaken[1])[newest]),
            "marker": {"size": 6, "color": paint("load4"), "opacity": 0.38, "line": {"width": 0}},
            "hoverinfo": "skip",
            "cliponaxis": False,
        },
        {
            "type": "scatter",
            "mode": "lines",
            "x": broken([[group.step + 0.2] * 2 for group in known]),
            "y": broken([[group.low, group.high] for group in known]),
            "line": {"color": paint("ink"), "width": 1.8},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [number(group.step + 0.2) for group in found.groups],
            "y": numbers([group.mean for group in found.groups]),
            "marker": {
                "symbol": "line-ew-open",
                "size": 12,
                "color": paint("ink"),
                "line": {"width": 2.4, "color": paint("ink")},
            },
            "hovertext": [_hover(group) for group in found.groups],
            "hoverinfo": "text",
        },
    ]
    return [*traces, *_link_traces(found)] if linked else traces


def _hover(group: LoadGroup) -> str:
    return say("load_morning.hover", n=whole(group.mornings), step=_step(group.step), mean=written(group.mean, 1))


def _step(step: int) -> str:
    """`rest`, `under 4.5`, `4.5–7`, …, `13+`."""
    if step == 0:
        return say("load_morning.rest")
    if step == 1:
        return say("load_morning.under", edge=_edge(1))
    if step == STEPS - 1:
        return f"{_edge(-1)}+"
    return f"{_edge(step - 1)}–{_edge(step)}"


def _edge(at: int) -> str:
    """Where a step begins, in the reader's unit: the steps themselves are the same in each."""
    return brief(per_unit(LOAD_STEPS[at]))


def _link_traces(found: LoadMornings) -> list[Json]:
    rows = [(at, each.link) for at, each in enumerate(found.links) if not math.isnan(each.link.r)]
    whiskers = [(at, link) for at, link in rows if not math.isnan(link.low)]
    side: Json = {"type": "scatter", "xaxis": "x2", "yaxis": "y2"}
    return [
        {
            **side,
            "mode": "lines",
            "x": broken([[link.low, link.high] for _, link in whiskers]),
            "y": broken([[at, at] for at, _ in whiskers]),
            "line": {"color": paint("accent"), "width": 1.8},
            "hoverinfo": "skip",
        },
        {
            **side,
            "mode": "markers",
            "x": numbers([link.r for _, link in rows]),
            "y": [at for at, _ in rows],
            "marker": {"size": 8, "color": paint("accent"), "line": {"width": 1.2, "color": paint("bg")}},
            "hovertext": [say("load_morning.hover.link", r=signed(link.r, 2), n=whole(link.n)) for _, link in rows],
            "hoverinfo": "text",
        },
    ]


def _drawing(found: LoadMornings, *, wide: bool, linked: bool) -> Drawing:
    """Side by side on a page, one below the other on a phone."""
    top = max(float(found.pain.max()), 2.0) + 0.6
    columns = list(range(STEPS))
    across, up = ([0, 1], [0, 1]) if not linked else ([0, _LEFT], [0, 1]) if wide else ([0, 1], [0.5, 1])
    layout: Json = {
        "margin": {"l": 28, "r": 12, "t": 30, "b": 46},
        "xaxis": {
            "domain": across,
            "range": [-0.5, STEPS - (0.2 if wide else -0.05)],  # beside the last mean there is room for its number
            "tickvals": columns,
            "ticktext": [_step(step).replace(" ", "<br>") if not wide else _step(step) for step in columns],
            "anchor": "y",
        },
        "yaxis": {"domain": up, "range": [-0.4, top], "tick0": 0, "dtick": 2, "anchor": "x"},
    }
    low = up[0]
    x_name = {"xref": "paper", "yref": "paper", "anchor": "right", "color": "ink3"}
    notes = [
        axis_name(say("load_morning.axis.pain"), left=-28, shift=18),
        label(say("load_morning.axis.load"), across[1], low, **x_name, yshift=-38 if wide else -46),
    ]
    style: Json = {"xshift": 9, "color": "ink", "strong": True}
    notes += [label(written(group.mean, 1), group.step + 0.2, group.mean, **style) for group in found.groups]
    shapes: list[Json] = [_line({"xref": "x domain", "x0": 0, "x1": 1, "y0": 0, "y1": 0})]
    if linked:
        reach = _reach(found)
        side = [_RIGHT, 1] if wide else [0.34, 1]
        rows = [0.25, 1] if wide else [0, 0.3]
        layout["xaxis2"] = {"domain": side, "range": [-reach, reach], "tickvals": [-0.5, 0, 0.5], "anchor": "y2"}
        layout["yaxis2"] = {
            "domain": rows,
            "range": [len(found.links) - 0.4, -0.6],
            "tickvals": list(range(len(found.links))),
            "ticktext": [say(f"load_morning.lag.{each.window.first}.{each.window.last}") for each in found.links],
            "showgrid": False,
            "anchor": "x2",
        }
        notes.append(
            axis_name(say("load_morning.axis.links"), y=rows[1], left=0, shift=18) | {"x": side[0] - 0.16 if wide else 0}
        )
        notes.append(
            label(say("load_morning.mark.zero"), 0, rows[0], xref="x2", yref="paper", yshift=-32, anchor="center", color="ink2")
        )
        shapes.append(_line({"xref": "x2", "yref": "y2 domain", "x0": 0, "x1": 0, "y0": 0, "y1": 1}))
    return Drawing(290 if wide or not linked else 500, layout, tuple(notes), tuple(shapes))


def _reach(found: LoadMornings) -> float:
    ends = [abs(end) for each in found.links for end in (each.link.r, each.link.low, each.link.high) if not math.isnan(end)]
    return max(0.6, 1.1 * max(ends, default=0.0))


def _line(ends: Json) -> Json:
    return {"type": "line", **ends, "line": {"color": paint("ink3"), "width": 1}}


def _table(found: LoadMornings) -> Table:
    heads = (
        Head(say("load_morning.axis.load"), numeric=False),
        Head(say("load_morning.table.mornings")),
        Head(say("load_morning.table.mean"), say("page.unit.pain")),
    )
    rows = [
        (
            _step(group.step),
            whole(group.mornings),
            written(group.mean, 1)
            if math.isnan(group.low)
            else say("page.range", value=written(group.mean, 1), low=written(group.low, 1), high=written(group.high, 1)),
        )
        for group in found.groups
    ]
    for each in found.links:
        link = each.link
        interval = (
            signed(link.r, 2) if math.isnan(link.low) else f"{signed(link.r, 2)} ({signed(link.low, 2)}…{signed(link.high, 2)})"
        )
        rows.append(
            (
                say("load_morning.table.link", lag=say(f"load_morning.lag.{each.window.first}.{each.window.last}")),
                whole(link.n),
                interval,
            )
        )
    return Table(say("load_morning.table.caption"), heads, tuple(rows))
