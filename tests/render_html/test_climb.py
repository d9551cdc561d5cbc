"""Lines by their corners: as few points as are seen, and none further from the recorded line than that."""

import numpy as np
import pytest

from footfall.render.html.pictures.climb import SLACK, climbs_of, corners
from tests.render_html import seasons


def test_a_straight_line_is_its_two_ends() -> None:
    x = np.arange(200.0)
    assert corners(x, 0.17 * x, 1e-9) == [0, 199]


def test_a_bend_is_kept() -> None:
    x = np.arange(101.0)
    assert corners(x, np.where(x < 40, x, 40 + 3 * (x - 40)), 1e-9) == [0, 40, 100]


@pytest.mark.parametrize("slack", [0.5, 0.05, 0.005])
def test_the_thinned_line_lies_within_the_slack(slack: float) -> None:
    rng = np.random.default_rng(11)
    x = np.cumsum(rng.uniform(0.0, 2.0, 400))
    y = np.cumsum(rng.uniform(0.0, 0.4, 400))
    kept = corners(x, y, slack)
    assert np.max(np.abs(np.interp(x, x[kept], y[kept]) - y)) <= slack * (1 + 1e-9)
    assert len(kept) < 400


def test_one_point_and_two_at_one_minute_are_lines_too() -> None:
    assert corners(np.array([3.0]), np.array([1.0]), 0.1) == [0]
    assert corners(np.array([0.0, 5.0, 5.0]), np.array([0.0, 1.0, 2.0]), 0.1) == [0, 1, 2]


def test_a_season_is_thinned_against_the_most_load_it_draws() -> None:
    content = seasons.season()
    climbs = climbs_of(content.history.outings)
    most = max(climb.end[1] for climb in climbs)
    for climb in climbs:
        drawn = np.interp(climb.clock.minute, climb.minute, climb.easy_km)
        assert np.max(np.abs(drawn - climb.clock.easy_km)) <= SLACK * most * (1 + 1e-9)
        assert climb.end == (climb.clock.minute[-1], climb.clock.easy_km[-1])
