"""3,000 files of four accounts in one zip through the whole program, as a user starts it."""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from sampledata.exports import heap

BOUND_S = 60.0
"""On two cores."""


def test_three_thousand_files_in_a_minute(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    if benchmark.disabled:
        pytest.skip("a speed, not a result: `make bench` measures it")
    begin = time.perf_counter()
    made = heap()
    path = tmp_path / "everything.zip"
    path.write_bytes(made.zip())
    making_s = time.perf_counter() - begin
    out = tmp_path / "runs.json"
    words = [sys.executable, "-m", "footfall", "analyze", str(path), "--json", "-o", str(out), "--as-of", "2026-11-20"]

    def analyze() -> int:
        return subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    code = benchmark.pedantic(analyze, rounds=1)
    seconds = time.perf_counter() - begin
    runs = len(json.loads(out.read_text(encoding="utf-8"))["runs"])
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak_mb = used.ru_maxrss / 1024  # kB on Linux
    cpu_s = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"\n\n{made.truth.recordings} files, {path.stat().st_size / 1e6:.0f} MB, made in {making_s:.0f} s; "
        f"{os.cpu_count()} cores: {seconds:.1f} s (bound {BOUND_S:.0f} s), of a processor {cpu_s:.1f} s, "
        f"{made.truth.recordings / seconds:.0f} files/s, {runs} runs of {len(made.truth.runs)}, peak {peak_mb:.0f} MB\n"
    )
    benchmark.extra_info |= {"files": made.truth.recordings, "runs": runs, "peak MB": round(peak_mb)}
    assert code == 1  # some files are damaged on purpose
    assert runs == len(made.truth.runs)
    assert seconds < BOUND_S
