"""One cell as a person writes it, whatever table it stands in: blanks, numbers, and how a message quotes it."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

_BLANK = frozenset({"", "-", "–", "—", "?", "n/a", "na"})
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
_DATE_LIKE = re.compile(
    r"\d{4}-\d\d-\d\d\b.*|\d{1,2}[-. ]{1,2}(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\w*\.?(?:[- ]\d+)?"
)
_SHOWN = 60


class CellError(ValueError):
    """A cell that cannot be read. `key` names a sentence of the table's own area of the catalogue, `values` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


def is_blank(text: str) -> bool:
    """Blank, or one of the marks that people set for "nothing to say": unknown, which is not zero."""
    return text.casefold() in _BLANK


def shown(text: str) -> str:
    """As a message quotes it: on one line, numbers bare, everything else in marks, cut when long."""
    line = cut(text)
    return line if _NUMBER.fullmatch(line) else f"“{line}”"


def cut(text: str, longest: int = _SHOWN) -> str:
    """On one line, and no longer than so many letters: a name or a cell may have ten thousand."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def close_to(word: str, words: Sequence[str], cutoff: float = 0.6) -> str | None:
    """The one of `words` that `word` may be a slip for; None if none is near."""
    return next(iter(get_close_matches(word, words, 1, cutoff)), None)


def is_date_like(text: str) -> bool:
    """True for what spreadsheets make of `17.5` or `3/10` unasked: 2026-05-17, 17. Mai, 10-Mar."""
    return _DATE_LIKE.fullmatch(text.casefold()) is not None


def to_number(text: str) -> float:
    """`17.5` and `17,5`. Raises ValueError for everything else, `nan` and `inf` too."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text.replace(",", "."))
