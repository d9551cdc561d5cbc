"""Who told the distance of a run, where it was read from several recordings."""

from dataclasses import replace

import pytest

from footfall.metrics.measure import measure
from footfall.metrics.merge import merge
from footfall.model.run import Run, Session
from tests.metrics.sightings import recording, row

STATED = Session(0.0, 3600.0, "running", timer_s=3600.0, distance_m=10_500.0)


def strap(session: Session | None = None) -> Run:
    """A heart rate strap on a treadmill: steps and no way."""
    run = recording("a.fit", placed=False, session=session)
    kept = {name: values for name, values in run.samples.items() if name not in {"distance_m", "speed_m_s"}}
    return replace(run, samples=kept)


@pytest.mark.parametrize("session", [None, replace(STATED, distance_m=None)])
def test_a_distance_of_the_log_is_the_logs(session: Session | None) -> None:
    merged = merge([strap(session), row("1", km=10.0)])
    totals = measure(merged).totals
    assert (merged.source.format, totals.distance_m, totals.distance_source) == ("fit", pytest.approx(10_000), "log")
    assert merged.source_of("distance_m").path == "log.csv"


@pytest.mark.parametrize("run", [strap(STATED), recording("b.fit", placed=False), recording("c.fit")])
def test_a_distance_of_the_devices_own_stays_the_devices(run: Run) -> None:
    merged = merge([run, row("1", km=10.0)])
    assert measure(merged).totals.distance_source == "device"
    assert "distance_m" not in merged.taken


def test_a_total_of_another_device_is_a_devices() -> None:
    merged = merge([strap(), replace(strap(STATED), id="b", source=replace(strap().source, path="b.fit", sha256="b"))])
    assert measure(merged).totals.distance_source == "device"


def test_without_any_distance_nobody_told_it() -> None:
    merged = merge([strap(), row("1", km=None)])
    assert (measure(merged).totals.distance_source, dict(merged.taken)) == ("none", {})
