import errno
from pathlib import Path

import pytest

from footfall.errors import OutputError
from footfall.output import writing

TABLE = b"athlete,path,id,format,device,sport,sub_sport,start,utc_offset_s\n"


def write_half(target: Path, then: BaseException) -> None:
    with writing(str(target)) as stream:
        stream.write(b"half")
        raise then


def test_pieces_stand_under_the_name_once_the_block_has_ended(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "runs.csv"
    with writing(str(target)) as stream:
        stream.write(TABLE)
        assert not target.exists()
        stream.write(b"ada\n")
    assert target.read_bytes() == TABLE + b"ada\n"
    assert [entry.name for entry in target.parent.iterdir()] == ["runs.csv"]


@pytest.mark.parametrize("broken_off_by", [KeyboardInterrupt, ValueError])
def test_a_block_broken_off_leaves_the_old_file_whole(tmp_path: Path, broken_off_by: type[BaseException]) -> None:
    target = tmp_path / "runs.csv"
    target.write_bytes(TABLE)
    with pytest.raises(broken_off_by):
        write_half(target, broken_off_by())
    assert target.read_bytes() == TABLE
    assert [entry.name for entry in tmp_path.iterdir()] == ["runs.csv"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG])
def test_no_room_is_said_and_leaves_nothing(tmp_path: Path, number: int) -> None:
    with pytest.raises(OutputError) as caught:
        write_half(tmp_path / "runs.csv", OSError(number, "no room"))
    assert caught.value.code == "full"
    assert list(tmp_path.iterdir()) == []


def test_somebody_elses_file_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    target = tmp_path / "runs.csv"
    target.write_bytes(b"mine")
    with pytest.raises(OutputError, match="exists"), writing(str(target)):
        pytest.fail("the block was entered")
    assert target.read_bytes() == b"mine"
