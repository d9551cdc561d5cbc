"""A diary to start from: rows for the runs that have none, and not a byte of the runner's own changed."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.diary.read import read
from footfall.diary.summary import is_unfilled
from footfall.diary.write import NewRow, new_diary
from footfall.errors import TableError
from footfall.model.columns import DIARY_COLUMNS
from tests.tables.workbooks import workbook

from .rows import PATH

DAY = dt.date(2026, 5, 3)
MORNING = NewRow(DAY, dt.time(6, 12), "8.0 km, 48 min")
EVENING = NewRow(DAY, dt.time(18, 0), "5.0 km, 30 min")
NEXT_DAY = NewRow(DAY + dt.timedelta(days=1), dt.time(6, 30), "12.1 km, 70 min")


def added_to(existing: bytes, *runs: NewRow) -> bytes:
    """What was appended; nothing before it may differ."""
    data = new_diary(existing, runs).data
    assert data.startswith(existing)
    return data[len(existing) :]


def test_a_new_diary_has_every_column_and_a_row_per_run_in_order() -> None:
    made = new_diary(None, [NEXT_DAY, EVENING, MORNING])
    rows = list(csv.DictReader(io.StringIO(made.data.decode("utf-8"))))
    assert list(rows[0]) == list(DIARY_COLUMNS)
    assert [(row["date"], row["start"], row["note"]) for row in rows] == [
        ("2026-05-03", "06:12", "8.0 km, 48 min"),
        ("2026-05-03", "18:00", "5.0 km, 30 min"),
        ("2026-05-04", "06:30", "12.1 km, 70 min"),
    ]
    assert all(not text for row in rows for name, text in row.items() if name not in {"date", "start", "note"})
    assert (made.added, made.known) == (3, 0)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_new_diary_reads_back_without_a_word_and_unfilled(delimiter: str) -> None:
    diary, problems = read(new_diary(None, [MORNING, NEXT_DAY], delimiter).data, PATH)
    assert [(entry.day, entry.start, entry.note) for entry in diary.entries] == [
        (run.date, run.start, run.note) for run in (MORNING, NEXT_DAY)
    ]
    assert all(map(is_unfilled, diary.entries))
    assert problems == ()


@pytest.mark.parametrize("blank", [b"", b"\xef\xbb\xbf", b"\r\n  \n"])
def test_a_blank_file_is_a_new_diary(blank: bytes) -> None:
    assert new_diary(blank, [MORNING]) == new_diary(None, [MORNING])


def test_run_again_it_changes_nothing() -> None:
    first = new_diary(None, [MORNING, EVENING]).data
    again = new_diary(first, [MORNING, EVENING])
    assert again.data == first
    assert (again.added, again.known) == (0, 2)


def test_only_runs_that_no_row_answers_to_are_added() -> None:
    existing = b"date,start,pain_max,note\n2026-05-03,06:30,4,mine\n"
    assert added_to(existing, MORNING, EVENING, NEXT_DAY) == (
        b'2026-05-03,18:00,,"5.0 km, 30 min"\n2026-05-04,06:30,,"12.1 km, 70 min"\n'
    )


@pytest.mark.parametrize(
    ("start", "answers"),
    [
        ("05:42", True),
        ("05:41", False),
        ("06:42", True),
        ("06:43", False),
        ("", True),
        ("-", True),
        ("morning", True),
        ("6:12 pm", False),
    ],
)
def test_a_row_answers_within_thirty_minutes_or_without_a_start(start: str, answers: bool) -> None:
    made = new_diary(f"date,start\n2026-05-03,{start}\n".encode(), [MORNING])
    assert (made.added, made.known) == ((0, 1) if answers else (1, 0))


def test_one_run_in_two_files_is_one_row() -> None:
    copy = NewRow(DAY, dt.time(6, 13), "8.1 km, 48 min")
    assert new_diary(None, [MORNING, copy]).added == 1


def test_a_diary_without_a_start_column_gets_dates() -> None:
    assert added_to(b"note,date\nx,2026-05-01\n", MORNING) == b'"8.0 km, 48 min",2026-05-03\n'


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp1252", b"")],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("ended", [True, False])
def test_delimiter_columns_remarks_line_ends_and_encoding_stay(encoding: str, mark: bytes, newline: str, ended: bool) -> None:
    lines = ["# meins", "Date;mood;Start;note", "", "2026-05-01;schön;07:00;müde", "# danach"]
    existing = mark + (newline.join(lines) + newline * ended).encode(encoding)
    new = added_to(existing, MORNING)
    assert new == (newline * (not ended) + f"2026-05-03;;06:12;8.0 km, 48 min{newline}").encode(encoding)
    diary, _ = read(existing + new, PATH)
    assert [entry.note for entry in diary.entries] == ["müde", "8.0 km, 48 min"]


def test_rows_that_cannot_be_dated_answer_to_no_run() -> None:
    assert new_diary(b"date,start\n# 2026-05-03,06:12\n31.02.2026,06:12\n", [MORNING]).added == 1


@pytest.mark.parametrize("text", ["=1+1", "+49 km", "-easy", "@home", "\tx", '=HYPERLINK("http://x")'])
def test_no_note_becomes_a_formula(text: str) -> None:
    data = new_diary(None, [NewRow(DAY, None, text)]).data
    (row,) = csv.DictReader(io.StringIO(data.decode()))
    assert row["note"][0] == "'"
    diary, _ = read(data, PATH)
    assert diary.entries[0].note in {text, f"'{text}"}


@pytest.mark.parametrize(
    ("existing", "code"),
    [
        (workbook([["date", "start"], ["2026-05-01", "06:00"]]), "add-to-workbook"),
        (b"day,start\n2026-05-01,06:00\n", "no-date-column"),
        (b"# nothing else\n", "no-date-column"),
        (bytes(range(256)) * 20, "not-text"),
    ],
)
def test_a_file_that_no_row_can_be_added_to_is_refused(existing: bytes, code: str) -> None:
    with pytest.raises(TableError) as caught:
        new_diary(existing, [MORNING])
    assert caught.value.code == code


RUNS = st.lists(
    st.builds(
        NewRow,
        st.dates(DAY, DAY + dt.timedelta(days=3)),
        st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
        st.text(max_size=8),
    ),
    max_size=8,
)


@given(RUNS, RUNS)
def test_adding_in_two_goes_keeps_the_first_and_is_settled(first: list[NewRow], second: list[NewRow]) -> None:
    once = new_diary(None, first)
    twice = new_diary(once.data, second)
    assert twice.data.startswith(once.data)
    assert new_diary(twice.data, [*first, *second]).added == 0
    assert once.added + once.known + once.shared == len(first)
