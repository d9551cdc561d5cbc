"""What is kept comes back; what is kept again takes the place of what was there."""

import datetime as dt
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from footfall.errors import LibraryError
from footfall.library.codec import pack
from footfall.library.database import beside
from footfall.library.rows import DiaryRow, RunRow
from footfall.library.store import Library
from footfall.model.athlete import Athlete, Share
from tests.library.kinds import Leaf
from tests.library.made import REQUEST, broken, digest, file, reading


def run(number: int, day: dt.date) -> RunRow:
    year, week, _ = day.isocalendar()
    return RunRow(f"run {number}", f"{day}T06:00:00+00:00", str(day), f"{year}-W{week:02d}", f'{{"n": {number}}}')


def test_files_come_back_as_they_were(library: Library) -> None:
    rows = [file("/a/1.fit", 1), file("/a/many.zip", 2, 3), broken("/a/2.fit"), file("/a/empty.zip")]
    library.keep("sam", rows, [reading(n) for n in (1, 2, 3)])
    assert library.known("sam", REQUEST, [row.path for row in rows] + ["/a/new.fit"]) == {row.path: row for row in rows}
    assert list(library.files("sam")) == sorted(rows, key=lambda row: row.path)
    assert library.known("sam", "otherwise", ["/a/1.fit"]) == {}
    assert library.known("ada", REQUEST, ["/a/1.fit"]) == {}
    assert list(library.files("ada")) == []
    assert library.verify() == ()


def test_more_files_than_are_asked_for_at_once_come_back(library: Library) -> None:
    rows = [file(f"/a/{n:05}.fit", n) for n in range(1234)]
    library.keep("sam", rows, [reading(n) for n in range(1234)])
    assert list(library.files("sam")) == rows
    assert len(library.known("sam", REQUEST, [row.path for row in rows])) == 1234
    keys = [digest(f"reading {n}") for n in range(1234)]
    assert {row.key for row in library.readings(keys)} == set(keys)


def test_a_name_that_is_no_text_comes_back_as_it_was(library: Library) -> None:
    row = file("/a/\udcff\udc80é.fit", 1)
    library.keep("/home/\udcfe", [row], [reading(1)])
    assert library.known("/home/\udcfe", REQUEST, [row.path]) == {row.path: row}
    assert [one.key for one in library.athletes()] == ["/home/\udcfe"]
    assert library.forget_path("/a/\udcff\udc80é.fit").files == 1


def test_readings_come_with_or_without_what_was_measured(library: Library) -> None:
    whole = reading(1, runs=3)
    library.keep("sam", [file("/a/1.fit", 1)], [whole])
    assert list(library.whole_readings([whole.key, whole.key, "none"])) == [whole]
    bare = replace(whole, recordings=tuple(replace(one, measured=None) for one in whole.recordings))
    assert list(library.readings([whole.key])) == [bare]
    assert library.measured(whole.key, whole.recordings[2].run_id) == whole.recordings[2].measured
    with pytest.raises(LibraryError, match="missing-run"):
        library.measured(whole.key, "no such run")


def test_a_reading_without_runs_comes_back(library: Library) -> None:
    library.keep("sam", [file("/a/1.fit", 1)], [reading(1, runs=0)])
    assert list(library.whole_readings([reading(1).key])) == [reading(1, runs=0)]


def test_a_file_that_has_changed_takes_the_place_of_what_it_was(library: Library) -> None:
    library.keep("sam", [file("/a/1.fit", 1)], [reading(1)])
    library.keep("sam", [file("/a/1.fit", 2, size=11)], [reading(2)])
    assert list(library.files("sam")) == [file("/a/1.fit", 2, size=11)]
    assert list(library.readings([reading(1).key])) == []
    assert library.verify() == ()


def test_a_reading_that_two_files_share_stays_until_both_have_changed(library: Library) -> None:
    library.keep("sam", [file("/a/1.fit", 1), file("/b/copy.fit", 1)], [reading(1)])
    library.keep("sam", [file("/a/1.fit", 2)], [reading(2)])
    assert len(list(library.readings([reading(1).key]))) == 1
    library.keep("sam", [file("/b/copy.fit", 2)], [])
    assert len(list(library.readings([reading(1).key]))) == 0


def test_keeping_twice_is_keeping_once(library: Library) -> None:
    for _ in range(2):
        library.keep("sam", [file("/a/1.fit", 1)], [reading(1)])
    assert (library.info().readings, library.info().recordings) == (1, 1)


def test_a_file_whose_reading_is_not_there_keeps_nothing(library: Library) -> None:
    with pytest.raises(LibraryError, match="missing-run"):
        library.keep("sam", [file("/a/1.fit", 1), file("/a/2.fit", 2)], [reading(1)])
    assert library.athletes() == ()
    assert library.info().readings == 0


def test_rows_are_expressed_anew_without_what_was_measured(library: Library) -> None:
    one = reading(1, runs=2)
    library.keep("sam", [file("/a/1.fit", 1)], [one])
    for row in ('{"a": 1}', '{"a": 2}'):
        library.express([(one.key, one.recordings[1].run_id, row, f"key of {row}"), ("gone", "gone", "{}", "k")])
        (back,) = library.readings([one.key])
        assert [(two.row, two.row_key) for two in back.recordings] == [(None, ""), (row, f"key of {row}")]


def test_a_joined_run_is_kept_by_its_key(library: Library) -> None:
    assert library.merged("k") is None
    library.keep_merged("sam", "k", pack(Leaf("first")))
    library.keep_merged("sam", "k", pack(Leaf("second")))
    assert library.merged("k") == pack(Leaf("second"))


def test_runs_come_by_day_and_between_days(library: Library) -> None:
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(30)]
    rows = [run(n, day) for n, day in enumerate(days)]
    library.keep_assembly("sam", "all", "d1", rows[::-1])
    library.keep_assembly("sam", "batch", "d2", rows[:1])
    assert list(library.runs("sam")) == rows
    assert list(library.runs("sam", "all", days[3], days[5])) == rows[3:6]
    assert list(library.runs("sam", "all", since=days[28])) == rows[28:]
    assert list(library.runs("sam", "batch")) == rows[:1]
    assert list(library.runs("ada")) == []
    assert library.assembly("sam", "all", "d1")
    assert not library.assembly("sam", "all", "d2")
    library.keep_assembly("sam", "all", "d3", [])
    assert list(library.runs("sam")) == []


def test_a_calibration_takes_the_place_of_the_one_before(library: Library) -> None:
    assert library.calibration("sam") is None
    for digest_ in ("d1", "d2"):
        library.keep_calibration("sam", digest_, pack(Leaf(digest_)))
    kept = library.calibration("sam")
    assert kept is not None
    assert (kept.digest, kept.data) == ("d2", pack(Leaf("d2")))


def test_a_diary_takes_the_place_of_what_the_same_file_said_before(library: Library) -> None:
    library.keep_diary("sam", "/a/diary.csv", "s1", b"old", [DiaryRow(2, "2026-01-01", "{}"), DiaryRow(3, "2026-01-02", "{}")])
    library.keep_diary("sam", "/b/diary.csv", "s2", b"other", [DiaryRow(2, "2025-01-01", "{}")])
    library.keep_diary("sam", "/a/diary.csv", "s3", b"new", [DiaryRow(2, "2026-01-03", "{}")])
    assert [(one.path, one.sha256, one.data) for one in library.diaries("sam")] == [
        ("/a/diary.csv", "s3", b"new"),
        ("/b/diary.csv", "s2", b"other"),
    ]
    assert [row.day for row in library.diary_rows("sam")] == ["2025-01-01", "2026-01-03"]


def test_an_athlete_comes_back_as_she_last_told(library: Library) -> None:
    told = Athlete("sam", "Sam", 1990, 61.5, 1.72, "Europe/Berlin", 6, Share.NONE)
    library.keep_athlete("sam", Athlete())
    library.keep_athlete("sam", told)
    (kept,) = library.athletes()
    assert (kept.key, kept.name, kept.athlete) == ("sam", "Sam", told)


def test_what_is_in_it_is_counted(library: Library, folder: Path) -> None:
    library.keep(
        "sam", [file("/a/1.fit", 1), broken("/a/2.fit"), broken("/a/3.fit", "no-time")], [reading(1, runs=2)], "footfall 9"
    )
    library.keep_assembly("sam", "all", "d", [run(1, dt.date(2026, 2, 3)), run(2, dt.date(2026, 1, 3))])
    info = library.info()
    (sam,) = info.holdings
    assert (sam.key, sam.files, sam.runs, sam.first_day, sam.last_day) == ("sam", 3, 2, "2026-01-03", "2026-02-03")
    assert (info.reasons, info.tools) == ({"damaged": 1, "no-time": 1}, ("footfall 9",))
    assert info.path == str(folder / "library.sqlite")
    assert info.size_bytes > 10_000


def test_nobody_else_can_read_it(library: Library, folder: Path) -> None:
    library.keep("sam", [file("/a/1.fit", 1)], [reading(1)])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in beside(library.path)}
    assert modes == dict.fromkeys(("library.sqlite", "library.sqlite-wal", "library.sqlite-shm"), 0o600)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert library.verify() == ()


def test_one_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    Library.open(folder).close()
    (folder / "library.sqlite").chmod(0o644)
    with Library.open(folder) as library:
        library.keep("sam", [], [])
        assert {stat.S_IMODE(path.stat().st_mode) for path in beside(library.path) if path.exists()} == {0o600}


def test_a_temporary_one_is_gone_when_it_is_closed(folder: Path) -> None:
    with Library.temporary(folder) as library:
        library.keep("sam", [file("/a/1.fit", 1)], [reading(1)])
        assert [row.path for row in library.files("sam")] == ["/a/1.fit"]
        if os.name == "posix":
            assert list(folder.iterdir()) == [], "a process that is killed leaves nothing behind"
    assert list(folder.iterdir()) == []
