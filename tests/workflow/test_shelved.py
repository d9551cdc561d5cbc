"""Read by workers, kept as rows and joined afterwards, a job comes to what it comes to when each file is read as it is met."""

import dataclasses
import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from footfall.model.problem import Problem
from footfall.render.json import document
from footfall.workflow.analyze import content_of
from footfall.workflow.find import find
from footfall.workflow.joining import asked_of
from footfall.workflow.measure_paths import Measurement, measure_paths, measurement
from footfall.workflow.read_files import read_files
from footfall.workflow.request import Request
from footfall.workflow.shelf import MemoryShelf
from footfall.workflow.shelved import OnShelf, Shelved
from sampledata.exports import SMALL, heap
from tests.effort import in_ci
from tests.workflow.test_one_run import AS_OF, START, STRAVA, gpx, strava_row, written


def by_rows(request: Request, *, gone: bool = False) -> Measurement:
    """The same job with every file read on its own, as a worker does.

    gone   the files are no longer there when they are joined.
    """
    found, missing = find(request.paths)
    found = tuple(sorted(found, key=lambda one: one.path))
    asked = asked_of(request)
    shelf = MemoryShelf()
    files: list[OnShelf] = []
    for one in found:
        read = read_files((one,), asked)
        shelf.add(read.readings)
        files.append(OnShelf(one, read.files[0]))
    if gone:
        for path in request.paths:
            shutil.rmtree(path)
    with Shelved(files, missing, asked, shelf) as gathering:
        return measurement(request, gathering)


def told(problems: Sequence[Problem]) -> list[tuple[object, ...]]:
    return [dataclasses.astuple(one) for one in problems]


def assert_alike(request: Request) -> Measurement:
    straight, rows = measure_paths(request), by_rows(request)
    assert told(rows.problems) == told(straight.problems)
    assert +rows.counts == +straight.counts
    assert rows.copies == straight.copies
    assert [run.copies for run in rows.runs] == [run.copies for run in straight.runs]
    assert document(content_of(request, rows, None)) == document(content_of(request, straight, None))
    return rows


def test_the_sample_season_is_the_same(sample_data: Path) -> None:
    assert len(assert_alike(Request((str(sample_data),), AS_OF)).runs) > 40


def test_real_files_are_the_same(corpus: Path) -> None:
    assert len(assert_alike(Request((str(corpus),), AS_OF)).runs) > 10


@in_ci
def test_an_account_in_an_archive_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "everything.zip"
    path.write_bytes(heap(size=SMALL).zip())
    assert assert_alike(Request((str(path),), AS_OF)).runs


def test_a_run_of_several_recordings_is_merged_from_its_files(tmp_path: Path) -> None:
    written(tmp_path, {"a.gpx": gpx(), "b.gpx": gpx(minutes=35, beats=140)})
    (run,) = assert_alike(Request((str(tmp_path),), AS_OF)).runs
    assert run.copies[0].columns == ("heart_rate_bpm",)


def test_what_a_log_says_of_a_sport_goes_before_the_file(tmp_path: Path) -> None:
    rows = [STRAVA, strava_row(1, "Run", "activities/1.gpx")]
    written(tmp_path, {"activities.csv": "\n".join(rows) + "\n", "activities/1.gpx": gpx(sport="cycling")})
    (run,) = assert_alike(Request((str(tmp_path),), AS_OF)).runs
    assert "sport-by-log" in run.note_codes


@pytest.mark.parametrize("named", ["a.gpx", ""])
def test_paths_are_shown_as_they_are_named_now(tmp_path: Path, named: str) -> None:
    written(tmp_path, {"a.gpx": gpx()})
    request = Request((str(tmp_path / named),), AS_OF)
    (run,) = by_rows(request).runs
    assert run.measured.header.source.path == run.path == str(tmp_path / "a.gpx")


def test_a_file_that_has_gone_keeps_what_was_measured_of_it(tmp_path: Path) -> None:
    folder = written(tmp_path / "runs", {"a.gpx": gpx(), "b.gpx": gpx(minutes=35, beats=140)})
    (run,) = by_rows(Request((str(folder),), AS_OF), gone=True).runs
    assert run.copies
    assert not run.copies[0].columns
    assert run.measured.totals.timer_s == 2400


def test_what_an_older_version_kept_of_a_file_that_has_gone_costs_that_file_alone(tmp_path: Path) -> None:
    written(tmp_path, {"a.gpx": gpx(), "b.gpx": gpx(start=START + dt.timedelta(days=1))})
    request = Request((str(tmp_path),), AS_OF)
    asked, shelf, files = asked_of(request), MemoryShelf(), []
    for one in find(request.paths)[0]:
        read = read_files((one,), asked)
        broken = one.path.endswith("a.gpx")
        shelf.add(replace(row, head=b"\x00 another version") if broken else row for row in read.readings)
        files.append(OnShelf(one, read.files[0]))
    with Shelved(files, (), asked, shelf) as gathering:
        assert len(measurement(request, gathering).runs) == 2  # the file is there, and is looked at once more
    (tmp_path / "a.gpx").unlink()
    with Shelved(files, (), asked, shelf) as gathering:
        found = measurement(request, gathering)
    assert [Path(run.path).name for run in found.runs] == ["b.gpx"]
    (problem,) = found.problems
    assert (Path(problem.path).name, problem.reason) == ("a.gpx", "unreadable")
