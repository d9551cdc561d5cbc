"""One run as it happened, second by second: how fast, on what slope, running, walking, standing, or with the timer stopped."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

from simulate.noise import Floats, wandering
from simulate.person import Person
from simulate.world import World


class Does(IntEnum):
    """What she does in a second."""

    STANDS = 0
    WALKS = 1
    RUNS = 2
    HAS_STOPPED_THE_TIMER = 3


class Plan(StrEnum):
    """What kind of session it is."""

    EASY = "easy"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    RUN_WALK = "run-walk"


@dataclass(frozen=True, eq=False)
class Outing:
    """One run. Arrays shape (n,), one value per second.

    does, speed_m_s (0 where she stands), slope (0.05 = 5 % up)
    cadence_day, duty_day      by how much she differs from herself that day, as fractions.
    """

    does: NDArray[np.int64]
    speed_m_s: Floats
    slope: Floats
    cadence_day: float
    duty_day: float

    def __len__(self) -> int:
        return len(self.speed_m_s)


def drawn_outing(random: np.random.Generator, person: Person, world: World, plan: Plan | None = None) -> Outing:
    """A run of hers by chance. `plan` None = mostly easy, now and then fast."""
    if plan is Plan.RUN_WALK:
        moving_s = 60 * round(random.uniform(*world.run_walk_minutes))
    else:
        moving_s = 60 * int(np.clip(45 * np.exp(random.normal(0.0, 0.4)), *world.minutes))
    plan = plan or Plan(random.choice([Plan.EASY, Plan.TEMPO, Plan.INTERVALS], p=[0.7, 0.18, 0.12]))
    does = np.full(moving_s, Does.RUNS, dtype=np.int64)
    if plan is Plan.RUN_WALK:
        _walk_by_turns(random, does)
    elif person.takes_walks and random.random() < 0.5:
        _put(random, does, Does.WALKS, int(random.integers(1, 5)), (30, 120))
    _put(random, does, Does.STANDS, int(random.integers(0, 4)), (8, 40))
    if random.random() < 0.3:
        _put(random, does, Does.HAS_STOPPED_THE_TIMER, int(random.integers(1, 3)), (20, 180))
    target = person.easy_speed_m_s * (1 + random.normal(0.0, 0.03)) * _effort(plan, moving_s)
    slope = _slope(random, person, target)
    uphill = np.clip(1 - 2.5 * slope, 0.75, 1.08)
    unrest = 1 + wandering(random, moving_s, 0.03, 30.0)
    speed = np.select([does == Does.RUNS, does == Does.WALKS], [target * uphill, person.walk_speed_m_s * np.sqrt(uphill)], 0.0)
    return Outing(
        does=does,
        speed_m_s=speed * unrest,
        slope=slope,
        cadence_day=random.normal(0.0, person.cadence_run_sd),
        duty_day=random.normal(0.0, person.duty_run_sd),
    )


def _effort(plan: Plan, seconds: int) -> Floats:
    """Speed over easy speed, shape (seconds,)."""
    at = np.arange(seconds)
    if plan is Plan.TEMPO:
        return np.where((at > seconds / 4) & (at < 3 * seconds / 4), 1.15, 1.0)
    if plan is Plan.INTERVALS:
        inside = (at > 600) & (at < seconds - 300)
        return np.where(inside, np.where(at % 300 < 180, 1.25, 0.92), 1.0)
    return np.ones(seconds)


def _slope(random: np.random.Generator, person: Person, speed_m_s: Floats) -> Floats:
    """Two waves of hills along the way, shape (n,)."""
    way = np.cumsum(speed_m_s)
    long, short = random.uniform(1500, 4000), random.uniform(300, 900)
    waves = np.sin(2 * np.pi * (way / long + random.random())) + 0.5 * np.sin(2 * np.pi * (way / short + random.random()))
    slope: Floats = person.hills * waves
    return slope


def _put(random: np.random.Generator, does: NDArray[np.int64], what: Does, times: int, span_s: tuple[int, int]) -> None:
    """`times` breaks of a length in `span_s`, anywhere but in the first and last minute."""
    for _ in range(times):
        length = int(random.integers(*span_s))
        start = int(random.integers(60, len(does) - 60 - length))
        does[start : start + length] = what


def _walk_by_turns(random: np.random.Generator, does: NDArray[np.int64]) -> None:
    run_s, walk_s = int(random.integers(60, 300)), int(random.integers(30, 120))
    does[np.arange(len(does)) % (run_s + walk_s) >= run_s] = Does.WALKS
