"""What the runner told us about herself. Everything is optional; what is missing widens intervals."""

from dataclasses import dataclass
from enum import StrEnum


class Share(StrEnum):
    """What a coach's page may show."""

    NONE = "none"
    FLAGS = "flags"
    PAIN = "pain"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Athlete:
    """None = not told.

    id             names the athlete in files; the folder where absent.
    timezone       IANA name, for files that record no offset.
    week_start     0 = Monday … 6 = Sunday.
    """

    id: str | None = None
    name: str | None = None
    birth_year: int | None = None
    body_mass_kg: float | None = None
    height_m: float | None = None
    timezone: str | None = None
    week_start: int = 0
    share: Share = Share.FLAGS

    def __post_init__(self) -> None:
        if self.body_mass_kg is not None and not 20 <= self.body_mass_kg <= 300:
            raise ValueError("body_mass_kg must be 20-300")
        if self.height_m is not None and not 1.0 <= self.height_m <= 2.5:
            raise ValueError("height_m must be 1.0-2.5")
        if self.birth_year is not None and not 1900 <= self.birth_year <= 2100:
            raise ValueError("birth_year must be a year")
        if not 0 <= self.week_start <= 6:
            raise ValueError("week_start must be 0-6")
