import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from footfall.config.athlete import DEFAULT_KEY, athlete_key
from footfall.config.athletes_above import AthletesAbove
from footfall.errors import SettingError
from footfall.model.athlete import Athlete
from tests.config.conftest import write


def above(files: Sequence[str], named: str | None = None) -> AthletesAbove:
    return AthletesAbove((file, named) for file in files)


def test_the_nearest_athlete_above_a_file_is_its_athlete(home: Path) -> None:
    write(home / "club" / "athlete.toml", 'id = "anybody"')
    write(home / "club" / "kim" / "athlete.toml", "body_mass_kg = 60")
    athletes = above(["club/a.fit", "club/kim/b.fit", "club/kim/2025/c.fit", "club/lee/2025/d.fit"], "club")
    assert athletes.of("club/a.fit").key == "anybody"
    assert athletes.of("club/lee/2025/d.fit") == athletes.of("club/a.fit")
    kim = athletes.of("club/kim/2025/c.fit")
    assert (kim.key, kim.athlete) == (str(home / "club" / "kim"), Athlete(id="kim", body_mass_kg=60))
    assert kim.path == str(home / "club" / "kim" / "athlete.toml")
    assert athletes.of("club/kim/never-given.fit") == kim
    assert [one.key for one in athletes.everyone] == [kim.key, "anybody"]
    assert athletes.problems == ()


def test_it_may_lie_above_the_named_folder_as_far_as_the_one_the_user_is_in(home: Path) -> None:
    write(home.parent / "athlete.toml", 'id = "further up"')
    assert above(["club/kim/a.fit"], "club/kim").of("club/kim/a.fit").path is None
    write(home / "athlete.toml", 'id = "here"')
    assert above(["club/kim/a.fit"], "club/kim").of("club/kim/a.fit").key == "here"
    assert above(["a.fit"]).of("a.fit").key == "here"
    assert above(["-"]).of("-").key == "here"


def test_elsewhere_it_is_looked_for_up_to_the_named_folder(home: Path) -> None:
    far = home.parent / "far"
    write(far / "athlete.toml", 'id = "whose?"')
    write(far / "club" / "athlete.toml", 'id = "club"')
    (far / "club" / "kim").mkdir()
    file = str(far / "club" / "kim" / "a.fit")
    assert above([file], str(far / "club" / "kim")).of(file).path is None
    assert above([file], str(far / "club")).of(file).key == "club"
    assert above([file]).of(file).key == str(far / "club" / "kim"), "named itself: its own folder alone"
    assert above([str(far / "club" / "b.fit")]).of(str(far / "club" / "b.fit")).key == "club"


def test_who_is_not_told_of_is_the_folder_that_was_named_or_holds_the_file(home: Path) -> None:
    athletes = AthletesAbove([("club/kim/a.fit", "club"), ("lee/b.fit", None), ("c.fit", None)])
    assert athletes.of("club/kim/a.fit").key == str(home / "club")
    assert athletes.of("club/kim/a.fit").athlete == Athlete(id="club")
    assert athletes.of("lee/b.fit").key == str(home / "lee")
    assert athletes.of("c.fit").key == str(home)


def test_the_order_of_overlapping_folders_plays_no_part(home: Path) -> None:
    far = home.parent / "far"
    write(far / "athlete.toml", 'id = "far"')
    pairs = [(str(far / "a" / "b" / "x.fit"), str(far / "a")), (str(far / "y.fit"), str(far))]
    keys = [[athletes.of(path).key for path, _ in pairs] for athletes in (AthletesAbove(pairs), AthletesAbove(reversed(pairs)))]
    assert keys == [["far", "far"]] * 2
    assert above([pairs[0][0]], str(far / "a")).of(pairs[0][0]).key == str(far / "a")


def test_the_users_own_athlete_plays_no_part(home: Path) -> None:
    write(home.parent / "user" / "athlete.toml", "body_mass_kg = 60")
    assert above(["runs/a.fit"], "runs").of("runs/a.fit").athlete == Athlete(id="runs")


def test_a_folder_under_two_names_is_one(home: Path) -> None:
    (home / "kim").mkdir()
    (home / "link").symlink_to(home / "kim", target_is_directory=True)
    athletes = AthletesAbove([("kim/a.fit", "kim"), ("link/b.fit", "link"), (str(home / "kim" / "c.fit"), str(home / "kim"))])
    assert [one.key for one in athletes.everyone] == [str(home / "kim")]


def test_nothing_is_looked_for_above_a_url(home: Path) -> None:
    write(home / "athlete.toml", 'id = "here"')
    athletes = AthletesAbove([("s3://club/kim/a.fit", "s3://club/"), ("memory://lee/b.fit", None)])
    assert (athletes.of("s3://club/kim/a.fit").key, athletes.of("s3://club/kim/a.fit").athlete.id) == ("s3://club", "club")
    assert athletes.of("memory://lee/b.fit").key == "memory://lee"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("body_mass_kg = 7000", "body_mass_kg must be a number from 20 to 300 kg, not 7000."),
        ("body_mas_kg = 70", "This file has a key 'body_mas_kg' that means nothing here. Did you mean body_mass_kg?"),
        ("body_mass_kg = 70\nbody_mass_lb = 154", "This file gives both body_mass_kg and body_mass_lb. Keep one of them."),
        ('id = "kim', "This file is not valid TOML"),
    ],
)
def test_one_that_says_something_impossible_costs_what_it_says_and_no_more(home: Path, text: str, words: str) -> None:
    write(home / "club" / "athlete.toml", 'id = "club"\nbody_mass_kg = 55')
    write(home / "club" / "kim" / "athlete.toml", text)
    athletes = above(["club/kim/x/a.fit", "club/b.fit"], "club")
    kim = athletes.of("club/kim/x/a.fit")
    assert (kim.key, kim.athlete, kim.path) == (str(home / "club" / "kim"), Athlete(id="kim"), None)
    assert athletes.of("club/b.fit").athlete.body_mass_kg == 55
    (problem,) = athletes.problems
    assert (problem.path, problem.reason, problem.failed) == (str(Path("club/kim/athlete.toml")), "bad-athlete", True)
    assert problem.message.startswith(words)
    assert problem.message.endswith("the runs below it are read as if it were not there.")


def test_two_files_with_one_id_are_one_runner_and_the_first_by_path_counts_where_they_differ(home: Path) -> None:
    write(home / "b" / "athlete.toml", 'id = "kim"\nbody_mass_kg = 61\nname = "Kim"')
    write(home / "a" / "athlete.toml", 'id = "kim"\nbody_mass_kg = 60\nname = "Kim"')
    write(home / "c" / "athlete.toml", 'id = "kim"\nbody_mass_kg = 60\nname = "Kim"')
    athletes = AthletesAbove([("b/x.fit", "b"), ("c/y.fit", "c"), ("a/z.fit", "a")])
    assert [athletes.of(path).athlete.body_mass_kg for path in ("a/z.fit", "b/x.fit", "c/y.fit")] == [60, 60, 60]
    assert [one.key for one in athletes.everyone] == ["kim"]
    (problem,) = athletes.problems
    assert problem.path == str(Path("b", "athlete.toml"))
    assert "the id kim, as has a" in problem.message
    assert "differ in body_mass_kg." in problem.message


def test_each_folder_is_looked_into_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    isfile = os.path.isfile

    def noting(path: str) -> bool:
        looked.append(path)
        return isfile(path)

    monkeypatch.setattr("footfall.config.athletes_above.os.path.isfile", noting)
    files = [f"club/{name}/{year}/{number}.fit" for name in ("kim", "lee") for year in (2024, 2025) for number in range(100)]
    athletes = above(files, "club")
    assert {athletes.of(file).key for file in files} == {str(home / "club")}
    assert len(looked) == len(set(looked)) == 2 * 2 + 2 + 1 + 1, "years, runners, the club, and where the user is"


def test_the_key_is_the_id_else_the_folder(home: Path) -> None:
    write(home / "kim" / "athlete.toml", 'id = "k-1"')
    write(home / "lee" / "athlete.toml")
    own = write(home.parent / "user" / "athlete.toml", "body_mass_kg = 60")
    assert athlete_key("kim/athlete.toml", "anywhere") == "k-1"
    assert athlete_key("lee/athlete.toml", "anywhere") == str(home / "lee")
    assert athlete_key(str(own), "anywhere") == DEFAULT_KEY
    assert athlete_key(None, "runs") == str(home / "runs")
    write(own, 'id = "me"')
    assert athlete_key(str(own), "anywhere") == "me"
    write(home / "lee" / "athlete.toml", "id = 4")
    with pytest.raises(SettingError):
        athlete_key("lee/athlete.toml", "anywhere")
