"""One cell that holds a number, yes or no, or a time of day."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from footfall.model.columns import Column

_BLANK = frozenset({"", "-", "–", "—", "?", "n/a", "na"})
_YES = frozenset({"yes", "y", "true", "1"})
_NO = frozenset({"no", "n", "false", "0"})
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
_UNITS = {
    "min": re.compile(r"\s*(?:min(?:ute)?s?\.?|[′'])$"),
    "h": re.compile(r"\s*(?:h|hrs?|hours?)\.?$"),
    "0-10": re.compile(r"\s*(?:/|out of|of)\s*10$"),
}
_DATE_LIKE = re.compile(
    r"\d{4}-\d\d-\d\d\b.*|\d{1,2}[-. ]{1,2}(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\w*\.?(?:[- ]\d+)?"
)
_HOURS_AND_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?", re.ASCII)
_SHOWN = 60


class CellError(ValueError):
    """A cell that cannot be read. `key` names the sentence below `diary.cell.` in the catalogue, `values` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


def is_blank(text: str) -> bool:
    """Blank, or one of the marks that people set for "nothing to say": unknown, which is not zero."""
    return text.casefold() in _BLANK


def shown(text: str) -> str:
    """As a message quotes it: on one line, numbers bare, everything else in marks, cut when long."""
    line = " ".join(text.split())
    cut = line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
    return cut if _NUMBER.fullmatch(cut) else f"“{cut}”"


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


def read_number(text: str, column: Column) -> float:
    """A number within the column's range, in its unit. The unit may be written: `30 min`, `7.5 h`, `3/10`.

    Raises CellError `number` or, where a spreadsheet has made a date of what was typed, `number.date`.
    """
    plain = text.casefold().replace("\N{MINUS SIGN}", "-")
    unit = _UNITS.get(column.unit)
    if unit is not None:
        plain = unit.sub("", plain)
    of_day = _HOURS_AND_MINUTES.fullmatch(plain) if column.unit == "h" else None
    bounds = {"low": _bare(column.low), "high": _bare(column.high)}
    try:
        value = int(of_day[1]) + int(of_day[2]) / 60 if of_day else to_number(plain)
    except ValueError:
        raise CellError("number.date" if is_date_like(plain) else "number", **bounds) from None
    if (column.low is not None and value < column.low) or (column.high is not None and value > column.high):
        raise CellError("number", **bounds)
    return value


def _bare(bound: float | None) -> str:
    return "" if bound is None else format(bound, "g")


def read_yes_no(text: str) -> bool:
    """Raises CellError `yes-no`."""
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError("yes-no")
