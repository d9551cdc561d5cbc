"""Names of units, and quantities with theirs: what comes in is SI, what goes out is what the reader asked for.

A sentence names a unit by `{distance_unit}`, `{easy_unit}` and the other names below, and a fixed quantity by `{si:5 km}`: `say` fills
them in, so that a threshold stands once, in the unit that it is defined in, and is true in both.
"""

import math

from footfall.wording.locale import Units

MILE_M = 1609.344
FOOT_M = 0.3048
POUND_KG = 0.45359237
INCH_M = 0.0254

SENTENCES = {
    "unit.metric.distance_unit": "km",
    "unit.imperial.distance_unit": "mi",
    "unit.metric.distance_word": "kilometre",
    "unit.imperial.distance_word": "mile",
    "unit.metric.distance_words": "kilometres",
    "unit.imperial.distance_words": "miles",
    "unit.metric.easy_unit": "easy km",
    "unit.imperial.easy_unit": "easy mi",
    "unit.metric.Easy_unit": "Easy km",
    "unit.imperial.Easy_unit": "Easy mi",
    "unit.metric.easy_word": "easy kilometre",
    "unit.imperial.easy_word": "easy mile",
    "unit.metric.easy_words": "easy kilometres",
    "unit.imperial.easy_words": "easy miles",
    "unit.metric.pace_unit": "min/km",
    "unit.imperial.pace_unit": "min/mi",
    "unit.metric.length_unit": "m",
    "unit.imperial.length_unit": "ft",
    "unit.metric.mass_key": "body_mass_kg",
    "unit.imperial.mass_key": "body_mass_lb",
    "unit.metric.height_key": "height_m",
    "unit.imperial.height_key": "height_in",
    "unit.metric.example_pace": "6:00/km",
    "unit.imperial.example_pace": "9:30/mi",
    "unit.pace": "{n} {pace_unit}",
    "unit.easy": "{n} {easy_unit}",
    "unit.min": "{n} min",
    "unit.percent": "{n}\N{THIN SPACE}%",
    "unit.km": "{n} km",
    "unit.mi": "{n} mi",
    "unit.m": "{n} m",
    "unit.ft": "{n} ft",
    "unit.m/s": "{n} m/s",
    "unit.mph": "{n} mph",
    "unit.kg": "{n} kg",
    "unit.lb": "{n} lb",
    "unit.feet_inches": "{feet} ft {inches} in",
    "unit.pace.km": "{pace}/km",
    "unit.pace.mi": "{pace}/mi",
}

_OTHER = {"km": ("mi", MILE_M / 1000), "m": ("ft", FOOT_M), "m/s": ("mph", MILE_M / 3600), "kg": ("lb", POUND_KG)}
"""Metric unit -> the imperial one, and how many of the former it holds."""
_DIGITS = 3


def in_unit(value: float, unit: str, units: Units) -> tuple[float, str]:
    """A value in `km`, `m`, `m/s` or `kg` as the units have it, and the name of the unit it is then in."""
    if units is Units.METRIC:
        return value, unit
    name, holds = _OTHER[unit]
    return value / holds, name


def fixed(written: str, units: Units) -> tuple[str, str]:
    """`5 km` of a sentence as number and unit: `("5", "km")`, `("3.11", "mi")`. Three digits: a threshold stays the threshold."""
    number, unit = written.split(" ")
    if units is Units.METRIC:
        return number, unit
    value, name = in_unit(float(number.replace(",", "")), unit, units)
    digits = max(0, _DIGITS - 1 - math.floor(math.log10(abs(value)))) if value else 0
    text = f"{value:,.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text), name
