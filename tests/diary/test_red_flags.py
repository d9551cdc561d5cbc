"""Red-flag text is never lost: what is no code, or has no day, is handed on as written and is a problem."""

import csv
import datetime as dt
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.diary.flags import FlagCell, read_flags
from footfall.diary.read import read
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import RED_FLAGS, Diary, UnreadFlag
from footfall.model.problem import REASONS, Consequence

from .rows import PATH, read_cell, read_text, said

THIRD_OF_MAY = dt.date(2026, 5, 3)


@pytest.mark.parametrize("code", list(RED_FLAGS))
def test_every_code_is_ticked_in_any_case_and_with_spaces(code: str) -> None:
    for text in (code, code.upper(), code.replace("_", " ").title(), code.replace("_", "-"), f" {code} ;"):
        assert read_flags(text) == FlagCell(frozenset({code}), resolved=False, unread=())


@pytest.mark.parametrize(
    "text", ["fever;foot_drop", "fever, foot_drop", "fever|foot drop", "fever\nfoot_drop", "fever foot_drop"]
)
def test_codes_may_be_joined_in_any_way(text: str) -> None:
    assert read_flags(text) == FlagCell(frozenset({"fever", "foot_drop"}), resolved=False, unread=())


def test_resolved_may_stand_alone_or_beside_codes() -> None:
    assert read_flags("Resolved") == FlagCell(frozenset(), resolved=True, unread=())
    assert read_flags("resolved; fever") == FlagCell(frozenset({"fever"}), resolved=True, unread=())


@pytest.mark.parametrize("text", ["none", "No", " - ", "0"])
def test_a_cell_that_says_there_is_nothing_ticks_nothing(text: str) -> None:
    assert read_flags(text) == FlagCell(frozenset(), resolved=False, unread=())


@pytest.mark.parametrize("text", ["not resolved", "no fever", "saddle", "pins and needles", "none of these", "?"])
def test_text_that_is_no_code_is_handed_on_whole(text: str) -> None:
    assert read_flags(text) == FlagCell(frozenset(), resolved=False, unread=(text,))


def test_a_misspelt_code_is_shown_named_and_a_problem() -> None:
    diary, (problem,) = read_text("date,red_flags,pain_max\n2026-05-03,fever; sadle numbness,4\n")
    (entry,) = diary.entries
    assert (entry.red_flags, entry.unread_red_flags, entry.pain_max) == ({"fever"}, ("sadle numbness",), 4)
    assert diary.unread_flags == (UnreadFlag(PATH, 2, THIRD_OF_MAY, "sadle numbness"),)
    assert (problem.where, problem.reason) == ("row 2, column red_flags", "unchecked-red-flag")
    assert "Did you mean saddle_numbness?" in problem.message
    assert REASONS[problem.reason] is Consequence.FAILED


def test_text_with_no_code_near_it_names_the_list() -> None:
    _, (problem,) = read_cell("red_flags", "tingling in my toes")
    assert all(code in problem.message for code in RED_FLAGS)


def test_every_flag_of_a_row_without_a_readable_date_is_kept_known_ones_too() -> None:
    diary, problems = read_text("date,red_flags\n31.02.2026,fever;sadle numbness\n")
    assert diary.entries == ()
    assert diary.unread_flags == (UnreadFlag(PATH, 2, None, "fever"), UnreadFlag(PATH, 2, None, "sadle numbness"))
    assert said(problems) == [("row 2, column date", "bad-row"), ("row 2", "unchecked-red-flag"), ("row 2", "unchecked-red-flag")]


def test_flags_of_a_row_with_slipped_cells_are_kept_with_its_day() -> None:
    diary, problems = read_text("date,pain_max,onset,sites,red_flags\n2026-05-03,3,17,5,low_back,saddle numb\n")
    assert diary.entries == ()
    assert UnreadFlag(PATH, 2, THIRD_OF_MAY, "saddle numb", slipped=True) in diary.unread_flags
    assert said(problems)[0] == ("row 2", "bad-row")


def test_of_a_row_with_slipped_cells_only_what_may_be_a_flag_is_kept_and_marked() -> None:
    text = "date,pain_max,note,red_flags,surface,onset\n2026-05-03,4,easy, hills,flat,,17,road\n"
    diary, _ = read_text(text)
    assert [(flag.text, flag.slipped) for flag in diary.unread_flags] == [("hills", True), ("flat", True)]
    diary, _ = read_text(text.replace("flat", "sadle_numbness").replace("hills", "3"))
    assert [flag.text for flag in diary.unread_flags] == ["sadle_numbness"]
    diary, _ = read_text("date,red_flags,note,onset\n2026-05-03,,easy,flat, fast, foot drp,none\n")
    assert [flag.text for flag in diary.unread_flags][-1] == "foot drp"


def test_none_in_a_row_that_had_to_be_left_out_is_no_lost_flag() -> None:
    diary, problems = read_text("date,pain_max,red_flags\n31.02.2026,4,none\n")
    assert diary.unread_flags == ()
    assert said(problems) == [("row 2, column date", "bad-row")]


def test_flags_without_a_date_column_are_kept() -> None:
    diary, problems = read_text("day,red_flags\n2026-05-03,fever\n2026-05-04,odd numbness\n")
    assert diary.entries == ()
    assert [flag.text for flag in diary.unread_flags] == ["fever", "odd numbness"]
    assert problems[0].reason == "bad-diary"


def test_codes_without_a_header_are_kept() -> None:
    diary, problems = read_text("2026-05-03,4,17,fever\n2026-05-04,5,18,\n2026-05-05,5,18,Foot Drop\n")
    assert [(flag.source_line, flag.text) for flag in diary.unread_flags] == [(1, "fever"), (3, "Foot Drop")]
    assert problems[0].reason == "bad-diary"


@pytest.mark.parametrize("heading", ["red_flag", "Red flags?", "redflags", "flags", "RED-FLAGS (codes)"])
def test_a_heading_that_nearly_says_red_flags_is_read_as_it(heading: str) -> None:
    diary, _ = read_text(f"date,{heading}\n2026-05-03,fever\n")
    assert diary.entries[0].red_flags == {"fever"}


def test_a_misspelt_heading_is_named() -> None:
    _, (problem,) = read_text("date,red_flag\n2026-05-03,fever\n")
    assert (problem.where, problem.reason) == ("row 1, column red_flag", "unknown-column")


def test_two_columns_of_red_flags_are_both_read() -> None:
    diary, problems = read_text("date,red_flags,Red flags\n2026-05-03,fever,foot_drop\n")
    assert diary.entries[0].red_flags == {"fever", "foot_drop"}
    assert said(problems) == [("row 1, column red_flags", "bad-cell")]


NOTHING = {"none", "no", "nothing", "-", "–", "0"}
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
FLAG_TEXT = st.one_of(
    st.sampled_from([*RED_FLAGS, "resolved", "sadle_numbness", "fever; foot drop", "FEVER\nnone", "no", "-", "3"]),
    st.text(LETTERS, max_size=30),
)
DAY = st.one_of(st.just("2026-05-03"), st.sampled_from(["", "31.02.2026", "05/03/2026", "soon"]))
OTHER = {name: st.text(LETTERS, max_size=10) for name in DIARY_COLUMNS if name not in {"date", "red_flags"}}
ROW = st.fixed_dictionaries({"date": DAY, "red_flags": FLAG_TEXT}, optional=OTHER)


@settings(max_examples=60)
@given(st.lists(ROW, min_size=1, max_size=6), st.permutations(list(OTHER)), st.sampled_from([",", ";", "\t"]))
def test_no_red_flag_text_is_ever_lost(rows: list[dict[str, str]], order: list[str], delimiter: str) -> None:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, ["date", *order[:9], "red_flags", *order[9:]], restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    diary, problems = read(stream.getvalue().encode(), PATH)
    for number, row in enumerate(rows, start=2):
        kept = flags_kept(diary, number)
        if row["red_flags"].strip().casefold() in NOTHING:
            continue
        for piece in re.split(r"[;,|\n]", row["red_flags"]):
            assert not piece.strip() or kept_as(piece.strip()) & kept
    failed = {problem.where for problem in problems if problem.reason == "unchecked-red-flag"}
    assert {flag.source_line for flag in diary.unread_flags} == {int(re.findall(r"\d+", where)[0]) for where in failed}


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12), min_size=1, max_size=5))
def test_no_code_is_lost_however_the_cell_before_it_is_quoted(notes: list[str]) -> None:
    lines = ["date,note,red_flags", *(f"2026-05-{day:02d},{note},fever" for day, note in enumerate(notes, start=1))]
    diary, _ = read("\n".join(lines).encode(), PATH)
    for number in range(2, len(lines) + 1):
        assert "fever" in flags_kept(diary, number)


def flags_kept(diary: Diary, number: int) -> set[str]:
    """Everything that a row's red flags came to."""
    ticked = {code for entry in diary.entries if entry.source_line == number for code in entry.red_flags}
    resolved = {"resolved" for entry in diary.entries if entry.source_line == number and entry.red_flags_resolved}
    return ticked | resolved | {flag.text for flag in diary.unread_flags if flag.source_line == number}


def kept_as(piece: str) -> set[str]:
    """The text itself, or the code that its letters spell."""
    letters = "".join(letter for letter in piece.casefold() if letter.isalnum())
    return {piece} | {code for code in (*RED_FLAGS, "resolved") if code.replace("_", "") == letters}
