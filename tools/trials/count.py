"""From many made-up runners to a share with its exact interval."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest

from trials.table import Bound, Row, Said

LEVEL = 0.95
"""Of the interval around a share, by Clopper & Pearson 1934."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One outcome of one row.

    runners   how many were made.    looked  in how many of them the rule could look.    hits  in how many of these it came about.
    share     hits / looked; NaN where it could look in none.     low, high  its exact 95 % interval.
    least, most   what the share must lie within; 0 and 1 where it is held to nothing.
    """

    table: str
    row: str
    outcome: str
    runners: int
    looked: int
    hits: int
    share: float
    low: float
    high: float
    least: float
    most: float

    @property
    def bounded(self) -> bool:
        """Whether it is held to anything."""
        return (self.least, self.most) != (0.0, 1.0)

    @property
    def inside(self) -> bool:
        """Whether it lies where it must; a share that nobody could look for does not, where it is held to something."""
        return not self.bounded or self.least <= self.share <= self.most


def generator(seed: int, table: str, row: str, runner: int) -> np.random.Generator:
    """A runner's own numbers: the same by seed, names and number, whatever else is simulated and by how many processes."""
    names = [int.from_bytes(name.encode(), "big") for name in (table, row)]
    return np.random.default_rng([seed, *names, runner])


def said(seed: int, table: str, row: Row, runner: int) -> Said:
    """What one runner brought. Here and not beside the command: other processes cannot find what stands in a `__main__`."""
    return row.trial(generator(seed, table, row.name, runner))


def counted(table: str, row: Row, told: Iterable[Said]) -> Iterator[Counted]:
    """One count for each outcome, in the order in which they first come. Raises ValueError for a bound on one that never came."""
    every = list(told)
    names = list(dict.fromkeys(name for one in every for name in one))
    if unknown := set(row.bounds) - set(names):
        raise ValueError(f"{table}, {row.name}: a bound on {sorted(unknown)}, which no runner has")
    for name in names:
        bound = row.bounds.get(name, Bound())
        answers = [answer for one in every if (answer := one.get(name)) is not None]
        hits, looked = sum(answers), len(answers)
        exact = binomtest(hits, looked).proportion_ci(LEVEL, "exact") if looked else None
        yield Counted(
            table,
            row.name,
            name,
            len(every),
            looked,
            hits,
            hits / looked if looked else float("nan"),
            float("nan") if exact is None else float(exact.low),
            float("nan") if exact is None else float(exact.high),
            bound.low,
            bound.high,
        )
