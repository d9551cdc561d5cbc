"""A fact behind a finding, as text: the same number on the page, in the terminal and in the sentence that it stands behind."""

import math
from pathlib import PurePath

from footfall.findings.finding import Evidence
from footfall.wording import say
from footfall.wording.codes import called
from footfall.wording.numbers import distance, few_digits, number, per_unit


def fact_text(fact: Evidence) -> str:
    """`16.80 km`, `41 %`, `0.26 ×`, `15`; `?` where the value is not known."""
    value = fact.value
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return say("page.unknown")
    if isinstance(value, str):
        text = value
    elif fact.unit == "km":
        return distance(1000 * value, 2)  # two digits, so that a step in percent can be worked out again from what is shown
    elif fact.unit == "easy km":
        return say("unit.easy", n=few_digits(per_unit(value)))
    elif fact.unit == "min/km":
        return say("unit.pace", n=few_digits(value / per_unit(1.0)))
    else:
        text = number(value) if isinstance(value, int) else few_digits(value)
    return f"{text} {called('unit', fact.unit)}" if fact.unit else text


def label_without_folders(fact: Evidence, diary: str | None) -> str:
    """Its label, the diary in it named without its folders: for a page, which is sent on."""
    return fact.label.replace(diary, PurePath(diary).name) if diary else fact.label
