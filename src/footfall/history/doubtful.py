"""Runs whose distance cannot be what was run: no comparison of distances may rest on them."""

from collections.abc import Sequence

import numpy as np

from footfall.metrics.cadence import SLOPE
from footfall.metrics.footfalls import RUN_TO_RUN_SD
from footfall.model.summary import RunSummary

FASTEST_M_S = 7.0
"""Faster for two whole minutes in a row, or on average, is a lost signal or a ride."""

FEWEST, MOST = 0.80, 1.25
"""A distance beyond these multiples of what the cadence implies does not go with it."""

UNUSUAL = 4 * RUN_TO_RUN_SD
"""It is doubted only where the cadence is so far from the runner's own at that speed too: four times what runs differ by.  [1]"""

MIN_RUNS = 5
"""So many runs with a recorded cadence make the runner's own."""

MOSTLY = 0.5
WALKED, STEEP = 0.1, 0.2
"""With a larger share of walking, or of footfalls on slopes beyond 5 %, speed and cadence are of two kinds of motion."""


def doubtful(runs: Sequence[RunSummary]) -> frozenset[str]:
    """Ids of the runs of one runner whose distance does not go with their speed or their steps.

    Two signs: 2 whole minutes in a row (or the mean of the moving time) faster than 7 m/s; a distance below 0.8 or above 1.25
    times that which the recorded cadence implies. A run that can be asked neither is not doubted.
    Source  the limits are the house's, without a published source. The implied speed is read from the runner's own cadence
            line: the published slope of metrics/cadence.py through the median of her runs. Differs: 1. cadence changes little
            with speed, so a quarter more distance is within what one runner differs by from run to run; a run is doubted only
            where the cadence itself is 10 % off as well, which means about half as far again or more.
    """
    return frozenset({run.id for run in runs if _too_fast(run)} | _against_cadence(runs))


def _too_fast(run: RunSummary) -> bool:
    if run.distance_m is not None and run.moving_s > 0 and run.distance_m / run.moving_s > FASTEST_M_S:
        return True
    whole = np.diff(run.curve.distance_m[: int(run.timer_s // 60) + 1])
    fast = whole > 60 * FASTEST_M_S
    return bool(fast.any() and np.any(fast[1:] & fast[:-1]))


def _against_cadence(runs: Sequence[RunSummary]) -> set[str]:
    asked = [run for run in runs if _can_be_asked(run)]
    if len(asked) < MIN_RUNS:
        return set()
    speed_m_s = np.array([run.distance_m for run in asked], dtype=np.float64) / [run.moving_s for run in asked]
    cadence_spm = np.array([run.cadence.value for run in asked])
    at_3 = np.median(cadence_spm - SLOPE * (speed_m_s - 3.0))
    expected_spm = at_3 + SLOPE * (speed_m_s - 3.0)
    implied_m_s = np.maximum(3.0 + (cadence_spm - at_3) / SLOPE, 0.0)
    apart = (speed_m_s < FEWEST * implied_m_s) | (speed_m_s > MOST * implied_m_s)
    unusual = np.abs(cadence_spm - expected_spm) > UNUSUAL * cadence_spm
    return {run.id for run, found in zip(asked, apart & unusual, strict=True) if found}


def _can_be_asked(run: RunSummary) -> bool:
    """Recorded cadence over most of a run with a distance, hardly walked, hardly steep."""
    if run.sport != "running" or run.distance_m is None or not run.moving_s > 0 or not run.cadence.known:
        return False
    if run.cadence.source not in ("recorded", "footpod") or not run.cadence.coverage > MOSTLY:
        return False
    steep = run.footfalls.downhill + run.footfalls.uphill
    hilly = run.sub_sport in ("trail", "mountain_running") or steep > STEEP * run.footfalls.total.value
    return run.walking_s <= WALKED * run.moving_s and not hilly
