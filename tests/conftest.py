"""What all tests share: the real files, and golden files that are written anew by command only."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.effort import WHOLE

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"

os.environ["FOOTFALL_LIBRARY"] = (
    "none"  # here, before any fixture: no test, and no process that one starts, touches the user's own
)

# A third of the examples on the way; all of them with FOOTFALL_WHOLE set, as `.ci/run` has it.
EXAMPLES = 100 if WHOLE else 35
settings.register_profile("footfall", derandomize=True, deadline=None, max_examples=EXAMPLES)
settings.load_profile("footfall")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", choices=["check", "write"], default="check", help="write = make the golden files anew")


def pytest_collection_finish() -> None:
    """The eight thousand tests themselves are no garbage: without this each search for some goes through them all."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real files, which is not part of the project."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real files is not here (../shared/corpus beside the checkout)")
    return CORPUS


@pytest.fixture(scope="session")
def sample_data() -> Path:
    """The made season that ships with the project."""
    return ROOT / "sample_data"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden("name.txt", text)`: equal to tests/<folder>/golden/name.txt, which `make golden` writes anew."""

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--golden") == "write":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"no golden file {path.name}: run `make golden`, read it, commit it"
        assert text == path.read_text(encoding="utf-8")

    return compare
