"""Writes the zips of the made exports: members in a fixed order with a fixed date."""

import gzip
import io
import zipfile
from collections.abc import Mapping

_DATE = (2026, 11, 20, 9, 30, 0)
_PACKED = (".gz", ".zip", ".jpg")


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip of them. What is packed already is stored, as archivers do; the rest is deflated."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _DATE)
            packed = name.lower().endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=None if packed else 4)
    return buffer.getvalue()


def gz(data: bytes, level: int = 4) -> bytes:
    """A .gz of it; another level gives other bytes around the same content."""
    return gzip.compress(data, level, mtime=0)
