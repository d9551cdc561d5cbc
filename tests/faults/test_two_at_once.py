"""Two batches on one library at the same time lose nothing."""

from pathlib import Path

from footfall.library.store import Library
from tests.faults.batches import Batch, season


def test_both_write_their_tables_and_the_library_has_everything(tmp_path: Path) -> None:
    season(tmp_path / "one", 60)
    season(tmp_path / "two", 45)
    library = tmp_path / "library"
    batches = [Batch(tmp_path / name, tmp_path / f"{name}.csv", library) for name in ("one", "two")]
    alone = [Batch(one.runs, tmp_path / f"{one.runs.name}-alone.csv", None, "serial") for one in batches]
    processes = [one.start() for one in batches]
    for process in processes:
        _, err = process.communicate(timeout=180)
        assert process.returncode == 1, err
    for together, apart in zip(batches, alone, strict=True):
        assert apart.run().code == 1
        assert together.out.read_bytes() == apart.out.read_bytes()
    assert not batches[0].faults()
    with Library.open(str(library)) as opened:
        kept = {row.path for athlete in opened.athletes() for row in opened.files(athlete.key)}
    assert kept >= {str(path) for name in ("one", "two") for path in (tmp_path / name).rglob("*.fit")}
