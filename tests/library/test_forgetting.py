"""What is forgotten is gone: from the tables, from the bytes of the file, and from all that was made of it."""

import sqlite3
from pathlib import Path

from footfall.library.codec import pack
from footfall.library.database import beside
from footfall.library.rows import DiaryRow, RunRow
from footfall.library.store import Library
from footfall.model.athlete import Athlete
from tests.library.kinds import Leaf
from tests.library.made import REQUEST, file, reading

NOTE = b"a pain that nobody else should read about"
RUN = RunRow("r", "2026-01-01T06:00:00+00:00", "2026-01-01", "2026-W01", "{}")


def everywhere(library: Library) -> bytes:
    return b"".join(path.read_bytes() for path in beside(library.path) if path.exists())


def two_athletes(library: Library) -> None:
    for key in ("sam", "ada"):
        library.keep_athlete(key, Athlete(name=key))
        library.keep_merged(key, f"joined of {key}", pack(Leaf(key)))
        library.keep_calibration(key, "d", pack(Leaf(key)))
        library.keep_findings(key, "d", pack(Leaf(key)))
        library.keep_assembly(key, "all", "d", [RUN])
    library.keep(
        "sam", [file("/sam/1.fit", 1), file("/sam/old/2.fit", 2), file("/sam/older/3.fit", 3)], [reading(n) for n in (1, 2, 3)]
    )
    library.keep("ada", [file("/ada/1.fit", 1), file("s3://box/ada/4.fit", 4)], [reading(4)])
    library.keep_diary("sam", "/sam/diary.csv", "s", NOTE * 200, [DiaryRow(2, "2026-01-01", NOTE.decode())])


def paths(library: Library, athlete: str) -> list[str]:
    return [row.path for row in library.files(athlete)]


def test_the_words_of_a_forgotten_diary_are_nowhere_in_the_file(library: Library) -> None:
    two_athletes(library)
    assert NOTE in everywhere(library)
    gone = library.forget_path("/sam/diary.csv")
    assert (gone.diaries, gone.files, gone.compacted) == (1, 0, True)
    assert NOTE not in everywhere(library)
    assert library.diary_rows("sam") == ()
    assert library.verify() == ()


def test_words_are_overwritten_even_while_another_program_looks_at_the_library(library: Library) -> None:
    two_athletes(library)
    other = sqlite3.connect(library.path, isolation_level=None, timeout=0)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM run").fetchone()
    library._database.connection.execute("PRAGMA busy_timeout = 50")
    assert library.forget_path("/sam/diary.csv").compacted is False
    other.execute("COMMIT")
    other.close()
    assert library.diaries("sam") == ()
    library._database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert NOTE not in everywhere(library)


def test_forgetting_a_file_forgets_what_it_alone_led_to(library: Library) -> None:
    two_athletes(library)
    gone = library.forget_path("/sam/old/2.fit")
    assert (gone.files, gone.readings, gone.runs, gone.merged, gone.athletes) == (1, 1, 1, 1, 0)
    assert paths(library, "sam") == ["/sam/1.fit", "/sam/older/3.fit"]
    assert library.merged("joined of sam") is None
    assert library.calibration("sam") is None
    assert library.findings("sam", "d") is None
    assert library.findings("ada", "d") is not None
    assert list(library.runs("sam")) == []
    assert list(library.runs("ada")) == [RUN]
    assert library.merged("joined of ada") is not None
    assert library.verify() == ()


def test_a_folder_is_all_that_lies_below_it_and_nothing_that_is_called_alike(library: Library) -> None:
    two_athletes(library)
    assert library.forget_path("/sam/old/").files == 1
    assert paths(library, "sam") == ["/sam/1.fit", "/sam/older/3.fit"]
    gone = library.forget_path("/sam")
    assert (gone.files, gone.diaries, gone.athletes) == (2, 1, 1)
    assert [one.key for one in library.athletes()] == ["ada"]


def test_what_two_athletes_share_stays_with_the_other(library: Library) -> None:
    two_athletes(library)
    assert library.forget_path("/sam/1.fit").readings == 0
    assert len(list(library.readings([reading(1).key]))) == 1
    assert library.forget_path("/ada/1.fit").readings == 1
    assert list(library.readings([reading(1).key])) == []


def test_a_url_is_forgotten_as_a_path_is(library: Library) -> None:
    two_athletes(library)
    assert library.forget_path("s3://box").files == 1
    assert paths(library, "ada") == ["/ada/1.fit"]


def test_the_root_is_everything_below_it(library: Library) -> None:
    two_athletes(library)
    assert library.forget_path("/").files == 4
    assert paths(library, "ada") == ["s3://box/ada/4.fit"]


def test_a_path_that_is_not_kept_is_nothing(library: Library) -> None:
    two_athletes(library)
    gone = library.forget_path("/elsewhere")
    assert (gone.files, gone.readings, gone.merged, gone.diaries, gone.athletes) == (0, 0, 0, 0, 0)
    assert library.merged("joined of sam") is not None


def test_an_athlete_is_forgotten_with_all_that_is_hers(library: Library) -> None:
    two_athletes(library)
    gone = library.forget_athlete("sam")
    assert (gone.files, gone.readings, gone.merged, gone.diaries, gone.athletes) == (3, 2, 1, 1, 1)
    assert [one.key for one in library.athletes()] == ["ada"]
    assert NOTE not in everywhere(library)
    assert library.forget_athlete("sam").athletes == 0
    assert library.verify() == ()


def test_everything_is_forgotten_and_the_library_still_works(library: Library) -> None:
    two_athletes(library)
    library.keep("kim", [file("/kim/5.fit", 5)], [reading(5)])
    gone = library.forget_all()
    assert (gone.files, gone.readings, gone.diaries, gone.athletes) == (6, 5, 1, 3)
    assert library.info().holdings == ()
    assert b"sam" not in everywhere(library)
    library.keep("sam", [file("/sam/1.fit", 1)], [reading(1)])
    assert library.known("sam", REQUEST, ["/sam/1.fit"]) != {}
    assert library.verify() == ()


def test_forgetting_makes_the_file_smaller(library: Library, folder: Path) -> None:
    library.keep("sam", [file(f"/a/{n}.fit", n) for n in range(500)], [reading(n) for n in range(500)])
    library.forget_path("/a/0.fit")
    before = library.path.stat().st_size
    library.forget_path("/a")
    assert library.path.stat().st_size < before / 2
