"""Dates, numbers and names in tight places."""

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.render.html.findings_view import linked
from footfall.render.html.words import brief, clipped, day, distance, period, weekday


@pytest.mark.parametrize(
    ("value", "shown"), [(17.0, "17"), (17.5, "17.5"), (17.04, "17"), (0.0, "0"), (None, "?"), (math.nan, "?")]
)
def test_minutes_are_written_as_people_write_them(value: float | None, shown: str) -> None:
    assert brief(value) == shown


def test_zero_kilometres_are_not_unknown() -> None:
    assert distance(0.0) == "0.0"
    assert distance(None) == "?"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (dt.date(2026, 8, 3), dt.date(2026, 11, 15), "3 August – 15 November 2026"),
        (dt.date(2025, 12, 30), dt.date(2026, 1, 2), "30 December 2025 – 2 January 2026"),
        (dt.date(2026, 8, 3), dt.date(2026, 8, 3), "3 August 2026"),
    ],
)
def test_a_period_says_each_year_once(first: dt.date, last: dt.date, shown: str) -> None:
    assert period(first, last) == shown


def test_a_day_of_another_year_says_so() -> None:
    assert day(dt.date(2026, 10, 4), 2026) == "4 Oct"
    assert weekday(dt.date(2025, 10, 4), 2026) == "Sat 4 Oct 2025"


@given(st.text(max_size=400), st.integers(2, 60))
def test_text_from_files_is_one_short_line(text: str, longest: int) -> None:
    shown = clipped(text, longest)
    assert len(shown) <= longest
    assert shown.isprintable() or not set(shown) & set("\n\r\t\x1b\x00\u202e\u2028")


def test_a_short_name_stays_as_it_is() -> None:
    assert clipped("Sonntag, Élan 東京", 40) == "Sonntag, Élan 東京"


def test_a_doi_becomes_a_link_without_the_full_stop_after_it() -> None:
    pieces = linked("Frandsen et al. 2025, BJSM, doi:10.1136/bjsports-2024-109380. And (doi 10.1123/jab.21.2.167; more).")
    assert [piece.text for piece in pieces if piece.href] == ["10.1136/bjsports-2024-109380", "10.1123/jab.21.2.167"]
    assert "".join(piece.text for piece in pieces).startswith("Frandsen et al. 2025, BJSM, doi:10.1136")
    assert all(piece.href == f"https://doi.org/{piece.text}" for piece in pieces if piece.href)
