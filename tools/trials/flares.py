"""P9 tried on made-up runners: how often flares seem to follow spikes where they do not, and where they do."""

from functools import partial

import numpy as np

from footfall.findings.p9_flares_after_spikes import ALPHA, WITHIN_DAYS
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
    return {"more than chance": following(spiked, flared, days, WITHIN_DAYS).p <= ALPHA}


def weekly(days: int, runs_on: tuple[int, ...], long_on: int, rng: np.random.Generator) -> Said:
    """The same of one who runs and writes on the same days of each week, and goes long on one of them: nothing follows."""
    day = np.arange(days)
    long_days = day[day % 7 == long_on]
    written = day[np.isin(day % 7, runs_on)]
    spiked = np.sort(rng.choice(long_days, rng.integers(8, 13), replace=False))
    flared = np.sort(rng.choice(written, rng.integers(12, 17), replace=False))
    return {"more than chance": following(spiked, flared, days, WITHIN_DAYS).p <= ALPHA}


def _row(name: str, days: int, each: tuple[tuple[int, int], tuple[int, int]], ratio: float = 1.0, clumps: int = 0) -> Row:
    return Row(name, partial(trial, days, *each, ratio, clumps), {"more than chance": SIZE} if ratio == 1 else {})


def _size_rows() -> tuple[Row, ...]:
    names = {FEW: "4–8 spikes, 6–12 flares", MANY: "8–12 spikes, 12–16 flares"}
    cells = [(119, FEW), (238, FEW), (357, FEW), (238, MANY), (357, MANY)]
    plain = [_row(f"{days} days, {names[each]}", days, each) for days, each in cells]
    spells = (_row(f"{days} days, {names[each]}, both in spells", days, each, clumps=1) for days, each in cells)
    return (*plain, *spells, *_weekly_rows())


def _weekly_rows() -> tuple[Row, ...]:
    """Monday is day 0 of a week."""
    weeks = {
        "Tue, Sat and Sun, long on Sat": ((1, 5, 6), 5),
        "Mon, Wed and Sun, long on Sun": ((0, 2, 6), 6),
        "Sat and Sun, long on Sat": ((5, 6), 5),
    }
    return tuple(
        Row(f"{days} days, runs and rows on {name}", partial(weekly, days, *week), {"more than chance": SIZE})
        for name, week in weeks.items()
        for days in (238, 357)
    )


def _power_rows() -> tuple[Row, ...]:
    return tuple(
        _row(f"{days} days, {name}, {ratio:g} times as often", days, each, ratio)
        for days, each, name in ((238, FEW, "4–8 spikes, 6–12 flares"), (238, MANY, "8–12 spikes, 12–16 flares"))
        for ratio in (2.0, 3.0, 5.0, 8.0)
    )


TABLES: tuple[Table, ...] = (
    Table(
        "P9",
        "P9 where flares do not follow spikes",
        "Spikes and flares fall on days of their own, evenly, each in spells of weeks, or on the same days of each week (8–12 "
        "spikes, 12–16 flares). The flares are moved against the spikes by every number of whole weeks; by single days, as at "
        "first, 11 to 16 % of those with fixed days passed. P9 itself says “more than chance” from 8 spikes, 12 flares and 20 "
        "weeks on alone.",
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
