"""Flares after spikes, by circular shifts: against counting by hand, and P9 on a history of its own."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings.finding import Confidence
from footfall.findings.flares import flares
from footfall.findings.p9_flares_after_spikes import FlaresAfterSpikes
from footfall.findings.rule import check
from footfall.findings.stats.shifts import following
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from tests.factories import entry, every_few_days, run_on


def by_hand(triggers, events, days, within):
    """The same day by day, with sets."""
    near = {t + after for t in triggers for after in range(within + 1) if t + after < days}
    counts = [sum((event + shift) % days in near for event in events) for shift in range(7, days, 7)]
    followed = sum(event in near for event in events)
    return followed, sum(counts) / len(counts), (1 + sum(count >= followed for count in counts)) / (1 + len(counts))


spans = st.integers(2, 13).flatmap(
    lambda weeks: st.tuples(
        st.just(7 * weeks),
        st.sets(st.integers(0, 7 * weeks - 1), min_size=1, max_size=12),
        st.sets(st.integers(0, 7 * weeks - 1), min_size=1, max_size=12),
    )
)


@given(spans, st.integers(0, 4))
def test_it_counts_as_one_would_by_hand(span, within):
    days, triggers, events = span
    found = following(np.array(sorted(triggers)), np.array(sorted(events)), days, within)
    followed, expected, p = by_hand(sorted(triggers), sorted(events), days, within)
    assert (found.followed, found.events) == (followed, len(events))
    assert found.expected == pytest.approx(expected, abs=1e-12)
    assert found.p == pytest.approx(p, abs=1e-12)


def test_a_known_answer():
    """Days 10-13 and 45-48 of 70 are near, and of the events 11, 46 and 65 the first two. Moved by 35 days they change places;
    by no other number of whole weeks does any of the three come near."""
    found = following(np.array([10, 45]), np.array([11, 46, 65]), 70, 3)
    assert (found.followed, found.events) == (2, 3)
    assert found.expected == pytest.approx(2 / 9)
    assert found.p == pytest.approx((1 + 1) / (1 + 9))


def test_the_weekday_of_everything_stays():
    """Long runs on Saturdays and flares on Saturdays alone: however they are moved, all meet, so nothing can be told."""
    saturdays = np.arange(5, 140, 7)
    assert following(saturdays, saturdays[:12], 140, 3).p == 1.0


@pytest.mark.parametrize(("triggers", "events", "days"), [([0], [0], 7), ([0], [0], 20), ([21], [1], 21), ([1], [-1], 21)])
def test_what_cannot_be_shifted_is_refused(triggers, events, days):
    with pytest.raises(ValueError, match=r"outside the span|too short"):
        following(np.array(triggers), np.array(events), days, 3)


def test_a_flare_stands_two_points_above_the_median_of_its_four_weeks():
    worst = np.full(40, 1.0)
    worst[[20, 21, 30, 35]] = [3.0, 4.0, 2.9, 9.0]
    first, told = flares(worst)
    assert first.tolist() == [20, 35]  # 21 belongs to the flare of 20; 2.9 is not 2 above
    assert told.tolist() == [False] * 7 + [True] * 33


def test_days_without_a_score_are_not_judged_and_do_not_join_flares():
    worst = np.full(40, 1.0)
    worst[[20, 22]] = 5.0
    worst[21] = np.nan
    first, told = flares(worst)
    assert first.tolist() == [20, 22]
    assert not told[21]
    sparse = np.full(60, np.nan)
    sparse[::5] = 1.0
    sparse[55] = 9.0
    assert flares(sparse)[0].size == 0  # never 7 scores in 28 days


def season(lag_days, spikes=12):
    """A spike every 34 days: 12 km among runs of 8 km; a flare so many days after each, and one of 16 more nowhere near."""
    first = dt.date(2025, 1, 1)
    days = 40 + 34 * spikes
    spiked = [first + dt.timedelta(days=40 + 34 * k) for k in range(spikes)]
    runs = every_few_days(first, 3, days // 3, km=8.0) + [run_on(day, "17:00", km=12.0, minutes=70) for day in spiked]
    flared = {day + dt.timedelta(days=lag_days) for day in spiked}
    rows = [
        entry(day, k + 2, pain_max=5.0 if day in flared else 1.0)
        for k, day in enumerate(first + dt.timedelta(days=at) for at in range(days))
    ]
    return build_history(runs, Diary("diary.csv", tuple(rows)), Athlete(), first + dt.timedelta(days=days - 1))[0]


def test_with_enough_of_both_more_than_chance_is_said_with_its_p_and_weighed_with_the_other_checks():
    outcome = FlaresAfterSpikes().check(season(2))
    (finding,) = outcome.findings
    assert finding.tested
    assert outcome.family_p is not None
    assert outcome.family_p <= 0.05
    assert finding.headline.startswith("12 of 12 flares came within 3 days of a spike (12 spikes), more than the 1.")
    (weighed,) = check(season(2), [FlaresAfterSpikes()]).found
    assert weighed.confidence is Confidence.MEDIUM


def test_with_enough_of_both_and_no_more_than_chance_it_is_quiet_and_counts_as_a_check():
    outcome = FlaresAfterSpikes().check(season(15))
    assert outcome.findings == ()
    assert outcome.family_p == 1.0
    assert outcome.quiet.startswith("0 of 12 flares came within 3 days of a spike (12 spikes)")
    assert "no clear difference" in outcome.quiet


def test_below_that_no_p_value_is_given():
    assert FlaresAfterSpikes().check(season(2, spikes=7)).family_p is None
