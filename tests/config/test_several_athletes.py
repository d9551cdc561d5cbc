"""A squad's folder given to a command about one runner."""

from pathlib import Path

from footfall.config import FilesBeside, settle
from footfall.wording import say
from tests.config.conftest import write


def test_a_folder_of_several_athletes_is_said_to_be_taken_for_one_runner(home: Path) -> None:
    write(home / "squad" / "notes" / "a.txt")
    write(home / "squad" / "ada" / "athlete.toml", 'name = "Ada"')
    assert settle({}, ["squad"]).hints == ()
    write(home / "squad" / "ben" / "athlete.toml", 'name = "Ben"')
    (hint,) = settle({}, ["squad"]).hints
    assert hint.values["athletes"] == 2
    assert "footfall weekly squad" in say(f"hint.{hint.code}", **hint.values)


def test_it_is_not_said_where_one_is_named_or_each_has_her_own(home: Path) -> None:
    for name in ("ada", "ben"):
        write(home / "squad" / name / "athlete.toml")
    assert settle({"athlete": str(Path("squad") / "ada" / "athlete.toml")}, ["squad"]).hints == ()
    assert settle({}, ["squad"], FilesBeside.PASSED_BY).hints == ()
    assert settle({}, [str(Path("squad") / "ada")]).hints == ()
    write(home / "squad" / "athlete.toml")
    assert settle({}, ["squad"]).hints == ()
