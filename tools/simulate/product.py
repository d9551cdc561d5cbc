"""The product's own way from runs to intervals: measure, calibrate, express, sums of runs, ratios of two."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from footfall.metrics import spread
from footfall.metrics.calibrate import calibrate
from footfall.metrics.draws import DRAWS, interval
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.measure import Measure
from footfall.model.measured import Measured
from footfall.model.summary import RunSummary
from simulate.noise import Floats
from simulate.outing import Plan
from simulate.scenarios import SCENARIOS
from simulate.season import Season, drawn_season
from simulate.truth import Truth
from simulate.watch import Kept, as_run
from simulate.world import World


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something with an interval: where the truth, the run's own measure and the draws of it are found."""

    name: str
    truth: Callable[[Truth], float]
    of_run: Callable[[RunSummary], Measure]
    drawn: spread.Quantity


QUANTITIES = (
    Quantity("footfalls", lambda truth: truth.footfalls, lambda run: run.footfalls.total, spread.footfalls),
    Quantity("load", lambda truth: truth.load, lambda run: run.load.measure, spread.ground_force),
    Quantity("lumbar", lambda truth: truth.lumbar, lambda run: run.lumbar_cumulative, spread.lumbar),
)


@dataclass(frozen=True, slots=True)
class Held:
    """One interval beside its truth, all over the truth: it holds where 1 lies inside.

    of    what it is of: one of the `SPANS`.
    """

    scenario: str
    of: str
    quantity: str
    low: float
    value: float
    high: float

    @property
    def holds(self) -> bool:
        """Whether the truth lies inside."""
        return self.low <= 1.0 <= self.high


ONE, WEEKS, RATIO, INDEPENDENT = SPANS = ("one run", "16 weeks", "ratio of two runs", "16 weeks, errors drawn anew for each run")


def held_of_runner(seed: int, runner: int, world: World, names: Sequence[str]) -> list[Held]:
    """Every interval of one simulated runner, in the scenarios asked for."""
    seasons: dict[Plan | None, Season] = {}
    measured: dict[tuple[str, Kept], Measured] = {}
    held: list[Held] = []
    for name in names:
        scenario = SCENARIOS[name]
        if scenario.plan not in seasons:
            seasons[scenario.plan] = drawn_season(seed, runner, world, scenario.plan)
        season = seasons[scenario.plan]
        found = []
        for place, day in enumerate(season.days):
            key = (day.name, scenario.kept(runner, place))
            if key not in measured:
                measured[key] = measure(as_run(day.name, day.start, day.outing, day.columns, key[1]))
            found.append(measured[key])
        athlete = Athlete(height_m=season.person.height_m if scenario.tells_height else None)
        learned = calibrate(found, athlete)
        runs = [express(one, learned, athlete) for one in found]
        one, other = np.random.default_rng([seed, runner]).choice(np.arange(len(runs) // 2, len(runs)), 2, replace=False).tolist()
        for quantity in QUANTITIES:
            held += _held(name, quantity, runs, [quantity.truth(day.truth) for day in season.days], one, other)
    return held


def _held(
    scenario: str, quantity: Quantity, runs: Sequence[RunSummary], truths: Sequence[float], one: int, other: int
) -> Iterator[Held]:
    def beside(of: str, found: Measure, truth: float) -> Held:
        return Held(scenario, of, quantity.name, found.low / truth, found.value / truth, found.high / truth)

    def value(run: RunSummary) -> float:
        return quantity.of_run(run).value

    whole = spread.total(runs, quantity.drawn, value, "")
    yield beside(ONE, quantity.of_run(runs[one]), truths[one])
    yield beside(WEEKS, whole, sum(truths))
    yield beside(RATIO, spread.ratio(runs[one], runs[other], quantity.drawn, value), truths[one] / truths[other])
    low, high = interval(_anew(runs, quantity.drawn))
    yield beside(INDEPENDENT, Measure(whole.value, min(low, whole.value), max(high, whole.value), "", "derived"), sum(truths))


def _anew(runs: Sequence[RunSummary], drawn: spread.Quantity) -> Floats:
    """Sum of the runs' draws, each run's in an order of its own: its spread stays, and what the runs share is lost."""
    heap = np.zeros(DRAWS)
    for place, run in enumerate(runs):
        if run.parts is not None:
            heap += np.random.default_rng(place).permutation(spread.draws_of(run.id, run.parts, drawn))
    return heap
