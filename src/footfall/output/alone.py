"""One process at a time: what is read, changed and written back must not be changed by another in between."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Within the block no other footfall changes a file of the same folder; others wait until it has ended.

    Where the system has no such lock (Windows, some network folders) the block runs all the same: there the last one wins, and
    its file is whole.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    folder = Path(path).resolve().parent
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # the folder is not there yet, or may not be looked into: writing says so
        yield
        return
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:  # a network folder without locks
            yield
            return
        yield
    finally:
        os.close(handle)
