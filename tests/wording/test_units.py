"""Quantities in what the reader asked for: the same quantity, and a threshold that stays the threshold."""

import math
import string

import pytest

from footfall.wording import CATALOGUE, numbers, say
from footfall.wording.locale import Locale, Units, speaking, spoken
from footfall.wording.units import SENTENCES, fixed

MILES = Locale(units=Units.IMPERIAL)


def test_nobody_who_asks_for_nothing_is_told_in_miles():
    assert spoken() == Locale("en", Units.METRIC)


@pytest.mark.parametrize(
    ("tell", "metric", "imperial"),
    [
        (lambda: numbers.distance(16_800), "16.8 km", "10.4 mi"),
        (lambda: numbers.distance(None), "? km", "? mi"),
        (lambda: numbers.distance_number(math.nan), "?", "?"),
        (lambda: numbers.distance_number(42_195, 2), "42.20", "26.22"),
        (lambda: numbers.run_distance(49), "<0.1", "<0.1"),
        (lambda: numbers.run_distance(60), "0.1", "<0.1"),
        (lambda: numbers.easy(8.05), "8.1", "5.0"),
        (lambda: numbers.easy_with_unit(16.09344), "16.1 easy km", "10.0 easy mi"),
        (lambda: numbers.pace(6.0), "6:00/km", "9:39/mi"),
        (lambda: numbers.length(215), "215 m", "705 ft"),
        (lambda: numbers.mass(70), "70 kg", "154 lb"),
        (lambda: numbers.height(1.75), "1.75 m", "5 ft 9 in"),
        (lambda: numbers.height(1.83), "1.83 m", "6 ft 0 in"),
        (lambda: numbers.speed(2.8), "2.8 m/s", "6.3 mph"),
    ],
)
def test_a_quantity_with_its_unit(tell, metric, imperial):
    assert tell() == metric
    with speaking(MILES):
        assert tell() == imperial
    assert tell() == metric, "the block is over"


@pytest.mark.parametrize(
    ("written", "imperial"),
    [
        ("5 km", ("3.11", "mi")),
        ("1 km", ("0.621", "mi")),
        ("200 m", ("656", "ft")),
        ("7 m/s", ("15.7", "mph")),
        ("500 km", ("311", "mi")),
        ("1,609.344 km", ("1,000", "mi")),
        ("0 km", ("0", "mi")),
    ],
)
def test_a_fixed_quantity_of_a_sentence_is_still_the_same_quantity(written, imperial):
    assert fixed(written, Units.METRIC) == tuple(written.split(" "))
    assert fixed(written, Units.IMPERIAL) == imperial


def fields(template):
    return {(name, spec) for _, name, spec, _ in string.Formatter().parse(template) if name}


def test_every_unit_that_a_sentence_names_is_there_in_both():
    named = {name for template in CATALOGUE.values() for name, _ in fields(template)}
    both = {key.removeprefix("unit.metric.") for key in SENTENCES if key.startswith("unit.metric.")}
    assert {f"unit.imperial.{name}" for name in both} <= set(SENTENCES)
    assert both & named, "sentences do name units"
    assert all(spec for template in CATALOGUE.values() for name, spec in fields(template) if name == "si")


def test_every_fixed_quantity_can_be_told_in_both():
    told = [spec for template in CATALOGUE.values() for name, spec in fields(template) if name == "si"]
    for written in told:
        number, unit = fixed(written, Units.IMPERIAL)
        assert f"unit.{unit}" in SENTENCES
        assert (float(number.replace(",", "")) == 0) == written.startswith("0 ")


def test_a_field_that_nobody_filled_is_a_bug():
    with pytest.raises(KeyError):
        say("cli.written")
