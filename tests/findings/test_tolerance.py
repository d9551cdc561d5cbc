import datetime as dt
import math

import numpy as np

from footfall.findings.onset_rates import onset_rates
from footfall.findings.stats.survival import kaplan_meier
from footfall.findings.tolerance import tolerance
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Onset, OnsetKind, Site
from tests.factories import FROM_THE_START, PAIN_FREE, entry, minutes_onset, run_on

DAY = dt.date(2026, 5, 1)
AS_OF = dt.date(2026, 7, 31)


def tolerance_of(onsets, minutes=None, **more):
    """One run a day; an onset of None leaves the day without a row."""
    lengths = minutes or [48.0] * len(onsets)
    days = [DAY + dt.timedelta(days=k) for k in range(len(onsets))]
    runs = [run_on(day, minutes=length) for day, length in zip(days, lengths, strict=True)]
    rows = [entry(day, k, onset=onset) for k, (day, onset) in enumerate(zip(days, onsets, strict=True), 2) if onset is not None]
    return tolerance(build_history(runs, Diary("diary.csv", tuple(rows)), Athlete(), AS_OF, **more)[0])


def test_the_curve_is_that_of_onsets_and_ends():
    onsets = [minutes_onset(minute) for minute in (12, 17, 18, 22, 26, 31, 33, 41)] + [PAIN_FREE] * 4
    ends = [48.0] * 8 + [25.0, 30.0, 48.0, 60.0]
    found = tolerance_of(onsets, ends)
    expected = kaplan_meier(np.array([12.0, 17, 18, 22, 26, 31, 33, 41]), np.array(ends[8:]))
    assert np.array_equal(found.curve.time, expected.time)
    assert np.array_equal(found.curve.survival, expected.survival)
    assert found.curve.median == expected.median
    assert (len(found.began), len(found.free), found.prevalent, found.unknown) == (8, 4, 0, 0)


def test_runs_without_a_row_are_unknown_and_never_free_of_pain():
    found = tolerance_of([minutes_onset(17)] * 8 + [None] * 3)
    assert (found.unknown, len(found.free)) == (3, 0)
    assert math.isclose(found.coverage, 8 / 11)
    assert found.curve.censored == 0


def test_pain_from_the_start_is_left_out_also_when_a_clock_says_minute_zero():
    at_start = Onset(OnsetKind.CLOCK, 7 * 3600.0, 0.0, "@07:00")
    found = tolerance_of([FROM_THE_START, at_start] + [minutes_onset(17)] * 8)
    assert (found.prevalent, len(found.began), found.curve.events) == (2, 8, 8)


def test_the_gate_is_at_seventy_per_cent():
    just = tolerance_of([minutes_onset(17)] * 14 + [None] * 6)
    below = tolerance_of([minutes_onset(17)] * 14 + [None] * 7)
    assert just.curve is not None
    assert below.curve is None
    assert (below.answered, below.rows, below.outings) == (14, 14, 21)


def test_a_blank_onset_is_no_answer_nor_is_a_row_about_the_knee():
    runs = [run_on(DAY + dt.timedelta(days=k)) for k in range(3)]
    rows = (
        entry(DAY, 2, onset=minutes_onset(17)),
        entry(DAY + dt.timedelta(days=1), 3, pain_max=0.0),
        entry(DAY + dt.timedelta(days=2), 4, sites=frozenset({Site.KNEE})),
    )
    found = tolerance(build_history(runs, Diary("diary.csv", rows), Athlete(), AS_OF)[0])
    assert (found.rows, found.answered, found.unknown) == (3, 1, 2)


def test_a_row_that_says_free_of_pain_and_a_score_contradicts_itself():
    found = tolerance_of([PAIN_FREE] * 3)
    assert len(found.free) == 3
    runs = [run_on(DAY)]
    diary = Diary("diary.csv", (entry(DAY, 2, onset=PAIN_FREE, pain_max=5.0),))
    both = tolerance(build_history(runs, diary, Athlete(), AS_OF)[0])
    assert (len(both.free), both.unknown, both.answered) == (0, 1, 0)


def test_runs_before_the_diary_began_do_not_count_against_it():
    runs = [run_on(DAY - dt.timedelta(days=k)) for k in range(1, 100)] + [run_on(DAY + dt.timedelta(days=k)) for k in range(9)]
    rows = tuple(entry(DAY + dt.timedelta(days=k), k + 2, onset=minutes_onset(17)) for k in range(9))
    found = tolerance(build_history(runs, Diary("diary.csv", rows), Athlete(), AS_OF)[0])
    assert (found.outings, found.coverage, found.since) == (9, 1.0, DAY)


def test_only_what_is_shown_is_looked_at():
    found = tolerance_of([minutes_onset(17)] * 20, since=DAY + dt.timedelta(days=5), until=DAY + dt.timedelta(days=9))
    assert found.outings == 5
    assert found.curve is None


def test_without_rows_or_runs_there_is_nothing():
    found = tolerance_of([None] * 5)
    assert (found.outings, found.curve, found.since) == (0, None, None)
    assert math.isnan(found.coverage)
    assert found.answered == 0


def test_who_writes_down_painful_runs_only_gets_no_curve():
    """60 runs, true median 55 min: the runner writes a row only when it hurts (STATS: the curve would say 20 min)."""
    rng = np.random.default_rng(41)
    for _ in range(50):
        onsets, ends = rng.exponential(55 / math.log(2), 60), rng.uniform(25, 70, 60)
        written = [
            minutes_onset(max(1.0, round(onset))) if onset <= end - 1 else None for onset, end in zip(onsets, ends, strict=True)
        ]
        assert tolerance_of(written, [float(end) for end in ends]).curve is None


def stopped_on(**fields):
    """Eight onsets, and one row that says that pain stopped the run."""
    runs = [run_on(DAY + dt.timedelta(days=k), minutes=48.0) for k in range(9)]
    rows = [entry(DAY + dt.timedelta(days=k), k + 2, onset=minutes_onset(17)) for k in range(8)]
    rows.append(entry(DAY + dt.timedelta(days=8), 10, stopped_for_pain=True, **fields))
    return tolerance(build_history(runs, Diary("diary.csv", tuple(rows)), Athlete(), AS_OF)[0])


def test_a_stop_because_of_pain_is_an_onset_at_the_latest_at_its_end():
    found = stopped_on()
    (stopped,) = found.stopped
    assert (stopped.onset.minute, stopped.onset.low, stopped.onset.high, stopped.onset.exact) == (48.0, 0.0, 48.0, False)
    assert (stopped.onset.footfalls, stopped.onset.load) == (stopped.footfalls, stopped.load)
    assert (len(found.began), len(found.events), len(found.watched), found.curve.events, found.curve.censored) == (8, 9, 9, 9, 0)
    assert (found.answered, found.unknown) == (9, 0)


def test_a_stop_whose_onset_is_written_is_at_its_minute():
    found = stopped_on(onset=minutes_onset(30))
    assert (len(found.began), found.stopped) == (9, ())


def test_a_stop_after_pain_from_before_the_run_or_elsewhere_tells_no_onset():
    for fields in ({"pain_before": 2.0}, {"sites": frozenset({Site.KNEE})}):
        found = stopped_on(**fields)
        assert (found.stopped, found.unknown, found.curve.events) == ((), 1, 8)
    assert len(stopped_on(pain_before=0.0).stopped) == 1


def test_free_of_pain_and_stopped_by_it_is_unknown():
    found = stopped_on(onset=PAIN_FREE)
    assert (len(found.free), found.stopped, found.unknown) == (0, (), 1)


def test_what_is_watched_comes_by_date():
    found = tolerance_of([minutes_onset(30), PAIN_FREE, minutes_onset(10)])
    assert [each.day for each in found.watched] == sorted(each.day for each in found.watched)
    assert len(found.watched) == 3


def test_hazards_are_onsets_per_hour_at_risk_in_bins_of_five_minutes():
    """Twelve runs of 48 min: four onsets at minute 12, four at 31, four runs free to the end."""
    found = tolerance_of([minutes_onset(12)] * 4 + [minutes_onset(31)] * 4 + [PAIN_FREE] * 4)
    rates = onset_rates(found)
    assert rates is not None
    assert rates.onsets.tolist() == [0, 0, 4, 0, 0, 0, 4, 0, 0, 0]
    assert rates.at_risk[:3].tolist() == [60, 60, 48]  # 8 × 5 and 4 × 2 minutes in the third
    assert rates.per_hour[2] == 5.0
    assert onset_rates(tolerance_of([PAIN_FREE] * 4)) is None
