"""Batches as users start them, in processes of their own, to be disturbed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from footfall.library.store import Library
from tests.bench.fleet import hour_run

SECONDS = 600
"""Of a made run: short, so that hundreds are read in seconds."""


def season(folder: Path, runs: int) -> Path:
    """Runs of two athletes and of nobody, a copy, a file that is damaged and one that is none."""
    for number in range(runs):
        place = folder / ("ada", "ben", "")[number % 3]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"run-{number:04d}.fit").write_bytes(hour_run(number, SECONDS))
    (folder / "ada" / "athlete.toml").write_text('id = "ada"\nbody_mass_kg = 61\nheight_m = 1.68\n', encoding="utf-8")
    (folder / "ben" / "athlete.toml").write_text('id = "ben"\nbody_mass_kg = 80\n', encoding="utf-8")
    (folder / "ben" / "copy.fit").write_bytes(hour_run(1, SECONDS))
    (folder / "damaged.fit").write_bytes(hour_run(2, SECONDS)[:40])
    (folder / "notes.txt").write_text("not a run\n", encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Batch:
    """One batch of a folder.

    library   folder; None = nothing is kept.
    """

    runs: Path
    out: Path
    library: Path | None
    engine: str = "processes"

    def words(self, *more: str) -> list[str]:
        kept = "none" if self.library is None else str(self.library)
        words = [sys.executable, "-m", "footfall", "batch", str(self.runs), "-o", str(self.out), "--library", kept]
        return [*words, "--engine", self.engine, "--jobs", "2", "--quiet", *more]

    def start(self, *more: str, file_bytes: int | None = None) -> subprocess.Popen[str]:
        """The batch as a process group of its own.

        file_bytes   no file of it may grow beyond: a full disk, as far as a program can tell.
        """

        def limited() -> None:
            import resource

            if file_bytes is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))

        return subprocess.Popen(
            self.words(*more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=limited if file_bytes is not None else None,
            start_new_session=True,
            env={**os.environ, "FOOTFALL_LIBRARY": "none"},
        )

    def run(self, *more: str, file_bytes: int | None = None) -> "Ended":
        """The batch to its end."""
        process = self.start(*more, file_bytes=file_bytes)
        out, err = process.communicate(timeout=180)
        return Ended(process.returncode, out, err)

    def faults(self) -> Sequence[object]:
        """What `library verify` finds."""
        assert self.library is not None
        with Library.open(str(self.library)) as library:
            return library.verify()


@dataclass(frozen=True)
class Ended:
    """How a batch ended."""

    code: int
    out: str
    err: str
