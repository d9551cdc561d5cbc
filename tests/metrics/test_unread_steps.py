"""The note on a route of Apple Health whose steps were not given with it."""

from dataclasses import replace

import numpy as np
import pytest

from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from footfall.model.run import Run, Source
from footfall.wording import say
from tests.formats_xml.made import gpx, read_one, trkpt

APPLE = 'version="1.1" creator="Apple Health Export"'
WORKOUT = Source("export.xml", "0" * 64, "log", "footfall", producer="Apple Health")
STRAVA = replace(WORKOUT, path="activities.csv", producer="Strava")


def route(attributes: str = APPLE, inside: str = "") -> Run:
    # three metres a second northward
    points = [trkpt(second, inside).replace(f"{54 + second * 1e-5:.7f}", f"{54 + second * 2.7e-5:.7f}") for second in range(300)]
    (run,), _ = runs_of(read_one(gpx(*points, attributes=attributes)))
    return run


def codes(run: Run) -> list[str]:
    return [note.code for note in measure(run).notes if note.code == "apple-steps-not-read"]


def test_a_route_alone_says_where_its_steps_are() -> None:
    assert codes(route()) == ["apple-steps-not-read"]
    assert "export.xml" in say("note.apple-steps-not-read")


def test_without_a_sport_it_is_a_run_by_its_speed() -> None:
    assert route().sport == "running"
    assert [note.code for note in route().notes] == ["sport-inferred"]


@pytest.mark.parametrize(
    ("also", "noted"),
    [((), True), ((WORKOUT,), False), ((STRAVA,), True)],
)
def test_with_the_export_itself_its_steps_were_looked_for(also: tuple[Source, ...], noted: bool) -> None:
    assert codes(replace(route(), also=also)) == (["apple-steps-not-read"] if noted else [])


def test_a_watch_that_was_merged_in_may_have_the_cadence() -> None:
    run = route()
    counted = replace(run, samples={**run.samples, "cadence_per_min": np.full(len(run), 165.0)})
    assert codes(counted) == []
    pod = replace(run, samples={**run.samples, "pod_cadence_per_min": np.full(len(run), 165.0)})
    assert codes(pod) == []


def test_a_cadence_of_zero_throughout_is_no_cadence() -> None:
    run = route()
    assert codes(replace(run, samples={**run.samples, "cadence_per_min": np.zeros(len(run))})) == ["apple-steps-not-read"]


def test_routes_of_others_are_as_they_are() -> None:
    assert codes(route('version="1.1" creator="StravaGPX"')) == []
    assert codes(replace(route(), source=WORKOUT)) == [], "a workout of the export is no route"
