"""The made exports hold what their truth says: counted with the standard library, fitparse and gpxpy, not with this product."""

import csv
import datetime as dt
import io
import json
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import fitparse
import gpxpy
import pytest

from sampledata.__main__ import main
from sampledata.exports import SMALL, Heap, Language, Vintage, heap, strava_export, tiny_exports
from sampledata.exports.not_activities import FileKind
from sampledata.exports.recordings import Kept, Run
from tests.exports.members import leaves, recordings, same_bytes

AT = dt.datetime(2024, 1, 5, 6, 30, tzinfo=dt.UTC)
"""A winter morning, though the stock was made in summer time."""


def table(data: bytes) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return list(csv.reader(io.StringIO(archive.read("activities.csv").decode(), newline="")))


def test_each_archive_holds_as_many_recordings_as_its_truth_says(small: Heap) -> None:
    assert sorted(small.archives) == sorted(small.truths)
    for name, data in small.archives.items():
        truth, found = small.truths[name], recordings(data)
        assert len(found) == truth.recordings, name
        assert same_bytes(found) == truth.same_bytes, name
        planted = [member for run in truth.runs for member in run.members]
        assert len(set(planted)) == len(planted)
        assert set(planted) <= set(found)


def test_all_of_it_in_one_zip_is_the_sum_and_what_two_accounts_share_is_one_run(small: Heap) -> None:
    found = recordings(small.zip())
    assert len(found) == small.truth.recordings == sum(truth.recordings for truth in small.truths.values())
    assert same_bytes(found) == small.truth.same_bytes > sum(truth.same_bytes for truth in small.truths.values())
    assert len(small.truth.runs) == sum(len(truth.runs) for truth in small.truths.values()) - SMALL.synced
    assert {member for run in small.truth.runs for member in run.members} <= set(found)


def test_what_is_no_activity_is_so_for_another_reader(small: Heap) -> None:
    numbers = {kind.value: kind.name.lower() for kind in FileKind}
    kinds: Counter[str] = Counter()
    for path, data in recordings(small.archives["garmin.zip"]).items():
        if path.endswith(".fit"):
            file_id = next(iter(fitparse.FitFile(io.BytesIO(data)).get_messages("file_id")))
            raw = next(field.raw_value for field in file_id.fields if field.name == "type")
            kinds.update([numbers[raw]] if raw != 4 else [])
    assert dict(kinds) == dict(small.truths["garmin.zip"].not_activities)
    assert sum(kinds.values()) == SMALL.garmin.not_activities


def test_other_files_are_counted_by_suffix(small: Heap) -> None:
    for name, data in small.archives.items():
        found = Counter(path.rsplit(".", 1)[1].lower() for path, _ in leaves(data) if path not in recordings(data))
        told = {"csv": 1} if name.startswith("strava") else {"json": 1} if name.startswith("garmin") else {"xml": 1}
        assert found == Counter(small.truths[name].unknown) + Counter(told), name  # by these the runs are told of


@pytest.mark.parametrize("language", list(Language))
def test_activities_csv_has_a_row_for_every_activity_and_names_files_that_are_there(small: Heap, language: Language) -> None:
    name = f"strava-{language.value}.zip"
    headings, *rows = table(small.archives[name])
    truth = small.truths[name]
    assert len(headings) == {Language.ENGLISH: 103, Language.GERMAN: 92, Language.FRENCH: 103}[language]
    assert len(set(headings)) < len(headings)  # headings that stand there twice
    assert {len(row) for row in rows} == {len(headings)}
    further = truth.other_recordings  # the phone's uploads are activities of their own
    assert len(rows) == len(truth.runs) + sum(truth.logged_others.values()) + further
    found = recordings(small.archives[name])
    assert {row[12] for row in rows if row[12]} == {path for path in found if path.startswith("activities/")}
    assert any("\n" in row[4] for row in rows)
    assert any('"' in row[4] for row in rows) or language is Language.GERMAN


@pytest.mark.parametrize("vintage", [Vintage.SPRING_2019, Vintage.SUMMER_2019])
def test_older_tables_have_ten_columns(vintage: Vintage) -> None:
    headings, *rows = table(strava_export(1, Language.GERMAN, vintage)[0])
    assert len(headings) == 10
    assert headings[0] == ("id" if vintage is Vintage.SPRING_2019 else "Aktivitäts-ID")
    kilometres = [row[6] for row in rows if row[3] in ("Run", "Lauf")]
    assert all(("," in text) is (vintage is Vintage.SUMMER_2019) for text in kilometres)


def test_dates_and_numbers_are_written_as_the_language_has_them(small: Heap) -> None:
    rows = {language: table(small.archives[f"strava-{language.value}.zip"])[1] for language in Language}
    assert dt.datetime.strptime(rows[Language.ENGLISH][1], "%b %d, %Y, %I:%M:%S %p").year == 2020
    assert dt.datetime.strptime(rows[Language.GERMAN][1], "%d.%m.%Y, %H:%M:%S").year == 2021
    assert rows[Language.FRENCH][1].split(",")[0].split(" ")[1:] == ["janv.", "2022"]
    assert [("," in row[6]) for row in rows.values()] == [False, True, True]
    assert ["." in row[17] for row in rows.values()] == [True, True, True]


@pytest.mark.parametrize("kept", list(Kept))
def test_a_recording_moved_to_another_day_keeps_everything_but_its_times(kept: Kept) -> None:
    run = Run(0, AT)
    data = run.file(kept, "A & B")
    if kept.suffix == ".fit":
        messages = {message.name: message.get_values() for message in fitparse.FitFile(io.BytesIO(data)).get_messages()}
        session, activity = messages["session"], messages["activity"]
        assert session["start_time"].replace(tzinfo=dt.UTC) == AT
        assert session["total_timer_time"] == run.motion.timer_s
        assert activity["local_timestamp"] - activity["timestamp"] == dt.timedelta(hours=1)
    elif kept.suffix == ".gpx":
        (track,) = gpxpy.parse(data.decode()).tracks
        bounds = track.get_time_bounds()
        assert bounds.start_time == AT
        assert track.name == ("Easy run" if kept is Kept.GPX else "A & B")
        assert abs(track.length_2d() - run.motion.distance_m) < 0.02 * run.motion.distance_m
    else:
        assert data.count(b"2024-01-05T06:30:00") == 3  # Id, first lap, first point
        assert b"2026" not in data
        assert data.startswith(b" " * 10 + b"<?xml") is (kept is Kept.TCX_INDENTED)


def test_the_same_seed_makes_the_same_bytes_and_another_seed_others(small: Heap) -> None:
    assert strava_export(3, Language.FRENCH) == strava_export(3, Language.FRENCH)
    assert strava_export(3, Language.FRENCH)[0] != strava_export(4, Language.FRENCH)[0]
    assert heap(size=SMALL).zip() == small.zip()


def test_no_two_runs_overlap_but_some_follow_within_minutes(small: Heap) -> None:
    runs = small.truth.runs
    gaps = [(b.start - a.start).total_seconds() - a.timer_s for a, b in pairwise(runs)]
    assert 200 < min(gaps) < 300
    assert len({run.start.date() for run in runs}) < len(runs)  # days with two


def test_tiny_exports_are_tiny_and_whole() -> None:
    for name, data in tiny_exports().items():
        assert len(data) < 10_000, name
        assert len(recordings(data)) >= 3


def test_the_command_writes_the_archives_and_the_truth(small: Heap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sampledata.exports.command.heap", lambda seed, size: small)
    assert main(["exports", str(tmp_path), "--small"]) == 0
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(written) == sorted([*small.archives, "everything.zip", "truth.json"])
    assert written["everything.zip"] == small.zip()
    truth = json.loads(written["truth.json"])
    assert {name: len(truth[name]["runs"]) for name in small.truths} == {
        name: len(one.runs) for name, one in small.truths.items()
    }
    assert truth["everything.zip"]["recordings"] == small.truth.recordings
