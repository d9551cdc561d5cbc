"""Where published numbers come from, and how far each was checked."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How a number was come by, as in docs/science.md."""

    READ = "V"
    """Read in the source's abstract, data or figure."""
    SECONDARY = "V2"
    """Read in a secondary page."""
    COMPUTED = "C"
    """Computed from such numbers."""
    MEMORY = "M"
    """From memory of the literature: to be verified."""


@dataclass(frozen=True, slots=True)
class Source:
    """One publication.

    cited    authors and year.   where  DOI or journal.
    persons  how many were measured; None = not known to us.   who  a few words.
    """

    cited: str
    where: str
    persons: int | None
    who: str


FUKUCHI = Source("Fukuchi 2017", "doi 10.7717/peerj.3298", 28, "runners on a treadmill, shod")
HOEGER = Source("Hoeger 2008", "ACSM's Health & Fitness Journal", None, "men and women, number not known to us")
VAN_OEVEREN = Source("van Oeveren 2017", "doi 10.1371/journal.pone.0184273", 12, "inexperienced runners, 8 of them women")
WINIARSKI = Source("Winiarski 2019", "walking, secondary page", 20, "women")
PLATES = Source("Fukuchi 2017, force plates", "doi 10.6084/m9.figshare.4543435", 2, "of its runners, three trials of 30 s")
MALISOUX = Source("Malisoux 2023", "doi 10.1177/23259671231204629", 860, "recreational runners at the speed they prefer")
MUNRO = Source("Munro 1987", "J Biomech 20:147", 20, "men")
KELLER = Source("Keller 1996", "Clin Biomech 11:253", 23, "persons, 13 of them men")
