"""Files of athletes have names that every system takes, and no two the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from footfall.render.squad.names import file_names

NASTY = [
    "con",
    "CON",
    "../../etc/passwd",
    "a" * 200,
    "a" * 199 + "b",
    "🏃",
    "",
    ".",
    "Ada",
    "ada",
    "ADA",
    "é",
    "e",
    "a\x00b",
    "a/b",
    "a\\b",
]


def test_a_plain_key_is_its_own_name() -> None:
    assert file_names(["ada", "ben-2"]) == ("ada", "ben-2")


def test_nasty_keys_become_names_that_every_system_takes() -> None:
    names = file_names(NASTY)
    assert len({name.casefold() for name in names}) == len(NASTY)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", name)] == []
    assert "con" not in names


def test_a_name_does_not_depend_on_who_else_is_there_unless_they_would_share_it() -> None:
    assert file_names(["é"]) == file_names(["x", "é"])[1:]
    assert file_names(["Ada"]) == ("ada",)
    assert "ada" not in file_names(["Ada", "ada"])


def test_a_key_that_looks_like_the_marked_name_of_another_gets_one_of_its_own() -> None:
    (marked,) = file_names(["é"])
    assert len(set(file_names(["é", marked]))) == 2
    assert len(set(file_names([marked, "é"]))) == 2


@given(st.lists(st.text(max_size=60), unique=True, max_size=12))
def test_no_two_names_are_the_same(keys: list[str]) -> None:
    names = file_names(keys)
    assert len(set(names)) == len(keys)
    assert names == file_names(keys)
