"""The frame of the trials: counting, seeds, what is kept, the page."""

import math
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from tests.effort import in_ci
from trials import __main__ as command
from trials import page as pages
from trials import results
from trials.count import counted, generator
from trials.results import kept
from trials.table import Bound, Row, Said, Table


def coin(chance: float, rng: np.random.Generator) -> Said:
    return {"heads": bool(rng.random() < chance), "never asked": None}


ROWS = (
    Row("fair", partial(coin, 0.5), {"heads": Bound(0.3, 0.7)}),
    Row("rare", partial(coin, 0.04), {"heads": Bound(0.5, 1.0)}, runners=1000),
)
TOOLS = Path(pages.__file__).resolve().parents[1]
COINS = """
from trials.table import Row, Table

def toss(rng):
    return {"heads": bool(rng.random() < 0.5)}

TABLES = (Table("COIN", "Coins", "Tossed.", (Row("fair", toss),)),)
"""
TABLE = Table("COIN", "Coins", "A coin is tossed.", ROWS)


def test_a_share_stands_with_its_exact_interval() -> None:
    said = [{"heads": True}] * 9 + [{"heads": False}]
    (one,) = counted("COIN", Row("nine of ten", partial(coin, 0.9)), said)
    assert (one.runners, one.looked, one.hits, one.share) == (10, 10, 9, 0.9)
    assert (one.low, one.high) == (pytest.approx(0.55498, abs=1e-5), pytest.approx(0.99747, abs=1e-5))  # Clopper & Pearson 1934
    assert one.inside
    assert not one.bounded


def test_who_could_not_be_asked_counts_in_neither_direction() -> None:
    (one,) = counted("COIN", ROWS[0], [{"heads": None}, {"heads": True}])
    assert (one.runners, one.looked, one.share) == (2, 1, 1.0)
    assert not one.inside


def test_a_bound_that_nobody_could_be_held_to_is_not_met() -> None:
    (one,) = counted("COIN", ROWS[0], [{"heads": None}])
    assert math.isnan(one.share)
    assert not one.inside


def test_a_bound_on_something_that_never_comes_is_a_slip() -> None:
    with pytest.raises(ValueError, match="heads"):
        list(counted("COIN", ROWS[0], [{"tails": True}]))


def test_runners_differ_by_row_and_number_and_stay_the_same() -> None:
    drawn = [generator(3, table, row, runner).random() for table in ("a", "b") for row in ("x", "y") for runner in range(3)]
    assert len(set(drawn)) == len(drawn)
    assert generator(3, "b", "y", 2).random() == drawn[-1]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(results, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(pages, "PAGE", tmp_path / "statistics.md")
    for module in (command, pages):
        monkeypatch.setattr(module, "TABLES", (TABLE, Table("MORE", "More coins", "Another.", ROWS[:1])))
    return tmp_path


def test_the_command_counts_keeps_and_names_what_is_outside(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--runners", "60", "--processes", "1", "--seed", "4"]) == 1
    assert "outside its bounds: COIN, rare, heads" in capsys.readouterr().err
    text = (written / "statistics.md").read_text(encoding="utf-8")
    assert "## Coins" in text
    assert "**outside** ≥ 50.0 %" in text
    assert "30-70.0 %" in text
    assert "could look in none" in text
    assert "Seed: 4" in text
    assert [one.runners for one in kept().counts["COIN"] if one.outcome == "heads"] == [60, 30]


def test_it_runs_as_a_module_in_processes_of_its_own(tmp_path: Path) -> None:
    """What stands in a `__main__` other processes do not find: only a run of the command itself shows that."""
    for name in ("__init__", "__main__", "count", "page", "plans", "results", "table"):
        copied = TOOLS / "trials" / f"{name}.py"
        (tmp_path / "trials").mkdir(exist_ok=True)
        (tmp_path / "trials" / f"{name}.py").write_text(copied.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "trials" / "page.md").write_text("{seeds} {minutes} {outside} {tables}", encoding="utf-8")
    (tmp_path / "trials" / "tables.py").write_text(COINS, encoding="utf-8")
    place = tmp_path / "trials"
    moved = (place / "page.py").read_text(encoding="utf-8").replace("parents[2]", "parents[1]")
    (place / "page.py").write_text(moved, encoding="utf-8")
    command = [sys.executable, "-m", "trials", "--runners", "20", "--processes", "2"]
    ended = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "| fair |" in (tmp_path / "docs" / "statistics.md").read_text(encoding="utf-8")


@in_ci
@pytest.mark.usefixtures("written")
def test_one_table_can_be_done_anew_and_the_number_of_processes_changes_nothing() -> None:
    command.main(["--runners", "30", "--processes", "1", "--seed", "4"])
    first = kept().counts
    command.main(["--runners", "30", "--processes", "2", "--seed", "4", "--only", "MORE"])
    assert kept().counts == first
    command.main(["--runners", "30", "--processes", "1", "--seed", "5", "--only", "MORE"])
    assert kept().seeds == {"COIN": 4, "MORE": 5}
    assert kept().counts["COIN"] == first["COIN"]
    assert kept().counts["MORE"] != first["MORE"]
