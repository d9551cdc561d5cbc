"""`footfall --help` against a bare `import click`: what a person waits for before anything is done."""

import subprocess
import sys
import time
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

HELP = [sys.executable, "-m", "footfall", "--help"]
CLICK = [sys.executable, "-c", "import click"]
MOST = 2.0
TIMES = 25


def test_help_against_a_bare_import_of_click(benchmark: BenchmarkFixture) -> None:
    if benchmark.disabled:
        pytest.skip("a speed, not a result: `make bench` measures it")
    pairs = [(_seconds(HELP), _seconds(CLICK)) for _ in range(TIMES)]  # in turn, so that a busy moment meets both
    ours, theirs = (median(column) for column in zip(*pairs, strict=True))
    print(f"\n\nfootfall --help {ours * 1000:.0f} ms, import click {theirs * 1000:.0f} ms: {ours / theirs:.2f} times\n")
    benchmark.extra_info["ratio to a bare import of click"] = round(ours / theirs, 2)
    assert ours / theirs < MOST
    benchmark.pedantic(_seconds, args=(HELP,), rounds=5)


def _seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin
