"""What an archive holds, as far as it can be read."""

from typing import NamedTuple

from footfall.formats.archive.member import Member
from footfall.model.problem import Problem


class Listing(NamedTuple):
    """Members in a fixed order, and what cannot be read of the archive, one problem for each kind.

    document   True for one that happens to be an archive (.xlsx, .docx, .odt, .jar): it is a single file, read as a whole.
    encrypted  names of files that are encrypted, as far as they are known.
    """

    members: tuple[Member, ...]
    problems: tuple[Problem, ...] = ()
    document: bool = False
    encrypted: tuple[str, ...] = ()
