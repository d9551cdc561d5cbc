"""One file in an archive, and how it is shown: what an archive calls its files is text and nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum

_LONGEST_NAME = 255


class Method(IntEnum):
    """How a member is packed; the numbers are those of zip."""

    STORED = 0
    DEFLATE = 8
    BZIP2 = 12
    LZMA = 14


class Begins(Enum):
    """What stands where a member begins."""

    WITH_HEADER = "header"
    """The local header of zip: the data follow it."""
    WITH_DATA = "data"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    name         as shown to people; one of a kind in its archive.
    size         unpacked, as the archive claims; None where it does not say.  [bytes]
    packed_size  in the archive.  [bytes]
    start        where it begins in the archive.  [bytes]
    crc32        of the unpacked bytes; None where not known.
    """

    name: str
    size: int | None
    packed_size: int
    start: int
    begins: Begins = Begins.WITH_HEADER
    method: Method = Method.STORED
    crc32: int | None = None


def shown_name(name: str) -> str:
    """Fit for any screen: `/` between folders, nothing that moves a cursor or turns a line around, and not endless."""
    clean = "".join(map(_shown_letter, name)).replace("\\", "/")
    return clean if len(clean) <= _LONGEST_NAME else f"…{clean[-_LONGEST_NAME:]}"


def _shown_letter(letter: str) -> str:
    if letter.isprintable():
        return letter
    return " " if letter.isspace() else "\N{REPLACEMENT CHARACTER}"


def is_left_out(name: str) -> bool:
    """Folders, hidden files and what macOS lays beside each file: no exports, as in a folder."""
    parts = name.split("/")
    return not parts[-1] or any(part == "__MACOSX" or (part.startswith(".") and part not in {".", ".."}) for part in parts)


def in_order(members: Iterable[Member]) -> tuple[Member, ...]:
    """Those that count, by name; of several with one name, all but the first get a number."""
    kept = sorted((member for member in members if not is_left_out(member.name)), key=lambda member: member.name)
    taken = {member.name for member in kept}
    met: Counter[str] = Counter()
    named: list[Member] = []
    for member in kept:
        name = member.name
        met[name] += 1
        if met[name] > 1:
            number = met[name]
            while f"{name} ({number})" in taken:
                number += 1
            member = replace(member, name=f"{name} ({number})")
            taken.add(member.name)
        named.append(member)
    return tuple(named)
