"""The coach's week of fifty athletes with sixty runs each, from end to end: from the files, and from a library that has them."""

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from sampledata.squad.command import main as write_squad
from tests.bench.measuring import Took, only_when_measuring, took

ATHLETES, RUNS = 50, 60


def test_week_of_a_large_squad(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    only_when_measuring(benchmark)
    write_squad([str(tmp_path / "squad"), "--athletes", str(ATHLETES), "--runs", str(RUNS)])
    first = _week(tmp_path)
    kept = min(_week(tmp_path) for _ in range(3))
    print(
        f"\n\n{ATHLETES} athletes, {RUNS} runs each: {first} from the files (bound 60 s), {kept} from the library (bound 10 s)\n"
    )
    assert len(list((tmp_path / "monday" / "athletes").iterdir())) == ATHLETES
    benchmark.pedantic(_week, args=(tmp_path,), rounds=1)


def _week(folder: Path) -> Took:
    return took(["weekly", "squad", "--as-of", "2026-11-23", "--library", "kept", "-o", "monday", "--force", "--quiet"], folder)
