"""What a trace draws: lines, steps, areas, marks, words, bars and cells, inside the frame of its axes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from footfall.render.svg import paint
from footfall.render.svg.clip import Box, Point, cut_area, cut_line
from footfall.render.svg.path import area, line, place, short
from footfall.render.svg.scale import Axis, Frame
from footfall.render.svg.symbols import OPEN, mark
from footfall.render.svg.told import Told
from footfall.render.svg.words import escaped

LAYERS = {"heatmap": 0, "bar": 1, "scatter": 2}
"""Kinds of traces from the back to the front, as plotly lays them."""

_SPREAD = 4.0
"""Words of a mark stand so far above it.  [px]"""


def draw(trace: Told, frame: Frame) -> Iterator[str]:
    """The elements of one trace. Raises KeyError for a kind or a style that no picture has used yet."""
    across, down = frame.axes[str(trace.get("xaxis", "x"))], frame.axes[str(trace.get("yaxis", "y"))]
    yield from _KINDS[str(trace["type"])](trace, across, down)


def box_of(across: Axis, down: Axis) -> Box:
    """The frame of two axes."""
    return Box(across.span[0], down.span[0], across.span[1], down.span[1])


def _scatter(trace: Told, across: Axis, down: Axis) -> Iterator[str]:
    points = [None if x is None or y is None else (across.at(x), down.at(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]
    mode = str(trace["mode"])
    if "lines" in mode:
        yield from _lines(trace, points, box_of(across, down))
    inside = [(at, point) for at, point in enumerate(points) if point is not None and box_of(across, down).holds(point)]
    if "markers" in mode:
        yield from _markers(trace["marker"], inside)
    if "text" in mode:
        yield from _texts(trace, inside)


def _lines(trace: Told, points: Sequence[Point | None], box: Box) -> Iterator[str]:
    style: Told = trace["line"]
    pieces = _pieces(points)
    if trace.get("fill") == "toself":
        for piece in pieces:
            inside = cut_area(piece, box)
            if inside:
                yield f'<path d="{area(inside)}"{paint.fill(trace["fillcolor"])}/>'
    if style["width"] == 0:
        return
    if style.get("shape") == "hv":
        pieces = [_steps(piece) for piece in pieces]
    drawn = "".join(line(part) for piece in pieces for part in cut_line(piece, box))
    if drawn:
        yield f'<path d="{drawn}" fill="none"{paint.stroke(style["color"])}{stroke_style(style)}/>'


def _pieces(points: Sequence[Point | None]) -> list[list[Point]]:
    """The stretches between two gaps."""
    pieces: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            pieces[-1].append(point)
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _steps(piece: Sequence[Point]) -> list[Point]:
    """A value holds until the next."""
    corners = [piece[0]]
    for (_, before), (x, y) in pairwise(piece):
        corners += [(x, before), (x, y)]
    return corners


def stroke_style(style: Told) -> str:
    """Width and dots as attributes."""
    width = float(style["width"])
    dots = f' stroke-dasharray="{short(max(width, 3))}"' if style.get("dash") == "dot" else ""
    return (f' stroke-width="{short(width)}"' if width != 1 else "") + dots


def _markers(marker: Told, inside: Sequence[tuple[int, Point]]) -> Iterator[str]:
    """Marks that look alike are one path; those that let others shine through are one each."""
    edge: Told = marker["line"]

    def look(at: int) -> tuple[str, str, str, float]:
        return (
            str(_each(marker.get("symbol", "circle"), at)),
            str(_each(marker["color"], at)),
            str(_each(edge.get("color", ""), at)),
            float(_each(edge["width"], at)),
        )

    looks: dict[tuple[str, str, str, float], list[str]] = {}
    for at, (x, y) in inside:
        size = float(_each(marker["size"], at))
        looks.setdefault(look(at), []).append(mark(look(at)[0], x, y, size))
    through = float(marker.get("opacity", 1))
    if through < 1 and "symbol" not in marker and edge["width"] == 0:
        yield _dots(marker, [point for _, point in inside], through)
        return
    for (symbol, color, rim, width), paths in looks.items():
        style = _mark_style(symbol, color, rim, width)
        if through < 1:
            each = "".join(f'<path d="{path}"/>' for path in paths)
            yield f'<g{style} fill-opacity="{through:g}">{each}</g>'
        else:
            yield f'<path d="{"".join(paths)}"{style}/>'


def _dots(marker: Told, points: Sequence[Point], through: float) -> str:
    """Hundreds of round dots, in as few letters as it takes: the round end of a line without length."""
    each = "".join(f'<path d="M{place(x, y)}h0"/>' for x, y in points)
    style = f'{paint.stroke(marker["color"])} stroke-width="{short(float(marker["size"]))}" stroke-linecap="round"'
    return f'<g fill="none"{style} stroke-opacity="{through:g}">{each}</g>' if points else ""


def _mark_style(symbol: str, color: str, rim: str, width: float) -> str:
    if symbol in OPEN:
        return f' fill="none"{paint.stroke(rim or color)} stroke-width="{short(width)}"'
    if symbol.endswith("-open"):
        return f'{paint.both("var(--bg)", color)} stroke-width="{short(width)}"'
    return f'{paint.both(color, rim)} stroke-width="{short(width)}"' if width else paint.fill(color)


def _each(value: Any, at: int) -> Any:
    return value[at] if isinstance(value, list) else value


def _texts(trace: Told, inside: Sequence[tuple[int, Point]]) -> Iterator[str]:
    font: Told = trace["textfont"]
    size = float(font["size"])
    above = _SPREAD + size * 0.1 if trace.get("textposition") == "top center" else -size * 0.35
    weight = ' font-weight="600"' if font.get("weight") == 600 else ""
    style = f' font-size="{short(size)}"{weight}{paint.fill(font["color"])} text-anchor="middle"'
    parts = []
    for at, (x, y) in inside:
        words = str(_each(trace["text"], at))
        if words:
            lift = above + (float(_each(trace["marker"]["size"], at)) / 2 if "marker" in trace else 0)
            parts.append(f'<text x="{short(x)}" y="{short(y - lift)}">{escaped(words)}</text>')
    if parts:
        yield f"<g{style}>{''.join(parts)}</g>"


def _bars(trace: Told, across: Axis, down: Axis) -> Iterator[str]:
    marker: Told = trace["marker"]
    box = box_of(across, down)
    half = float(trace["width"]) / 2
    base = trace.get("base", 0)
    looks: dict[float, list[str]] = {}
    for at, (x, height) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        low = _each(base, at)
        if x is None or height is None or low is None:
            continue
        foot = float(low)
        one, other = (across.at(float(x) - half), down.at(foot)), (across.at(float(x) + half), down.at(foot + float(height)))
        (left, bottom), (right, top) = box.held(one), box.held(other)
        if right > left and bottom != top:
            looks.setdefault(float(_each(marker.get("opacity", 1), at)), []).append(_rect(left, top, right - left, bottom - top))
    for through, paths in looks.items():
        yield f'<path d="{"".join(paths)}"{paint.fill(marker["color"])}{_through(through)}/>'


def _through(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{opacity:g}"'


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f"M{place(x, y)}h{short(width)}v{short(height)}h{short(-width)}z"


def _cells(trace: Told, across: Axis, down: Axis) -> Iterator[str]:
    gap_x, gap_y = float(trace["xgap"]) / 2, float(trace["ygap"]) / 2
    scale: Sequence[tuple[float, str]] = trace["colorscale"]
    low, high = float(trace["zmin"]), float(trace["zmax"])
    looks: dict[str, list[str]] = {}
    for row, cells in enumerate(trace["z"]):
        for column, value in enumerate(cells):
            if value is None:
                continue
            share = (value - low) / (high - low)
            color = next(color for place, color in scale[1::2] if share <= place)
            left, right = sorted((across.at(column - 0.5), across.at(column + 0.5)))
            top, bottom = sorted((down.at(row - 0.5), down.at(row + 0.5)))
            looks.setdefault(color, []).append(
                _rect(left + gap_x, top + gap_y, right - left - 2 * gap_x, bottom - top - 2 * gap_y)
            )
    for color, paths in looks.items():
        yield f'<path d="{"".join(paths)}"{paint.fill(color)}/>'


_KINDS = {"scatter": _scatter, "bar": _bars, "heatmap": _cells}
