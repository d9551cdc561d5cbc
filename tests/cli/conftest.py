import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from footfall.__main__ import main

Cli = Callable[..., "Outcome"]


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said; `raw` is standard output as bytes."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, an empty user folder, and no variable of ours but that nothing is kept."""
    for name in list(os.environ):
        if name.startswith("FOOTFALL_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("FOOTFALL_LIBRARY", "none")
    folder = tmp_path / "here"
    folder.mkdir()
    for place in ("footfall.config.resolve", "footfall.config.athlete"):
        monkeypatch.setattr(f"{place}.user_folder", lambda: tmp_path / "user")
    monkeypatch.setattr("footfall.config.resolve.library_folder", lambda: tmp_path / "library")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def cli(here: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """`cli("analyze", path)`: the whole program in this process, from its arguments to its exit code."""
    monkeypatch.setattr(sys, "warnoptions", ["error"])  # so that the program leaves the tests' filter alone

    def run(*args: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["footfall", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main()
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out, captured.err.decode("utf-8").replace("\r\n", "\n"))

    return run


@pytest.fixture
def run_file(sample_data: Path) -> Path:
    """One whole run."""
    return next(iter(sorted(sample_data.glob("*-treadmill.fit"))))


@pytest.fixture
def season(sample_data: Path, here: Path) -> Path:
    """The last three runs of the made season, on three days, with their diary: a folder to be changed at will."""
    folder = here / "runs"
    folder.mkdir()
    by_day = {path.name[:10]: path for path in sorted(sample_data.glob("20*"))}
    for day in sorted(by_day)[-3:]:
        (folder / by_day[day].name).write_bytes(by_day[day].read_bytes())
    (folder / "diary.csv").write_bytes((sample_data / "diary.csv").read_bytes())
    return folder


@pytest.fixture
def days(season: Path) -> list[str]:
    """The days of its runs."""
    return sorted(path.name[:10] for path in season.glob("20*"))
