"""Red-flag text of rows that had to be left out: shown to the runner whatever else failed."""

from footfall.diary.flags import names_a_flag, pieces, read_flags
from footfall.diary.headings import Headings
from footfall.model.diary import Surface
from footfall.model.flag_codes import close_code
from footfall.model.problem import Problem
from footfall.tables import Row
from footfall.tables.cell import shown
from footfall.wording import say

_OTHER_WORDS = frozenset({"yes", "no", "y", "n", "true", "false", "start", "lap", "none", *Surface})
"""Whole cells of other columns: where cells have slipped, they are no text that might be a red flag."""
_NEAR = 0.8
_LONGEST_SLIP = 30
"""Letters that a misspelt code may have; a longer text is a sentence."""


def stray_flags(row: Row, headings: Headings, slip: int) -> tuple[str, ...]:
    """Every piece of text in the red-flag columns, and codes wherever they stand.

    slip   by how many cells the row may have slipped to the right: words there may belong to red_flags too, what comes
           near to a code is kept wherever it stands, and numbers and words of other columns are not kept.
    """
    kept: list[str] = []
    for at, text in enumerate(row.cells):
        may_be = _may_be_flags(text) if slip else not _says_nothing(text)
        in_place = any(flag <= at <= flag + slip for flag in headings.flags)
        if names_a_flag(text) or (may_be and (in_place or (slip > 0 and _near_a_code(text)))):
            kept.extend(pieces(text))
    return tuple(kept)


def _may_be_flags(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and text.strip().casefold() not in _OTHER_WORDS


def _near_a_code(text: str) -> bool:
    return len(text) <= _LONGEST_SLIP and close_code(text, _NEAR) is not None


def _says_nothing(text: str) -> bool:
    cell = read_flags(text)
    return not cell.codes and not cell.resolved and not cell.unread


def stray_problem(text: str, path: str, number: int) -> Problem:
    """The problem beside it."""
    return Problem(path, f"row {number}", "unchecked-red-flag", say("diary.flag.no-day", text=shown(text)))
