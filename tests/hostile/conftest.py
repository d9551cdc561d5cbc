from pathlib import Path

import pytest

from tests.cli.conftest import cli, here  # noqa: F401  fixtures of this folder too
from tests.hostile import files


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One runner's folder; `diary.csv` and `athlete.toml` lie in it. Tests read it."""
    return files.everything(tmp_path_factory.mktemp("hostile") / "runs")


@pytest.fixture(scope="session")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of runners. Tests read it."""
    return files.club(tmp_path_factory.mktemp("hostile") / "club")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared by the commands, which so read each file once."""
    return tmp_path_factory.mktemp("hostile") / "library"
