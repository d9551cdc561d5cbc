"""What stands where the library should be: nothing, an older one, a newer one, something damaged, somebody else's."""

import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from footfall.errors import LibraryError
from footfall.library import database, faults, migrations
from footfall.library.codec import pack
from footfall.library.migrations import APPLICATION_ID, VERSION, statements
from footfall.library.store import Library
from footfall.model.problem import Problem
from footfall.wording.errors import sentence
from tests.library.made import REQUEST, broken, digest, file, reading

OLD = Path(__file__).with_name("version_1.sql")


def look(folder: Path) -> None:
    with Library.open(folder) as library:
        list(library.files("sam"))
        library.info()


def refused(folder: Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        look(folder)
    said = sentence(caught.value)
    assert re.search(r"--library|rebuild|newer footfall", said), "what to do"
    assert "{" not in said
    return caught.value


def filled(folder: Path, count: int = 30) -> Path:
    with Library.open(folder) as library:
        library.keep("sam", [file(f"/a/{n:03}.fit", n) for n in range(count)], [reading(n) for n in range(count)])
        return library.path


def shape(connection: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """Columns and indexes of every table; the order of columns does not matter."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = {name: {row[1:] for row in connection.execute(f"PRAGMA table_info({name})")} for name in tables}
    found["indexes"] = set(connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'"))
    found["strict"] = set(
        connection.execute("SELECT name, wr, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    )
    return found


def old_library(folder: Path) -> Path:
    """As the first version made it, with a file that was read and one that was broken."""
    folder.mkdir()
    path = folder / "library.sqlite"
    connection = sqlite3.connect(path)
    for statement in statements(OLD.read_text(encoding="utf-8")):
        connection.execute(statement)
    one, problem = reading(1), pack(Problem("/a/2.fit", None, "no-time", "It has no times."))
    connection.execute("INSERT INTO athlete (id, key) VALUES (1, 'sam')")
    connection.execute("INSERT INTO provenance VALUES (1, 'footfall 0.1')")
    connection.execute("INSERT INTO reading VALUES (1, ?, ?, ?, 1, '2026-01-01T00:00:00+00:00')", (one.key, one.sha256, one.head))
    (run,) = one.recordings
    connection.execute("INSERT INTO recording VALUES (1, 1, 0, ?, ?)", (run.run_id, run.sighting))
    connection.execute("INSERT INTO measured VALUES (1, ?)", (run.measured,))
    connection.executemany(
        "INSERT INTO file VALUES (?, 1, ?, ?, 10, 1700000000123456789, 42)", [(1, "/a/1.fit", REQUEST), (2, "/a/2.fit", REQUEST)]
    )
    connection.execute("INSERT INTO item VALUES (1, 0, '', 1, NULL, 10)")
    connection.execute("INSERT INTO item VALUES (2, 0, '', NULL, ?, NULL)", (problem,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    return path


def test_an_older_one_is_brought_up_to_date_with_all_that_is_in_it(tmp_path: Path) -> None:
    old_library(tmp_path / "old")
    with Library.open(tmp_path / "old") as library:
        assert library.known("sam", REQUEST, ["/a/1.fit"]) == {"/a/1.fit": file("/a/1.fit", 1)}
        assert list(library.whole_readings([digest("reading 1")])) == [reading(1)]
        assert library.info().version == VERSION
        assert library.info().reasons == {"no-time": 1}
        assert library.verify() == ()
        migrated = shape(library._database.connection)
    with Library.open(tmp_path / "new") as library:
        assert migrated == shape(library._database.connection)


def test_a_step_does_not_rest_on_what_a_type_is_today(tmp_path: Path) -> None:
    path = old_library(tmp_path / "old")
    connection = sqlite3.connect(path)
    (record,) = connection.execute("SELECT problem FROM item WHERE problem IS NOT NULL").fetchone()
    of_another_print = record[:4] + bytes(4) + record[8:]
    connection.execute("UPDATE item SET problem = ? WHERE problem IS NOT NULL", (of_another_print,))
    connection.commit()
    connection.close()
    with Library.open(tmp_path / "old") as library:
        assert library.info().reasons == {"no-time": 1}


def test_a_step_that_fails_leaves_the_older_one_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = old_library(tmp_path / "old")

    def breaks(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE merged")
        raise sqlite3.OperationalError("no more")

    monkeypatch.setattr(migrations, "MIGRATIONS", {1: breaks})
    assert refused(tmp_path / "old").code == "failed"
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM merged").fetchone() == (0,)
    connection.close()


def test_every_step_from_the_first_version_on_is_there() -> None:
    assert sorted(migrations.MIGRATIONS) == list(range(1, VERSION))


def test_a_newer_one_is_left_as_it_is(folder: Path) -> None:
    path = filled(folder)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    error = refused(folder)
    assert (error.code, error.values["found"], error.values["known"]) == ("newer", VERSION + 1, VERSION)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_as_it_is(folder: Path) -> None:
    for number, statement in enumerate(("CREATE TABLE t (a)", "PRAGMA user_version = 1", "PRAGMA application_id = 7")):
        own = folder / str(number)
        own.mkdir(parents=True)
        connection = sqlite3.connect(own / "library.sqlite")
        connection.execute(statement)
        connection.commit()
        connection.close()
        before = (own / "library.sqlite").read_bytes()
        assert refused(own).code == "not-a-library"
        assert (own / "library.sqlite").read_bytes() == before


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def noise(data: bytes) -> bytes:
    return random.Random(1).randbytes(len(data))


@pytest.mark.parametrize("harm", [cut, noise, lambda _: b"hello", lambda data: data[:60]])
def test_a_damaged_one_says_so(folder: Path, harm: Callable[[bytes], bytes]) -> None:
    path = filled(folder)
    path.write_bytes(harm(path.read_bytes()))
    assert refused(folder).code == "damaged"


def test_whatever_page_is_overwritten_nothing_but_our_errors_is_raised(folder: Path) -> None:
    path = filled(folder, 200)
    whole, rng, codes = path.read_bytes(), random.Random(3), set()
    for page in range(0, len(whole), 4096):
        path.write_bytes(whole[: page + 100] + rng.randbytes(3900) + whole[page + 4000 :])
        try:
            with Library.open(folder) as library:
                faults = library.verify()
                list(library.files("sam"))
                list(library.whole_readings([digest(f"reading {n}") for n in range(200)]))
                library.athletes()
        except LibraryError as error:
            codes.add(error.code)
        else:
            codes.add("told" if faults else "unseen")
    assert "damaged" in codes
    assert codes <= {"damaged", "damaged-record", "told", "unseen", "failed"}
    path.write_bytes(whole)
    with Library.open(folder) as library:
        assert library.verify() == ()


def test_a_file_in_place_of_the_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("not a folder")
    assert refused(tmp_path / "kept").code == "no-folder"
    assert refused(tmp_path / "kept" / "deeper").code == "no-folder"


def test_a_folder_in_place_of_the_file_says_so(folder: Path) -> None:
    (folder / "library.sqlite").mkdir(parents=True)
    assert refused(folder).code == "failed"


def test_an_empty_file_becomes_a_library(folder: Path) -> None:
    """Another process died, or stands, between making the file and filling it."""
    folder.mkdir()
    (folder / "library.sqlite").touch()
    with Library.open(folder) as library:
        assert library.verify() == ()


def test_somebody_elses_transaction_is_waited_for_and_then_named(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_S", 0.05)
    other = sqlite3.connect(folder / "library.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Library.open(folder) as second, pytest.raises(LibraryError) as caught:
        second.keep("sam", [], [])
    other.execute("ROLLBACK")
    other.close()
    assert caught.value.code == "busy"
    assert str(int(faults.BUSY_S)) in sentence(caught.value)


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that another user can reach, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


LOOK = """
import os, sys
from footfall.errors import LibraryError
from footfall.library.store import Library
from footfall.wording import CATALOGUE
from footfall.wording.errors import sentence
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)  # once all is imported, which another user may not be allowed to read
try:
    with Library.open(sys.argv[1]) as library:
        print("open", library.writable, len(list(library.files("sam"))), len(library.verify()))
        library.keep("sam", [], [])
except LibraryError as error:
    print(error.code)
    assert "{" not in sentence(error)
"""


def as_another(folder: Path) -> list[str]:
    """What a user sees to whom modes apply: root is bound by none."""
    done = subprocess.run([sys.executable, "-c", LOOK, str(folder)], capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]


def owned(path: Path, mode: int) -> None:
    for one in sorted(path.rglob("*")):
        if os.geteuid() == 0:
            os.chown(one, 65534, 65534)
        one.chmod(0o400)
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
    path.chmod(mode)


def test_one_in_a_place_that_cannot_be_written_to_can_be_looked_at(reachable: Path) -> None:
    filled(reachable / "kept")
    owned(reachable / "kept", 0o500)
    assert as_another(reachable / "kept") == ["open False 30 0", "read-only"]
    (reachable / "kept").chmod(0o700)


def test_where_none_is_and_none_can_be_made_is_said(reachable: Path) -> None:
    (reachable / "kept").mkdir()
    owned(reachable / "kept", 0o500)
    assert as_another(reachable / "kept") == ["read-only"]
    owned(reachable / "kept", 0o000)
    assert as_another(reachable / "kept") == ["denied"]
    (reachable / "kept").chmod(0o700)


def test_an_older_one_that_cannot_be_written_to_is_not_half_read(reachable: Path) -> None:
    old_library(reachable / "kept")
    owned(reachable / "kept", 0o500)
    assert as_another(reachable / "kept") == ["read-only-old"]
    (reachable / "kept").chmod(0o700)


def test_one_with_unfinished_business_that_cannot_be_written_to_is_not_half_read(reachable: Path) -> None:
    path = filled(reachable / "kept")
    path.with_name(f"{path.name}-wal").write_bytes(bytes(5000))
    owned(reachable / "kept", 0o500)
    assert as_another(reachable / "kept") == ["read-only-busy"]
    (reachable / "kept").chmod(0o700)


def test_a_read_only_disk_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mocked: a disk cannot be mounted in a test."""
    filled(folder)
    monkeypatch.setattr(database.os, "access", lambda *_: False)
    with Library.open(folder) as library:
        assert len(list(library.files("sam"))) == 30
        with pytest.raises(LibraryError) as caught:
            library.keep("sam", [broken("/a/1.fit")], [])
    assert caught.value.code == "read-only"
    assert "--library" in sentence(caught.value)
