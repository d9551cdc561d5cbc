"""One row of a diary: each bad cell costs that cell and is named."""

from collections.abc import Callable
from typing import TypeVar

from footfall.diary.cell import read_number, read_yes_no
from footfall.diary.choices import Word, pick, read_surface, unknown_word
from footfall.diary.flags import FlagCell, read_flags
from footfall.diary.headings import FLAGS, Headings
from footfall.diary.onset import read_onset
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import RED_FLAGS, DiaryEntry, Quality, Site
from footfall.model.flag_codes import close_code
from footfall.model.problem import Problem
from footfall.tables import Row
from footfall.tables.cell import CellError, is_blank, shown
from footfall.tables.dates import read_clock, read_day
from footfall.wording import say

Value = TypeVar("Value")


class Cells:
    """The cells of one row by column name, with the problems met while reading them."""

    def __init__(self, row: Row, headings: Headings, path: str) -> None:
        self.row = row
        self.headings = headings
        self.path = path
        self.problems: list[Problem] = []

    def text(self, name: str) -> str:
        """As written; blank also where there is no such column."""
        at = self.headings.columns.get(name)
        return "" if at is None else self.row.cell(at)

    @property
    def flag_text(self) -> str:
        """What the row says of red flags, in every column that is read as such."""
        return ";".join(text for at in self.headings.flags if (text := self.row.cell(at)))

    def read(self, name: str, reader: Callable[[str], Value]) -> Value | None:
        """None where blank, and where unreadable, which is a problem."""
        text = self.text(name)
        if is_blank(text):
            return None
        try:
            return reader(text)
        except CellError as error:
            self._bad(name, text, error)
            return None

    def number(self, name: str) -> float | None:
        """Within the range of its column."""
        return self.read(name, lambda text: read_number(text, DIARY_COLUMNS[name]))

    def words(self, name: str, words: type[Word]) -> frozenset[Word]:
        """Those in the list; each that is not is a problem of its own."""
        text = self.text(name)
        if is_blank(text):
            return frozenset()
        picked = pick(text, words)
        for unknown in picked.unknown:
            self._bad(name, unknown, unknown_word(unknown, words))
        return picked.known

    def free_text(self, name: str) -> str | None:
        """Whatever stands there. A mark that `diary new` set so that a spreadsheet takes no text for a formula is removed."""
        text = self.text(name)
        return (text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text) or None

    def flags(self) -> FlagCell:
        """The red flags; text that is no code is a problem."""
        cell = read_flags(self.flag_text)
        for text in cell.unread:
            self.problems.append(unread_flag(text, self.path, self.row.number))
        return cell

    def _bad(self, name: str, text: str, error: CellError) -> None:
        message = say(f"diary.cell.{error.key}", column=name, text=shown(text), **error.values)
        self.problems.append(Problem(self.path, f"row {self.row.number}, column {name}", "bad-cell", message))


def read_row(cells: Cells) -> DiaryEntry:
    """The row as an entry; `cells.problems` then holds what was wrong. Raises CellError when the date cannot be read."""
    day = read_day(cells.text("date"))
    flags = cells.flags()
    return DiaryEntry(
        day=day,
        path=cells.path,
        source_line=cells.row.number,
        start=cells.read("start", read_clock),
        pain_before=cells.number("pain_before"),
        pain_max=cells.number("pain_max"),
        pain_after=cells.number("pain_after"),
        pain_next_morning=cells.number("pain_next_morning"),
        onset=cells.read("onset", read_onset),
        eased_after_min=cells.number("eased_after_min"),
        sites=cells.words("sites", Site),
        qualities=cells.words("qualities", Quality),
        builds=cells.read("builds", read_yes_no),
        stopped_for_pain=cells.read("stopped_for_pain", read_yes_no),
        shortened_for_fear=cells.read("shortened_for_fear", read_yes_no),
        morning_stiffness_min=cells.number("morning_stiffness_min"),
        red_flags=flags.codes,
        red_flags_resolved=flags.resolved,
        unread_red_flags=flags.unread,
        rpe=cells.number("rpe"),
        surface=cells.read("surface", read_surface),
        shoes=cells.free_text("shoes"),
        sleep_h=cells.number("sleep_h"),
        note=cells.free_text("note"),
        extra={name: text for at, name in cells.headings.extra.items() if (text := cells.row.cell(at))},
    )


def unread_flag(text: str, path: str, number: int) -> Problem:
    """The problem beside red-flag text that is no code."""
    close = close_code(text)
    key = "diary.flag.unread" if close is None else "diary.flag.unread.close"
    message = say(key, text=shown(text), close=close, codes=", ".join(RED_FLAGS))
    return Problem(path, f"row {number}, column {FLAGS}", "unchecked-red-flag", message)


def date_problem(cells: Cells, error: CellError) -> Problem:
    """The problem of a row whose date cannot be read."""
    text = cells.text("date")
    key = error.key if text else "no-date"
    message = say(f"diary.row.{key}", text=shown(text), **error.values)
    return Problem(cells.path, f"row {cells.row.number}, column date", "bad-row", message)
