"""A process that is killed, a disk that is full, two processes at once: nothing that was kept is lost, nothing is half kept."""

import multiprocessing
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from footfall.library.store import Library
from tests.library.made import file, reading

ROOT = Path(__file__).resolve().parents[2]
BATCH = 40


def files_of(library: Library, batch: str) -> int:
    return sum(row.path.startswith(f"/{batch}/") for row in library.files("sam"))


KILLED = """
import os, signal, sys
from footfall.library.store import Library
from tests.library.made import file, reading
folder, last, batch = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
library = Library.open(folder)
library.keep("sam", [file(f"/before/{n}.fit", n) for n in range(batch)], [reading(n) for n in range(batch)])
seen = 0
def statement(_):
    global seen
    seen += 1
    if seen == last:
        os.kill(os.getpid(), signal.SIGKILL)
library._database.connection.set_trace_callback(statement)
numbers = range(batch // 2, batch + batch // 2)  # some readings are there already, some files are replaced
library.keep("sam", [file(f"/before/{n}.fit", n + 1) for n in range(batch // 2)] + [file(f"/new/{n}.fit", n) for n in numbers],
             [reading(n) for n in range(2 * batch)])
print(seen)
"""


def killed_at(folder: Path, statement: int) -> "subprocess.CompletedProcess[str]":
    words = [sys.executable, "-c", KILLED, str(folder), str(statement), str(BATCH)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def test_killed_while_it_keeps_it_has_kept_all_or_nothing(tmp_path: Path) -> None:
    undisturbed = killed_at(tmp_path / "whole", -1)
    count = int(undisturbed.stdout)
    assert count > 3 * BATCH
    for statement in (1, 2, 3, count // 2, count - 1, count):
        folder = tmp_path / str(statement)
        ended = killed_at(folder, statement)
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        with Library.open(folder) as library:
            assert library.verify() == ()
            assert (files_of(library, "before"), files_of(library, "new")) == (BATCH, 0)
            before = [file(f"/before/{n}.fit", n) for n in range(BATCH)]
            assert sorted(library.files("sam"), key=lambda row: row.path) == sorted(before, key=lambda row: row.path)


FULL = """
import resource, signal, sys
from footfall.errors import LibraryError
from footfall.library.store import Library
from footfall.wording.errors import sentence
from tests.library.made import file, reading
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
with Library.open(sys.argv[1]) as library:
    for batch in range(1000):
        numbers = range(batch * 20, batch * 20 + 20)
        try:
            library.keep("sam", [file(f"/{batch}/{n}.fit", n) for n in numbers], [reading(n) for n in numbers])
        except LibraryError as error:
            assert "full" in sentence(error)
            print(error.code, batch)
            break
"""


def test_on_a_full_disk_what_was_kept_stays(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "kept")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    code, batches = done.stdout.split()
    assert code == "full"
    assert int(batches) > 0
    with Library.open(tmp_path / "kept") as library:
        assert library.verify() == ()
        assert sum(1 for _ in library.files("sam")) == 20 * int(batches)


def keeps(folder: str, who: int, barrier: "multiprocessing.synchronize.Barrier") -> None:
    barrier.wait(60)  # both open, and make, the library at the same moment
    with Library.open(folder) as library:
        for batch in range(10):
            numbers = range(who * 300 + batch * 30, who * 300 + batch * 30 + 30)
            rows = [file(f"/{who}/{n}.fit", n) for n in numbers] + [file(f"/shared/{batch}.fit", batch * 30)]
            library.keep("sam", rows, [reading(n) for n in (*numbers, batch * 30)])


def test_two_processes_that_keep_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    both = [context.Process(target=keeps, args=(str(tmp_path / "kept"), who, barrier)) for who in (0, 1)]
    for process in both:
        process.start()
    for process in both:
        process.join(120)
    assert [process.exitcode for process in both] == [0, 0]
    with Library.open(tmp_path / "kept") as library:
        assert library.verify() == ()
        assert [files_of(library, part) for part in ("0", "1", "shared")] == [300, 300, 10]
        rows = {row.path: row for row in library.files("sam")}
        assert all(rows[f"/{n // 300}/{n}.fit"] == file(f"/{n // 300}/{n}.fit", n) for n in range(600))
        assert sum(1 for _ in library.whole_readings([reading(n).key for n in range(600)])) == 600


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_stopped_while_it_keeps_it_has_kept_nothing_and_goes_on(library: Library, error: type[BaseException]) -> None:
    def rows():  # type: ignore[no-untyped-def]
        yield from ()
        raise error

    with pytest.raises(error):
        library.keep_assembly("sam", "all", "d", rows())
    assert library.athletes() == ()
    library.keep("sam", [file("/a/1.fit", 1)], [reading(1)])
    assert library.verify() == ()
