"""What can happen inside an archive: a member mutates by its own rules and is packed again, or members go, come twice or swap."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.fuzz.octets import Mutation
from tests.fuzz.seeds import zipped

_MOST = 400_000
_NAMES = ("", "a/../../b.fit", "/etc/c.fit", "x" * 300, "activities.csv", "export.xml", "a\\b.fit", ".fit", "d/", "ü\u202e.gpx")


def inside(mutate: Callable[[Random, bytes, bytes], bytes]) -> tuple[Mutation, ...]:
    """The mutations of archives, where `mutate` is what happens to a file in one."""

    def member(draw: Random, data: bytes, other: bytes) -> bytes:
        files = _files(data)
        if not files:
            return mutate_gzip(draw, data, other)
        place = draw.randrange(len(files))
        name, content = files[place]
        files[place] = name, mutate(draw, content, other) if content else content
        return zipped(files, draw.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))

    def members(draw: Random, data: bytes, other: bytes) -> bytes:
        files = _files(data)
        if not files:
            return mutate_gzip(draw, data, other)
        name, content = draw.choice(files)
        what = draw.randrange(4)
        if what == 0:
            files = [one for one in files if draw.random() < 0.6]
        elif what == 1:
            files.insert(draw.randrange(len(files) + 1), (f"{name}{draw.randrange(9)}", content))
        elif what == 2:
            files[draw.randrange(len(files))] = draw.choice(_NAMES), content
        else:
            files.append(("other", other))
        return zipped(files)

    def mutate_gzip(draw: Random, data: bytes, other: bytes) -> bytes:
        try:
            content = gzip.decompress(data)
        except (OSError, EOFError, ValueError, zlib.error):
            return mutate(draw, data, other)
        return gzip.compress(mutate(draw, content, other) if content else other, compresslevel=1, mtime=0)

    return member, member, member, members


def _files(data: bytes) -> list[tuple[str, bytes]]:
    """What is in a zip; nothing where it is none, or is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST:
                return []
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return []
