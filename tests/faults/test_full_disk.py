"""A disk that fills up costs nothing that stood before: the old table stays whole, and so does the library."""

import sys
from pathlib import Path

import pytest

from tests.effort import some
from tests.faults.batches import Batch, season

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
NOTHING_USABLE = 3


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
@pytest.mark.parametrize("file_bytes", some((40_000, 4_096, 150_000), every=3))
def test_the_old_table_stays_whole(tmp_path: Path, ending: str, file_bytes: int) -> None:
    runs = season(tmp_path / "runs", 90)
    batch = Batch(runs, tmp_path / f"runs{ending}", tmp_path / "library", "serial")
    assert batch.run().code == 1
    before = batch.out.read_bytes()
    (runs / "ada" / "athlete.toml").write_text('id = "ada"\nbody_mass_kg = 90\n', encoding="utf-8")
    ended = batch.run(file_bytes=file_bytes)
    assert ended.code == NOTHING_USABLE, ended.err
    assert "full" in ended.err
    assert "Traceback" not in ended.err
    assert batch.out.read_bytes() == before
    assert not batch.faults()
    assert batch.run().code == 1
    assert batch.out.read_bytes() != before


def test_a_library_that_cannot_grow_keeps_what_it_has(tmp_path: Path) -> None:
    runs = season(tmp_path / "runs", 90)
    batch = Batch(runs, tmp_path / "runs.csv", tmp_path / "library", "serial")
    ended = batch.run(file_bytes=60_000)
    assert ended.code == NOTHING_USABLE
    assert "full" in ended.err
    assert not batch.out.exists()
    assert not batch.faults()
    assert batch.run("--resume").code == 1
