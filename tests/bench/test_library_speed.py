"""The library with many files and many runs: made rows, so that the store is measured and nothing else."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from footfall.library.rows import RunRow
from footfall.library.store import Library
from tests.bench.measuring import fastest_ms, only_when_measuring
from tests.library.made import REQUEST, file, reading

FILES, ATHLETES, RUNS_EACH = 3000, 1000, 1000
LAST_90_DAYS_MS = 50.0
ROW = '{"distance_km": 12.5, "filled": "' + "x" * 1500 + '"}'


def runs() -> Iterator[RunRow]:
    """One a day."""
    for number in range(RUNS_EACH):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=number)
        year, week, _ = day.isocalendar()
        yield RunRow(f"run {number}", f"{day}T06:00:00+00:00", str(day), f"{year}-W{week:02d}", ROW)


def test_files_are_kept_and_known(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    only_when_measuring(benchmark)
    files = [file(f"/home/sam/runs/{n:05}.fit", n) for n in range(FILES)]
    readings = [reading(n) for n in range(FILES)]
    with Library.open(tmp_path) as library:
        begin = time.perf_counter()
        library.keep("sam", files, readings)
        kept_s = time.perf_counter() - begin
        paths, keys = [row.path for row in files], [row.key for row in readings]
        known = benchmark.pedantic(lambda: library.known("sam", REQUEST, paths), rounds=5)
        known_ms = fastest_ms(lambda: library.known("sam", REQUEST, paths), 5)
        readings_ms = fastest_ms(lambda: list(library.readings(keys)), 5)
    print(f"\n\n{FILES} files: kept in {kept_s:.2f} s, known in {known_ms:.0f} ms, readings in {readings_ms:.0f} ms\n")
    assert len(known) == FILES


def test_the_last_90_days_of_one_athlete_in_a_million_runs(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    only_when_measuring(benchmark)
    with Library.open(tmp_path) as library:
        begin = time.perf_counter()
        for athlete in range(ATHLETES):
            library.keep_assembly(f"athlete {athlete}", "all", "d", runs())
        made_s = time.perf_counter() - begin
        since = dt.date(2024, 1, 1) + dt.timedelta(days=RUNS_EACH - 90)
        found = benchmark.pedantic(lambda: list(library.runs("athlete 700", "all", since)), rounds=5)
        took_ms = fastest_ms(lambda: list(library.runs("athlete 700", "all", since)), 5)
        size_mb = library.path.stat().st_size / 1e6
    print(
        f"\n\n{ATHLETES * RUNS_EACH} runs, {size_mb:.0f} MB, kept in {made_s:.0f} s; 90 days of one athlete in {took_ms:.2f} ms\n"
    )
    assert len(found) == 90
    assert took_ms < LAST_90_DAYS_MS
