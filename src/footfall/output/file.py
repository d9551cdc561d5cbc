"""A file as a result: written to a temporary name in the same folder, then renamed, so that no file is ever half there."""

import errno
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import IO

from footfall.errors import OutputError

_HEAD_BYTES = 4096
_DAY_S = 86_400
_TEMPORARY = re.compile(r"\.footfall-[0-9a-f]{16}\.tmp")
_SUMMARY = re.compile(rb"footfall \d+\.\d+\.\S+ summary")
_DOCUMENT = re.compile(rb"(?:<\?xml [^>]*\?>\n)?<!-- footfall \d+\.\d+\.\S+ (?:report|pictures) -->")


class Overwrite(Enum):
    """What may be replaced."""

    OURS = "ours"
    """A result that footfall wrote itself."""
    ANY = "any"
    """Whatever stands there: the user said `--force`, or the file is one that footfall adds to."""


def check_target(path: str, *, overwrite: Overwrite = Overwrite.OURS) -> None:
    """Look before the work begins whether `path` could be written.

    Raises OutputError: `is-a-directory`, `exists` (somebody else's file), `denied`, `link-loop`.
    """
    target = Path(path)
    if leads_nowhere(path):
        raise OutputError("link-loop", path=path)
    if target.is_dir():
        raise OutputError("is-a-directory", path=path)
    if overwrite is Overwrite.OURS and target.is_file() and not _is_ours(target):
        raise OutputError("exists", path=path)


def leads_nowhere(path: str) -> bool:
    """True for a link that leads back to itself, through others or at once."""
    try:
        Path(path).stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    except ValueError:  # a NUL byte: a name that no system has
        return False
    return False


def write_text(path: str, text: str, *, overwrite: Overwrite = Overwrite.OURS) -> None:
    """UTF-8, line ends as they stand in `text`. Otherwise as `write_bytes`."""
    write_bytes(path, encoded(text), overwrite=overwrite)


def encoded(text: str) -> bytes:
    r"""UTF-8. A file name that is not valid text reaches us as lone surrogates: `\udcff` keeps it readable, and valid in JSON."""
    return text.encode("utf-8", "backslashreplace")


def write_bytes(path: str, data: bytes, *, overwrite: Overwrite = Overwrite.OURS) -> None:
    """Write all of `data` or nothing; folders on the way are made.

    A link is followed, so it still points where it did. A device or a pipe is written to as it is.
    Raises OutputError: those of `check_target`, and `denied`, `full`, `no-folder`, `failed` with the system's words.
    """
    with writing(path, overwrite=overwrite) as stream:
        stream.write(data)


@contextmanager
def writing(path: str, *, overwrite: Overwrite = Overwrite.OURS) -> Iterator[IO[bytes]]:
    """A stream whose bytes stand under `path` once the block has ended well; otherwise what stood there stays as it was.

    The block only writes: an OSError in it is taken for one of `path`. Otherwise as `write_bytes`.
    """
    check_target(path, overwrite=overwrite)
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
        else:
            with _replacing(target.resolve()) as stream:
                yield stream
    except OSError as error:
        raise friendly(error, path) from error


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = temporary_in(target.parent)
    # "x" rather than mkstemp, which is always 0600: the user's umask decides who may read it, as with any other program.
    stream = temporary.open("xb")
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:  # Ctrl-C as well: nothing of a broken-off result stays
        temporary.unlink(missing_ok=True)
        raise


def temporary_in(folder: Path) -> Path:
    """A name of its own, not one made from the target's, which may be as long as the system takes.

    What a process that was killed left under such a name is removed after a day: until then it may belong to one that runs, on
    another machine perhaps.
    """
    before = time.time() - _DAY_S
    for left in folder.glob(".footfall-*.tmp"):
        if _TEMPORARY.fullmatch(left.name) and left.lstat().st_mtime < before:
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    return folder / f".footfall-{secrets.token_hex(8)}.tmp"


def _is_ours(target: Path) -> bool:
    """Told by what every page, JSON object and table of ours begins with; tests hold the renderers to it."""
    try:
        with target.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError as error:
        raise friendly(error, str(target)) from error
    page = b'<meta name="generator" content="footfall' in head
    table = head.startswith((b"athlete,path,id,format,device,sport,sub_sport,start,", b"athlete,week,runs,distance_km,"))
    summary = _SUMMARY.match(head) is not None or _DOCUMENT.match(head) is not None
    log = head.startswith(b'{"footfall": "')
    lines = head.startswith((b'{"athlete": "', b'{"athlete": null')) and b'", "id": "' in head and b'", "format": "' in head
    return (
        page
        or table
        or summary
        or log
        or lines
        or (head.startswith(b'{"format_version"') and b'"tool": {"name": "footfall"' in head)
    )


def friendly(error: OSError, path: str) -> OutputError:
    """What the system would not do, as an error with its sentence."""
    if isinstance(error, IsADirectoryError):
        return OutputError("is-a-directory", path=path)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return OutputError("denied", path=path)
    if error.errno in {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return OutputError("full", path=path)
    if isinstance(error, NotADirectoryError | FileExistsError):
        return OutputError("no-folder", path=path)
    return OutputError("failed", path=path, detail=error.strerror or str(error))
