"""The small accounts, made once: a few dozen files of every kind each."""

import pytest

from sampledata.exports import SMALL, Heap, heap


@pytest.fixture(scope="session")
def small() -> Heap:
    return heap(size=SMALL)
