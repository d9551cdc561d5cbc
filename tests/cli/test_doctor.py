import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_doctor_says_what_is_in_a_file_and_shows_no_position(cli: Cli, sample_data: Path) -> None:
    path = next(iter(sorted(sample_data.glob("*-hills.fit"))))
    outcome = cli("doctor", path)
    assert outcome.code == 0
    for words in ("cadence_per_min", "two footfalls each", "strides", "on the timer", "read by footfall"):
        assert words in outcome.out
    for line in outcome.out.splitlines():
        if re.match(r" +(lat|lon)_deg", line):
            assert re.search(r"_deg +[\d,]+ +- +- +deg", line)
    found = json.loads(cli("doctor", path, "--json").raw)
    columns = {column["name"]: column for column in found["recordings"][0]["columns"]}
    assert columns["lat_deg"]["values"] > 0
    assert columns["lat_deg"]["low"] is None
    assert columns["heart_rate_bpm"]["low"] > 0


@pytest.mark.parametrize(("pattern", "reader"), [("*-treadmill.fit", "fitparse"), ("*-easy.gpx", "gpxpy")])
def test_the_fallback_reads_the_same_run(cli: Cli, sample_data: Path, pattern: str, reader: str) -> None:
    path = next(iter(sorted(sample_data.glob(pattern))))
    ours = json.loads(cli("doctor", path, "--json").raw)["recordings"][0]
    theirs = json.loads(cli("doctor", path, "--json", "--reader", reader).raw)["recordings"][0]
    assert theirs["reader"] == reader
    assert ours["reader"] != reader
    for key in ("start", "records", "runs"):
        assert theirs[key] == ours[key]


def test_a_fallback_that_does_not_read_this_format_says_so(cli: Cli, run_file: Path) -> None:
    for how in ((), ("--json",)):
        outcome = cli("doctor", run_file, "--reader", "gpxpy", *how)
        assert (outcome.code, outcome.out) == (2, "")
        assert run_file.name in outcome.err
        assert "fitparse reads FIT alone" in outcome.err


def test_a_file_of_no_format_is_no_matter_of_the_reader(cli: Cli, here: Path) -> None:
    (here / "noise.bin").write_bytes(bytes(range(256)) * 8)
    for reader in ("auto", "fitparse", "gpxpy"):
        assert cli("doctor", "noise.bin", "--reader", reader).code == 3


def test_a_cut_file_is_read_as_far_as_it_goes(cli: Cli, run_file: Path, here: Path) -> None:
    data = run_file.read_bytes()
    (here / "cut.fit").write_bytes(data[: len(data) * 7 // 10])
    outcome = cli("doctor", "cut.fit")
    assert outcome.code == 0
    assert "ends early" in " ".join(outcome.out.split())


@pytest.mark.parametrize(("name", "content"), [("empty.fit", b""), ("noise.bin", bytes(range(256)) * 8), ("gone.fit", None)])
def test_a_file_that_cannot_be_read_is_3_with_a_reason(cli: Cli, here: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (here / name).write_bytes(content)
    outcome = cli("doctor", name)
    assert outcome.code == 3
    assert name in outcome.out
    assert json.loads(cli("doctor", name, "--json").raw)["problems"]


@pytest.mark.parametrize(
    ("start", "kind", "told"),
    [
        ("07:30", "local", "2026-05-03 07:30:00 local time"),
        ("", "day", "2026-05-03, at a time that is not known"),
        ("07:30+02:00", "utc", "2026-05-03 05:30:00 UTC"),
    ],
)
def test_a_start_is_told_as_far_as_it_is_known(cli: Cli, here: Path, start: str, kind: str, told: str) -> None:
    (here / "log.csv").write_text(f"date,start,distance_km,moving_min\n2026-05-03,{start},8,45\n", encoding="utf-8")
    shown = " ".join(cli("doctor", here / "log.csv").out.split())
    assert f"starts {told}" in shown
    assert f"Run: running, {told}" in shown
    assert ("UTC" in shown, "local clock" in shown) == (kind == "utc", kind == "utc")
    (recording,) = json.loads(cli("doctor", here / "log.csv", "--json").raw)["recordings"]
    assert (recording["start_kind"], recording["runs"][0]["start_kind"]) == (kind, kind)


def test_what_the_runner_answered_on_the_watch_is_told(cli: Cli, sample_data: Path) -> None:
    told = (json.loads(cli("doctor", path, "--json").raw) for path in sorted(sample_data.glob("*.fit")))
    sessions = [(one["path"], session) for one in told for recording in one["recordings"] for session in recording["sessions"]]
    path, session = next((path, one) for path, one in sessions if one["workout_rpe"] is not None)
    assert f"effort {session['workout_rpe']:.0f} of 10" in " ".join(cli("doctor", path).out.split())
