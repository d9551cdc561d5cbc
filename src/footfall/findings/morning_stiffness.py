"""Mornings that stay stiff over months: a part of rule F4."""

import datetime as dt
import itertools

from footfall.history.history import History
from footfall.model.diary import DiaryEntry

LONG_MIN = 30.0
MONTHS = dt.timedelta(days=90)
APART = dt.timedelta(days=42)
"""Two long mornings farther apart than this do not belong to one spell."""

RECENT = dt.timedelta(days=60)
"""A spell whose newest long morning is older is over."""


def long_stiffness(history: History) -> tuple[DiaryEntry, ...]:
    """Rows with more than 30 min of morning stiffness of the newest spell over 90 days; empty without one.

    Rows about other sites alone do not count, nor do rows before or in one that says `resolved`.
    """
    rows: list[DiaryEntry] = []
    for entry in history.entries:
        stiff_min = entry.morning_stiffness_min
        if stiff_min is not None and stiff_min > LONG_MIN and entry.about_the_back:
            rows.append(entry)
        if entry.red_flags_resolved:
            rows = []
    spells: list[list[DiaryEntry]] = [rows[:1]]
    for before, after in itertools.pairwise(rows):
        if after.day - before.day <= APART:
            spells[-1].append(after)
        else:
            spells.append([after])
    long = [spell for spell in spells if spell and spell[-1].day - spell[0].day > MONTHS]
    return tuple(long[-1]) if long and history.as_of - long[-1][-1].day <= RECENT else ()
