"""Dates, numbers, yes or no, times of day and words of a list."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.diary.cell import read_number, read_yes_no
from footfall.diary.choices import pick, read_surface
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import Quality, Site, Surface
from footfall.tables.cell import CellError
from footfall.tables.dates import read_clock, read_day

from .rows import read_cell, read_text

THIRD_OF_MAY = dt.date(2026, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-03",
        "2026-5-3",
        "2026/05/03",
        "2026.05.03",
        "2026–05–03",
        "03.05.2026",
        "3. 5. 2026",
        "2026-05-03 06:12:00",
        "2026-05-03T06:12",
    ],
)
def test_days_that_can_only_be_one_day_are_read(text: str) -> None:
    assert read_day(text) == THIRD_OF_MAY


@pytest.mark.parametrize(
    ("text", "day"),
    [("13/05/2026", dt.date(2026, 5, 13)), ("05/13/2026", dt.date(2026, 5, 13)), ("5/5/2026", dt.date(2026, 5, 5))],
)
def test_slashes_are_read_where_one_order_alone_makes_a_day(text: str, day: dt.date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("31.02.2026", "date.no-such-day"),
        ("2026-02-30", "date.no-such-day"),
        ("2026-13-01", "date.no-such-day"),
        ("32/13/2026", "date.no-such-day"),
        ("00/00/2026", "date.no-such-day"),
        ("05/03/2026", "date.two-days"),
        ("0206-05-03", "date.year"),
        ("3 May", "date"),
        ("yesterday", "date"),
        ("46145", "date"),
        ("03.05.26", "date"),
        ("", "date"),
    ],
)
def test_days_that_cannot_be_told_are_refused(text: str, key: str) -> None:
    with pytest.raises(CellError) as caught:
        read_day(text)
    assert caught.value.key == key


@given(st.dates(dt.date(1970, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_read_in_iso_and_in_the_german_order(day: dt.date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day.day:02d}.{day.month:02d}.{day.year}") == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.02.2026", "date is “31.02.2026”, and there is no such day, so this row was left out. Write the day as 2026-05-03."),
        (
            "05/03/2026",
            "date is “05/03/2026”, which can be 2026-05-03 or 2026-03-05, so this row was left out. Write the one that is meant.",
        ),
        ("0206-05-03", "date is “0206-05-03”, in the year 206, so this row was left out. Write the day as 2026-05-03."),
        ("soon", "date is “soon”, so this row was left out. Write the day as 2026-05-03."),
        ("", "This row has no date, so it was left out. Write the day as 2026-05-03."),
    ],
)
def test_a_bad_date_costs_its_row_and_is_named(text: str, sentence: str) -> None:
    diary, (problem,) = read_text(f"date,pain_max\n2026-05-01,1\n{text},2\n2026-05-04,3\n")
    assert [entry.pain_max for entry in diary.entries] == [1, 3]
    assert (problem.where, problem.reason, problem.message) == ("row 3, column date", "bad-row", sentence)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("pain_max", "0", 0.0),
        ("pain_max", "10", 10.0),
        ("pain_max", "3,5", 3.5),
        ("pain_max", "3/10", 3.0),
        ("pain_max", "3 out of 10", 3.0),
        ("pain_next_morning", ".5", 0.5),
        ("rpe", "6", 6.0),
        ("eased_after_min", "5 min", 5.0),
        ("morning_stiffness_min", "30 minutes", 30.0),
        ("sleep_h", "7.5 h", 7.5),
        ("sleep_h", "7:30", 7.5),
    ],
)
def test_numbers_may_carry_their_unit(column: str, text: str, value: float) -> None:
    entry, problems = read_cell(column, text)
    assert getattr(entry, column) == value
    assert problems == ()


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("pain_max", "11", "pain_max is 11; write a number from 0 to 10, or leave it blank."),
        ("pain_max", "-1", "pain_max is -1; write a number from 0 to 10, or leave it blank."),
        ("pain_max", "a lot", "pain_max is “a lot”; write a number from 0 to 10, or leave it blank."),
        ("pain_max", "nan", "pain_max is “nan”; write a number from 0 to 10, or leave it blank."),
        ("pain_max", "3-4", "pain_max is “3-4”; write a number from 0 to 10, or leave it blank."),
        ("pain_max", "3/5", "pain_max is “3/5”; write a number from 0 to 10, or leave it blank."),
        ("eased_after_min", "1441", "eased_after_min is 1441; write a number from 0 to 1440, or leave it blank."),
        ("sleep_h", "25", "sleep_h is 25; write a number from 0 to 24, or leave it blank."),
        ("builds", "maybe", "builds is “maybe”; write yes or no, or leave it blank."),
        (
            "start",
            "quarter past six",
            "start is “quarter past six”; write the time of day as HH:MM, for example 06:12, or leave it blank.",
        ),
    ],
)
def test_a_bad_cell_costs_that_cell_and_says_what_would_be_right(column: str, text: str, sentence: str) -> None:
    diary, (problem,) = read_text(f"date,{column},note\n2026-05-03,{text},kept\n")
    (entry,) = diary.entries
    assert getattr(entry, column) is None
    assert entry.note == "kept"
    assert (problem.path, problem.where, problem.reason) == ("diary.csv", f"row 2, column {column}", "bad-cell")
    assert problem.message == sentence


@pytest.mark.parametrize("text", ["2026-05-03", "3-Oct", "3. Okt", "10-Mar"])
def test_a_number_that_a_spreadsheet_made_a_date_is_told_so(text: str) -> None:
    with pytest.raises(CellError) as caught:
        read_number(text, DIARY_COLUMNS["pain_max"])
    assert caught.value.key == "number.date"


NUMBERS = [name for name, column in DIARY_COLUMNS.items() if column.low is not None]


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("text", ["", "-", "n/a", "?"])
def test_blank_is_unknown_and_never_zero(name: str, text: str) -> None:
    entry, problems = read_cell(name, text)
    assert getattr(entry, name) is None
    assert problems == ()


@pytest.mark.parametrize("name", NUMBERS)
@given(value=st.floats(-50, 2000))
def test_a_number_is_read_exactly_when_it_lies_within_its_column(name: str, value: float) -> None:
    column = DIARY_COLUMNS[name]
    text = f"{value:.3f}"
    assert column.low is not None
    assert column.high is not None
    if column.low <= float(text) <= column.high:
        assert read_number(text, column) == float(text)
    else:
        with pytest.raises(CellError):
            read_number(text, column)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("yes", True), ("Y", True), ("TRUE", True), ("1", True), ("no", False), ("N", False), ("False", False), ("0", False)],
)
def test_yes_and_no(text: str, answer: bool) -> None:
    assert read_yes_no(text) is answer


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("06:12", dt.time(6, 12)),
        ("6:12", dt.time(6, 12)),
        ("06.12", dt.time(6, 12)),
        ("06:12:09", dt.time(6, 12, 9)),
        ("6:12 am", dt.time(6, 12)),
        ("6:12 PM", dt.time(18, 12)),
        ("7 pm", dt.time(19)),
        ("12 am", dt.time(0)),
        ("12:30 pm", dt.time(12, 30)),
    ],
)
def test_times_of_day(text: str, clock: dt.time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize("text", ["24:00", "6", "06:60", "13 pm", "0 am", "six", "6:1"])
def test_times_of_day_that_are_none(text: str) -> None:
    with pytest.raises(CellError):
        read_clock(text)


@pytest.mark.parametrize(
    "text",
    [
        "low_back;buttock",
        "Low back; BUTTOCK",
        "low_back,buttock",
        "low_back | buttock",
        "low_back buttock",
        "low back buttock",
        "low-back/buttock",
        "low_back;;buttock;",
    ],
)
def test_sites_may_be_joined_in_any_way(text: str) -> None:
    picked = pick(text, Site)
    assert picked.known == {Site.LOW_BACK, Site.BUTTOCK}
    assert picked.unknown == ()


@pytest.mark.parametrize("site", list(Site))
def test_every_site_is_itself_written_with_spaces_too(site: Site) -> None:
    assert pick(site.replace("_", " "), Site).known == {site}
    assert pick(site.upper(), Site).known == {site}


def test_the_american_centre_is_the_centre() -> None:
    assert pick("low back center", Site).known == {Site.LOW_BACK_CENTRE}


def test_of_several_words_only_the_unknown_one_is_lost() -> None:
    entry, (problem,) = read_cell("sites", "low_back; butock; knee")
    assert entry.sites == {Site.LOW_BACK, Site.KNEE}
    assert (problem.where, problem.reason) == ("row 2, column sites", "bad-cell")
    assert "“butock”" in problem.message
    assert "Did you mean buttock?" in problem.message


def test_an_unknown_word_with_nothing_near_names_the_list() -> None:
    entry, (problem,) = read_cell("qualities", "ache; xyzzy")
    assert entry.qualities == {Quality.ACHE}
    assert all(quality in problem.message for quality in Quality)


def test_surface_is_one_word_of_its_list() -> None:
    assert read_surface("Trail") is Surface.TRAIL
    for text in ("gravel", "road; trail", "trail muddy"):
        with pytest.raises(CellError):
            read_surface(text)


def test_a_cell_of_prose_is_one_unknown_text_and_no_day_of_work() -> None:
    """Found by the fuzzer: every run of words was looked up, the number of which grows with the square of the cell."""
    found = pick("low back " + "word " * 20_000 + "buttock", Site)
    assert found.known == {Site.LOW_BACK, Site.BUTTOCK}
    assert len(found.unknown) == 1
