"""A folder as a result: whole or not at all, and never in the place of somebody else's."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from footfall.errors import OutputError
from footfall.output.folder import MARK, check_folder, writing_folder

OURS = '{"footfall": "1.0", "holds": "runs"}\n'


def made(path: Path, text: str) -> Path:
    with writing_folder(str(path)) as folder:
        (folder / MARK).write_text(OURS, encoding="utf-8")
        (folder / "part.txt").write_text(text, encoding="utf-8")
    return path


def test_what_was_written_stands_under_the_name(tmp_path: Path) -> None:
    made(tmp_path / "on the way" / "runs", "one")
    assert sorted(file.name for file in (tmp_path / "on the way" / "runs").iterdir()) == [MARK, "part.txt"]


def test_a_folder_of_ours_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    made(tmp_path / "runs", "one")
    made(tmp_path / "runs", "two")
    assert (tmp_path / "runs" / "part.txt").read_text(encoding="utf-8") == "two"
    assert [file.name for file in tmp_path.iterdir()] == ["runs"]


def test_somebody_elses_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    with pytest.raises(OutputError, match="exists-folder"):
        made(tmp_path / "photos", "one")
    assert (tmp_path / "photos" / "cat.jpg").read_bytes() == b"cat"


def test_an_empty_folder_may_be_used_and_a_file_may_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    made(tmp_path / "empty", "one")
    (tmp_path / "file").write_text("text", encoding="utf-8")
    with pytest.raises(OutputError, match="exists-file"):
        check_folder(str(tmp_path / "file"))


@pytest.mark.parametrize("broken_off_by", [KeyboardInterrupt(), ValueError(), OSError(errno.ENOSPC, "no room")])
def test_a_block_broken_off_leaves_the_old_folder_whole(tmp_path: Path, broken_off_by: BaseException) -> None:
    made(tmp_path / "runs", "one")
    with pytest.raises((type(broken_off_by), OutputError)):
        _half(tmp_path / "runs", broken_off_by)
    assert (tmp_path / "runs" / "part.txt").read_text(encoding="utf-8") == "one"
    assert [file.name for file in tmp_path.iterdir()] == ["runs"]


def _half(path: Path, broken_off_by: BaseException) -> None:
    with writing_folder(str(path)) as folder:
        (folder / "part.txt").write_text("half", encoding="utf-8")
        raise broken_off_by


def test_a_second_rename_that_fails_brings_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "runs", "one")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.suffix == ".tmp":
            raise OSError(errno.EIO, "input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OutputError, match="failed"):
        made(tmp_path / "runs", "two")
    assert (tmp_path / "runs" / "part.txt").read_text(encoding="utf-8") == "one"


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
def test_a_process_killed_between_the_renames_costs_nothing(tmp_path: Path) -> None:
    made(tmp_path / "runs", "one")
    script = (
        "import os, signal\nfrom pathlib import Path\nfrom tests.output.test_folder import made\n"
        "rename = Path.rename\n"
        "def killed(self, target):\n"
        "    if self.suffix == '.tmp': os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return rename(self, target)\n"
        "Path.rename = killed\n"
        f"made(Path({str(tmp_path / 'runs')!r}), 'two')\n"
    )
    root = Path(__file__).resolve().parents[2]
    ended = subprocess.run([sys.executable, "-c", script], check=False, cwd=root, env={**os.environ, "PYTHONPATH": str(root)})
    assert ended.returncode == -signal.SIGKILL
    assert not (tmp_path / "runs").exists()
    check_folder(str(tmp_path / "runs"))
    assert (tmp_path / "runs" / "part.txt").read_text(encoding="utf-8") == "one"
    made(tmp_path / "runs", "three")
    assert (tmp_path / "runs" / "part.txt").read_text(encoding="utf-8") == "three"


def test_what_a_killed_process_left_goes_after_a_day(tmp_path: Path) -> None:
    for name, age_s in (
        (".footfall-0123456789abcdef.tmp", 90_000),
        (".footfall-fedcba9876543210.tmp", 60),
        (".footfall-mine.tmp", 90_000),
    ):
        (tmp_path / name).mkdir()
        then = (tmp_path / name).stat().st_mtime - age_s
        os.utime(tmp_path / name, (then, then))
    made(tmp_path / "runs", "one")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".footfall-fedcba9876543210.tmp", ".footfall-mine.tmp", "runs"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_what_an_interrupted_swap_left_beside_the_target_of_a_link_is_put_right(tmp_path: Path) -> None:
    real = made(tmp_path / "disk" / "runs", "one")
    link = tmp_path / "link"
    link.symlink_to(real)
    real.rename(real.parent / ".runs.footfall-old")  # killed between the two renames
    check_folder(str(link))
    assert (link / "part.txt").read_text(encoding="utf-8") == "one"


def test_files_are_opened_for_writing_to_be_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to sync what was opened for reading alone."""
    fcntl = pytest.importorskip("fcntl")
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda number: modes.append(fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE))
    made(tmp_path / "runs", "one")
    assert modes == [os.O_RDWR, os.O_RDWR]
