"""A planned run as it was asked for, the pace that it was given, and what came of it."""

import datetime as dt
from dataclasses import dataclass

from footfall.findings.plan import Plan


@dataclass(frozen=True, slots=True)
class Wish:
    """A planned run as it was asked for: one of the two lengths, a pace or None for the runner's own.

    distance_m, minutes   one of them is None.    pace_s_per_km   [s/km]
    """

    day: dt.date
    distance_m: float | None
    minutes: float | None
    pace_s_per_km: float | None


@dataclass(frozen=True, slots=True)
class OwnPace:
    """Where a pace comes from: the median of so many runs since a day."""

    s_per_km: float
    runs: int
    since: dt.date


@dataclass(frozen=True, eq=False)
class Planned:
    """A plan beside what it was made from.

    pace       None where it was given.
    needs_pace, needs_runs   what is missing where there is no plan at all.
    """

    plan: Plan | None
    pace: OwnPace | None = None
    needs_pace: bool = False
    needs_runs: bool = False
