"""Nothing that dask has to say reaches the terminal: what a user needs of it, footfall says."""

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_TALKATIVE = ("distributed", "distributed.client", "distributed.gc", "bokeh", "tornado", "tornado.application", "asyncio")
"""Loggers that dask gives handlers of their own, and that of the event loop, which would speak for want of a handler."""
_MODULES = r"(distributed|dask|tornado|asyncio)(\.|$)"

WORKERS: dict[str, str] = {
    "DASK_DISTRIBUTED__LOGGING": str(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "handlers": {"nowhere": {"class": "logging.NullHandler"}},
            "root": {"handlers": ["nowhere"]},
        }
    ),
    "PYTHONWARNINGS": "ignore",
}
"""Variables of the environment that have a worker log nowhere from its first import on."""


def hush() -> None:
    """For the rest of this process: threads of a client log until the very end, after the last `with` has been left."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.handlers = [logging.NullHandler()]
        logger.propagate = False


@contextmanager
def hushed() -> Iterator[None]:
    """Neither logs nor warnings of dask in the block. Variables that it leaves in the environment are gone afterwards."""
    before = dict(os.environ)
    hush()
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=_MODULES)
            yield
    finally:
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)
