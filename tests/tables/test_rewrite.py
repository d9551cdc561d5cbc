"""A row in place of another, and every other byte as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import TableError
from footfall.tables.rewrite import raw_cells, replaced

NAMES = ("date", "note", "pain_max")
TABLE = b'# mine\r\ndate;note;pain_max\n2026-05-01; "a;b\nc";3\r2026-05-02;x;4\r\n\r\n2026-05-03;y;5'


@pytest.mark.parametrize(
    ("number", "cells", "old", "new"),
    [
        (3, ["2026-05-01", "z", "9"], b'2026-05-01; "a;b\nc";3', b"2026-05-01;z;9"),
        (4, ["2026-05-02", 'q"r', "4"], b"2026-05-02;x;4", b'2026-05-02;"q""r";4'),
        (6, ["2026-05-03", "y", ""], b"2026-05-03;y;5", b"2026-05-03;y;"),
        (2, ["date", "note", "pain_max", "rpe"], b"date;note;pain_max", b"date;note;pain_max;rpe"),
    ],
)
def test_only_the_row_changes(number: int, cells: list[str], old: bytes, new: bytes) -> None:
    assert replaced(TABLE, NAMES, number, cells) == TABLE.replace(old, new)


def test_a_cell_over_two_lines_is_one_cell() -> None:
    assert raw_cells(TABLE, NAMES, 3) == ["2026-05-01", "a;b\nc", "3"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_stays(encoding: str) -> None:
    text = "date,note\n2026-05-01,müde\n2026-05-02,größer\n"
    changed = replaced(text.encode(encoding), NAMES, 3, ["2026-05-02", "kürzer"])
    assert changed == text.replace("größer", "kürzer").encode(encoding)


def test_what_the_encoding_does_not_have_is_named() -> None:
    with pytest.raises(TableError) as raised:
        replaced("date,note\n2026-05-01,müde\n".encode("cp1252"), NAMES, 2, ["2026-05-01", "fáradt ő"])
    assert (raised.value.code, raised.value.values["text"]) == ("not-encodable", "ő")


def test_bytes_that_are_no_text_are_not_rewritten() -> None:
    with pytest.raises(TableError) as raised:
        replaced(b"\xef\xbb\xbfdate,note\n2026-05-01,a\n2026-05-02,\xff\n", NAMES, 2, ["2026-05-01", "b"])
    assert raised.value.code == "unsound"


LINES = st.lists(
    st.sampled_from(["2026-05-01,a,1", "# remark, with, commas", "", '2026-05-02,"x, ""y""",2', "n,o,t,a,day"]), max_size=12
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_row_that_is_put_back_changes_nothing_that_is_read(lines: list[str], newline: str, ended: bool) -> None:
    text = newline.join(["date,note,pain_max", *lines, "2026-05-09,last,3"]) + (newline if ended else "")
    data, number = text.encode(), len(lines) + 2
    changed = replaced(data, NAMES, number, ["2026-05-09", "changed", "4"])
    assert changed == data.replace(b"2026-05-09,last,3", b"2026-05-09,changed,4")
