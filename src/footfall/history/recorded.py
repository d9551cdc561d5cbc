"""A day without a run: was there none, or was nothing recorded? They are not the same: a load of 0 is true of the first alone."""

import datetime as dt
from itertools import groupby

from footfall.history.history import Day, History

SILENT_DAYS = 7
"""From so many days on without a run and without a diary row, nobody can say whether there was no running or no recording."""


def silent_days(history: History) -> frozenset[dt.date]:
    """Days of which nothing is known: in a stretch of 7 or more, up to `as_of`, with neither a run nor a diary row.

    Every other day without a run is one at rest: its load is 0. Days before the first run or row are not on the calendar at all.
    Source  a choice of ours: weeks of holidays without a watch look like rest, and a week with rows in the diary is one lived.
    """
    silent: set[dt.date] = set()
    for is_silent, stretch in groupby(history.days, key=_nothing):
        days = [day.date for day in stretch]
        if is_silent and len(days) >= SILENT_DAYS:
            silent.update(days)
    return frozenset(silent)


def _nothing(day: Day) -> bool:
    return not day.outings and not day.entries
