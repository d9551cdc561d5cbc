"""Made-up runs in which pain begins, or not: for the trials of P2. Nothing here is shared with the rule."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]
Hazard = Callable[[Numbers], Numbers]
"""Cumulated hazard until a minute of the run."""

STEP_MIN = 0.05
LONGEST_MIN = 75.0
GRID = np.arange(0.0, LONGEST_MIN, STEP_MIN)


class Lengths(Enum):
    """How long runs are."""

    A = "25-70 min"
    B = "mostly 20-30 min"

    def draw(self, rng: np.random.Generator, count: int) -> Numbers:
        """Minutes."""
        if self is Lengths.A:
            return rng.uniform(25, 70, count)
        return np.where(rng.random(count) < 0.8, rng.uniform(20, 30, count), rng.uniform(30, 60, count))


class Writing(Enum):
    """How onsets are written down."""

    EXACT = "exact"
    MINUTES = "whole minutes"
    TO_FIVE = "60 % to five"
    MIXED = "half exact, half rounded"

    def write(self, rng: np.random.Generator, onset: Numbers) -> tuple[Numbers, Numbers]:
        """Minutes as written, and whether to the second (1) or in whole minutes (0)."""
        whole = np.floor(onset + 0.5)
        fives = 5 * np.floor(onset / 5 + 0.5)
        rounded = np.where(rng.random(onset.size) < 0.6, fives, whole)
        if self is Writing.EXACT:
            return onset, np.ones(onset.size)
        if self is Writing.MINUTES:
            return whole, np.zeros(onset.size)
        if self is Writing.TO_FIVE:
            return rounded, np.zeros(onset.size)
        lap = rng.random(onset.size) < 0.5
        return np.where(lap, onset, rounded), lap.astype(np.float64)


@dataclass(frozen=True)
class World:
    """When pain begins: hazard per minute of a run on a fine grid, for days on which it may begin at all."""

    name: str
    per_min: tuple[float, ...]
    prone: float = 1.0

    def onsets(self, rng: np.random.Generator, count: int) -> Numbers:
        """Minute at which pain would begin, if the run went on; infinite where it would not within 75 minutes."""
        summed = np.concatenate([[0.0], np.cumsum(np.array(self.per_min) * STEP_MIN)])
        edges = np.append(GRID, LONGEST_MIN)
        asked = rng.exponential(size=count)
        onset = np.where(asked < summed[-1], np.interp(asked, summed, edges), np.inf)
        return np.where(rng.random(count) < self.prone, onset, np.inf)


def bumped(world: World, ratio: float) -> World:
    """The same with `ratio` times the hazard from minute 15 to minute 20."""
    inside = (GRID >= 15 - 1e-9) & (GRID < 20 - 1e-9)
    return World(world.name, tuple(np.where(inside, ratio, 1.0) * np.array(world.per_min)), world.prone)


def constant(per_min: float) -> World:
    """The same at any minute."""
    return World(f"constant {per_min:g} a minute", tuple(np.full(GRID.size, per_min)))


def weibull(shape: float, scale_min: float) -> World:
    """Rising (shape > 1) or falling."""
    middle = GRID + STEP_MIN / 2
    return World(f"Weibull {shape:g}", tuple(shape / scale_min * (middle / scale_min) ** (shape - 1)))


def log_normal(median_min: float, log_sd: float) -> World:
    """A hazard that rises to a hill and falls again."""
    from scipy.stats import lognorm

    middle = GRID + STEP_MIN / 2
    shape = lognorm(log_sd, scale=median_min)
    return World(f"log-normal, median {median_min:g} min", tuple(shape.pdf(middle) / shape.sf(middle)))


def prone_days(per_min: float, from_min: float, share: float) -> World:
    """Pain begins on a share of days only, and on those not before `from_min`: over all days the hazard leaps, and then falls."""
    name = f"{share:.0%} of days pain-prone, from minute {from_min:g}"
    return World(name, tuple(np.where(from_min <= GRID, per_min, 0.0)), share)


@dataclass(frozen=True)
class Runs:
    """What a diary of made-up runs says.

    minute   as written, of the runs with an onset.   to_the_second  1 or 0 for each.   free  minutes of the runs without.
    """

    minute: Numbers
    to_the_second: Numbers
    free: Numbers


def runs(rng: np.random.Generator, world: World, lengths: Lengths, writing: Writing, onsets: int) -> Runs:
    """As many runs as it takes until so many onsets of minute 2.5 or later are written."""
    minute, second, free = np.empty(0), np.empty(0), np.empty(0)
    while True:
        length = lengths.draw(rng, 8 * onsets)
        begins = world.onsets(rng, length.size)
        began = begins < length
        written, exact = writing.write(rng, np.where(began, begins, 0.0))
        counts = began & (written >= 2.5)
        wanted = onsets - minute.size
        if counts.sum() >= wanted:
            stop = np.flatnonzero(counts)[wanted - 1] + 1
            counts, began, written, exact, length = counts[:stop], began[:stop], written[:stop], exact[:stop], length[:stop]
        minute, second = np.append(minute, written[counts]), np.append(second, exact[counts])
        free = np.append(free, length[~began])
        if minute.size >= onsets:
            return Runs(minute, second, free)
