"""Our own readers and `measure`, held against what was put into every file of the season."""

import math

import numpy as np
import pytest

from footfall.formats import read_bytes
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from footfall.model.measured import Measured
from sampledata import Season, Truth
from sampledata.plan import utc_offset


@pytest.fixture(scope="module")
def measured(planted: Season) -> dict[str, Measured]:
    found = {}
    for name, data in planted.runs.items():
        (decoded,) = read_bytes(data, name)
        (run,), passed = runs_of(decoded)
        assert not passed
        assert not decoded.problems
        found[name] = measure(run)
    return found


def each(planted: Season, measured: dict[str, Measured]) -> list[tuple[Truth, Measured]]:
    assert len(measured) == len(planted.truths) > 50
    return [(truth, measured[truth.name]) for truth in planted.truths]


def test_start_elapsed_time_and_timer_come_back(planted: Season, measured: dict[str, Measured]) -> None:
    for truth, found in each(planted, measured):
        assert found.header.start == truth.start
        assert found.totals.elapsed_s == truth.elapsed_s
        # GPX has no timer: a pause is seen as a gap without displacement, so its edges are not
        tolerance_s = 30 if truth.name.endswith(".gpx") else 0
        assert found.totals.timer_s == pytest.approx(truth.timer_s, abs=tolerance_s)


def test_distance_comes_back_within_one_percent(planted: Season, measured: dict[str, Measured]) -> None:
    for truth, found in each(planted, measured):
        assert found.totals.distance_m == pytest.approx(truth.distance_m, rel=0.01)


def test_footfalls_come_back_within_one_percent_from_strides(planted: Season, measured: dict[str, Measured]) -> None:
    for truth, found in each(planted, measured):
        assert found.totals.cadence_factor == 2
        counted = float(np.nansum(found.bins.footfalls))
        assert math.isclose(counted, truth.footfalls, rel_tol=0.01), truth.name


def test_fit_files_tell_their_offset_on_both_sides_of_the_change_to_winter_time(
    planted: Season, measured: dict[str, Measured]
) -> None:
    offsets = set()
    for truth, found in each(planted, measured):
        if ".fit" in truth.name:
            assert found.header.utc_offset_s == utc_offset(truth.start.date()).total_seconds()
            offsets.add(found.header.utc_offset_s)
    assert offsets == {3600, 7200}
