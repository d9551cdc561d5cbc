"""Readings to rows of the library and back: what they are kept by, and the names that they go by today."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from footfall.config.places import is_url
from footfall.library.codec import pack, unpack
from footfall.library.rows import ReadingRow, RecordingRow, Stamp
from footfall.metrics.sighting import Sighting
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.workflow import remote
from footfall.workflow.find import FoundFile
from footfall.workflow.reading import Asked, Head, Met, Reading
from footfall.workflow.versions import READERS


def request_key(asked: Asked, found: FoundFile) -> str:
    """Of all that a reading rests on beside the bytes. A file that was named fails where one met in a folder is counted."""
    return _digest("request", READERS, asked.key, found.named)


def reading_key(sha256: str, request: str) -> str:
    """Of one content, read in one way: the same content under two names is one reading."""
    return _digest("reading", sha256, request)


def told_key(reading: str, asked: Asked) -> str:
    """Of a reading whose sport a log corrects."""
    return _digest("told", READERS, reading, asked.key)


def stamp_of(path: str) -> Stamp | None:
    """What the folder, or the system behind a URL, says of a file; None where it says too little. Raises OSError."""
    if is_url(path):
        return remote.stamp(path)
    found = Path(path).stat()
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def to_row(reading: Reading, key: str) -> ReadingRow:
    """What is kept of a reading: nothing of the name of its file, which may be forgotten while the content has another."""
    runs = tuple(
        RecordingRow(met.run_id, pack(_seen_at(met.sighting, "")), pack(nameless(met.measured)), met.row, met.row_key)
        for met in reading.met
    )
    return ReadingRow(key, reading.head.sha256, pack(_called(reading.head, "")), runs)


def nameless(measured: Measured) -> Measured:
    """A run of one file without the name of that file."""
    return _from(measured, "")


def from_row(row: ReadingRow, path: str, measured: Callable[[str], bytes]) -> Reading:
    """A reading as it was, under the name that its file goes by in this job.

    measured   run id -> packed Measured, for those that the row was given without. Asked when the run is needed.
    Raises     LibraryError for what cannot be unpacked.
    """
    head = _called(unpack(Head, row.head), path)
    met = tuple(_met(one, path, codes, measured) for one, codes in zip(row.recordings, head.note_codes, strict=True))
    return Reading(head, met)


def _met(row: RecordingRow, path: str, codes: tuple[str, ...], measured: Callable[[str], bytes]) -> Met:
    sight = _seen_at(unpack(Sighting, row.sighting), path)

    def fetch() -> Measured:
        return _from(unpack(Measured, measured(row.run_id) if row.measured is None else row.measured), path)

    return Met(path, sight, fetch, codes, row.row, row.row_key)


def _seen_at(sight: Sighting, path: str) -> Sighting:
    return replace(sight, bare=replace(sight.bare, source=replace(sight.bare.source, path=path)))


def _from(run: Measured, path: str) -> Measured:
    return replace(run, header=replace(run.header, source=replace(run.header.source, path=path)))


def _called(head: Head, path: str) -> Head:
    """The head under another name: what is said of the file, and of the log that it is, is said of it by that name."""
    if head.path == path:
        return head

    def now(problem: Problem) -> Problem:
        return replace(problem, path=path + problem.path.removeprefix(head.path))

    return replace(
        head,
        path=path,
        problems=tuple(map(now, head.problems)),
        passed=None if head.passed is None else now(head.passed),
        entries=tuple(replace(entry, log=path) for entry in head.entries),
    )


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
