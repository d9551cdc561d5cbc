"""The same on a dask cluster: one of this machine, and what is said where there is none."""

import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

from footfall.engines import ENGINES
from footfall.engines.engine import Done, Engine, Lost, Options
from footfall.errors import EngineError, NotEnoughData, SettingError
from footfall.wording.errors import sentence
from tests.effort import in_ci, some
from tests.engines.test_engines import NUMBERS, SCRIPT, _environment, _runs, _until, chunks
from tests.engines.works import HEED, Kills, Raises, locked, squares, threads, too_short

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""dask leaves a socket unclosed when it tries to reach a worker that has died."""


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


def test_a_scheduler_that_does_not_answer_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    monkeypatch.setattr("footfall.engines.dask._ANSWER_S", 1)
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


posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")


@posix
@pytest.mark.parametrize(
    ("size", "killer", "once"),
    some([(7, 59, frozenset({3, 30})), (20, 13, frozenset[int]()), (1, 0, frozenset({1}))], every=3),
)
def test_an_item_that_always_kills_is_lost_and_no_other(
    cluster: Engine, tmp_path: Path, size: int, killer: int, once: frozenset[int]
) -> None:
    came: list[int | None] = []
    for one in cluster.map(Kills(tmp_path, always=frozenset({killer}), once=once), chunks(size)):
        came += [None] if isinstance(one, Lost) else one.result
    assert came == [None if number == killer else number * number for number in NUMBERS]


def test_what_cannot_be_sent_back_is_said_so(cluster: Engine) -> None:
    with pytest.raises(EngineError, match="not-sendable"):
        list(cluster.map(locked, chunks(20)))


def test_our_own_errors_arrive_as_they_are(cluster: Engine) -> None:
    with pytest.raises(NotEnoughData):
        list(cluster.map(too_short, [(1,)]))


def test_workers_do_not_fight_over_processors(cluster: Engine) -> None:
    assert {one.result for one in cluster.map(threads, chunks(10)) if isinstance(one, Done)} == {"1"}


def test_nothing_of_dask_reaches_the_terminal(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    main = tmp_path / "main.py"
    main.write_text("if __name__ == '__main__':\n" + indent(SCRIPT.format(engine="dask"), "    "), encoding="utf-8")
    call = [sys.executable, str(main)]
    ended = subprocess.run(call, env=_environment(), capture_output=True, text=True, timeout=60, check=True)
    assert (ended.stdout, ended.stderr) == ("[Done(chunk=(1, 2), result=[1, 4])]\n", "")


def test_a_script_that_every_worker_runs_as_well_is_the_engine_s_trouble(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    main = tmp_path / "main.py"
    main.write_text(
        "from footfall.engines import ENGINES\nfrom footfall.engines.engine import Options\n"
        "with ENGINES['dask'](Options(workers=1)):\n    print('begun')\n",
        encoding="utf-8",
    )
    call = [sys.executable, str(main)]
    ended = subprocess.run(call, env=_environment(), capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.splitlines()[-1] == "footfall.errors.EngineError: workers-die"


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Address of a scheduler with settings of its own, which gives each piece to several workers and queues at them."""
    distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL
    ) as it:
        yield it.scheduler_address


@posix
def test_a_cluster_with_other_settings_loses_no_innocent_item_either(elsewhere: str, tmp_path: Path) -> None:
    came: list[int | None] = []
    with ENGINES["dask"](Options(scheduler=elsewhere)) as cluster:
        for one in cluster.map(Kills(tmp_path, always=frozenset({13}), once=frozenset({14})), [(n,) for n in NUMBERS[11:18]]):
            came += [None] if isinstance(one, Lost) else one.result
    assert came == [None if number == 13 else number * number for number in NUMBERS[11:18]]


@in_ci
@posix
def test_ctrl_c_ends_the_cluster_without_a_word(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    main = tmp_path / "main.py"
    main.write_text(
        "from pathlib import Path\nfrom footfall.engines import ENGINES\nfrom footfall.engines.engine import Options\n"
        "from tests.engines.works import Waits\n"
        "if __name__ == '__main__':\n"
        f"    {HEED}\n"
        "    try:\n"
        "        with ENGINES['dask'](Options(workers=2)) as engine:\n"
        f"            list(engine.map(Waits(Path({str(tmp_path)!r})), [(1,), (2,)]))\n"
        "    except KeyboardInterrupt:\n"
        "        print('left')\n",
        encoding="utf-8",
    )
    caller = subprocess.Popen(
        [sys.executable, str(main)],
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    pids = _until(lambda: {int(one.name) for one in tmp_path.iterdir() if one.name.isdecimal()}, 2)
    os.killpg(caller.pid, signal.SIGINT)  # as a terminal does: to all of them
    said, noise = caller.communicate(timeout=60)
    assert (said, noise) == ("left\n", "")
    assert not any(_runs(pid) for pid in pids)
