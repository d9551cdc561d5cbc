"""From the paths that a user named to the files behind them."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from footfall.config.places import STDIN, is_url
from footfall.formats import HEAD_BYTES
from footfall.formats.archive.kinds import kind_of
from footfall.model.problem import Problem
from footfall.output import leads_nowhere
from footfall.wording import say
from footfall.workflow import remote
from footfall.workflow.problems import unreadable, unreadable_url


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to read.

    path    as shown to the user; `-` is stdin. A URL is shown without its credentials.
    named   True when the user named it, False when it was met in a folder: an unknown file in a folder is no failure.
    base    the folder that the user named and in which it was met; None for a file of its own.
    url     the whole URL to open; None for a file on the disk.
    """

    path: str
    named: bool
    base: str | None = None
    url: str | None = None

    @property
    def source(self) -> str:
        """What is to be opened."""
        return self.path if self.url is None else self.url


def find(paths: Sequence[str]) -> tuple[tuple[FoundFile, ...], tuple[Problem, ...]]:
    """Every file behind the paths, folders walked to their ends, each once, in a fixed order.

    Hidden files and folders (`.git`, `._x.fit` of macOS) are no exports and are left out of folders; one that is named is read.
    Raises SettingError `no-extra` for a URL without the package that reads them.
    """
    found: dict[str, FoundFile] = {}
    problems: list[Problem] = []
    for path in paths:
        if path == STDIN:
            found.setdefault(STDIN, FoundFile(STDIN, named=True))
            continue
        if is_url(path):
            _find_remote(path, found, problems)
            continue
        try:
            is_folder = stat.S_ISDIR(Path(path).stat().st_mode)
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL byte, which no system has
            problems.append(_not_there(path, error))
            continue
        if is_folder:
            for inner in _walk(Path(path), problems):
                found.setdefault(_key(inner), FoundFile(inner, named=False, base=path))
        else:
            met = found.get(_key(path))
            found[_key(path)] = FoundFile(path, named=True, base=met.base if met is not None else None)
    return tuple(found.values()), tuple(problems)


def _find_remote(url: str, found: dict[str, FoundFile], problems: list[Problem]) -> None:
    remote.asked_for(url)
    base = remote.shown(url)
    try:
        there = remote.listed(url)
    except OSError as error:
        problems.append(unreadable_url(base, error))
        return
    problems += (unreadable_url(remote.shown(inner), error) for inner, error in there.faults)
    if not there.folder:
        met = found.get(base)
        found[base] = FoundFile(base, named=True, base=met.base if met is not None else None, url=url)
        return
    for inner in there.files:
        name = remote.shown(inner)
        found.setdefault(name, FoundFile(name, named=False, base=base, url=inner))


def on_disk(path: str) -> str:
    """The file to open: the archive, where the path goes on into one. A URL is what it is."""
    if is_url(path):
        return path
    if os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that is too long
        return path
    return next((str(outer) for outer in Path(path).parents if os.path.isfile(outer)), path)  # noqa: PTH113


def is_read(target: str, paths: Iterable[str]) -> FoundFile | None:
    """The file behind `paths` that `target` is, under whatever name, or one that it leads to; None where it is none of them."""
    if not os.path.isfile(target):  # noqa: PTH113
        return None
    paths = [local for path in paths if path != STDIN and (local := remote.local_path(path) if is_url(path) else path)]
    files, _ = find(paths)
    # one that was named goes before one that was met in a folder
    outermost = [FoundFile(on_disk(path), named=True) for path in paths if on_disk(path) != path]
    return next(
        (file for file in sorted((*files, *outermost), key=lambda one: not one.named) if _is_same(target, file.path)), None
    )


def _is_same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:  # it went away, or may not be looked at: then nothing was read from it
        return False


def _not_there(path: str, error: OSError | ValueError) -> Problem:
    """Why nothing is found under a path."""
    if leads_nowhere(path):
        return Problem(path, None, "missing", say("problem.missing.loop"))
    if isinstance(error, OSError) and not isinstance(error, FileNotFoundError | NotADirectoryError):
        return unreadable(path, error)
    if not isinstance(error, ValueError):
        if Path(path).is_symlink():
            return Problem(path, None, "missing", say("problem.missing.link"))
        outer = on_disk(path)
        if outer != path and _is_archive(outer):
            return Problem(path, None, "missing", say("problem.missing.in-archive", archive=outer))
    return Problem(path, None, "missing", say("problem.missing"))


def _is_archive(path: str) -> bool:
    try:
        with Path(path).open("rb") as file:
            return kind_of(file.read(HEAD_BYTES)) is not None
    except OSError:
        return False


def _key(path: str) -> str:
    """One file under several spellings is one: `runs/x.fit`, `./runs/x.fit` and its whole path."""
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps `..`


def whole_path(path: str) -> str:
    """From the root, as the library keeps it; case and links as they are, and a URL as it is shown."""
    return path if path == STDIN or is_url(path) else os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps `..`


def _walk(folder: Path, problems: list[Problem]) -> Iterator[str]:
    def note(error: OSError) -> None:
        problems.append(unreadable(str(error.filename or folder), error))

    for parent, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(parent) / name)
