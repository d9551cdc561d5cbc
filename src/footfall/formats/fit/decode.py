"""The FIT decoder: one file, one or more recordings."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from footfall.errors import NotAnActivityError, RunFileError, UnknownFormatError, UnsupportedFileError
from footfall.formats.decoder import Reader
from footfall.formats.fit.fallback import LARGEST, fitparse_tables
from footfall.formats.fit.header import is_header
from footfall.formats.fit.parts import Fault, Part, parts
from footfall.formats.fit.recording import recording
from footfall.formats.fit.scan import Stop
from footfall.formats.fit.tables import Tables, block_tables, refuse_crowd
from footfall.model.problem import Problem
from footfall.model.run import Decoded
from footfall.wording import say

OURS = "footfall"
FITPARSE = "fitparse"


class FitDecoder:
    """FIT: our own block decoder, and fitparse for what it declines."""

    name = "fit"

    def recognises(self, head: bytes) -> bool:
        """True when the bytes begin with a FIT header."""
        return is_header(head, 0)

    def decode(self, data: bytes, path: str, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
        """Each activity of the file.

        Settings, courses and the like in a chain with activities are passed over; links that cannot be used are problems of the
        last recording that can. Raises RunFileError and its children, see `formats.decoder.Decoder`.
        """
        _refuse(data, path, reader)
        sha256 = hashlib.sha256(data).hexdigest()
        found = _with_trailing(tuple(parts(data)), len(data))
        refuse_crowd(found, path)
        decoded: list[Decoded] = []
        errors: list[tuple[Part, RunFileError]] = []
        for part in found:
            try:
                reading = _read(data, part, reader)
                decoded.append(recording(reading.tables, reading.faults, path=path, sha256=sha256, reader=reading.reader))
            except RunFileError as error:
                error.path = path
                errors.append((part, error))
        return _result(decoded, errors, path)


@dataclass(frozen=True, eq=False, slots=True)
class _Reading:
    """A part as one of the two readers has it."""

    tables: Tables
    faults: tuple[Fault, ...]
    reader: str


def _refuse(data: bytes, path: str, reader: Reader) -> None:
    """Raises where nothing can be read: not FIT, a reader that does not read FIT, too much for the slow one."""
    if not is_header(data, 0):
        raise UnknownFormatError(path=path)
    if reader is Reader.GPXPY:
        raise UnsupportedFileError("unknown-format.reader", reason="unknown-format", path=path, reader=reader.value)
    if reader is Reader.FITPARSE and len(data) > LARGEST:
        raise UnsupportedFileError("too-large.fitparse", reason="too-large", path=path, limit=f"{LARGEST // 1000} kB")


def _with_trailing(found: Sequence[Part], size: int) -> list[Part]:
    """Parts, the last of them saying how many bytes after it are no FIT."""
    *before, last = found
    if last.end < size:
        last = replace(last, faults=(*last.faults, Fault("trailing", last.end, size - last.end)))
    return [*before, last]


def _read(data: bytes, part: Part, reader: Reader) -> _Reading:
    """Ours, unless fitparse was asked for, or ours declines a part of a file that fitparse can be given."""
    declined = reader is Reader.AUTO and part.stop is Stop.CROWDED and len(data) <= LARGEST
    if reader is Reader.FITPARSE or declined:
        tables, stopped_at = fitparse_tables(data, part.start, part.end)
        faults = [fault for fault in part.faults if fault.code not in ("early", "broken")]
        if stopped_at is not None:
            faults.append(Fault("stopped", stopped_at))
        return _Reading(tables, tuple(faults), FITPARSE)
    return _Reading(block_tables(data, part), part.faults, OURS)


def _result(decoded: list[Decoded], errors: list[tuple[Part, RunFileError]], path: str) -> tuple[Decoded, ...]:
    """What could be read, the rest as problems; the error that tells most where nothing could."""
    failed = [(part, error) for part, error in errors if not isinstance(error, NotAnActivityError)]
    if not decoded:
        raise (failed or errors)[0][1]
    if not failed:
        return tuple(decoded)
    said = tuple(_problem(part, error, path) for part, error in failed)
    return (*decoded[:-1], replace(decoded[-1], problems=(*decoded[-1].problems, *said)))


def _problem(part: Part, error: RunFileError, path: str) -> Problem:
    where = error.where or f"byte {part.start}"
    return Problem(path, where, error.reason, say(f"problem.{error.code}", **error.values))
