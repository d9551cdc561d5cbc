"""A folder as a result: written beside under another name, then swapped in by renames."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from footfall.errors import OutputError
from footfall.output.file import friendly, leads_nowhere, temporary_in

MARK = "_footfall.json"
"""A file of ours in every folder of ours; readers of datasets pass over names that begin with an underscore."""
_MARKED = b'{"footfall": "'


def check_folder(path: str) -> None:
    """Look before the work begins whether a folder could be written as `path`. What an interrupted swap has left is put right.

    Replaced is a folder of ours or an empty one, and nothing else whatever is asked: a folder may be somebody's photos.
    Raises OutputError: `exists-folder`, `exists-file`, `link-loop`, `denied`, `failed`.
    """
    if leads_nowhere(path):
        raise OutputError("link-loop", path=path)
    target = _resolved(path)
    try:
        _put_right(target)
        if target.is_file():
            raise OutputError("exists-file", path=path)
        if target.exists() and not _is_ours(target):
            raise OutputError("exists-folder", path=path)
    except OSError as error:
        raise friendly(error, path) from error


@contextmanager
def writing_folder(path: str) -> Iterator[Path]:
    """An empty folder whose files stand under `path` once the block has ended well; otherwise what stood there stays as it was.

    The block writes MARK too. An OSError in it is taken for one of `path`. Raises as `check_folder`, and `full`.
    """
    check_folder(path)
    target = _resolved(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = temporary_in(target.parent)
        made.mkdir()
        try:
            yield made
            _sync(made)
            _swap(made, target)
        except BaseException:  # Ctrl-C as well: nothing of a broken-off result stays
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        raise friendly(error, path) from error


def _resolved(path: str) -> Path:
    """Where a link leads: the folder that stands there is the one that is replaced, and what a swap leaves lies beside it."""
    return Path(path).resolve() if Path(path).is_symlink() else Path(path)


def _aside(target: Path) -> Path:
    return target.parent / f".{target.name}.footfall-old"


def _swap(made: Path, target: Path) -> None:
    """Two renames: between them nothing stands under the name, and `check_folder` of the next run puts that right."""
    old = _aside(target)
    if target.exists():
        target.rename(old)
    try:
        made.rename(target)
    except BaseException:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)  # what is left of it is removed the next time


def _put_right(target: Path) -> None:
    old = _aside(target)
    if not old.exists():
        return
    if target.exists():
        shutil.rmtree(old, ignore_errors=True)
    else:
        old.rename(target)


def _is_ours(folder: Path) -> bool:
    if not any(folder.iterdir()):
        return True
    mark = folder / MARK
    return mark.is_file() and mark.read_bytes().startswith(_MARKED)


def _sync(folder: Path) -> None:
    """To the disk before the rename: a name must not come to stand for what a power cut has taken."""
    for parent, _, names in os.walk(folder):
        for name in names:
            with Path(parent, name).open("r+b") as file:  # Windows syncs only what can be written to
                os.fsync(file.fileno())
