"""Python's search for cycles, slowed while a report is put together: nearly all that is made then is kept to its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, MIDDLE, OLD = 100_000, 50, 100
"""Objects, and rounds, after which each generation is searched (Python's own: 700, 10, 10). Three thousand runs come to some
millions of objects, which would be searched again and again, a sixth of all the time."""


@contextmanager
def rarely_collected() -> Iterator[None]:
    """The search comes seldom within the block. Not for the reading of files: readers of XML leave whole files in cycles."""
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)
