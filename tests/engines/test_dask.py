"""The same on a dask cluster: one of this machine, and what is said where there is none."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from footfall.engines import ENGINES
from footfall.engines.engine import Done, Engine, Lost, Options
from footfall.errors import EngineError, SettingError
from footfall.wording.errors import sentence
from tests.engines.test_engines import NUMBERS, chunks
from tests.engines.works import Kills, Raises, squares


@pytest.fixture(scope="module")
def cluster() -> Iterator[Engine]:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    with ENGINES["dask"](Options(workers=2)) as engine:
        yield engine


@pytest.mark.parametrize("size", [7, 60])
def test_results_come_in_the_order_of_the_chunks(cluster: Engine, size: int) -> None:
    given = chunks(size)
    assert list(cluster.map(squares, given)) == [Done(chunk, squares(chunk)) for chunk in given]


def test_what_the_work_raises_comes_to_the_caller(cluster: Engine) -> None:
    with pytest.raises(KeyError, match="5"):
        list(cluster.map(Raises(5), chunks(2)))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")
def test_a_worker_that_is_killed_loses_nothing(cluster: Engine, tmp_path: Path) -> None:
    came = list(cluster.map(Kills(tmp_path, once=frozenset({17})), chunks(10)))
    assert [item for one in came if isinstance(one, Done) for item in one.result] == squares(NUMBERS)


def test_a_scheduler_that_does_not_answer_is_said_so() -> None:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(EngineError) as raised, ENGINES["dask"](Options(scheduler=address)):
        pass
    assert address in sentence(raised.value)


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingError) as raised:
        ENGINES["dask"](Options())
    assert "footfall[cluster]" in sentence(raised.value)


def test_lost_items_stand_alone(cluster: Engine, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("SIGKILL is a signal of POSIX systems")
    came = list(cluster.map(Kills(tmp_path, always=frozenset({3})), [NUMBERS[:4]]))
    assert [one.item if isinstance(one, Lost) else one.result for one in came] == [squares((0, 1)), squares((2,)), 3]
