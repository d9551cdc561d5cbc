"""The paths that a command was given: arguments, and a list from a file or standard input."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from footfall.config.places import STDIN
from footfall.errors import SettingError


def gather(paths: Sequence[str], files_from: str | None) -> tuple[str, ...]:
    """All of them, in order. An empty list of files is an empty answer, not an error.

    Raises SettingError: nothing was named at all, or standard input twice.
    """
    if files_from == STDIN and STDIN in paths:
        raise SettingError("stdin-twice")
    if list(paths).count(STDIN) > 1:
        raise SettingError("stdin-twice")
    if files_from is None:
        return tuple(paths)
    return (*paths, *_listed(files_from))


def _listed(files_from: str) -> list[str]:
    """NUL separates when there is one (`find -print0`), else the end of a line. Names need not be valid text."""
    try:
        data = sys.stdin.buffer.read() if files_from == STDIN else Path(files_from).read_bytes()
    except OSError as error:
        raise SettingError("no-list", path=files_from, detail=error.strerror or str(error)) from error
    text = os.fsdecode(data.removeprefix(b"\xef\xbb\xbf"))
    names = text.split("\0") if "\0" in text else text.splitlines()
    return [name for name in names if name.strip()]
