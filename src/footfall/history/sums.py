"""What several runs of one runner come to: footfalls, load and easy kilometres, with the interval of each sum."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from footfall.metrics import spread
from footfall.metrics.load import LOAD_MODELS
from footfall.metrics.parts import EXPONENTS
from footfall.model.measure import Measure
from footfall.model.summary import RunSummary


@dataclass(frozen=True, eq=False)
class Sums:
    """Sums over runs, with 90 % intervals: what a runner's runs share is drawn once, so they narrow with more runs only as far as
    the runs' own errors go. Unknown as soon as a run's own number is: a part is not the whole. 0 without runs.

    footfalls   both feet.
    load        by `model`, in its unit; unknown for several runs where its loads cannot be added up.
    easy_km     exponent name (b1, b4, b10) -> easy kilometres.    easy  the first of them, b1, with its interval.
    """

    footfalls: Measure
    load: Measure
    model: str
    easy_km: Mapping[str, float]
    easy: Measure


def sums(runs: Sequence[RunSummary], model: str) -> Sums:
    """Of one runner's runs.

    model   name in LOAD_MODELS; a run whose load is by another one makes the sum unknown.
    """
    return Sums(
        footfalls=_sum(runs, spread.footfalls, lambda run: run.footfalls.total, "footfalls"),
        load=_load(runs, model),
        model=model,
        easy_km={f"b{exponent}": math.fsum(run.easy_km[f"b{exponent}"] for run in runs) for exponent in EXPONENTS},
        easy=_sum(runs, spread.easy_km(1), lambda run: run.easy, "easy km"),
    )


def can_be_added(runs: Sequence[RunSummary]) -> bool:
    """True when the loads of these runs can be added up: of one run always, of several by one model that allows it."""
    models = {run.load.model for run in runs}
    return len(runs) < 2 or (len(models) == 1 and LOAD_MODELS[models.pop()].drawn is not None)


def load_of(runs: Sequence[RunSummary]) -> float:
    """Sum of loads by the model that the runs were expressed with; NaN where they cannot be added up."""
    return math.fsum(run.load.measure.value for run in runs) if can_be_added(runs) else math.nan


def _load(runs: Sequence[RunSummary], model: str) -> Measure:
    chosen = LOAD_MODELS[model]
    if any(run.load.model != model for run in runs) or not can_be_added(runs):
        return Measure.unknown(chosen.unit)
    return _sum(runs, chosen.drawn, lambda run: run.load.measure, chosen.unit)


def _sum(
    runs: Sequence[RunSummary], quantity: spread.Quantity | None, measure: Callable[[RunSummary], Measure], unit: str
) -> Measure:
    """Of one run its own measure; the draws serve where there are several."""
    if len(runs) == 1:
        return measure(runs[0])
    if quantity is None:
        return Measure(0.0, 0.0, 0.0, unit, "derived") if not runs else Measure.unknown(unit)
    return spread.total(runs, quantity, lambda run: measure(run).value, unit)
