"""What a watch keeps of a run: samples at its own rhythm, rounded, with errors of its own."""

import datetime as dt
from enum import Flag

import numpy as np
from numpy.typing import NDArray

from footfall.model.intervals import Intervals
from footfall.model.run import Run, Session, Source
from simulate.noise import Floats
from simulate.outing import Does, Outing
from simulate.person import Person, Watch
from simulate.truth import Motion
from simulate.world import World

LAG_S = 4
"""A watch tells the cadence of its last few seconds.  [s]"""


class Kept(Flag):
    """Which quantities the watch records beside time, distance and altitude."""

    WAY = 0
    CADENCE = 1
    CONTACT = 2


def recorded_columns(
    random: np.random.Generator, person: Person, outing: Outing, legs: Motion, world: World
) -> dict[str, Floats]:
    """All that the best watch would have of this run, sample by sample; a watch that keeps less leaves columns out."""
    watch = person.watch
    seconds = len(outing)
    way = np.concatenate([[0.0], np.cumsum(outing.speed_m_s * _while_timed(outing))])
    height = np.concatenate([[50.0], 50.0 + np.cumsum(outing.slope * outing.speed_m_s * _while_timed(outing))])
    error = 1 + watch.recorded_error + random.normal(0.0, watch.recorded_run_sd)
    strides = _lagged(legs.cadence_spm) * error / 2.0
    strides = np.floor(strides / watch.resolution + 0.5) * watch.resolution
    strides[random.random(seconds) < watch.dropouts] = 0.0
    bias = 1 + watch.contact_bias + watch.contact_per_m_s * (outing.speed_m_s - 3.0)
    wrong = bias * (1 + random.normal(0.0, world.contact_run_sd)) * (1 + random.normal(0.0, world.contact_second_sd, seconds))
    with np.errstate(invalid="ignore", divide="ignore"):
        contact = np.round(120.0 * legs.duty / legs.cadence_spm * wrong, 3)
    contact = np.where(outing.does == Does.RUNS, contact, np.nan)
    columns = {
        "time_s": np.arange(seconds + 1, dtype=np.float64),
        "distance_m": np.round(way * (1 + random.normal(0.0, world.distance_run_sd)), 2),
        "altitude_m": np.round(height / 0.2) * 0.2,
        "cadence_per_min": np.append(strides, strides[-1]),
        "stance_time_s": np.append(contact, contact[-1]),
    }
    kept = _kept(random, watch, outing)
    return {name: values[kept] for name, values in columns.items()}


def as_run(run_id: str, start: dt.datetime, outing: Outing, columns: dict[str, Floats], kept: Kept) -> Run:
    """The run that a file of this watch would be read as."""
    left_out = {name for name, need in (("cadence_per_min", Kept.CADENCE), ("stance_time_s", Kept.CONTACT)) if need not in kept}
    samples = {name: values for name, values in columns.items() if name not in left_out}
    stopped = np.diff(np.concatenate([[0], (outing.does == Does.HAS_STOPPED_THE_TIMER).astype(int), [0]]))
    pauses = Intervals.covering(np.flatnonzero(stopped == 1).astype(np.float64), np.flatnonzero(stopped == -1).astype(np.float64))
    seconds = float(len(outing))
    return Run(
        id=run_id,
        start=start,
        samples=samples,
        source=Source(run_id, run_id, "fit", "simulated", device="Simulated watch"),
        sport="running",
        pauses=pauses,
        session=Session(0.0, seconds, "running", elapsed_s=seconds, timer_s=seconds - pauses.total_s),
        utc_offset_s=0,
    )


def _while_timed(outing: Outing) -> Floats:
    return np.where(outing.does == Does.HAS_STOPPED_THE_TIMER, 0.0, 1.0)


def _lagged(cadence_spm: Floats) -> Floats:
    """Mean of the last LAG_S seconds, shape (n,)."""
    lagged: Floats = np.convolve(cadence_spm, np.full(LAG_S, 1.0 / LAG_S))[: len(cadence_spm)]
    return lagged


def _kept(random: np.random.Generator, watch: Watch, outing: Outing) -> NDArray[np.int64]:
    """Seconds that become samples: none while the timer is stopped, the first and the last always."""
    seconds = len(outing)
    at = np.arange(seconds + 1)
    if watch.smart:
        at = np.cumsum(random.integers(1, 9, seconds))
        at = np.concatenate([[0], at[at < seconds], [seconds]])
    timed = np.append(outing.does, outing.does[-1]) != Does.HAS_STOPPED_THE_TIMER
    kept: NDArray[np.int64] = at[timed[at]]
    return kept
