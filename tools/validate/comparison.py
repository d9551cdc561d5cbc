"""Published and ours side by side, and whether ours lies within the bound."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from validate.doors import DOORS, peak_force, steady_run, steps_per_km
from validate.published import PLATE_TRIALS
from validate.row import At, Bound, Row


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row and our answer."""

    row: Row
    ours: float

    @property
    def difference(self) -> float:
        """Ours minus published: as a share of it, or in its unit where the bound is in it."""
        apart = self.ours - self.row.value
        in_unit = self.row.bound is not None and self.row.bound.unit is not None
        return apart if in_unit else apart / self.row.value

    @property
    def inside(self) -> bool | None:
        """Whether ours lies within the bound; None where there is none."""
        return None if self.row.bound is None else within(self.difference, self.row.bound)


def compared(rows: Iterable[Row]) -> list[Comparison]:
    """Ours beside each row."""
    return [Comparison(row, DOORS[row.quantity](row.at)) for row in rows]


def plates_mean() -> float:
    """Mean over the trials of ours over theirs, minus 1."""
    return float(np.mean([found.ours / found.row.value for found in compared(PLATE_TRIALS)])) - 1


def within(difference: float, bound: Bound) -> bool:
    """Whether a difference lies within a bound, the bound itself included; False for NaN."""
    return abs(difference) <= bound.limit * (1 + 1e-9)


STEP_M_S = 0.1


@dataclass(frozen=True, slots=True)
class Trend:
    """A quantity of steady runs from one speed to another: the least change from one step of 0.1 m/s to the next.

    quantity   in words, with its unit.    low, high  [m/s]
    direction  1 = it must never fall, -1 = it must never rise.
    least      smallest change in that direction; below 0 where it turns.
    """

    quantity: str
    low: float
    high: float
    direction: int
    least: float

    @property
    def inside(self) -> bool:
        """Whether it is monotone."""
        return self.least >= -1e-9


def trends() -> Sequence[Trend]:
    """What must be monotone in speed."""
    return (
        _trend("cadence, steps/min", 2.1, 5.8, 1, lambda at: steady_run(at.speed_m_s).cadence.value),
        _trend("peak force, BW", 2.1, 5.8, 1, peak_force),
        _trend("steps per km", 2.1, 5.8, -1, steps_per_km),
        _trend("walking cadence, steps/min", 0.6, 1.9, 1, lambda at: steady_run(at.speed_m_s).cadence.value),
    )


def _trend(quantity: str, low: float, high: float, direction: int, ours: Callable[[At], float]) -> Trend:
    speeds = np.round(np.arange(low, high + STEP_M_S / 2, STEP_M_S), 1)
    values = np.array([ours(At(float(speed))) for speed in speeds])
    return Trend(quantity, low, high, direction, float(np.min(direction * np.diff(values))))
