"""A diary from bytes. Whatever is wrong with it is a problem with its row and column; nothing is raised."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from footfall.diary.headings import Headings, read_headings
from footfall.diary.row import Cells, date_problem, read_row
from footfall.diary.stray_flags import stray_flags, stray_problem
from footfall.errors import TableError
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import Diary, DiaryEntry, UnreadFlag
from footfall.model.problem import Problem
from footfall.tables import Row, Table, read_table
from footfall.tables.cell import CellError
from footfall.tables.dates import read_day
from footfall.wording import say

_ABOUT_PAIN = frozenset({"pain_before", "pain_max", "pain_after", "pain_next_morning", "onset", "sites"})
"""A run log has a date, a start and a note as well; one of these makes a table a diary."""


def read(data: bytes, path: str) -> tuple[Diary, tuple[Problem, ...]]:
    """Read a diary: CSV, TSV or .xlsx, told by content.

    data     the whole file.    path  as the user named it, for entries and messages.
    Returns  what could be read, and every bad cell (`bad-cell`), row (`bad-row`) and heading. A file that is no diary is
             an empty Diary and one `bad-diary`. Red-flag text that no row could keep is in `unread_flags`, and a problem too.
    """
    try:
        table = _squared(read_table(data, DIARY_COLUMNS))
    except TableError as error:
        return Diary(path), (Problem(path, None, "bad-diary", say(f"table.{error.code}", **error.values)),)
    headings, problems = read_headings(table.header, table.rows, path)
    reading = _Reading(path, table, headings)
    if "date" not in headings.columns:
        return reading.without_days()
    entries = [entry for row in table.rows if (entry := reading.entry(row)) is not None]
    found = (*problems, *reading.about_writing(), *reading.problems)
    return Diary(path, tuple(entries), headings.written, tuple(reading.flags)), found


def looks_like_diary(data: bytes) -> bool:
    """True for a table with a date and something about pain. The first 4096 bytes do for text; a workbook must be whole."""
    try:
        table = read_table(data, DIARY_COLUMNS)
    except TableError:
        return False
    headings, _ = read_headings(table.header, (), "")
    return "date" in headings.columns and (bool(headings.flags) or not _ABOUT_PAIN.isdisjoint(headings.columns))


def _squared(table: Table) -> Table:
    """In a workbook nothing can slip to the right: what stands beyond the last heading is a column without a name."""
    if table.form is not None:
        return table
    width = max(len(row.cells) for row in (table.header, *table.rows))
    padded = table.header.cells + ("",) * (width - len(table.header.cells))
    return replace(table, header=replace(table.header, cells=padded))


def mended(row: Row, headings: Headings, delimiter: str) -> Row | None:
    """A row with cells beyond the last heading, when these are the rest of a text in the last column; else None.

    delimiter   what divided the cells: one within the last column is mended when everything else then makes sense.
    """
    last = len(headings.written) - 1
    if not (headings.last_is_text and row.cell(last)):
        return None
    joined = Row(row.number, (*row.cells[:last], delimiter.join(row.cells[last:]).strip(delimiter)))
    return None if _faultless(Cells(joined, headings, "")) is None else joined


class _Reading:
    """One pass over the rows, collecting what could not be read."""

    def __init__(self, path: str, table: Table, headings: Headings) -> None:
        self.path = path
        self.table = table
        self.headings = headings
        self.problems: list[Problem] = []
        self.flags: list[UnreadFlag] = []
        self.usual_width = _usual_width(table.rows)
        self.delimiter = "," if table.form is None else table.form.delimiter

    def entry(self, row: Row) -> DiaryEntry | None:
        """The row as an entry; None for a comment and for a row that costs itself."""
        cells = Cells(row, self.headings, self.path)
        if row.comment and not _is_day(cells.text("date")):
            return None
        surplus = self._surplus(row)
        if surplus is not None:
            return self._too_long(row, surplus)
        try:
            entry = read_row(cells)
        except CellError as error:
            self.problems.append(date_problem(cells, error))
            self._keep_flags(row, 0)
            return None
        self._accept(entry, cells.problems)
        return entry

    def _accept(self, entry: DiaryEntry, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)
        self.flags.extend(UnreadFlag(self.path, entry.source_line, entry.day, text) for text in entry.unread_red_flags)

    def _surplus(self, row: Row) -> int | None:
        """How many cells a row has beyond the headings; None for one that fits.

        Blank cells at the end are no sign of a slip when most rows have them.
        """
        width = len(self.headings.written)
        beyond = row.cells[width:]
        if not any(beyond) and len(row.cells) <= max(width, self.usual_width):
            return None
        return len(beyond)

    def _too_long(self, row: Row, surplus: int) -> DiaryEntry | None:
        """The row is mended where that can be done; else it is left out."""
        last = len(self.headings.written) - 1
        values = {"found": len(row.cells), "expected": last + 1, "delimiter": self._delimiter_name()}
        joined = mended(row, self.headings, self.delimiter)
        if joined is not None:
            cells = Cells(joined, self.headings, self.path)
            entry = read_row(cells)
            column = self.headings.written[last]
            message = say("diary.row.joined", column=column, **values)
            self._accept(entry, [Problem(self.path, f"row {row.number}, column {column}", "bad-cell", message)])
            return entry
        self.problems.append(Problem(self.path, f"row {row.number}", "bad-row", say("diary.row.too-long", **values)))
        self._keep_flags(row, surplus)
        return None

    def _keep_flags(self, row: Row, slip: int) -> None:
        """Of a row that is left out, what it says of red flags is kept all the same."""
        text = Cells(row, self.headings, self.path).text("date")
        day = read_day(text) if _is_day(text) else None
        for flag in stray_flags(row, self.headings, slip):
            self.flags.append(UnreadFlag(self.path, row.number, day, flag, slipped=slip > 0))
            self.problems.append(stray_problem(flag, self.path, row.number))

    def without_days(self) -> tuple[Diary, tuple[Problem, ...]]:
        """No column says the day: an empty diary, with the red flags that can be seen in it."""
        header = self.table.header
        if self.headings.columns or self.headings.flags:
            rows = self.table.rows
            columns = ", ".join(name for name in header.cells if name)
            sentence = say("diary.no-date-column", columns=columns)
        else:
            rows = (header, *self.table.rows)  # the first row may be the first day
            sentence = say("diary.no-header")
        self.problems.append(Problem(self.path, f"row {header.number}", "bad-diary", sentence))
        for row in rows:
            if not row.comment:
                self._keep_flags(row, 0)
        return Diary(self.path, (), header.cells, tuple(self.flags)), tuple(self.problems)

    def about_writing(self) -> list[Problem]:
        """Marks and encodings that were got round."""
        found = []
        for fault in self.table.faults:
            where = f"row {fault.row}"
            if fault.code == "open-quote":
                message = say("diary.row.open-quote", delimiter=self._delimiter_name())
                found.append(Problem(self.path, where, "bad-cell", message))
            elif self.table.form is not None:
                encoding = {"cp1252": "Windows-1252"}.get(self.table.form.encoding, self.table.form.encoding)
                found.append(Problem(self.path, where, "other-encoding", say("diary.row.not-utf8", encoding=encoding)))
        return found

    def _delimiter_name(self) -> str:
        return {",": "comma", ";": "semicolon"}.get(self.delimiter, "tab")


def _usual_width(rows: Sequence[Row]) -> int:
    """How many cells most rows have; 0 without rows."""
    widths = Counter(len(row.cells) for row in rows if not row.comment)
    return widths.most_common(1)[0][0] if widths else 0


def _is_day(text: str) -> bool:
    try:
        read_day(text)
    except CellError:
        return False
    return True


def _faultless(cells: Cells) -> DiaryEntry | None:
    """The entry, when every cell of it can be read."""
    try:
        entry = read_row(cells)
    except CellError:
        return None
    return None if cells.problems else entry
