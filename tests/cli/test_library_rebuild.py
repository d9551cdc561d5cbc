"""A library made anew loses nothing that was good for a file that cannot be read just now."""

from pathlib import Path

import pytest

from footfall.library.store import Library
from footfall.model.problem import Problem
from footfall.workflow.find import FoundFile
from footfall.workflow.library_files import Ready, on_shelf
from footfall.workflow.library_rebuild import rebuild
from footfall.workflow.reading import Asked
from tests.bench.fleet import hour_run


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    library, runs = tmp_path / "library", tmp_path / "runs"
    runs.mkdir()
    for number in range(2):
        (runs / f"{number}.fit").write_bytes(hour_run(number, 300))
    with Library.open(library) as opened:
        on_shelf(opened, "sam", [FoundFile(str(path), named=False) for path in sorted(runs.iterdir())], Asked(), 1, None)
    return library


def runs_of(folder: Path) -> dict[str, int]:
    """Name of each file -> how many runs are kept of it."""
    found = {}
    with Library.open(folder) as library:
        for row in library.files("sam"):
            keys = [item.reading for item in row.items if item.reading is not None]
            found[Path(row.path).name] = sum(len(reading.recordings) for reading in library.whole_readings(keys))
    return found


def test_a_file_that_cannot_be_opened_now_keeps_what_was_read_of_it(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def denied(self: Path, *args: object, **more: object) -> object:
        if self.name == "0.fit":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(PermissionError):
        (kept.parent / "runs" / "0.fit").read_bytes()
    assert rebuild(str(kept), 1) is not None
    monkeypatch.undo()
    assert runs_of(kept) == {"0.fit": 1, "1.fit": 1}


def test_a_file_over_which_workers_die_keeps_what_was_read_of_it(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dying(library: Library, key: str, found: list[FoundFile], *more: object) -> Ready:
        done = on_shelf(library, key, found[1:], Asked(), 1, None)
        return Ready(done.files, (Problem(found[0].path, None, "worker-died", "A worker died."),))

    monkeypatch.setattr("footfall.workflow.library_rebuild.on_shelf", dying)
    made = rebuild(str(kept), 1)
    assert made is not None
    assert [problem.reason for problem in made.problems] == ["worker-died"]
    monkeypatch.undo()
    assert runs_of(kept) == {"0.fit": 1, "1.fit": 1}
