"""From the paths that a user named to the files behind them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from footfall.config.places import STDIN
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.problems import unreadable


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to read.

    path    as shown to the user; `-` is stdin.
    named   True when the user named it, False when it was met in a folder: an unknown file in a folder is no failure.
    base    the folder that the user named and in which it was met; None for a file of its own.
    """

    path: str
    named: bool
    base: str | None = None


def find(paths: Sequence[str]) -> tuple[tuple[FoundFile, ...], tuple[Problem, ...]]:
    """Every file behind the paths, folders walked to their ends, each once, in a fixed order.

    Hidden files and folders (`.git`, `._x.fit` of macOS) are no exports and are left out of folders; one that is named is read.
    """
    found: dict[str, FoundFile] = {}
    problems: list[Problem] = []
    for path in paths:
        if path == STDIN:
            found.setdefault(STDIN, FoundFile(STDIN, named=True))
        elif Path(path).is_dir():
            for inner in _walk(Path(path), problems):
                found.setdefault(_key(inner), FoundFile(inner, named=False, base=path))
        elif Path(path).exists():
            met = found.get(_key(path))
            found[_key(path)] = FoundFile(path, named=True, base=met.base if met is not None else None)
        else:
            problems.append(Problem(path, None, "missing", say("problem.missing")))
    return tuple(found.values()), tuple(problems)


def _key(path: str) -> str:
    """One file under several spellings is one: `runs/x.fit`, `./runs/x.fit` and its whole path."""
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps `..`


def _walk(folder: Path, problems: list[Problem]) -> Iterator[str]:
    def note(error: OSError) -> None:
        problems.append(unreadable(str(error.filename or folder), error))

    for parent, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(parent) / name)
