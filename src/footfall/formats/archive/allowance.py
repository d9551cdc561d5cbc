"""What one archive that a user named may unpack to, with all that lies in it."""

from collections.abc import Hashable

from footfall.errors import UnsupportedFileError
from footfall.formats import bounds


class Allowance:
    """Counted over an archive and the archives in it, so that many small bombs, or one in a chain, come to no more than one.

    packed_bytes   size of the outermost archive.
    """

    def __init__(self, packed_bytes: int) -> None:
        self._most_bytes = max(bounds.RATIO_COUNTS_FROM_BYTES, bounds.HIGHEST_RATIO * packed_bytes)
        self._bytes = 0
        self._of: dict[Hashable, int] = {}
        self._members = 0
        self._used_up = False

    def add_members(self, count: int) -> None:
        """Count members. Raises UnsupportedFileError above MOST_MEMBERS."""
        self._members += count
        if self._members > bounds.MOST_MEMBERS:
            raise too_many()

    def unpacked(self, what: Hashable, so_far: int) -> None:
        """Count what came out of a member in one reading; another reading of it counts only beyond that.

        Raises UnsupportedFileError when all together are more than a whole export could be.
        """
        more = so_far - self._of.get(what, 0)
        if more <= 0:
            return
        if self._bytes + more > self._most_bytes:
            self._used_up = True
            self.check()
        self._of[what] = so_far
        self._bytes += more

    def check(self) -> None:
        """Raises UnsupportedFileError once something was refused. What was read before can be read again."""
        if self._used_up:
            raise UnsupportedFileError("too-large.bomb", ratio=bounds.HIGHEST_RATIO)


def too_many() -> UnsupportedFileError:
    """More members than any export has."""
    return UnsupportedFileError("too-large.members", limit=f"{bounds.MOST_MEMBERS:,}".replace(",", "\N{THIN SPACE}"))
