"""Made recordings of runs for the tests of "one run is one run": when, how long, how fast, where, by what."""

import datetime as dt
from dataclasses import replace

import numpy as np

from footfall.metrics.measure import measure
from footfall.metrics.sighting import Sighting, sighting
from footfall.model.athlete import Athlete
from footfall.model.run import Run, Session, Source, StartKind
from tests.metrics.made import START, made_run


def recording(
    name: str,
    *,
    starts_s: float = 0.0,
    minutes: float = 60.0,
    speed_m_s: float = 3.0,
    file_format: str = "fit",
    placed: bool = True,
    from_m: float = 0.0,
    north_m: float = 0.0,
    cadence_per_min: float | None = 83.0,
    stance_time_s: float | None = None,
    step_s: float = 1.0,
    session: Session | None = None,
    loop: bool = True,
) -> Run:
    """One recording of a run along a loop of 5 km (or a line), by a steady runner.

    starts_s  after START.  [s]     from_m  where on the way it starts.  [m]     north_m  the whole way lies so far north.  [m]
    """
    run = made_run(
        seconds=minutes * 60,
        speed_m_s=speed_m_s,
        cadence_per_min=cadence_per_min,
        stance_time_s=stance_time_s,
        step_s=step_s,
        file_format=file_format,
        session=session,
    )
    samples = dict(run.samples)
    if placed:
        way_m = samples["distance_m"] + from_m
        radius_m, metre_deg = 5000 / (2 * np.pi), 1 / 111_195.0
        north = radius_m * np.sin(way_m / radius_m) if loop else way_m
        east = radius_m * np.cos(way_m / radius_m) if loop else np.zeros_like(way_m)
        samples["lat_deg"], samples["lon_deg"] = (north + north_m) * metre_deg, -30.0 + east * metre_deg
    source = Source(name, f"sha of {name}", file_format, "footfall")
    return replace(run, id=source.sha256, start=START + dt.timedelta(seconds=starts_s), samples=samples, source=source)


def row(
    name: str,
    *,
    starts_s: float = 0.0,
    minutes: float = 60.0,
    km: float | None = 10.8,
    kind: StartKind = StartKind.UTC,
    log: str = "log.csv",
    cadence_spm: float | None = None,
    elapsed_min: float | None = None,
    session: Session | None = None,
) -> Run:
    """A row of a log, as the readers of logs make a recording of it."""
    time_s = np.append(np.arange(0.0, minutes * 60, 30.0), minutes * 60)
    samples = {"time_s": time_s}
    if km is not None:
        samples["distance_m"] = km * 1000 * time_s / time_s[-1]
    if cadence_spm is not None:
        samples["cadence_per_min"] = np.full(len(time_s), cadence_spm)
    totals = Session(
        0.0,
        minutes * 60,
        "running",
        elapsed_s=None if elapsed_min is None else elapsed_min * 60,
        timer_s=minutes * 60,
        distance_m=None if km is None else km * 1000,
    )
    return Run(
        id=f"row {log} {name}",
        start=START + dt.timedelta(seconds=starts_s),
        samples=samples,
        source=Source(log, f"row {log} {name}", "log", "footfall"),
        sport="running",
        session=session or totals,
        cadence_factor=1,
        start_kind=kind,
    )


def seen(run: Run, zone: str | None = "UTC") -> Sighting:
    """What is kept of it; `zone` is the athlete's."""
    return sighting(run, measure(run), Athlete(timezone=zone))
