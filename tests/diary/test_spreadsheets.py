"""Diaries kept in a spreadsheet program: what it makes of what is typed comes back as it was typed."""

import datetime as dt

import pytest

from footfall.diary.read import looks_like_diary, read
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import OnsetKind
from tests.tables.workbooks import workbook

from .rows import diary_text, said
from .test_read import FULL, READ


def test_a_workbook_says_the_same_as_the_csv() -> None:
    typed: dict[str, object] = {
        **FULL,
        "date": dt.date(2026, 5, 3),
        "start": dt.time(6, 12),
        "onset": dt.time(17, 30),
        "pain_before": 0,
        "pain_max": 4,
        "pain_after": 2.5,
        "pain_next_morning": 5.0,
        "eased_after_min": 12,
        "builds": True,
        "stopped_for_pain": False,
        "morning_stiffness_min": 20,
        "rpe": 6,
        "sleep_h": 7.5,
    }
    formats = {"B2": "h:mm", "G2": "h:mm"}
    diary, problems = read(workbook([list(DIARY_COLUMNS), [typed[name] for name in DIARY_COLUMNS]], formats), "diary.csv")
    (entry,) = diary.entries
    assert entry == READ
    assert problems == ()


@pytest.mark.parametrize(
    ("value", "number_format", "minutes", "rounding"),
    [
        (17, "General", 17, 0.5),
        (15, "General", 15, 2.5),
        (17.5, "General", 17.5, 0),
        (dt.time(17, 30), "h:mm", 17.5, 0),
        (dt.time(1, 2, 30), "h:mm:ss", 62.5, 0),
        (dt.time(1, 2, 0), "h:mm:ss", 62, 0),
        (dt.timedelta(hours=45, minutes=15), "[h]:mm:ss", 45.25, 0),
        ("17,5", "General", 17.5, 0),
    ],
)
def test_an_onset_typed_into_a_workbook(value: object, number_format: str, minutes: float, rounding: float) -> None:
    data = workbook([["date", "onset"], [dt.date(2026, 5, 3), value]], {"B2": number_format})
    diary, problems = read(data, "diary.xlsx")
    onset = diary.entries[0].onset
    assert onset is not None
    assert (onset.kind, onset.value, onset.rounding) == (OnsetKind.MINUTES, minutes, rounding)
    assert problems == ()


def test_rows_are_named_as_the_sheet_numbers_them() -> None:
    rows = [
        ["My diary"],
        [],
        ["Date", "Pain max"],
        [dt.date(2026, 5, 3), 11],
        [],
        [dt.datetime(2026, 5, 4), dt.datetime(2026, 7, 3)],
    ]
    diary, problems = read(workbook(rows), "diary.xlsx")
    assert [entry.source_line for entry in diary.entries] == [4, 6]
    assert said(problems) == [("row 4, column pain_max", "bad-cell"), ("row 6, column pain_max", "bad-cell")]
    assert "which spreadsheets make of numbers" in problems[1].message


def test_a_remark_beside_the_table_is_a_column_without_a_name() -> None:
    data = workbook([["date", "pain_max"], [dt.date(2026, 5, 3), 3], [dt.date(2026, 5, 4), 4, None, "what a day"]])
    diary, problems = read(data, "diary.xlsx")
    assert [entry.pain_max for entry in diary.entries] == [3, 4]
    assert dict(diary.entries[1].extra) == {"column 4": "what a day"}
    assert said(problems) == [("row 1", "unknown-column")]


def test_a_whole_workbook_is_told_to_be_a_diary() -> None:
    assert looks_like_diary(workbook([["date", "onset"], ["2026-05-03", 17]]))
    assert not looks_like_diary(workbook([["date", "distance_km"], ["2026-05-03", 17]]))


def test_the_first_line_that_excel_writes_for_itself_is_passed_over() -> None:
    diary, problems = read(b"sep=;\r\n" + diary_text([FULL], ";"), "diary.csv")
    assert diary.entries[0].onset == READ.onset
    assert problems == ()
