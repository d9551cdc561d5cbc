"""`footfall plan`."""

import datetime as dt
import json
from pathlib import Path

import pytest

from footfall.cli.planned import wish
from footfall.errors import SettingError
from tests.cli.conftest import Cli

TODAY = dt.date(2026, 11, 16)
AS_OF = ("--as-of", "2026-11-16")


@pytest.mark.parametrize(
    ("typed", "metres", "minutes"),
    [
        ("10km", 10_000, None),
        ("10 km", 10_000, None),
        ("7,5km", 7500, None),
        ("800m", 800, None),
        ("6mi", 9656.064, None),
        ("50min", None, 50),
        ("1.5h", None, 90),
        ("1h20", None, 80),
        ("1H20MIN", None, 80),
    ],
)
def test_a_length_names_its_unit(typed: str, metres: float | None, minutes: float | None) -> None:
    found = wish(typed, None, None, TODAY)
    assert found.distance_m == (None if metres is None else pytest.approx(metres))
    assert found.minutes == minutes


@pytest.mark.parametrize(
    ("typed", "pace", "day", "code"),
    [
        ("10", None, None, "plan-no-unit"),
        ("1:20", None, None, "plan-no-unit"),
        ("far", None, None, "plan-unread"),
        ("-5km", None, None, "plan-unread"),
        ("1e9km", None, None, "plan-unread"),
        ("0km", None, None, "plan-range"),
        ("501km", None, None, "plan-range"),
        ("0.5min", None, None, "plan-range"),
        ("\x00km", None, None, "plan-unread"),
        ("10km", "6:00", None, "pace-no-unit"),
        ("10km", "6/km", None, "pace-unread"),
        ("10km", "2:00/km", None, "pace-range"),
        ("10km", "14:00/mi", None, "pace-range"),
        ("10km", None, "yesterday", "plan-day"),
        ("10km", None, "2026-11-15", "plan-past"),
        ("10km", None, "2026-12-17", "plan-far"),
    ],
)
def test_what_cannot_be_meant_is_named(typed: str, pace: str | None, day: str | None, code: str) -> None:
    with pytest.raises(SettingError) as raised:
        wish(typed, pace, day, TODAY)
    assert raised.value.code == code


def test_a_pace_per_mile_is_the_same_pace() -> None:
    assert wish("10km", "9:39/mi", None, TODAY).pace_s_per_km == pytest.approx(9.65 * 60 / 1.609344)


def test_a_bare_number_is_a_usage_error_that_names_the_units_before_anything_is_read(cli: Cli) -> None:
    ended = cli("plan", "10", "--from", "nowhere")
    assert ended.code == 2
    assert "Say 10km, 6mi or 50min." in ended.err


def test_a_plan_beside_the_made_season(cli: Cli, sample_data: Path) -> None:
    ended = cli("plan", "14km", "--from", sample_data, *AS_OF)
    assert ended.code == 0, ended.err
    assert ended.out.startswith("14.0 km on Mon 16 Nov 2026, about 1 h 26 at 6:07/km")
    assert "86\N{THIN SPACE}% longer than your longest run of the 30 days before it, 7.5 km" in " ".join(ended.out.split("\n"))
    assert max(map(len, ended.out.split("\n"))) <= 80


def test_it_is_json_too(cli: Cli, sample_data: Path) -> None:
    ended = cli("plan", "50min", "--from", sample_data, "--json", "--pace", "6:00/km", "--date", "tomorrow", *AS_OF)
    assert ended.code == 0, ended.err
    found = json.loads(ended.out)
    assert found["format_version"] == 1
    assert found["date"] == "2026-11-17"
    assert found["pace"] is None
    assert found["run"]["distance_m"] == pytest.approx(50 * 60 * 1000 / 360)
    assert found["run"]["footfalls"]["low"] < found["run"]["footfalls"]["value"] < found["run"]["footfalls"]["high"]
    assert found["week"]["so_far"]["runs"] == 0
    assert found["free_of_pain"]["onsets"] >= 18


def test_with_an_open_red_flag_it_says_that_and_gives_no_number(cli: Cli, season: Path) -> None:
    (season / "diary.csv").write_text("date,red_flags\n2026-11-15,fever\n", encoding="utf-8")
    ended = cli("plan", "10km", "--from", season, *AS_OF)
    assert "URGENT, F2" in ended.out
    assert "there is no number for a run" in ended.out
    assert "footfalls" not in ended.out
    assert "10.0 km" not in ended.out
    found = json.loads(cli("plan", "10km", "--from", season, "--json", *AS_OF).out)
    assert [one["rule"] for one in found["held"]] == ["F2"]
    assert found["run"] is found["week"] is found["free_of_pain"] is None
    assert cli("plan", "10km", "--from", season, "--fail-on-flag", "urgent", *AS_OF).code == 4


def test_flag_text_that_nobody_can_read_holds_it_back_too(cli: Cli, season: Path) -> None:
    (season / "diary.csv").write_text("date,red_flags\n2026-11-15,wobbly foot\n", encoding="utf-8")
    ended = cli("plan", "10km", "--from", season, *AS_OF)
    assert "wobbly foot" in ended.out
    assert "there is no number for a run" in ended.out


def test_flags_that_it_would_raise_count_for_fail_on_flag(cli: Cli, sample_data: Path) -> None:
    assert cli("plan", "14km", "--from", sample_data, "--fail-on-flag", "notice", *AS_OF).code == 4
    assert cli("plan", "14km", "--from", sample_data, "--fail-on-flag", "warning", *AS_OF).code == 0


def test_without_a_run_there_is_nothing_to_hold_it_against(cli: Cli, here: Path) -> None:
    (here / "empty").mkdir()
    ended = cli("plan", "10km", "--from", "empty")
    assert ended.code == 3
    assert "Name a folder with --from" in ended.err


def test_without_a_recent_run_it_asks_for_a_pace(cli: Cli, season: Path) -> None:
    ended = cli("plan", "10km", "--from", season, "--as-of", "2027-11-16")
    assert ended.code == 2
    assert "Give one: --pace 6:00/km." in ended.err
    assert cli("plan", "10km", "--from", season, "--as-of", "2027-11-16", "--pace", "6:00/km").code == 0


def test_without_paths_it_asks_the_library(cli: Cli, season: Path, tmp_path: Path) -> None:
    kept = ("--library", tmp_path / "kept")
    assert cli("report", season, "-o", "page.html", *kept, *AS_OF).code == 0
    ended = cli("plan", "10km", *kept, *AS_OF)
    assert ended.code == 0, ended.err
    assert ended.out.startswith("10.0 km on Mon 16 Nov 2026")
