"""Whole diaries: the promised columns, headings, bad files, and that nothing is ever raised."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.diary.read import looks_like_diary, read
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import Diary, DiaryEntry, Onset, OnsetKind, Quality, Site, Surface
from footfall.model.problem import REASONS, Consequence

from .rows import PATH, diary_text, read_text, said

FULL = {
    "date": "2026-05-03",
    "start": "06:12",
    "pain_before": "0",
    "pain_max": "4",
    "pain_after": "2.5",
    "pain_next_morning": "5",
    "onset": "17:30",
    "eased_after_min": "12",
    "sites": "low_back;buttock",
    "qualities": "ache;stiff",
    "builds": "yes",
    "stopped_for_pain": "no",
    "shortened_for_fear": "y",
    "morning_stiffness_min": "20",
    "red_flags": "fever;resolved",
    "rpe": "6",
    "surface": "trail",
    "shoes": "old ones",
    "sleep_h": "7.5",
    "note": "uphill, then home",
}
READ = DiaryEntry(
    day=dt.date(2026, 5, 3),
    path=PATH,
    source_line=2,
    start=dt.time(6, 12),
    pain_before=0.0,
    pain_max=4.0,
    pain_after=2.5,
    pain_next_morning=5.0,
    onset=Onset(OnsetKind.MINUTES, 17.5, 0.0, "17:30"),
    eased_after_min=12.0,
    sites=frozenset({Site.LOW_BACK, Site.BUTTOCK}),
    qualities=frozenset({Quality.ACHE, Quality.STIFF}),
    builds=True,
    stopped_for_pain=False,
    shortened_for_fear=True,
    morning_stiffness_min=20.0,
    red_flags=frozenset({"fever"}),
    red_flags_resolved=True,
    rpe=6.0,
    surface=Surface.TRAIL,
    shoes="old ones",
    sleep_h=7.5,
    note="uphill, then home",
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("backwards", [False, True])
def test_every_column_in_any_order_and_delimiter(delimiter: str, backwards: bool) -> None:
    assert list(FULL) == list(DIARY_COLUMNS)
    row = dict(reversed(FULL.items())) if backwards else FULL
    diary, problems = read(diary_text([row], delimiter), PATH)
    assert diary.entries == (READ,)
    assert problems == ()
    assert diary.columns == tuple(row)


def test_blank_cells_are_none_and_short_rows_are_whole() -> None:
    diary, problems = read(",".join(DIARY_COLUMNS).encode() + b"\n2026-05-03\n2026-05-04" + b"," * 19 + b"\n", PATH)
    blank = [DiaryEntry(dt.date(2026, 5, day), PATH, row) for day, row in ((3, 2), (4, 3))]
    assert diary.entries == tuple(blank)
    assert problems == ()


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_decimal_commas(delimiter: str) -> None:
    rows = [{"date": "03.05.2026", "pain_max": "2,5", "onset": "17,5", "sleep_h": "7,25"}]
    diary, problems = read(diary_text(rows, delimiter), PATH)
    (entry,) = diary.entries
    assert (entry.pain_max, entry.onset.value, entry.onset.rounding, entry.sleep_h) == (2.5, 17.5, 0.0, 7.25)
    assert problems == ()


def test_decimal_commas_in_quoted_cells_of_a_comma_diary() -> None:
    diary, problems = read_text('date,pain_max,onset\n2026-05-03,"2,5","17,5"\n')
    assert (diary.entries[0].pain_max, diary.entries[0].onset.value) == (2.5, 17.5)
    assert problems == ()


def test_two_rows_of_one_day_are_both_kept_and_know_their_place() -> None:
    diary, _ = read_text("# mine\ndate,start,pain_max\n\n2026-05-03,06:12,1\n# two that day\n2026-05-03,18:00,2\n")
    assert [(entry.source_line, entry.pain_max) for entry in diary.entries] == [(4, 1), (6, 2)]


def test_unknown_columns_are_kept_and_listed_once_with_what_they_may_mean() -> None:
    diary, (problem,) = read_text("date,pain_mx,Mood,pain_max\n2026-05-03,9,calm,3\n2026-05-04,,,2\n")
    assert [dict(entry.extra) for entry in diary.entries] == [{"pain_mx": "9", "Mood": "calm"}, {}]
    assert [entry.pain_max for entry in diary.entries] == [3, 2]
    assert (problem.where, problem.reason) == ("row 1", "unknown-column")
    assert problem.message == "Columns that mean nothing here were kept as they are: pain_mx (did you mean pain_max?) and Mood."
    assert REASONS[problem.reason] is Consequence.PASSED_OVER


def test_columns_without_a_name_are_kept_when_they_hold_anything() -> None:
    diary, problems = read_text("date,,pain_max,\n2026-05-03,x,3,\n")
    assert dict(diary.entries[0].extra) == {"column 2": "x"}
    assert said(problems) == [("row 1", "unknown-column")]


def test_a_column_that_is_there_twice_is_named_and_the_first_is_read() -> None:
    diary, (problem,) = read_text("date,pain_max,Pain max\n2026-05-03,3,7\n")
    assert diary.entries[0].pain_max == 3
    assert dict(diary.entries[0].extra) == {"Pain max (2)": "7"}
    assert (problem.where, problem.reason) == ("row 1, column pain_max", "bad-cell")


def test_a_remark_is_no_row_but_a_row_that_begins_with_a_hash_is_one() -> None:
    diary, problems = read_text("shoes,date,pain_max\n# 2026-05-01 was rest\n#2 Pegasus,2026-05-03,3\n")
    assert [(entry.shoes, entry.pain_max) for entry in diary.entries] == [("#2 Pegasus", 3)]
    assert problems == ()


def test_a_comma_in_an_unquoted_note_is_joined_and_named() -> None:
    diary, (problem,) = read_text("date,pain_max,onset,note\n2026-05-03,3,17,hot, but fine\n2026-05-04,2,none,ok\n")
    assert [(entry.pain_max, entry.note) for entry in diary.entries] == [(3, "hot,but fine"), (2, "ok")]
    assert (problem.where, problem.reason) == ("row 2, column note", "bad-cell")


@pytest.mark.parametrize(
    "row",
    [
        "2026-05-03,3,17,5,low_back,",  # a decimal comma: what follows stands one cell too far right
        "2026-05-03,3,17,5,low_back,hot",
        "2026-05-03,3,17,5,,hot",
    ],
)
def test_a_row_whose_cells_have_slipped_is_left_out_and_named(row: str) -> None:
    text = f"date,pain_max,onset,sites,note\n2026-05-01,1,none,,\n2026-05-02,1,none,,\n{row}\n2026-05-04,2,18,,\n"
    diary, problems = read_text(text)
    assert [entry.pain_max for entry in diary.entries] == [1, 1, 2]
    assert said(problems) == [("row 4", "bad-row")]


def test_blank_cells_at_the_end_of_every_row_are_no_slip() -> None:
    diary, problems = read_text("date,pain_max\n2026-05-03,3,,\n2026-05-04,4,,\n")
    assert len(diary.entries) == 2
    assert problems == ()


def test_an_open_quotation_mark_is_named_and_costs_no_row() -> None:
    diary, problems = read_text('date,pain_max,note\n2026-05-03,3,"ouch\n2026-05-04,4,x\n')
    assert [entry.pain_max for entry in diary.entries] == [3, 4]
    assert said(problems) == [("row 2", "bad-cell")]


def test_an_encoding_that_is_not_utf8_is_read_and_named_without_being_a_failure() -> None:
    diary, (problem,) = read("date,pain_max,note\n2026-05-03,3,ok\n2026-05-04,4,müde\n".encode("cp1252"), PATH)
    assert diary.entries[1].note == "müde"
    assert (problem.where, problem.reason) == ("row 3", "other-encoding")
    assert "Windows-1252" in problem.message
    assert REASONS[problem.reason] is Consequence.PASSED_OVER


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_unicode_encodings_are_read_without_a_word(encoding: str) -> None:
    diary, problems = read("date,note\n2026-05-03,müde\n".encode(encoding), PATH)
    assert diary.entries[0].note == "müde"
    assert problems == ()


@pytest.mark.parametrize(
    ("data", "where", "words"),
    [
        (b"", None, "empty"),
        (b"\n\n# nothing\n", None, "empty"),
        (bytes(range(256)) * 30, None, "neither text nor a workbook"),
        (b"PK\x03\x04\x14\x00", None, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), None, ".xls"),
        (b'<?xml version="1.0"?>\n<gpx/>\n', "row 1", "no row of column names"),
        (b"Datum;pain_max\n2026-05-03;3\n", "row 1", "no column named date"),
        (b"2026-05-03,3,17\n2026-05-04,2,18\n", "row 1", "no row of column names"),
    ],
)
def test_a_file_that_is_no_diary_is_one_problem_and_an_empty_diary(data: bytes, where: str | None, words: str) -> None:
    diary, problems = read(data, PATH)
    assert diary.entries == ()
    assert said(problems) == [(where, "bad-diary")]
    assert words in problems[0].message


def test_everything_bad_at_once_costs_only_what_is_bad() -> None:
    diary, problems = read_text(
        "date;pain_max;onset;red_flags;weather\n"
        "2026-05-01;11;17;;sun\n"
        "31.02.2026;3;17;;\n"
        "2026-05-03;2,5;18,5;fevr;\n"
        "2026-05-04;3;15-20;;\n"
        "2026-05-05;4;20;;rain\n"
    )
    assert [entry.pain_max for entry in diary.entries] == [None, 2.5, 3, 4]
    assert [entry.onset and entry.onset.value for entry in diary.entries] == [17, 18.5, None, 20]
    assert [flag.text for flag in diary.unread_flags] == ["fevr"]
    assert said(problems) == [
        ("row 1", "unknown-column"),
        ("row 2, column pain_max", "bad-cell"),
        ("row 3, column date", "bad-row"),
        ("row 4, column red_flags", "unchecked-red-flag"),
        ("row 5, column onset", "bad-cell"),
    ]


def test_a_long_cell_is_quoted_in_short() -> None:
    _, (problem,) = read_text(f"date,onset\n2026-05-03,{'very ' * 100}\n")
    assert len(problem.message) < 300


@pytest.mark.parametrize(
    ("head", "is_diary"),
    [
        (b"date,start,pain_max\n2026-05-03,,3\n", True),
        (b"date;onset\n", True),
        ("date\tred_flags\n".encode("utf-16"), True),
        (",".join(DIARY_COLUMNS).encode(), True),
        (b"date,start,distance_km,moving_min\n2026-05-03,06:12,5,30\n", False),
        (b"date,start,note\n", False),
        (b"Activity ID,Activity Date,Activity Name\n", False),
        (b"", False),
        (b"PK\x03\x04" + bytes(4000), False),
        (b"\x0e\x10\xd9\x07\x00\x00\x00\x00.FIT" + bytes(4000), False),
        (b'<?xml version="1.0"?><gpx><trk><name>date,onset</name></trk></gpx>', False),
        (b"onset,pain_max\n17,3\n", False),
    ],
)
def test_a_diary_is_told_by_its_head(head: bytes, is_diary: bool) -> None:
    assert looks_like_diary(head) is is_diary


def test_a_head_cut_anywhere_after_its_header_is_still_a_diary() -> None:
    whole = diary_text([FULL | {"note": "müde"}])
    for end in range(whole.index(b"\n"), len(whole)):
        assert looks_like_diary(whole[:end])


@given(st.binary(max_size=500))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    for head in (b"", b"date,onset,red_flags\n", b"date;sites;note\n", b"\xff\xfed\x00a\x00t\x00e\x00\n\x00"):
        assert_sound(*read(head + data, PATH))


ANY_TEXT = st.text(max_size=25)
CELL = st.one_of(
    ANY_TEXT, st.sampled_from(list(FULL.values())), st.sampled_from(['"', ",", ";", "#", "\n", "nan", "inf", "²", "٣"])
)


@given(st.lists(st.lists(CELL, max_size=22), max_size=6), st.permutations(list(DIARY_COLUMNS)), st.sampled_from([",", ";", "\t"]))
def test_any_rows_are_read_without_an_exception(rows: list[list[str]], columns: list[str], delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in [columns, *rows])
    diary, problems = read(text.encode("utf-8", "replace"), PATH)
    assert_sound(diary, problems)
    assert all(problem.reason != "bad-diary" for problem in problems)


def assert_sound(diary: Diary, problems: tuple[object, ...]) -> None:
    """Numbers within their columns, rows in order, and no red flag unread without a problem beside it."""
    lines = [entry.source_line for entry in diary.entries]
    assert lines == sorted(set(lines))
    for entry in diary.entries:
        for name, column in DIARY_COLUMNS.items():
            value = getattr(entry, name) if column.low is not None else None
            assert value is None or column.low <= value <= column.high
    unchecked = [problem for problem in problems if problem.reason == "unchecked-red-flag"]
    assert len(unchecked) == len(diary.unread_flags)
