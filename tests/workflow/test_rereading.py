"""Files read a second time: no more of them is held than may be, and none is read again for each of its runs."""

import datetime as dt
import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from footfall.model.run import Run
from footfall.workflow import rereading
from footfall.workflow.items import Item
from footfall.workflow.measure_paths import Measurement, measure_paths
from footfall.workflow.read import ReadFile, read_item
from footfall.workflow.request import Request
from tests.workflow.test_one_run import AS_OF, START, gpx, written

FILES, DAYS = 4, 9
"""Accounts that each have every fourth day, and how many days each has."""


@pytest.fixture(autouse=True)
def what_was_there_before_is_not_looked_at() -> Iterator[None]:
    """Else each look goes over all that other tests have left in memory: seconds for one file."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


class Watched:
    """Counts what is read again, and how many runs with samples are alive when the next file is."""

    def __init__(self) -> None:
        self.reads: Counter[str] = Counter()
        self.alive: list[int] = []

    def read_item(self, item: Item, **told: Any) -> ReadFile:
        gc.collect()
        self.alive.append(sum(isinstance(one, Run) and len(one) > 0 for one in gc.get_objects()))
        self.reads[Path(item.path).name] += 1
        return read_item(item, **told)


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """Files of many tracks, their days in turn; and each day once more in a file of its own, with heartbeats."""
    files = {}
    for file in range(FILES):
        days = [START + dt.timedelta(days=FILES * number + file) for number in range(DAYS)]
        head, _, _ = gpx().partition("<trk>")
        tracks = ["<trk>" + gpx(start=day, minutes=10).partition("<trk>")[2].partition("</gpx>")[0] for day in days]
        files[f"account-{file}.gpx"] = f"{head}{''.join(tracks)}</gpx>"
        files |= {f"{day:%m-%d}.gpx": gpx(start=day, minutes=8, beats=140) for day in days}
    return written(tmp_path, files)


def measured(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Measurement, Watched]:
    watched = Watched()
    monkeypatch.setattr(rereading, "read_item", watched.read_item)
    found = measure_paths(Request(paths=(str(folder),), as_of=AS_OF))
    assert len(found.runs) == FILES * DAYS
    assert all(copy.columns == ("heart_rate_bpm",) for run in found.runs for copy in run.copies)
    assert [run.measured.header.start for run in found.runs] == sorted(run.measured.header.start for run in found.runs)
    return found, watched


def test_each_file_is_read_again_once_however_its_runs_lie_between_those_of_others(
    accounts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "HELD_BYTES", 0)
    _, watched = measured(accounts, monkeypatch)
    assert set(watched.reads.values()) == {1}
    assert len(watched.reads) == FILES + FILES * DAYS


def test_a_file_is_let_go_when_the_next_is_read(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "HELD_BYTES", 0)
    _, watched = measured(accounts, monkeypatch)
    assert max(watched.alive) < 2 * DAYS
    assert max(watched.alive) >= DAYS  # of one file they are kept


def test_as_many_files_are_held_as_may_be(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, watched = measured(accounts, monkeypatch)
    assert max(watched.alive) >= FILES * DAYS
