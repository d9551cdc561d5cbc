"""A tar: read by the standard library, which is shown nothing but bytes and unpacks nothing."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from footfall.errors import DamagedFileError
from footfall.formats import bounds
from footfall.formats.archive.allowance import too_many
from footfall.formats.archive.listing import Listing
from footfall.formats.archive.member import Begins, Member, in_order, shown_name
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.numbers import counted

_BROKEN = (tarfile.TarError, ValueError, KeyError, IndexError, EOFError, OverflowError)
"""What tarfile lets through when a header is not what it should be."""


def list_tar(file: BinaryIO, size: int, path: str) -> Listing:
    """What the tar holds: plain files, no links and no devices. Parameters and errors as of `list_zip`."""
    members: list[Member] = []
    ends_early = False
    try:
        for member in _members(file):
            if len(members) >= bounds.MOST_MEMBERS:
                raise too_many()
            members.append(member)
            ends_early = member.start + member.packed_size > size
    except _BROKEN:
        ends_early = True
    if ends_early and not members:
        raise DamagedFileError("damaged.archive")
    kept = in_order(members)
    if not ends_early:
        return Listing(kept)
    return Listing(kept, (Problem(path, None, "truncated", say("problem.truncated.archive", files=counted(len(kept), "file"))),))


def _members(file: BinaryIO) -> Iterator[Member]:
    file.seek(0)
    with tarfile.open(fileobj=file, mode="r:") as tar:
        last = -1
        for found in iter(tar.next, None):
            tar.members.clear()  # type: ignore[attr-defined]  # a public list of all it met, which it keeps
            if found.offset <= last:
                raise tarfile.ReadError  # a header that points back would be met for ever
            last = found.offset
            if found.isreg() and not found.issparse():
                yield Member(shown_name(found.name), found.size, found.size, found.offset_data, Begins.WITH_DATA)
