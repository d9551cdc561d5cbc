"""Which archive a file is, by its first bytes."""

from collections.abc import Mapping
from enum import StrEnum

from footfall.formats.gzipped import head as head_inside
from footfall.formats.gzipped import is_gzip

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK", b"PK00PK")  # the second is an empty one, the last two are parts of several
_TAR_MARK = slice(257, 262)
_BLOCK_BYTES = 512

_FOREIGN: Mapping[bytes, str] = {
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "RAR",
    b"\xfd7zXZ\x00": "xz",
    b"BZh": "bzip2",
    b"\x28\xb5\x2f\xfd": "Zstandard",
}


PACKERS = tuple(_FOREIGN.values())
"""Archives that are named and not read."""


class Kind(StrEnum):
    """Archives that are walked."""

    ZIP = "zip"
    TAR = "tar"
    TAR_GZ = "tar.gz"
    ZIP_GZ = "zip.gz"


_IN_GZIP: Mapping[Kind | None, Kind] = {Kind.ZIP: Kind.ZIP_GZ, Kind.TAR: Kind.TAR_GZ}


def kind_of(head: bytes) -> Kind | None:
    """What archive begins so; None for everything else, a `.gz` of a single file included."""
    if is_gzip(head):
        return _IN_GZIP.get(_kind_of_plain(head_inside(head, _BLOCK_BYTES)))
    return _kind_of_plain(head)


def _kind_of_plain(head: bytes) -> Kind | None:
    if head.startswith(_ZIP):
        return Kind.ZIP
    return Kind.TAR if head[_TAR_MARK] == b"ustar" else None


def foreign_packer(head: bytes) -> str | None:
    """The name of a packer that is not read here; None for what is no archive."""
    return next((name for magic, name in _FOREIGN.items() if head.startswith(magic)), None)
