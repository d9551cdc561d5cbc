"""kill -9 at any moment: what was done is kept, the rest is done by `--resume`, and the table is the same byte for byte."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.faults.batches import Batch, season

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
RUNS = 120
MOMENTS = int(os.environ.get("FOOTFALL_MOMENTS", "2"))
"""How often the parent, and how often a worker, is killed; `.ci/run` asks for 20, which takes two minutes."""
_TEMPORARY = re.compile(r"\.footfall-[0-9a-f]{16}\.tmp")
"""A table that was being written when its batch was killed; the next ones remove it after a day."""
SOME_FAILED = 1
"""One file is damaged on purpose."""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return season(tmp_path_factory.mktemp("faults") / "runs", RUNS)


@pytest.fixture(scope="module")
def undisturbed(runs: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    batch = Batch(runs, tmp_path_factory.mktemp("undisturbed") / "runs.csv", None, "serial")
    ended = batch.run()
    assert ended.code == SOME_FAILED, ended.err
    return batch.out.read_bytes()


@pytest.mark.parametrize("keeps", [True, False], ids=["library", "none"])
def test_the_parent_is_killed_again_and_again(runs: Path, undisturbed: bytes, tmp_path: Path, keeps: bool) -> None:
    batch = Batch(runs, tmp_path / "runs.csv", tmp_path / "library" if keeps else None)
    moments = random.Random(5)
    begin = time.monotonic()
    assert batch.run().code == SOME_FAILED
    whole_s = time.monotonic() - begin
    _forget(batch)
    killed = 0
    while killed < MOMENTS // 2:
        process = batch.start()
        try:
            process.wait(timeout=moments.uniform(0.1, 0.8) * whole_s)
        except subprocess.TimeoutExpired:  # it runs still: that is what the moment is for
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.communicate()
        assert not keeps or not batch.faults()
        ended = batch.run("--resume")
        assert ended.code == SOME_FAILED, ended.err
        assert batch.out.read_bytes() == undisturbed
        assert not keeps or not batch.faults()
        _forget(batch)
    left = {one.name for one in tmp_path.iterdir() if not _TEMPORARY.fullmatch(one.name)}
    assert left <= {"runs.csv", "library"}


def test_workers_are_killed_again_and_again(runs: Path, undisturbed: bytes, tmp_path: Path) -> None:
    batch = Batch(runs, tmp_path / "runs.csv", tmp_path / "library")
    moments = random.Random(6)
    killed = 0
    while killed < MOMENTS:
        process = batch.start("--rehash" if killed else "--resume")
        while process.poll() is None and killed < MOMENTS:
            time.sleep(moments.uniform(0.4, 1.2))
            killed += kill_a_worker(process.pid, moments)
        _, err = process.communicate(timeout=180)
        assert process.returncode == SOME_FAILED, err
        assert batch.out.read_bytes() == undisturbed
        assert not batch.faults()
        _forget(batch)


def kill_a_worker(pid: int, moments: random.Random) -> int:
    """1 when one was killed. The tracker of resources that Python starts beside its workers is none."""
    try:
        children = [one for one in psutil.Process(pid).children() if "spawn_main" in " ".join(one.cmdline())]
        if not children:
            return 0
        moments.choice(children).send_signal(signal.SIGKILL)
    except psutil.NoSuchProcess:
        return 0
    return 1


def _forget(batch: Batch) -> None:
    """The next batch begins from nothing."""
    batch.out.unlink(missing_ok=True)
    for file in () if batch.library is None else batch.library.iterdir():
        file.unlink()
