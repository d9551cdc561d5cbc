"""Value for value against fitparse over every file that it reads, against fitdecode over those that it does not."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from footfall.formats.fit import FitDecoder
from footfall.model.run import Decoded
from tests.formats_fit.oracles import NAMES, Row, by_fitdecode, by_fitparse, expected

pytestmark = pytest.mark.filterwarnings(
    "ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning"
)  # fitparse's, from 3.12 on

READ_BY_FITPARSE = (
    "aaron-schroeder__heartandsole/testdata.fit",
    "corriporai__runpandas/run.fit",
    "dtcooper__python-fitparse/activity-small-fenix2-run.fit",
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
NOT_READ_BY_FITPARSE = (
    "dtcooper__python-fitparse/activity-activity-filecrc.fit",
    "dtcooper__python-fitparse/activity-filecrc.fit",
    "dtcooper__python-fitparse/activity-settings-corruptheader.fit",
    "dtcooper__python-fitparse/activity-unexpected-eof.fit",
)
NO_ACTIVITY = (
    "dtcooper__python-fitparse/MonitoringFile.fit",
    "dtcooper__python-fitparse/Settings.fit",
    "msimms__TestFilesForFitnessApps/Half_Mile_Repeats_workout.fit",
    "mshroyer__coursepointer/cptr002.fit",
)
CASES = [(name, by_fitparse) for name in READ_BY_FITPARSE] + [(name, by_fitdecode) for name in NOT_READ_BY_FITPARSE]
each_file = pytest.mark.parametrize(("name", "oracle"), CASES, ids=[name.split("/")[1] for name, _ in CASES])
Oracle = Callable[[Path], dict[str, list[Row]]]


def decoded(path: Path) -> tuple[Decoded, ...]:
    return FitDecoder().decode(path.read_bytes(), path.name)


def test_every_fit_file_of_the_corpus_has_its_place_here(corpus: Path) -> None:
    found = {path.relative_to(corpus).as_posix() for path in corpus.rglob("*") if path.suffix.lower() == ".fit"}
    assert found == {*READ_BY_FITPARSE, *NOT_READ_BY_FITPARSE, *NO_ACTIVITY}


@each_file
def test_every_value_of_every_record(corpus: Path, name: str, oracle: Oracle) -> None:
    recordings = decoded(corpus / name)
    records = oracle(corpus / name)["record"]
    assert sum(len(one.columns["time_s"]) for one in recordings) == len(records)
    for column in (*NAMES, "cadence_per_min"):
        ours = [one.columns.get(column, np.full(len(one.columns["time_s"]), np.nan)) for one in recordings]
        np.testing.assert_allclose(np.concatenate(ours), expected(records, column), rtol=1e-12, atol=0, err_msg=column)


@each_file
def test_the_time_of_every_record(corpus: Path, name: str, oracle: Oracle) -> None:
    ours = [
        one.start + dt.timedelta(seconds=second) for one in decoded(corpus / name) for second in one.columns["time_s"].tolist()
    ]
    theirs = [row["timestamp"] for row in oracle(corpus / name)["record"]]
    if isinstance(theirs[0], int):  # seconds since the device was switched on
        assert [(moment - ours[0]).total_seconds() for moment in ours] == [second - theirs[0] for second in theirs]
    else:
        assert ours == [moment.replace(tzinfo=dt.UTC) for moment in theirs]


@each_file
def test_every_total_of_every_session(corpus: Path, name: str, oracle: Oracle) -> None:
    ours = [session for one in decoded(corpus / name) for session in one.sessions]
    theirs = oracle(corpus / name)["session"]
    assert len(ours) == len(theirs)
    for session, row in zip(ours, theirs, strict=True):
        assert session.elapsed_s == row.get("total_elapsed_time")
        assert session.timer_s == row.get("total_timer_time")
        assert session.distance_m == row.get("total_distance")
        assert session.ascent_m == row.get("total_ascent")
        assert session.descent_m == row.get("total_descent")
        assert session.total_strides == row.get("total_strides")
        assert session.sport == row.get("sport")
        assert session.sub_sport == row.get("sub_sport")


@each_file
def test_every_lap(corpus: Path, name: str, oracle: Oracle) -> None:
    ours = [(one, lap) for one in decoded(corpus / name) for lap in one.laps]
    theirs = oracle(corpus / name)["lap"]
    assert len(ours) == len(theirs)
    first = theirs[0]["start_time"]
    for (one, lap), row in zip(ours, theirs, strict=True):
        assert lap.trigger == row.get("lap_trigger")
        assert lap.distance_m == row.get("total_distance")
        assert lap.intensity == row.get("intensity")
        assert lap.end_s - lap.start_s == pytest.approx(row["total_elapsed_time"])
        if isinstance(first, int):
            assert lap.start_s - ours[0][1].start_s == row["start_time"] - first
        else:
            assert one.start + dt.timedelta(seconds=lap.start_s) == row["start_time"].replace(tzinfo=dt.UTC)
