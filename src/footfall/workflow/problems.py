"""What cannot be opened or read, as a value with its sentence."""

from footfall.errors import NotAnActivityError, RunFileError
from footfall.model.problem import Problem
from footfall.wording import say


def unreadable(path: str, error: OSError) -> Problem:
    """A file or folder that the system would not open, in its own words."""
    detail = error.strerror or type(error).__name__
    return Problem(path, None, "unreadable", say("problem.unreadable", detail=detail))


def unreadable_url(url: str, error: OSError) -> Problem:
    """The same of a URL, which is shown without credentials."""
    if isinstance(error, FileNotFoundError):
        return Problem(url, None, "missing", say("problem.missing.remote"))
    return Problem(url, None, "unreadable", say("problem.unreadable.remote", detail=error.strerror or type(error).__name__))


def problem_of(error: RunFileError, path: str) -> Problem:
    """The error as a value with its sentence."""
    message = say(f"problem.{error.code}", **error.values)
    what = str(error.values["kind"]) if error.reason == NotAnActivityError.reason and "kind" in error.values else None
    return Problem(error.path or path, error.where, error.reason, message, what)
