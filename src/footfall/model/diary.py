"""What the runner wrote down, row by row, in her own terms. Blank is None: unknown, which is not zero."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Site(StrEnum):
    """Where it hurt."""

    LOW_BACK = "low_back"
    LOW_BACK_LEFT = "low_back_left"
    LOW_BACK_RIGHT = "low_back_right"
    LOW_BACK_CENTRE = "low_back_centre"
    UPPER_BACK = "upper_back"
    BUTTOCK = "buttock"
    GROIN = "groin"
    HIP = "hip"
    THIGH = "thigh"
    KNEE = "knee"
    CALF = "calf"
    SHIN = "shin"
    FOOT = "foot"
    OTHER = "other"


BACK_SITES = frozenset({Site.LOW_BACK, Site.LOW_BACK_LEFT, Site.LOW_BACK_RIGHT, Site.LOW_BACK_CENTRE, Site.BUTTOCK})
"""Sites that count as the back for the P and A rules; a row without a site counts too."""


class Quality(StrEnum):
    """What it felt like."""

    ACHE = "ache"
    STIFF = "stiff"
    SHARP = "sharp"
    BURNING = "burning"
    ELECTRIC = "electric"
    SHOOTING = "shooting"
    CATCHING = "catching"
    NUMB = "numb"


class Surface(StrEnum):
    """What was run on."""

    ROAD = "road"
    TRAIL = "trail"
    TRACK = "track"
    TREADMILL = "treadmill"
    GRASS = "grass"
    SAND = "sand"


class Tier(StrEnum):
    """How soon a red flag wants to be seen: the rule codes of the red flags."""

    F1 = "F1"
    F2 = "F2"
    F3 = "F3"
    F4 = "F4"


RED_FLAGS: Mapping[str, Tier] = MappingProxyType(
    {
        "saddle_numbness": Tier.F1,
        "bladder_bowel": Tier.F1,
        "sexual_dysfunction": Tier.F1,
        "both_legs": Tier.F1,
        "major_trauma": Tier.F1,
        "foot_drop": Tier.F2,
        "leg_weakness": Tier.F2,
        "fever": Tier.F2,
        "infection_risk": Tier.F2,
        "cancer_history": Tier.F3,
        "weight_loss": Tier.F3,
        "night_pain": Tier.F3,
        "bone_point_pain": Tier.F3,
        "fracture_risk": Tier.F3,
        "worse_despite_rest": Tier.F4,
    }
)
"""Codes that a diary's `red_flags` may hold, by tier; `resolved` beside them closes the earlier ones."""

RESOLVED = "resolved"


class OnsetKind(StrEnum):
    """How an onset was written down."""

    MINUTES = "minutes"
    DISTANCE = "distance"
    CLOCK = "clock"
    HAND_LAP = "hand-lap"
    LAP = "lap"
    NONE = "none"
    START = "start"


@dataclass(frozen=True, slots=True)
class Onset:
    """When pain began, as written.

    value        minutes into the run for MINUTES, metres for DISTANCE, seconds since local midnight for CLOCK, number of
                 the lap for LAP; None for HAND_LAP (the first lap pressed by hand), NONE and START.
    rounding     half-width of what the writing leaves open, in the unit of `value`: 0 for decimals of a minute, seconds
                 and laps; 0.5 min for a whole minute, 2.5 min for a multiple of five; half of the last digit of a
                 distance; 30 s for a time of day without seconds. How wide that is in minutes shows on the outing's clock.
    text         what the runner wrote.
    """

    kind: OnsetKind
    value: float | None
    rounding: float
    text: str


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One row of a diary. None and empty = not written.

    day          local date.     start   local clock time of the run that the row speaks of.
    pain_*       0-10.           pain_next_morning belongs to the morning after `day`.
    red_flags    codes of RED_FLAGS, as ticked.          red_flags_resolved  the row says `resolved`.
    unread_red_flags  text in `red_flags` that is no known code: shown to the runner, never dropped.
    extra        unknown columns, kept as written.
    filled       columns that were blank, or were added to, from the files of the run that the row answers to.
    path, source_line  the file and the row number in it, the header being row 1.
    """

    day: dt.date
    path: str
    source_line: int
    start: dt.time | None = None
    pain_before: float | None = None
    pain_max: float | None = None
    pain_after: float | None = None
    pain_next_morning: float | None = None
    onset: Onset | None = None
    eased_after_min: float | None = None
    sites: frozenset[Site] = frozenset()
    qualities: frozenset[Quality] = frozenset()
    builds: bool | None = None
    stopped_for_pain: bool | None = None
    shortened_for_fear: bool | None = None
    morning_stiffness_min: float | None = None
    red_flags: frozenset[str] = frozenset()
    red_flags_resolved: bool = False
    unread_red_flags: tuple[str, ...] = ()
    rpe: float | None = None
    surface: Surface | None = None
    shoes: str | None = None
    sleep_h: float | None = None
    note: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()

    @property
    def about_the_back(self) -> bool:
        """False when every site of the row is elsewhere: the row is then unknown for the back."""
        return not self.sites or bool(self.sites & BACK_SITES)


@dataclass(frozen=True, slots=True)
class UnreadFlag:
    """Red-flag text that could not be tied to a code or a day; it is shown in F1's place, whatever else failed.

    day   None when the row's date could not be read.
    text  what the runner wrote in `red_flags`.
    slipped  True when the row has more cells than headings, so that it cannot be told which of them is `red_flags`.
    """

    path: str
    source_line: int
    day: dt.date | None
    text: str
    slipped: bool = False


@dataclass(frozen=True, slots=True)
class Diary:
    """All rows of one diary that could be read, and the red-flag text that could not.

    path          the file.     columns   its columns as written, unknown ones too.
    unread_flags  from cells with unknown codes and from rows whose date could not be read.
    """

    path: str
    entries: tuple[DiaryEntry, ...] = ()
    columns: tuple[str, ...] = ()
    unread_flags: tuple[UnreadFlag, ...] = ()
