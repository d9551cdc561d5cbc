"""Parts are whole or not there, named by what is in them, and private."""

import os
from pathlib import Path

import pytest

from footfall.errors import EngineError, LibraryError, OutputError
from footfall.library.rows import FileRow, ItemRow, ReadingRow, RecordingRow, Stamp
from footfall.workflow.parts import Entry, Index, Part, PartFolder, Share

RUNS = (RecordingRow("run", b"sight", b"measured", '{"a":1}', "row"), RecordingRow("b", b"", None))
READING = ReadingRow("key", "ab", b"head", RUNS)
FILE = FileRow("/runs/\udcff.fit", "request", Stamp(5, 7, 9), (ItemRow("", "key", None, 5), ItemRow("/x", None, b"problem")))
PART = Part((Share("ada", (FILE,), (READING,)), Share("/runs", (), ())))


@pytest.fixture
def folder(tmp_path: Path) -> PartFolder:
    return PartFolder.of(str(tmp_path / "out" / "runs.csv"))


def names(folder: PartFolder) -> list[str]:
    return [one.name for one in Path(folder.path).iterdir()]


def told(part: Part) -> list[tuple[object, ...]]:
    return [(one.athlete, one.files, one.readings) for one in part.shares]


def test_a_part_comes_back_as_it_was(folder: PartFolder) -> None:
    name = folder.write(PART)
    assert told(folder.read(name)) == told(PART)
    assert folder.index(name) == Index((Entry("ada", FILE.path, "request", Stamp(5, 7, 9)),))
    assert folder.names() == (name,)


def test_written_twice_it_is_one(folder: PartFolder) -> None:
    assert folder.write(PART) == folder.write(PART)
    assert len(names(folder)) == 1


def test_it_lies_beside_the_output_for_the_user_alone(folder: PartFolder, tmp_path: Path) -> None:
    name = folder.write(PART)
    assert folder.path == str(tmp_path / "out" / "runs.csv.parts")
    if os.name == "posix":
        assert Path(folder.path).stat().st_mode & 0o777 == 0o700
        assert (Path(folder.path) / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("at", [0, 3, 10, 40, 150, -1])
def test_a_byte_that_changed_is_found(folder: PartFolder, at: int) -> None:
    name = folder.write(PART)
    path = Path(folder.path) / name
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    with pytest.raises(LibraryError):
        folder.read(name)


@pytest.mark.parametrize("length", [0, 5, 15, 16, 40])
def test_one_that_is_cut_short_is_found(folder: PartFolder, length: int) -> None:
    name = folder.write(PART)
    path = Path(folder.path) / name
    path.write_bytes(path.read_bytes()[:length])
    for read in (folder.read, folder.index):
        with pytest.raises(LibraryError):
            read(name)


def test_a_part_that_workers_wrote_elsewhere_is_told(folder: PartFolder) -> None:
    with pytest.raises(EngineError) as caught:
        folder.read("part-0.ffp")
    assert caught.value.code == "no-shared-folder"


def test_what_cannot_be_written_leaves_nothing_half(folder: PartFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write(PART)

    def full(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError) as caught:
        folder.write(Part(()))
    assert caught.value.code == "full"
    assert len(names(folder)) == 1


def test_clearing_takes_parts_and_leftovers_and_nothing_else(folder: PartFolder) -> None:
    folder.clear()
    folder.write(PART)
    (Path(folder.path) / ".tmp-1").write_bytes(b"half")
    folder.clear()
    assert not Path(folder.path).exists()
    folder.write(PART)
    (Path(folder.path) / "mine.txt").write_text("of the user", encoding="utf-8")
    folder.clear()
    assert names(folder) == ["mine.txt"]
