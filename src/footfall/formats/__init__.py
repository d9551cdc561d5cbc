"""Readers of run files: bytes in, recordings out. A format is a module here and a line in DECODERS."""

from dataclasses import replace
from typing import BinaryIO

from footfall.errors import DamagedFileError, RunFileError, UnknownFormatError
from footfall.formats.apple import AppleDecoder
from footfall.formats.apple import read_stream as read_apple_stream
from footfall.formats.decoder import Decoder, Reader
from footfall.formats.fit import FitDecoder
from footfall.formats.gpx import GpxDecoder
from footfall.formats.gzipped import inflate, is_gzip
from footfall.formats.log import LogDecoder
from footfall.formats.tcx import TcxDecoder
from footfall.model.run import Decoded

DECODERS: tuple[Decoder, ...] = (FitDecoder(), GpxDecoder(), TcxDecoder(), AppleDecoder(), LogDecoder())
"""Every format that is read. Their libraries are imported when a file needs them, not here."""

_STREAMED = AppleDecoder()

HEAD_BYTES = 16_384
"""What a decoder sees of a file to recognise it: the headings of an account's log alone can take 6 kB."""


def read_bytes(data: bytes, path: str, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
    """Every recording of one file, `.gz` or plain, by what it contains.

    path     as the user named it, for messages only: its extension plays no part.
    Raises   RunFileError and its children, nothing else; their `path` is filled in.
    """
    try:
        return _read(data, path, reader)
    except RunFileError as error:
        error.path = error.path or path
        raise


def wants_stream(head: bytes) -> bool:
    """Whether a file that begins so is read by `read_stream`: it may be larger than anything that fits into memory.

    head   its first HEAD_BYTES, not compressed.
    """
    return _STREAMED.recognises(head)


def recognised(head: bytes) -> bool:
    """Whether a file that begins so is of a format that is read, or a `.gz`, which may hold one.

    head   its first HEAD_BYTES.
    """
    return is_gzip(head) or any(decoder.recognises(head) for decoder in DECODERS)


def read_stream(file: BinaryIO, path: str) -> tuple[Decoded, ...]:
    """Every recording of a file that `wants_stream`, read once from its beginning to its end; what `read_bytes` says.

    file   need not be seekable; at most 8 GB are read from it.
    """
    try:
        return read_apple_stream(file, path)
    except RunFileError as error:
        error.path = error.path or path
        raise


def _read(data: bytes, path: str, reader: Reader) -> tuple[Decoded, ...]:
    problem = None
    if is_gzip(data):
        data, problem = inflate(data, path)
    if not data.strip(b"\0 \t\r\n"):  # a watch that lost power leaves a file of zeros
        raise DamagedFileError("damaged.empty")
    head = data[:HEAD_BYTES]
    decoder = next((decoder for decoder in DECODERS if decoder.recognises(head)), None)
    if decoder is None:
        raise UnknownFormatError
    first, *others = decoder.decode(data, path, reader)
    if problem is not None:
        first = replace(first, problems=(problem, *first.problems))
    return first, *others
