"""What is kept of a content has no name in it: forgotten under one path and kept under another, nothing of the first is left."""

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from footfall.errors import LibraryError
from footfall.library.codec import _opened
from footfall.library.database import NAME, beside
from footfall.workflow.batch import batch
from footfall.workflow.library_commands import forget_paths, library_faults
from tests.batch.made import SECONDS, request
from tests.bench.fleet import hour_run

SECRET = b"secretname"


def bytes_of(library: Path) -> Iterator[bytes]:
    """All of a library: its files as they are, and each record unpacked."""
    yield from (path.read_bytes() for path in beside(library / NAME) if path.exists())
    connection = sqlite3.connect(library / NAME)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for row in connection.execute(f"SELECT * FROM {table}").fetchall():
            for value in row:
                if isinstance(value, bytes):
                    try:
                        _, held, text = _opened(value)
                    except LibraryError:
                        continue  # no record
                    yield bytes(held) + text.encode()
    connection.close()


def archive_of(*contents: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number, data in enumerate(contents):
            archive.writestr(zipfile.ZipInfo(f"{number}.fit"), data)
    return made.getvalue()


RUN = hour_run(1, SECONDS)
CONTENTS = {
    "a run": (".fit", RUN),
    "a damaged run": (".fit", RUN[: len(RUN) // 2]),
    "a log": (".csv", b"date,start,distance_km,moving_min,file\n2026-03-01,07:00,8.0,48,a.fit\n2026-03-02,,5.0,31,b.fit\n"),
    "an archive": (".zip", archive_of(RUN, RUN[:40])),
    "no run": (".txt", b"not a run\n"),
}


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("height_m", [1.7, 1.9], ids=["rows as read", "rows made anew"])
def test_no_byte_of_a_forgotten_path_is_left(tmp_path: Path, kind: str, height_m: float) -> None:
    runs, library = tmp_path / "runs", tmp_path / "library"
    runs.mkdir()
    settings = runs / "athlete.toml"
    settings.write_text('id = "sam"\nheight_m = 1.7\n', encoding="utf-8")
    ending, data = CONTENTS[kind]
    first, second = runs / f"a-secretname{ending}", runs / f"b-other{ending}"
    first.write_bytes(data)
    batch(request(runs, tmp_path / "runs.csv", library=str(library)))  # first met under the name that is going to be forgotten
    second.write_bytes(data)
    settings.write_text(f'id = "sam"\nheight_m = {height_m}\n', encoding="utf-8")
    batch(request(runs, tmp_path / "runs.csv", library=str(library)))
    assert any(SECRET in found for found in bytes_of(library)), "this test can see it"
    gone = forget_paths(str(library), [str(first)])
    assert gone is not None
    assert gone.files >= 1
    assert not any(SECRET in found for found in bytes_of(library))
    assert library_faults(str(library)) == ()
