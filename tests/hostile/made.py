"""The hostile folder as a renderer gets it, read once in a process."""

import datetime as dt
import tempfile
from functools import cache
from pathlib import Path

import footfall
from footfall.render.content import Content
from tests.hostile.files import AS_OF, everything


@cache
def content() -> Content:
    """Every run, diary row and problem of the folder."""
    with tempfile.TemporaryDirectory() as folder:
        place = everything(Path(folder, "runs"))
        return footfall.analyze(
            place, diary=place / "diary.csv", athlete=place / "athlete.toml", as_of=dt.date.fromisoformat(AS_OF)
        )
