"""Tracks beside each other: known distances, and the short cuts never say other than the fixes do."""

import numpy as np
import pytest

from footfall.metrics.apart import apart_m, boxes_apart_m, comparable, extent_of, track_shift_s
from footfall.model.intervals import FloatArray

METRE_DEG = 1 / 111_195.08


def straight(
    *, speed_m_s: float = 3.0, seconds: float = 1800.0, north_m: float = 0.0, lon_deg: float = -30.0, step_s: float = 30.0
) -> FloatArray:
    """Northward across the equator, from so far north of it."""
    time_s = np.arange(0.0, seconds + 1, step_s)
    return np.column_stack([time_s, (north_m + speed_m_s * time_s) * METRE_DEG, np.full(len(time_s), lon_deg)])


def shift(one: FloatArray, other: FloatArray, later_s: float = 0.0) -> tuple[float, float] | None:
    return track_shift_s(one, other, later_s, most_s=120.0, step_s=5.0, within_m=100.0)


def test_the_median_distance_at_one_time() -> None:
    assert apart_m(straight(), straight(north_m=250.0), 0.0) == pytest.approx(250.0, rel=1e-4)
    assert apart_m(straight(), straight(north_m=-30.0), -10.0) == pytest.approx(0.0, abs=0.01)


def test_a_median_over_an_even_number_of_fixes_is_the_mean_of_the_two_in_the_middle() -> None:
    one, other = straight(seconds=90.0), straight(seconds=90.0)
    other[:, 1] += np.array([0.0, 10.0, 20.0, 60.0]) * METRE_DEG
    assert apart_m(one, other, 0.0) == pytest.approx(15.0, rel=1e-4)


def test_tracks_across_the_date_line_lie_side_by_side() -> None:
    one, other = straight(lon_deg=179.9999), straight(lon_deg=-179.9999)
    assert apart_m(one, other, 0.0) == pytest.approx(0.0002 / METRE_DEG, rel=1e-3)
    across = straight()
    across[:, 2] = np.where(np.arange(len(across)) % 2, 179.9999, -179.9999)
    assert apart_m(straight(lon_deg=180.0), across, 15.0) == pytest.approx(45.0, rel=1e-2)  # between two fixes it is on the line


def test_too_few_fixes_of_one_time_tell_nothing() -> None:
    assert np.isnan(apart_m(straight(), straight(), 1780.0))
    assert np.isnan(apart_m(straight(seconds=1800.0), straight(step_s=150.0), 0.0))
    assert shift(straight(), straight(), 1780.0) is None
    assert extent_of(straight()[:2]) is None


@pytest.mark.parametrize("off_s", [-115.0, -60.0, 35.0, 120.0])
def test_a_moved_clock_is_found(off_s: float) -> None:
    found = shift(straight(), straight(), off_s)
    assert found is not None
    assert found[1] == -off_s
    assert found[0] == pytest.approx(0.0, abs=0.01)


def test_tracks_that_no_clock_brings_together_stay_where_they_are() -> None:
    assert shift(straight(), straight(north_m=2000.0)) == (pytest.approx(2000.0, rel=1e-3), 0.0)
    east = straight(lon_deg=-30.0 + 800 * METRE_DEG)
    assert shift(straight(), east) == (pytest.approx(800.0, rel=1e-3), 0.0)


def test_short_cuts_say_what_every_shift_says() -> None:
    rng = np.random.default_rng(7)
    near = 0
    for _ in range(200):
        speed_m_s, later_s = rng.uniform(2, 5), rng.uniform(-200, 200)
        one = straight(speed_m_s=speed_m_s, seconds=rng.uniform(600, 3600))
        ahead_m = rng.uniform(-600, 600) + speed_m_s * later_s
        other = straight(speed_m_s=speed_m_s + rng.uniform(-0.1, 0.1), seconds=rng.uniform(600, 3600), north_m=ahead_m)
        other[:, 2] += rng.uniform(-100, 100) * METRE_DEG
        every = [apart_m(one, other, later_s + by) for by in np.arange(-120.0, 121.0, 5.0)]
        found = shift(one, other, later_s)
        assert found is not None
        best_m = float(np.nanmin(every))
        whole_m = best_m if best_m < every[24] / 2 else every[24]
        assert found[0] == whole_m or min(found[0], whole_m) > 100.0
        near += found[0] <= 100.0
    assert 20 < near < 180


def test_boxes_never_lie_further_apart_than_the_tracks() -> None:
    rng = np.random.default_rng(8)
    apart = 0
    for _ in range(300):
        shape = (2, 20)
        centre = np.array([rng.uniform(-80, 80), rng.uniform(-180, 180)])
        lat = centre[0] + rng.uniform(-0.02, 0.02, (2, 1)) + rng.uniform(-0.01, 0.01, shape)
        lon = (centre[1] + rng.uniform(-0.05, 0.05, (2, 1)) + rng.uniform(-0.01, 0.01, shape) + 180) % 360 - 180
        one, other = (np.column_stack([np.arange(20) * 30.0, lat[k], lon[k]]) for k in (0, 1))
        extents = extent_of(one), extent_of(other)
        assert extents[0] is not None
        assert extents[1] is not None
        least_m = boxes_apart_m(*extents)
        assert least_m == pytest.approx(boxes_apart_m(extents[1], extents[0]))
        assert least_m <= min(apart_m(one, other, by) for by in (0.0, 15.0, 100.0))
        apart += least_m > 0
    assert 50 < apart < 300


def test_what_passes_for_comparable_has_fixes_of_one_time() -> None:
    rng = np.random.default_rng(9)
    seen = {True: 0, False: 0}
    for _ in range(500):
        one, other = (
            track[np.sort(rng.choice(60, int(rng.integers(5, 60)), replace=False))] for track in (straight(seconds=1770.0),) * 2
        )
        later_s = rng.uniform(-1500, 1500)
        extents = extent_of(one), extent_of(other)
        assert extents[0] is not None
        assert extents[1] is not None
        told = comparable(*extents, later_s)
        seen[told] += 1
        assert not told or not np.isnan(apart_m(one, other, later_s))
    assert min(seen.values()) > 50
