"""Where the bytes of items are, and how to come to them again and again."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from footfall.config.places import STDIN

LARGEST_BYTES = 512 * 1024 * 1024
"""A single file larger than this is no run of one person; it is refused before it is read.  [bytes]"""
LARGEST_TEXT = "512 MB"


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes are: a file on the disk, or standard input (`-`)."""

    file: str


class Store:
    """Opens places. Standard input is read once and kept, since it cannot be read again."""

    def __init__(self) -> None:
        self._stdin: bytes | None = None

    def close(self) -> None:
        """Let go of what is held."""
        self._stdin = None

    @contextmanager
    def opened(self, place: Place) -> Iterator[BinaryIO]:
        """A file at its start. Raises OSError."""
        if place.file == STDIN:
            yield io.BytesIO(self._from_stdin())
        else:
            with Path(place.file).open("rb") as file:
                yield file

    def size(self, place: Place) -> int | None:
        """None where it is not known before it is read."""
        if place.file == STDIN:
            return None
        try:
            return Path(place.file).stat().st_size
        except OSError:  # said with its reason when it is opened
            return None

    def on_disk(self, place: Place) -> str | None:
        """The path that the system knows."""
        return None if place.file == STDIN else place.file

    def _from_stdin(self) -> bytes:
        if self._stdin is None:
            self._stdin = sys.stdin.buffer.read(LARGEST_BYTES + 1)
        return self._stdin
