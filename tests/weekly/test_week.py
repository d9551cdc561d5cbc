"""The numbers of a squad's week, from files."""

import csv
import datetime as dt
import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from footfall.config.squad import read_squad
from footfall.workflow.weekly import today
from tests.cli.conftest import Cli
from tests.weekly.made import AS_OF, MONDAY, WEEK, athlete, diary, log, steady, treadmill

DAY = dt.timedelta(days=1)


def rows(cli: Cli, squad: Path, *more: str) -> dict[str, Mapping[str, str]]:
    """squad.csv by athlete."""
    out = squad.parent / "out"
    told = cli("weekly", squad, "-o", out, "--as-of", AS_OF, *more)
    assert told.code in (0, 1), told.err
    return {row["athlete"]: row for row in csv.DictReader(io.StringIO((out / "squad.csv").read_text()))}


def test_sums_of_a_steady_week(cli: Cli, tmp_path: Path) -> None:
    log(athlete(tmp_path / "squad" / "ada", name="Ada"), steady())
    row = rows(cli, tmp_path / "squad")["Ada"]
    assert (row["week"], row["runs"], row["distance_km"], row["moving_min"]) == (WEEK, "3", "24.0", "144.0")
    assert (row["longest_run_km"], row["longest_share"]) == ("8.0", "0.333")
    assert (row["change_vs_4wk_median_pct"], row["session_spike_pct"]) == ("0.0", "0.0")
    assert (row["days_since_last_run"], row["flags"], row["data_quality"]) == ("0", "", "partly inferred")


def test_a_long_run_is_flagged_with_its_step(cli: Cli, tmp_path: Path) -> None:
    log(athlete(tmp_path / "squad" / "ada", name="Ada"), steady() | {MONDAY + 6 * DAY: 20.0})
    row = rows(cli, tmp_path / "squad")["Ada"]
    assert (row["session_spike_pct"], row["flags"], row["worst_severity"]) == ("150.0", "R1;R3", "warning")
    told = cli("weekly", tmp_path / "squad", "-o", tmp_path / "out", "--as-of", AS_OF)
    assert "Sun 15 Nov 2026, 20.0 km: 150 % above the longest run of the 30 days before, 8.0 km." in " ".join(told.out.split())
    assert "new  Ada (longer run, week up)" in told.out


def test_a_spike_of_the_week_before_is_cleared(cli: Cli, tmp_path: Path) -> None:
    log(athlete(tmp_path / "squad" / "ada", name="Ada"), steady() | {MONDAY - DAY: 20.0})
    told = cli("weekly", tmp_path / "squad", "-o", tmp_path / "out", "--as-of", AS_OF)
    assert "cleared  Ada (longer run" in told.out
    assert "No one flagged. 1 of 1 sent data." in " ".join(told.out.split())


def test_who_ran_nothing_is_told_of_and_has_no_zeros(cli: Cli, tmp_path: Path) -> None:
    squad = tmp_path / "squad"
    log(athlete(squad / "ada", name="Ada"), steady())
    log(athlete(squad / "ben", name="Ben"), steady(MONDAY - 14 * DAY))
    athlete(squad / "cleo", name="Cleo")
    found = rows(cli, squad)
    assert (found["Ben"]["runs"], found["Ben"]["distance_km"], found["Ben"]["days_since_last_run"]) == ("", "", "14")
    assert set(found["Cleo"].values()) == {"Cleo", WEEK, "", "no data"}
    told = cli("weekly", squad, "-o", tmp_path / "out", "--as-of", AS_OF)
    assert "the last one was on 1 Nov 2026, 14 days before" in told.out
    assert "Cleo  no run in any file" in told.out


def test_the_squad_week_start_rules_over_the_athletes_own(cli: Cli, tmp_path: Path) -> None:
    squad = tmp_path / "squad"
    log(athlete(squad / "ada", name="Ada", week_start="monday"), steady())
    (squad / "squad.toml").write_text('week_start = "sunday"\n')
    row = rows(cli, squad)["Ada"]
    assert (row["week"], row["runs"], row["days_since_last_run"]) == (WEEK, "3", "2")  # 8 to 14 November: Sun, Tue, Thu


def test_each_run_counts_in_its_own_runners_week(cli: Cli, tmp_path: Path) -> None:
    squad = tmp_path / "squad"
    monday_in_utc = dt.datetime(2026, 11, 16, 1, 0, tzinfo=dt.UTC)
    for name, zone in (("west", "Pacific/Honolulu"), ("east", "Pacific/Auckland"), ("none", "")):
        zoned = {"timezone": zone} if zone else {}
        treadmill(athlete(squad / name, name=name, **zoned), monday_in_utc)
    found = rows(cli, squad)
    assert {name: row["runs"] for name, row in found.items()} == {"west": "1", "east": "", "none": ""}


@pytest.mark.parametrize(("hour", "week"), [(22, "2026-W43"), (23, "2026-W44")])
def test_the_clock_change_moves_the_end_of_the_week_with_it(cli: Cli, tmp_path: Path, hour: int, week: str) -> None:
    squad = tmp_path / "squad"
    treadmill(athlete(squad / "ada", name="Ada", timezone="Europe/Berlin"), dt.datetime(2026, 10, 25, hour, 30, tzinfo=dt.UTC))
    assert rows(cli, squad, "--week", week)["Ada"]["runs"] == "1"


def test_where_it_is_still_sunday_for_one_no_week_is_over_for_all(tmp_path: Path) -> None:
    athlete(tmp_path / "west", timezone="Pacific/Honolulu")
    athlete(tmp_path / "east", timezone="Pacific/Auckland")
    now = dt.datetime(2026, 11, 16, 5, 0, tzinfo=dt.UTC)
    assert today(read_squad(str(tmp_path)), now) == dt.date(2026, 11, 15)


def test_a_week_of_the_past_is_told_as_it_stood_then(cli: Cli, tmp_path: Path) -> None:
    squad = tmp_path / "squad"
    ada = log(athlete(squad / "ada", name="Ada", share="all"), steady())
    diary(ada, ["2026-10-30,2,,low_back,,,,", "2026-11-14,5,,low_back,,,leg_weakness,"])
    told = cli("weekly", squad, "-o", tmp_path / "out", "--week", "2026-W44")
    assert "F2" not in told.out
    assert "F2" in cli("weekly", squad, "-o", tmp_path / "out", "--week", "2026-W44", "--as-of", AS_OF).out


def test_a_sign_ticked_after_the_week_is_not_lost(cli: Cli, tmp_path: Path) -> None:
    squad = tmp_path / "squad"
    ada = log(athlete(squad / "ada", name="Ada"), steady())
    diary(ada, ["2026-11-16,5,,low_back,,,saddle_numbness,"])
    row = rows(cli, squad)["Ada"]
    assert (row["flags"], row["worst_severity"]) == ("F1", "emergency")
    assert cli("weekly", squad, "-o", tmp_path / "out", "--as-of", AS_OF, "--fail-on-flag", "urgent").code == 4


def test_the_worst_come_first_and_red_flags_before_everything(cli: Cli, tmp_path: Path) -> None:
    squad = tmp_path / "squad"
    log(athlete(squad / "ada", name="Ada"), steady())
    log(athlete(squad / "ben", name="Ben"), steady() | {MONDAY + 6 * DAY: 20.0})
    diary(log(athlete(squad / "cleo", name="Cleo"), steady()), ["2026-11-10,1,,low_back,,,worse_despite_rest,"])
    assert list(rows(cli, squad)) == ["Cleo", "Ben", "Ada"]


def test_whom_a_week_waits_for_is_said(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Monday at 5:00 UTC it is still Sunday in Honolulu: without a word, a coach would read the week before the last."""
    squad = tmp_path / "squad"
    for name, zone in (("West", "Pacific/Honolulu"), ("East", "Pacific/Auckland")):
        log(athlete(squad / name.lower(), name=name, timezone=zone), steady())
    monkeypatch.setattr("footfall.cli.week_asked.now", lambda: dt.datetime(2026, 11, 16, 5, 0, tzinfo=dt.UTC))
    told = cli("weekly", squad, "-o", tmp_path / "out")
    assert "2026-W45" in told.out
    assert "2026-W46 is not over yet for West, so this is 2026-W45. --as-of 2026-11-16 shows it all the same." in told.err
    for more in (("--as-of", "2026-11-16"), ("--week", "2026-W45")):
        assert "not over yet" not in cli("weekly", squad, "-o", tmp_path / "out", *more).err
    monkeypatch.setattr("footfall.cli.week_asked.now", lambda: dt.datetime(2026, 11, 16, 11, 0, tzinfo=dt.UTC))
    later = cli("weekly", squad, "-o", tmp_path / "out")
    assert "2026-W46" in later.out
    assert "not over yet" not in later.err


def test_a_flag_of_several_runs_says_of_how_many(cli: Cli, tmp_path: Path) -> None:
    ada = log(athlete(tmp_path / "squad" / "ada", name="Ada", share="pain"), steady())
    diary(ada, [f"{MONDAY + day * DAY},3,{minute},low_back,,,," for day, minute in ((1, 16), (3, 18), (6, 17))])
    told = " ".join(cli("weekly", tmp_path / "squad", "-o", tmp_path / "out", "--as-of", AS_OF).out.split())
    assert "On Sun 15 Nov 2026 pain began 17 minutes into the run. So it was in 2 other runs of the week." in told
