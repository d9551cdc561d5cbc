"""Text tables: encodings, delimiters, quotation marks, row numbers."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import TableError
from footfall.tables import match_name, read_table

NAMES = ("date", "pain_max", "sleep_h", "note")


def cells(text: str | bytes) -> list[tuple[str, ...]]:
    data = text.encode() if isinstance(text, str) else text
    return [row.cells for row in read_table(data, NAMES).rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_told_from_the_header_whatever_the_rows_hold(delimiter: str) -> None:
    text = f"date{delimiter}pain_max{delimiter}note\n2026-05-03{delimiter}3{delimiter}a-b:c.d\n"
    assert cells(text) == [("2026-05-03", "3", "a-b:c.d")]
    assert read_table(text.encode(), NAMES).form.delimiter == delimiter


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_cells(encoding: str, mark: bytes, named: str) -> None:
    table = read_table(mark + "date,note\n2026-05-03,müde – heiß\n".encode(encoding), NAMES)
    assert table.rows[0].cells == ("2026-05-03", "müde – heiß")
    assert (table.form.encoding, table.form.mark) == (named, mark)


def test_bytes_that_are_not_utf8_are_told_with_their_row() -> None:
    table = read_table('date,note\n2026-05-03,"two\nlines"\n2026-05-04,m\xfcde\n'.encode("latin-1"), NAMES)
    assert [(fault.row, fault.code) for fault in table.faults] == [(3, "not-utf8")]


def test_bytes_that_windows_1252_leaves_undefined_are_read_as_latin_1() -> None:
    table = read_table(b"date,note\n2026-05-03,\x81x\xe9\n", NAMES)
    assert table.form.encoding == "latin-1"
    assert table.rows[0].cells == ("2026-05-03", "xé")


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    text = '# my diary\ndate,note\n\n2026-05-03,"two\nlines"\n# a remark\n2026-05-04,x\n'
    table = read_table(text.encode(), NAMES)
    assert table.header.number == 2
    assert [(row.number, row.comment) for row in table.rows] == [(4, False), (5, True), (6, False)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_line_end_separates_rows(newline: str) -> None:
    table = read_table(f"date,note{newline}2026-05-03,a{newline}2026-05-04,b".encode(), NAMES)
    assert [row.number for row in table.rows] == [2, 3]
    assert table.form.newline == newline


def test_a_title_above_the_header_is_passed_over() -> None:
    table = read_table(b"My runs 2026,,\n\ndate,pain_max,note\n2026-05-03,3,x\n", NAMES)
    assert table.header.number == 3
    assert table.rows[0].cells == ("2026-05-03", "3", "x")


def test_an_open_quotation_mark_costs_no_row_after_it() -> None:
    table = read_table(b'date,note\n2026-05-03,"ouch\n2026-05-04,x\n2026-05-05,"y, z"\n', NAMES)
    assert [row.cells for row in table.rows] == [("2026-05-03", "ouch"), ("2026-05-04", "x"), ("2026-05-05", "y, z")]
    assert [(fault.row, fault.code) for fault in table.faults] == [(2, "open-quote")]


def test_two_open_marks_do_not_swallow_the_rows_between() -> None:
    table = read_table(b'date,note\n2026-05-03,"a\n2026-05-04,b\n2026-05-05,c"\n2026-05-06,d\n', NAMES)
    assert [row.cells[0] for row in table.rows] == ["2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06"]
    assert [fault.row for fault in table.faults] == [2]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"a, b" ,c', ("a, b", "c")),
        ('a, "b, c"', ("a", "b, c")),
        ('12" bed,c', ('12" bed', "c")),
        ('"so ""good""",c', ('so "good"', "c")),
    ],
)
def test_quotation_marks_set_carelessly_still_hold_a_cell_together(written: str, read: tuple[str, ...]) -> None:
    assert cells(f"date,note\n{written}\n") == [read]


def test_characters_that_steer_a_terminal_are_taken_out() -> None:
    assert cells("date,note\n2026-05-03,\x1b[31mred\x07\u202e\n") == [("2026-05-03", "[31mred")]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Pain max", "pain_max"),
        ("PAIN-MAX", "pain_max"),
        ("painMax", "pain_max"),
        ("Pain max (0-10)", "pain_max"),
        ("Sleep (h)", "sleep_h"),
        ("pain", None),
        ("", None),
    ],
)
def test_headings_match_whatever_their_case_and_spaces(heading: str, name: str | None) -> None:
    assert match_name(heading, NAMES) == name


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\r\n", "empty"),
        (b"# nothing but a remark\n", "empty"),
        (b"\x00\x01\x02\x03" * 200, "not-text"),
        (bytes(range(256)) * 20, "not-text"),
        (b"\x0e\x10\xd9\x07\x00\x00\x00\x00.FIT" + bytes(range(40)), "not-text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-workbook"),
        (b"PK\x03\x04 and no more", "damaged-workbook"),
        (b"date,note\n" + b"x" * 10_000_000, "too-large"),
        (b"date,note\n" + b"\n" * 100_001, "too-large"),
    ],
)
def test_what_is_no_table_is_told_apart(data: bytes, code: str) -> None:
    with pytest.raises(TableError) as caught:
        read_table(data, NAMES)
    assert caught.value.code == code


def test_a_stray_zero_byte_does_not_cost_a_diary() -> None:
    assert cells(b"date,note\n2026-05-03,a\x00b\n") == [("2026-05-03", "ab")]


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="#"), max_size=12)


@given(st.lists(st.tuples(PLAIN, PLAIN, PLAIN).filter(any), max_size=8), st.sampled_from([",", ";", "\t"]))
def test_what_the_csv_module_writes_is_read_back(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([("date", "pain_max", "note"), *rows])
    assert cells(stream.getvalue()) == rows


@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_a_table_or_a_table_error(data: bytes) -> None:
    for head in (b"", b"date,note\n", b"PK\x03\x04", b"\xff\xfe"):
        assert outcome(head + data) in {"table", "empty", "not-text", "damaged-workbook", "old-workbook"}


def outcome(data: bytes) -> str:
    try:
        table = read_table(data, NAMES)
    except TableError as error:
        return error.code
    numbers = [row.number for row in table.rows]
    return "table" if numbers == sorted(set(numbers)) and not any(row.blank for row in table.rows) else "rows out of order"
