"""Our integral beside what the devices of real files say: strides, and the balance of contact."""

import math
from pathlib import Path

import fitparse
import numpy as np
import pytest

from footfall.model.summary import RunSummary
from tests.corpus.facts import inventory
from tests.corpus.test_corpus import read

SPOKEN_OF = 0.03
CAUSES = {
    # 190 s of starting and stopping: 10 s of running, 113 of walking, steps taken while standing
    "aaron-schroeder__heartandsole/testdata.fit": "device-total-differs",
}
BALANCED = {
    "dtcooper__python-fitparse/garmin-fenix-5-run.fit",
    "roznet__connectstats/activity_1378220136.fit",
    "roznet__connectstats/track_cs_5611.fit",
}


@pytest.fixture(scope="module")
def with_total(corpus: Path) -> dict[str, RunSummary]:
    """Runs whose device gives a stride total, by path."""
    runs = {path: read(path).runs[0] for path in inventory(corpus) if read(path).runs}
    return {path: run for path, run in runs.items() if run.footfalls.device_total is not None}


def difference(run: RunSummary) -> float:
    """Our count over the device's, less one."""
    assert run.footfalls.device_total is not None
    return run.footfalls.total.value / run.footfalls.device_total - 1


def sane(run: RunSummary) -> bool:
    """Whether the device's total can be true by the header alone: rate, step length, and hardly any pauses."""
    total, way_m = run.footfalls.device_total, run.distance_m
    if not total or way_m is None:
        return False
    rate, step_m = 60 * total / run.timer_s, way_m / total
    return 120 <= rate <= 210 and 0.5 <= step_m <= 1.6 and run.elapsed_s - run.timer_s < 0.05 * run.elapsed_s


def test_the_integral_is_within_a_percent_of_most_sane_totals(with_total: dict[str, RunSummary]) -> None:
    off = np.abs([difference(run) for run in with_total.values() if sane(run)])
    assert len(off) == 12
    assert np.mean(off <= 0.01) >= 0.8
    assert np.median(off) <= 0.006
    assert np.max(off) <= 0.03


def test_it_is_our_own_integral_and_not_the_devices_total_handed_back(with_total: dict[str, RunSummary]) -> None:
    assert all(abs(difference(run)) > 1e-6 for run in with_total.values())
    assert all(run.footfalls.total.source == "recorded" for run in with_total.values())


def test_totals_that_differ_are_spoken_of_and_the_cause_is_named(with_total: dict[str, RunSummary]) -> None:
    said = {path: note.code for path, run in with_total.items() for note in run.notes if note.code.startswith("device-total-")}
    assert said == CAUSES
    assert {path for path, run in with_total.items() if abs(difference(run)) > SPOKEN_OF} <= set(said)


def test_the_balance_is_the_devices_own_mean_and_the_counts_are_equal(corpus: Path) -> None:
    found = {path: read(path).runs[0] for path in inventory(corpus) if read(path).runs}
    assert {path for path, run in found.items() if run.contact_balance.known} == BALANCED
    for path in BALANCED:
        session = next(iter(fitparse.FitFile(str(corpus / path)).get_messages("session"))).get_values()
        run = found[path]
        assert run.contact_balance.value == pytest.approx(session["avg_stance_time_balance"], abs=0.1), path
        assert run.contact_balance.coverage > 0.9
        assert run.footfalls.left == run.footfalls.right == run.footfalls.running / 2
    without = next(run for path, run in found.items() if path not in BALANCED)
    assert math.isnan(without.footfalls.left)
