"""Made rows: what they hold follows from a number."""

import hashlib

from footfall.library.codec import pack
from footfall.library.rows import FileRow, ItemRow, ReadingRow, RecordingRow, Stamp
from footfall.model.problem import Problem
from tests.library.kinds import Leaf

REQUEST = "as today"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def reading(number: int, runs: int = 1) -> ReadingRow:
    recordings = tuple(
        RecordingRow(f"{digest(str(number))}#{k}", pack(Leaf(f"sighting {number} {k}")), pack(Leaf(f"measured {number} {k}")))
        for k in range(runs)
    )
    return ReadingRow(digest(f"reading {number}"), digest(str(number)), pack(Leaf(f"head {number}")), recordings)


def file(path: str, *numbers: int, request: str = REQUEST, size: int = 10) -> FileRow:
    items = tuple(
        ItemRow("" if len(numbers) == 1 else f"/{number}.fit", reading=digest(f"reading {number}"), size=size)
        for number in numbers
    )
    return FileRow(path, request, Stamp(size, 1_700_000_000_123_456_789, 42), items)


def broken(path: str, reason: str = "damaged") -> FileRow:
    return FileRow(path, REQUEST, Stamp(1, 2, 3), (ItemRow("", problem=pack(Problem(path, None, reason, "Cut short."))),))
