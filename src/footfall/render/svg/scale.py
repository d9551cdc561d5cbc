"""Axes of a plotly layout as places on paper: from a value, a date or a share of the frame to pixels."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.render.svg.ticks import Tick, ticks_of
from footfall.render.svg.told import Told

Value = float | int | str


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: `low` lies at pixel `start`, `high` at `end`.

    ticks      those within the range, in order; empty where the axis is not shown.
    standoff   between a tick's words and the frame.  [px]     grid   lines across at its ticks.
    """

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[Tick, ...]
    standoff: float
    grid: bool

    def at(self, value: Value) -> float:
        """Pixel of a value or a date."""
        return self.start + (as_number(value) - self.low) * (self.end - self.start) / (self.high - self.low)

    @property
    def span(self) -> tuple[float, float]:
        """Its two ends, the lesser first.  [px]"""
        return min(self.start, self.end), max(self.start, self.end)

    def holds(self, pixel: float) -> bool:
        """True within the frame, edges included."""
        low, high = self.span
        return low - 0.01 <= pixel <= high + 0.01


@dataclass(frozen=True)
class Frame:
    """The paper inside the margins, and every axis on it.

    axes      by plotly's short names: `x`, `y`, `x2`, …      beside   name of an axis -> the one that it stands at.
    """

    left: float
    right: float
    top: float
    bottom: float
    axes: Mapping[str, Axis]
    beside: Mapping[str, str]

    def across(self, ref: str, value: Value) -> float:
        """Pixel of an x under a reference: an axis, `x2 domain`, or `paper`."""
        return self._place(ref, value, self.left, self.right)

    def down(self, ref: str, value: Value) -> float:
        """Pixel of a y under a reference; 0 of a share is the lower edge."""
        return self._place(ref, value, self.bottom, self.top)

    def _place(self, ref: str, value: Value, start: float, end: float) -> float:
        name, _, domain = ref.partition(" ")
        if name == "paper":
            return start + float(value) * (end - start)
        axis = self.axes[name]
        return axis.start + float(value) * (axis.end - axis.start) if domain else axis.at(value)


def as_number(value: Value) -> float:
    """A date as days."""
    return float(dt.date.fromisoformat(value).toordinal()) if isinstance(value, str) else float(value)


def frame_of(layout: Told, template: Told, width: float, height: float) -> Frame:
    """The frame of a layout, whose axes say their range. Raises KeyError where one does not."""
    margin = {**template["margin"], **layout.get("margin", {})}
    left, right = float(margin["l"]), width - float(margin["r"])
    top, bottom = float(margin["t"]), height - float(margin["b"])
    axes, beside = {}, {}
    for key in [key for key in layout if key.startswith(("xaxis", "yaxis"))]:
        letter, number = key[0], key[5:]
        told: Told = {**template[f"{letter}axis"], **layout[key]}
        ends = (left, right) if letter == "x" else (bottom, top)
        axes[letter + number] = _axis(told, ends, vertical=letter == "y")
        beside[letter + number] = str(told.get("anchor", ("y" if letter == "x" else "x") + number))
    return Frame(left, right, top, bottom, axes, beside)


def _axis(told: Told, ends: tuple[float, float], *, vertical: bool) -> Axis:
    first, last = told.get("domain", (0, 1))
    start, end = (ends[0] + share * (ends[1] - ends[0]) for share in (first, last))
    told_range: Sequence[Value] = told["range"]
    low, high = (as_number(value) for value in told_range)
    shown = told.get("visible", True)
    return Axis(
        low,
        high,
        start,
        end,
        ticks_of(told, min(low, high), max(low, high)) if shown else (),
        float(told.get("ticklabelstandoff", 0)),
        bool(shown and told.get("showgrid", vertical)),
    )
