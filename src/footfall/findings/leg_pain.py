"""Pain that shoots, or is felt down the leg beside the back: the days of rule P6, and its part in F4."""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footfall.history.day_pain import PAIN
from footfall.history.history import History
from footfall.model.diary import BACK_SITES, DiaryEntry, Quality, Site

LEG_SITES = frozenset({Site.THIGH, Site.CALF, Site.SHIN, Site.FOOT})
"""Sites that P6 reads beside the back; no other rule of the back does."""

BELOW_KNEE = LEG_SITES - {Site.THIGH}
SHOOTING = frozenset({Quality.SHOOTING, Quality.ELECTRIC})

LASTING = dt.timedelta(days=14)
"""Such days so far apart ask for an appointment."""

RECENT = dt.timedelta(days=60)
"""While the newest of them is no older."""

TOGETHER = dt.timedelta(days=180)
"""Days longer ago than this are another story."""


@dataclass(frozen=True, slots=True)
class LegDay:
    """One day of it. shooting, below_knee   what its rows say.    numb   whether one of them says so, of whatever site."""

    day: dt.date
    shooting: bool
    below_knee: bool
    numb: bool


def leg_days(history: History) -> tuple[LegDay, ...]:
    """Days with shooting or electric pain, pain below the knee, or numbness in the leg; by date.

    A row with leg sites alone counts when it or its day also has the low back or the buttock, or its quality is shooting,
    electric or numb: a sore calf after hills is not this. Days before a row that says `resolved`, and its own, do not count.
    """
    found: list[LegDay] = []
    for day, entries in _by_day(history):
        back = any(entry.sites & BACK_SITES for entry in entries)
        rows = [row for entry in entries if (row := _row(day, entry, back=back)) is not None]
        if rows:
            found.append(LegDay(day, any(r.shooting for r in rows), any(r.below_knee for r in rows), any(r.numb for r in rows)))
        if any(entry.red_flags_resolved for entry in entries):
            found = []
    return tuple(found)


def lasting_leg_pain(history: History) -> tuple[LegDay, ...]:
    """Such days of the last 180, when the newest is at most 60 days back and they lie 14 days or more apart; else empty."""
    days = [day for day in leg_days(history) if history.as_of - day.day <= TOGETHER]
    if not days or history.as_of - days[-1].day > RECENT or days[-1].day - days[0].day < LASTING:
        return ()
    return tuple(days)


def _by_day(history: History) -> Iterator[tuple[dt.date, Sequence[DiaryEntry]]]:
    yield from ((day, tuple(rows)) for day, rows in itertools.groupby(history.entries, key=lambda entry: entry.day))


def _row(day: dt.date, entry: DiaryEntry, *, back: bool) -> LegDay | None:
    """What a row says of it; None when it says nothing of it, or cannot be read for the back and the leg."""
    legs, shooting, numb = entry.sites & LEG_SITES, bool(entry.qualities & SHOOTING), Quality.NUMB in entry.qualities
    if not entry.about_the_back and not (legs and (back or shooting or numb)):
        return None
    below = bool(entry.sites & BELOW_KNEE) and _hurts(entry)
    in_leg = numb and bool(legs)
    return LegDay(day, shooting, below, numb) if shooting or below or in_leg else None


def _hurts(entry: DiaryEntry) -> bool:
    """False where every score that is written is below 1: the sites are then those of a pain that was not there."""
    scores = [entry.pain_before, entry.pain_max, entry.pain_after, entry.pain_next_morning]
    known = [score for score in scores if score is not None]
    return not known or max(known) >= PAIN
