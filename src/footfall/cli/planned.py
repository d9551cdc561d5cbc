"""A planned run as it is typed: a length with its unit, a pace with its unit, a day."""

import datetime as dt
import re

from footfall.errors import SettingError
from footfall.findings.planned import Wish

MILE_M = 1609.344
FARTHEST_AHEAD = 30
"""Days: a later run is held against runs that have not been run yet."""

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,3})?)"
_DISTANCE = re.compile(rf"{_NUMBER}\s*(km|k|mi|miles?|m)", re.IGNORECASE)
_MINUTES = re.compile(rf"{_NUMBER}\s*(min|minutes?|h|hours?)", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2})\s*h\s*(\d{1,2})\s*(?:min|m)?", re.IGNORECASE)
_BARE = re.compile(r"\d{1,4}(?:[.,:]\d{1,3})?")
_PACE = re.compile(r"(\d{1,2}):(\d{2})\s*/\s*(km|mi|mile)", re.IGNORECASE)
_BARE_PACE = re.compile(r"\d{1,2}:\d{2}")

_METRES = {"km": 1000.0, "k": 1000.0, "mi": MILE_M, "mile": MILE_M, "miles": MILE_M, "m": 1.0}
DISTANCE_M = (100.0, 500_000.0)
MINUTES = (1.0, 72 * 60.0)
PACE_S_PER_KM = (1000 / 7.0, 500.0)
"""From 7 m/s to 2 m/s: slower is counted as walking."""


def wish(length: str, pace: str | None, day: str | None, today: dt.date) -> Wish:
    """What was typed, in SI units. Raises SettingError that says what would be right."""
    distance_m, minutes = _length(length.strip())
    return Wish(_day(day, today), distance_m, minutes, None if pace is None else _pace(pace.strip()))


def _length(text: str) -> tuple[float | None, float | None]:
    shown = text[:40]
    if _BARE.fullmatch(text):
        raise SettingError("plan-no-unit", value=shown)
    distance_m = minutes = None
    if found := _DISTANCE.fullmatch(text):
        distance_m = _value(found[1]) * _METRES[found[2].lower()]
    elif found := _MINUTES.fullmatch(text):
        minutes = _value(found[1]) * (60 if found[2].lower().startswith("h") else 1)
    elif found := _HOURS.fullmatch(text):
        minutes = int(found[1]) * 60.0 + int(found[2])
    else:
        raise SettingError("plan-unread", value=shown)
    for value, (low, high) in ((distance_m, DISTANCE_M), (minutes, MINUTES)):
        if value is not None and not low <= value <= high:
            raise SettingError("plan-range", value=shown)
    return distance_m, minutes


def _value(text: str) -> float:
    return float(text.replace(",", "."))


def _pace(text: str) -> float:
    shown = text[:40]
    if _BARE_PACE.fullmatch(text):
        raise SettingError("pace-no-unit", value=shown)
    found = _PACE.fullmatch(text)
    if found is None:
        raise SettingError("pace-unread", value=shown)
    seconds = int(found[1]) * 60 + int(found[2])
    per_km = seconds * 1000 / _METRES[found[3].lower()]
    if not PACE_S_PER_KM[0] <= per_km <= PACE_S_PER_KM[1]:
        raise SettingError("pace-range", value=shown)
    return per_km


def _day(text: str | None, today: dt.date) -> dt.date:
    word = "today" if text is None else text.strip().lower()
    if word in ("today", "tomorrow"):
        return today + dt.timedelta(days=word == "tomorrow")
    try:
        day = dt.date.fromisoformat(word)
    except ValueError:
        raise SettingError("plan-day", value=word[:40]) from None
    if day < today:
        raise SettingError("plan-past", value=word, today=today.isoformat())
    if day > today + dt.timedelta(days=FARTHEST_AHEAD):
        raise SettingError("plan-far", value=word, days=FARTHEST_AHEAD)
    return day
