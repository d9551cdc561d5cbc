"""How often intervals hold the truth, with the exact interval of that share."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest

from simulate.product import Held

LEAST, MOST = 0.875, 0.925
"""Bounds that coverage of 90 % intervals is held to (issue 4)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    runners            how many intervals were held against their truth, one of each runner.
    coverage           share that held it; low, high  its exact 95 % interval (Clopper & Pearson).
    half_width, off    mean half-width of the intervals, and SD of value over truth, both as fractions.
    """

    world: str
    scenario: str
    of: str
    quantity: str
    runners: int
    coverage: float
    low: float
    high: float
    half_width: float
    off: float

    @property
    def inside(self) -> bool:
        """Whether the coverage lies within its bounds."""
        return LEAST <= self.coverage <= MOST

    @property
    def by_chance(self) -> bool:
        """Whether so many runners may give such a coverage though the true one lies within the bounds."""
        return self.low <= MOST and self.high >= LEAST


def rows(world: str, held: Iterable[Held]) -> list[Row]:
    """One row for each scenario, span and quantity, in the order in which they first come."""
    heaps: dict[tuple[str, str, str], list[Held]] = defaultdict(list)
    for one in held:
        heaps[(one.scenario, one.of, one.quantity)].append(one)
    return [_row(world, *key, heap) for key, heap in heaps.items()]


def _row(world: str, scenario: str, of: str, quantity: str, held: list[Held]) -> Row:
    inside = sum(one.holds for one in held)
    exact = binomtest(inside, len(held)).proportion_ci(0.95, "exact")
    return Row(
        world,
        scenario,
        of,
        quantity,
        len(held),
        inside / len(held),
        float(exact.low),
        float(exact.high),
        float(np.mean([(one.high - one.low) / (2 * one.value) for one in held])),
        float(np.std([one.value for one in held])),
    )
