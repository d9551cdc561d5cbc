"""Files that are named by a URL, over fsspec; the one door at which errors of other systems become OSErrors in plain words."""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, cast

from footfall.config.places import is_url
from footfall.errors import SettingError
from footfall.library.rows import Stamp
from footfall.wording import say

__all__ = ["Listed", "RemoteError", "asked_for", "is_url", "listed", "local_path", "opened", "shown", "stamp"]

_SIGNS = frozenset(
    (
        *("etag", "e_tag", "md5", "md5hash", "content-md5", "content_md5", "digest", "checksum", "chksum"),
        *("sha", "sha1", "sha256", "crc", "crc32c", "generation", "versionid", "version_id"),
        *("mtime", "modified", "last_modified", "lastmodified", "updated", "created", "date_time"),
    )
)
"""What the systems that fsspec knows call that by which a file shows that it changed, in small letters."""
_CACHES = frozenset({"simplecache", "filecache", "blockcache", "cached"})
_WORD = re.compile(r"\S+://\S+")
_LONGEST_DETAIL = 200


class RemoteError(OSError):
    """Another system would not give a file or a folder. `strerror` is a sentence's part, without credentials."""

    def __init__(self, detail: str) -> None:
        super().__init__(None, detail)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a URL stands for.

    folder   False for one file: `files` is then that URL alone.
    files    URLs of all files below, sorted; hidden ones left out.
    faults   (URL, why it was not looked at) of folders below and of names that cannot be part of a URL.
    """

    folder: bool
    files: tuple[str, ...]
    faults: tuple[tuple[str, OSError], ...] = ()


def asked_for(url: str) -> None:
    """Raises SettingError `no-extra` when fsspec is not installed."""
    try:
        import fsspec  # noqa: F401
    except ImportError as error:
        raise SettingError("no-extra", extra="cluster", asked=protocol(url)) from error


def protocol(url: str) -> str:
    """`s3` of `s3://…`, `zip` of `zip://…::s3://…`."""
    return re.split(r"://|::", url, maxsplit=1)[0].lower()


def shown(url: str) -> str:
    """Without `user:password@` and without the query, of which a digest remains, so that two URLs stay two."""
    return "::".join(map(_shown_link, url.split("::")))


def _shown_link(link: str) -> str:
    scheme, there, rest = link.partition("://")
    if not there:
        return link
    host, slash, path = rest.partition("/")
    path, asked, query = path.partition("?")
    if not slash:
        host, asked, query = host.partition("?")
    digest = f"?{hashlib.sha256(query.encode()).hexdigest()[:8]}" if asked else ""
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}{digest}"


def local_path(url: str) -> str | None:
    """The file of this disk that a URL reads from, as `file:///runs/1.fit` and `zip://1.fit::/runs/all.zip` do; else None."""
    link = url.rpartition("::")[2]
    scheme, there, path = link.partition("://")
    if not there:
        return link
    if scheme.lower() not in {"file", "local"}:
        return None
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path


def stamp(url: str) -> Stamp | None:
    """What the system says of a file; None where it says nothing by which a change would show: then its content is looked at.

    `inode` is a digest of its etag, checksum or time, whichever it gives; `mtime_ns` 0 where it gives no number.
    Raises OSError.
    """
    with _door(url):
        filesystem, path = _at(url)
        info: dict[str, Any] = filesystem.info(path)
        signs = sorted((key.lower(), str(value)) for key, value in info.items() if key.lower() in _SIGNS and value is not None)
        size = info.get("size")
        if not signs or size is None:
            return None
        token = int.from_bytes(hashlib.sha256(repr(signs).encode()).digest()[:7], "big")
        return Stamp(int(size), _mtime_ns(info), token)


def _mtime_ns(info: dict[str, Any]) -> int:
    times = (value for key, value in info.items() if key.lower() in {"mtime", "last_modified", "lastmodified"})
    for value in times:
        if isinstance(value, datetime):
            return int(value.timestamp() * 1e9)
        if isinstance(value, int | float):
            return int(value * 1e9)
    return 0


def size_of(url: str) -> int | None:
    """As the system says; None where it does not.  [bytes]  Raises OSError."""
    with _door(url):
        filesystem, path = _at(url)
        size = filesystem.info(path).get("size")
        return None if size is None else int(size)


def listed(url: str) -> Listed:
    """The file, or every file of a folder to its ends. Raises OSError."""
    with _door(url):
        filesystem, root = _at(url)
        filesystem.invalidate_cache()
        if not _is_folder(filesystem, root, url):
            return Listed(folder=False, files=(url,))
        names, faults = _below(filesystem, root, url)
    files = []
    for name in sorted(names):
        inner = name.removeprefix(root.rstrip("/")).lstrip("/")
        if any(part.startswith(".") for part in inner.split("/")):
            continue
        if "::" in inner:  # it would be taken for a chain, and might then lead to a file of this disk
            faults.append((url, RemoteError(say("remote.name", name=inner))))
            continue
        files.append(_joined(url, inner))
    return Listed(folder=True, files=tuple(files), faults=tuple(faults))


def _is_folder(filesystem: Any, root: str, url: str) -> bool:
    """On the web a folder is a page of links whose URL ends in `/`: nothing else tells it from a file."""
    if protocol(url) in {"http", "https"}:
        return url.endswith("/")
    return bool(filesystem.info(root)["type"] == "directory")


def _below(filesystem: Any, root: str, url: str) -> tuple[set[str], list[tuple[str, OSError]]]:
    """Names of all files below a folder, as the system calls them; a folder below that cannot be listed is a fault."""
    names: set[str] = set()
    faults: list[tuple[str, OSError]] = []
    todo, seen = [root], {root.rstrip("/")}
    while todo:
        folder = todo.pop()
        try:
            with _door(url):
                entries = filesystem.ls(folder, detail=True)
        except OSError as error:
            if folder == root:
                raise
            faults.append((_joined(url, folder.removeprefix(root.rstrip("/")).lstrip("/")), error))
            continue
        for entry in entries:
            name = str(entry["name"]).rstrip("/")
            inside = name.startswith(root.rstrip("/"))  # a page of links may lead anywhere
            if name in seen or not inside or name.rpartition("/")[2].startswith("."):
                continue
            seen.add(name)
            is_folder = entry["type"] == "directory" or str(entry["name"]).endswith("/")
            if not is_folder:
                names.add(name)
            elif not entry.get("islink"):  # a link to a folder may lead back into it
                todo.append(f"{name}/" if str(entry["name"]).endswith("/") else name)
    return names, faults


def _joined(url: str, inner: str) -> str:
    """A file below the folder that a URL names: the path grows in the first link of the chain that is no cache."""
    links = url.split("::")
    at = next((number for number, link in enumerate(links) if link not in _CACHES), 0)
    link = links[at] if "://" in links[at] else f"{links[at]}://"
    links[at] = link + inner if link.endswith("/") else f"{link}/{inner}"
    return "::".join(links)


@contextmanager
def opened(url: str) -> Iterator[BinaryIO]:
    """The file at its start; `seekable()` where the system gives it in parts. Raises OSError, also while it is read."""
    with _door(url):
        filesystem, path = _at(url)
        foreign = filesystem.open(path, "rb")
    try:
        yield cast("BinaryIO", _Guarded(foreign, url))
    finally:
        with _door(url):
            foreign.close()


class _Guarded:
    """A file of another system whose errors come through the door."""

    def __init__(self, file: Any, url: str) -> None:
        self._file, self._url = file, url

    def read(self, size: int = -1) -> bytes:
        with _door(self._url):
            return bytes(self._file.read(size))

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        with _door(self._url):
            return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        with _door(self._url):
            return int(self._file.tell())

    def seekable(self) -> bool:
        with _door(self._url):
            return bool(self._file.seekable())


def _at(url: str) -> tuple[Any, str]:
    """The file system and the path in it."""
    from fsspec.core import url_to_fs

    filesystem, path = url_to_fs(url)
    return filesystem, str(path)


@contextmanager
def _door(url: str) -> Iterator[None]:
    """Whatever another system's library raises leaves as an OSError in our words."""
    try:
        yield
    except RemoteError:
        raise
    except FileNotFoundError as error:
        raise FileNotFoundError(2, say("remote.missing")) from error
    except PermissionError as error:
        raise PermissionError(13, say("remote.denied")) from error
    except ImportError as error:
        raise RemoteError(say("remote.no-package", protocol=protocol(url), detail=_plain(error))) from error
    except Exception as error:  # each system has errors of its own: botocore's, aiohttp's, zipfile's
        if isinstance(error, ValueError) and "rotocol not known" in str(error):
            raise RemoteError(say("remote.unknown-protocol", protocol=protocol(url))) from error
        raise RemoteError(say("remote.failed", detail=_plain(error))) from error


def _plain(error: Exception) -> str:
    """In the library's own words, short and without credentials."""
    text = " ".join(_WORD.sub(lambda match: shown(match.group()), str(error)).split()).rstrip(".")
    return text[:_LONGEST_DETAIL] or type(error).__name__
