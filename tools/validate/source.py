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
    note     what a reader of all its rows must know.
    """

    cited: str
    where: str
    persons: int | None
    who: str
    note: str | None = None


FUKUCHI = Source("Fukuchi 2017", "doi 10.7717/peerj.3298", 28, "runners on a treadmill, shod")
HOEGER = Source("Hoeger 2008", "doi 10.1249/01.FIT.0000298459.30006.8d", None, "men and women, number not known to us")
VAN_OEVEREN = Source("van Oeveren 2017", "doi 10.1371/journal.pone.0184273", 12, "inexperienced runners, 8 of them women")
WINIARSKI = Source("Winiarski 2019", "doi 10.1155/2019/9232430", 20, "women, walking")
PLATES = Source("Fukuchi 2017, force plates", "doi 10.6084/m9.figshare.4543435", 2, "of its runners, three trials of 30 s")
MALISOUX = Source(
    "Malisoux 2023",
    "doi 10.1177/23259671231204629",
    860,
    "recreational runners at the speed they prefer",
    "Its tables by speed and sex were not at hand; its equations stand in two unrelated public repositories that cite it and "
    "agree. The bound is the SD between its runners; our 9 % for a count without cadence rests on that SD, not on its means.",
)
MUNRO = Source("Munro 1987", "J Biomech 20:147", 20, "men")
KELLER = Source("Keller 1996", "doi 10.1016/0268-0033(95)00068-2", 23, "persons, 13 of them men")
DE_RUITER = Source(
    "de Ruiter 2019", "doi 10.1080/17461391.2019.1626911", 21, "experienced recreational runners outdoors, 12 of them women"
)
WATCHES = Source(
    "van Oeveren 2019",
    "doi 10.1080/02640414.2019.1614137",
    256,
    "runners, mean height 1.814 m, with their own Garmin watches",
    "The group's line over 16,128 hours. Ours is steeper in speed; with the group's height told it is too low at easy speeds, "
    "so height may matter less than our line has it. The mean of a group gives no bound of its own; the 9 and 10 % of a count "
    "without cadence are for one person.",
)
MATIJEVICH = Source(
    "Matijevich 2019",
    "doi 10.1371/journal.pone.0210000",
    1,
    "of its ten runners, on an instrumented treadmill",
    "The level trials of its open data that were at hand; the bound is that of Munro's thrust.",
)
