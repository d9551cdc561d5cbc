"""The SQLite file of a library: found or made, checked, and closed to others."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from footfall.errors import LibraryError
from footfall.library.faults import BUSY_S, code_of, our_words
from footfall.library.migrations import APPLICATION_ID, VERSION, create, migrate

NAME = "library.sqlite"
_MAGIC = b"SQLite format 3\0"
_OLDEST_SQLITE = (3, 37)
"""The first that knows STRICT."""
_PRAGMAS = (
    "foreign_keys = ON",
    "secure_delete = ON",  # what is forgotten is overwritten
    "trusted_schema = OFF",  # a file that somebody prepared runs nothing
    "cell_size_check = ON",
    "synchronous = NORMAL",  # with a log written ahead: a power cut may cost the last transactions, never the library
)


class Database:
    """One connection. `writable` is False where a library stands in a place that cannot be written to."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        self.path, self.connection, self.writable = path, connection, writable

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing. Nobody else writes meanwhile; readers see what was there before."""
        if not self.writable:
            raise LibraryError("read-only", path=str(self.path))
        with our_words(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:  # Ctrl-C as well
                if self.connection.in_transaction:  # a full disk may have ended it already
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """What goes wrong is said in our words."""
        with our_words(self.path):
            yield self.connection

    def files(self) -> tuple[Path, ...]:
        """The database, and what SQLite has beside it now."""
        return tuple(file for file in beside(self.path) if file.exists())

    def close(self) -> None:
        """Nothing is waited for: what was kept is kept."""
        self.connection.close()


def beside(path: Path) -> tuple[Path, ...]:
    """A database and the files that SQLite may keep beside it."""
    return tuple(path.with_name(path.name + end) for end in ("", "-wal", "-shm"))


def open_database(folder: Path) -> Database:
    """The library of a folder, made where there is none, brought up to date where it is older.

    Raises  LibraryError: newer, damaged, not-a-library, read-only, read-only-old, read-only-busy, denied, busy, full,
            no-folder, old-sqlite, failed.
    """
    path = folder / NAME
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise LibraryError("old-sqlite", found=sqlite3.sqlite_version, needs=".".join(map(str, _OLDEST_SQLITE)))
    with our_words(folder):
        if not path.exists() and not _make(path):
            raise LibraryError("read-only", path=str(path))
    with our_words(path):
        _check_head(path)
        if not (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
            return _read_only(path)
        connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
        try:
            _prepare(path, connection)
            _private(path)
        except BaseException:
            connection.close()
            raise
        return Database(path, connection, writable=True)


def _make(path: Path) -> bool:
    """An empty file that nobody else can read; False on a read-only disk."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except PermissionError:
        # A folder that exists and may not be written to is told apart from one that may not be looked into.
        if path.parent.is_dir() and os.access(path.parent, os.R_OK | os.X_OK):
            return False
        raise
    return True


def _check_head(path: Path) -> None:
    """What SQLite would say late or not at all."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        return
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise LibraryError("damaged", path=str(path), detail="it is no database")
    if int.from_bytes(head[68:72]) not in (APPLICATION_ID, 0):
        raise LibraryError("not-a-library", path=str(path))
    log = path.with_name(f"{path.name}-wal")
    size, pages = int.from_bytes(head[16:18]), int.from_bytes(head[28:32])
    if size == 1:
        size = 65536  # as the format writes it
    if not (log.exists() and log.stat().st_size) and path.stat().st_size < size * pages:
        raise LibraryError("damaged", path=str(path), detail="it is cut short")


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    version = _version(path, connection)  # before anything is changed: it may be somebody else's
    _log_ahead(connection)
    if version == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(path, connection)  # somebody else may have been first
        if version == 0:
            create(connection)
        else:
            migrate(connection, version)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Readers and a writer at once. SQLite does not wait for others when it changes over, so that is done here."""
    end = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if code_of(error) != "busy" or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


def _version(path: Path, connection: sqlite3.Connection) -> int:
    """Of the schema; 0 = there is nothing yet. Raises LibraryError for what is not ours, and what is newer than we are."""
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if ours != APPLICATION_ID and (tables or version or ours):
        raise LibraryError("not-a-library", path=str(path))
    if version > VERSION:
        raise LibraryError("newer", path=str(path), found=version, known=VERSION)
    if ours == APPLICATION_ID and version < 1:
        raise LibraryError("damaged", path=str(path), detail="it has no version")
    return int(version)


def _private(path: Path) -> None:
    """The file and what SQLite has put beside it, which takes the file's mode only from its first time on."""
    for file in beside(path):
        if file.exists() and file.stat().st_mode & 0o077:
            file.chmod(0o600)


def _read_only(path: Path) -> Database:
    """A library that can be looked at. Where nobody has unfinished business in it, it needs no file beside it."""
    log = path.with_name(f"{path.name}-wal")
    pending = log.exists() and log.stat().st_size > 0
    uri = f"{path.absolute().as_uri()}?{'mode=ro' if pending else 'immutable=1'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        version = _version(path, connection)
    except sqlite3.Error as error:
        connection.close()
        if pending and code_of(error) in ("denied", "read-only"):
            raise LibraryError("read-only-busy", path=str(path)) from error
        raise
    except LibraryError:
        connection.close()
        raise
    if version < VERSION:
        connection.close()
        raise LibraryError("read-only" if version == 0 else "read-only-old", path=str(path))
    return Database(path, connection, writable=False)
