import errno
import os
import stat
from pathlib import Path

import pytest

from footfall.errors import OutputError
from footfall.output import Overwrite, check_target, encoded, write_bytes, write_text

PAGE = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="generator" content="footfall 0.1.0">'
OBJECT = '{"format_version": 1,\n "interval": 0.9,\n "tool": {"name": "footfall", "version": "0.1.0"}}\n'
TABLE = "athlete,path,id,format,device,sport,sub_sport,start,utc_offset_s\n"

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links as POSIX has them")
not_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_writes_text_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    write_text(str(target), "a\nμ·BW\r\n")
    assert target.read_bytes() == b"a\n\xce\xbc\xc2\xb7BW\r\n"
    assert names(tmp_path) == ["out.txt"]


def test_makes_the_folders_on_the_way(tmp_path: Path) -> None:
    write_text(str(tmp_path / "demo" / "deep" / "report.html"), PAGE)
    assert (tmp_path / "demo" / "deep" / "report.html").read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize("before", [PAGE, OBJECT, TABLE])
def test_replaces_what_footfall_wrote(tmp_path: Path, before: str) -> None:
    target = tmp_path / "out"
    target.write_text(before, encoding="utf-8")
    write_text(str(target), "new")
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"my thesis",
        b"date,km\n",
        b'{"format_version": 1, "tool": {"name": "other"}}',
        b'[{"tool": {"name": "footfall"}}]',
        b"\xff\xfe\x00binary",
        b'<meta name="generator" content="hugo">',
    ],
)
def test_keeps_a_file_that_footfall_did_not_write(tmp_path: Path, before: bytes) -> None:
    target = tmp_path / "out"
    target.write_bytes(before)
    for attempt in (lambda: write_text(str(target), "new"), lambda: check_target(str(target))):
        with pytest.raises(OutputError) as caught:
            attempt()
        assert caught.value.code == "exists"
        assert caught.value.values["path"] == str(target)
    assert target.read_bytes() == before
    write_text(str(target), "new", overwrite=Overwrite.ANY)
    assert target.read_bytes() == b"new"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_text(str(tmp_path), "x", overwrite=Overwrite.ANY)
    assert caught.value.code == "is-a-directory"


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        write_text(str(tmp_path / "report" / "deep" / "page.html"), PAGE)
    assert caught.value.code == "no-folder"


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "denied"), (errno.EROFS, "denied"), (errno.EIO, "failed")],
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    target = tmp_path / "report.html"
    target.write_text(PAGE, encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError) as caught:
        write_text(str(target), "half")
    assert caught.value.code == code
    assert target.read_text(encoding="utf-8") == PAGE
    assert names(tmp_path) == ["report.html"]


def test_ctrl_c_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(str(tmp_path / "report.html"), PAGE)
    assert names(tmp_path) == []


@posix
@not_root
def test_a_folder_without_leave_to_write_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError) as caught:
            write_text(str(tmp_path / "x"), "x")
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.code == "denied"


@posix
def test_the_mode_of_a_replaced_file_stays_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text(PAGE, encoding="utf-8")
    old.chmod(0o600)
    before = os.umask(0o027)
    try:
        write_text(str(old), "x")
        write_text(str(tmp_path / "new"), "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@posix
def test_a_link_still_points_where_it_did(tmp_path: Path) -> None:
    real = tmp_path / "real.html"
    real.write_text(PAGE, encoding="utf-8")
    link = tmp_path / "link.html"
    link.symlink_to(real)
    write_text(str(link), "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


@posix
def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_bytes(os.devnull, b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@posix
def test_a_name_as_long_as_the_system_takes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 255)
    write_text(str(target), "x")
    assert target.read_text(encoding="utf-8") == "x"


def test_a_file_name_that_is_no_valid_text_stays_readable() -> None:
    assert encoded("run\udcff.fit é") == b"run\\udcff.fit \xc3\xa9"
