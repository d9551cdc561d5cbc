"""From what stands in a flag, a variable or a file to a value, with what would be right when it is none."""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping

from footfall.errors import SettingError

Parse = Callable[[object, str], object]
"""(what stands there, where it stands) -> value. Raises SettingError."""

_TRUE = ("1", "true", "yes", "on")
_FALSE = ("0", "false", "no", "off")
_MOST_DIGITS = 18
"""Nothing is counted beyond that, and Python refuses to read numbers of thousands of digits."""


def text(raw: object, where: str) -> str:
    """A word or a name, not blank."""
    if not isinstance(raw, str) or not raw.strip():
        raise SettingError("not-text", where=where, value=raw)
    return raw.strip()


def yes_or_no(raw: object, where: str) -> bool:
    """True, false, and what people write for them."""
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower()
    if word not in _TRUE + _FALSE:
        raise SettingError("not-yes-or-no", where=where, value=raw)
    return word in _TRUE


def number(low: float, high: float, unit: str) -> Callable[[object, str], float]:
    """A parser of numbers from `low` to `high`, both included."""

    def parse(raw: object, where: str) -> float:
        found = math.nan
        if isinstance(raw, int | float | str) and not isinstance(raw, bool):
            try:
                found = float(raw)
            except ValueError:
                found = math.nan  # said below, with what would be right
        if not low <= found <= high:
            raise SettingError("not-a-number", where=where, value=raw, low=f"{low:g}", high=f"{high:g}", unit=unit)
        return found

    return parse


def whole(low: int) -> Callable[[object, str], int]:
    """A parser of whole numbers from `low` on."""

    def parse(raw: object, where: str) -> int:
        found = raw
        if isinstance(raw, str) and raw.strip().isascii() and raw.strip().isdecimal() and len(raw) <= _MOST_DIGITS:
            found = int(raw)
        if not isinstance(found, int) or isinstance(found, bool) or found < low:
            raise SettingError("not-whole", where=where, value=raw, low=low)
        return found

    return parse


def choice(options: Callable[[], Iterable[str]]) -> Callable[[object, str], str]:
    """A parser of one of some names, asked for late: a registry may be costly to import."""

    def parse(raw: object, where: str) -> str:
        names = tuple(options())
        word = str(raw).strip().lower()
        if word not in names:
            raise SettingError("not-a-choice", where=where, value=raw, choices=", ".join(names))
        return word

    return parse


def as_spelt(options: Callable[[], Iterable[str]]) -> Callable[[object, str], str]:
    """The same for names with capitals of their own, `pt-BR`: found in any spelling, given as they are spelt."""

    def parse(raw: object, where: str) -> str:
        names = {name.lower(): name for name in options()}
        word = str(raw).strip().lower().replace("_", "-")
        if word not in names:
            raise SettingError("not-a-choice", where=where, value=raw, choices=", ".join(names.values()))
        return names[word]

    return parse


def words(names: Mapping[str, str]) -> Callable[[object, str], frozenset[str]]:
    """A parser of several words, joined by commas or as a list.

    names   what people write -> what it means here.
    """

    def parse(raw: object, where: str) -> frozenset[str]:
        parts = raw if isinstance(raw, list) else str(raw).split(",")
        found = [str(part).strip().lower() for part in parts if str(part).strip()]
        wrong = next((word for word in found if word not in names), None)
        if wrong is not None:
            raise SettingError("not-a-choice", where=where, value=wrong, choices=", ".join(dict.fromkeys(names)))
        return frozenset(names[word] for word in found)

    return parse


def day(raw: object, where: str) -> dt.date:
    """A date: ISO, a TOML date, `today` or `yesterday`."""
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    word = str(raw).strip().lower()
    today = dt.date.today()
    if word == "today":
        return today
    if word == "yesterday":
        return today - dt.timedelta(days=1)
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        raise SettingError("not-a-date", where=where, value=raw) from None


def zone(raw: object, where: str) -> str:
    """The IANA name of a time zone."""
    import zoneinfo

    name = text(raw, where)
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        zones = zoneinfo.available_timezones()
        city = "/" + name.lower().replace(" ", "_")
        close = next((zone for zone in sorted(zones) if zone.lower().endswith(city)), None) or nearest(name, zones)
        if close is not None:
            raise SettingError("not-a-zone.close", where=where, value=raw, close=close) from None
        raise SettingError("not-a-zone", where=where, value=raw) from None
    return name


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant; None when none is near."""
    import difflib

    by_lower = {name.lower().replace("-", "_").replace(" ", "_"): name for name in sorted(names)}
    found = difflib.get_close_matches(word.lower().replace("-", "_").replace(" ", "_"), by_lower, n=1, cutoff=0.75)
    return by_lower[found[0]] if found else None
