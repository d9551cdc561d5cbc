"""Headings of a run log that is typed by hand: which column each means, and whether the table is a log at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from footfall.errors import TableError
from footfall.formats.log.typed_words import CHOICES, WORDS, Quantity, column_of, quantity_of
from footfall.model.columns import DIARY_COLUMNS, LOG_COLUMNS
from footfall.model.problem import Problem
from footfall.tables import Row, match_name, read_table
from footfall.tables.cell import CellError, close_to, cut
from footfall.tables.dates import read_day
from footfall.wording import say
from footfall.wording.numbers import listed_few

_OTHER_NAMES = {
    "start_time": "start",
    "duration": "moving_time",
    "duration_min": "moving_min",
    "distance_miles": "distance_mi",
    "description": "note",
    "cadence": "cadence_spm",
}
"""Headings that people write -> the column that they mean; none of them leaves the unit open."""
METRES = {"distance_km": 1000.0, "distance_mi": 1609.344, "distance_m": 1.0}
MOVING = {"moving_min": 60.0, "moving_s": 1.0, "moving_time": None}
ELAPSED = {"elapsed_min": 60.0, "elapsed_s": 1.0, "elapsed_time": None}
CLIMB = {"ascent_m": 1.0, "ascent_ft": 0.3048}
DROP = {"descent_m": 1.0, "descent_ft": 0.3048}
"""Columns of one quantity -> how many metres or seconds one of its unit is; None = written as a clock."""
_ABOUT_PAIN = frozenset({"pain_before", "pain_max", "pain_after", "pain_next_morning", "onset", "sites", "red_flags"})
"""A diary may hold distances as well; these make it a diary and no log, unless it holds moving times."""
_CUTOFF = 0.75
_DATES_LOOKED_AT = 5
_ZIP = b"PK\x03\x04"
_BEGINNING = 16_384
"""Headings and a few rows are looked at, whatever the size of a table.  [bytes]"""

_OWN_NAMES = (*LOG_COLUMNS, *_OTHER_NAMES)
NAMES = (*_OWN_NAMES, *WORDS)
"""Every heading that is known."""


def columns_of(header: Row) -> dict[str, int]:
    """Name in LOG_COLUMNS -> position of the first heading that means it."""
    found: dict[str, int] = {}
    for at, heading in enumerate(header.cells):
        name = _meaning(heading)
        if name is not None:
            found.setdefault(name, at)
    return _with_time(header, found)


def _with_time(header: Row, found: dict[str, int]) -> dict[str, int]:
    """A word for the time of day or a duration is the one that stands nowhere else; where both lack or both stand, it is open."""
    either = [at for at, heading in enumerate(header.cells) if _is_open(heading) and quantity_of(heading) is Quantity.EITHER]
    has_start, has_duration = "start" in found, not found.keys().isdisjoint(MOVING)
    if len(either) == 1 and has_start is not has_duration:
        found["start" if has_duration else "moving_time"] = either[0]
    return found


def is_log(header: Row) -> bool:
    """True for headings with a date and a moving time; or with a distance, when nothing is about pain.

    Where other words than ours stand for them, it takes all three: a list of phone calls has a date and a duration too.
    """
    columns = columns_of(header)
    if "date" not in columns:
        return False
    own = {name for name, at in columns.items() if _own_meaning(header.cells[at]) is not None}
    if "date" in own and not own.isdisjoint(MOVING):
        return True
    about_pain = any(match_name(heading, _ABOUT_PAIN) for heading in header.cells)
    if "date" in own and not own.isdisjoint(METRES) and not about_pain:
        return True
    way = any(quantity_of(heading) is Quantity.DISTANCE for heading in header.cells) or not own.isdisjoint(METRES)
    return way and not columns.keys().isdisjoint(MOVING)


def _own_meaning(heading: str) -> str | None:
    name = match_name(heading, _OWN_NAMES)
    return None if name is None else _OTHER_NAMES.get(name, name)


def _meaning(heading: str) -> str | None:
    return _own_meaning(heading) or column_of(heading)


def _is_open(heading: str) -> bool:
    """True for a known word that leaves open which column is meant."""
    return _meaning(heading) is None and quantity_of(heading) in CHOICES


def about_headings(header: Row, path: str) -> list[Problem]:
    """Headings that leave their unit open, mean nothing here, or stand there twice."""
    columns = columns_of(header)
    where = f"row {header.number}"
    problems, unused = [], []
    for at, heading in enumerate(header.cells):
        name = _meaning(heading)
        if at in columns.values():
            continue
        if _is_open(heading):
            message = say("log.open-column", column=cut(heading), choices=_choices(heading))
            problems.append(Problem(path, f"{where}, column {cut(heading)}", "bad-cell", message))
        elif name is not None:
            unused.append(say("log.twice-column", column=cut(heading)))
        elif heading and match_name(heading, DIARY_COLUMNS) is None:
            close = close_to("_".join(heading.casefold().split()), list(LOG_COLUMNS), _CUTOFF)
            unused.append(cut(heading) if close is None else say("log.unknown-column.close", column=cut(heading), close=close))
    if unused:
        problems.append(Problem(path, where, "unused-column", say("problem.unused-column", columns=listed_few(unused))))
    return problems


def _choices(heading: str) -> str:
    quantity = quantity_of(heading)
    assert quantity is not None
    *most, last = CHOICES[quantity]
    return say("log.choices", most=", ".join(most), last=last)


@dataclass(frozen=True, slots=True)
class AlmostLog:
    """A table that may be a run log, and what it lacks.

    headings  as written.   lacks  names of columns, each with what may stand for it.   open  what headings can mean.
    likely    True when a heading speaks of a distance or a duration, not of days alone.
    """

    headings: tuple[str, ...]
    lacks: tuple[str, ...]
    open: tuple[str, ...]
    likely: bool


def almost_log(data: bytes) -> AlmostLog | None:
    """What a table with dates lacks to be a run log; None for what is no table with dates, or is a log."""
    try:
        table = read_table(data if data.startswith(_ZIP) else _beginning(data), NAMES)
    except TableError:
        return None
    header, columns = table.header, columns_of(table.header)
    dated = "date" in columns or _are_dates(row.cell(0) for row in table.rows[:_DATES_LOOKED_AT])
    if is_log(header) or not dated or len(header.cells) < 2 or _are_dates(header.cells[:1]):
        return None
    lacks = [] if "date" in columns else [say("log.lacks.date", column=header.cells[0])]
    if columns.keys().isdisjoint(MOVING):
        lacks.append(say("log.lacks.moving"))
    if not lacks:
        lacks.append(say("log.lacks.distance"))
    opened = tuple(say("log.may-be", column=heading, choices=_choices(heading)) for heading in header.cells if _is_open(heading))
    of_runs = {Quantity.DISTANCE, Quantity.DURATION, Quantity.EITHER}
    likely = any(quantity_of(heading) in of_runs for heading in header.cells) or not columns.keys().isdisjoint({*METRES, *MOVING})
    return AlmostLog(tuple(cell for cell in header.cells if cell), tuple(lacks), opened, likely)


def _beginning(data: bytes) -> bytes:
    """Whole lines near the top; a letter cut in two would change the encoding."""
    end = data.rfind(b"\n", 0, _BEGINNING) + 1
    return data[:end] if len(data) > _BEGINNING and end else data[:_BEGINNING]


def _are_dates(cells: Iterable[str]) -> bool:
    """True when there are some and each is a day, or may be two."""
    found = list(cells)
    return bool(found) and all(map(_is_date, found))


def _is_date(text: str) -> bool:
    try:
        read_day(text)
    except CellError as error:
        return error.key == "date.two-days"
    return True
