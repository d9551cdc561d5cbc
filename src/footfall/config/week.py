"""Weeks as people name them: `2026-W46`, or a day in it."""

import datetime as dt
import re

from footfall.config.values import day
from footfall.errors import SettingError
from footfall.history.weeks import first_day

_LABEL = re.compile(r"(\d{4})-?[Ww](\d{1,2})")
_WEEK = dt.timedelta(days=7)
_MIDDLE = dt.timedelta(days=3)
"""A week is called after the ISO week of its middle day: the ISO week itself where it begins on Monday."""


def week_label(start: dt.date) -> str:
    """`2026-W46` for the week that begins on `start`, whatever weekday that is."""
    year, week, _ = (start + _MIDDLE).isocalendar()
    return f"{year:04d}-W{week:02d}"


def last_week_over(as_of: dt.date, week_start: int) -> dt.date:
    """First day of the last week whose seven days all lie before `as_of`."""
    return first_day(as_of, week_start) - _WEEK


def named_week(given: str, week_start: int, as_of: dt.date, where: str = "--week") -> dt.date:
    """First day of the week that is meant.

    given    `2026-W46`, or any day in the week as `as_of` is written.
    Raises   SettingError for what is no week, and for one that is not over at `as_of`.
    """
    found = _LABEL.fullmatch(given.strip())
    if found is None:
        try:
            start = first_day(day(given, where), week_start)
        except SettingError:
            raise SettingError("not-a-week", where=where, value=given) from None
    else:
        try:
            middle = dt.date.fromisocalendar(int(found[1]), int(found[2]), 4)
        except ValueError:
            raise SettingError("not-a-week", where=where, value=given) from None
        start = first_day(middle, week_start)  # within three days of that Thursday, so its middle day lies in the same ISO week
    last = last_week_over(as_of, week_start)
    if start > last:
        raise SettingError("week-not-over", where=where, value=given, as_of=as_of.isoformat(), last=week_label(last))
    return start
