"""What holds for every engine: results in order, whatever dies; no more drawn than is needed; nobody left behind."""

import os
import signal as signals
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
import pytest

from footfall.engines import ENGINES
from footfall.engines.division import DEATHS, Division, Piece
from footfall.engines.engine import Done, Engine, Lost, Options
from footfall.errors import EngineError, NotEnoughData
from tests.conftest import ROOT
from tests.engines.works import (
    HEED,
    Fatal,
    Kills,
    Raises,
    count,
    locked,
    particular,
    squares,
    threads,
    too_short,
    who,
    with_a_lock,
)

NUMBERS = tuple(range(60))


def chunks(size: int) -> list[tuple[int, ...]]:
    return [NUMBERS[at : at + size] for at in range(0, len(NUMBERS), size)]


@pytest.fixture(scope="module", params=[name for name in ENGINES if name != "dask"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with ENGINES[request.param](Options(workers=2)) as made:
        yield made


@pytest.mark.parametrize("size", [1, 7, 60])
def test_results_come_in_the_order_of_the_chunks(engine: Engine, size: int) -> None:
    given = chunks(size)
    assert list(engine.map(squares, given)) == [Done(chunk, squares(chunk)) for chunk in given]


def test_no_chunks_are_no_results(engine: Engine) -> None:
    assert list(engine.map(squares, [])) == []


def test_what_the_work_raises_comes_to_the_caller(engine: Engine) -> None:
    with pytest.raises(KeyError, match="5"):
        list(engine.map(Raises(5), chunks(2)))


def test_chunks_are_drawn_as_they_are_needed(engine: Engine) -> None:
    drawn = 0

    def counted() -> Iterator[tuple[int, ...]]:
        nonlocal drawn
        for number in range(1_000):
            drawn += 1
            yield (number,)

    for given, _ in enumerate(engine.map(squares, counted())):
        assert drawn <= given + 1 + 3 * engine.workers
        if given == 50:
            break


@pytest.fixture
def processes() -> Iterator[Engine]:
    with ENGINES["processes"](Options(workers=2)) as made:
        yield made


posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems")


def test_a_chunk_of_nothing_has_its_result(engine: Engine) -> None:
    assert list(engine.map(squares, [(), (2,)])) == [Done((), []), Done((2,), [4])]


def test_our_own_errors_arrive_as_they_are(engine: Engine) -> None:
    with pytest.raises(NotEnoughData) as raised:
        list(engine.map(too_short, [(1,)]))
    assert (raised.value.reason, raised.value.has, raised.value.needs) == ("runs", "1", "3")


@pytest.mark.parametrize("work", [locked, particular, with_a_lock])
def test_what_cannot_be_sent_back_is_said_so(processes: Engine, work: Callable[[tuple[int, ...]], object]) -> None:
    with pytest.raises(EngineError, match="not-sendable"):
        list(processes.map(work, chunks(20)))
    assert list(processes.map(squares, [(3,)])) == [Done((3,), [9])]


SCRIPT = """
from footfall.engines import ENGINES
from footfall.engines.engine import Options
from footfall.errors import EngineError
from tests.engines.works import squares
try:
    with ENGINES[{engine!r}](Options(workers=2)) as engine:
        print(list(engine.map(squares, [(1, 2)])))
except EngineError as error:
    print(error.code)
"""


def test_a_script_that_every_worker_runs_as_well_is_the_engine_s_trouble_and_no_item_s(tmp_path: Path) -> None:
    main = tmp_path / "main.py"
    main.write_text(SCRIPT.format(engine="processes"), encoding="utf-8")  # no `if __name__ == "__main__"` around it
    call = [sys.executable, str(main)]
    ended = subprocess.run(call, env=_environment(), capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout == "workers-die\n"


def test_what_kills_while_it_is_unpacked_is_lost_alone(processes: Engine) -> None:
    fatal = Fatal(2)
    came = list(processes.map(count, [(1, fatal, 3)]))
    assert [one.item if isinstance(one, Lost) else one.result for one in came] == [1, fatal, 1]


def test_a_pipe_that_breaks_each_time_comes_to_an_end(processes: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(Connection, "send_bytes", breaks)
    assert list(processes.map(squares, [(1,)])) == [Lost(1)]


@posix
def test_a_worker_that_dies_while_it_has_nothing_to_do_costs_nothing(processes: Engine) -> None:
    (first,) = processes.map(who, [(1,)])
    assert isinstance(first, Done)
    psutil.Process(first.result).kill()
    assert list(processes.map(squares, [(2,)])) == [Done((2,), [4])]


@posix
@pytest.mark.parametrize("size", [1, 10, 60])
def test_a_worker_that_is_killed_loses_nothing(processes: Engine, tmp_path: Path, size: int) -> None:
    work = Kills(tmp_path, once=frozenset({0, 17, 59}))
    assert [item for one in processes.map(work, chunks(size)) if isinstance(one, Done) for item in one.result] == [
        *squares(NUMBERS)
    ]


@posix
def test_an_item_that_always_kills_is_lost_alone_and_in_its_place(processes: Engine, tmp_path: Path) -> None:
    came: list[int | None] = []
    for one in processes.map(Kills(tmp_path, always=frozenset({13})), chunks(20)):
        came += [None] if isinstance(one, Lost) else one.result
    assert came == [None if number == 13 else number * number for number in NUMBERS]


def test_workers_do_not_fight_over_processors(processes: Engine) -> None:
    assert {one.result for one in processes.map(threads, chunks(10)) if isinstance(one, Done)} == {"1"}


def test_leaving_ends_the_workers_also_in_the_middle() -> None:
    with ENGINES["processes"](Options(workers=2)) as made:
        results = made.map(who, chunks(1))
        pids = {one.result for one, _ in zip(results, range(10), strict=False) if isinstance(one, Done)}
        assert all(psutil.pid_exists(pid) for pid in pids)
    assert not any(_runs(pid) for pid in pids)


@posix
@pytest.mark.parametrize("signal", ["SIGKILL", "SIGINT"])
def test_nobody_outlives_a_caller_that_ends(tmp_path: Path, signal: str) -> None:
    script = (
        "from pathlib import Path\nfrom footfall.engines import ENGINES\nfrom footfall.engines.engine import Options\n"
        "from tests.engines.works import Waits\n"
        "if __name__ == '__main__':\n"
        f"    {HEED}\n"
        "    with ENGINES['processes'](Options(workers=2)) as engine:\n"
        f"        list(engine.map(Waits(Path({str(tmp_path)!r})), [(1,), (2,)]))\n"
    )
    main = tmp_path / "main.py"
    main.write_text(script, encoding="utf-8")
    caller = subprocess.Popen([sys.executable, str(main)], env=_environment(), stderr=subprocess.DEVNULL)
    pids = _until(lambda: {int(one.name) for one in tmp_path.iterdir() if one.name.isdecimal()}, 2)
    caller.send_signal(getattr(__import__("signal"), signal))
    caller.wait(timeout=20)
    deadline = time.monotonic() + 20
    while any(_runs(pid) for pid in pids):
        assert time.monotonic() < deadline, "a worker outlived its caller"
        time.sleep(0.05)


@posix
def test_ctrl_c_shows_nothing_of_a_worker_that_is_starting(tmp_path: Path) -> None:
    main = tmp_path / "main.py"
    main.write_text(
        "import os, sys, time\nfrom pathlib import Path\nfrom footfall.engines import ENGINES\n"
        "from footfall.engines.engine import Options\nfrom tests.engines.works import squares\n"
        "if __name__ == '__main__':\n"
        f"    {HEED}\n"
        "    try:\n"
        "        with ENGINES['processes'](Options(workers=2)) as engine:\n"
        "            list(engine.map(squares, [(1,), (2,)]))\n"
        "    except KeyboardInterrupt:\n"
        "        print('left')\n"
        "else:\n"
        f"    (Path({str(tmp_path)!r}) / str(os.getpid())).touch()\n"
        "    time.sleep(60)\n",
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
    os.killpg(caller.pid, signals.SIGINT)  # as a terminal does: to all of them
    said, noise = caller.communicate(timeout=30)
    assert (said, noise) == ("left\n", "")
    assert not any(_runs(pid) for pid in pids)


def test_a_chunk_is_done_again_whole_and_then_in_halves() -> None:
    division: Division[int, None] = Division([(1, 2, 3, 4)], 1)
    first = division.next()
    assert first is not None
    division.died(first)
    again = division.next()
    assert again is first
    division.died(again)
    halves = [division.next(), division.next()]
    assert [half.items for half in halves if half is not None] == [(1, 2), (3, 4)]


def test_one_item_is_given_up_after_some_deaths() -> None:
    division: Division[int, None] = Division([(7,)], 1)
    for _ in range(DEATHS):
        assert list(division.finished()) == []
        piece = division.next()
        assert isinstance(piece, Piece)
        division.died(piece)
    assert list(division.finished()) == [Lost(7)]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _until(look: "object", count: int) -> set[int]:
    deadline = time.monotonic() + 30
    while len(found := look()) < count:  # type: ignore[operator]
        assert time.monotonic() < deadline, "the workers did not start"
        time.sleep(0.05)
    return found  # type: ignore[no-any-return]


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
