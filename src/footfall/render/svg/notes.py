"""What stands on a drawing beside its marks: words, straight lines, boxes and bands."""

import re
from collections.abc import Iterator

from footfall.render.svg import paint
from footfall.render.svg.clip import Point
from footfall.render.svg.marks import box_of, stroke_style
from footfall.render.svg.path import area, line, place, short
from footfall.render.svg.scale import Frame
from footfall.render.svg.told import Told
from footfall.render.svg.words import escaped

_ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}
_LINE = 1.3
_BASE = 0.35
"""From the middle of a line of words down to its base, as a share of its size."""
_CORNERS = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def shape(told: Told, frame: Frame) -> Iterator[str]:
    """One plotly shape; what reaches beyond an axis is cut there."""
    style: Told = told["line"]
    if told["type"] == "path":
        box = box_of(frame.axes["x"], frame.axes["y"])
        corners = [(frame.across("x", float(x)), frame.down("y", float(y))) for x, y in _CORNERS.findall(str(told["path"]))]
        yield f'<path d="{area([box.held(corner) for corner in corners])}"{paint.fill(told["fillcolor"])}/>'
        return
    begin, end = (_held(told, end, frame) for end in ("0", "1"))
    if told["type"] == "line":
        yield f'<path d="{line([begin, end])}" fill="none"{paint.stroke(style["color"])}{stroke_style(style)}/>'
        return
    left, right = sorted((begin[0], end[0]))
    top, bottom = sorted((begin[1], end[1]))
    size = f'width="{short(right - left)}" height="{short(bottom - top)}"'
    edge = "" if style["width"] == 0 else f"{paint.stroke(style['color'])}{stroke_style(style)}"
    yield f'<rect x="{short(left)}" y="{short(top)}" {size}{paint.fill(told["fillcolor"])}{edge}/>'


def _held(told: Told, end: str, frame: Frame) -> Point:
    """One end; a value beyond its axis ends where the axis does."""
    across, down = str(told.get("xref", "x")), str(told.get("yref", "y"))
    x, y = frame.across(across, told[f"x{end}"]), frame.down(down, told[f"y{end}"])
    if across in frame.axes:
        low, high = frame.axes[across].span
        x = min(max(x, low), high)
    if down in frame.axes:
        low, high = frame.axes[down].span
        y = min(max(y, low), high)
    return x, y


def annotation(told: Told, frame: Frame) -> Iterator[str]:
    """Words on a mark; none where the value that they stand at lies outside its axis."""
    font: Told = told["font"]
    size = float(font["size"])
    across, down = str(told.get("xref", "x")), str(told.get("yref", "y"))
    x, y = frame.across(across, told["x"]), frame.down(down, told["y"])
    if not _shown(frame, across, x) or not _shown(frame, down, y):
        return
    x += float(told.get("xshift", 0))
    y -= float(told.get("yshift", 0))
    weight = ' font-weight="600"' if font.get("weight") == 600 else ""
    halo = (
        f'{paint.both(font["color"], told["bgcolor"])} stroke-width="4" paint-order="stroke"'
        if "bgcolor" in told
        else paint.fill(font["color"])
    )
    style = f"{_ANCHORS[str(told['xanchor'])]}{weight}{halo}"
    yield from text(str(told["text"]), (x, y), size, style)


def text(words: str, at: Point, size: float, style: str) -> Iterator[str]:
    """Words around a point: each `<br>` begins a line, and the lines stand around its height."""
    lines = words.split("<br>")
    first = at[1] + size * (_BASE - _LINE * (len(lines) - 1) / 2)
    for number, one in enumerate(lines):
        yield f'<text x="{short(at[0])}" y="{short(first + number * size * _LINE)}"{style}>{escaped(one)}</text>'


def _shown(frame: Frame, ref: str, pixel: float) -> bool:
    return ref not in frame.axes or frame.axes[ref].holds(pixel)


def ticks(frame: Frame) -> Iterator[str]:
    """Lines across at the ticks of upright axes, and the words of all."""
    for name, axis in frame.axes.items():
        if axis.grid and name.startswith("y"):
            left, right = frame.axes[frame.beside[name]].span
            drawn = "".join(f"M{place(left, axis.at(tick.value))}H{short(right)}" for tick in axis.ticks)
            if drawn:
                yield f'<path d="{drawn}" fill="none"{paint.stroke("var(--grid)")}/>'


def tick_words(frame: Frame) -> Iterator[str]:
    """Below the frame, and to its left."""
    style = paint.fill("var(--ink3)")
    for name, axis in frame.axes.items():
        beside = frame.axes[frame.beside[name]]
        for tick in axis.ticks:
            if name.startswith("x"):
                lines = tick.words.split("<br>")
                place_ = (axis.at(tick.value), beside.span[1] + axis.standoff + 10 + 7.8 * (len(lines) - 1))
                yield from text(tick.words, place_, 12, f"{_ANCHORS['center']}{style}")
            else:
                place_ = (beside.span[0] - 4 - axis.standoff, axis.at(tick.value))
                yield from text(tick.words, place_, 12, f"{_ANCHORS['right']}{style}")
