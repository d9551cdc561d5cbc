import datetime as dt
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.history.outings import group_runs, one_per_time
from footfall.model.run import StartKind
from tests.factories import run_summary

START = dt.datetime(2026, 6, 1, 7, 0, tzinfo=dt.UTC)


def run_at(minute: float, minutes: float, run_id: str | None = None, km: float = 5.0):
    return run_summary(START + dt.timedelta(minutes=minute), timer_s=minutes * 60, distance_m=km * 1000, run_id=run_id)


@pytest.mark.parametrize(("gap", "outings"), [(14.9, 1), (15.0, 1), (15.1, 2)])
def test_files_within_fifteen_minutes_are_one_outing(gap, outings):
    assert len(group_runs([run_at(0, 20), run_at(20 + gap, 30)], 15.0)) == outings


def test_the_gap_counts_from_the_latest_end_so_far():
    long, short_inside, after = run_at(0, 60), run_at(50, 20), run_at(80, 10)
    assert len(group_runs([after, short_inside, long], 15.0)) == 1


def test_pauses_belong_to_the_run_that_they_are_in():
    paused = run_summary(START, timer_s=1200, pauses=[(600, 1800)])  # ends 40 minutes after its start
    assert len(group_runs([paused, run_at(50, 10)], 15.0)) == 1


def test_a_gap_of_zero_leaves_each_file_alone():
    assert len(group_runs([run_at(0, 20), run_at(20, 20)], 0.0)) == 2


def test_a_phone_beside_the_watch_is_counted_once():
    watch, phone = run_at(0, 50, "watch", 9.0), run_at(1, 47, "phone", 9.2)
    kept, doubles = one_per_time([phone, watch])
    assert [run.id for run in kept] == ["watch"]
    assert [(out.id, stay.id) for out, stay in doubles] == [("phone", "watch")]


def test_of_three_recordings_of_one_time_the_longest_stays():
    kept, doubles = one_per_time([run_at(0, 10, "a"), run_at(0, 12, "b"), run_at(1, 14, "c")])
    assert [run.id for run in kept] == ["c"]
    assert len(doubles) == 2


def test_a_small_overlap_is_two_runs_of_one_outing():
    kept, doubles = one_per_time([run_at(0, 30), run_at(25, 30)])
    assert len(kept) == 2
    assert doubles == ()
    assert len(group_runs(kept, 15.0)) == 1


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 120)), max_size=25), st.randoms())
def test_grouping_keeps_every_run_once_whatever_the_order(spans, random):
    runs = [run_at(minute, minutes, str(index)) for index, (minute, minutes) in enumerate(spans)]
    shuffled = list(runs)
    random.shuffle(shuffled)
    kept, doubles = one_per_time(shuffled)
    groups = group_runs(kept, 15.0)
    ids = [run.id for group in groups for run in group] + [out.id for out, _ in doubles]
    assert sorted(ids) == sorted(run.id for run in runs)
    assert groups == group_runs(one_per_time(runs)[0], 15.0)
    for before, after in itertools.pairwise(groups):
        assert after[0].start - max(run.end for run in before) > dt.timedelta(minutes=15)


def test_curves_of_made_runs_are_what_their_numbers_say():
    run = run_summary(timer_s=750, distance_m=2000, cadence_spm=160)
    assert run.curve.minute[-1] == 12.5
    assert np.allclose(run.curve.footfalls, run.curve.minute * 160)
    assert run.footfalls.total.value == 2000


def test_runs_of_which_only_the_day_is_known_are_of_no_time():
    noon = START.replace(hour=12)
    typed = [run_summary(noon, timer_s=1800, distance_m=5000, run_id=name, start_kind=StartKind.DAY) for name in ("a", "b")]
    recorded = run_summary(noon, timer_s=3600, distance_m=9000, run_id="c")
    kept, doubles = one_per_time([*typed, recorded])
    assert [run.id for run in kept] == ["a", "b", "c"]
    assert doubles == ()
    assert [[run.id for run in group] for group in group_runs(kept, 15.0)] == [["a"], ["b"], ["c"]]
