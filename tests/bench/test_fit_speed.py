"""FIT to the columns that the numbers need, against fitparse and fitfast, in one process, over files of half an hour or more.

Timed of ours is the whole decoder: bytes to columns, laps, pauses, sessions, checksums and what is impossible left out. Timed of
fitparse is `get_values()` of each record, of fitfast `records()`, its way from bytes to arrays: both give the records alone.
"""

import ctypes
import io
import sys
from pathlib import Path

import fitfast
import fitparse
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.formats.fit import FitDecoder
from tests.bench.fit_files import FEWEST_RECORDS, long_files, made_file
from tests.bench.measuring import STEEPEST, Row, fastest_ms, only_when_measuring, peak_bytes, show, slope

pytestmark = pytest.mark.filterwarnings(
    "ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning"
)  # fitparse's, from 3.12 on
LEAST = {"fitparse": 200.0, "fitfast": 2.0}
"""How many times as long each takes, median over the files."""
ROUNDS = 6
MOST_MEMORY = 0.25
MEMORY_RECORDS = 13_000
"""Three and a half hours."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Of mallopt(3)."""
SLOPE_RECORDS = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def test_fit_to_columns_against_fitparse_and_fitfast(benchmark: BenchmarkFixture) -> None:
    only_when_measuring(benchmark)
    files = {path: (records, path.read_bytes()) for path, records in long_files().items()}
    if not files:
        pytest.skip(f"no FIT file of {FEWEST_RECORDS} records here: neither ../shared/corpus nor sample_data")
    medians = show([_row(path, records, data) for path, (records, data) in files.items()], LEAST)
    for name, ratio in medians.items():
        benchmark.extra_info[f"median ratio to {name}"] = round(ratio, 1)
    benchmark(lambda: [_ours(data) for _, data in files.values()])
    assert all(medians[name] >= least for name, least in LEAST.items())


def test_fit_memory_against_fitparse(benchmark: BenchmarkFixture) -> None:
    only_when_measuring(benchmark)
    data, few = made_file(MEMORY_RECORDS), made_file(10)
    _ours(few), _fitparse(few)  # what is imported late is no part of either
    ours, theirs = peak_bytes(lambda: _ours(data)), peak_bytes(lambda: _fitparse(data))
    print(
        f"\n\nmemory at its peak, above what stands there before, of {MEMORY_RECORDS} records ({len(data) / 1e3:.0f} kB): "
        f"ours {ours / 1e6:.2f} MB, fitparse {theirs / 1e6:.2f} MB: {ours / theirs:.3f} of it (bound {MOST_MEMORY})\n"
    )
    benchmark.extra_info["peak memory, share of fitparse's"] = round(ours / theirs, 3)
    benchmark.pedantic(_ours, args=(data,), rounds=5)
    assert ours / theirs <= MOST_MEMORY


def test_fit_time_grows_with_the_records_and_no_faster(benchmark: BenchmarkFixture) -> None:
    only_when_measuring(benchmark)
    files = {records: made_file(records) for records in SLOPE_RECORDS}
    _keep_freed_memory()
    power = slope(SLOPE_RECORDS, lambda records: lambda: _ours(files[records]))
    benchmark.extra_info["log-log slope"] = round(power, 3)
    benchmark.pedantic(_ours, args=(files[SLOPE_RECORDS[0]],), rounds=5)
    assert power <= STEEPEST


def _keep_freed_memory() -> None:
    """Have the C library keep what is freed, for the rest of the process, where it can be told to (glibc).

    It hands large blocks back and small ones not: each round of a long file would wait for the system to clear its pages anew, a
    third of its time, and that of a short one would not.
    """
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    if library is not None and hasattr(library, "mallopt"):
        for option in (_MMAP_THRESHOLD, _TRIM_THRESHOLD):
            library.mallopt(option, 2**30)


def _ours(data: bytes) -> object:
    return FitDecoder().decode(data, "bench.fit")


def _fitparse(data: bytes) -> object:
    return [message.get_values() for message in fitparse.FitFile(io.BytesIO(data)).get_messages("record")]


def _row(path: Path, records: int, data: bytes) -> Row:
    in_turn = [(fastest_ms(lambda: _ours(data), 8), fastest_ms(lambda: fitfast.records(data), 8)) for _ in range(ROUNDS)]
    ours, fast = (min(taken) for taken in zip(*in_turn, strict=True))  # so that a busy moment meets both
    return Row(path.name, records, ours, {"fitparse": fastest_ms(lambda: _fitparse(data), 3), "fitfast": fast})
