"""A workout and its route: together one run, and each complete without the other."""

import datetime as dt

import numpy as np
import pytest

from footfall.formats import read_bytes
from footfall.metrics.measure import measure
from footfall.metrics.merge import merge
from footfall.metrics.runs import runs_of
from footfall.model.run import Decoded, Run
from tests.formats_apple.made import START, read_one, record, workout

REFERENCE = '<WorkoutRoute sourceName="x"><FileReference path="/workout-routes/route.gpx"/></WorkoutRoute>'
MINUTES = [(100, 80), (170, 170)] * 5
"""Steps and metres of each."""
ROUTE_M_S = 2.9


def run_of(recording: Decoded) -> Run:
    (run,), _ = runs_of(recording)
    return run


def walked_and_run(inside: str = "") -> Run:
    records = []
    for minute, (steps, way_m) in enumerate(MINUTES):
        first = 60 * minute
        records.append(record(first, first + 60, steps))
        records.append(record(first, first + 60, way_m / 1000, kind="DistanceWalkingRunning", unit="km"))
    return run_of(read_one(*records, workout(inside=inside)))


def route() -> Run:
    points = "\n".join(
        f'<trkpt lon="0" lat="{second * ROUTE_M_S / 111_195:.8f}"><ele>10</ele>'
        f"<time>{START + dt.timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}</time>"
        f"<extensions><speed>{ROUTE_M_S}</speed></extensions></trkpt>"
        for second in range(601)
    )
    head = '<gpx version="1.1" creator="Apple Health Export" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>'
    (recording,) = read_bytes(f"{head}\n{points}\n</trkseg></trk></gpx>".encode(), "route.gpx")
    return run_of(recording)


def test_without_its_route_a_workout_is_measured_as_one_that_has_none() -> None:
    named, bare = measure(walked_and_run(REFERENCE)), measure(walked_and_run())
    assert named.totals == bare.totals
    assert named.totals.distance_m == pytest.approx(1250)
    assert named.totals.walking_s == pytest.approx(300, abs=0.1)
    np.testing.assert_array_equal(named.bins.footfalls, bare.bins.footfalls)


def test_with_its_route_the_way_is_the_routes_and_the_steps_are_the_workouts() -> None:
    track, log = route(), walked_and_run(REFERENCE)
    merged = merge([log, track])
    assert {name: source.path for name, source in merged.taken.items()} == {"cadence_per_min": "export.xml"}
    measured = measure(merged)
    assert measured.totals.distance_m == measure(track).totals.distance_m == pytest.approx(600 * ROUTE_M_S, rel=0.01)
    assert float(np.sum(measured.bins.footfalls)) == pytest.approx(sum(steps for steps, _ in MINUTES), rel=0.002)
