"""A squad as files: the same bytes each time, read back as what was put in, each trouble where it was put and nowhere else."""

import csv
import datetime as dt
import io
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
import tzfpy

import footfall
from footfall.config.athlete import read_athlete
from footfall.diary.read import read as read_diary
from footfall.errors import RunFileError
from footfall.findings.finding import Severity
from footfall.formats import read_bytes
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from footfall.model.athlete import Athlete, Share
from footfall.model.run import Run
from sampledata.__main__ import main
from sampledata.draws import Draws
from sampledata.place import NORTH_SEA, PACIFIC
from sampledata.plan import FIRST_DAY
from sampledata.runner import Stride
from sampledata.squad import SPIKE, SQUAD, WEEKS, Gear, Member, Trouble, members, squad, training
from tests.effort import in_ci

RUNS = 9
Folder = dict[str, bytes]


@pytest.fixture(scope="module")
def folders() -> dict[str, Folder]:
    """The whole squad, of few runs each, by member's folder."""
    found: dict[str, Folder] = defaultdict(dict)
    for path, data in squad(runs=RUNS):
        folder, name = path.split("/")
        found[folder][name] = data
    return dict(found)


@pytest.fixture(scope="module")
def written(folders: dict[str, Folder], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("squad")
    for folder, files in folders.items():
        (root / folder).mkdir()
        for name, data in files.items():
            (root / folder / name).write_bytes(data)
    return root


def with_trouble(trouble: Trouble) -> Member:
    (member,) = [member for member in members() if member.trouble is trouble]
    return member


def runs_in(files: Mapping[str, bytes]) -> dict[str, Run]:
    found = {}
    for name, data in files.items():
        if name.endswith((".fit", ".gpx", ".tcx")):
            (decoded,) = read_bytes(data, name)
            (found[name],), _ = runs_of(decoded)
    return found


def rows_of(files: Mapping[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["diary.csv"].decode())))


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    first, again = (dict(squad(athletes=2, runs=3)) for _ in range(2))
    assert first == again
    other = dict(squad(seed=47, athletes=2, runs=3))
    assert not set(first.values()) & {data for name, data in other.items() if not name.endswith("athlete.toml")}


@in_ci
def test_more_athletes_leave_the_first_ones_as_they_were(folders: dict[str, Folder]) -> None:
    few = dict(squad(athletes=2, runs=RUNS))
    assert few == {path: folders[path.split("/")[0]][path.split("/")[1]] for path in few}


def test_every_member_has_athlete_toml_as_the_product_reads_it(written: Path) -> None:
    found: list[Athlete] = [read_athlete(str(written / member.folder / "athlete.toml")) for member in members()]
    assert [athlete.id for athlete in found] == [member.folder for member in members()]
    assert [athlete.name for athlete in found] == [member.name for member in members()]
    assert {athlete.share for athlete in found} == set(Share)
    assert [athlete.timezone for athlete in found].count("Pacific/Honolulu") == 1


def test_names_and_folders_of_any_number_of_members_differ() -> None:
    many = members(120)
    assert len({member.folder for member in many}) == len({member.name for member in many}) == 120
    assert all(member.folder.isascii() for member in many)


@pytest.mark.parametrize("runs", [1, 12, 15, 60, 100])
def test_the_number_of_runs_is_the_one_asked_for(runs: int) -> None:
    for member in members():
        planned = training(member, Draws("test"), runs)
        assert len(planned) == len({run.starts for run in planned}) == runs


def test_left_out_it_is_thirteen_weeks_up_to_week_46() -> None:
    for member in members():
        if member.trouble is not Trouble.SILENT:
            days = [run.date for run in training(member, Draws("test"))]
            assert len({day.isocalendar()[:2] for day in days}) == WEEKS
            assert max(days).isocalendar()[:2] == (2026, 46)


def test_every_other_file_is_read_without_a_problem(folders: dict[str, Folder]) -> None:
    formats = set()
    for member in members():
        if member.trouble is Trouble.BROKEN_FILE:
            continue
        runs = runs_in(folders[member.folder])
        assert len(runs) == RUNS
        formats |= {name.rsplit(".", 1)[1] for name in runs}
    assert formats == {"fit", "gpx", "tcx"}


def test_one_file_is_damaged(folders: dict[str, Folder]) -> None:
    files = folders[with_trouble(Trouble.BROKEN_FILE).folder]
    failed = {}
    for name, data in files.items():
        if name.endswith((".fit", ".gpx", ".tcx")):
            try:
                read_bytes(data, name)
            except RunFileError as error:
                failed[name] = error.reason
    assert failed == {max(files.keys() - {"athlete.toml", "diary.csv"}): "damaged"}


@pytest.fixture(scope="module")
def rules(written: Path) -> dict[Trouble, set[str]]:
    """What speaks at notice or above on the Monday after, by trouble; of those without one, all together."""
    found: dict[Trouble, set[str]] = defaultdict(set)
    for member in members():
        diary = written / member.folder / "diary.csv"
        result = footfall.analyze(
            [written / member.folder],
            athlete=written / member.folder / "athlete.toml",
            diary=diary if diary.exists() else None,
            as_of=dt.date(2026, 11, 16),
        )
        found[member.trouble] |= {one.rule for one in result.findings.found if one.severity.rank <= Severity.NOTICE.rank}
    return found


def test_each_trouble_is_found_where_it_was_put_and_the_rest_is_quiet(rules: dict[Trouble, set[str]]) -> None:
    assert {"R1"} <= rules.pop(Trouble.SPIKE) <= {"R1", "R3"}  # so far a run takes its week along
    assert rules.pop(Trouble.RED_FLAG) == {"F2"}
    assert "P1" in rules.pop(Trouble.EARLY_PAIN)
    assert set(rules) == set(Trouble) - {Trouble.SPIKE, Trouble.RED_FLAG, Trouble.EARLY_PAIN}
    assert set.union(*rules.values()) == set()


def test_the_spike_is_as_long_as_it_says(folders: dict[str, Folder]) -> None:
    runs = runs_in(folders[with_trouble(Trouble.SPIKE).folder])
    metres = {name: measure(run).totals.distance_m for name, run in runs.items()}
    *before, last = sorted(metres)
    recent = [metres[name] for name in before if name >= "2026-10-18"]
    assert len(recent) >= 4
    assert metres[last] / max(recent) == pytest.approx(SPIKE, rel=0.01)


def test_one_sends_nothing_for_two_weeks(folders: dict[str, Folder]) -> None:
    lasts = {member.trouble: max(name for name in folders[member.folder] if name.startswith("2026")) for member in members()}
    silent = lasts.pop(Trouble.SILENT)
    assert "2026-10-26" <= silent < "2026-11-02"
    assert rows_of(folders[with_trouble(Trouble.SILENT).folder])[-1]["date"] < "2026-11-02"
    assert all(last >= "2026-11-09" for last in lasts.values())


def test_one_diary_cannot_be_read_and_one_is_missing(folders: dict[str, Folder], written: Path) -> None:
    without = [member.trouble for member in members() if "diary.csv" not in folders[member.folder]]
    assert without == [Trouble.NO_DIARY]
    broken = []
    for member in members():
        if member.trouble is not Trouble.NO_DIARY:
            diary, problems = read_diary(folders[member.folder]["diary.csv"], "diary.csv")
            broken += [member.trouble] * any(problem.reason == "bad-diary" for problem in problems)
            assert not problems or member.trouble is Trouble.BROKEN_DIARY
            assert bool(diary.entries) is (member.trouble is not Trouble.BROKEN_DIARY)
    assert broken == [Trouble.BROKEN_DIARY]


def test_pain_that_begins_early_does_so_from_minute_15_to_20(folders: dict[str, Folder]) -> None:
    rows = rows_of(folders[with_trouble(Trouble.EARLY_PAIN).folder])
    onsets = [int(row["onset"]) for row in rows if row["onset"] not in {"", "none"}]
    assert len(onsets) >= RUNS // 2
    assert set(onsets) <= set(range(15, 21))


def test_positions_lie_at_sea_where_the_clock_is_the_athletes(folders: dict[str, Folder]) -> None:
    zones = defaultdict(set)
    for member in members():
        if member.trouble is not Trouble.BROKEN_FILE:
            for run in runs_in(folders[member.folder]).values():
                lat, lon = (float(run.samples[column][~np.isnan(run.samples[column])][0]) for column in ("lat_deg", "lon_deg"))
                zones[member.place.timezone].add(tzfpy.get_tz(lon, lat))
                zones[member.place.timezone].add(tzfpy.get_tz(round(lon, 1), round(lat, 1)))
    assert zones == {place.timezone: {place.timezone} for place in (NORTH_SEA, PACIFIC)}


def test_the_written_out_offsets_are_the_zones() -> None:
    for place in (NORTH_SEA, PACIFIC):
        for day in range(112):
            noon = dt.datetime.combine(FIRST_DAY + dt.timedelta(days=day), dt.time(12), ZoneInfo(place.timezone))
            assert noon.utcoffset() == place.utc_offset(noon.date())


def test_members_differ_in_pace_and_cadence(folders: dict[str, Folder]) -> None:
    told: dict[Stride, tuple[int, int]] = {}
    for member in members():
        if member.gear is Gear.WATCH and member.trouble is not Trouble.BROKEN_FILE:
            runs = runs_in(folders[member.folder]).values()
            strides = np.concatenate([run.samples["cadence_per_min"] for run in runs])
            speeds = np.concatenate([run.samples["speed_m_s"] for run in runs])
            told[member.stride] = round(float(np.nanmedian(strides))), round(20 * float(np.nanmedian(speeds)))
    assert len(told) >= 3
    assert len(set(told.values())) == len(told)


def test_the_command_writes_the_squad_and_names_what_it_did_not_make(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["squad", str(tmp_path / "made"), "--athletes", "2", "--runs", "3"]
    assert main(words) == 0
    assert "2 athletes, 10 files" in capsys.readouterr().out
    found = {path.relative_to(tmp_path / "made").as_posix(): path.read_bytes() for path in (tmp_path / "made").rglob("*.*")}
    assert found == dict(squad(athletes=2, runs=3))
    (tmp_path / "made" / "ada" / "old.fit").write_bytes(b"")
    assert main(words) == 1
    assert "old.fit was not made by this generator" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["squad", str(tmp_path), "--runs", "0"])
    assert "0 is not 1 or more" in capsys.readouterr().err


def test_the_page_tells_of_the_squad_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sample-data.md").read_text(encoding="utf-8")
    assert f"{SQUAD} athletes" in page
    for trouble in Trouble:
        names = [member.name for member in members() if member.trouble is trouble]
        if trouble is not Trouble.NONE:
            assert f"| {', '.join(names)} | {trouble.value}" in page
