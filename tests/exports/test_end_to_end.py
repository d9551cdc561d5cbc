"""Whole exports, from the archive to the runs: each run once, with its name and shoes, and everything else counted and said."""

import datetime as dt
import json
import math
import shutil
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

import footfall
from footfall.model.summary import RunSummary
from footfall.wording import CATALOGUE
from footfall.wording.numbers import number
from sampledata.exports import GarminSize, Heap, Language, PlantedRun, StravaSize, Vintage, garmin_export, strava_export
from tests.effort import some
from tests.exports.conftest import AS_OF, EVERYTHING, Account, Command
from tests.exports.members import RECORDINGS

NEAR = dt.timedelta(seconds=30)
"""The phone that was started last began 20 s after the watch."""


def of(planted: PlantedRun, runs: tuple[RunSummary, ...]) -> RunSummary:
    """The one run at that time."""
    (found,) = [run for run in runs if abs(run.start - planted.start) < NEAR]
    return found


def pairs(account: Account) -> list[tuple[PlantedRun, RunSummary]]:
    return [(planted, of(planted, account.content.runs)) for planted in account.truth.runs]


def is_recording(path: str) -> bool:
    return path.lower().removesuffix(".gz").endswith(RECORDINGS)


def whole(account: Account, planted: PlantedRun) -> bool:
    """Neither cut off nor empty."""
    return not any(
        account.truth.salvaged.get(member) == "truncated" or member in account.truth.failed for member in planted.members
    )


def test_every_run_is_there_once_and_nothing_else(account: Account) -> None:
    starts = [run.start for run in account.content.runs]
    planted = [run.start for run in account.truth.runs]
    lost = [start for start in planted if not any(abs(start - other) < NEAR for other in starts)]
    invented = [start for start in starts if not any(abs(start - other) < NEAR for other in planted)]
    assert (lost, invented) == ([], [])
    assert len(starts) == len(planted)


def test_names_shoes_and_descriptions_of_the_account_are_the_runs(account: Account) -> None:
    wrong = [
        (planted.start, told, found)
        for planted, run in pairs(account)
        for told, found in ((planted.names, run.name), (planted.shoes, run.shoes), (planted.descriptions, run.description))
        if told and found not in told
    ]
    assert wrong == []
    assert {run.shoes for planted, run in pairs(account) if not planted.shoes} == {None}


def test_footfalls_are_those_that_were_run_whatever_the_file_counts(account: Account) -> None:
    counted = [(planted, run) for planted, run in pairs(account) if planted.footfalls is not None and whole(account, planted)]
    assert len(counted) >= 7
    wrong = [
        (planted.members, planted.footfalls, run.footfalls.total.value)
        for planted, run in counted
        if not math.isclose(planted.footfalls or math.nan, run.footfalls.total.value, rel_tol=0.04)
    ]
    assert wrong == []


def test_distance_and_time_are_the_watchs_also_where_several_tell_of_them(account: Account) -> None:
    for planted, run in pairs(account):
        if whole(account, planted):
            assert run.distance_m == pytest.approx(planted.distance_m, rel=0.03), planted.members
            assert run.timer_s == pytest.approx(planted.timer_s, rel=0.03, abs=90), planted.members


def test_a_run_names_all_the_files_that_tell_of_it(account: Account) -> None:
    copies = {account.shown(problem.path) for problem in account.problems("duplicate")}
    for planted, run in pairs(account):
        shown = {account.shown(file.path) for file in run.files if is_recording(file.path)}
        readable = set(planted.members) - set(account.truth.failed)
        assert readable - copies <= shown <= readable
        assert any(not is_recording(file.path) for file in run.files) is planted.logged


def test_runs_typed_by_hand_are_runs(account: Account) -> None:
    by_hand = [run for planted, run in pairs(account) if not planted.members]
    assert len(by_hand) == account.truth.manual > 0
    assert {run.format for run in by_hand} == {"log"}
    assert all(run.footfalls.total.value > 1000 for run in by_hand)


def test_what_is_no_activity_is_counted_and_no_failure(account: Account) -> None:
    found = account.problems("not-an-activity")
    assert len(found) == sum(account.truth.not_activities.values())
    assert not any(problem.failed for problem in found)
    drawn = [problem for problem in found if "/routes/" in account.shown(problem.path)]
    assert len(drawn) == account.truth.not_activities.get("route", 0)


def test_rides_walks_and_swims_are_counted_by_their_files(account: Account) -> None:
    found = [problem for problem in account.problems("not-a-run") if is_recording(problem.path)]
    assert len(found) == sum(account.truth.others.values()) + account.truth.other_legs


def test_files_that_add_no_run_are_named_once_each_and_no_time_is_left_told_of_twice(account: Account) -> None:
    found = [problem.path for problem in account.problems("duplicate") if is_recording(problem.path)]
    assert len(set(found)) == len(found) == account.truth.copies
    assert account.problems("same-time") == []


def test_damaged_files_are_named_with_their_reason_and_what_can_be_kept_is(account: Account) -> None:
    told = {(account.shown(problem.path), problem.reason) for problem in account.content.findings.problems}
    assert {*account.truth.salvaged.items(), *account.truth.failed.items()} <= told
    failed = {account.shown(problem.path) for problem in account.content.findings.problems if problem.failed}
    assert failed == set(account.truth.failed)


def test_tables_lists_and_pictures_are_counted_and_no_problem(account: Account) -> None:
    assert account.content.counts["unknown-format"] == sum(account.truth.unknown.values())


def test_the_folder_that_was_unpacked_gives_the_same_runs(accounts: Mapping[str, Account], tmp_path: Path) -> None:
    for name in ("strava-de.zip", "garmin.zip"):
        with zipfile.ZipFile(accounts[name].path) as archive:
            archive.extractall(tmp_path / name)
        unpacked = footfall.analyze(tmp_path / name, as_of=AS_OF)
        assert [run.id for run in unpacked.runs] == [run.id for run in accounts[name].content.runs]
        assert [run.shoes for run in unpacked.runs] == [run.shoes for run in accounts[name].content.runs]


def test_archives_side_by_side_in_any_order_give_the_same_runs(accounts: Mapping[str, Account], small: Heap) -> None:
    paths = [accounts[name].path for name in small.archives]
    as_one = [(run.start, round(run.footfalls.total.value)) for run in accounts[EVERYTHING].content.runs]
    for order in some((paths[::-1], paths), every=2):
        apart = footfall.analyze(order, as_of=AS_OF)
        assert [(run.start, round(run.footfalls.total.value)) for run in apart.runs] == as_one


def test_an_archive_named_twice_and_its_unpacked_folder_beside_it_change_nothing(
    accounts: Mapping[str, Account], tmp_path: Path
) -> None:
    account = accounts["strava-fr.zip"]
    with zipfile.ZipFile(account.path) as archive:
        archive.extractall(tmp_path / "unpacked")
    shutil.copy(account.path, tmp_path / "copy of export.zip")
    again = footfall.analyze([account.path, tmp_path], as_of=AS_OF)
    assert [run.start for run in again.runs] == [run.start for run in account.content.runs]
    assert [run.name for run in again.runs] == [run.name for run in account.content.runs]


@pytest.mark.parametrize("vintage", [Vintage.SPRING_2019, Vintage.SUMMER_2019])
@pytest.mark.parametrize("language", list(Language))
def test_exports_of_2019_load_as_todays_do(vintage: Vintage, language: Language, tmp_path: Path) -> None:
    data, truth = strava_export(5, language, vintage, StravaSize(runs=6, manual=2, twice=1, others=4, cropped=0))
    path = tmp_path / "export.zip"
    path.write_bytes(data)
    content = footfall.analyze(path, as_of=AS_OF)
    assert len(content.runs) == len(truth.runs)
    for planted in truth.runs:
        run = of(planted, content.runs)
        assert run.name in planted.names
        assert (run.shoes,) == (planted.shoes or (None,))


def test_an_export_without_a_damaged_file_ends_with_0_and_one_with_ends_with_1(folder: Path, command: Command) -> None:
    whole_export, _ = strava_export(7, Language.ENGLISH, size=StravaSize(runs=4, manual=1, twice=1, others=4, broken=0))
    (folder / "whole").mkdir(exist_ok=True)
    (folder / "whole" / "export_4242.zip").write_bytes(whole_export)
    done = command("analyze", folder / "whole" / "export_4242.zip")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    garmin, *_ = garmin_export(7, Language.FRENCH, GarminSize(runs=4, not_activities=20))
    (folder / "whole" / "garmin.zip").write_bytes(garmin)
    assert command("analyze", folder / "whole" / "garmin.zip").returncode == 0
    assert command("analyze", folder / "strava-en.zip").returncode == 1


def test_the_terminal_has_one_line_for_each_kind_of_problem(accounts: Mapping[str, Account], command: Command) -> None:
    account = accounts[EVERYTHING]
    done = command("analyze", account.path, "--as-of", AS_OF.isoformat())
    assert done.returncode == 1
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines()]
    kinds = Counter(problem.reason for problem in account.content.findings.problems)
    assert {"not-an-activity", "not-a-run", "duplicate", "truncated", "bad-checksum", "damaged"} <= set(kinds)
    for reason, count in kinds.items():
        key = f"terminal.reason.{reason}"
        heading = f"{number(count)} {CATALOGUE[f'{key}.one'] if count == 1 and f'{key}.one' in CATALOGUE else CATALOGUE[key]}"
        assert sum(line == heading or line.startswith(f"{heading}:") for line in lines) == 1, heading
    naming = [line for line in lines if "UploadedFiles" in line or "/activities/" in line]
    assert len(naming) <= 3 * len(kinds) + 20  # a few by name, never a thousand


def test_json_holds_every_run_and_every_problem(accounts: Mapping[str, Account], command: Command) -> None:
    account = accounts[EVERYTHING]
    done = command("analyze", account.path, "--json", "--as-of", AS_OF.isoformat())
    told = json.loads(done.stdout)
    assert len(told["runs"]) == len(account.truth.runs)
    assert Counter(problem["reason"] for problem in told["problems"]) == Counter(
        problem.reason for problem in account.content.findings.problems
    )
    assert len({run["id"] for run in told["runs"]}) == len(told["runs"])
    assert all(run["files"] for run in told["runs"])
