"""All that a renderer of the coach's week gets. Who builds it cuts it to what each athlete shares.

Scores, onsets, sites and marks of pain are refused here where they are not shared; sentences (`reason`, `question`, notes,
`Since`, `Silent`) cannot be looked into: they must be made for what is shared.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from footfall.findings.finding import Severity
from footfall.model.athlete import Share
from footfall.render.content import Content


class Change(StrEnum):
    """What became of a flag since the week before."""

    NEW = "new"
    STILL_OPEN = "still open"
    EASING = "easing"
    CLEARED = "cleared"


@dataclass(frozen=True)
class Flag:
    """One finding of the week in words that its athlete shares; never the finding itself, whose evidence may say more."""

    rule: str
    severity: Severity
    reason: str
    question: str


class Quality(StrEnum):
    """What the week's numbers rest on."""

    RECORDED = "recorded"
    INFERRED = "partly inferred"
    NONE = "no data"


@dataclass(frozen=True)
class WeekRun:
    """One run of the week; None = unknown, or not shared. onset_min 0 = pain from the start.

    onset   at, none or at_start, as in the JSON; None = unknown or not shared.
    """

    day: dt.date
    distance_km: float | None
    moving_min: float | None
    footfalls: float | None
    easy_km: float | None
    onset: str | None
    onset_min: float | None
    max_pain: float | None


@dataclass(frozen=True)
class SparkWeek:
    """One of the twelve weeks of a sparkline; easy_km None = nothing known. pain_marked None = not shared or not asked."""

    start: dt.date
    easy_km: float | None
    normal_low_km: float | None
    normal_high_km: float | None
    pain_marked: bool | None


@dataclass(frozen=True)
class Numbers:
    """The columns of squad.csv that are numbers; None = unknown, or not shared, and never 0. Shares are fractions of one.

    onset_min           earliest of the week; 0 = pain from the start of a run.
    days_since_last_run   from the last run to the last day of the week.
    """

    runs: int | None
    distance_km: float | None
    moving_min: float | None
    longest_run_km: float | None
    longest_share: float | None
    footfalls: float | None
    load: float | None
    easy_km: float | None
    change_vs_4wk_median_pct: float | None
    session_spike_pct: float | None
    max_pain: float | None
    onset_min: float | None
    diary_days: int | None
    days_since_last_run: int | None


@dataclass(frozen=True, eq=False)
class Member:
    """One athlete's week. content is None unless everything is shared: it holds codes and notes."""

    key: str
    name: str
    share: Share
    numbers: Numbers
    sites: tuple[str, ...]
    flags: tuple[Flag, ...]
    weeks: tuple[SparkWeek, ...]
    content: Content | None
    data_quality: Quality
    notes: tuple[str, ...]
    runs: tuple[WeekRun, ...] = ()

    def __post_init__(self) -> None:
        pain: tuple[float | str | None, ...] = (
            self.numbers.max_pain,
            self.numbers.onset_min,
            *(week.pain_marked for week in self.weeks),
        )
        pain += tuple(value for run in self.runs for value in (run.onset, run.onset_min, run.max_pain))
        if self.share in (Share.NONE, Share.FLAGS) and (self.sites or any(value is not None for value in pain)):
            raise ValueError(f"{self.key}: pain is not shared")
        if self.share is Share.NONE and self.flags:
            raise ValueError(f"{self.key}: flags are not shared")
        if self.share is not Share.ALL and self.content is not None:
            raise ValueError(f"{self.key}: codes and notes are not shared")

    @property
    def shares_pain(self) -> bool:
        """True where scores, onsets and sites may be shown."""
        return self.share in (Share.PAIN, Share.ALL)

    @property
    def worst(self) -> Severity | None:
        """The most pressing severity of the week's flags; None without one."""
        return min((flag.severity for flag in self.flags), key=lambda severity: severity.rank, default=None)


@dataclass(frozen=True)
class Since:
    """What became of one athlete's flag since last week."""

    name: str
    change: Change
    rule: str


@dataclass(frozen=True)
class Silent:
    """Who sent nothing, or not enough, and why it was not enough."""

    name: str
    reason: str


@dataclass(frozen=True, eq=False)
class Squad:
    """The week of a squad. end is the last day of the week; members stand worst first, ties by name.

    runs, distance_km   of everybody; None where no distance is known.    runs_before, distance_km_before   of the week before.
    diary_days          of those who share that they keep one, `diary_days_of` possible.
    inputs_sha256       of all files, diaries and athlete files behind the page.
    """

    name: str
    start: dt.date
    end: dt.date
    label: str
    as_of: dt.date
    week_start: str
    members: tuple[Member, ...]
    runs: int
    distance_km: float | None
    flags: int
    since: tuple[Since, ...]
    silent: tuple[Silent, ...]
    problems: tuple[str, ...]
    runs_before: int | None = None
    distance_km_before: float | None = None
    diary_days: int = 0
    diary_days_of: int = 0
    version: str = ""
    load_model: str = ""
    parameters: Mapping[str, float | str] = field(default_factory=dict)
    inputs_sha256: str = ""
