"""Finding the header: names of columns, however they are written, and the row that holds them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from footfall.tables.table import Row

HEADER_WITHIN = 20
"""The header stands in the first rows that hold anything: a title or a remark may stand above it."""
_HEADER_CELLS = 500
"""No header is wider."""
_LONGEST = 100
"""Letters of a heading without its remark in brackets: more is prose. No name of a column has more than 25."""


def name_key(name: str) -> str:
    """What two writings of one name have in common: `Pain max`, `pain-max` and `PAIN_MAX` are one column."""
    return _short_key(name) if len(name) <= _LONGEST else _key(name)


def _key(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@lru_cache(maxsize=4096)
def _short_key(name: str) -> str:
    """Made once for each word: the cells of a table say the same few words again and again."""
    return _key(name)


def match_name(heading: str, names: Iterable[str]) -> str | None:
    """Which of `names` a heading means, with or without a remark in brackets: `Sleep (h)` is sleep_h. None if none of them."""
    by_key = _by_key(tuple(names))
    for written in (heading, re.split(r"[(\[]", heading, maxsplit=1)[0]):
        found = by_key.get(_short_key(written)) if len(written) <= _LONGEST else None
        if found is not None:
            return found
    return None


@lru_cache(maxsize=64)
def _by_key(names: tuple[str, ...]) -> Mapping[str, str]:
    """Made once for each list of names: a table is looked at by its cells, and most time would go into this."""
    return {name_key(name): name for name in names}


def known_names(cells: Sequence[str], names: Iterable[str]) -> int:
    """How many of `names` stand in a row."""
    return len({match_name(cell, names) for cell in cells[:_HEADER_CELLS]} - {None})


def header_position(rows: Sequence[Row], names: Iterable[str]) -> int | None:
    """Index of the header: the row near the top, comments apart, with most known names, the first of equals; None without."""
    candidates = [at for at, row in enumerate(rows) if not row.comment][:HEADER_WITHIN]
    return max(candidates, key=lambda at: known_names(rows[at].cells, names), default=None)
