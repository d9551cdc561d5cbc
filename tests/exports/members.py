"""What lies in an archive, archives in it opened: read with the standard library alone, to judge what is read otherwise."""

import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterator

RECORDINGS = (".fit", ".gpx", ".tcx")


def leaves(data: bytes, folder: str = "") -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file, zips in zips opened; `.gz` as it lies there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            inner, path = archive.read(name), f"{folder}{name}"
            if name.endswith(".zip"):
                yield from leaves(inner, f"{path}/")
            else:
                yield path, inner


def recordings(data: bytes) -> dict[str, bytes]:
    """Path -> bytes of every FIT, GPX and TCX file, unpacked."""
    found = {}
    for path, inner in leaves(data):
        if path.lower().removesuffix(".gz").endswith(RECORDINGS):
            found[path] = gzip.decompress(inner) if path.endswith(".gz") else inner
    return found


def same_bytes(files: dict[str, bytes]) -> int:
    """How many of them equal an earlier one. Empty ones hold nothing that could be there twice."""
    full = [hashlib.sha256(data).digest() for data in files.values() if data]
    return len(full) - len(set(full))
