"""Dates and numbers in the page's tighter places: no unit where the column head has it, no year where the page has it."""

import datetime as dt
import math

from footfall.render.printable import printable
from footfall.wording import form_of, numbers, say
from footfall.wording.numbers import date as dated
from footfall.wording.numbers import distance_number, number, plain, short_date

_SAID = 0
"""No year: one that is never taken for granted."""


def decimal(value: float | None) -> str:
    """`16.8`; `?` where the number is not known."""
    return number(value, 1)


def whole(value: float | None) -> str:
    """`17,055`; `?` where the number is not known."""
    return number(value, 0)


def brief(value: float | None) -> str:
    """At most one decimal, and none when it would be 0: minutes and pain scores as people write them."""
    return number(value) if value is None or not math.isfinite(value) else plain(round(value, 1))


def distance(metres: float | None) -> str:
    """`16.8`, in the reader's unit."""
    return distance_number(metres)


def day(date: dt.date, year: int | None = None) -> str:
    """`4 Oct`; `4 Oct 2025` where that is not the year that the reader takes for granted.

    year   that year; None where the page has said it.
    """
    return short_date(date) if year is None or date.year == year else dated(date)


def long_day(date: dt.date, year: int | None = None) -> str:
    """`4 October`; with the year as in `day`."""
    key = "date.long" if year is None or date.year == year else "date.long.year"
    return say(key, day=date.day, month=say("page.months").split()[date.month - 1], year=date.year)


def weekday(date: dt.date, year: int | None = None) -> str:
    """`Sun 4 Oct`; with the year as in `day`."""
    return say("date.weekday", weekday=numbers.weekday(date), day=day(date, year))


def period(first: dt.date, last: dt.date) -> str:
    """`3 August – 15 November 2026`; both years where they differ."""
    if first == last:
        return long_day(first, _SAID)
    start = long_day(first) if first.year == last.year else long_day(first, _SAID)
    return say("date.period", first=start, last=long_day(last, _SAID))


def count(key: str, counted: int, **values: object) -> str:
    """The sentence `key.one` or `key.many`, with `n` filled in."""
    return say(form_of(key, counted), n=whole(counted), **values)


def on_page(text: str) -> str:
    """What every text goes through that the page or its script shows: nothing moves or turns it, no thin space ends a line."""
    return printable(text).replace("\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}")


def clipped(text: str, longest: int = 200) -> str:
    """Text from a file or a diary: one line, nothing that moves or turns the text around it, and not too long."""
    line = " ".join(printable(text[: 4 * longest]).split())
    whole_of_it = len(line) <= longest and len(text) <= 4 * longest
    return line if whole_of_it else line[: longest - 1].rstrip() + "…"
