"""The sentence behind an exception of ours: what happened, where, and what to do."""

from footfall.errors import EngineError, FootfallError, LibraryError, OutputError, RunFileError, SettingError, TableError
from footfall.wording import say

_AREAS: tuple[tuple[type[FootfallError], str], ...] = (
    (SettingError, "setting"),
    (OutputError, "output"),
    (TableError, "table"),
    (LibraryError, "library"),
    (EngineError, "engine"),
)


def sentence(error: FootfallError) -> str:
    """Raises KeyError for an error without a sentence: a bug."""
    if isinstance(error, RunFileError):
        place = error.path if error.where is None else f"{error.path}, {error.where}"
        said = say(f"problem.{error.code}", **error.values)
        return f"{place}: {said}" if place else said
    area = next(area for kind, area in _AREAS if isinstance(error, kind))
    return say(f"{area}.{error.code}", **error.values)
