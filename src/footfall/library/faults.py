"""What SQLite and the system raise, in our words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from footfall.errors import LibraryError

BUSY_S = 30.0
"""How long somebody else's transaction is waited for; ours take a fraction of a second.  [s]"""

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_CANTOPEN: "denied",
    sqlite3.SQLITE_PERM: "denied",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_FULL = frozenset({sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE})
"""Where the system refuses to let a file grow for another reason than a full disk: a quota, a limit of the shell."""
_CUT = frozenset({sqlite3.SQLITE_IOERR_SHORT_READ})


@contextmanager
def our_words(path: Path) -> Iterator[None]:
    """Raises LibraryError for whatever goes wrong with the database or the folder inside."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(code_of(error), path=str(path), detail=str(error), seconds=int(BUSY_S)) from error
    except OSError as error:
        raise LibraryError(_system_code(error), path=str(path), detail=error.strerror or str(error)) from error


def code_of(error: sqlite3.Error) -> str:
    """Of the catalogue's sentences, `library.…`."""
    found = getattr(error, "sqlite_errorcode", None)  # absent where Python itself found the fault
    if found in _FULL:
        return "full"
    if found in _CUT or str(error).startswith("Could not decode"):
        return "damaged"
    return _BY_CODE.get((found or 0) & 0xFF, "failed")  # the finer codes have the plain one in their low byte


def _system_code(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "no-folder"
    if isinstance(error, IsADirectoryError):
        return "failed"
    if error.errno == errno.EROFS:
        return "read-only"
    if isinstance(error, PermissionError):
        return "denied"
    return "full" if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)} else "failed"
