"""`make simulate` from end to end, with few short runs."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from simulate import __main__ as command
from simulate import page as pages
from simulate.worlds import WORLDS
from tests.simulation.test_coverage import SMALL


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Few short runs in threads, which see what is patched; written to a folder of the test's own."""
    few = replace(SMALL, weeks=4)
    worlds = {name: replace(other, world=few) for name, other in WORLDS.items() if name in ("usual", "surer")}
    for module in (command, pages):
        monkeypatch.setattr(module, "WORLDS", worlds)
        monkeypatch.setattr(module, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(command, "PAGE", tmp_path / "simulation.md")
    monkeypatch.setattr(command, "ProcessPoolExecutor", ThreadPoolExecutor)
    return tmp_path


def test_the_page_holds_what_was_simulated(written: Path) -> None:
    command.main(["--runners", "2", "--processes", "1", "--seed", "4"])
    kept = json.loads((written / "results.json").read_text(encoding="utf-8"))
    text = (written / "simulation.md").read_text(encoding="utf-8")
    assert kept["seed"] == 4
    assert len(kept["rows"]) == (7 + 1) * 3 * 4  # scenarios of both worlds, quantities, spans
    assert "2 made-up runners" in text
    assert "Recorded cadence errs by 0.5 %, not 0.6 %" in text
    assert "{" not in text


def test_the_number_of_processes_changes_nothing(written: Path) -> None:
    found = []
    for processes in ("1", "2"):
        command.main(["--runners", "2", "--processes", processes])
        found.append((written / "results.json").read_text(encoding="utf-8"))
    assert found[0] == found[1]
