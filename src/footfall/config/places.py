"""Where settings, the athlete and the diary lie when nobody says: beside the files."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

PROJECT_FILE = "footfall.toml"
ATHLETE_FILE = "athlete.toml"
DIARY_FILES = ("diary.csv", "diary.xlsx", "diary.tsv")
STDIN = "-"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::.*://|::/)")
"""Two letters at least: `C://runs` is a drive."""


def is_url(path: str) -> bool:
    """True for a URL, `s3://bucket/runs` or `zip://1.fit::file:///all.zip`; what is on the disk by that name is a file."""
    return _URL.match(path) is not None and not os.path.lexists(path)


def beside(paths: Sequence[str]) -> tuple[Path, ...]:
    """Folders to look in, the nearest first.

    The folder that the first path names or lies in, then the folders above it up to the one the user is in. A path
    outside of that one has no other folder: what lies here may be somebody else's. Beside a URL nothing is looked for.
    """
    here = Path.cwd()
    first = next((path for path in paths if path != STDIN), None)
    if first is None:
        return (here,)
    if is_url(first):
        return ()
    named = os.path.realpath(first)  # not Path.resolve, which raises for links that lead back to themselves
    folder = Path(named if os.path.isdir(named) else os.path.dirname(named))  # noqa: PTH112, PTH120
    if not folder.is_relative_to(here):
        return (folder,)
    above = [place for place in folder.parents if place.is_relative_to(here)]
    return (folder, *above)


def first_file(places: Sequence[Path], names: Sequence[str]) -> Path | None:
    """The first of `names` in the first folder that has one."""
    return next((place / name for place in places for name in names if _is_file(place / name)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be searched holds nothing for us; what the user named there is reported
        return False


def project_file(places: Sequence[Path]) -> Path | None:
    """`footfall.toml` beside the files, else where the user is."""
    return first_file((*places, Path.cwd()), (PROJECT_FILE,))


def user_folder() -> Path:
    """The folder of the user's own settings on this system."""
    import platformdirs

    return Path(platformdirs.user_config_dir("footfall", appauthor=False))


def library_folder() -> Path:
    """Where measured runs are kept when nobody says: the user's data folder on this system."""
    import platformdirs

    return Path(platformdirs.user_data_dir("footfall", appauthor=False))


def shown(path: Path) -> str:
    """As a person here would name it: relative when it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def from_setting(text: str, folder: Path | None) -> Path:
    """A path that was written into a file (relative to that file) or a variable (relative to here); `~` is the home."""
    path = Path(os.path.expanduser(text))  # noqa: PTH111 - Path.expanduser raises where the home is not known
    return path if folder is None else folder / path
