"""Recordings to runs: sessions, sports, clocks."""

import datetime as dt

import numpy as np

from footfall.metrics.runs import runs_of
from footfall.model.intervals import Intervals
from footfall.model.run import Decoded, Lap, Session, Source

SOURCE = Source("made.fit", "abc", "fit", "footfall")
START = dt.datetime(2026, 5, 3, 6, tzinfo=dt.UTC)


def decoded(time_s: np.ndarray, speed: float = 2.8, **more: object) -> Decoded:
    columns = {"time_s": time_s, "distance_m": np.maximum.accumulate(time_s) * speed}
    return Decoded(START, columns, SOURCE, **more)  # type: ignore[arg-type]


def test_a_triathlon_gives_its_running_leg_on_its_own_clock() -> None:
    swim = Session(0, 600, sport="swimming")
    run = Session(660, 1860, sport="running", distance_m=3360)
    laps = (Lap(0, 600), Lap(660, 1260), Lap(1260, 1860))
    pauses = Intervals(np.array([[600.0, 660.0], [900.0, 930.0]]))
    runs, passed = runs_of(decoded(np.arange(1861.0), sessions=(swim, run), laps=laps, pauses=pauses))
    assert [one.sport for one in passed] == ["swimming"]
    assert [one.id for one in runs] == ["abc#2"]
    assert runs[0].start == START + dt.timedelta(seconds=660)
    assert [(lap.start_s, lap.end_s) for lap in runs[0].laps] == [(0, 600), (600, 1200)]
    assert runs[0].pauses.edges.tolist() == [[240, 270]]
    assert len(runs[0]) == 1201


def test_points_that_several_sessions_claim_are_counted_once() -> None:
    """The whole beside its legs, and a leg that is written twice: the legs stand."""
    swim, run = Session(0, 600, sport="swimming"), Session(660, 1860, sport="running")
    whole, again = Session(0, 1860, sport="running"), Session(660, 1860, sport="running")
    runs, passed = runs_of(decoded(np.arange(1861.0), sessions=(whole, swim, run, again)))
    assert [one.id for one in runs] == ["abc#3"]
    assert sorted((one.sport, one.reason) for one in passed) == [
        ("running", "duplicate"),
        ("running", "duplicate"),
        ("swimming", "not-a-run"),
    ]


def test_a_second_that_two_legs_share_belongs_to_both() -> None:
    legs = tuple(Session(start, start + 600, sport="running") for start in (0, 600, 1200))
    runs, passed = runs_of(decoded(np.arange(1801.0), sessions=legs))
    assert [len(run) for run in runs] == [601, 601, 601]
    assert passed == ()


def test_a_walk_is_passed_over_by_name() -> None:
    runs, passed = runs_of(decoded(np.arange(600.0), sessions=(Session(0, 600, sport="walking"),)))
    assert not runs
    assert (passed[0].sport, passed[0].reason) == ("walking", "not-a-run")


def test_walks_and_hikes_can_be_asked_for_and_nothing_else_comes_with_them() -> None:
    for word, sport in (("walking", "walking"), ("walk", "walking"), ("hike", "hiking"), ("hiking", "hiking")):
        recording = decoded(np.arange(600.0), speed=1.3, sessions=(Session(0, 600, sport=word),))
        assert [run.sport for run in runs_of(recording, {"walking", "hiking"})[0]] == [sport]
        assert not runs_of(recording, {"walking", "hiking"} - {sport})[0]
    ride = decoded(np.arange(600.0), sessions=(Session(0, 600, sport="cycling"),))
    assert not runs_of(ride, {"walking", "hiking"})[0]


def test_a_recording_without_sport_is_a_run_when_it_moves_like_one() -> None:
    assert runs_of(decoded(np.arange(600.0)))[0][0].notes[-1].code == "sport-inferred"
    assert runs_of(decoded(np.arange(600.0), speed=8.5))[1][0].reason == "not-a-run"
    assert runs_of(decoded(np.arange(600.0), speed=1.3))[1][0].reason == "not-a-run"


def test_a_sport_that_is_a_number_nobody_knows_is_told_by_speed() -> None:
    for speed, running in ((2.8, True), (8.5, False)):
        recording = decoded(np.arange(600.0), speed=speed, sessions=(Session(0, 600, sport="200"),))
        assert bool(runs_of(recording)[0]) is running


def test_a_clock_that_steps_back_repeats_nothing() -> None:
    time_s = np.concatenate([np.arange(300.0), np.arange(280.0, 600.0)])
    runs, _ = runs_of(decoded(time_s, sessions=(Session(0, 600, sport="running"),)))
    assert len(runs[0]) == 600
    assert runs[0].notes[0].values == {"count": 20}


def test_one_moment_far_ahead_costs_one_sample() -> None:
    time_s = np.arange(2400.0)
    time_s[5] += 3 * 3600
    runs, _ = runs_of(decoded(time_s, sessions=(Session(0, 2400, sport="running"),)))
    assert len(runs[0]) == 2399
    assert runs[0].samples["time_s"][-1] == 2399


def test_a_treadmill_of_untold_sport_is_a_run_by_its_cadence() -> None:
    time_s = np.arange(600.0)
    columns = {"time_s": time_s, "cadence_per_min": np.full(600, 83.0)}
    runs, _ = runs_of(Decoded(START, columns, SOURCE))
    assert [note.code for note in runs[0].notes] == ["sport-inferred"]
