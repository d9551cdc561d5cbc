"""One process at a time in a folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from footfall.output.alone import alone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")
ADD = """
import sys
from footfall.output.alone import alone
path = sys.argv[1]
for _ in range(50):
    with alone(path):
        count = int(open(path).read())
        open(path, "w").write(str(count + 1))
"""


def test_what_is_read_and_written_back_is_not_lost_to_another(tmp_path: Path) -> None:
    counted = tmp_path / "count"
    counted.write_text("0", encoding="utf-8")
    running = [subprocess.Popen([sys.executable, "-c", ADD, str(counted)]) for _ in range(4)]
    assert [one.wait(timeout=60) for one in running] == [0] * 4
    assert counted.read_text(encoding="utf-8") == "200"


def test_a_folder_that_is_not_there_is_left_to_whoever_writes(tmp_path: Path) -> None:
    with alone(str(tmp_path / "gone" / "diary.csv")):
        pass
