"""A library in a folder of its own, and rows to put into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from footfall.library.store import Library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with Library.open(folder) as opened:
        yield opened
