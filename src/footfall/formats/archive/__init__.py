"""Archives: which one a file is, what it holds, and the bytes of a member.

All in memory, and nothing in an archive names a file on the disk.
"""

from typing import BinaryIO

from footfall.formats.archive.kinds import Kind
from footfall.formats.archive.listing import Listing
from footfall.formats.archive.tarred import list_tar
from footfall.formats.archive.zipped import list_zip


def list_archive(file: BinaryIO, kind: Kind, path: str) -> Listing:
    """What an archive holds; one in a `.gz` is given unpacked.

    file    seekable.    path  as shown, for problems.
    Raises  RunFileError when nothing of it can be read, or more is in it than is unpacked.
    """
    size = file.seek(0, 2)
    lister = list_tar if kind in {Kind.TAR, Kind.TAR_GZ} else list_zip
    return lister(file, size, path)
