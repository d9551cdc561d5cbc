"""How readers are measured: the fastest of several, the memory at its worst, and the power that time grows by."""

import gc
import os
import subprocess
import sys
import time
import timeit
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

STEEPEST = 1.05


class Row(NamedTuple):
    """One file; times are the fastest of several.  [ms]"""

    name: str
    points: int
    ours_ms: float
    others_ms: Mapping[str, float]


def only_when_measuring(benchmark: BenchmarkFixture) -> None:
    """Skip where the suite runs for results."""
    if benchmark.disabled:
        pytest.skip("a speed, not a result: `make bench` measures it")


def fastest_ms(work: Callable[[], object], times: int) -> float:
    """The fastest of several, the garbage collector off: what else the machine and the test suite do only ever adds."""
    return min(timeit.repeat(work, number=1, repeat=times)) * 1000


class Took(NamedTuple):
    """One command from start to end, workers and all. On a machine with other work processor time says more than the clock."""

    wall_s: float
    processor_s: float

    def __str__(self) -> str:
        return f"{self.wall_s:.1f} s ({self.processor_s:.1f} s of a processor)"


def took(arguments: Sequence[str], folder: Path) -> Took:
    """`footfall` with these arguments in a folder, as a user starts it; what it says is not shown."""
    before, began = _children_s(), time.perf_counter()
    command = [sys.executable, "-m", "footfall", *arguments]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return Took(time.perf_counter() - began, _children_s() - before)


def _children_s() -> float:
    every = os.times()
    return every.children_user + every.children_system


def peak_bytes(work: Callable[[], object]) -> int:
    """What is allocated at the worst moment of the work, its result included; what a library takes from C alone is not seen."""
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


def show(rows: Sequence[Row], bounds: Mapping[str, float | None]) -> dict[str, float]:
    """Print a table and return the median ratio to each peer, by name.

    bounds  what each median must reach; None where it is shown only.
    """
    print(f"\n\n{'file':<44}{'points':>8}{'ours ms':>9}" + "".join(f"{f'{name} ms':>18}{'ratio':>7}" for name in bounds))
    for row in sorted(rows, key=lambda row: row.points):
        cells = "".join(f"{row.others_ms[name]:>18.1f}{row.others_ms[name] / row.ours_ms:>7.1f}" for name in bounds)
        print(f"{row.name[:43]:<44}{row.points:>8}{row.ours_ms:>9.2f}{cells}")
    medians = {}
    for name, bound in bounds.items():
        ratios = [row.others_ms[name] / row.ours_ms for row in rows]
        medians[name] = median(ratios)
        asked = "" if bound is None else f", bound {bound:g}"
        print(f"{len(ratios)} files: {name} takes {medians[name]:.1f} times as long (median{asked}; least {min(ratios):.1f})")
    print()
    return medians


def slope(points: Sequence[int], work: Callable[[int], Callable[[], object]]) -> float:
    """Print how time grows with the points; the power it grows by. Sizes take turns, so that a busy minute is nobody's alone."""
    works = {count: work(count) for count in points}
    taken = dict.fromkeys(points, float("inf"))
    for turn in range(10):
        for count, do in works.items():
            repeats = min(10, max(points) // (10 * count) + 1) if turn else 1
            taken[count] = min(taken[count], fastest_ms(do, repeats))
    print("\n\n   points      ours ms    ns each")
    for count, fastest in taken.items():
        print(f"{count:>9}{fastest:>13.2f}{1e6 * fastest / count:>11.0f}")
    power = float(np.polyfit(np.log(points), np.log(list(taken.values())), 1)[0])
    print(f"time grows as points to the power of {power:.3f} (bound {STEEPEST})\n")
    return power
