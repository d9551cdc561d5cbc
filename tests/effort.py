"""How much is asked of the slow tests: a part on the way, all of it with FOOTFALL_WHOLE set, as `.ci/run` has it."""

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

Case = TypeVar("Case")

WHOLE = bool(os.environ.get("FOOTFALL_WHOLE"))


def some(cases: Sequence[Case], *, every: int) -> Sequence[Case]:
    """The first of each `every` cases; all of them where the whole is asked for."""
    return cases if WHOLE else cases[::every]


in_ci = pytest.mark.skipif(not WHOLE, reason="on the way a shorter test stands for it: FOOTFALL_WHOLE=1, as .ci/run has it")
"""For a slow test whose like is run on the way by another."""
