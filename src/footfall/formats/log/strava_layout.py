"""Where things stand in Strava's activities.csv, whatever its language and year: by position and by content.

The headings are translated, their order is not. Exports of 2019 have 10 or 12 columns and no moving time; later ones repeat
elapsed time and distance in a second block, with moving time between them and the distance in metres, and have up to 103.
Sources: github.com/hugovk/strava-tools/pull/1 (2019), martin-ueding/geo-activity-playground issues 86, 131, 348, 393.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from footfall.formats.log.numbers import to_readings
from footfall.formats.log.strava_dates import to_moment
from footfall.tables import Row, name_key

ID, DATE, NAME, TYPE, DESCRIPTION, ELAPSED, DISTANCE = range(7)

FEWEST_COLUMNS = 10
_LINK = re.compile(r"(?:.*/)?activities/[^/\s]+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{4,20}")
_LOOK_AT = 200
"""Rows that are looked at to find the columns."""
_SECOND_ELAPSED_AFTER_LINK = 3
"""Athlete's weight and bike's weight stand between the file's name and the second block."""
_ASCENT, _DESCENT, _CADENCE = 3, 4, 12
"""Behind the second distance."""
_LAST_OF_BLOCK = _CADENCE


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions of what differs between years; None where this export has no such column."""

    gear: int | None
    link: int | None
    moving: int | None
    metres: int | None
    ascent: int | None
    descent: int | None
    cadence: int | None


def is_activity_row(row: Row) -> bool:
    """True for a row that begins with the number of an activity and its moment."""
    return _NUMBER.fullmatch(row.cell(ID)) is not None and to_moment(row.cell(DATE)) is not None


def find_layout(header: Row, rows: Sequence[Row]) -> Layout | None:
    """Where the columns stand; None for a table that is not Strava's."""
    width = len(header.cells)
    looked_at = [row for row in rows[:_LOOK_AT] if is_activity_row(row)]
    if width < FEWEST_COLUMNS or not looked_at or _NUMBER.fullmatch(header.cell(ID)):
        return None
    link = _link(looked_at)
    metres = _second_distance(header, link, looked_at)
    if link is None and metres is None and not _is_named(header):
        return None

    def behind(offset: int) -> int | None:
        return metres + offset if metres is not None and width > metres + _LAST_OF_BLOCK else None

    return Layout(
        gear=link - 1 if link is not None else None,
        link=link,
        moving=metres - 1 if metres is not None else None,
        metres=metres,
        ascent=behind(_ASCENT),
        descent=behind(_DESCENT),
        cadence=behind(_CADENCE),
    )


def _link(rows: Sequence[Row]) -> int | None:
    """The column that most often names a file of the export."""
    seen = Counter(at for row in rows for at, cell in enumerate(row.cells) if at > DISTANCE and _LINK.fullmatch(cell))
    return seen.most_common(1)[0][0] if seen else None


def _second_distance(header: Row, link: int | None, rows: Sequence[Row]) -> int | None:
    """The distance in metres: by the headings that are repeated, else by where it stands and what elapsed time stands there."""
    keys = [name_key(cell) for cell in header.cells]
    for at in range(DISTANCE + 1, len(keys) - 2):
        if keys[at] == keys[ELAPSED] and keys[at + 2] == keys[DISTANCE]:
            return at + 2
    if link is None:
        return None
    elapsed = link + _SECOND_ELAPSED_AFTER_LINK
    same = sum(to_readings(row.cell(elapsed))[:1] == to_readings(row.cell(ELAPSED))[:1] != () for row in rows)
    return elapsed + 2 if 2 * same > len(rows) else None


def _is_named(header: Row) -> bool:
    """An export of 2019 of nothing but activities without a file still has its headings in English."""
    return [name_key(cell) for cell in header.cells[:2]] in (["id", "date"], ["activityid", "activitydate"])
