"""Lines and areas cut where the frame ends."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """True within the frame, edges included."""
        return self.left - 0.01 <= point[0] <= self.right + 0.01 and self.top - 0.01 <= point[1] <= self.bottom + 0.01

    def held(self, point: Point) -> Point:
        """The point of the frame that is nearest."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.bottom)


def cut_line(points: Sequence[Point], box: Box) -> list[list[Point]]:
    """The pieces of a line that lie within the box."""
    pieces: list[list[Point]] = []
    for start, end in itertools.pairwise(points):
        found = _cut(start, end, box)
        if found is None:
            continue
        if pieces and pieces[-1][-1] == found[0]:
            pieces[-1].append(found[1])
        else:
            pieces.append(list(found))
    return pieces


def _cut(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    """Source  Liang & Barsky 1984, ACM Transactions on Graphics 3:1."""
    across, down = end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for towards, room in (
        (-across, start[0] - box.left),
        (across, box.right - start[0]),
        (-down, start[1] - box.top),
        (down, box.bottom - start[1]),
    ):
        if towards == 0:
            if room < 0:
                return None
        elif towards < 0:
            first = max(first, room / towards)
        else:
            last = min(last, room / towards)
    if first > last:
        return None
    begin = start if first == 0 else (start[0] + first * across, start[1] + first * down)
    return begin, end if last == 1 else (start[0] + last * across, start[1] + last * down)


def cut_area(points: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area within the box; empty where none is.

    Source  Sutherland & Hodgman 1974, Communications of the ACM 17:32.
    """
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, box.left, float.__ge__),
        (0, box.right, float.__le__),
        (1, box.top, float.__ge__),
        (1, box.bottom, float.__le__),
    )
    kept = [(float(x), float(y)) for x, y in points]
    for at, edge, inside in sides:
        before = kept
        kept = []
        for start, end in zip(before[-1:] + before[:-1], before, strict=True):
            if inside(end[at], edge) != inside(start[at], edge):
                share = (edge - start[at]) / (end[at] - start[at])
                kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
            if inside(end[at], edge):
                kept.append(end)
    return kept
