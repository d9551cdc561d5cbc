"""Value for value against fitparse, fitdecode and Garmin's reader, over every FIT file of the corpus and of the sample season.

All that both have read must be equal: every column of every record, times, sessions, laps, pauses, the zone, maker and product.
Where a reader stops early or leaves messages out, what it has is compared, and EXCLUDED says so. What is listed there must really
differ: an entry that is no longer needed fails.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest

from footfall.formats.fit import FitDecoder
from footfall.formats.fit.clock import EPOCH
from footfall.model.run import Decoded
from tests.conftest import ROOT
from tests.effort import some
from tests.formats_fit.oracles import DEVELOPER, NATIVE, ORACLES, Reading, Row, column, pauses, stored

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")  # theirs

CORPUS_FILES = (
    "aaron-schroeder__heartandsole/testdata.fit",
    "corriporai__runpandas/run.fit",
    "dtcooper__python-fitparse/activity-activity-filecrc.fit",
    "dtcooper__python-fitparse/activity-filecrc.fit",
    "dtcooper__python-fitparse/activity-settings-corruptheader.fit",
    "dtcooper__python-fitparse/activity-small-fenix2-run.fit",
    "dtcooper__python-fitparse/activity-unexpected-eof.fit",
    "dtcooper__python-fitparse/compressed-speed-distance.fit",
    "dtcooper__python-fitparse/developer-types-sample.fit",
    "dtcooper__python-fitparse/garmin-edge-820-bike.fit",
    "dtcooper__python-fitparse/garmin-fenix-5-run.fit",
    "dtcooper__python-fitparse/garmin-fenix-5-walk.fit",
    "fgebhart__workoutizer/run_with_coordinates.fit",
    "fgebhart__workoutizer/with_nones.fit",
    "firefly-cpp__sport-activities-features/fit_format_test_File.FIT",
    "msimms__TestFilesForFitnessApps/20130720_run_garmin_forerunner_10.fit",
    "msimms__TestFilesForFitnessApps/20181108_run_garmin_fenix_3_hr.fit",
    "msimms__TestFilesForFitnessApps/20191117_tri_garmin_fenix_3_hr.fit",
    "msimms__TestFilesForFitnessApps/20210507_run_coros_pace_2.fit",
    "msimms__TestFilesForFitnessApps/20210507_run_garmin_fenix_6.fit",
    "roznet__connectstats/activity_1378220136.fit",
    "roznet__connectstats/track_cs_5611.fit",
    "roznet__connectstats/track_cs_728599.fit",
    "wader__fq/activity_invalid_strings.fit",
)
NO_ACTIVITY = (
    "dtcooper__python-fitparse/MonitoringFile.fit",
    "dtcooper__python-fitparse/Settings.fit",
    "msimms__TestFilesForFitnessApps/Half_Mile_Repeats_workout.fit",
    "mshroyer__coursepointer/cptr002.fit",
)
SAMPLE_FILES = tuple(sorted(path.name for path in (ROOT / "sample_data").rglob("*.fit*")))

_OLD = "the product is newer than fitparse's profile of 2019, and stays a number there"
EXCLUDED: Mapping[tuple[str, str], Mapping[str, str]] = MappingProxyType(
    {
        ("fitparse", "corriporai__runpandas/run.fit"): {"device": _OLD},
        ("fitparse", "fgebhart__workoutizer/run_with_coordinates.fit"): {"device": _OLD},
        ("fitparse", "msimms__TestFilesForFitnessApps/20210507_run_coros_pace_2.fit"): {
            "producer": "COROS joined the list of makers after fitparse's profile, and stays a number there"
        },
        ("fitparse", "msimms__TestFilesForFitnessApps/20210507_run_garmin_fenix_6.fit"): {"device": _OLD},
        ("fitparse", "roznet__connectstats/track_cs_5611.fit"): {"device": _OLD},
        ("fitparse", "roznet__connectstats/track_cs_728599.fit"): {"device": _OLD},
        ("fitparse", "wader__fq/activity_invalid_strings.fit"): {"device": _OLD},
        ("garmin", "dtcooper__python-fitparse/compressed-speed-distance.fit"): {
            "records": "Garmin's reader gives up at the first compressed timestamp, before any record",
            "pauses": "the events come after it too",
        },
    }
)
"""Reader and file -> what differs -> why that is not ours to mend."""

COLUMNS = ("cadence_per_min", *NATIVE, *DEVELOPER)
SESSION = MappingProxyType(
    {
        "elapsed_s": "total_elapsed_time",
        "timer_s": "total_timer_time",
        "distance_m": "total_distance",
        "ascent_m": "total_ascent",
        "descent_m": "total_descent",
        "total_strides": "total_strides",
        "sport": "sport",
        "sub_sport": "sub_sport",
        "workout_feel": "workout_feel",
        "workout_rpe": "workout_rpe",
    }
)
LAP = MappingProxyType({"trigger": "lap_trigger", "distance_m": "total_distance", "intensity": "intensity"})
"""Ours -> theirs."""


def test_every_fit_file_of_the_corpus_has_its_place_here(corpus: Path) -> None:
    found = {path.relative_to(corpus).as_posix() for path in corpus.rglob("*") if path.suffix.lower() == ".fit"}
    assert found == {*CORPUS_FILES, *NO_ACTIVITY}


def test_the_sample_season_has_files_to_compare() -> None:
    assert len(SAMPLE_FILES) > 30


def test_what_is_excluded_is_compared() -> None:
    assert {name for _, name in EXCLUDED} <= {*CORPUS_FILES, *SAMPLE_FILES}
    assert {oracle for oracle, _ in EXCLUDED} <= set(ORACLES)


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("dtcooper__python-fitparse/garmin-fenix-5-run.fit", {"cadence_per_min", *NATIVE} - {"power_w"}),
        ("dtcooper__python-fitparse/developer-types-sample.fit", {"power_w", "pod_speed_m_s", "pod_distance_m"}),
        (
            "roznet__connectstats/track_cs_728599.fit",
            {"pod_power_w", "pod_cadence_per_min", "pod_stance_time_s", "pod_vertical_oscillation_m"},
        ),
    ],
)
def test_no_column_is_compared_with_nothing(corpus: Path, name: str, columns: set[str], oracle: str) -> None:
    data = stored(corpus / name)
    (ours,), theirs = FitDecoder().decode(data, name), ORACLES[oracle](data)
    assert columns <= set(ours.columns)
    assert {what for what in columns if np.isfinite(column(theirs, what)).any()} == columns


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("name", some(CORPUS_FILES, every=3), ids=lambda name: name.split("/")[1])
def test_every_value_of_a_real_file(corpus: Path, name: str, oracle: str) -> None:
    assert_equal_but_for_what_is_excluded(corpus / name, name, oracle)


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("name", some(SAMPLE_FILES, every=4))
def test_every_value_of_a_made_file(sample_data: Path, name: str, oracle: str) -> None:
    assert_equal_but_for_what_is_excluded(sample_data / name, name, oracle)


def assert_equal_but_for_what_is_excluded(path: Path, name: str, oracle: str) -> None:
    data = stored(path)
    theirs = ORACLES[oracle](data)
    found = dict(differences(FitDecoder().decode(data, name), theirs))
    excluded = EXCLUDED.get((oracle, name), {})
    assert set(found) == set(excluded), {what: found[what] for what in found if what not in excluded}


def differences(ours: tuple[Decoded, ...], theirs: Reading) -> Iterator[tuple[str, str]]:
    """What differs, and how. Fewer of a kind on one side is one difference; the rest is compared as far as both go."""
    sessions = [session for one in ours for session in one.sessions]
    laps = [(one, lap) for one in ours for lap in one.laps]
    times = np.concatenate([one.columns["time_s"] + fit_seconds(one.start) for one in ours])
    yield from counts("records", len(times), theirs.rows("record"))
    yield from counts("sessions", len(sessions), theirs.rows("session"))
    yield from counts("laps", len(laps), theirs.rows("lap"))
    yield from series("time", times - shift(ours, theirs), [row.get("timestamp", np.nan) for row in theirs.rows("record")])
    for name in COLUMNS:
        values = [one.columns.get(name, np.full(len(one.columns["time_s"]), np.nan)) for one in ours]
        yield from series(name, np.concatenate(values), column(theirs, name))
    for name, named in SESSION.items():
        yield from cells(f"session.{name}", [getattr(session, name) for session in sessions], theirs.rows("session"), named)
    begins = np.concatenate([[fit_seconds(one.start) + session.start_s for session in one.sessions] for one in ours])
    yield from series("session.start", begins - shift(ours, theirs), [row["start_time"] for row in theirs.rows("session")])
    for name, named in LAP.items():
        yield from cells(f"lap.{name}", [getattr(lap, name) for _, lap in laps], theirs.rows("lap"), named)
    starts = np.array([fit_seconds(one.start) + lap.start_s for one, lap in laps]) - shift(ours, theirs)
    yield from series("lap.start", starts, [row.get("start_time", np.nan) for row in theirs.rows("lap")])
    lengths = np.array([lap.end_s - lap.start_s for _, lap in laps])
    yield from series("lap.length", lengths, [row.get("total_elapsed_time", np.nan) for row in theirs.rows("lap")])
    edges = [fit_seconds(one.start) + edge - shift(ours, theirs) for one in ours for edge in one.pauses.edges.ravel()]
    if edges != pytest.approx([moment for pause in pauses(theirs) for moment in pause]):
        yield "pauses", f"{edges} {pauses(theirs)}"
    yield from identity(ours[0], theirs)


def identity(one: Decoded, theirs: Reading) -> Iterator[tuple[str, str]]:
    """Maker, product, zone."""
    file_id = theirs.rows("file_id")[0]
    product = file_id.get("product_name") or file_id.get("garmin_product") or file_id.get("product")
    for what, mine, other in (
        ("producer", one.source.producer, file_id.get("manufacturer")),
        ("device", one.source.device, product),
    ):
        if mine != text(other):
            yield what, f"{mine} {other}"
    for row in theirs.rows("activity")[-1:]:
        utc, local = row.get("timestamp"), row.get("local_timestamp")
        told = 0.0 if utc is None or local is None or utc < 0x10000000 else float(local - utc)
        mine = 0 if one.utc_offset_s is None else one.utc_offset_s  # a watch that does not know its zone writes the same twice
        if told != pytest.approx(mine, abs=60):
            yield "zone", f"{mine} {told}"


def counts(what: str, mine: int, rows: list[Row]) -> Iterator[tuple[str, str]]:
    if mine != len(rows):
        yield what, f"{mine} against {len(rows)}"


def series(what: str, mine: Any, other: Iterable[float]) -> Iterator[tuple[str, str]]:
    """Numbers, NaN being equal to NaN alone, as far as both go."""
    theirs = np.array(list(other), dtype=np.float64)
    shared = min(len(mine), len(theirs))
    equal = np.isclose(mine[:shared], theirs[:shared], rtol=1e-12, atol=0, equal_nan=True)
    if not equal.all():
        first = int(np.argmin(equal))
        yield what, f"{int(np.sum(~equal))} of {shared}, the first at {first}: {mine[first]} against {theirs[first]}"


def cells(what: str, mine: list[Any], rows: list[Row], named: str) -> Iterator[tuple[str, str]]:
    for index, (value, row) in enumerate(zip(mine, rows, strict=False)):
        other = row.get(named)
        if named == "workout_rpe" and other is not None:
            other = other / 10  # theirs is as stored
        if value != (text(other) if isinstance(value, str) else other):
            yield what, f"{index}: {value} against {other}"
            return


def text(value: object) -> str | None:
    """A name, or a number that has none, as ours."""
    return None if value is None else str(value)


def fit_seconds(moment: dt.datetime) -> float:
    return (moment - EPOCH).total_seconds()


def shift(ours: tuple[Decoded, ...], theirs: Reading) -> float:
    """What was added to times since the device was switched on, which the others leave as they are; 0 where none was."""
    (mine, first), *_ = [
        *((one.columns["time_s"][0], row["timestamp"]) for one, row in zip(ours, theirs.rows("record"), strict=False)),
        *((one.sessions[0].start_s, row["start_time"]) for one, row in zip(ours, theirs.rows("session"), strict=False)),
    ]
    return fit_seconds(ours[0].start) + mine - first if first < 0x10000000 else 0.0
