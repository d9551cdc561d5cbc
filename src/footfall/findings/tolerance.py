"""Which outings tell how long the runner stays free of pain, and the curve they make: for rule P3 and its picture."""

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from footfall.findings.stats.survival import SurvivalCurve, kaplan_meier
from footfall.history.history import History, OnsetState, Outing

MIN_ONSETS = 8
"""Below this a median says nothing useful (5-95 % of medians at 8 onsets: half to one and a half times the truth)."""

MIN_COVERAGE = 0.70
"""Of runs written down only when they hurt, a curve of true median 55 min reads 20 min: simulated, in 400 of 400."""


@dataclass(frozen=True, eq=False)
class Tolerance:
    """How long runs stay free of pain.

    curve        None below 8 onsets, or where fewer than 70 % of outings have an answer.
    began        outings with an onset in them, each an event at `outing.onset.minute`.
    free         outings known to be free of pain, censored at their end.
    prevalent    how many began in pain: left out, counted.
    unknown      how many have no diary row, or a row that says nothing of the back: left out, never "pain-free".
    coverage     share of outings with an answer, 0-1; NaN without outings. A row that leaves the onset blank is none; one
                 about other sites alone is, though the back stays unknown.
    rows         how many outings have a row at all.
    outings      how many there are, from `since`, the first diary row, to `as_of`, of those that are shown.
    answered     how many outings have an answer.
    shortened    of `began` and `free`, how many were cut short for fear of pain: their end is no accident.
    """

    curve: SurvivalCurve | None
    began: tuple[Outing, ...]
    free: tuple[Outing, ...]
    prevalent: int
    unknown: int
    coverage: float
    rows: int = 0
    outings: int = 0
    shortened: int = 0
    since: dt.date | None = None
    answered: int = 0


def tolerance(history: History) -> Tolerance:
    """The outings of a history by what is known of them, and the curve where there is enough."""
    since = _first_row(history)
    spanned = [] if since is None else [each for each in history.running if each.day >= since and history.shows(each.day)]
    by_state: dict[OnsetState, list[Outing]] = {state: [] for state in OnsetState}
    for outing in spanned:
        by_state[_state(outing)].append(outing)
    began, free = by_state[OnsetState.AT], by_state[OnsetState.NONE]
    answered = sum(_answers(outing) for outing in spanned)
    coverage = answered / len(spanned) if spanned else math.nan
    return Tolerance(
        curve=_curve(began, free) if len(began) >= MIN_ONSETS and coverage >= MIN_COVERAGE else None,
        began=tuple(began),
        free=tuple(free),
        prevalent=len(by_state[OnsetState.AT_START]),
        unknown=len(by_state[OnsetState.UNKNOWN]),
        coverage=coverage,
        rows=sum(outing.entry is not None for outing in spanned),
        outings=len(spanned),
        shortened=sum(outing.entry is not None and outing.entry.shortened_for_fear is True for outing in (*began, *free)),
        since=since,
        answered=answered,
    )


def _first_row(history: History) -> dt.date | None:
    """Day of the first row on the calendar; of a stray one where there is no other."""
    placed = (day.date for day in history.days if day.entries)
    return next(placed, history.entries[0].day if history.entries else None)


def _state(outing: Outing) -> OnsetState:
    """The state that counts: an onset at the very first moment is pain from the start."""
    if outing.onset.state is OnsetState.AT and outing.onset.minute <= 0:
        return OnsetState.AT_START
    return outing.onset.state


def _answers(outing: Outing) -> bool:
    return outing.entry is not None and (outing.entry.onset is not None or not outing.entry.about_the_back)


def _curve(began: list[Outing], free: list[Outing]) -> SurvivalCurve:
    return kaplan_meier(
        np.array([outing.onset.minute for outing in began]),
        np.array([outing.timer_min for outing in free if outing.timer_min > 0]),
    )
