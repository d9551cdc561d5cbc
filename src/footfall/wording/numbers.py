"""Numbers and dates as people read them: true minus, a thin space before %, `?` for what is not known."""

import datetime as dt
import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from footfall.wording import form_of, say
from footfall.wording.filled import as_written
from footfall.wording.locale import Units, spoken
from footfall.wording.units import INCH_M, in_unit

MINUS = "\N{MINUS SIGN}"
THIN = "\N{THIN SPACE}"
UNKNOWN = "?"


_MOST_DIGITS = 7
_LEAST = 0.0001

ONSET_BOUNDS = (15.0, 20.0)
"""Minutes at which the window of P1 begins and ends."""

NOUNS = {
    "activity": "activities",
    "athlete": "athletes",
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
    written = as_written(text, spoken().language)
    return f"{MINUS}{written}" if value < 0 and not _is_zero(text) else written


def signed(value: float | None, digits: int = 0) -> str:
    """`+41`, `−3`, `0`: for differences."""
    text = number(value, digits)
    if value is None or math.isnan(value) or value <= 0 or _is_zero(f"{value:.{digits}f}"):
        return text
    return f"+{text}"


def _is_zero(text: str) -> bool:
    return not text.strip("0.")


def half_up(value: float, digits: int = 0) -> float:
    """Rounded as at school, from the number as it is written: 42.5 -> 43, 0.125 -> 0.13; `round` would go to the even one."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def percent(fraction: float | None, digits: int = 0) -> str:
    """0.41 -> `41 %`."""
    return say("unit.percent", n=number(None if fraction is None else fraction * 100, digits))


def signed_percent(fraction: float | None, digits: int = 0) -> str:
    """0.41 -> `+41 %`."""
    return say("unit.percent", n=signed(None if fraction is None else fraction * 100, digits))


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


def distance(metres: float | None, digits: int = 1) -> str:
    """16800 -> `16.8 km`; in miles `10.4 mi`."""
    return _in(None if metres is None else metres / 1000, "km", digits)


def distance_number(metres: float | None, digits: int = 1) -> str:
    """`16.8` alone, where the head of a column or the sentence holds the unit: `{distance_unit}`."""
    return number(None if metres is None else per_unit(metres / 1000), digits)


def per_unit(kilometres: float) -> float:
    """Kilometres, or easy kilometres, as the unit that the reader asked for: 16.8 -> 16.8, or 10.4 miles."""
    return in_unit(kilometres, "km", spoken().units)[0]


def easy(easy_km: float | None, digits: int = 1) -> str:
    """`8.3`: easy kilometres as a number of `{easy_unit}`, the load of a kilometre or of a mile."""
    return number(None if easy_km is None else per_unit(easy_km), digits)


def easy_with_unit(easy_km: float | None, digits: int = 1) -> str:
    """`8.3 easy km`."""
    return say("unit.easy", n=easy(easy_km, digits))


def length(metres: float | None, digits: int = 0) -> str:
    """`215 m`; `705 ft`: of a climb, or of a step."""
    return _in(metres, "m", digits)


def mass(kilograms: float | None) -> str:
    """`70 kg`; `154 lb`."""
    return _in(kilograms, "kg", 0)


def height(metres: float) -> str:
    """`1.75 m`; `5 ft 9 in`."""
    if spoken().units is Units.METRIC:
        return _in(metres, "m", 2)
    feet, inches = divmod(round(metres / INCH_M), 12)
    return say("unit.feet_inches", feet=number(feet), inches=number(inches))


def speed(metres_a_second: float | None, digits: int = 1) -> str:
    """`2.8 m/s`; `6.3 mph`."""
    return _in(metres_a_second, "m/s", digits)


def pace_number(minutes_per_km: float) -> str:
    """5.5 -> `5:30`; in miles `8:51`."""
    seconds = round(60 * minutes_per_km / per_unit(1.0))
    return f"{seconds // 60}:{seconds % 60:02d}"


def pace(minutes_per_km: float) -> str:
    """`5:30/km`; `8:51/mi`."""
    unit = in_unit(1.0, "km", spoken().units)[1]
    return say(f"unit.pace.{unit}", pace=pace_number(minutes_per_km))


def _in(value: float | None, unit: str, digits: int) -> str:
    shown, name = in_unit(math.nan if value is None else value, unit, spoken().units)
    return say(f"unit.{name}", n=number(shown, digits))


def rough(value: float | None) -> str:
    """Two digits, `8.5` and `28`: the ends of a wide range bear no more."""
    return number(value, 1 if value is not None and value < 9.95 else 0)


def run_distance(metres: float | None) -> str:
    """`16.8` as in a column of km or miles; `<0.1` for what is more than nothing and would be shown as 0.0."""
    little = metres is not None and 0 < per_unit(metres / 1000) < 0.05
    return f"<{number(0.1, 1)}" if little else distance_number(metres)


def minutes(value: float | None, digits: int = 0) -> str:
    """17.0 -> `17 min`."""
    return say("unit.min", n=number(value, digits))


def plain(value: float) -> str:
    """As written, without needless zeros: 17.0 -> `17`, 17.5 -> `17.5`."""
    return number(value, 0) if value == round(value) else number(value, 1)


def few_digits(value: float) -> str:
    """Three digits that count, four where the number has no more, whole from 1,000 on: `0.263`, `10.01`, `33.3`, `4,980`.

    What is more than nothing is never 0: `<0.0001`.
    """
    if 0 < abs(value) < _LEAST:
        least = as_written(f"{_LEAST:g}", spoken().language)
        return f"<{least}" if value > 0 else f">{MINUS}{least}"
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
    return say("date.year", day=day.day, month=month(day), year=day.year)


def short_date(day: dt.date) -> str:
    """`4 Oct`."""
    return say("date.short", day=day.day, month=month(day))


def month(day: dt.date) -> str:
    """`Oct`."""
    return months()[day.month - 1]


def months() -> Sequence[str]:
    """`Jan` to `Dec`."""
    return say("date.months").split()


def weekday(day: dt.date) -> str:
    """`Sun`."""
    return weekdays()[day.weekday()]


def weekdays() -> Sequence[str]:
    """`Mon` to `Sun`."""
    return say("date.weekdays").split()


def clock(time: dt.time) -> str:
    """`07:42`."""
    return f"{time.hour:02d}:{time.minute:02d}"


def counted(count: int, noun: str) -> str:
    """`1 run`, `2 runs`; `noun` is one of NOUNS."""
    return say(form_of(f"noun.{noun}", count), n=number(count))


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    *head, tail = items
    return say(f"list.{last}", head=say("list.comma").join(head), tail=tail) if head else tail


def listed_few(items: Sequence[str], most: int = 12) -> str:
    """`a, b and c`; `a, b and 40 more` where there are more than `most`."""
    rest = len(items) - most
    return listed(items) if rest <= 0 else say("list.more", head=say("list.comma").join(items[:most]), n=number(rest))
