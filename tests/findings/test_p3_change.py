"""P3: whether the time that runs stay free of pain changes."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from footfall.findings.finding import Confidence, Severity
from footfall.findings.p3_pain_free import PainFree
from footfall.findings.rule import check
from footfall.findings.stats.survival import kaplan_meier
from footfall.findings.tolerance import tolerance
from footfall.findings.tolerance_trend import change
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from tests.factories import PAIN_FREE, entry, minutes_onset, run_on

DAY = dt.date(2026, 1, 5)
AS_OF = dt.date(2026, 12, 31)


def history_of(onsets, every_days=3, minutes=60.0):
    """A run every few days; None ends free of pain."""
    days = [DAY + dt.timedelta(days=every_days * k) for k in range(len(onsets))]
    rows = [
        entry(day, k, onset=PAIN_FREE if onset is None else minutes_onset(onset))
        for k, (day, onset) in enumerate(zip(days, onsets, strict=True), 2)
    ]
    return build_history([run_on(day, minutes=minutes) for day in days], Diary("d.csv", tuple(rows)), Athlete(), AS_OF)[0]


EARLY = [11, 14, 9, 17, None, 12, 21, 16, 10, 13]
LATE = [38, 51, None, 44, 33, None, 47, 29, 41, 36]


@pytest.mark.parametrize(("before", "after", "word", "comforts"), [(EARLY, LATE, "later", True), (LATE, EARLY, "sooner", False)])
def test_a_change_is_told_with_both_spells_and_their_dates(before, after, word, comforts):
    history = history_of(before * 3 + after * 3)
    outcome = PainFree().check(history)
    found, told = outcome.findings
    assert (found.severity, told.severity) == (Severity.INFO, Severity.NOTICE)
    assert (found.tested, told.tested, told.comforts) == (False, True, comforts)
    assert outcome.family_p is not None
    assert outcome.family_p <= 0.05
    first = len(change(tolerance(history)).earlier.outings)
    medians = []
    for part in ((before * 3 + after * 3)[:first], (before * 3 + after * 3)[first:]):
        onsets = np.array([each for each in part if each is not None], dtype=float)
        medians.append(kaplan_meier(onsets, np.full(len(part) - onsets.size, 60.0)).median)
    assert told.headline.startswith(
        f"Pain starts {word} than it did: half of runs free of pain to {medians[1]:.0f} minutes since "
    )
    assert f", to {medians[0]:.0f} minutes from 5 Jan 2026 to " in told.headline
    assert "do not overlap" in told.how_sure
    shown = [fact.value for fact in told.evidence]
    assert medians[0] in shown
    assert medians[1] in shown


def test_its_confidence_is_set_beside_the_other_checks():
    found = check(history_of(EARLY * 3 + LATE * 3), (PainFree(),))
    assert [one.rule for one in found.families] == ["P3"]
    assert next(one for one in found.found if one.tested).confidence is Confidence.MEDIUM


def test_intervals_that_overlap_say_a_direction_and_not_a_size():
    both = change(tolerance(history_of(EARLY * 3 + LATE * 3)))
    wide = replace(both.earlier, curve=replace(both.earlier.curve, median_high=both.later.curve.median_low + 1))
    open_ended = replace(both.earlier, curve=replace(both.earlier.curve, median_high=float("nan")))
    assert not both.overlap
    assert replace(both, earlier=wide).overlap
    assert replace(both, earlier=open_ended).overlap


def test_spells_of_one_size_leave_the_rate_alone():
    """The rate may move while the medians of two halves do not: then no median is held up as the change."""
    both = change(tolerance(history_of(EARLY * 3 + LATE * 3)))
    assert both.spells_agree
    assert not replace(both, later=both.earlier).spells_agree
    assert not replace(both, earlier=both.later, later=both.earlier).spells_agree


def test_what_would_show_is_what_simulation_found():
    """2.0, 1.42 and 1.22 a month at 18 onsets in 4 months, 30 in 6, 50 in 9: found with other made-up runners than ours."""
    for onsets, free, months, factor in ((18, 36, 4, 2.0), (30, 60, 6, 1.42), (50, 100, 9, 1.22)):
        shows = []
        for seed in range(12):
            rng = np.random.default_rng([7, seed])
            minutes = [*rng.integers(5, 55, onsets).tolist(), *[None] * free]
            rng.shuffle(minutes)
            history = history_of(minutes, every_days=months * 30.4375 / len(minutes))
            shows.append(change(tolerance(history)).shows)
        assert factor - 0.04 * factor < np.median(shows) < factor + 0.04 * factor


@pytest.mark.parametrize(("onsets", "asked"), [([20] * 17 + [None] * 43, False), ([20] * 18 + [None] * 43, True)])
def test_eighteen_onsets_are_asked_for(onsets, asked):
    spread = onsets[::2] + onsets[1::2]
    outcome = PainFree().check(history_of(spread))
    assert (outcome.family_p is not None) is asked


@pytest.mark.parametrize(("every_days", "asked"), [(2.72, False), (2.8, True)])
def test_eight_blocks_of_two_weeks_are_asked_for(every_days, asked):
    outcome = PainFree().check(history_of([20, 25, None, 40] * 9, every_days=every_days))
    assert (outcome.family_p is not None) is asked


def test_weeks_without_a_run_are_no_blocks():
    days = [DAY + dt.timedelta(days=2 * k + (100 if k >= 18 else 0)) for k in range(36)]
    rows = [entry(day, k, onset=minutes_onset(20 + k % 9)) for k, day in enumerate(days, 2)]
    history, _ = build_history([run_on(day) for day in days], Diary("d.csv", tuple(rows)), Athlete(), AS_OF)
    assert "there are 36 onsets in 7." in PainFree().check(history).findings[0].how_sure


def test_the_same_history_has_the_same_p():
    history = history_of(EARLY * 6)
    assert change(tolerance(history)).p == change(tolerance(history)).p


@pytest.mark.parametrize(("onsets", "word"), [(range(10, 58), "later"), (range(57, 9, -1), "sooner")])
def test_a_change_as_regular_as_a_clock_is_told_though_no_rate_fits_it(onsets, word):
    """Each onset later than the one before: the likelihood has no top, and the change could not be clearer."""
    outcome = PainFree().check(history_of(list(onsets)))
    told = next(one for one in outcome.findings if one.tested)
    assert told.headline.startswith(f"Pain starts {word} than it did: half of runs free of pain to ")
    assert "no rate can be given" in told.how_sure
    assert "?" not in told.how_sure
    facts = {fact.label: fact.value for fact in told.evidence}
    assert facts["Onsets at any given minute, from month to month"] is None
