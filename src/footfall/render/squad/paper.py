"""How tall the coach's pages are on paper, so that a full one is set smaller before it becomes two.

An estimate in CSS pixels of the print style in squad.css, rather too tall than too low: no text can be measured before a browser
has it, in a font that nobody knows yet. tests/browser prints the fullest pages there are and counts the sheets.
"""

import math
from collections.abc import Iterable, Sequence

PAGE_PX = 1040.0
"""A4 between the margins, less a few pixels."""
LEAST = 0.6
"""Never smaller than this: beyond, a second sheet is easier to read."""
LINE = 13.3
"""A line of text."""


def lines(text: str, letters: int) -> int:
    """In how many a text is set where so many letters stand in one."""
    return max(1, math.ceil(len(text) / letters))


def told(items: Iterable[tuple[str, str]], letters: int) -> float:
    """Height of a list of names with what is said of each.  [px]"""
    return sum(LINE * max(lines(name, 16), lines(said, letters)) for name, said in items)


def fit(heights: Sequence[float]) -> str:
    """How much smaller everything is set, as a factor of the letters' size: 1 where it is one page anyway.

    Smaller letters make fewer lines too, so this is on the near side.
    """
    return f"{max(LEAST, min(1.0, PAGE_PX / math.fsum(heights))):.3f}"
