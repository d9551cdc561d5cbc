import datetime as dt
import os
from pathlib import Path

import pytest

from footfall.config import FilesBeside, Kind, settle
from footfall.config.settings import SETTINGS, Settings, flag, variable
from footfall.errors import SettingError
from footfall.findings.finding import Severity
from footfall.model.athlete import Athlete
from footfall.wording import say
from tests.config.conftest import write

# key, then a flag's text, a variable's text, TOML of the project and the user file; and the four values they make
LEVELS = [
    ("timezone", "Europe/Berlin", "Asia/Tokyo", '"America/New_York"', '"UTC"', "timezone", None),
    ("cadence_unit", "steps", "strides", '"auto"', '"steps"', "cadence_unit", None),
    (
        "include",
        "walk",
        "hike",
        '"walk, hike"',
        '["hiking"]',
        "include",
        [{"walking"}, {"hiking"}, {"walking", "hiking"}, {"hiking"}],
    ),
    ("outing_gap", "0", "5", "20", "30.5", "outing_gap_min", [0.0, 5.0, 20.0, 30.5]),
    (
        "as_of",
        "2026-01-01",
        "2026-01-02",
        "2026-01-03",
        '"2026-01-04"',
        "as_of",
        [dt.date(2026, 1, day) for day in (1, 2, 3, 4)],
    ),
    (
        "since",
        "2025-01-01",
        "2025-01-02",
        "2025-01-03",
        '"2025-01-04"',
        "since",
        [dt.date(2025, 1, day) for day in (1, 2, 3, 4)],
    ),
    (
        "until",
        "2025-01-01",
        "2025-01-02",
        "2025-01-03",
        '"2025-01-04"',
        "until",
        [dt.date(2025, 1, day) for day in (1, 2, 3, 4)],
    ),
    ("fail_on_flag", "info", "warning", '"urgent"', '"notice"', "fail_on_flag", None),
    ("curve", True, "no", "true", "false", "curve", [True, False, True, False]),
    ("quiet", True, "0", "true", "false", "quiet", [True, False, True, False]),
    ("load_model", "ground-force", "clinic", '"ground-force"', '"clinic"', "load_model", None),
    ("jobs", "3", "4", "5", '"6"', "jobs", [3, 4, 5, 6]),
    ("engine", "serial", "dask", '"processes"', '"serial"', "engine", None),
    ("scheduler", "tcp://a:1", "tcp://b:2", '"tcp://c:3"', '"tcp://d:4"', "scheduler", None),
    ("units", "imperial", "metric", '"imperial"', '"metric"', "units", None),
    ("lang", "en", "EN", '"en"', '"En"', "lang", ["en"] * 4),
]
KINDS = [Kind.FLAG, Kind.ENVIRONMENT, Kind.PROJECT, Kind.USER]


@pytest.mark.parametrize(("key", "given", "env", "project", "user", "name", "values"), LEVELS, ids=[row[0] for row in LEVELS])
@pytest.mark.parametrize("strongest", range(5))
def test_the_strongest_level_that_speaks_settles_it(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    strongest: int,
    key: str,
    given: object,
    env: str,
    project: str,
    user: str,
    name: str,
    values: list[object] | None,
) -> None:
    if strongest <= 3:
        write(home.parent / "user" / "footfall.toml", f"{key} = {user}\n")
    if strongest <= 2:
        write(home / "footfall.toml", f"{key} = {project}\n")
    if strongest <= 1:
        monkeypatch.setenv(variable(key), env)
    settings = settle({key: given if strongest == 0 else None}, ["run.fit"])
    expected = values or [given, env, project.strip('"'), user.strip('"')]
    if strongest == 4:
        assert settings.origins[key].kind is Kind.DEFAULT
        if key != "as_of":
            assert getattr(settings, name) == getattr(Settings(as_of=settings.as_of), name)
        return
    assert getattr(settings, name) == expected[strongest]
    assert settings.origins[key].kind is KINDS[strongest]
    where = [flag(key), variable(key), f"footfall.toml: {key}", str(home.parent / "user" / "footfall.toml") + f": {key}"]
    assert settings.origins[key].where == where[strongest]


def test_every_setting_but_those_that_name_places_is_in_the_table_above() -> None:
    assert {row[0] for row in LEVELS} | {"athlete", "diary", "library"} == set(SETTINGS)


def test_the_library_is_a_folder_of_the_users_data_unless_somebody_says(home: Path) -> None:
    assert settle({}, []).library == str(home.parent / "library")
    assert Settings(as_of=dt.date(2026, 1, 1)).library is None, "who settles nothing keeps nothing"


def test_a_named_library_is_relative_to_where_it_was_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home.parent / "user" / "footfall.toml", 'library = "kept"')
    assert settle({}, []).library == str(home.parent / "user" / "kept")
    write(home / "runs" / "footfall.toml", 'library = "../of-the-club"')
    assert settle({}, ["runs/a.fit"]).library == str(home / "of-the-club")
    monkeypatch.setenv("HOME", str(home.parent / "home"))
    monkeypatch.setenv("USERPROFILE", str(home.parent / "home"))
    monkeypatch.setenv("FOOTFALL_LIBRARY", "~/lib")
    assert settle({}, ["runs/a.fit"]).library == str(home.parent / "home" / "lib")
    assert settle({"library": "./none"}, ["runs/a.fit"]).library == str(home / "none")


@pytest.mark.parametrize("word", ["none", "None", " none "])
def test_the_word_none_keeps_nothing(home: Path, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    write(home / "footfall.toml", 'library = "kept"')
    assert settle({"library": word}, []).library is None
    monkeypatch.setenv("FOOTFALL_LIBRARY", word)
    assert settle({}, []).library is None


def test_no_test_touches_the_users_own_library() -> None:
    assert os.environ["FOOTFALL_LIBRARY"] == "none"


def test_today_is_the_default_day_and_a_word_for_it(home: Path) -> None:
    before = dt.date.today()
    settled = [settle({}, []).as_of, settle({"as_of": "today"}, []).as_of]
    yesterday = settle({"as_of": "yesterday"}, []).as_of
    assert settled[0] in {before, dt.date.today()}
    assert settled[1] in {before, dt.date.today()}
    assert yesterday < settled[0]


def test_the_level_to_fail_on_is_a_severity(home: Path) -> None:
    assert settle({"fail_on_flag": "Warning"}, []).fail_on_flag is Severity.WARNING


def test_an_empty_variable_settles_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTFALL_TIMEZONE", "")
    assert settle({}, []).timezone is None


def test_the_project_file_beside_the_files_goes_before_the_one_here(home: Path) -> None:
    write(home / "footfall.toml", "outing_gap = 1")
    write(home / "runs" / "footfall.toml", "outing_gap = 2")
    write(home / "runs" / "a.fit")
    assert settle({}, ["runs/a.fit"]).outing_gap_min == 2
    assert settle({}, ["runs"]).outing_gap_min == 2
    assert settle({}, ["elsewhere.fit"]).outing_gap_min == 1
    assert settle({}, ["-"]).outing_gap_min == 1
    assert settle({}, [str(home.parent / "far" / "a.fit")]).outing_gap_min == 1


def test_hyphens_in_keys_and_a_byte_order_mark_are_understood(home: Path) -> None:
    (home / "footfall.toml").write_bytes(b"\xef\xbb\xbfouting-gap = 3\r\n")
    assert settle({}, []).outing_gap_min == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("outing_gp = 3", ["footfall.toml", "outing_gp", "Did you mean outing_gap"]),
        ("colour = 3", ["footfall.toml", "colour", "timezone"]),
        ("[timezone]\nx = 1", ["footfall.toml: timezone", "text"]),
        ("timezone = Berlin", ["footfall.toml", "line 1"]),
        ("outing_gap = -1", ["footfall.toml: outing_gap", "0", "240", "-1"]),
        ("outing_gap = nan", ["footfall.toml: outing_gap", "nan"]),
        ("outing_gap = true", ["footfall.toml: outing_gap", "True"]),
        ('quiet = "maybe"', ["footfall.toml: quiet", "maybe"]),
        ('load_model = "forces"', ["footfall.toml: load_model", "ground-force", "clinic"]),
        ("diary = 4", ["footfall.toml: diary", "text", "4"]),
        ("jobs = 0", ["footfall.toml: jobs", "whole number from 1", "not 0"]),
        ("jobs = true", ["footfall.toml: jobs", "True"]),
        ("jobs = 1.5", ["footfall.toml: jobs", "1.5"]),
        ('engine = "spark"', ["footfall.toml: engine", "serial, processes, dask", "spark"]),
        ("library = 1", ["footfall.toml: library", "text"]),
        ('library = " "', ["footfall.toml: library", "text"]),
        ('diary = "gone.csv"', ["footfall.toml: diary", "gone.csv"]),
        ('athlete = "gone.toml"', ["footfall.toml: athlete", "gone.toml"]),
    ],
)
def test_a_wrong_project_file_is_said_with_file_key_and_what_would_be_right(home: Path, text: str, words: list[str]) -> None:
    write(home / "footfall.toml", text)
    with pytest.raises(SettingError) as caught:
        settle({}, [])
    sentence = say(f"setting.{caught.value.code}", **caught.value.values)
    for word in words:
        assert word in sentence


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("timezone", "Europe/Berln", ["--timezone", "Europe/Berln", "Europe/Berlin"]),
        ("timezone", "Europe", ["--timezone", "'Europe'", "Europe/Berlin"]),
        ("timezone", "new york", ["--timezone", "Did you mean America/New_York?"]),
        ("timezone", "/etc/passwd", ["--timezone"]),
        ("as_of", "31.02.2026", ["--as-of", "31.02.2026", "2026-05-03"]),
        ("since", "soon", ["--since", "soon"]),
        ("cadence_unit", "spm", ["--cadence-unit", "auto, steps, strides"]),
        ("fail_on_flag", "red", ["--fail-on-flag", "emergency, urgent, warning, notice, info"]),
        ("outing_gap", "1h", ["--outing-gap", "'1h'", "minutes"]),
        ("jobs", "0", ["--jobs", "whole number from 1", "'0'"]),
        ("jobs", "-2", ["--jobs", "'-2'"]),
        ("jobs", "two", ["--jobs", "'two'"]),
        ("jobs", "9" * 5000, ["--jobs"]),
        ("engine", "cluster", ["--engine", "serial, processes, dask"]),
        ("diary", "gone.csv", ["--diary", "gone.csv"]),
        ("athlete", "gone.toml", ["--athlete", "gone.toml"]),
    ],
)
def test_a_wrong_flag_is_said_with_what_would_be_right(home: Path, key: str, value: str, words: list[str]) -> None:
    with pytest.raises(SettingError) as caught:
        settle({key: value}, [])
    sentence = say(f"setting.{caught.value.code}", **caught.value.values)
    for word in words:
        assert word in sentence


def test_a_span_that_ends_before_it_begins_names_both_places(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTFALL_UNTIL", "2026-01-01")
    with pytest.raises(SettingError) as caught:
        settle({"since": "2026-02-01"}, [])
    sentence = say(f"setting.{caught.value.code}", **caught.value.values)
    assert "--since" in sentence
    assert "FOOTFALL_UNTIL" in sentence


def test_a_variable_that_means_nothing_is_a_hint(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTFALL_DAIRY", "x.csv")
    monkeypatch.setenv("FOOTFALL_DEBUG", "1")
    hints = settle({}, []).hints
    assert [say(f"hint.{hint.code}", **hint.values) for hint in hints] == [
        "The variable FOOTFALL_DAIRY means nothing to footfall. Did you mean FOOTFALL_DIARY?"
    ]


def test_the_variable_of_what_is_an_option_only_is_told_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTFALL_FORCE", "1")
    (hint,) = settle({}, []).hints
    said = say(f"hint.{hint.code}", **hint.values)
    assert "FOOTFALL_FORCE" in said
    assert "--force is an option only" in said


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that may not be read")
def test_a_project_file_that_may_not_be_read_is_said(home: Path) -> None:
    write(home / "footfall.toml").chmod(0)
    with pytest.raises(SettingError) as caught:
        settle({}, [])
    assert caught.value.code == "unreadable"


def test_files_beside_are_passed_by_where_the_command_looks_for_its_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home.parent / "user" / "athlete.toml", "body_mass_kg = 60")
    write(home.parent / "user" / "footfall.toml", 'athlete = "gone.toml"')
    write(home / "athlete.toml", "body_mass_kg = 7000")
    write(home / "diary.csv")
    write(home / "diary.tsv")
    settings = settle({}, ["run.fit"], FilesBeside.PASSED_BY)
    assert (settings.athlete, settings.athlete_path, settings.diary, settings.hints) == (Athlete(), None, None, ())
    named = write(home / "club" / "kim.toml", 'id = "kim"')
    write(home / "footfall.toml", 'athlete = "club/kim.toml"')
    assert settle({}, ["run.fit"], FilesBeside.PASSED_BY).athlete == Athlete(id="kim")
    monkeypatch.setenv("FOOTFALL_ATHLETE", str(write(home / "lee.toml", 'id = "lee"')))
    assert settle({}, ["run.fit"], FilesBeside.PASSED_BY).athlete_path == "lee.toml"
    assert settle({"athlete": str(named)}, ["run.fit"], FilesBeside.PASSED_BY).athlete_path == str(named)
