"""P9 tried on made-up runners: how often flares seem to follow spikes where they do not, and where they do."""

from functools import partial

import numpy as np

from footfall.findings.p9_flares_after_spikes import ALPHA, LEAST_SHIFT, WITHIN_DAYS
from footfall.findings.stats.shifts import following
from trials.table import Bound, Row, Said, Table

SIZE = Bound(high=0.05)

FEW, MANY = ((4, 8), (6, 12)), ((8, 12), (12, 16))
"""(spikes, flares), each from one number to another: below what P9 asks for, and just above it."""


def marked(
    days: int, spikes: tuple[int, int], flares: tuple[int, int], ratio: float, rng: np.random.Generator, *, clumps: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Days of spikes and of flares, none twice.

    ratio    how much more often a flare falls on a day within 3 days of a spike than on another.
    clumps   both come in spells: their chance varies over the year by a slow wave, each by its own.
    """
    spiked = np.sort(rng.choice(days, rng.integers(spikes[0], spikes[1] + 1), replace=False, p=_chance(days, rng, clumps=clumps)))
    chance = _chance(days, rng, clumps=clumps)
    for after in range(WITHIN_DAYS + 1):
        near = np.zeros(days, dtype=bool)
        near[[day + after for day in spiked if day + after < days]] = True
        chance[near & (_since(spiked, days) == after)] *= ratio
    flared = rng.choice(days, rng.integers(flares[0], flares[1] + 1), replace=False, p=chance / chance.sum())
    return spiked, np.sort(flared)


def _chance(days: int, rng: np.random.Generator, *, clumps: bool) -> np.ndarray:
    """Of each day; sums to 1."""
    if not clumps:
        return np.full(days, 1 / days)
    day = np.arange(days)
    wave = 1 + 0.9 * np.sin(2 * np.pi * (day / rng.uniform(40, 90) + rng.random()))
    return np.asarray(wave / wave.sum())


def _since(spiked: np.ndarray, days: int) -> np.ndarray:
    """Days since the last spike, -1 before the first."""
    last = np.searchsorted(spiked, np.arange(days), side="right") - 1
    return np.where(last < 0, -1, np.arange(days) - spiked[np.maximum(last, 0)])


def trial(
    days: int, spikes: tuple[int, int], flares: tuple[int, int], ratio: float, clumps: int, rng: np.random.Generator
) -> Said:
    """Whether P9's comparison says "more than chance" of one runner, be there enough of both for P9 to say so or not."""
    spiked, flared = marked(days, spikes, flares, ratio, rng, clumps=bool(clumps))
    return {"more than chance": following(spiked, flared, days, WITHIN_DAYS, LEAST_SHIFT).p <= ALPHA}


def _row(name: str, days: int, each: tuple[tuple[int, int], tuple[int, int]], ratio: float = 1.0, clumps: int = 0) -> Row:
    return Row(name, partial(trial, days, *each, ratio, clumps), {"more than chance": SIZE} if ratio == 1 else {})


def _size_rows() -> tuple[Row, ...]:
    names = {FEW: "4–8 spikes, 6–12 flares", MANY: "8–12 spikes, 12–16 flares"}
    cells = [(120, FEW), (240, FEW), (360, FEW), (240, MANY), (360, MANY)]
    plain = [_row(f"{days} days, {names[each]}", days, each) for days, each in cells]
    return (*plain, *(_row(f"{days} days, {names[each]}, both in spells", days, each, clumps=1) for days, each in cells))


def _power_rows() -> tuple[Row, ...]:
    return tuple(
        _row(f"{days} days, {name}, {ratio:g} times as often", days, each, ratio)
        for days, each, name in ((240, FEW, "4–8 spikes, 6–12 flares"), (240, MANY, "8–12 spikes, 12–16 flares"))
        for ratio in (2.0, 3.0, 5.0, 8.0)
    )


TABLES: tuple[Table, ...] = (
    Table(
        "P9",
        "P9 where flares do not follow spikes",
        "Spikes and flares fall on days of their own, evenly or each in spells of weeks. The flares are moved against the spikes "
        "by every number of days from 7 on. P9 itself says “more than chance” from 8 spikes and 12 flares on alone.",
        _size_rows(),
    ),
    Table(
        "P9-POWER",
        "P9 where flares follow spikes",
        "Flares fall so many times as often on the day of a spike and the three after it as on other days. No bound: with so few "
        "of each, much is missed, and P9 says so.",
        _power_rows(),
    ),
)
