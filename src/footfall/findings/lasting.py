"""The spell of back pain that a diary is in: pain on most of its days, for weeks; for P8 and its part in F4."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.history.day_pain import pain_by_day
from footfall.history.history import History

GAP = 7
"""Days with an answer farther apart than this belong to two spells: what lies between is unknown, not pain."""

RECOVERED = 14
"""From so many days on that are all written to be free of pain, what came before them is over."""

WEEKS_2 = dt.timedelta(weeks=2)
WEEKS_6 = dt.timedelta(weeks=6)
"""By then new back pain has on average lost more than half of its score (Menezes Costa 2012)."""

MIN_PAIN_DAYS = 6


@dataclass(frozen=True, slots=True)
class Spell:
    """first, last   its first and last day with pain.   pain, told   days with pain, and with an answer, from first to last.

    known   True where a row within it says `resolved`, of this pain or of something else.
    """

    first: dt.date
    last: dt.date
    pain: int
    told: int
    known: bool

    @property
    def length(self) -> dt.timedelta:
        """From its first to its last day."""
        return self.last - self.first

    @property
    def lasts(self) -> bool:
        """True beyond two weeks, with days enough to say "most"."""
        return self.length > WEEKS_2 and self.pain >= MIN_PAIN_DAYS


def beyond_six_weeks(history: History) -> Spell | None:
    """The spell of six weeks and more of which no row says `resolved`: it asks for an appointment."""
    spell = current_spell(history)
    return spell if spell is not None and spell.lasts and spell.length > WEEKS_6 and not spell.known else None


def current_spell(history: History) -> Spell | None:
    """The spell that holds the newest day with pain, when that is at most 14 days back; None without one, or when it is over.

    The stretch up to that day in which days with pain outnumber those written to be free of it by most, the longest where
    several do: both ends have pain, and so have more than half of the days with an answer, of its oldest and of its newest part
    too. It has no gap of more than 7 days between answers, and no 14 days or more that are written to be free of pain.
    """
    pain = pain_by_day(history)
    told = np.flatnonzero(~np.isnan(pain))
    hurts = np.flatnonzero(pain == 1)
    if not hurts.size or len(history.days) - 1 - hurts[-1] > RECOVERED:
        return None
    told = told[told <= hurts[-1]]
    told = told[_begin(told, hurts) :]
    # The longest stretch with more pain than not would reach into times of less pain just until both are level.
    balance = np.cumsum(np.where(pain[told[::-1]] == 1, 1, -1))
    far = int(np.flatnonzero(balance == balance.max())[-1])
    own = told[::-1][far::-1]
    first, last = history.days[own[0]].date, history.days[own[-1]].date
    known = any(entry.red_flags_resolved for day in history.days[own[0] :] for entry in day.entries)
    return Spell(first, last, int(np.sum(pain[own] == 1)), len(own), known)


def _begin(told: Sequence[int] | np.ndarray, hurts: np.ndarray) -> int:
    """Place in `told` before which lies another spell: a gap, or a stretch free of pain."""
    at = len(told) - 1
    free_since: int | None = None  # newest day of the stretch free of pain that we are in
    painful = set(hurts.tolist())
    while at >= 0:
        day = int(told[at])
        if at + 1 < len(told) and int(told[at + 1]) - day > GAP:
            return at + 1
        if day in painful:
            free_since = None
        else:
            free_since = day if free_since is None else free_since
            if free_since - day + 1 >= RECOVERED:
                return at
        at -= 1
    return 0
