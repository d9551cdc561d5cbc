"""The onset cell: every way of writing it that is promised, its rounding, and the slips that are told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.diary.onset import read_onset
from footfall.model.diary import Onset, OnsetKind
from footfall.tables.cell import CellError, shown

from .rows import read_cell

MILE_M = 1609.344


@pytest.mark.parametrize(
    ("text", "kind", "value", "rounding"),
    [
        # Minutes. A whole minute leaves half a minute open, a multiple of five is a round number.
        ("17", OnsetKind.MINUTES, 17, 0.5),
        ("15", OnsetKind.MINUTES, 15, 2.5),
        ("20 min", OnsetKind.MINUTES, 20, 2.5),
        ("17 min", OnsetKind.MINUTES, 17, 0.5),
        ("17'", OnsetKind.MINUTES, 17, 0.5),
        ("17′", OnsetKind.MINUTES, 17, 0.5),
        ("1 h 2 min", OnsetKind.MINUTES, 62, 0.5),
        ("1h05", OnsetKind.MINUTES, 65, 2.5),
        # Decimals and seconds are exact.
        ("17.5", OnsetKind.MINUTES, 17.5, 0),
        ("17,5", OnsetKind.MINUTES, 17.5, 0),
        ("15.0", OnsetKind.MINUTES, 15, 0),
        ("17:30", OnsetKind.MINUTES, 17.5, 0),
        ("15:00", OnsetKind.MINUTES, 15, 0),
        ("75:30", OnsetKind.MINUTES, 75.5, 0),
        ("1:02:30", OnsetKind.MINUTES, 62.5, 0),
        ("17'30\"", OnsetKind.MINUTES, 17.5, 0),
        ("17 min 30 s", OnsetKind.MINUTES, 17.5, 0),
        ("45:15:00", OnsetKind.MINUTES, 45.25, 0),  # what a spreadsheet makes of 45:15
        # Distances, to half of the last digit.
        ("2.3 mi", OnsetKind.DISTANCE, 2.3 * MILE_M, 0.05 * MILE_M),
        ("2,30mi", OnsetKind.DISTANCE, 2.3 * MILE_M, 0.005 * MILE_M),
        ("1 mile", OnsetKind.DISTANCE, MILE_M, 0.5 * MILE_M),
        ("3.7 km", OnsetKind.DISTANCE, 3700, 50),
        ("5k", OnsetKind.DISTANCE, 5000, 500),
        # Times of day, in seconds since midnight, to half a minute.
        ("@07:42", OnsetKind.CLOCK, 7 * 3600 + 42 * 60, 30),
        ("@ 7:42 pm", OnsetKind.CLOCK, 19 * 3600 + 42 * 60, 30),
        ("7:42 p.m.", OnsetKind.CLOCK, 19 * 3600 + 42 * 60, 30),
        ("@12:05 am", OnsetKind.CLOCK, 300, 30),
        ("@07:42:10", OnsetKind.CLOCK, 7 * 3600 + 42 * 60 + 10, 0),
        # Laps.
        ("lap", OnsetKind.HAND_LAP, None, 0),
        ("LAP", OnsetKind.HAND_LAP, None, 0),
        ("lap 4", OnsetKind.LAP, 4, 0),
        ("Lap #4", OnsetKind.LAP, 4, 0),
        # None, and from the start.
        ("none", OnsetKind.NONE, None, 0),
        ("No pain", OnsetKind.NONE, None, 0),
        ("0", OnsetKind.START, None, 0),
        ("0:00", OnsetKind.START, None, 0),
        ("0.0 km", OnsetKind.START, None, 0),
        ("start", OnsetKind.START, None, 0),
    ],
)
def test_each_way_of_writing_an_onset(text: str, kind: OnsetKind, value: float | None, rounding: float) -> None:
    onset = read_onset(text)
    assert onset == Onset(kind, None if value is None else pytest.approx(value), pytest.approx(rounding), text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("soon", "onset"),
        ("-5", "onset"),
        ("17:75", "onset"),
        ("1:75:00", "onset"),
        ("17:5", "onset"),
        ("lap four", "onset"),
        ("nan", "onset"),
        ("15-20", "onset.range"),
        ("15–20 min", "onset.range"),
        ("15 to 20", "onset.range"),
        ("17 m", "onset.metres"),
        ("800m", "onset.metres"),
        ("1742", "onset.too-long"),
        ("9000 km", "onset.too-long"),
        ("lap 0", "onset.lap"),
        ("@25:00", "onset.clock"),
        ("@soon", "onset.clock"),
        ("@13:00 pm", "onset.clock"),
        ("2026-05-17", "onset.date"),
        ("17. Mai", "onset.date"),
        ("17-May", "onset.date"),
    ],
)
def test_slips_are_told_apart(text: str, key: str) -> None:
    with pytest.raises(CellError) as caught:
        read_onset(text)
    assert caught.value.key == key
    _, (problem,) = read_cell("onset", text)
    assert problem.message.startswith(f"onset is {shown(text)}")


def test_an_onset_that_cannot_be_read_is_blank_and_named() -> None:
    entry, (problem,) = read_cell("onset", "15-20")
    assert entry.onset is None
    assert (problem.where, problem.reason) == ("row 2, column onset", "bad-cell")
    assert problem.message.startswith("onset is “15-20”; write one number")


@pytest.mark.parametrize("text", ["", "-", "?", "n/a"])
def test_a_blank_onset_is_unknown_and_neither_none_nor_a_problem(text: str) -> None:
    entry, problems = read_cell("onset", text)
    assert entry.onset is None
    assert problems == ()


@given(st.integers(1, 1440))
def test_a_whole_minute_keeps_its_value_and_knows_whether_it_is_round(minute: int) -> None:
    onset = read_onset(str(minute))
    assert (onset.kind, onset.value) == (OnsetKind.MINUTES, minute)
    assert onset.rounding == (2.5 if minute % 5 == 0 else 0.5)


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_hours_minutes_and_seconds_add_up(hours: int, minutes: int, seconds: int) -> None:
    onset = read_onset(f"{hours}:{minutes:02d}:{seconds:02d}")
    total_min = hours * 60 + minutes + seconds / 60
    assert onset.kind is (OnsetKind.MINUTES if total_min else OnsetKind.START)
    assert total_min == 0 or onset.value == pytest.approx(total_min)


@given(st.text(max_size=20))
def test_any_text_is_an_onset_or_a_cell_error(text: str) -> None:
    try:
        onset = read_onset(text)
    except CellError:
        return
    assert onset.text == text
    assert onset.rounding >= 0
    assert (onset.value is None) == (onset.kind in {OnsetKind.HAND_LAP, OnsetKind.NONE, OnsetKind.START})
