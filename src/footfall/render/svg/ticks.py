"""Where an axis is marked and what stands there: as the layout says, else at round numbers or dates."""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

from footfall.render.svg.told import Told
from footfall.wording.numbers import month
from footfall.wording.numbers import number as written

_ROUND = (1.0, 2.0, 5.0, 10.0)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_DAYS = (1, 2, 7, 14)
_MONTH_DAYS = 30.5


@dataclass(frozen=True, slots=True)
class Tick:
    """A value, and the words at it."""

    value: float
    words: str


def ticks_of(axis: Told, low: float, high: float) -> tuple[Tick, ...]:
    """Those between two ends.

    axis  plotly's: `tickvals` with or without `ticktext`; else `tick0` and `dtick`; else about `nticks` of them.
    """
    if "tickvals" in axis:
        values = [float(value) for value in axis["tickvals"]]
        words = axis.get("ticktext") or [_plain(value) for value in values]
        found = [Tick(value, str(word)) for value, word in zip(values, words, strict=True)]
    elif axis.get("type") == "date":
        found = list(_dates(low, high, int(axis.get("nticks", 6)), str(axis["tickformat"])))
    else:
        step = float(axis.get("dtick") or round_step(high - low, int(axis.get("nticks", 6))))
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        found = [Tick(at * step, _plain(at * step)) for at in range(first, last + 1)]
    return tuple(tick for tick in found if low - 1e-9 <= tick.value <= high + 1e-9)


def round_step(span: float, most: int) -> float:
    """The least of 1, 2, 5, 10, … that leaves at most so many steps."""
    rough = span / max(most, 1)
    base = 10.0 ** math.floor(math.log10(rough))
    return next(base * step for step in _ROUND if base * step >= rough * (1 - 1e-9))


def _plain(value: float) -> str:
    """`0.5`, `1,500`: no more decimals than the number has."""
    digits = next((digits for digits in range(4) if math.isclose(value, round(value, digits), abs_tol=1e-9)), 4)
    return written(value + 0.0, digits)


def _dates(low: float, high: float, most: int, form: str) -> Iterator[Tick]:
    """Whole days apart, else the first of months."""
    rough = (high - low) / max(most, 1)
    days = next((step for step in _DAYS if step >= rough), None)
    if days is not None:
        for at in range(math.ceil(low), math.floor(high) + 1, days):
            yield Tick(float(at), _date(dt.date.fromordinal(at), form))
        return
    months = next((step for step in _MONTHS if step * _MONTH_DAYS >= rough), _MONTHS[-1])
    first, last = dt.date.fromordinal(math.floor(low)), dt.date.fromordinal(math.floor(high))
    for at in range((first.year * 12 + first.month - 1) // months * months, last.year * 12 + last.month, months):
        date = dt.date(at // 12, at % 12 + 1, 1)
        yield Tick(float(date.toordinal()), _date(date, form))


def _date(date: dt.date, form: str) -> str:
    """plotly's `%-d %b` and `%b %Y`, in the catalogue's words."""
    return form.replace("%-d", str(date.day)).replace("%b", month(date)).replace("%Y", str(date.year))
