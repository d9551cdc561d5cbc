"""Numbers and dates as people read them: true minus, a thin space before %, `?` for what is not known."""

import datetime as dt
import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

MINUS = "\N{MINUS SIGN}"
THIN = "\N{THIN SPACE}"
UNKNOWN = "?"

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_MOST_DIGITS = 7
_LEAST = 0.0001

ONSET_BOUNDS = (15.0, 20.0)
"""Minutes at which the window of P1 begins and ends."""

NOUNS = {
    "activity": "activities",
    "copy": "copies",
    "day": "days",
    "day with a run": "days with a run",
    "diary": "diaries",
    "diary day": "diary days",
    "diary row": "diary rows",
    "lap": "laps",
    "link": "links",
    "morning": "mornings",
    "note": "notes",
    "onset": "onsets",
    "part": "parts",
    "recording": "recordings",
    "report": "reports",
    "row": "rows",
    "run": "runs",
    "runner": "runners",
    "week": "weeks",
    "fault": "faults",
    "field": "fields",
    "flare": "flares",
    "spike": "spikes",
    "time": "times",
    "file": "files",
}


def number(value: float | None, digits: int = 0) -> str:
    """`4,883`, `2.27`, `−3`; `?` where the number is not known."""
    if value is None or math.isnan(value):
        return UNKNOWN
    text = f"{abs(value):,.{digits}f}"
    return f"{MINUS}{text}" if value < 0 and float(text.replace(",", "")) != 0 else text


def signed(value: float | None, digits: int = 0) -> str:
    """`+41`, `−3`, `0`: for differences."""
    text = number(value, digits)
    if value is None or math.isnan(value) or value <= 0 or float(text.replace(",", "")) == 0:
        return text
    return f"+{text}"


def half_up(value: float, digits: int = 0) -> float:
    """Rounded as at school, from the number as it is written: 42.5 -> 43, 0.125 -> 0.13; `round` would go to the even one."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def percent(fraction: float | None, digits: int = 0) -> str:
    """0.41 -> `41 %`."""
    return f"{number(None if fraction is None else fraction * 100, digits)}{THIN}%"


def signed_percent(fraction: float | None, digits: int = 0) -> str:
    """0.41 -> `+41 %`."""
    return f"{signed(None if fraction is None else fraction * 100, digits)}{THIN}%"


def digits_beside(fraction: float, bounds: Sequence[float]) -> int:
    """Decimals that a percentage needs to stand on its own side of each bound: 0.1001 beside 0.1 is `10.01 %`, not `10 %`."""
    return next(
        (
            digits
            for digits in range(_MOST_DIGITS)
            if all((round(fraction * 100, digits) > 100 * b) == (fraction > b) for b in bounds)
        ),
        _MOST_DIGITS,
    )


def km(metres: float | None, digits: int = 1) -> str:
    """16800 -> `16.8 km`."""
    return f"{number(None if metres is None else metres / 1000, digits)} km"


def rough(value: float | None) -> str:
    """Two digits, `8.5` and `28`: the ends of a wide range bear no more."""
    return number(value, 1 if value is not None and value < 9.95 else 0)


def run_km(metres: float | None) -> str:
    """`16.8` as in a column of km; `<0.1` for what is more than nothing and would be shown as 0.0."""
    return "<0.1" if metres is not None and 0 < metres < 50 else number(None if metres is None else metres / 1000, 1)


def minutes(value: float | None, digits: int = 0) -> str:
    """17.0 -> `17 min`."""
    return f"{number(value, digits)} min"


def plain(value: float) -> str:
    """As written, without needless zeros: 17.0 -> `17`, 17.5 -> `17.5`."""
    return number(value, 0) if value == round(value) else number(value, 1)


def few_digits(value: float) -> str:
    """Three digits that count, four where the number has no more, whole from 1,000 on: `0.263`, `10.01`, `33.3`, `4,980`.

    What is more than nothing is never 0: `<0.0001`.
    """
    if 0 < abs(value) < _LEAST:
        return f"<{_LEAST:g}" if value > 0 else f">{MINUS}{_LEAST:g}"
    if not math.isfinite(value) or abs(value) >= 1000:
        return number(value)
    four = f"{value:.4g}"
    text = four if float(four) == value else f"{value:.3g}"
    return number(float(text), max(0, -int(Decimal(text).normalize().as_tuple().exponent)))


def onset_minute(value: float | None) -> str:
    """`17`, `17.4`; never on another side of minutes 15 and 20 than the minute itself: 14.98 -> `14.9`, 20.02 -> `20.1`."""
    if value is None or math.isnan(value):
        return UNKNOWN
    low, high = ONSET_BOUNDS
    shown = round(value, 1)
    if value < low <= shown:
        shown = math.floor(value * 10) / 10
    elif shown <= high < value:
        shown = math.ceil(value * 10) / 10
    return plain(shown)


def date(day: dt.date) -> str:
    """`4 Oct 2026`, whatever the computer's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: dt.date) -> str:
    """`Sun`."""
    return WEEKDAYS[day.weekday()]


def clock(time: dt.time) -> str:
    """`07:42`."""
    return f"{time.hour:02d}:{time.minute:02d}"


def counted(count: int, noun: str) -> str:
    """`1 run`, `2 runs`; `noun` is one of NOUNS."""
    plural = NOUNS[noun]
    return f"{number(count)} {noun if count == 1 else plural}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    *head, tail = items
    return f"{', '.join(head)} {last} {tail}" if head else tail
