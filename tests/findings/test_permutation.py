"""Weeks in other orders: what moves, what stays, and that p is as often below any bound as it says."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings.stats.permutation import block_orders, movable_blocks, p_value, reordered

NAN = float("nan")


@given(st.integers(0, 60), st.integers(0, 1000), st.sets(st.integers(0, 59)))
def test_every_day_keeps_its_weekday_and_its_week(days, seed, unknown):
    series = np.arange(float(days))
    series[[day for day in unknown if day < days]] = NAN
    orders = block_orders(series, 5, seed)
    for made in reordered(np.arange(float(days)), orders):
        assert np.array_equal(np.sort(made), np.arange(days))
        assert np.array_equal(made % 7, np.arange(days) % 7)
        assert np.all(made[days // 7 * 7 :] == np.arange(days // 7 * 7, days)), "days after the last whole week stay"
        for week in range(days // 7):
            own = made[7 * week : 7 * week + 7]
            assert np.array_equal(own, own[0] + np.arange(7))


@given(st.sets(st.integers(0, 41), max_size=6), st.integers(0, 1000))
def test_weeks_with_an_unknown_day_stay(unknown, seed):
    series = np.arange(42.0)
    series[list(unknown)] = NAN
    moves = movable_blocks(series)
    assert [not move for move in moves] == [any(day // 7 == week for day in unknown) for week in range(6)]
    orders = block_orders(series, 20, seed)
    assert np.all(orders[:, ~moves] == np.flatnonzero(~moves))
    for made in reordered(series, orders):
        assert np.array_equal(np.isnan(made), np.isnan(series))


def test_every_order_comes_about_equally_often():
    orders = block_orders(np.zeros(21), 12_000, 5)
    every, counts = np.unique(orders, axis=0, return_counts=True)
    assert every.tolist() == [list(order) for order in itertools.permutations(range(3))]
    assert np.all(np.abs(counts - 2000) < 5 * np.sqrt(2000 * 5 / 6))


def test_the_same_seed_gives_the_same_orders():
    assert np.array_equal(block_orders(np.zeros(70), 9, 4), block_orders(np.zeros(70), 9, 4))
    assert not np.array_equal(block_orders(np.zeros(70), 9, 4), block_orders(np.zeros(70), 9, 5))


def test_p_counts_the_observed_order_and_ties():
    assert p_value(2.0, np.array([1.0, 2.0, 2.0 + 1e-12, 3.0])) == 4 / 5
    assert p_value(4.0, np.arange(4.0)) == 1 / 5
    assert p_value(-1.0, np.arange(4.0)) == 1.0


@given(st.lists(st.integers(0, 5), min_size=28, max_size=28))
def test_over_all_orders_p_is_below_a_bound_at_most_as_often_as_the_bound_says(values):
    """Each of the 24 orders of 4 weeks is as likely as any other: p of each against all of them."""
    series = np.array(values, dtype=float)
    weights = np.sin(np.arange(28.0))
    orders = np.array(list(itertools.permutations(range(4))))
    statistic = reordered(series, orders) @ weights
    ps = np.array([np.mean(statistic >= each - 1e-9) for each in statistic])
    drawn = np.array([p_value(each, np.delete(statistic, place)) for place, each in enumerate(statistic)])
    assert drawn == pytest.approx(ps)
    for bound in (1 / 24, 0.1, 0.25, 0.5):
        assert np.mean(ps <= bound + 1e-12) <= bound + 1e-12
