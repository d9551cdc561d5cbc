"""The small accounts, made and analysed once: a few dozen files of every kind each."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import footfall
from footfall.model.problem import Problem
from footfall.render.content import Content
from sampledata.exports import SMALL, Heap, Truth, heap, inside

AS_OF = dt.date(2026, 11, 20)
EVERYTHING = "everything.zip"


@dataclass(frozen=True)
class Account:
    """An archive on the disk, what is in it, and what was read.

    truth   members as the paths shown begin: with the archive's name.
    """

    path: Path
    truth: Truth
    content: Content

    def problems(self, reason: str) -> list[Problem]:
        return [problem for problem in self.content.findings.problems if problem.reason == reason]

    def shown(self, path: str) -> str:
        """A path without the folder that holds the archives."""
        return os.path.relpath(path, self.path.parent).replace(os.sep, "/")


@pytest.fixture(scope="session")
def small() -> Heap:
    return heap(size=SMALL)


@pytest.fixture(scope="session")
def folder(small: Heap, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All archives, on the disk."""
    place = tmp_path_factory.mktemp("exports")
    for name, data in {**small.archives, EVERYTHING: small.zip()}.items():
        (place / name).write_bytes(data)
    return place


@pytest.fixture(scope="session")
def accounts(small: Heap, folder: Path) -> Mapping[str, Account]:
    """Every archive, read through `footfall.analyze`."""
    truths = {name: inside(truth, name) for name, truth in small.truths.items()}
    truths[EVERYTHING] = inside(small.truth, EVERYTHING)
    return {name: Account(folder / name, truth, footfall.analyze(folder / name, as_of=AS_OF)) for name, truth in truths.items()}


@pytest.fixture(params=["strava-en.zip", "strava-de.zip", "strava-fr.zip", "garmin.zip", "apple.zip", EVERYTHING])
def account(request: pytest.FixtureRequest, accounts: Mapping[str, Account]) -> Account:
    """Each of them in turn."""
    return accounts[request.param]


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """`command("analyze", path)`: the program as users start it, with an empty user folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("FOOTFALL_")} | {"FOOTFALL_LIBRARY": "none"}
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "COLUMNS": "200"}

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "footfall", *map(str, arguments)]
        return subprocess.run(
            words, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=clean | home, check=False
        )

    return run
