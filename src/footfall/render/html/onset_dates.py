"""When pain began in each run, by date: a small drawing in plain SVG that prints and needs no script."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from footfall.findings.clinical import Totals
from footfall.findings.tolerance import Tolerance
from footfall.history.history import Outing
from footfall.render.html.words import day, whole
from footfall.wording import say

WIDTH, HEIGHT = 320, 146
LEFT, RIGHT, TOP, LOW = 26.0, 314.0, 14.0, 126.0
STEPS_MIN = (5, 10, 15, 20, 30, 60, 120, 240, 480)
"""Distances between the lines across; the least that leaves at most four of them."""


@dataclass(frozen=True, slots=True)
class OnsetDates:
    """Places in the drawing's own units.

    onsets   middles of diamonds.     free   of lines up to the end of runs that stayed free of pain.
    lines    heights of lines across, with their minute.
    """

    label: str
    onsets: tuple[tuple[float, float], ...]
    free: tuple[tuple[float, float], ...]
    lines: tuple[tuple[float, str], ...]
    first: str
    last: str


def onset_dates(found: Tolerance | None, span: Totals | None) -> OnsetDates | None:
    """None where no run of the span has an answer."""
    if found is None or span is None or not (found.began or found.free):
        return None
    top = max(*(outing.onset.minute for outing in found.began), *(outing.timer_min for outing in found.free), 1.0, 1.0)
    return OnsetDates(
        label=say(
            "clinician.dates.label",
            first=day(span.first),
            last=day(span.last),
            began=whole(len(found.began)),
            free=whole(len(found.free)),
        ),
        onsets=_places(found.began, [outing.onset.minute for outing in found.began], span, top),
        free=_places(found.free, [outing.timer_min for outing in found.free], span, top),
        lines=tuple((_height(minute, top), whole(minute)) for minute in _lines(top)),
        first=day(span.first),
        last=day(span.last),
    )


def _places(outings: Sequence[Outing], minutes: Sequence[float], span: Totals, top: float) -> tuple[tuple[float, float], ...]:
    return tuple((_across(outing.day, span), _height(minute, top)) for outing, minute in zip(outings, minutes, strict=True))


def _across(date: dt.date, span: Totals) -> float:
    return round(LEFT + 6 + (RIGHT - LEFT - 12) * ((date - span.first).days + 0.5) / span.days, 1)


def _height(minute: float, top: float) -> float:
    return round(LOW - (LOW - TOP) * minute / top, 1)


def _lines(top: float) -> range:
    step = next((step for step in STEPS_MIN if top / step < 5), math.ceil(top / 4))
    return range(0, math.floor(top) + 1, step)
