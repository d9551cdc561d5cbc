"""A squad is a folder of folders, or a squad.toml."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.config.squad import read_squad
from footfall.config.week import last_week_over, named_week, week_label
from footfall.errors import SettingError
from footfall.history.weeks import first_day
from footfall.model.athlete import Share
from tests.weekly.made import AS_OF, athlete

SUNDAY = 6


def test_each_folder_is_an_athlete_whether_or_not_it_says_so(tmp_path: Path) -> None:
    athlete(tmp_path / "ada", id="a1", name="Ada", share="all")
    (tmp_path / "ben").mkdir()
    (tmp_path / ".git").mkdir()
    plan = read_squad(str(tmp_path))
    assert [(one.key, one.name, one.athlete.share) for one in plan.members] == [
        ("a1", "Ada", Share.ALL),
        (str(tmp_path / "ben"), "ben", Share.FLAGS),
    ]
    assert plan.name == tmp_path.name
    assert plan.week_start == 0
    assert plan.notes == ()


def test_a_squad_file_names_folders_wherever_they_lie_and_rules_the_week(tmp_path: Path) -> None:
    athlete(tmp_path / "elsewhere" / "ada", name="Ada", week_start="monday")
    athlete(tmp_path / "squad" / "ben")
    file = tmp_path / "squad" / "squad.toml"
    file.write_text('name = "Tuesday group"\nweek_start = "sunday"\nathletes = ["ben", "../elsewhere/ada"]\n')
    for named in (file, file.parent):
        plan = read_squad(str(named))
        assert plan.name == "Tuesday group"
        assert plan.week_start == SUNDAY
        assert [one.name for one in plan.members] == ["ben", "Ada"]


def test_without_a_list_a_squad_file_means_the_folders_beside_it(tmp_path: Path) -> None:
    athlete(tmp_path / "ada")
    (tmp_path / "squad.toml").write_text('name = "All of us"\n')
    assert [one.name for one in read_squad(str(tmp_path)).members] == ["ada"]


def test_an_athlete_file_that_cannot_be_used_costs_its_athlete_and_shares_nothing(tmp_path: Path) -> None:
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "athlete.toml").write_text('share = "everything"\n')
    athlete(tmp_path / "ben")
    ada, ben = read_squad(str(tmp_path)).members
    assert ada.athlete.share is Share.NONE
    assert "ada/athlete.toml cannot be used" in ada.faults[0]
    assert "everything" not in ada.faults[0]
    assert ben.faults == ()


def test_two_with_one_id_are_kept_apart(tmp_path: Path) -> None:
    athlete(tmp_path / "ada", id="sam")
    athlete(tmp_path / "ben", id="sam")
    ada, ben = read_squad(str(tmp_path)).members
    assert ada.key == "sam"
    assert ben.key == str(tmp_path / "ben")
    assert "states the id sam" in ben.faults[0]


def test_what_this_command_wrote_is_no_athlete(tmp_path: Path) -> None:
    athlete(tmp_path / "ada")
    (tmp_path / "monday").mkdir()
    (tmp_path / "last").mkdir()
    (tmp_path / "last" / "squad.csv").write_text("athlete,week,runs,distance_km,moving_min\n")
    assert [one.name for one in read_squad(str(tmp_path), str(tmp_path / "monday")).members] == ["ada"]


def test_files_beside_the_folders_are_named(tmp_path: Path) -> None:
    athlete(tmp_path / "ada")
    (tmp_path / "run.fit").write_bytes(b"")
    (note,) = read_squad(str(tmp_path)).notes
    assert note.startswith("run.fit lies beside")


def test_one_folder_under_two_names_is_one_athlete(tmp_path: Path) -> None:
    athlete(tmp_path / "ada")
    (tmp_path / "squad.toml").write_text('athletes = ["ada", "./ada"]\n')
    assert len(read_squad(str(tmp_path)).members) == 1


@pytest.mark.parametrize(
    ("made", "code"),
    [
        ("", "empty-squad"),
        ("athletes = 3\n", "squad-athletes"),
        ('athletes = ["nobody"]\n', "squad-folder"),
        ("athletes = []\n", "empty-squad"),
        ('week_start = "payday"\n', "not-a-choice"),
        ('wek_start = "monday"\n', "unknown-key.close"),
    ],
)
def test_what_a_squad_cannot_be_is_said(tmp_path: Path, made: str, code: str) -> None:
    if made:
        (tmp_path / "squad.toml").write_text(made)
    with pytest.raises(SettingError) as raised:
        read_squad(str(tmp_path))
    assert raised.value.code == code


def test_the_folder_of_one_athlete_is_told_from_an_empty_one(tmp_path: Path) -> None:
    athlete(tmp_path)
    with pytest.raises(SettingError) as raised:
        read_squad(str(tmp_path))
    assert raised.value.code == "one-athlete"


def test_no_place_and_a_run_file_are_no_squads(tmp_path: Path) -> None:
    (tmp_path / "run.fit").write_bytes(b"")
    for name, code in (("nowhere", "no-squad"), ("run.fit", "not-a-squad")):
        with pytest.raises(SettingError) as raised:
            read_squad(str(tmp_path / name))
        assert raised.value.code == code


@given(day=st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)), week_start=st.integers(0, 6))
def test_a_week_is_found_again_by_its_name_and_by_each_of_its_days(day: dt.date, week_start: int) -> None:
    start = first_day(day, week_start)
    late = dt.date(2070, 1, 1)
    assert named_week(week_label(start), week_start, late) == start
    assert named_week(day.isoformat(), week_start, late) == start


def test_the_name_of_a_week_that_begins_on_monday_is_its_iso_week() -> None:
    assert week_label(dt.date(2026, 11, 9)) == "2026-W46"
    assert week_label(dt.date(2020, 12, 28)) == "2020-W53"


def test_a_week_is_over_when_its_last_day_is() -> None:
    assert last_week_over(dt.date(2026, 11, 15), 0) == dt.date(2026, 11, 2)
    assert last_week_over(dt.date(2026, 11, 16), 0) == dt.date(2026, 11, 9)
    assert last_week_over(dt.date(2026, 11, 15), SUNDAY) == dt.date(2026, 11, 8)


@pytest.mark.parametrize(
    ("given_week", "code"), [("2026-W47", "week-not-over"), ("2026-W54", "not-a-week"), ("last", "not-a-week")]
)
def test_a_week_that_cannot_be_reported_is_said(given_week: str, code: str) -> None:
    with pytest.raises(SettingError) as raised:
        named_week(given_week, 0, dt.date.fromisoformat(AS_OF))
    assert raised.value.code == code
