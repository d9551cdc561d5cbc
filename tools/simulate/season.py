"""Sixteen weeks of a runner: what happened, what it truly came to, and all that the best watch would have of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulate.noise import Floats
from simulate.outing import Outing, Plan, drawn_outing
from simulate.person import Person, drawn_person
from simulate.truth import Truth, motion, truth
from simulate.watch import recorded_columns
from simulate.world import World

FIRST_DAY = dt.datetime(2026, 3, 2, 6, 0, tzinfo=dt.UTC)


@dataclass(frozen=True, eq=False)
class Day:
    """One run of the season: when, what happened, what it came to, what the best watch has of it."""

    name: str
    start: dt.datetime
    outing: Outing
    truth: Truth
    columns: dict[str, Floats]


@dataclass(frozen=True, eq=False)
class Season:
    """A runner and her runs, in order of time."""

    person: Person
    days: Sequence[Day]


def drawn_season(seed: int, runner: int, world: World, plan: Plan | None = None) -> Season:
    """The season of one runner, the same in whatever order and process it is asked for. `plan` None = ordinary running."""
    random = np.random.default_rng([seed, runner, 0 if plan is None else 1])
    person = drawn_person(random, world)
    days: list[Day] = []
    for week in range(world.weeks):
        times = int(np.clip(round(person.runs_a_week + random.normal(0.0, 0.7)), *world.runs_a_week))
        if plan is Plan.RUN_WALK:
            times = world.run_walks_a_week
        for weekday in sorted(random.choice(7, size=times, replace=False).tolist()):
            start = FIRST_DAY + dt.timedelta(days=7 * week + weekday)
            outing = drawn_outing(random, person, world, plan)
            legs = motion(random, person, outing, world)
            columns = recorded_columns(random, person, outing, legs, world)
            days.append(
                Day(f"{seed}-{runner}-{plan or 'ordinary'}-{len(days)}", start, outing, truth(person, outing, legs), columns)
            )
    return Season(person, days)
