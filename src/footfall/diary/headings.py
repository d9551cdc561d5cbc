"""Which column of a file is which column of a diary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.model.columns import DIARY_COLUMNS
from footfall.model.problem import Problem
from footfall.tables import Row, match_name, name_key
from footfall.tables.cell import close_to, cut
from footfall.wording import say
from footfall.wording.numbers import listed_few

FLAGS = "red_flags"
_FLAGS_CUTOFF = 0.75
"""A heading as near to red_flags as `flags` or `red_flag` is read as it: in doubt a flag is not overlooked."""
_COLUMN_CUTOFF = 0.7
_TEXT = frozenset({"shoes", "note"})


@dataclass(frozen=True, slots=True)
class Headings:
    """Positions count from 0.

    columns   name in DIARY_COLUMNS -> position, red_flags apart.    flags  positions that are read as red_flags.
    extra     position -> heading as written, of columns that are kept unread.
    written   headings as written, all of them.    row  the header's number.
    """

    columns: Mapping[str, int]
    flags: tuple[int, ...]
    extra: Mapping[int, str]
    written: tuple[str, ...]
    row: int

    @property
    def last_is_text(self) -> bool:
        """True when the last column may hold any text, so that a delimiter within it can be told."""
        last = len(self.written) - 1
        return last in self.extra or any(self.columns.get(name) == last for name in _TEXT)


def read_headings(header: Row, rows: Sequence[Row], path: str) -> tuple[Headings, tuple[Problem, ...]]:
    """Tell the columns apart; `rows` only show which nameless columns hold anything."""
    columns: dict[str, int] = {}
    flags: list[int] = []
    extra: dict[int, str] = {}
    problems: list[Problem] = []
    unknown: list[str] = []
    where = f"row {header.number}"
    for at, heading in enumerate(header.cells):
        name = match_name(heading, DIARY_COLUMNS)
        if name == FLAGS or _like_flags(heading, name):
            flags.append(at)
            problems.extend(_about_flags(heading, name, len(flags), path, where))
        elif name is not None and name not in columns:
            columns[name] = at
        elif name is not None:
            extra[at] = _free(f"{heading} (2)", extra)
            problems.append(Problem(path, f"{where}, column {name}", "bad-cell", say("diary.twice", column=name)))
        elif heading or any(row.cell(at) for row in rows if not row.comment):
            extra[at] = _free(heading or f"column {at + 1}", extra)
            unknown.append(_named(heading, at))
    if unknown:
        problems.append(Problem(path, where, "unknown-column", say("diary.unknown-columns", columns=listed_few(unknown))))
    return Headings(columns, tuple(flags), extra, header.cells, header.number), tuple(problems)


def _like_flags(heading: str, name: str | None) -> bool:
    return name is None and close_to(name_key(heading), [name_key(FLAGS)], _FLAGS_CUTOFF) is not None


def _about_flags(heading: str, name: str | None, count: int, path: str, where: str) -> list[Problem]:
    if name is None:
        return [Problem(path, f"{where}, column {cut(heading)}", "unknown-column", say("diary.flag-column", column=cut(heading)))]
    twice = Problem(path, f"{where}, column {FLAGS}", "bad-cell", say("diary.flags-twice"))
    return [twice] if count > 1 else []


def _free(name: str, extra: Mapping[int, str]) -> str:
    """A name that no other kept column has."""
    taken = set(extra.values())
    count = 2
    free = name
    while free in taken:
        free = f"{name} ({count})"
        count += 1
    return free


def _named(heading: str, at: int) -> str:
    if not heading:
        return say("diary.unnamed-column", number=at + 1)
    close = close_to("_".join(heading.casefold().split()), list(DIARY_COLUMNS), _COLUMN_CUTOFF)
    return cut(heading) if close is None else say("diary.unknown-column.close", column=cut(heading), close=close)
