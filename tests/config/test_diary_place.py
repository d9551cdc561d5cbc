from pathlib import Path

import pytest

from footfall.config import Kind, settle
from footfall.wording import say
from tests.config.conftest import write


def test_without_a_diary_there_is_none(home: Path) -> None:
    assert settle({}, ["runs"]).diary is None


@pytest.mark.parametrize("name", ["diary.csv", "diary.xlsx", "diary.tsv"])
def test_a_diary_beside_the_files_is_found(home: Path, name: str) -> None:
    write(home / "runs" / name)
    write(home / "runs" / "a.fit")
    for path in ("runs", "runs/a.fit", str(home / "runs" / "not-there.fit")):
        settings = settle({}, [path])
        assert settings.diary == str(Path("runs") / name)
        assert settings.origins["diary"].kind is Kind.FOUND


def test_the_nearest_diary_up_to_here_is_taken(home: Path) -> None:
    write(home / "diary.csv")
    write(home / "kim" / "2026" / "a.fit")
    assert settle({}, ["kim/2026/a.fit"]).diary == "diary.csv"
    write(home / "kim" / "diary.csv")
    assert settle({}, ["kim/2026/a.fit"]).diary == str(Path("kim") / "diary.csv")


def test_a_diary_here_is_not_laid_beside_files_from_elsewhere_but_hinted_at(home: Path) -> None:
    write(home / "diary.csv")
    write(home.parent / "kim" / "a.fit")
    settings = settle({}, [str(home.parent / "kim" / "a.fit")])
    assert settings.diary is None
    assert "--diary diary.csv" in say(f"hint.{settings.hints[0].code}", **settings.hints[0].values)


def test_a_diary_beside_the_project_file_here_serves_files_from_elsewhere(home: Path) -> None:
    write(home / "diary.csv")
    write(home / "footfall.toml")
    assert settle({}, [str(home.parent / "kim")]).diary == "diary.csv"


def test_a_second_diary_in_the_same_folder_is_said(home: Path) -> None:
    write(home / "diary.csv")
    write(home / "diary.xlsx")
    settings = settle({}, [])
    assert settings.diary == "diary.csv"
    assert [hint.values["other"] for hint in settings.hints] == ["diary.xlsx"]


def test_flag_then_variable_then_project_file_then_beside(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("diary.csv", "flag.csv", "env.csv", "notes/project.csv", "runs/a.fit"):
        write(home / name)
    assert settle({}, ["runs"]).diary == "diary.csv"
    write(home / "runs" / "footfall.toml", 'diary = "../notes/project.csv"')
    assert settle({}, ["runs"]).diary == str(Path("notes") / "project.csv")
    monkeypatch.setenv("FOOTFALL_DIARY", "env.csv")
    assert settle({}, ["runs"]).diary == "env.csv"
    assert settle({"diary": "flag.csv"}, ["runs"]).diary == "flag.csv"


def test_a_tilde_in_a_file_is_the_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home.parent))
    monkeypatch.setenv("USERPROFILE", str(home.parent))
    write(home.parent / "mine.csv")
    write(home / "footfall.toml", 'diary = "~/mine.csv"')
    assert settle({}, []).diary == str(home.parent / "mine.csv")


def test_a_diary_here_that_another_one_nearer_the_files_goes_before_is_said(home: Path) -> None:
    """`footfall pain` writes into the folder one is in; once a diary lies beside the runs, that one is read."""
    write(home / "diary.csv")
    write(home / "runs" / "diary.csv")
    settings = settle({}, ["runs"])
    assert settings.diary == str(Path("runs") / "diary.csv")
    (hint,) = settings.hints
    assert say(f"hint.{hint.code}", **hint.values).startswith("diary.csv was not read: ")
    assert settle({"diary": "diary.csv"}, ["runs"]).hints == ()
