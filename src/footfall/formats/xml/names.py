"""What the tags of a point mean, by their local names: a prefix, declared or not, says nothing (but for one: OTHER_MEANING)."""

from collections.abc import Mapping
from dataclasses import dataclass

from footfall.errors import UnsupportedFileError

TIME = "time"
"""The instant of a point: stands beside the names of COLUMNS in a vocabulary."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which texts of a point are which column. Names are local and in lower case, those of attributes as written.

    element     the element of one point.
    attributes  its attributes -> column.
    children    (parent, name) -> column, for names that mean something in one place only.
    anywhere    name -> column, at any depth within a point: extensions nest as they like.
    """

    element: str
    attributes: Mapping[str, str]
    children: Mapping[tuple[str, str], str]
    anywhere: Mapping[str, str]

    @property
    def leaves(self) -> frozenset[str]:
        """Every name of an element that may be a column."""
        return frozenset(self.anywhere) | {name for _, name in self.children}

    def column(self, parent: str, name: str) -> str | None:
        """The column of an element without children; None when it is of no use here."""
        return self.children.get((parent, name)) or self.anywhere.get(name)


STANCE_TIME_MS = "stance_time_ms"
"""Contact time in milliseconds, as all who write it do: becomes `stance_time_s`."""

OTHER_MEANING = frozenset({"opentracks:distance"})
"""Raw names, in lower case, that keep their prefix: OpenTracks writes the way since the point before beside the distance."""

MOST_NAMES = 10_000
"""Of elements in one document. Real ones have some thirty."""


class LocalNames(dict[str, str]):
    """Raw name of a tag -> its local name in lower case. A dict, because a million tags have a dozen names."""

    def __missing__(self, raw: str) -> str:
        """Computed once. Raises UnsupportedFileError `too-large` past MOST_NAMES."""
        if len(self) >= MOST_NAMES:
            raise UnsupportedFileError("too-large.names", reason="too-large", limit=MOST_NAMES)
        name = raw.lower()
        if name not in OTHER_MEANING:
            name = name.rpartition(":")[2]
        self[raw] = name
        return name
