"""Red-flag text of rows that had to be left out: shown to the runner whatever else failed."""

from footfall.diary.cell import shown
from footfall.diary.flags import names_a_flag, pieces
from footfall.diary.headings import Headings
from footfall.model.problem import Problem
from footfall.tables import Row
from footfall.wording import say


def stray_flags(row: Row, headings: Headings, slip: int) -> tuple[str, ...]:
    """Every piece of text in the red-flag columns, and codes wherever they stand.

    slip   by how many cells the row may have slipped to the right: words there may belong to red_flags too.
    """
    kept: list[str] = []
    for at, text in enumerate(row.cells):
        slipped = any(flag < at <= flag + slip for flag in headings.flags) and any(letter.isalpha() for letter in text)
        if at in headings.flags or slipped or names_a_flag(text):
            kept.extend(pieces(text))
    return tuple(kept)


def stray_problem(text: str, path: str, number: int) -> Problem:
    """The problem beside it."""
    return Problem(path, f"row {number}", "unchecked-red-flag", say("diary.flag.no-day", text=shown(text)))
