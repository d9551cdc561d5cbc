"""A zip: from its list of files, or where that is missing from the files themselves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats.archive.listing import Listing
from footfall.formats.archive.member import Member, Method, in_order, is_left_out, shown_name
from footfall.formats.archive.salvage import salvaged
from footfall.formats.archive.unpack import LOCAL_HEADER
from footfall.formats.archive.zip_directory import ENCRYPTED, Entry, read_directory
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.numbers import counted

_OTHER_METHODS: Mapping[int, str] = {
    1: "Shrink",
    6: "Implode",
    9: "Deflate64",
    93: "Zstandard",
    95: "XZ",
    98: "PPMd",
}
_READ_METHODS = frozenset(Method)
_DOCUMENTS = frozenset({"[Content_Types].xml", "META-INF/MANIFEST.MF", "META-INF/container.xml", "META-INF/manifest.xml"})
"""Office, Java, EPUB and OpenDocument."""
_KML = "doc.kml"


def list_zip(file: BinaryIO, size: int, path: str) -> Listing:
    """What the zip holds.

    file    seekable.   size  of the zip.  [bytes]   path  as shown, for the problems.
    Raises  DamagedFileError when no member can be found, UnsupportedFileError for more than is unpacked, or for members that
            lie on one another.
    """
    try:
        entries = read_directory(file, size)
    except DamagedFileError:
        return _without_directory(file, size, path)
    if _is_document(entries):
        return Listing((), document=True)
    _check_overlap(entries)
    wanted = [entry for entry in entries if not is_left_out(shown_name(entry.name))]
    encrypted = [entry for entry in wanted if entry.flags & ENCRYPTED]
    plain = [entry for entry in wanted if not entry.flags & ENCRYPTED]
    readable = [entry for entry in plain if entry.method in _READ_METHODS]
    problems = [*_of_encrypted(len(encrypted), len(wanted), path), *_of_methods(plain, path)]
    names = tuple(shown_name(entry.name) for entry in encrypted)
    return Listing(in_order(_member(entry) for entry in readable), tuple(problems), encrypted=names)


def _member(entry: Entry) -> Member:
    return Member(
        shown_name(entry.name), entry.size, entry.packed_size, entry.start, method=Method(entry.method), crc32=entry.crc32
    )


def _is_document(entries: Sequence[Entry]) -> bool:
    names = {entry.name for entry in entries}
    return not names.isdisjoint(_DOCUMENTS) or _KML in names


def _check_overlap(entries: Sequence[Entry]) -> None:
    """Members that share bytes let a small archive unpack to petabytes (Fifield 2019, USENIX WOOT). No program writes that."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.start):
        if entry.start < end:
            raise UnsupportedFileError("too-large.overlap")
        end = entry.start + LOCAL_HEADER.size + entry.packed_size


def _of_encrypted(count: int, total: int, path: str) -> list[Problem]:
    if not count:
        return []
    some = "problem.encrypted.some.one" if count == 1 else "problem.encrypted.some"
    key = "problem.encrypted" if count == total else some
    return [Problem(path, None, "encrypted", say(key, files=counted(count, "file")))]


def _of_methods(entries: Sequence[Entry], path: str) -> list[Problem]:
    others = Counter(entry.method for entry in entries if entry.method not in _READ_METHODS)
    return [
        Problem(
            path,
            None,
            "unreadable",
            say(
                "problem.unreadable.method",
                files=counted(count, "file"),
                method=_OTHER_METHODS.get(method, say("archive.method", number=method)),
            ),
        )
        for method, count in sorted(others.items())
    ]


def _without_directory(file: BinaryIO, size: int, path: str) -> Listing:
    """A download that broke off: the list stands at the end, but each file stands before its own name as well."""
    found = salvaged(file, size)
    members = in_order(found.members)
    if not members and not found.encrypted:
        raise DamagedFileError("damaged.archive")
    problems = _of_encrypted(found.encrypted, found.encrypted + len(members), path)
    if members:
        sentence = say("problem.truncated.archive", files=counted(len(members), "file"))
        problems.append(Problem(path, None, "truncated", sentence))
    return Listing(members, tuple(problems))
