"""Coordinates as text: a tenth of a pixel is as fine as anybody sees."""

from collections.abc import Sequence

from footfall.render.svg.clip import Point


def short(value: float) -> str:
    """`12.3`, `7`."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def place(x: float, y: float) -> str:
    """`12.3 7`."""
    return f"{short(x)} {short(y)}"


def line(points: Sequence[Point]) -> str:
    """`M1 2L3 4`."""
    return "M" + "L".join(place(x, y) for x, y in points)


def area(points: Sequence[Point]) -> str:
    """The same, closed."""
    return line(points) + "Z"
