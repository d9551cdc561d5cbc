"""Footfalls and lumbar load from sports-watch files, beside a pain diary.

    >>> import footfall
    >>> footfall.analyze("my-runs", diary="diary.csv").to_frame()  # doctest: +SKIP

The public names live in `footfall.api` and are imported when they are first used.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from footfall.version import __version__

if TYPE_CHECKING:
    from footfall.api import Athlete, Content, FootfallError, Run, analyze, check, read_run, read_runs
    from footfall.api import history as history

__all__ = [
    "Athlete",
    "Content",
    "FootfallError",
    "Run",
    "__version__",
    "analyze",
    "check",
    "history",
    "read_run",
    "read_runs",
]


class _Package(ModuleType):
    """This package, whose `history` is the function of the interface, not the part of the house with the same name."""

    @property
    def history(self) -> Any:
        """`footfall.api.history`."""
        from footfall import api

        return api.history

    @history.setter
    def history(self, _: ModuleType) -> None:
        """The import system hangs a subpackage on its parent under its name; it finds it again without that."""


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'footfall' has no attribute {name!r}")
    from footfall import api  # numpy, the readers, the rules: 0.2 s that `footfall --help` does not pay

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
