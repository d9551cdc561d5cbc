"""A stretch of a file as a file of its own."""

import io
from typing import BinaryIO


class Window(io.RawIOBase):
    """Bytes `start` to `start + size` of `file`, which several windows may share: each seeks before it reads."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file = file
        self._start = start
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """Where the next byte is read, from the window's start."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As of any file. Raises ValueError before the start."""
        at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if at < 0:
            raise ValueError("negative seek position")
        self._at = at
        return at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # any writable buffer
        """As many bytes as there are and fit."""
        self._file.seek(self._start + self._at)
        most = max(0, min(len(buffer), self._size - self._at))
        data = self._file.read(most)
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
