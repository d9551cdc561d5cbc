"""FIT to columns against fitparse, in one process, over every file at hand of half an hour or more."""

import timeit
from collections.abc import Callable
from pathlib import Path
from statistics import median

import fitparse
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.errors import NotAnActivityError
from footfall.formats.fit import FitDecoder
from tests.conftest import CORPUS, ROOT

pytestmark = pytest.mark.filterwarnings(
    "ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning"
)  # fitparse's, from 3.12 on
FEWEST_RECORDS = 1_800


def test_fit_to_columns_against_fitparse(benchmark: BenchmarkFixture) -> None:
    if benchmark.disabled:
        pytest.skip("a speed, not a result: `make bench` measures it")
    files = {path: path.read_bytes() for path in _files() if _records(path) >= FEWEST_RECORDS}
    if not files:
        pytest.skip("no FIT file of 1,800 records here: neither ../shared/corpus nor sample_data")
    rows = [_row(path, data) for path, data in files.items()]
    _show(rows)
    benchmark.extra_info["median ratio to fitparse"] = round(median(ratio for *_, ratio in rows))
    benchmark(lambda: [FitDecoder().decode(data, path.name) for path, data in files.items()])


def _files() -> list[Path]:
    folders = (CORPUS, ROOT / "sample_data")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() == ".fit")


def _records(path: Path) -> int:
    try:
        return sum(len(one.columns["time_s"]) for one in FitDecoder().decode(path.read_bytes(), path.name))
    except NotAnActivityError:
        return 0


def _row(path: Path, data: bytes) -> tuple[str, int, float, float, float]:
    ours = _fastest_ms(lambda: FitDecoder().decode(data, path.name), 20)
    theirs = _fastest_ms(lambda: [message.get_values() for message in fitparse.FitFile(str(path)).get_messages("record")], 3)
    return path.name, _records(path), ours, theirs, theirs / ours


def _fastest_ms(work: Callable[[], object], times: int) -> float:
    """The fastest of several, the garbage collector off: what else the machine and the test suite do only ever adds."""
    return min(timeit.repeat(work, number=1, repeat=times)) * 1000


def _show(rows: list[tuple[str, int, float, float, float]]) -> None:
    print(f"\n\n{'FIT file':<44}{'records':>8}{'ours ms':>9}{'fitparse ms':>13}{'ratio':>7}")
    for name, records, ours, theirs, ratio in sorted(rows, key=lambda row: row[-1]):
        print(f"{name[:43]:<44}{records:>8}{ours:>9.2f}{theirs:>13.0f}{ratio:>7.0f}")
    ratios = [ratio for *_, ratio in rows]
    print(f"{len(rows)} files: fitparse takes {median(ratios):.0f} times as long (median; least {min(ratios):.0f})\n")
