"""A dask cluster that loses a worker midway writes the table that one process writes."""

import random
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.faults.batches import Batch, season
from tests.faults.test_killed import SOME_FAILED, kill_a_worker

RUNS = 300

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")


def test_a_worker_is_killed_midway(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    runs = season(tmp_path / "runs", RUNS)
    alone = Batch(runs, tmp_path / "alone.csv", None, "serial")
    assert alone.run().code == SOME_FAILED
    cluster = Batch(runs, tmp_path / "cluster.csv", None, "dask")
    process = cluster.start()
    parts = tmp_path / "cluster.csv.parts"
    while not any(parts.glob("part-*")) and process.poll() is None:  # the work has begun
        time.sleep(0.01)
    killed = kill_a_worker(process.pid, random.Random(1))
    _, err = process.communicate(timeout=120)
    assert killed == 1
    assert process.returncode == SOME_FAILED, err
    assert not err.strip() or "distributed" not in err
    assert cluster.out.read_bytes() == alone.out.read_bytes()
    assert not [one for one in psutil.process_iter() if _of(one, str(tmp_path))]


def _of(process: psutil.Process, folder: str) -> bool:
    try:
        return any(folder in word for word in process.cmdline())
    except psutil.Error:  # it has gone, or is somebody else's
        return False
