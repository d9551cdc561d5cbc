"""Every value of every real TCX file, against an independent reading through ElementTree and against tcxreader."""

import datetime as dt
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from tcxreader.tcxreader import TCXReader

from footfall.formats import read_bytes

FACTS = {
    # points, sum of TotalTimeSeconds, sum of DistanceMeters, median of cadence above 0, laps, pauses that the tracks show
    "aaron-schroeder__heartandsole/testdata.tcx": (49, 190.4, 158.7, 62.0, 4, 0),
    "corriporai__runpandas/malformed.tcx": (384, 1992.8, 4689.2, None, 3, 0),
    "corriporai__runpandas/run_garmin.tcx": (147, 816.0, 2153.7, 88.0, 3, 0),
    "dblock__tcx/treadmill_1.tcx": (215, 1638.1, 4111.5, 77.0, 3, 0),
    "msimms__TestFilesForFitnessApps/20120611_run_garmin_fr405cx.tcx": (252, 1305.6, 4028.1, None, 1, 3),
    "msimms__TestFilesForFitnessApps/20181108_run_garmin_fenix_3_hr.tcx": (1223, 1221.0, 4826.8, 94.0, 1, 0),
    "msimms__TestFilesForFitnessApps/20210119_run_garmin_fenix6_sapphire.tcx": (1232, 1230.5, 5124.8, 91.0, 1, 0),
}
DECLINED_BY_TCXREADER = {"corriporai__runpandas/malformed.tcx": "a prefix that is not declared"}
PATHS = {
    "lat_deg": "Position/LatitudeDegrees",
    "lon_deg": "Position/LongitudeDegrees",
    "altitude_m": "AltitudeMeters",
    "distance_m": "DistanceMeters",
    "heart_rate_bpm": "HeartRateBpm/Value",
    "cadence_per_min": "Extensions/TPX/RunCadence",
    "speed_m_s": "Extensions/TPX/Speed",
}


@pytest.mark.parametrize("name", FACTS)
def test_values_equal_elementtrees_on_real_files(corpus: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    (recording,) = read_bytes(data, name)
    # prefixes off, as text: one of the files uses one that it does not declare
    bare = re.sub(r"(</?|\s)(?:xsi|ns\d):", r"\1", re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", data.decode("utf-8")))
    points = ElementTree.fromstring(bare).findall(".//Trackpoint")
    times = [dt.datetime.fromisoformat(point.findtext("Time", "")) for point in points]
    assert recording.start == times[0]
    np.testing.assert_array_equal(recording.columns["time_s"], [(time - times[0]).total_seconds() for time in times])
    expected = {column: [_number(point.findtext(path)) for point in points] for column, path in PATHS.items()}
    with_values = {column for column, values in expected.items() if not np.all(np.isnan(values))}
    assert set(recording.columns) == {"time_s", *with_values}
    for column in with_values:
        np.testing.assert_array_equal(recording.columns[column], expected[column], err_msg=column)


def test_every_real_file_is_compared(corpus: Path) -> None:
    found = {path.relative_to(corpus).as_posix() for path in corpus.rglob("*.tcx")}
    assert found == set(FACTS)
    assert set(DECLINED_BY_TCXREADER) < found


@pytest.mark.parametrize("name", FACTS)
def test_values_equal_tcxreaders_on_real_files(corpus: Path, name: str) -> None:
    if name in DECLINED_BY_TCXREADER:
        with pytest.raises(ElementTree.ParseError):
            TCXReader().read(str(corpus / name))
    else:
        _assert_equal_to_tcxreader(corpus / name)


def test_values_equal_tcxreaders_on_the_sample_season(sample_data: Path) -> None:
    paths = sorted(sample_data.glob("*.tcx"))
    assert paths
    for path in paths:
        _assert_equal_to_tcxreader(path)


@pytest.mark.parametrize(("name", "facts"), FACTS.items())
def test_totals_are_those_of_the_inventory(corpus: Path, name: str, facts: tuple[float, ...]) -> None:
    count, timer_s, distance_m, cadence, laps, pauses = facts
    (recording,) = read_bytes((corpus / name).read_bytes(), name)
    (session,) = recording.sessions
    assert len(recording.columns["time_s"]) == count
    assert session.sport == "running"
    assert session.timer_s == pytest.approx(timer_s, abs=0.06)
    assert session.distance_m == pytest.approx(distance_m, abs=0.06)
    assert len(recording.laps) == laps
    assert len(recording.pauses) == pauses
    strides = recording.columns.get("cadence_per_min", np.empty(0))
    assert (float(np.median(strides[strides > 0])) if strides.size else None) == cadence


def test_pauses_between_tracks_explain_the_timer_of_a_real_file(corpus: Path) -> None:
    name = "msimms__TestFilesForFitnessApps/20120611_run_garmin_fr405cx.tcx"
    (recording,) = read_bytes((corpus / name).read_bytes(), name)
    (session,) = recording.sessions
    assert session.timer_s == pytest.approx(session.end_s - recording.pauses.total_s, rel=0.005)
    assert session.timer_s != pytest.approx(session.end_s, rel=0.1)


def test_one_run_as_fit_and_as_tcx_has_the_same_totals(corpus: Path) -> None:
    (fit,), (tcx,) = (
        read_bytes((corpus / "aaron-schroeder__heartandsole" / f"testdata.{ending}").read_bytes(), ending)
        for ending in ("fit", "tcx")
    )
    assert fit.start == tcx.start
    assert tcx.sessions[0].timer_s == pytest.approx(fit.sessions[0].timer_s, abs=0.01)
    assert tcx.sessions[0].distance_m == pytest.approx(fit.sessions[0].distance_m, abs=0.01)
    assert [lap.start_s for lap in tcx.laps] == [lap.start_s for lap in fit.laps]
    # this export shows its 32 s of pauses in the timers of its laps alone: none is invented here
    assert fit.pauses.total_s == pytest.approx(tcx.sessions[0].end_s - tcx.sessions[0].timer_s, abs=1.0)
    assert not len(tcx.pauses)


def _assert_equal_to_tcxreader(path: Path) -> None:
    (recording,) = read_bytes(path.read_bytes(), path.name)
    points = TCXReader().read(str(path), only_gps=False).trackpoints
    start = recording.start.replace(tzinfo=None)
    expected = {
        "time_s": [(point.time.replace(tzinfo=None) - start).total_seconds() for point in points],
        "lat_deg": [point.latitude for point in points],
        "lon_deg": [point.longitude for point in points],
        "altitude_m": [point.elevation for point in points],
        "distance_m": [point.distance for point in points],
        "heart_rate_bpm": [point.hr_value for point in points],
        "cadence_per_min": [point.tpx_ext.get("RunCadence", point.cadence) for point in points],
        "speed_m_s": [point.tpx_ext.get("Speed") for point in points],
    }
    with_values = {name: values for name, values in expected.items() if any(value is not None for value in values)}
    assert set(with_values) == set(recording.columns)
    for name, values in with_values.items():
        np.testing.assert_array_equal(recording.columns[name], np.array(values, dtype=np.float64), err_msg=name)


def _number(text: str | None) -> float:
    return float("nan") if text is None else float(text)
