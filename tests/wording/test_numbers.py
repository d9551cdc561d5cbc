import datetime as dt
import math

import pytest

from footfall.wording import numbers


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (4883, 0, "4,883"),
        (2.27, 2, "2.27"),
        (-3, 0, "−3"),
        (-0.4, 0, "0"),
        (0.0, 1, "0.0"),
        (-1234.56, 1, "−1,234.6"),
        (math.nan, 0, "?"),
        (None, 2, "?"),
    ],
)
def test_numbers(value, digits, text):
    assert numbers.number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"), [(41, "+41"), (-3, "−3"), (0, "0"), (0.2, "0"), (-0.2, "0"), (math.nan, "?"), (1500, "+1,500")]
)
def test_differences_carry_their_sign(value, text):
    assert numbers.signed(value) == text


def test_percent_has_a_thin_space():
    assert numbers.percent(0.41) == "41\u2009%"
    assert numbers.signed_percent(-0.05, 1) == "−5.0\u2009%"
    assert numbers.percent(None) == "?\u2009%"


def test_units():
    assert numbers.distance(16_800) == "16.8 km"
    assert numbers.distance(None) == "? km"
    assert numbers.minutes(17) == "17 min"
    assert (numbers.plain(17.0), numbers.plain(17.5)) == ("17", "17.5")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (0.263, "0.263"),
        (0.2631579, "0.263"),
        (10.01, "10.01"),
        (100.1, "100.1"),
        (33.333333, "33.3"),
        (4.0, "4"),
        (-0.384, "−0.384"),
        (999.96, "1,000"),
        (4980.4, "4,980"),
        (0.00037, "0.00037"),
        (6.1e-6, "<0.0001"),
        (-6.1e-6, ">−0.0001"),
        (math.nan, "?"),
        (math.inf, "inf"),
    ],
)
def test_a_fact_has_the_digits_that_count(value, shown):
    assert numbers.few_digits(value) == shown


@pytest.mark.parametrize(
    ("minute", "shown"),
    [(14.98, "14.9"), (15.0, "15"), (15.02, "15"), (17.44, "17.4"), (20.0, "20"), (20.02, "20.1"), (19.97, "20"), (7, "7")],
)
def test_an_onset_is_never_shown_on_another_side_of_the_window_than_it_is(minute, shown):
    assert numbers.onset_minute(minute) == shown
    assert numbers.onset_minute(math.nan) == "?"


def test_dates_do_not_depend_on_the_computers_language():
    assert numbers.date(dt.date(2026, 10, 4)) == "4 Oct 2026"
    assert numbers.weekday(dt.date(2026, 10, 4)) == "Sun"
    assert numbers.clock(dt.time(7, 5)) == "07:05"


def test_every_noun_bends():
    for noun, plural in numbers.NOUNS.items():
        assert numbers.counted(1, noun) == f"1 {noun}"
        assert numbers.counted(0, noun) == f"0 {plural}"
        assert numbers.counted(2000, noun) == f"2,000 {plural}"


def test_lists():
    assert numbers.listed(["a"]) == "a"
    assert numbers.listed(["a", "b"]) == "a and b"
    assert numbers.listed(["a", "b", "c"], "or") == "a, b or c"
