"""How tall the coach's pages are on paper, so that a full one is set smaller before it becomes two.

An estimate in CSS pixels of the print style in squad.css, rather too tall than too low: no text can be measured before a browser
has it, in a font that nobody knows yet. tests/browser prints the fullest pages there are and counts the sheets.
"""

import math
from collections.abc import Callable, Iterable

PAGE_PX = 1040.0
"""A4 between the margins, less a few pixels."""
LEAST = 0.6
"""Never smaller than this: beyond, a second sheet is easier to read."""
LINE = 13.3
"""A line of text."""


_STEP = 0.01


def lines(text: str, letters: float) -> int:
    """In how many a text is set where so many letters stand in one."""
    return max(1, math.ceil(len(text) / letters))


def told(items: Iterable[tuple[str, str]], letters: float) -> float:
    """Height of a list of names with what is said of each.  [px]"""
    return sum(LINE * max(lines(name, letters / 3), lines(said, letters)) for name, said in items)


def fit(height: Callable[[float], float]) -> float:
    """The largest factor of the letters' size at which a page is one sheet: 1 where it is one anyway.

    height   of everything at full size, where a line holds so many times the letters that it does at full size.  [px]
    """
    smaller = 1.0
    while smaller > LEAST and height(1 / smaller) * smaller > PAGE_PX:
        smaller = round(smaller - _STEP, 2)
    return smaller
