"""Known answers of the real files, as their inventory has them."""

import csv
from pathlib import Path

import pytest

from footfall.errors import NotAnActivityError
from footfall.formats.fit import FitDecoder
from footfall.model.run import StartKind
from tests.formats_fit.test_against_others import CORPUS_FILES, NO_ACTIVITY


@pytest.fixture(scope="module")
def inventory(corpus: Path) -> dict[str, dict[str, str]]:
    with (corpus / "INVENTORY.csv").open(encoding="utf-8", newline="") as file:
        return {row["path"]: row for row in csv.DictReader(file)}


def numbers(cell: str) -> list[float]:
    """The sessions of a cell: `691.796+124.966`."""
    return [float(part) for part in cell.split("+")] if cell else []


@pytest.mark.parametrize("name", CORPUS_FILES)
def test_counts_and_totals(corpus: Path, inventory: dict[str, dict[str, str]], name: str) -> None:
    row = inventory[name]
    found = FitDecoder().decode((corpus / name).read_bytes(), name)
    sessions = [session for one in found for session in one.sessions]
    assert sum(len(one.columns["time_s"]) for one in found) == float(row["n_records"])
    assert sum(len(one.laps) for one in found) == float(row["n_laps"])
    assert sum(len(one.pauses) for one in found) == float(row["n_timer_stops"]) - len(found)  # the last stop is the end
    assert len(sessions) == float(row["n_sessions"])
    assert [session.timer_s for session in sessions] == pytest.approx(numbers(row["timer_s"]))
    assert [session.distance_m for session in sessions] == pytest.approx(numbers(row["distance_m"]))
    assert [session.elapsed_s for session in sessions] == pytest.approx(numbers(row["duration_s"]))
    if all(session.sport == "running" for session in sessions):
        strides = [session.total_strides for session in sessions if session.total_strides is not None]
        assert strides == numbers(row["total_cycles_or_strides"])


@pytest.mark.parametrize("name", CORPUS_FILES)
def test_maker_and_device(corpus: Path, inventory: dict[str, dict[str, str]], name: str) -> None:
    for one in FitDecoder().decode((corpus / name).read_bytes(), name):
        assert one.source.producer == inventory[name]["manufacturer"]
        assert one.source.device == (inventory[name]["product"] or None)


@pytest.mark.parametrize("name", NO_ACTIVITY)
def test_files_of_other_types_say_what_they_are(corpus: Path, inventory: dict[str, dict[str, str]], name: str) -> None:
    with pytest.raises(NotAnActivityError) as caught:
        FitDecoder().decode((corpus / name).read_bytes(), name)
    assert caught.value.values["kind"] == inventory[name]["file_type"].replace("_", " ")


@pytest.mark.parametrize("name", ["roznet__connectstats/track_cs_5611.fit", "fgebhart__workoutizer/with_nones.fit"])
def test_pauses_are_what_the_timer_left_out(corpus: Path, name: str) -> None:
    (one,) = FitDecoder().decode((corpus / name).read_bytes(), name)
    assert one.sessions[0].timer_s is not None
    lasted_s = float(one.columns["time_s"].max())
    assert lasted_s - one.pauses.total_s == pytest.approx(one.sessions[0].timer_s, abs=10)


@pytest.mark.parametrize(
    ("name", "offset_s"),
    [
        ("aaron-schroeder__heartandsole/testdata.fit", -21_600),
        ("wader__fq/activity_invalid_strings.fit", 3_600),
        ("msimms__TestFilesForFitnessApps/20210507_run_garmin_fenix_6.fit", -14_400),
        ("msimms__TestFilesForFitnessApps/20210507_run_coros_pace_2.fit", None),  # the same run: COROS writes UTC twice
        ("dtcooper__python-fitparse/activity-unexpected-eof.fit", None),  # the message that tells is cut off
    ],
)
def test_local_time(corpus: Path, name: str, offset_s: int | None) -> None:
    (one,) = FitDecoder().decode((corpus / name).read_bytes(), name)
    assert one.utc_offset_s == offset_s


def test_a_watch_that_counts_from_when_it_was_switched_on_gets_its_date_from_local_time(corpus: Path) -> None:
    name = "dtcooper__python-fitparse/compressed-speed-distance.fit"
    (one,) = FitDecoder().decode((corpus / name).read_bytes(), name)
    assert one.start.isoformat() == "2012-02-13T11:16:16+00:00"
    assert (one.start_kind, one.utc_offset_s) == (StartKind.LOCAL, None)
    assert [problem.reason for problem in one.problems] == ["clock-mended"]


@pytest.mark.parametrize(
    ("name", "reason", "where", "points"),
    [
        ("activity-filecrc.fit", "bad-checksum", "byte 769", 14),
        ("activity-activity-filecrc.fit", "bad-checksum", "byte 1540", 14),
        ("activity-settings-corruptheader.fit", "truncated", "byte 771", 14),
        ("activity-unexpected-eof.fit", "truncated", "byte 751", 14),
    ],
)
def test_damage_is_said_and_all_whole_points_are_kept(corpus: Path, name: str, reason: str, where: str, points: int) -> None:
    found = FitDecoder().decode((corpus / "dtcooper__python-fitparse" / name).read_bytes(), name)
    assert [(problem.reason, problem.where) for problem in found[-1].problems] == [(reason, where)]
    assert {len(one.columns["time_s"]) for one in found} == {points}
