"""While an export is read, a bar shows how far: of the files inside it, not of the one archive that was named."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.exports.conftest import EVERYTHING, Account

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal as POSIX has it", allow_module_level=True)

from tests.cli.test_on_a_terminal import on_a_terminal

_DONE_OF_ALL = re.compile(r"(\d+)/(\d+)")
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def test_a_bar_counts_the_files_in_the_archive(accounts: Mapping[str, Account], tmp_path: Path) -> None:
    account = accounts[EVERYTHING]
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    seen = ESCAPES.sub("", on_a_terminal("analyze", os.fspath(account.path), "--as-of", "2026-11-20", columns=120, **home))
    bars = [line for line in re.split(r"[\r\n]+", seen) if "Reading" in line]
    counted = [(int(done), int(every)) for bar in bars for done, every in _DONE_OF_ALL.findall(bar)]
    assert len(bars) >= 3
    assert max(every for _, every in counted) >= account.truth.recordings
    assert [done for done, _ in counted] == sorted(done for done, _ in counted)
    assert all(done <= every for done, every in counted)
