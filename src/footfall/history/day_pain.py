"""Back pain by calendar day: what the rows say of each day, with the next morning's pain on the morning's own day."""

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from footfall.history.history import History
from footfall.model.diary import DiaryEntry, OnsetKind

PAIN = 1.0
"""A score from here on is pain: 0 is none, and a half is a mark between them."""


def worst_by_day(history: History) -> NDArray[np.float64]:
    """Worst back pain of each day of `history.days`, 0-10; NaN where no score is written for it, which is not 0.

    `pain_next_morning` belongs to the day after its row. Rows about other sites alone say nothing of the back.
    """
    worst = np.full(len(history.days), np.nan)
    for at, score in _scores(history):
        worst[at] = np.fmax(worst[at], score)
    return worst


def pain_by_day(history: History) -> NDArray[np.float64]:
    """1 on days with back pain (a score of 1 or more, or an onset), 0 on days written to be free of it, NaN where nothing is.

    An onset of `none` alone makes a day free of pain: it is all that many runners write after a good run.
    """
    pain = np.full(len(history.days), np.nan)
    for at, score in _scores(history):
        pain[at] = np.fmax(pain[at], float(score >= PAIN))
    for at, day in enumerate(history.days):
        for entry in day.entries:
            if entry.onset is not None and entry.about_the_back:
                pain[at] = np.fmax(pain[at], float(entry.onset.kind is not OnsetKind.NONE))
    return pain


def in_the_day(entry: DiaryEntry) -> tuple[float, ...]:
    """Back pain of the row's own day: before, during and after; empty when none is written, or all its sites are elsewhere."""
    if not entry.about_the_back:
        return ()
    return tuple(score for score in (entry.pain_before, entry.pain_max, entry.pain_after) if score is not None)


def index_of(history: History, day: dt.date) -> int:
    """Place of a day in `history.days`; below 0 or past the end for one that is not on the calendar."""
    return (day - history.days[0].date).days


def _scores(history: History) -> list[tuple[int, float]]:
    scores: list[tuple[int, float]] = []
    for at, day in enumerate(history.days):
        for entry in day.entries:
            scores += [(at, score) for score in in_the_day(entry)]
            if entry.pain_next_morning is not None and entry.about_the_back and at + 1 < len(history.days):
                scores.append((at + 1, entry.pain_next_morning))
    return scores
