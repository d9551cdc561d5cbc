"""C1 on runs whose clock is known."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from footfall.findings import DEEP_RULES, RULES
from footfall.findings.c1_clock import WhichClock
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary
from tests.factories import PAIN_FREE, entry, measure, minutes_onset, run_on

DAY = dt.date(2026, 3, 1)


def history_of(keeps, cadence_sd=0.2, force_sd=0.2, count=80, seed=3):
    """Runs of an hour at cadences and forces of their own; pain begins at about the same amount on the clock `keeps`."""
    rng = np.random.default_rng(seed)
    runs, rows = [], []
    for k in range(count):
        day = DAY + dt.timedelta(days=k)
        cadence, force = 160 * float(np.exp(rng.normal(0, cadence_sd))), float(np.exp(rng.normal(0, force_sd)))
        run = run_on(day, minutes=70.0, cadence_spm=cadence)
        load = replace(run.load, measure=measure(run.load.measure.value * force, run.load.measure.unit, "derived", 0.1))
        runs.append(replace(run, curve=replace(run.curve, load=run.curve.load * force), load=load, loads=(load,)))
        rate = {"minutes": 1.0, "footfalls": cadence / 160, "load": cadence / 160 * force}[keeps]
        onset = round(float(38 * np.exp(rng.normal(0, 0.25)) / rate), 1)
        rows.append(entry(day, k + 2, onset=minutes_onset(onset) if onset <= 70 else PAIN_FREE))
    return build_history(runs, Diary("d.csv", tuple(rows)), Athlete(), DAY + dt.timedelta(days=count))[0]


@pytest.mark.parametrize("keeps", ["minutes", "footfalls", "load"])
def test_the_clock_that_onsets_keep_is_named(keeps):
    (finding,) = WhichClock().check(history_of(keeps)).findings
    words = {"minutes": "goes with minutes run more", "footfalls": "goes with footfalls more", "load": "goes with load more"}
    assert words[keeps] in finding.headline
    facts = {fact.label: fact.value for fact in finding.evidence}
    assert facts["Clock of the highest likelihood"] == keeps
    assert facts["Draws in which it stands out"] >= 95


@pytest.mark.parametrize("keeps", ["minutes", "footfalls"])
def test_a_cadence_that_hardly_differs_tells_nothing(keeps):
    outcome = WhichClock().check(history_of(keeps, cadence_sd=0.03, force_sd=0.03))
    assert not outcome.findings
    assert "differ by 3" in outcome.quiet.replace("\N{THIN SPACE}", " ")


def test_how_many_onsets_it_takes_is_that_of_the_formula():
    """s = 3 % and sigma = 0.3 make 402 onsets, 15 % make 18."""
    outcome = WhichClock().check(history_of("minutes", cadence_sd=0.03, force_sd=0.03))
    facts = {fact.label: fact.value for fact in outcome.evidence}
    rate, spread = facts["Footfalls per minute differ between runs by (log-SD)"], facts["Onsets differ by (log-SD)"]
    needed = facts["Onsets that it takes to tell minutes from footfalls"]
    assert needed == pytest.approx(4 / np.log1p((rate / spread) ** 2), rel=0.05)
    assert round(4 / np.log1p((0.03 / 0.3) ** 2)) == 402


def test_runs_at_exactly_one_rate_need_more_onsets_than_anybody_has():
    outcome = WhichClock().check(history_of("minutes", cadence_sd=0.0, force_sd=0.0))
    assert "about more than 10,000 onsets" not in outcome.quiet
    assert "more than 10,000" in outcome.quiet


def test_it_is_asked_in_deep_reports_alone():
    assert "C1" not in {rule.code for rule in RULES}
    assert [rule.code for rule in DEEP_RULES] == [*(rule.code for rule in RULES), "C1"]


def test_the_same_history_gives_the_same_answer():
    history = history_of("load", seed=8)
    assert WhichClock().check(history) == WhichClock().check(history)
