"""A figure as plotly.js takes it: plain data, two layouts (page and phone), and choices that swap part of it.

Plain dictionaries, not plotly's Python objects: those take half a second to import and write ids of their own.
A test builds each through `plotly.graph_objects`, so a misspelt property fails there.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from footfall.render.html.theme import Json, paint

MOST_OFFERED = 60
"""So many choices stand in the page itself; of ten years of runs the others are in the script's data alone."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """What depends on the room there is: a plotly layout, its annotations and shapes apart so that choices can add theirs.

    height   None in a choice that leaves the figure's as it is.  [px]
    """

    height: int | None = None
    layout: Json = field(default_factory=dict)
    annotations: tuple[Json, ...] = ()
    shapes: tuple[Json, ...] = ()

    def to_json(self) -> Json:
        """As report.js reads it; what is empty is left out."""
        layout = self.layout if self.height is None else {**self.layout, "height": self.height}
        parts: Json = {"layout": layout, "annotations": list(self.annotations), "shapes": list(self.shapes)}
        return {name: part for name, part in parts.items() if part}


@dataclass(frozen=True, eq=False)
class Choice:
    """One entry of the select above a picture: what it adds to the figure, and the words that change with it.

    rows   of the table behind the picture; None leaves the table as it is.
    """

    label: str
    heading: str
    traces: tuple[Json, ...]
    wide: Drawing
    narrow: Drawing
    rows: tuple[tuple[str, ...], ...] | None = None

    def to_json(self) -> Json:
        """As report.js reads it; the label is for a select that does not hold it yet."""
        return {
            "label": self.label,
            "heading": self.heading,
            "data": list(self.traces),
            "wide": self.wide.to_json(),
            "narrow": self.narrow.to_json(),
            "rows": None if self.rows is None else [list(row) for row in self.rows],
        }


@dataclass(frozen=True, eq=False)
class Figure:
    """One picture's drawing.

    wide, narrow   on a page and on a phone; a choice's drawing is laid over it.
    choices        empty where there is nothing to choose; `chosen` is the one drawn first.
    joined         style of a trace behind the others that joins the first trace of every choice; None = there is none.
    """

    traces: tuple[Json, ...]
    wide: Drawing
    narrow: Drawing
    choices: tuple[Choice, ...] = ()
    chosen: int = 0
    joined: Json | None = None

    def to_json(self) -> Json:
        """As report.js reads it."""
        return {
            "data": list(self.traces),
            "wide": self.wide.to_json(),
            "narrow": self.narrow.to_json(),
            "choices": [choice.to_json() for choice in self.choices],
            "chosen": self.chosen,
            "joined": self.joined,
        }

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices that stand in the page itself; report.js adds the rest."""
        return self.choices[:MOST_OFFERED]

    @property
    def first(self) -> Choice | None:
        """The choice that is drawn first; None where there is nothing to choose."""
        return self.choices[self.chosen] if self.choices else None

    @property
    def tall(self) -> tuple[int, int]:
        """Height of the wide and the narrow drawing, with what is chosen first.  [px]"""
        over = self.first or self
        return _height(over.wide, self.wide), _height(over.narrow, self.narrow)


def _height(over: Drawing, under: Drawing) -> int:
    height = under.height if over.height is None else over.height
    assert height is not None, "a figure says how tall it is, or its choice does"
    return height


def number(value: float, digits: int = 2) -> float | None:
    """A number as JSON can hold it: rounded, None for NaN, which plotly draws as a gap."""
    if not math.isfinite(value):
        return None
    rounded = round(float(value), digits)
    return int(rounded) if rounded == int(rounded) else rounded


def numbers(values: Iterable[float], digits: int = 2) -> list[float | None]:
    """`number` of each."""
    return [number(value, digits) for value in values]


def label(text: str, x: float | str, y: float | str, **more: object) -> Json:
    """An annotation on the mark. `color` names a token; `anchor` is left, center or right."""
    color = str(more.pop("color", "ink2"))
    font: Json = {"color": paint(color), "size": 12}
    if more.pop("strong", False):
        font["weight"] = 600
    anchor = more.pop("anchor", "left")
    at, up = (place if isinstance(place, str) else number(place) for place in (x, y))
    return {"text": text, "x": at, "y": up, "showarrow": False, "font": font, "xanchor": anchor, "yanchor": "middle", **more}


def axis_name(text: str, *, y: float = 1.0, shift: int = 12, left: int = -44) -> Json:
    """The name of a y axis, horizontal above it.

    y      top of its panel, 0-1 of the figure.   shift  up from there.  [px]   left  from the panel's left edge.  [px]
    """
    return label(text, 0, y, xref="paper", yref="paper", color="ink3", xshift=left, yshift=shift)


def veil(
    start: float, end: float, *, yref: str = "paper", low: float = 0.0, high: float = 1.0, color: str = "clock-veil"
) -> Json:
    """A vertical stretch shaded behind everything, such as minutes 15 to 20."""
    return {
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": yref,
        "x0": start,
        "x1": end,
        "y0": low,
        "y1": high,
        "fillcolor": paint(color),
        "line": {"width": 0},
    }


def line(x0: float, y0: float, x1: float, y1: float, **more: object) -> Json:
    """A straight hairline; `color` names a token, `dash` is plotly's."""
    color = str(more.pop("color", "ink3"))
    style: Json = {"color": paint(color), "width": more.pop("width", 1)}
    if "dash" in more:
        style["dash"] = more.pop("dash")
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": style, **more}


def broken(pieces: Sequence[Sequence[float]], digits: int = 2) -> list[float | None]:
    """Pieces of one line one after another, with a gap between each two."""
    joined: list[float | None] = []
    for piece in pieces:
        if joined:
            joined.append(None)
        joined.extend(numbers(piece, digits))
    return joined
