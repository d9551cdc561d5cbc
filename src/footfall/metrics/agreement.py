"""Whether one load is more than another: stated only where force counted evenly and force counted strongly agree."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from footfall.metrics import spread
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.summary import RunSummary

EVEN, STRONG = 1, 4
"""Exponents that are asked. At 1 a footfall counts by its force; at 4 one a tenth harder counts half as much again. Whether a
fast or a slow kilometre loads more turns between 2 and 3, and nobody knows the exponent of a living back."""


class Order(StrEnum):
    """What can be said of one load against another.

    A ratio is clear where its 90 % interval leaves out 1.

    MORE, LESS   the ratio at b = 1, the one that is shown, is clear, and the value at b = 4 lies on the same side of 1; its own
                 interval is not asked for, and no other exponent is: at b = 10 the order may be the other way round.
    DEPENDS      on how strongly force is weighted: clear at b = 1 with the value at b = 4 on the other side, or clear at b = 4
                 alone.
    TOO_CLOSE    to tell: clear at neither exponent.
    """

    MORE = "more"
    LESS = "less"
    DEPENDS = "depends"
    TOO_CLOSE = "too-close"


@dataclass(frozen=True, eq=False)
class Weighed:
    """Easy kilometres of a run or a week at both exponents.

    value   exponent -> easy km, above 0.    drawn   exponent -> the same in each draw of the errors, shape (DRAWS,).
    """

    value: Mapping[int, float]
    drawn: Mapping[int, FloatArray]


@dataclass(frozen=True, eq=False)
class Comparison:
    """One against another: the order, and at b = 1 and b = 4 how many times the other the one is."""

    order: Order
    ratio: Mapping[int, Measure]


@dataclass(frozen=True, eq=False)
class Most:
    """Which of several has most.

    order     MORE: `first` has. TOO_CLOSE: so many others (`rivals`) are not to be told from it. DEPENDS: `first` has where force
              counts evenly, the first of `rivals` where it counts strongly.
    first     place of the largest at b = 1.
    rivals    places of those that are not clearly less; of MORE, the next largest at b = 1. Most first.
    ratio     of the first over the first rival, b = 1.
    """

    order: Order
    first: int
    rivals: tuple[int, ...]
    ratio: Measure


def weigh(runs: Sequence[RunSummary]) -> Weighed | None:
    """What runs of one runner come to together; None where one of them is not known, or nothing was run or walked."""
    value = {exponent: math.fsum(run.easy_km[f"b{exponent}"] for run in runs) for exponent in (EVEN, STRONG)}
    if not all(each > 0 for each in value.values()):
        return None
    drawn = {exponent: spread.drawn_sum(runs, spread.easy_km(exponent)) for exponent in value}
    known = {exponent: draws for exponent, draws in drawn.items() if draws is not None}
    return Weighed(value, known) if len(known) == len(value) else None


def median(weighed: Sequence[Weighed]) -> Weighed:
    """The median, in each draw too: errors that all of them share stay in it."""
    return Weighed(
        {exponent: statistics.median(one.value[exponent] for one in weighed) for exponent in (EVEN, STRONG)},
        {exponent: np.median([one.drawn[exponent] for one in weighed], axis=0) for exponent in (EVEN, STRONG)},
    )


def compare(one: Weighed, other: Weighed) -> Comparison:
    """One against another of the same runner: the errors that both share cancel."""
    ratio = {
        exponent: spread.measure(
            one.value[exponent] / other.value[exponent], one.drawn[exponent] / other.drawn[exponent], "ratio"
        )
        for exponent in (EVEN, STRONG)
    }
    return Comparison(_order(ratio[EVEN], ratio[STRONG]), ratio)


def most(weighed: Sequence[Weighed]) -> Most | None:
    """Which has most; None of fewer than two."""
    if len(weighed) < 2:
        return None
    first, *others = sorted(range(len(weighed)), key=lambda at: (-weighed[at].value[EVEN], at))
    found = {at: compare(weighed[first], weighed[at]) for at in others}
    order, rivals = Order.MORE, [others[0]]
    for kind in (Order.DEPENDS, Order.TOO_CLOSE):
        alike = [at for at in others if found[at].order is kind]
        if alike:
            order, rivals = kind, alike
            break
    if order is Order.DEPENDS:
        rivals.sort(key=lambda at: -weighed[at].value[STRONG])
    return Most(order, first, tuple(rivals), found[rivals[0]].ratio[EVEN])


def _order(even: Measure, strong: Measure) -> Order:
    if not _clear(even):
        return Order.DEPENDS if _clear(strong) else Order.TOO_CLOSE
    if (even.value > 1) is not (strong.value > 1):
        return Order.DEPENDS
    return Order.MORE if even.value > 1 else Order.LESS


def _clear(ratio: Measure) -> bool:
    return not ratio.low <= 1 <= ratio.high
