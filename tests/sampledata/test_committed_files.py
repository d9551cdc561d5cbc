"""The committed sample_data/ is what the generator makes, and what readers other than ours read from it is what was put in."""

import datetime as dt
import gzip
import math
import statistics
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import gpxpy
import pytest
import tzfpy

from sampledata import Season, Truth
from sampledata.__main__ import main
from sampledata.plan import DAYS, FIRST_DAY, LAST_DAY, TIMEZONE, utc_offset

Messages = list[tuple[str, dict[str, Any]]]
TCX = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"
TPX = "{http://www.garmin.com/xmlschemas/ActivityExtension/v2}"


def plain(folder: Path, name: str) -> bytes:
    data = (folder / name).read_bytes()
    return gzip.decompress(data) if name.endswith(".gz") else data


def named(messages: Messages, name: str) -> list[dict[str, Any]]:
    return [values for kind, values in messages if kind == name]


def truths(season: Season, suffix: str) -> list[Truth]:
    found = [truth for truth in season.truths if truth.name.removesuffix(".gz").endswith(suffix)]
    assert len(found) >= 8, f"hardly any {suffix} in the season"
    return found


def test_the_generator_reproduces_the_committed_files_byte_for_byte(planted: Season, sample_data: Path) -> None:
    committed = {path.name: path.read_bytes() for path in sample_data.iterdir()}
    assert sorted(committed) == sorted(planted.files)
    assert [name for name, data in planted.files.items() if committed[name] != data] == []


def test_all_of_it_is_under_six_megabytes(planted: Season) -> None:
    assert sum(map(len, planted.files.values())) < 6_000_000


def test_the_command_writes_the_season_and_names_what_it_did_not_make(
    planted: Season, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sampledata.__main__.season", lambda seed, kind: planted)  # made once is enough
    assert main([str(tmp_path / "made")]) == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()} == dict(planted.files)
    (tmp_path / "made" / "old.fit").write_bytes(b"")
    assert main([str(tmp_path / "made")]) == 1
    assert "old.fit was not made by this generator" in capsys.readouterr().err


def test_formats_are_mixed_as_documented(planted: Season) -> None:
    names = list(planted.runs)
    assert 50 <= len(names) <= 56
    assert 0.55 <= len(truths(planted, ".fit")) / len(names) <= 0.7
    assert sum(name.endswith(".gz") for name in names) == 2
    assert sum("treadmill" in name for name in names) >= 6


def test_fitparse_reads_every_fit_and_finds_the_totals_that_were_put_in(
    planted: Season, fit_messages: dict[str, Messages]
) -> None:
    for truth in truths(planted, ".fit"):
        by_name = dict(fit_messages[truth.name])
        session = by_name["session"]
        assert session["start_time"].replace(tzinfo=dt.UTC) == truth.start
        assert session["total_timer_time"] == truth.timer_s
        assert session["total_elapsed_time"] == truth.elapsed_s
        assert session["total_distance"] == pytest.approx(truth.distance_m, abs=0.01)
        assert session["total_strides"] == pytest.approx(truth.footfalls / 2, abs=1)
        laps = named(fit_messages[truth.name], "lap")
        assert sum(lap["total_timer_time"] for lap in laps) == truth.timer_s
        assert laps[-1]["lap_trigger"] == "session_end"
        offset = by_name["activity"]["local_timestamp"] - by_name["activity"]["timestamp"]
        assert offset == utc_offset(truth.start.date())


def test_cadence_in_fit_is_strides_and_adds_up_to_the_footfalls(planted: Season, fit_messages: dict[str, Messages]) -> None:
    dense = next(truth for truth in truths(planted, ".fit") if "0648-easy" in truth.name)
    records = named(fit_messages[dense.name], "record")
    rates = [2 * (record["cadence"] + record["fractional_cadence"]) for record in records]
    assert len(rates) == dense.timer_s + 1  # every second of the timer
    assert sum(rates) / 60 == pytest.approx(dense.footfalls, rel=0.002)


def test_timer_events_hold_the_pauses(planted: Season, fit_messages: dict[str, Messages]) -> None:
    paused = 0
    for truth in truths(planted, ".fit"):
        events = named(fit_messages[truth.name], "event")
        stops = [event["timestamp"] for event in events if event["event_type"] == "stop_all"]
        starts = [event["timestamp"] for event in events if event["event_type"] == "start"]
        assert len(stops) == len(starts) == truth.paused + 1
        standing = sum((again - stop).total_seconds() for stop, again in zip(stops, starts[1:], strict=False))
        assert standing == truth.elapsed_s - truth.timer_s
        paused += truth.paused
    assert paused >= 20


def test_treadmill_runs_have_no_position_and_others_do(fit_messages: dict[str, Messages]) -> None:
    for name, messages in fit_messages.items():
        treadmill = dict(messages)["session"]["sub_sport"] == "treadmill"
        assert treadmill is ("treadmill" in name)
        assert any("position_lat" in record for record in named(messages, "record")) is not treadmill


def test_running_dynamics_are_in_most_fits_and_obey_her_duty_factor(fit_messages: dict[str, Messages]) -> None:
    with_dynamics = 0
    for messages in fit_messages.values():
        records = [record for record in named(messages, "record") if record.get("stance_time")]
        with_dynamics += bool(records)
        duty = [
            record["stance_time"] * 2 * (record["cadence"] + record["fractional_cadence"]) / 120_000
            for record in records
            if 2.6 < record["enhanced_speed"] < 2.9
        ]
        if len(duty) > 100:
            assert statistics.fmean(duty) == pytest.approx(0.382 - 0.012, abs=0.01)  # published at 2.75 m/s, less her own
    assert 20 <= with_dynamics < len(fit_messages)


def test_gpxpy_reads_every_gpx_to_the_right_length_and_distance(planted: Season, sample_data: Path) -> None:
    for truth in truths(planted, ".gpx"):
        gpx = gpxpy.parse(plain(sample_data, truth.name).decode())
        (track,) = gpx.tracks
        bounds = track.get_time_bounds()
        assert bounds.start_time == truth.start
        assert (bounds.end_time - bounds.start_time).total_seconds() == truth.elapsed_s
        assert track.length_2d() == pytest.approx(truth.distance_m, rel=0.01)


def test_laps_of_every_tcx_add_up(planted: Season, sample_data: Path) -> None:
    for truth in truths(planted, ".tcx"):
        root = ET.fromstring(plain(sample_data, truth.name))
        laps = list(root.iter(f"{TCX}Lap"))
        assert sum(float(lap.findtext(f"{TCX}TotalTimeSeconds", "")) for lap in laps) == truth.timer_s
        metres = sum(float(lap.findtext(f"{TCX}DistanceMeters", "")) for lap in laps)
        assert metres == pytest.approx(truth.distance_m, abs=0.01 * len(laps))
        cadence = [int(tpx.text or "") for tpx in root.iter(f"{TPX}RunCadence")]
        assert 78 <= statistics.median(cadence) <= 88  # strides
        times = [dt.datetime.fromisoformat(time.text or "") for time in root.iter(f"{TCX}Time")]
        assert times == sorted(set(times))
        assert (times[-1] - times[0]).total_seconds() == truth.elapsed_s


def test_every_position_lies_at_sea_where_the_clock_is_the_athletes(planted: Season, sample_data: Path) -> None:
    corners = []
    for truth in truths(planted, ".gpx"):
        bounds = gpxpy.parse(plain(sample_data, truth.name).decode()).get_bounds()
        corners += [(bounds.min_latitude, bounds.min_longitude), (bounds.max_latitude, bounds.max_longitude)]
    for lat, lon in corners:
        assert tzfpy.get_tz(lon, lat) == TIMEZONE
        assert tzfpy.get_tz(round(lon, 1), round(lat, 1)) == TIMEZONE  # as coarse as a library keeps it
        assert math.dist((lat, lon), (52.6, 4.4)) < 0.1


def test_the_written_out_offsets_are_the_zones(planted: Season) -> None:
    zone = ZoneInfo(TIMEZONE)
    for day in range(DAYS):
        noon = dt.datetime.combine(FIRST_DAY + dt.timedelta(days=day), dt.time(12), zone)
        assert noon.utcoffset() == utc_offset(noon.date())
    assert dt.date(2026, 11, 15) == LAST_DAY
    assert f'timezone = "{TIMEZONE}"' in planted.athlete
