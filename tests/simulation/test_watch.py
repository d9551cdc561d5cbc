"""What the simulated watch keeps of a run, and that footfall reads it as meant."""

from dataclasses import replace

import numpy as np
import pytest

from footfall.metrics.measure import measure
from simulate.outing import Does
from simulate.season import FIRST_DAY, Season, drawn_season
from simulate.truth import motion
from simulate.watch import Kept, as_run, recorded_columns
from simulate.world import World
from tests.simulation.test_truth import PLAIN, STEADY, outing

EXACT = replace(STEADY, recorded_sd=0.0, contact_run_sd=0.0, contact_second_sd=0.0, distance_run_sd=0.0)


def test_an_exact_watch_keeps_what_happened() -> None:
    run = outing(600, Does.RUNS, 3.0)
    random = np.random.default_rng(0)
    kept = recorded_columns(random, PLAIN, run, motion(random, PLAIN, run, EXACT), EXACT)
    assert kept["distance_m"][-1] == 1800.0
    assert np.all(kept["cadence_per_min"][10:] == 83.5)
    assert np.all(kept["stance_time_s"] == 0.267)  # 120 · 0.371 / 167 s
    measured = measure(as_run("exact", FIRST_DAY, run, kept, Kept.CADENCE | Kept.CONTACT))
    assert float(np.sum(measured.bins.footfalls)) == pytest.approx(1670, rel=0.005)
    assert float(measured.bins.duty_factor[0]) == pytest.approx(0.371, rel=0.005)


def test_what_a_watch_does_not_keep_is_absent() -> None:
    run = outing(600, Does.RUNS, 3.0)
    random = np.random.default_rng(0)
    columns = recorded_columns(random, PLAIN, run, motion(random, PLAIN, run, EXACT), EXACT)
    assert set(as_run("way", FIRST_DAY, run, columns, Kept.WAY).samples) == {"time_s", "distance_m", "altitude_m"}


def test_nothing_is_kept_while_the_timer_is_stopped() -> None:
    run = outing(600, Does.RUNS, 3.0)
    run.does[200:300] = Does.HAS_STOPPED_THE_TIMER
    random = np.random.default_rng(0)
    columns = recorded_columns(random, PLAIN, run, motion(random, PLAIN, run, EXACT), EXACT)
    kept = as_run("paused", FIRST_DAY, run, columns, Kept.CADENCE)
    inside = (kept.samples["time_s"] >= 200) & (kept.samples["time_s"] < 300)
    assert not inside.any()
    assert kept.pauses.edges.tolist() == [[200.0, 300.0]]
    assert measure(kept).totals.timer_s == 500.0


@pytest.mark.parametrize("seed", [1, 2])
def test_a_runner_is_the_same_by_her_number_and_another_is_not(seed: int) -> None:
    short = replace(World(), weeks=1)

    def sums(season: Season) -> list[float]:
        return [day.truth.lumbar for day in season.days]

    assert sums(drawn_season(seed, 7, short)) == sums(drawn_season(seed, 7, short))
    assert sums(drawn_season(seed, 7, short)) != sums(drawn_season(seed, 8, short))
