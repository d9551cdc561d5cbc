"""Cells that hold words of a list: sites, qualities and the surface."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from footfall.model.diary import Surface
from footfall.tables import name_key
from footfall.tables.cell import CellError, close_to

Word = TypeVar("Word", bound=StrEnum)

_BETWEEN = re.compile(r"[;,|/+&\n]")


_MOST_PARTS = 6
"""Parts of a word in a list, `low back centre` has three: a cell of prose is not looked through for longer ones."""


@dataclass(frozen=True, slots=True)
class Picked(Generic[Word]):
    """Words of a cell that are in the list, and what is not, as written."""

    known: frozenset[Word]
    unknown: tuple[str, ...]


def pick(text: str, words: type[Word]) -> Picked[Word]:
    """Words joined by `;` (or `,` `|` `/` or a space), in any case; `low back` is low_back."""
    by_key = {name_key(word): word for word in words}
    known: set[Word] = set()
    unknown: list[str] = []
    for piece in _BETWEEN.split(text):
        _pick_from(piece.split(), by_key, known, unknown)
    return Picked(frozenset(known), tuple(unknown))


def _pick_from(parts: list[str], by_key: Mapping[str, Word], known: set[Word], unknown: list[str]) -> None:
    """The longest runs of parts that make a word; the parts between them are unknown."""
    left_over: list[str] = []
    at = 0
    while at < len(parts):
        ends = range(min(len(parts), at + _MOST_PARTS), at, -1)
        end = next((end for end in ends if _key(parts[at:end]) in by_key), None)
        if end is None:
            left_over.append(parts[at])
            at += 1
        else:
            known.add(by_key[_key(parts[at:end])])
            at = end
    if left_over:
        unknown.append(" ".join(left_over))


def _key(parts: list[str]) -> str:
    return name_key("".join(parts)).replace("center", "centre")


def read_surface(text: str) -> Surface:
    """Raises CellError `choice`."""
    picked = pick(text, Surface)
    if len(picked.known) != 1 or picked.unknown:
        raise unknown_word(text, Surface)
    return next(iter(picked.known))


def unknown_word(text: str, words: type[StrEnum]) -> CellError:
    """What to say of a word that is not in its list."""
    close = close_to("_".join(text.casefold().split()), list(words))
    choices = ", ".join(words)
    return CellError("choice", choices=choices) if close is None else CellError("choice.close", choices=choices, close=close)
