"""Merging: nothing of the richest recording is changed, and what it lacks comes from where it is."""

import itertools
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from footfall import read_run
from footfall.metrics.clusters import richest_first
from footfall.metrics.measure import measure
from footfall.metrics.merge import addition, join, merge
from footfall.model.intervals import Intervals
from footfall.model.measured import Measured
from footfall.model.run import Lap, Run, Session, StartKind
from tests.metrics.sightings import recording, row, seen

PAIRS = [
    ("aaron-schroeder__heartandsole/testdata.fit", "aaron-schroeder__heartandsole/testdata.gpx"),
    ("aaron-schroeder__heartandsole/testdata.tcx", "aaron-schroeder__heartandsole/testdata.gpx"),
    (
        "msimms__TestFilesForFitnessApps/20181108_run_garmin_fenix_3_hr.fit",
        "msimms__TestFilesForFitnessApps/20181108_run_garmin_fenix_3_hr.tcx",
    ),
    (
        "msimms__TestFilesForFitnessApps/20210119_run_garmin_fenix6_sapphire.tcx",
        "msimms__TestFilesForFitnessApps/20210119_run_garmin_fenix6_sapphire.gpx",
    ),
    (
        "msimms__TestFilesForFitnessApps/20210507_run_coros_pace_2.fit",
        "msimms__TestFilesForFitnessApps/20210507_run_garmin_fenix_6.fit",
    ),
]


def with_column(run: Run, name: str, values: np.ndarray) -> Run:
    return replace(run, samples={**run.samples, name: values})


def without(run: Run, *names: str) -> Run:
    return replace(run, samples={name: values for name, values in run.samples.items() if name not in names})


def footfalls(measured: Measured) -> float:
    return float(np.sum(measured.bins.footfalls))


def test_a_copy_adds_nothing() -> None:
    first, copy = recording("a.fit"), recording("b.fit")
    merged = merge([copy, first])
    assert merged.id == first.id
    assert merged.samples == first.samples
    assert merged.taken == {}
    assert [source.path for source in merged.also] == ["b.fit"]


def test_merging_again_changes_nothing() -> None:
    runs = [recording("a.fit", cadence_per_min=None), recording("b.gpx", file_format="gpx")]
    once = merge(runs)
    again = merge([*runs, runs[1]])
    assert once.taken == again.taken
    assert once.also == again.also
    for name, values in once.samples.items():
        np.testing.assert_array_equal(values, again.samples[name])


def test_the_order_of_the_recordings_plays_no_part() -> None:
    runs = [
        recording("a.fit", cadence_per_min=None),
        recording("b.gpx", file_format="gpx", stance_time_s=0.25),
        recording("c.tcx", file_format="tcx", cadence_per_min=None),
        row("1", cadence_spm=170.0),
    ]
    merged = [merge(order) for order in itertools.permutations(runs)]
    for one in merged[1:]:
        assert (one.id, one.also, one.taken, one.session) == (merged[0].id, merged[0].also, merged[0].taken, merged[0].session)
        for name, values in merged[0].samples.items():
            np.testing.assert_array_equal(values, one.samples[name])


def test_what_is_missing_is_taken_by_the_clock_and_says_from_where() -> None:
    base = recording("a.fit")
    strap = without(recording("b.tcx", file_format="tcx", starts_s=-30, minutes=61, from_m=-90), "cadence_per_min")
    beats = 120.0 + strap.samples["time_s"] / 60
    merged = merge([base, with_column(strap, "heart_rate_bpm", beats)])
    assert merged.id == base.id
    assert {name: source.path for name, source in merged.taken.items()} == {"heart_rate_bpm": "b.tcx"}
    np.testing.assert_allclose(merged.samples["heart_rate_bpm"], 120.0 + (base.samples["time_s"] + 30) / 60)
    assert [note.code for note in merged.notes] == ["merged"]
    assert merged.notes[0].values == {"path": "a.fit", "others": ("b.tcx",), "taken": (("heart_rate_bpm", "b.tcx"),)}


def test_a_gap_longer_than_a_minute_is_left_open() -> None:
    base = recording("a.fit")
    other = recording("b.tcx", file_format="tcx", cadence_per_min=None)
    time_s = other.samples["time_s"]
    other = with_column(other, "heart_rate_bpm", np.full(len(time_s), 140.0))
    holes = (time_s <= 600) | ((time_s >= 655) & (time_s <= 1200)) | (time_s >= 1320)
    other = replace(other, samples={name: values[holes] for name, values in other.samples.items()})
    found = merge([base, other]).samples["heart_rate_bpm"]
    at = base.samples["time_s"]
    assert np.all(found[(at > 600) & (at < 655)] == 140.0)
    assert np.all(np.isnan(found[(at > 1200) & (at < 1320)]))


def test_distance_taken_from_another_starts_at_nothing() -> None:
    base = without(recording("a.fit", placed=False), "distance_m")
    other = recording("b.tcx", file_format="tcx", starts_s=-60, minutes=61, cadence_per_min=None, placed=False)
    merged = merge([base, other])
    assert merged.id == base.id
    assert merged.samples["distance_m"][0] == 0.0
    assert merged.samples["distance_m"][-1] == pytest.approx(3600 * 3.0)


def test_a_clock_that_the_tracks_show_to_be_off_is_set_right() -> None:
    base = recording("a.fit", speed_m_s=3.2)
    other = recording("b.gpx", file_format="gpx", speed_m_s=3.2, starts_s=90, cadence_per_min=None)
    ramp = with_column(other, "heart_rate_bpm", 100.0 + other.samples["time_s"] / 60)
    merged = merge([base, ramp])
    np.testing.assert_allclose(merged.samples["heart_rate_bpm"], 100.0 + base.samples["time_s"] / 60, atol=0.02)


def test_whoever_has_most_of_a_column_gives_it() -> None:
    base = recording("a.fit")
    half, whole = recording("b.tcx", file_format="tcx"), recording("c.gpx", file_format="gpx")
    beats = np.full(len(half), 130.0)
    half = with_column(half, "heart_rate_bpm", np.where(half.samples["time_s"] < 1500, beats, np.nan))
    whole = with_column(whole, "heart_rate_bpm", beats + 10)
    merged = merge([base, half, whole])
    assert merged.taken["heart_rate_bpm"].path == "c.gpx"
    assert np.all(merged.samples["heart_rate_bpm"] == 140.0)


def test_a_column_that_is_nearly_whole_stays_as_it_is() -> None:
    base = recording("a.fit")
    broken = np.where((base.samples["time_s"] > 100) & (base.samples["time_s"] < 200), np.nan, 83.0)
    base = with_column(base, "cadence_per_min", broken)
    merged = merge([base, recording("b.tcx", file_format="tcx")])
    np.testing.assert_array_equal(merged.samples["cadence_per_min"], broken)


def test_cadence_keeps_the_unit_of_where_it_comes_from() -> None:
    watch = recording("a.fit", cadence_per_min=None)
    strides = merge([watch, recording("b.tcx", file_format="tcx", cadence_per_min=83.0)])
    assert strides.cadence_factor is None
    assert measure(strides).totals.cadence_factor == 2
    told = merge([watch, row("1", cadence_spm=166.0)])
    assert told.cadence_factor == 1
    assert footfalls(measure(told)) == pytest.approx(60 * 166.0, rel=0.01)


def test_the_mean_cadence_of_a_row_counts_nothing_where_the_run_stands() -> None:
    speed = np.where((np.arange(3601) > 1000) & (np.arange(3601) <= 1600), 0.0, 3.0)
    watch = recording("a.fit", cadence_per_min=None, speed_m_s=speed)
    told = measure(merge([watch, row("1", cadence_spm=166.0, km=9.0, minutes=50, elapsed_min=60)]))
    assert footfalls(told) == pytest.approx(50 * 166.0, rel=0.01)
    assert told.totals.standing_s == pytest.approx(600, abs=15)


def test_a_row_gives_no_samples_of_way_and_keeps_the_devices_distance() -> None:
    watch = recording("a.fit")
    merged = merge([watch, row("1", km=10.0)])
    assert merged.samples == watch.samples
    assert measure(merged).totals.distance_m == pytest.approx(measure(watch).totals.distance_m)


def test_a_recording_without_any_way_has_the_distance_of_its_row() -> None:
    strap = without(recording("a.fit", placed=False), "distance_m")
    assert measure(merge([strap, row("1", km=10.0)])).totals.distance_m == pytest.approx(10_000)


def test_totals_that_the_device_lacks_come_from_another_and_its_own_stay() -> None:
    own = Session(0, 3600, "running", timer_s=3500.0, workout_rpe=4.0)
    other = Session(0, 3600, "running", "trail", timer_s=3400.0, workout_rpe=7.0, workout_feel=75.0, total_strides=4980)
    merged = merge([recording("a.fit", session=own), recording("b.fit", session=other, step_s=2.0)])
    assert merged.session == replace(own, workout_feel=75.0, total_strides=4980)


def test_laps_come_from_another_where_there_are_none() -> None:
    with_laps = replace(recording("b.gpx", file_format="gpx", starts_s=-20, from_m=-60), laps=(Lap(0.0, 620.0, "manual"),))
    merged = merge([recording("a.fit"), with_laps])
    assert merged.laps == (Lap(0.0, 600.0, "manual"),)


def test_laps_of_another_that_lie_after_the_end_are_left_out_and_the_last_ends_with_the_run() -> None:
    laps = (Lap(0.0, 600.0, "manual"), Lap(3000.0, 3540.0, "manual"), Lap(3540.0, 3600.0, "manual"))
    longer = replace(recording("b.tcx", file_format="tcx"), laps=laps)
    merged = merge([recording("a.fit", minutes=58), longer])
    assert merged.source.path == "a.fit"
    assert merged.laps == (Lap(0.0, 600.0, "manual"), Lap(3000.0, 3480.0, "manual"))


def test_laps_are_moved_from_a_local_clock_onto_the_clock_of_the_run() -> None:
    local = replace(
        recording("b.fit", starts_s=2 * 3600.0 - 20, placed=False, step_s=2.0),
        start_kind=StartKind.LOCAL,
        laps=(Lap(0.0, 620.0, "manual"),),
    )
    utc = replace(recording("a.fit", placed=False), utc_offset_s=7200)
    assert merge([utc, local]).laps == (Lap(0.0, 600.0, "manual"),)
    assert addition(seen(utc), seen(local)).measured


def test_nothing_is_no_run() -> None:
    with pytest.raises(ValueError, match="nothing"):
        merge([])


def test_joining_headers_is_the_same_as_measuring_the_merged_run() -> None:
    watch = recording("a.fit", session=Session(0, 3600, "running", timer_s=3600.0))
    told = Session(0, 3600, "running", "trail", timer_s=3500.0, workout_rpe=6.0)
    runs = [watch, recording("b.gpx", file_format="gpx"), row("1", session=told)]
    first, *others = richest_first(map(seen, runs))
    assert not any(addition(first, other).measured for other in others)
    joined, merged = join(measure(watch), first, others), measure(merge(runs))
    assert asdict(joined.header) == asdict(merged.header)
    assert joined.notes == merged.notes
    assert joined.totals == merged.totals
    assert joined.header.session is not None
    assert joined.header.session.workout_rpe == 6.0


def test_what_a_row_adds_to_a_run_without_cadence_asks_for_a_new_measure() -> None:
    first, other = seen(recording("a.fit", cadence_per_min=None)), seen(row("1", cadence_spm=170.0))
    assert addition(first, other).columns == ("cadence_per_min",)
    assert addition(first, other).measured
    assert addition(seen(recording("a.fit")), other).columns == ()


@pytest.mark.parametrize(("best", "other"), PAIRS)
def test_numbers_of_a_merged_real_run_are_those_of_its_best_recording(corpus: Path, best: str, other: str) -> None:
    runs = [read_run(corpus / best), read_run(corpus / other)]
    alone, merged = measure(runs[0]), merge(runs)
    assert merged.id == runs[0].id
    together = measure(merged)
    assert together.totals.distance_m == alone.totals.distance_m
    assert together.totals.timer_s == alone.totals.timer_s
    assert footfalls(together) == footfalls(alone)
    for name, values in runs[0].samples.items():
        np.testing.assert_array_equal(merged.samples[name], values)


def test_pauses_come_from_another_where_nothing_tells_of_a_timer() -> None:
    pauses = Intervals(np.array([[620.0, 680.0]]))
    workout = without(recording("w.xml", file_format="log", starts_s=-20, placed=False, minutes=61), "distance_m")
    beats = with_column(workout, "heart_rate_bpm", 120 + np.sin(workout.samples["time_s"] / 60))
    route = recording("route.gpx", file_format="gpx", cadence_per_min=None)
    merged = merge([route, replace(beats, pauses=pauses, cadence_factor=1)])
    assert merged.id == route.id
    assert merged.pauses.edges.tolist() == [[600.0, 660.0]]
    assert set(merged.taken) == {"cadence_per_min", "heart_rate_bpm"}
    assert merged.cadence_factor == 1
    late = Intervals(np.array([[20.0 + 3500, 20.0 + 3900], [20.0 + 4000, 20.0 + 4100]]))
    longer = without(recording("w.xml", file_format="log", starts_s=-20, placed=False, minutes=70), "distance_m")
    longer = replace(with_column(longer, "heart_rate_bpm", 120 + np.sin(longer.samples["time_s"] / 60)), pauses=late)
    assert merge([route, replace(longer, cadence_factor=1)]).pauses.edges.tolist() == [[3500.0, 3600.0]]
    timed = replace(route, session=Session(0, 3600, timer_s=3600.0))
    assert len(merge([timed, replace(beats, pauses=pauses)]).pauses) == 0


def test_where_the_track_was_cut_stays_with_the_run_whose_track_it_is() -> None:
    time_s = recording("a.gpx").samples["time_s"]
    cut = Intervals(np.array([[1000.0, 1030.0]]))
    speed = np.where((time_s > 1000) & (time_s <= 1030), 0.6, 3.0)  # slower than a walk, faster than standing
    gone = (time_s <= 1000) | (time_s >= 1030)

    def with_cut(name: str, file_format: str, cadence_per_min: float | None) -> Run:
        run = recording(name, file_format=file_format, cadence_per_min=cadence_per_min, speed_m_s=speed)
        return replace(run, samples={column: values[gone] for column, values in run.samples.items()}, breaks=cut)

    gpx = with_cut("a.gpx", "gpx", 83.0)
    merged = merge([gpx, recording("b.gpx", file_format="gpx", cadence_per_min=None, speed_m_s=speed)])
    assert merged.source.path == "a.gpx"
    assert merged.breaks.edges.tolist() == cut.edges.tolist()
    assert measure(merged).totals.timer_s == measure(gpx).totals.timer_s == 3570.0
    watch = recording("w.fit", speed_m_s=speed, session=Session(0, 3600, timer_s=3600.0))
    assert len(merge([watch, with_cut("b.gpx", "gpx", None)]).breaks) == 0
