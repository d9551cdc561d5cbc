"""Where readings stand while they are joined: in memory for one job, or in the library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from footfall.library.rows import ReadingRow
from footfall.library.store import Library


class Shelf(Protocol):
    """Readings by key, and runs that were measured from several."""

    def readings(self, keys: Sequence[str]) -> Iterator[ReadingRow]:
        """Those of the keys, in any order, each once."""
        ...

    def measured(self, key: str, run_id: str) -> bytes:
        """Packed Measured of one run of a reading that came without."""
        ...

    def joined(self, key: str) -> bytes | None:
        """What was made of several readings, packed; None where it was not kept."""
        ...

    def keep_joined(self, key: str, data: bytes) -> None:
        """Keep it."""
        ...


class MemoryShelf:
    """For one job: gone with it."""

    def __init__(self) -> None:
        self._readings: dict[str, ReadingRow] = {}

    def add(self, readings: Iterable[ReadingRow]) -> None:
        """Put some there."""
        self._readings |= {row.key: row for row in readings}

    def readings(self, keys: Sequence[str]) -> Iterator[ReadingRow]:
        """Those of the keys."""
        return (self._readings[key] for key in keys)

    def measured(self, key: str, run_id: str) -> bytes:
        """Packed Measured."""
        found = next(one.measured for one in self._readings[key].recordings if one.run_id == run_id)
        assert found is not None, "a reading in memory is whole"
        return found

    def joined(self, key: str) -> bytes | None:
        """None: a job joins each run once."""
        return None

    def keep_joined(self, key: str, data: bytes) -> None:
        """Nothing is kept."""


class LibraryShelf:
    """Those of the library, and the joined runs of one athlete."""

    def __init__(self, library: Library, athlete: str, *, loads: Callable[[Sequence[str]], Iterator[ReadingRow]]) -> None:
        """loads   `library.readings`, or `library.whole_readings` where most runs are going to be looked at."""
        self._library, self._athlete, self.readings = library, athlete, loads

    def measured(self, key: str, run_id: str) -> bytes:
        """Packed Measured."""
        return self._library.measured(key, run_id)

    def joined(self, key: str) -> bytes | None:
        """What was made of several readings, packed."""
        return self._library.merged(key)

    def keep_joined(self, key: str, data: bytes) -> None:
        """Keep it beside the athlete's files."""
        self._library.keep_merged(self._athlete, key, data)
