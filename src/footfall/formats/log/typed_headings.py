"""Headings of a run log that is typed by hand: which column each means, and whether the table is a log at all."""

from footfall.model.columns import DIARY_COLUMNS, LOG_COLUMNS
from footfall.model.problem import Problem
from footfall.tables import Row, match_name
from footfall.tables.cell import close_to
from footfall.wording import say

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

NAMES = (*LOG_COLUMNS, *_OTHER_NAMES)
"""Every heading that is known."""


def columns_of(header: Row) -> dict[str, int]:
    """Name in LOG_COLUMNS -> position of the first heading that means it."""
    found: dict[str, int] = {}
    for at, heading in enumerate(header.cells):
        name = _meaning(heading)
        if name is not None:
            found.setdefault(name, at)
    return found


def is_log(header: Row) -> bool:
    """True for headings with a date and a moving time; or with a distance, when nothing is about pain."""
    columns = columns_of(header)
    if "date" not in columns:
        return False
    if not columns.keys().isdisjoint(MOVING):
        return True
    about_pain = any(match_name(heading, _ABOUT_PAIN) for heading in header.cells)
    return not columns.keys().isdisjoint(METRES) and not about_pain


def _meaning(heading: str) -> str | None:
    name = match_name(heading, NAMES)
    return None if name is None else _OTHER_NAMES.get(name, name)


def about_headings(header: Row, path: str) -> list[Problem]:
    """Headings that mean nothing here, or stand there twice."""
    unknown, columns = [], columns_of(header)
    for at, heading in enumerate(header.cells):
        name = _meaning(heading)
        if name is None and heading and match_name(heading, DIARY_COLUMNS) is None:
            close = close_to("_".join(heading.casefold().split()), list(LOG_COLUMNS), _CUTOFF)
            unknown.append(heading if close is None else say("log.unknown-column.close", column=heading, close=close))
        elif name is not None and columns[name] != at:
            unknown.append(say("log.twice-column", column=heading))
    if not unknown:
        return []
    where = f"row {header.number}"
    return [Problem(path, where, "unknown-column", say("log.unknown-columns", columns=", ".join(unknown)))]
