"""Footfalls and lumbar load from sports-watch files, beside a pain diary.

    >>> import footfall
    >>> footfall.analyze("my-runs", diary="diary.csv").to_frame()  # doctest: +SKIP

The public names live in `footfall.api` and are imported when they are first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from footfall.version import __version__

if TYPE_CHECKING:
    from footfall.api import (
        Athlete,
        Content,
        FasterCadence,
        FootfallError,
        Run,
        Shorter,
        Slower,
        WalkBreaks,
        WhatIf,
        analyze,
        check,
        in_words,
        read_run,
        read_runs,
        what_if,
    )
    from footfall.api import history as history

__all__ = [
    "Athlete",
    "Content",
    "FasterCadence",
    "FootfallError",
    "Run",
    "Shorter",
    "Slower",
    "WalkBreaks",
    "WhatIf",
    "__version__",
    "analyze",
    "check",
    "history",
    "in_words",
    "read_run",
    "read_runs",
    "what_if",
]


_PARTS = ("api", "errors", "history")
"""Modules that are there as attributes without an import of their own."""


class _History(ModuleType):
    """The package `footfall.history`, which is also the function `footfall.api.history` when it is called."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        from footfall import api

        return api.history(*args, **options)


class _Package(ModuleType):
    """This package. The import system hangs `footfall.history` on it like any other part; from then on it can be called."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "history" and isinstance(value, ModuleType):
            value.__class__ = _History
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name in _PARTS:
        return import_module(f"footfall.{name}")
    if name not in __all__:
        raise AttributeError(f"module 'footfall' has no attribute {name!r}")
    from footfall import api  # numpy, the readers, the rules: 0.2 s that `footfall --help` does not pay

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_PARTS})
