"""A figure as plotly would draw it, without plotly: the same plain data, laid out once, with nothing to move or choose.

plotly's own export draws in a running browser, which is no part of a command that must work without network or server. This
knows what our pictures use and no more: a trace, symbol or colour that is new here fails in the tests.
"""

from collections.abc import Sequence
from enum import Enum

from footfall.render.html.figure import Choice, Drawing, Figure
from footfall.render.html.theme import template
from footfall.render.svg.marks import LAYERS, draw
from footfall.render.svg.notes import annotation, shape, tick_words, ticks
from footfall.render.svg.scale import Frame, frame_of
from footfall.render.svg.told import Told


class Size(Enum):
    """Which of a figure's two drawings."""

    WIDE = "wide"
    NARROW = "narrow"

    def of(self, drawn: Figure | Choice) -> Drawing:
        """The drawing of this size."""
        return drawn.wide if self is Size.WIDE else drawn.narrow


def drawn(figure: Figure, width: float, size: Size = Size.WIDE, most_behind: int | None = None) -> tuple[str, float]:
    """The elements of the drawing, with what is chosen first, and its height.  [px]

    most_behind   of how many choices, the first of them, a line stands behind the chosen one; None = of all.
    """
    height = float(figure.tall[size is Size.NARROW])
    chosen = figure.choices[figure.chosen] if figure.choices else None
    drawings = (size.of(figure), size.of(chosen)) if chosen else (size.of(figure),)
    common: Told = template()
    frame = frame_of(_layout(drawings), common["layout"], width, height)
    traces = [*_behind(figure, most_behind), *figure.traces, *(chosen.traces if chosen else ())]
    return "".join(_elements(frame, traces, drawings)), height


def _layout(drawings: Sequence[Drawing]) -> Told:
    """A choice's layout over the figure's, key by key, as report.js lays them."""
    layout: dict[str, object] = {}
    for drawing in drawings:
        layout |= drawing.layout
    return layout


def _behind(figure: Figure, most: int | None) -> list[Told]:
    """The first line of every choice as one grey trace."""
    if figure.joined is None:
        return []
    x: list[object] = []
    y: list[object] = []
    for choice in figure.choices[:most]:
        line: Told = choice.traces[0]
        x += [*line["x"], None]
        y += [*line["y"], None]
    return [{**figure.joined, "x": x, "y": y}]


def _elements(frame: Frame, traces: Sequence[Told], drawings: Sequence[Drawing]) -> list[str]:
    """From the back to the front."""
    shapes = [each for drawing in drawings for each in drawing.shapes]
    found = [part for each in shapes if each.get("layer") == "below" for part in shape(each, frame)]
    found += ticks(frame)
    for trace in sorted(traces, key=lambda trace: LAYERS[str(trace["type"])]):
        found += draw(trace, frame)
    found += [part for each in shapes if each.get("layer") != "below" for part in shape(each, frame)]
    found += tick_words(frame)
    found += [part for drawing in drawings for each in drawing.annotations for part in annotation(each, frame)]
    return found
