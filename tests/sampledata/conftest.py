import gzip
import io
from pathlib import Path
from typing import Any

import fitparse
import pytest

from sampledata import Planted, Season, season

Messages = list[tuple[str, dict[str, Any]]]


@pytest.fixture(scope="session")
def planted() -> Season:
    return season()


@pytest.fixture(scope="session")
def by_chance() -> Season:
    return season(7, Planted.CHANCE)


@pytest.fixture(scope="session")
def nothing() -> Season:
    return season(8, Planted.NO)


@pytest.fixture(scope="session")
def fit_messages(planted: Season, sample_data: Path) -> dict[str, Messages]:
    """Every committed FIT file as fitparse reads it: name of the message and its values, in file order."""
    found = {}
    for name in (name for name in planted.runs if ".fit" in name):
        data = (sample_data / name).read_bytes()
        plain = gzip.decompress(data) if name.endswith(".gz") else data
        messages = fitparse.FitFile(io.BytesIO(plain)).get_messages()
        found[name] = [(message.name, message.get_values()) for message in messages]
    return found
