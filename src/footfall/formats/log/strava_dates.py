"""Moments as Strava's activities.csv writes them: in the account's language, UTC whatever the language."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from footfall.formats.log.strava_months import month_of

_TIME = re.compile(r"(?<![\d.:])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?\s?(?:(?<=[ap. ])m\.?)?\s*(?:utc|gmt|z)?$")
_AFTERNOON, _MORNING = ("下午", "午後", "오후"), ("上午", "午前", "오전")
_YEAR_FIRST = re.compile(r"(\d{4})\D{1,4}(\d{1,2})\D{1,4}(\d{1,2})(?:\D.*)?")
_YEAR_LAST = re.compile(r"\D*(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?:\D.*)?")
_YEARS = range(1990, 2101)


class Moment(NamedTuple):
    """An instant as far as it is written: the same twice, or two where day and month can change places. None = no such day."""

    day_first: dt.datetime | None
    month_first: dt.datetime | None

    @property
    def one(self) -> dt.datetime | None:
        """The instant, where only one is possible."""
        first, second = self
        return first or second if first is None or second is None or first == second else None


def to_moment(text: str) -> Moment | None:
    """The UTC instant that a text means; None for one that means none."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    clock = _TIME.search(plain)
    if clock is None:
        return None
    before = plain[: clock.start()]
    hour = _hour(int(clock[1]), clock[4], before)
    time = (hour, int(clock[2]), int(clock[3] or 0))  # seconds that are not written: on the minute
    one, other = (_instant(day, time) for day in _days(before))
    return None if one is None and other is None else Moment(one, other)


def one_order(moments: Sequence[Moment | None]) -> list[dt.datetime | None]:
    """The instants of a whole column, in one order of day and month: rows in which only one order makes a day tell it.

    Returns  as long as `moments`; None for no instant, and for open ones where no row tells, or rows tell differently.
    """
    told = {"day" if one.month_first is None else "month" for one in moments if one is not None and None in one}
    order = told.pop() if len(told) == 1 else None
    return [None if one is None else one.one or _in_order(one, order) for one in moments]


def _in_order(moment: Moment, order: str | None) -> dt.datetime | None:
    return {"day": moment.day_first, "month": moment.month_first}.get(order or "")


def _hour(hour: int, half: str | None, before: str) -> int:
    """The hour of 24."""
    if half == "p" or any(word in before for word in _AFTERNOON):
        return hour if hour >= 12 else hour + 12
    if half == "a" or any(word in before for word in _MORNING):
        return 0 if hour == 12 else hour
    return hour


_Day = tuple[int, int, int]


def _days(text: str) -> tuple[_Day | None, _Day | None]:
    """Year, month and day, day first and month first."""
    month = next((month for word in re.findall(r"[^\W\d_]+", text) if (month := month_of(word)) is not None), None)
    if month is not None:
        numbers = re.findall(r"\d+", text)
        years = [int(number) for number in numbers if len(number) == 4]
        days = [int(number) for number in numbers if len(number) <= 2]
        day = (years[0], month, days[0]) if len(years) == len(days) == 1 else None
        return day, day
    if found := _YEAR_FIRST.fullmatch(text.strip()):
        day = (int(found[1]), int(found[2]), int(found[3]))
        return day, day
    found = _YEAR_LAST.fullmatch(text)
    if found is None:
        return None, None
    day_first = (int(found[4]), int(found[3]), int(found[1]))
    month_first = (int(found[4]), int(found[1]), int(found[3]))
    return day_first, day_first if found[2] == "." else month_first


def _instant(day: _Day | None, time: tuple[int, int, int]) -> dt.datetime | None:
    if day is None or day[0] not in _YEARS:
        return None
    try:
        return dt.datetime(*day, *time, tzinfo=dt.UTC)
    except ValueError:  # the 31st of February, 25 o'clock
        return None
