"""Chance without independence: whole weeks of a series change places, so that each keeps its rhythm and its neighbours."""

import numpy as np
from numpy.typing import NDArray

from footfall.model.intervals import FloatArray

BLOCK_DAYS = 7
"""A block is a week: a day never moves to another weekday, and stays beside its neighbours."""

DRAWS = 999
"""Orders drawn: p comes in steps of 0.001."""

_TIE = 1e-9
"""Statistics closer than this are equal: sums taken in another order differ in their last digits."""


def movable_blocks(series: FloatArray) -> NDArray[np.bool_]:
    """Which whole weeks of a daily series, counted from its first day, are known on every day; shape (n // 7,).

    series   shape (n,), NaN = not known. A week that is not known throughout stays where it is, and so do days after the last
             whole week: what is not known is then not known in the same places in every order.
    """
    whole = series.size // BLOCK_DAYS
    known: NDArray[np.bool_] = np.all(np.isfinite(series[: whole * BLOCK_DAYS].reshape(whole, BLOCK_DAYS)), axis=1)
    return known


def block_orders(series: FloatArray, draws: int, seed: int) -> NDArray[np.intp]:
    """Orders in which whole weeks of a daily series have changed places; shape (draws, n // 7), numbers of weeks.

    series   shape (n,), by day, NaN = not known; see `movable_blocks` for what stays.
    seed     the same series and seed, the same orders.
    Source   Blocks that do not overlap, for series that depend on their own past: Carlstein 1986, doi:10.1214/aos/1176350057.
             Differs: 1. they are permuted, not drawn with replacement: what is asked is whether there is a link, not how wide an
             estimate lies. 2. They are weeks, whatever the length of the series, to keep each day on its weekday.
    """
    moves = np.flatnonzero(movable_blocks(series))
    orders = np.tile(np.arange(series.size // BLOCK_DAYS), (draws, 1))
    orders[:, moves] = np.random.default_rng(seed).permuted(np.tile(moves, (draws, 1)), axis=1)
    return orders


def reordered(series: FloatArray, orders: NDArray[np.intp]) -> FloatArray:
    """A series with its weeks in each order, the days after the last whole week in their place; shape (draws, n)."""
    whole = series.size // BLOCK_DAYS * BLOCK_DAYS
    weeks = series[:whole].reshape(-1, BLOCK_DAYS)[orders].reshape(orders.shape[0], whole)
    return np.concatenate([weeks, np.tile(series[whole:], (orders.shape[0], 1))], axis=1)


def p_value(observed: float, by_chance: FloatArray) -> float:
    """(1 + draws as large as the observed one) / (1 + draws), one-sided; the observed order counts as one of those possible.

    by_chance   shape (draws,).
    Source      Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
    """
    return float((1 + np.count_nonzero(by_chance >= observed - _TIE)) / (1 + by_chance.size))
