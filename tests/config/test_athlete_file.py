import re
from pathlib import Path

import pytest

from footfall.config import read_athlete, settle
from footfall.errors import SettingError
from footfall.model.athlete import Athlete, Share
from footfall.wording import say
from tests.config.conftest import write

WHOLE = """
id = "sam"
name = "Sam"
birth_year = 1988
body_mass_kg = 70
height_m = 1.75
timezone = "Europe/Berlin"
week_start = "Sunday"
share = "none"
"""


def test_reads_every_key(home: Path) -> None:
    write(home / "athlete.toml", WHOLE)
    assert read_athlete("athlete.toml") == Athlete("sam", "Sam", 1988, 70, 1.75, "Europe/Berlin", 6, Share.NONE)


def test_all_keys_are_optional_and_the_folder_gives_the_id(home: Path) -> None:
    write(home / "kim" / "athlete.toml")
    assert read_athlete("kim/athlete.toml") == Athlete(id="kim")


def test_the_users_own_folder_gives_no_id(home: Path) -> None:
    write(home.parent / "user" / "athlete.toml", "body_mass_kg = 60")
    assert settle({}, []).athlete == Athlete(body_mass_kg=60)


def test_pounds_and_inches(home: Path) -> None:
    write(home / "athlete.toml", "body_mass_lb = 154.324\nheight_in = 68.8976\n")
    athlete = read_athlete("athlete.toml")
    assert athlete.body_mass_kg == pytest.approx(70.0, abs=1e-3)
    assert athlete.height_m == pytest.approx(1.75, abs=1e-5)


@pytest.mark.parametrize("edge", ["body_mass_kg = 20", "body_mass_kg = 300", "body_mass_lb = 44.1", "body_mass_lb = 661"])
def test_the_ends_of_a_range_are_within_it(home: Path, edge: str) -> None:
    write(home / "athlete.toml", edge)
    assert read_athlete("athlete.toml").body_mass_kg is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("body_mass_kg = 7000", ["body_mass_kg", "20", "300", "kg", "7000"]),
        ("height_m = 175", ["height_m", "1 to 2.5 m", "175"]),
        ("body_mass_lb = 20", ["body_mass_lb", "44.1", "lb"]),
        ('body_mass_kg = "heavy"', ["body_mass_kg", "heavy"]),
        ("body_mass_kg = 70\nbody_mass_lb = 154", ["both", "body_mass_kg", "body_mass_lb"]),
        ("birth_year = 88", ["birth_year", "1988", "88"]),
        ("birth_year = 1988.5", ["birth_year", "1988.5"]),
        ('week_start = "mon"', ["week_start", "monday", "mon"]),
        ('share = "everything"', ["share", "none, flags, pain, all"]),
        ('timezone = "Berlin"', ["timezone", "Did you mean Europe/Berlin?"]),
        ("body_mas_kg = 70", ["body_mas_kg", "Did you mean body_mass_kg"]),
        ("id = 7", ["id", "text", "7"]),
        ("body_mass_kg = heavy", ["TOML", "line 1"]),
    ],
)
def test_a_wrong_value_is_said_with_key_and_what_would_be_right(home: Path, text: str, words: list[str]) -> None:
    write(home / "athlete.toml", text)
    with pytest.raises(SettingError) as caught:
        read_athlete("athlete.toml")
    sentence = say(f"setting.{caught.value.code}", **caught.value.values)
    assert "athlete.toml" in sentence
    for word in words:
        assert word in sentence
    assert not re.search(r"\{|\}| {2}", sentence)


def test_a_file_that_is_no_utf8_is_said_with_the_byte(home: Path) -> None:
    (home / "athlete.toml").write_bytes(b'name = "Zo\xeb"')
    with pytest.raises(SettingError) as caught:
        read_athlete("athlete.toml")
    assert "byte 10" in say(f"setting.{caught.value.code}", **caught.value.values)


def test_flag_then_variable_then_project_file_then_beside_then_user(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def who() -> str | None:
        return settle({}, ["runs"]).athlete.name

    assert who() is None
    write(home.parent / "user" / "athlete.toml", 'name = "user folder"')
    assert who() == "user folder"
    write(home.parent / "user" / "me.toml", 'name = "user file"')
    write(home.parent / "user" / "footfall.toml", 'athlete = "me.toml"')
    assert who() == "user file"
    write(home / "runs" / "athlete.toml", 'name = "beside"')
    assert who() == "beside"
    write(home / "project.toml", 'name = "project"')
    write(home / "footfall.toml", 'athlete = "project.toml"')
    assert who() == "project"
    write(home / "env.toml", 'name = "env"')
    monkeypatch.setenv("FOOTFALL_ATHLETE", "env.toml")
    assert who() == "env"
    write(home / "flag.toml", 'name = "flag"')
    assert settle({"athlete": "flag.toml"}, ["runs"]).athlete.name == "flag"
