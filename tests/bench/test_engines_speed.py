"""The engines against one another on the work that they are for, once their workers have started."""

import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.engines import ENGINES
from footfall.engines.engine import Done, Engine, Options
from footfall.workflow.find import FoundFile, find
from footfall.workflow.read_files import ReadFiles
from footfall.workflow.reading import Asked
from tests.bench.fleet import write_runs
from tests.bench.measuring import only_when_measuring

FILES, CHUNK, WORKERS, TURNS = 2_000, 100, 2, 3
LEAST = 0.8


def test_dask_keeps_pace_with_processes(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    only_when_measuring(benchmark)
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    write_runs(tmp_path, FILES)
    found, _ = find((str(tmp_path),))
    started: dict[str, float] = {}
    taken = dict.fromkeys(("processes", "dask"), float("inf"))
    for _ in range(TURNS):
        for name in taken:
            begin = time.perf_counter()
            with ENGINES[name](Options(workers=WORKERS)) as engine:
                _read(engine, found[: 2 * WORKERS], 1)  # all have started and imported what they need
                started[name] = min(started.get(name, float("inf")), time.perf_counter() - begin)
                taken[name] = min(taken[name], _read(engine, found, CHUNK))
    benchmark.pedantic(lambda: None, rounds=1)
    efficiency = taken["processes"] / taken["dask"]
    print(f"\n\n{FILES} files of an hour in chunks of {CHUNK} on {WORKERS} workers, the fastest of {TURNS} turns each")
    for name, seconds in taken.items():
        print(f"{name:<12}{started[name]:>6.1f} s to start{seconds:>8.2f} s{1_000 * seconds / FILES:>8.2f} ms a file")
    print(f"efficiency of dask beside processes {efficiency:.2f} (bound {LEAST})\n")
    assert efficiency >= LEAST


def _read(engine: Engine, found: tuple[FoundFile, ...], size: int) -> float:
    begin = time.perf_counter()
    chunks = [found[at : at + size] for at in range(0, len(found), size)]
    done = [one for one in engine.map(ReadFiles(Asked()), chunks) if isinstance(one, Done)]
    assert sum(len(one.result.files) for one in done) == len(found)
    return time.perf_counter() - begin
