"""Parts of a batch: what workers leave beside the output for whoever puts it together. A part is whole or not there at all.

A part is named by its content, so that one that is written twice is one. In front of what was read lies an index of the files,
which tells what is done without unpacking the rest: `part-<sha256>.ffp` = length of the index, index, rows, the last two packed.
"""

import contextlib
import hashlib
import os
import secrets
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from footfall.errors import EngineError, LibraryError
from footfall.library.codec import pack, unpack
from footfall.library.rows import FileRow, ReadingRow, Stamp
from footfall.output import friendly

_LENGTH = struct.Struct("<8sQ")
_MARK = b"ffpart01"
_NAME, _ENDING, _TEMPORARY = "part-", ".ffp", ".tmp-"


@dataclass(frozen=True, eq=False)
class Share:
    """What a part has of one athlete. athlete   her key."""

    athlete: str
    files: tuple[FileRow, ...]
    readings: tuple[ReadingRow, ...]


@dataclass(frozen=True, eq=False)
class Part:
    """What was read in one go."""

    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in the index of a part; fields as in FileRow, `athlete` as in Share."""

    athlete: str
    path: str
    request: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Index:
    """All files of a part."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PartFolder:
    """Where the parts of one output lie: `OUT.parts`, for the user alone, for it is health data. Can be pickled."""

    path: str

    @classmethod
    def of(cls, output: str) -> "PartFolder":
        """That of an output; absolute, since workers may stand elsewhere."""
        return cls(os.path.abspath(output).rstrip(os.sep) + ".parts")  # noqa: PTH100 - Path.absolute keeps `..`

    def write(self, part: Part) -> str:
        """Write a part to its end, then give it its name, which is returned. Raises OutputError."""
        index = pack(
            Index(tuple(Entry(one.athlete, row.path, row.request, row.stamp) for one in part.shares for row in one.files))
        )
        data = _LENGTH.pack(_MARK, len(index)) + index + pack(part)
        name = f"{_NAME}{hashlib.sha256(data).hexdigest()}{_ENDING}"
        folder = Path(self.path)
        temporary = folder / f"{_TEMPORARY}{secrets.token_hex(8)}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:  # noqa: PTH123
                    stream.write(data)  # not synced: a part that a power cut has torn is not what its name says, and is left out
                temporary.replace(folder / name)
            except BaseException:  # Ctrl-C as well: nothing half stays
                temporary.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise friendly(error, self.path) from error
        return name

    def names(self) -> tuple[str, ...]:
        """Names of the parts that are here, sorted."""
        try:
            return tuple(sorted(one.name for one in Path(self.path).glob(f"{_NAME}*{_ENDING}")))
        except OSError as error:
            raise friendly(error, self.path) from error

    def read(self, name: str) -> Part:
        """A part, every byte of it checked.

        Raises  LibraryError("damaged-record") for one that is not what its name says; EngineError("no-shared-folder") for one
                that a worker wrote and that is not here.
        """
        data = self._bytes(name)
        if name != f"{_NAME}{hashlib.sha256(data).hexdigest()}{_ENDING}":
            raise LibraryError("damaged-record", detail=f"{name} is not what was written")
        return unpack(Part, data[_LENGTH.size + self._index_size(data) :])

    def index(self, name: str) -> Index:
        """Of a part, the files alone. Raises as `read`."""
        try:
            with (Path(self.path) / name).open("rb") as stream:
                head = stream.read(_LENGTH.size)
                return unpack(Index, stream.read(self._index_size(head)))
        except OSError as error:
            raise friendly(error, self.path) from error

    def _index_size(self, head: bytes) -> int:
        if len(head) < _LENGTH.size:
            raise LibraryError("damaged-record", detail="it is cut short")
        mark, size = _LENGTH.unpack_from(head)
        if mark != _MARK:
            raise LibraryError("damaged-record", detail="it is of another version")
        return int(size)

    def _bytes(self, name: str) -> bytes:
        try:
            return (Path(self.path) / name).read_bytes()
        except FileNotFoundError as error:
            raise EngineError("no-shared-folder", folder=self.path, name=name) from error
        except OSError as error:
            raise friendly(error, self.path) from error

    def delete(self, names: Sequence[str]) -> None:
        """Remove parts; those that have gone are no fault."""
        for name in names:
            (Path(self.path) / name).unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove every part, what a killed worker left, and the folder where nothing else lies in it."""
        self.delete([*self.names(), *self._left_over()])
        with contextlib.suppress(OSError):  # never there, or something else lies in it: then it stays
            Path(self.path).rmdir()

    def _left_over(self) -> Iterator[str]:
        folder = Path(self.path)
        if folder.is_dir():
            yield from [one.name for one in folder.iterdir() if one.name.startswith(_TEMPORARY)]
