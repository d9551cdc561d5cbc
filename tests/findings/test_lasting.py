"""The spell of pain that a diary is in: against looking at every stretch."""

import datetime as dt
import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from footfall.findings.lasting import GAP, RECOVERED, current_spell
from footfall.history.day_pain import pain_by_day, worst_by_day
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Site
from tests.factories import FROM_THE_START, PAIN_FREE, entry, minutes_onset

FIRST = dt.date(2026, 1, 1)


def history_of(*entries, as_of):
    return build_history([], Diary("diary.csv", entries), Athlete(), as_of)[0]


def of_days(days):
    """One row per day that is not None: True = pain."""
    rows = [
        entry(FIRST + dt.timedelta(days=at), at + 2, pain_max=3.0 if hurts else 0.0)
        for at, hurts in enumerate(days)
        if hurts is not None
    ]
    return history_of(*rows, as_of=FIRST + dt.timedelta(days=len(days) - 1))


def by_hand(days):
    """(first, last, pain, told) of the stretch that the page of the rule describes; None without one."""
    last = max((at for at, hurts in enumerate(days) if hurts), default=None)
    if last is None or len(days) - 1 - last > RECOVERED:
        return None
    best = None
    for first in reversed(range(last + 1)):
        told = [at for at in range(first, last + 1) if days[at] is not None]
        if not days[first] or any(later - earlier > GAP for earlier, later in itertools.pairwise(told)):
            continue
        pain = [at for at in told if days[at]]
        if _recovered(days, pain):
            continue
        if best is None or 2 * len(pain) - len(told) >= 2 * best[2] - best[3]:
            best = first, last, len(pain), len(told)
    return best


def _recovered(days, pain):
    """Whether between two days of pain lie 14 days or more from the first that is free of it to the last."""
    for earlier, later in itertools.pairwise(pain):
        free = [at for at in range(earlier + 1, later) if days[at] is False]
        if free and free[-1] - free[0] + 1 >= RECOVERED:
            return True
    return False


@given(st.lists(st.sampled_from([True, True, False, None]), min_size=1, max_size=80))
@example([True, False] * 20 + [True] * 15)
@example([True] * 5 + [False] * 14 + [True] * 3)
@example([True] * 5 + [False] * 13 + [True] * 20)
@example([True] + [None] * 8 + [True])
@example([True] + [None] * 6 + [True])
def test_it_is_the_stretch_that_the_page_describes(days):
    history = of_days(days)
    if not history.days:
        return
    begin = (history.days[0].date - FIRST).days
    spell = current_spell(history)
    expected = by_hand(days)
    if expected is None:
        assert spell is None
    else:
        first, last, pain, told = expected
        assert spell is not None
        assert ((spell.first - FIRST).days, (spell.last - FIRST).days, spell.pain, spell.told) == (first, last, pain, told)
        assert first >= begin


def test_the_next_morning_belongs_to_the_next_day_and_onsets_are_pain_without_a_score():
    history = history_of(
        entry(FIRST, 2, pain_max=1.0, pain_next_morning=4.0),
        entry(FIRST + dt.timedelta(days=2), 3, onset=minutes_onset(12)),
        entry(FIRST + dt.timedelta(days=3), 4, onset=PAIN_FREE),
        entry(FIRST + dt.timedelta(days=4), 5, onset=FROM_THE_START),
        entry(FIRST + dt.timedelta(days=5), 6, onset=minutes_onset(12), pain_max=5.0, sites=frozenset({Site.KNEE})),
        entry(FIRST + dt.timedelta(days=6), 7, pain_after=0.5, pain_next_morning=9.0),
        as_of=FIRST + dt.timedelta(days=6),
    )
    assert worst_by_day(history) == pytest.approx(
        [1, 4, float("nan"), float("nan"), float("nan"), float("nan"), 0.5], nan_ok=True
    )
    assert pain_by_day(history) == pytest.approx([1, 1, 1, 0, 1, float("nan"), 0], nan_ok=True)


def test_it_does_not_reach_into_times_of_less_pain_until_both_are_level():
    spell = current_spell(of_days([True, False, False] * 10 + [True] * 20))
    assert (spell.pain, spell.told) == (20, 20)
