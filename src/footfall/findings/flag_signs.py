"""Red flags over time: what was ticked, what is resolved, how pressing the open ones are and whether they still count as new."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from footfall.history.history import History
from footfall.model.diary import RED_FLAGS, DiaryEntry, Tier

FULL_VOICE = dt.timedelta(days=14)
"""How long after its newest row a sign of F1 or F2 counts as today's."""

WALKING = frozenset({"foot_drop", "leg_weakness"})


class Raised(StrEnum):
    """Why a sign counts as an emergency although its own tier is lower."""

    WITH_EMERGENCY = "with-emergency"
    WORSE = "worse"
    CANCER_WALKING = "cancer-walking"


@dataclass(frozen=True, slots=True)
class Sign:
    """One red flag from its first row to its last, open or resolved.

    tier       how pressing it is; above its own when `raised`.
    rows       the rows that tick it, by day.
    resolved   day of the row that closed it; None = open.
    together   newest row of the signs that it is raised with; None where it stands alone.
    """

    code: str
    tier: Tier
    rows: tuple[DiaryEntry, ...]
    resolved: dt.date | None = None
    raised: Raised | None = None
    together: dt.date | None = None

    @property
    def first(self) -> dt.date:
        """Day of its first row."""
        return self.rows[0].day

    @property
    def newest(self) -> dt.date:
        """Day of its last row."""
        return self.rows[-1].day


def signs(history: History) -> tuple[Sign, ...]:
    """Every red flag ticked up to `as_of`, open ones with the tier that they have in each other's company.

    A row with `resolved` closes every sign of the rows before it and of its own; a later tick opens the sign anew.
    """
    unresolved: dict[str, list[DiaryEntry]] = {}
    closed: list[Sign] = []
    for entry in history.entries:
        for code in sorted(entry.red_flags & RED_FLAGS.keys()):
            unresolved.setdefault(code, []).append(entry)
        if entry.red_flags_resolved:
            closed += [Sign(code, RED_FLAGS[code], tuple(rows), entry.day) for code, rows in unresolved.items()]
            unresolved = {}
    opened = [Sign(code, RED_FLAGS[code], tuple(unresolved[code])) for code in RED_FLAGS if code in unresolved]
    return (*closed, *_raise(opened))


def at_full_voice(sign: Sign, as_of: dt.date) -> bool:
    """True while its newest row, or that of the signs it is raised with, is at most 14 days old."""
    return as_of - (sign.newest if sign.together is None else sign.together) <= FULL_VOICE


def _raise(opened: Sequence[Sign]) -> list[Sign]:
    """A weak leg in bad company, or getting worse, is an emergency; so is cancer with a weak leg."""
    walking = [sign for sign in opened if sign.code in WALKING]
    emergency = any(sign.tier is Tier.F1 for sign in opened)
    cancer = any(sign.code == "cancer_history" for sign in opened)
    if not walking:
        return list(opened)
    if emergency:
        reason = Raised.WITH_EMERGENCY
    elif cancer:
        reason = Raised.CANCER_WALKING
    elif _worse(_in_order(row for sign in walking for row in sign.rows)):
        reason = Raised.WORSE
    else:
        return list(opened)
    codes = WALKING | {"cancer_history"} if cancer else WALKING
    together = max(sign.newest for sign in opened if sign.code in codes)
    return [
        replace(sign, tier=Tier.F1, raised=_why(sign, reason), together=together) if sign.code in codes else sign
        for sign in opened
    ]


def _why(sign: Sign, reason: Raised) -> Raised:
    return Raised.CANCER_WALKING if sign.code == "cancer_history" else reason


def _in_order(rows: Iterable[DiaryEntry]) -> list[DiaryEntry]:
    return sorted(rows, key=lambda row: (row.day, row.source_line))


def _worse(rows: Sequence[DiaryEntry]) -> bool:
    """True when a later row adds the other sign of a weak leg, or tops the pain of all rows before it.

    The scores of a row are taken together, whatever their time of day and site: erring towards being seen.
    """
    seen: set[str] = set(rows[0].red_flags & WALKING)
    worst = _worst(rows[0])
    for row in rows[1:]:
        joined, pain = (row.red_flags & WALKING) - seen, _worst(row)
        if joined or (pain is not None and worst is not None and pain > worst):
            return True
        worst = pain if worst is None else max(worst, worst if pain is None else pain)
    return False


def _worst(row: DiaryEntry) -> float | None:
    scores = (row.pain_before, row.pain_max, row.pain_after, row.pain_next_morning)
    return max((score for score in scores if score is not None), default=None)
