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
    """An empty current folder, an empty user folder, and no variable of ours."""
    for name in list(os.environ):
        if name.startswith("FOOTFALL_"):
            monkeypatch.delenv(name)
    folder = tmp_path / "here"
    folder.mkdir()
    for place in ("footfall.config.resolve", "footfall.config.athlete"):
        monkeypatch.setattr(f"{place}.user_folder", lambda: tmp_path / "user")
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
    """Three runs of the made season with their diary, to be changed at will."""
    folder = here / "runs"
    folder.mkdir()
    for run in sorted(sample_data.glob("2026-11-1*"))[:3]:
        (folder / run.name).write_bytes(run.read_bytes())
    (folder / "diary.csv").write_bytes((sample_data / "diary.csv").read_bytes())
    return folder
