"""The `red_flags` cell. What cannot be tied to a code is handed on as written: in doubt it is shown, never dropped."""

import re
from dataclasses import dataclass

from footfall.model.diary import RED_FLAGS, RESOLVED
from footfall.tables import name_key

_BETWEEN = re.compile(r"[;,|\n]")
_NOTHING = frozenset({"none", "no", "nothing", "-", "–", "0"})
"""A whole cell that says there is nothing to tick; `0` is how freedom from pain is written in the columns beside it.
To ask its writer to check the list would teach her to ignore the question.
"""
_BY_KEY = {name_key(code): code for code in (*RED_FLAGS, RESOLVED)}


@dataclass(frozen=True, slots=True)
class FlagCell:
    """What one cell says.

    codes     codes of RED_FLAGS.     resolved  the cell says `resolved`.
    unread    text that is neither, piece by piece.
    """

    codes: frozenset[str]
    resolved: bool
    unread: tuple[str, ...]


def read_flags(text: str) -> FlagCell:
    """Codes joined by `;` `,` `|` or line breaks, in any case, `_` or a space within; `none` or `0` alone ticks nothing."""
    codes: set[str] = set()
    unread: list[str] = []
    if text.strip().casefold() in _NOTHING:
        return FlagCell(frozenset(), resolved=False, unread=())
    for piece in pieces(text):
        found = _codes_in(piece)
        if found is None:
            unread.append(piece)
        else:
            codes |= found
    return FlagCell(frozenset(codes - {RESOLVED}), RESOLVED in codes, tuple(unread))


def pieces(text: str) -> tuple[str, ...]:
    """The parts of a cell, trimmed, without empty ones."""
    return tuple(piece for part in _BETWEEN.split(text) if (piece := part.strip()))


def _codes_in(piece: str) -> set[str] | None:
    """The code that a piece is, or the codes that it is a list of; None when there is anything else in it."""
    whole = _BY_KEY.get(name_key(piece))
    if whole is not None:
        return {whole}
    each = [_BY_KEY.get(name_key(word)) for word in piece.split()]
    return {code for code in each if code is not None} if each and None not in each else None


def names_a_flag(text: str) -> bool:
    """True when a cell holds a code of RED_FLAGS and nothing else but codes."""
    cell = read_flags(text)
    return bool(cell.codes) and not cell.unread
