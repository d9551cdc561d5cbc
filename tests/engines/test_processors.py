"""How many workers there are where nobody says: no more than may run, or than can be waited for."""

import os
import sys

import pytest

from footfall.engines.engine import Options, processors
from footfall.engines.processes import Processes


def test_processors_that_this_process_may_not_use_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {3, 5}, raising=False)
    assert processors() == 2


@pytest.mark.parametrize(("count", "found"), [(8, 8), (None, 1)])
def test_where_that_cannot_be_told_all_are(monkeypatch: pytest.MonkeyPatch, count: int | None, found: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: count)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert processors() == found


def test_windows_can_wait_for_some_sixty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert processors() == 60
    assert Processes(Options(workers=100)).workers == 60
