"""What holds for every engine: results in order, whatever dies; no more drawn than is needed; nobody left behind."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from footfall.engines import ENGINES
from footfall.engines.division import DEATHS_ALONE, Division, Piece
from footfall.engines.engine import Done, Engine, Lost, Options
from footfall.errors import EngineError
from tests.conftest import ROOT
from tests.engines.works import Kills, Raises, squares, threads, who

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


@posix
def test_workers_that_cannot_even_start_are_said_so(processes: Engine, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="workers-die"):
        list(processes.map(Kills(tmp_path, always=frozenset(NUMBERS)), chunks(60)))


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
    for _ in range(DEATHS_ALONE):
        assert list(division.finished()) == []
        piece = division.next()
        assert isinstance(piece, Piece)
        division.died(piece)
    assert list(division.finished()) == [Lost(7)]


def _environment() -> dict[str, str]:
    import os

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
