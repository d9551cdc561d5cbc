from pathlib import Path

import pytest

from footfall.errors import OutputError
from footfall.output import Overwrite, check_shared, write_shared


def test_what_stands_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "shared" / "script.js"
    write_shared(str(target), b"one")
    before = target.stat()
    check_shared(str(target), b"one")
    write_shared(str(target), b"one")
    assert target.stat().st_mtime_ns == before.st_mtime_ns
    assert target.stat().st_ino == before.st_ino
    assert [entry.name for entry in target.parent.iterdir()] == ["script.js"]


@pytest.mark.parametrize("other", [b"two", b"longer"])
def test_another_file_under_the_name_stays_unless_it_may_be_replaced(tmp_path: Path, other: bytes) -> None:
    target = tmp_path / "script.js"
    target.write_bytes(other)
    for refused in (check_shared, write_shared):
        with pytest.raises(OutputError) as caught:
            refused(str(target), b"one")
        assert caught.value.code == "exists"
    assert target.read_bytes() == other
    write_shared(str(target), b"one", overwrite=Overwrite.ANY)
    assert target.read_bytes() == b"one"


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "shared").write_text("a thesis", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        write_shared(str(tmp_path / "shared" / "script.js"), b"one")
    assert caught.value.code == "no-folder"
