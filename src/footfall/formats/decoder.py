"""The protocol of a reader: bytes in, recordings out."""

from enum import StrEnum
from typing import Protocol

from footfall.model.run import Decoded


class Reader(StrEnum):
    """Which code reads: ours with the fallback behind it, ours alone, or the fallback at once."""

    AUTO = "auto"
    OURS = "footfall"
    FITPARSE = "fitparse"
    GPXPY = "gpxpy"

    @property
    def is_fallback(self) -> bool:
        """True for another library: a decoder that does not have it behind it declines."""
        return self in (Reader.FITPARSE, Reader.GPXPY)


class Decoder(Protocol):
    """One format. A module of its own, a line in DECODERS.

    name   fit, gpx, tcx, log …
    """

    name: str

    def recognises(self, head: bytes) -> bool:
        """True when the first 16,384 bytes (decompressed) are of this format. Extensions play no part."""
        ...

    def decode(self, data: bytes, path: str, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
        """Each recording of a file on its own: chained FIT files, tracks of a GPX, activities of a TCX.

        data     the whole file, decompressed.   path  as the user named it, for messages only.
        reader   a forced fallback; a decoder that has no such fallback raises UnsupportedFileError.
        Returns  at least one recording. A multisport FIT is one recording with several sessions.
        Raises   RunFileError and its children, nothing else.
        """
        ...
