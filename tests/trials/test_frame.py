"""The frame of the trials: counting, seeds, what is kept, the page."""

import math
from functools import partial
from pathlib import Path

import numpy as np
import pytest

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
    Row("rare", partial(coin, 0.04), {"heads": Bound(0.5, 1.0)}, runners=40),
)
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
    assert [one.runners for one in kept().counts["COIN"] if one.outcome == "heads"] == [60, 40]


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
