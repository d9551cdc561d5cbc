import datetime as dt
import math

import numpy as np
import pytest

from footfall.findings.finding import Confidence
from footfall.findings.p2_clustering import Clustering
from footfall.findings.rule import check
from footfall.findings.stats.clustering import Grain
from footfall.findings.tolerance import tolerance
from footfall.findings.written_onsets import written_onsets
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Onset, OnsetKind
from tests.factories import FROM_THE_START, PAIN_FREE, entry, minutes_onset, run_on

DAY = dt.date(2026, 1, 1)


def history_of(onsets, minutes=48.0):
    """One run a day at 07:00, 6 min/km; an onset is an Onset, or minutes as a diary reads them."""
    lengths = minutes if isinstance(minutes, list) else [minutes] * len(onsets)
    days = [DAY + dt.timedelta(days=k) for k in range(len(onsets))]
    runs = [run_on(day, km=length / 6, minutes=length) for day, length in zip(days, lengths, strict=True)]
    rows = [
        entry(day, k, onset=onset if isinstance(onset, Onset) else minutes_onset(onset))
        for k, (day, onset) in enumerate(zip(days, onsets, strict=True), 2)
    ]
    return build_history(runs, Diary("diary.csv", tuple(rows)), Athlete(), days[-1])[0]


def written(onsets, minutes=48.0):
    return written_onsets(tolerance(history_of(onsets, minutes)))


def evidence(outcome):
    return {each.label: each.value for each in outcome.evidence}


@pytest.mark.parametrize(
    ("onset", "grain", "minute"),
    [
        (17.0, Grain.MINUTE, 17.0),
        (15.0, Grain.FIVE, 15.0),
        (17.5, Grain.EXACT, 17.5),
        (Onset(OnsetKind.MINUTES, 20.0, 0.0, "20:00"), Grain.EXACT, 20.0),
        (Onset(OnsetKind.CLOCK, 7 * 3600 + 18 * 60.0, 30.0, "@07:18"), Grain.EXACT, 18.0),
        (Onset(OnsetKind.DISTANCE, 3100.0, 50.0, "3.1 km"), Grain.EXACT, 18.6),
    ],
)
def test_each_way_of_writing_has_its_grain(onset, grain, minute):
    found = written([onset, PAIN_FREE])
    assert found.by_grain[grain] == pytest.approx([minute])
    assert found.minutes.size == 1
    assert sorted(found.ends) == pytest.approx([minute, 48.0])


def test_a_round_distance_and_an_early_onset_are_left_out_and_their_runs_stay_at_risk_until_then():
    found = written([Onset(OnsetKind.DISTANCE, 3000.0, 500.0, "3 km"), 2.0, 1.4, FROM_THE_START, PAIN_FREE])
    assert (found.coarse, found.early, found.minutes.size) == (1, 2, 0)
    assert sorted(found.ends) == pytest.approx([1.4, 2.0, 18.0, 48.0])


def test_an_onset_rounded_past_the_end_counts_where_it_is_written():
    found = written([25.0, PAIN_FREE], [23.6, 40.0])
    assert found.by_grain[Grain.FIVE].tolist() == [25]
    assert sorted(found.ends) == [25, 40]


def test_a_firing_rule_has_a_family_p_of_five_per_cent_at_most_and_a_quiet_one_more():
    """Whatever the diary: firing and the family's p value are one decision."""
    fired = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        shares = rng.uniform(0.1, 0.6)
        minutes = np.where(rng.random(24) < shares, rng.integers(15, 21, 24), rng.integers(3, 46, 24))
        outcome = Clustering().check(history_of([*map(float, minutes), *[PAIN_FREE] * 30]))
        assert bool(outcome.findings) == (outcome.family_p <= 0.05)
        fired += bool(outcome.findings)
        shown = evidence(outcome)
        z = {label: value for label, value in shown.items() if label.startswith("p ")}
        assert len(z) == 2
        assert bool(outcome.findings) == (z["p against time at risk"] <= 0.1 and z["p beside a smooth trend"] < 0.0401)
    assert 10 < fired < 50


def test_as_the_only_check_of_a_report_it_is_medium():
    there, elsewhere = [16.0] * 4 + [17.0] * 4 + [18.0] * 3, [8.0, 11.0, 13.0, 22.0, 24.0, 27.0, 33.0, 38.0]
    history = history_of(there + elsewhere + [PAIN_FREE] * 20)
    (finding,) = check(history, [Clustering()]).found
    assert finding.confidence is Confidence.MEDIUM
    assert finding.tested
    assert "chance" not in finding.headline


def test_numbers_of_the_sentence_stand_in_the_evidence():
    outcome = Clustering().check(history_of([7.0, 12.0, 16.0, 18.0, 22.0, 26.0, 31.0, 34.0, 37.0] * 3 + [PAIN_FREE] * 20))
    shown = evidence(outcome)
    for label in ("Onsets looked at", "Of them at 15\N{EN DASH}20 min", "Expected there by time at risk alone"):
        assert f"{shown[label]:g}" in outcome.quiet
    ratio = shown["Rate there over that of the run's smooth trend"]
    assert f"(rate ratio {ratio:.1f}, " in outcome.quiet
    assert f"about {shown['Rate ratio that would show in about four of five diaries']:g} times" in outcome.quiet


def test_onsets_of_one_kind_of_run_are_not_blamed_on_its_length():
    """Runs of 20-24 minutes: half of the onsets lie at 15-20 because the runs end, and P2 says nothing of it."""
    rng = np.random.default_rng(5)
    asked, ends = rng.exponential(35, 120), rng.uniform(21, 24, 120)
    onsets = [round(float(a), 2) if 2.5 < a < e else PAIN_FREE for a, e in zip(asked, ends, strict=True)]
    outcome = Clustering().check(history_of(onsets, [float(end) for end in ends]))
    assert not outcome.findings
    assert outcome.quiet.startswith("No sign")
    assert not math.isnan(outcome.family_p)
