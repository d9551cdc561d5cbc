"""Archives made in memory, and what a reader finds in them."""

import io
import struct
import tarfile
import zipfile
from collections.abc import Iterable, Mapping

from footfall.formats import bounds
from footfall.formats.archive import list_archive
from footfall.formats.archive.kinds import Kind
from footfall.formats.archive.listing import Listing
from footfall.formats.archive.member import Member
from footfall.formats.archive.unpack import Unpacking

Files = Mapping[str, bytes] | Iterable[tuple[str, bytes]]


class Unseekable(io.RawIOBase):
    """What a program writes to that streams a zip: sizes then follow the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def streamed_zip(files: Mapping[str, bytes]) -> bytes:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return bytes(out.data)


def tarred(files: Mapping[str, bytes], mode: str = "w", form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=form) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def with_fields(data: bytes, *, flags: int | None = None, method: int | None = None, only: str | None = None) -> bytes:
    """The zip with flags or method overwritten, in both places where they stand; `only` of the member of that name."""
    out = bytearray(data)
    for magic, at_flags, at_name in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = data.find(magic)
        while at >= 0:
            if only is None or data.startswith(only.encode(), at + at_name):
                if flags is not None:
                    struct.pack_into("<H", out, at + at_flags, flags)
                if method is not None:
                    struct.pack_into("<H", out, at + at_flags + 2, method)
            at = data.find(magic, at + 4)
    return bytes(out)


def listed(data: bytes, kind: Kind = Kind.ZIP) -> Listing:
    return list_archive(io.BytesIO(data), kind, "x.zip")


def unpacking(data: bytes, member: Member, most: int = bounds.LARGEST_BYTES) -> Unpacking:
    return Unpacking(io.BytesIO(data), member, most, lambda _: None)


def contents(data: bytes, kind: Kind = Kind.ZIP) -> dict[str, bytes]:
    return {member.name: unpacking(data, member).readall() for member in listed(data, kind).members}
