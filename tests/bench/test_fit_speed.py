"""FIT to the columns that the numbers need, against fitparse and fitfast, in one process, over files of half an hour or more.

Timed of ours is the whole decoder: bytes to columns, laps, pauses, sessions, checksums and what is impossible left out. Timed of
fitparse is `get_values()` of each record, of fitfast `records()`, its way from bytes to arrays: both give the records alone.
"""

import gc
import io
import math
import timeit
import tracemalloc
from collections.abc import Callable
from statistics import median
from typing import NamedTuple

import fitfast
import fitparse
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.formats.fit import FitDecoder
from tests.bench.fit_files import FEWEST_RECORDS, long_files, made_file

pytestmark = pytest.mark.filterwarnings(
    "ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning"
)  # fitparse's, from 3.12 on
LEAST_FITPARSE = 200.0
LEAST_FITFAST = 2.0
MOST_MEMORY = 0.25
MEMORY_RECORDS = 13_000
"""Three and a half hours."""
STEEPEST = 1.05
SLOPE_RECORDS = (10_000, 30_000, 100_000, 300_000, 1_000_000)


class Row(NamedTuple):
    """One file; times are the fastest of several."""

    name: str
    records: int
    ours_ms: float
    fitparse_ms: float
    fitfast_ms: float

    @property
    def to_fitparse(self) -> float:
        return self.fitparse_ms / self.ours_ms

    @property
    def to_fitfast(self) -> float:
        return self.fitfast_ms / self.ours_ms


def test_fit_to_columns_against_fitparse_and_fitfast(benchmark: BenchmarkFixture) -> None:
    _only_when_measuring(benchmark)
    files = {path: path.read_bytes() for path in long_files()}
    if not files:
        pytest.skip(f"no FIT file of {FEWEST_RECORDS} records here: neither ../shared/corpus nor sample_data")
    rows = [_row(path.name, records, files[path]) for path, records in long_files().items()]
    _show(rows)
    slower = median(row.to_fitparse for row in rows)
    slower_than_fast = median(row.to_fitfast for row in rows)
    benchmark.extra_info["median ratio to fitparse"] = round(slower)
    benchmark.extra_info["median ratio to fitfast"] = round(slower_than_fast, 1)
    benchmark(lambda: [FitDecoder().decode(data, path.name) for path, data in files.items()])
    assert slower >= LEAST_FITPARSE
    assert slower_than_fast >= LEAST_FITFAST


def test_fit_memory_against_fitparse(benchmark: BenchmarkFixture) -> None:
    _only_when_measuring(benchmark)
    data = made_file(MEMORY_RECORDS)
    few = made_file(10)
    _ours(few), _fitparse(few)  # what is imported late is no part of either
    ours, theirs = _peak_bytes(lambda: _ours(data)), _peak_bytes(lambda: _fitparse(data))
    print(
        f"\n\nmemory at its peak, above what stands there before, of {MEMORY_RECORDS} records ({len(data) / 1e3:.0f} kB): "
        f"ours {ours / 1e6:.2f} MB, fitparse {theirs / 1e6:.2f} MB: {ours / theirs:.3f} of it (bound {MOST_MEMORY})\n"
    )
    benchmark.extra_info["peak memory, share of fitparse's"] = round(ours / theirs, 3)
    benchmark.pedantic(_ours, args=(data,), rounds=5)
    assert ours / theirs <= MOST_MEMORY


def test_fit_time_grows_with_the_records_and_no_faster(benchmark: BenchmarkFixture) -> None:
    _only_when_measuring(benchmark)
    files = [made_file(records) for records in SLOPE_RECORDS]
    milliseconds = [_fastest_ms(lambda data=data: _ours(data), 12) for data in files]
    slope = float(np.polyfit(np.log(SLOPE_RECORDS), np.log(milliseconds), 1)[0])
    print("\n\nrecords      ours ms    ns each")
    for records, taken in zip(SLOPE_RECORDS, milliseconds, strict=True):
        print(f"{records:>9}{taken:>11.2f}{1e6 * taken / records:>11.0f}")
    print(f"time grows as records to the power of {slope:.3f} (bound {STEEPEST})\n")
    benchmark.extra_info["log-log slope"] = round(slope, 3)
    benchmark.pedantic(_ours, args=(files[0],), rounds=5)
    assert slope <= STEEPEST


def _only_when_measuring(benchmark: BenchmarkFixture) -> None:
    if benchmark.disabled:
        pytest.skip("a speed, not a result: `make bench` measures it")


def _ours(data: bytes) -> object:
    return FitDecoder().decode(data, "bench.fit")


def _fitparse(data: bytes) -> object:
    return [message.get_values() for message in fitparse.FitFile(io.BytesIO(data)).get_messages("record")]


def _fitfast_ms(data: bytes) -> float:
    """NaN for a file that it declines."""
    try:
        fitfast.records(data)
    except fitfast.FitDecodeError:
        return math.nan
    return _fastest_ms(lambda: fitfast.records(data), 20)


def _row(name: str, records: int, data: bytes) -> Row:
    return Row(name, records, _fastest_ms(lambda: _ours(data), 30), _fastest_ms(lambda: _fitparse(data), 3), _fitfast_ms(data))


def _fastest_ms(work: Callable[[], object], times: int) -> float:
    """The fastest of several, the garbage collector off: what else the machine and the test suite do only ever adds."""
    return min(timeit.repeat(work, number=1, repeat=times)) * 1000


def _peak_bytes(work: Callable[[], object]) -> int:
    """What is allocated at the worst moment of the work, its result included."""
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        result = work()
        _, peak = tracemalloc.get_traced_memory()
        del result
    finally:
        tracemalloc.stop()
    return peak - before


def _show(rows: list[Row]) -> None:
    print(f"\n\n{'FIT file':<44}{'records':>8}{'ours ms':>9}{'fitparse ms':>13}{'ratio':>7}{'fitfast ms':>12}{'ratio':>7}")
    for row in sorted(rows, key=lambda row: row.to_fitparse):
        print(
            f"{row.name[:43]:<44}{row.records:>8}{row.ours_ms:>9.2f}{row.fitparse_ms:>13.0f}{row.to_fitparse:>7.0f}"
            f"{row.fitfast_ms:>12.2f}{row.to_fitfast:>7.1f}"
        )
    for name, ratios, bound in (
        ("fitparse", [row.to_fitparse for row in rows], LEAST_FITPARSE),
        ("fitfast", [row.to_fitfast for row in rows if not math.isnan(row.to_fitfast)], LEAST_FITFAST),
    ):
        middle, least = median(ratios), min(ratios)
        print(f"{len(ratios)} files: {name} takes {middle:.1f} times as long (median, bound {bound:.0f}; least {least:.1f})")
    print()
