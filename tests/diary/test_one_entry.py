"""One entry into a diary that is somebody's own."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.diary.one_entry import Clash, IfThere, enter, read_given
from footfall.diary.read import read
from footfall.errors import TableError
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import Site

PAIN = {"date": "2026-05-03", "pain_max": "4", "onset": "17", "sites": "low_back"}
OWN = b"# my diary\ndate;start;pain_max;onset;sites;weather;note\n2026-05-01;07:00;3;12;low_back;rain;6,1 km\n"


def entered(existing, given=PAIN, if_there=IfThere.FILL):
    return enter(existing, given, "diary.csv", if_there)


@pytest.mark.parametrize("nothing", [None, b"", b"\xef\xbb\xbf\r\n "])
def test_a_new_diary_has_every_column_and_the_row(nothing):
    found = entered(nothing)
    assert found.data is not None
    diary, problems = read(found.data, "diary.csv")
    assert not problems
    assert diary.columns == tuple(DIARY_COLUMNS)
    assert [(one.day, one.pain_max, one.sites) for one in diary.entries] == [
        (dt.date(2026, 5, 3), 4.0, frozenset({Site.LOW_BACK}))
    ]


def test_a_row_is_added_in_the_files_own_columns_and_delimiter():
    found = entered(OWN)
    assert found.data == OWN + b"2026-05-03;;4;17;low_back;;\n"
    assert (found.row, found.filled, found.columns) == (4, False, ())


def test_a_last_line_without_an_end_gets_one():
    assert entered(OWN.rstrip(b"\n")).data == OWN + b"2026-05-03;;4;17;low_back;;\n"


def test_a_file_with_semicolons_has_decimal_commas_unless_it_has_points():
    half = {**PAIN, "pain_max": "4.5", "onset": "2.3 mi"}
    assert entered(OWN, half).data == OWN + b"2026-05-03;;4,5;2,3 mi;low_back;;\n"
    with_points = OWN.replace(b";3;12;", b";3.5;12;")
    assert entered(with_points, half).data == with_points + b"2026-05-03;;4.5;2.3 mi;low_back;;\n"
    assert entered(OWN, {**PAIN, "onset": "@07.42"}).data == OWN + b"2026-05-03;;4;@07.42;low_back;;\n"


BLANK = OWN + b"2026-05-03;06:12;;;;;8.0 km, 48 min\n"


def test_a_row_that_waits_to_be_filled_in_is_filled():
    found = entered(BLANK)
    assert found.data == OWN + b"2026-05-03;06:12;4;17;low_back;;8.0 km, 48 min\n"
    assert (found.row, found.filled, found.changed) == (4, True, ())


def test_a_note_and_words_are_put_behind_what_is_there():
    given = {"date": "2026-05-01", "note": "windy", "sites": "buttock"}
    was, now = b"low_back;rain;6,1 km\n", b'"low_back;buttock";rain;6,1 km; windy\n'.replace(b"6,1 km; windy", b'"6,1 km; windy"')
    assert entered(OWN, given).data == OWN.replace(was, now)


def test_what_is_written_is_not_changed_unasked():
    found = entered(OWN, {"date": "2026-05-01", "pain_max": "5", "onset": "12"})
    assert found.data is None
    assert found.clashes == (Clash("pain_max", "3", "5"),)


def test_it_is_changed_when_asked_and_said():
    found = entered(OWN, {"date": "2026-05-01", "pain_max": "5"}, IfThere.UPDATE)
    assert found.data == OWN.replace(b";3;12", b";5;12")
    assert found.changed == (Clash("pain_max", "3", "5"),)


def test_the_same_again_writes_the_same():
    once = entered(OWN).data
    assert entered(once).data == once


def test_a_second_row_is_written_when_asked():
    once = entered(OWN).data
    assert entered(once, if_there=IfThere.ADD).data == once + b"2026-05-03;;4;17;low_back;;\n"


TWICE = OWN + b"2026-05-03;06:12;;;;;\n2026-05-03;18:30;;;;;\n"


def test_of_two_runs_of_a_day_the_start_says_which():
    assert entered(TWICE).choices == ("06:12", "18:30")
    assert entered(TWICE).data is None
    assert entered(TWICE, {**PAIN, "start": "18:45"}).data == TWICE.replace(b"18:30;;;", b"18:30;4;17;low_back")


def test_another_start_is_another_run():
    found = entered(OWN, {"date": "2026-05-01", "start": "18:00", "pain_max": "2"})
    assert found.data == OWN + b"2026-05-01;18:00;2;;;;\n"


def test_a_column_that_is_lacking_is_added_at_the_end():
    found = entered(OWN, {**PAIN, "sleep_h": "7"})
    assert found.columns == ("sleep_h",)
    assert found.data == OWN.replace(b"weather;note\n", b"weather;note;sleep_h\n") + b"2026-05-03;;4;17;low_back;;;7\n"


def test_where_rows_are_longer_than_the_header_no_column_is_added():
    with pytest.raises(TableError) as raised:
        entered(OWN.replace(b"6,1 km", b"6,1 km;more"), {**PAIN, "sleep_h": "7"})
    assert raised.value.code == "ragged"


def test_flag_text_that_is_no_code_is_written_and_named():
    found = entered(OWN, {"date": "2026-05-03", "red_flags": "wobbly foot"})
    assert found.entry is not None
    assert found.entry.unread_red_flags == ("wobbly foot",)
    assert [problem.reason for problem in found.problems] == ["unchecked-red-flag"]


def test_a_text_that_a_spreadsheet_would_run_is_kept_from_it():
    found = entered(OWN, {"date": "2026-05-03", "note": "=HYPERLINK(1)"})
    assert found.data == OWN + b"2026-05-03;;;;;;'=HYPERLINK(1)\n"
    assert found.entry is not None
    assert found.entry.note == "=HYPERLINK(1)"


def test_what_was_typed_is_read_as_a_diary_is():
    entry, problems = read_given({"date": "2026-05-03", "onset": "17:30", "sites": "low back;moon"}, "diary.csv")
    assert entry.onset is not None
    assert entry.onset.value == 17.5
    assert [problem.where for problem in problems] == ["row 2, column sites"]


CELL = st.text(
    st.characters(codec="utf-8", exclude_characters='\x00\r\n"#,;\t', exclude_categories=("Cc", "Cf", "Zl", "Zp")), max_size=8
)
ROWS = st.lists(st.tuples(st.dates(dt.date(2026, 1, 1), dt.date(2026, 4, 30)), CELL, CELL), max_size=8)


@given(ROWS, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_every_byte_of_any_diary_stays(rows, delimiter, newline):
    lines = [delimiter.join(["date", "pain_max", "own", "note"])]
    lines += [delimiter.join([day.isoformat(), "3", own, note]) for day, own, note in rows]
    data = "".join(line + newline for line in lines).encode()
    found = entered(data, {"date": "2026-05-03", "pain_max": "4"})
    assert found.data == data + delimiter.join(["2026-05-03", "4", "", ""]).encode() + newline.encode()
