"""Does the time that runs stay free of pain change with the date? The test, and two named spells to read it by."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.findings.confidence import FAMILY_SIZE
from footfall.findings.stats.cox import MIN_BLOCKS, Blocks, RateRatio, block_p, blocks_of, information, rate_ratio, score
from footfall.findings.stats.survival import SurvivalCurve
from footfall.findings.tolerance import Tolerance, curve_of
from footfall.history.history import OnsetState, Outing
from footfall.model.intervals import FloatArray

MIN_ONSETS = 18
DAYS_PER_MONTH = 30.4375

P_CHANGE = 0.045
"""The change is told up to this p. At .05 good and bad spells over four months were taken for a change in 7.6 % of 8,000 made-up
runners, a hair over what it is held to (docs/statistics.md); chosen after seeing that."""

RELIABLY = 1.2 * (1.96 + 0.84)
"""A trend of so many standard errors shows in four of five runners: a two-sided test at 5 % asks for 2.8 of them, and one that
keeps blocks of runs together for about a fifth more (simulated: docs/statistics.md)."""


@dataclass(frozen=True, eq=False)
class Spell:
    """Outings from one day to another, both included, and how long they stayed free of pain."""

    first: dt.date
    last: dt.date
    outings: tuple[Outing, ...]
    onsets: int
    curve: SurvivalCurve


@dataclass(frozen=True, eq=False)
class Change:
    """What the dates of outings say about their pain-free minutes.

    p          two-sided, of the Cox score over months, blocks of weeks put into another order.
    sooner     True where pain comes sooner than it did.
    per_month  rate of onsets at any given minute, as a factor from month to month, above 1 where pain comes sooner; NaN where
               onsets are in such order that none fits best.
    shows      the factor, above 1, that would show in four of five runners with as many onsets over as long.
    blocks     in which outings stayed together while their order was changed.
    earlier, later   the outings in two, with half of the onsets each: by count, not where they look most different.
    """

    p: float
    sooner: bool
    per_month: RateRatio
    shows: float
    blocks: Blocks
    earlier: Spell
    later: Spell

    @property
    def moves(self) -> bool:
        """Whether the test has found a change."""
        return self.p <= P_CHANGE

    @property
    def family_p(self) -> float:
        """Of the rule's family: .05 or less exactly where the change is told."""
        return min(self.p * FAMILY_SIZE / P_CHANGE, 1.0)

    @property
    def overlap(self) -> bool:
        """Whether the intervals of the two medians overlap; an end that is not known overlaps with everything."""
        return not (_apart(self.earlier.curve, self.later.curve) or _apart(self.later.curve, self.earlier.curve))

    @property
    def spells_agree(self) -> bool:
        """Whether both spells have a median, and these differ by a minute or more in the direction of the trend."""
        gained = self.later.curve.median - self.earlier.curve.median
        return gained <= -1 if self.sooner else gained >= 1


def change(found: Tolerance) -> Change | None:
    """None below 18 onsets, or where the outings lie in fewer than 8 blocks of two weeks, or at dates that tell nothing."""
    outings = found.watched
    if len(found.began) < MIN_ONSETS:
        return None
    blocks = blocks_of(days_of(outings))
    if blocks.count < MIN_BLOCKS:
        return None
    times = np.array([_minutes(outing) for outing in outings])
    began = np.array([outing.onset.state is OnsetState.AT for outing in outings], dtype=np.float64)
    months = days_of(outings) / DAYS_PER_MONTH
    told = information(times, began, months)
    if not told > 0:
        return None
    earlier, later = _halves(outings)
    if not earlier:
        return None
    p = block_p(times, began, months, blocks.block)
    sooner = score(times, began, months) > 0
    per_month = rate_ratio(times, began, months)
    return Change(p, sooner, per_month, math.exp(RELIABLY / math.sqrt(told)), blocks, _spell(earlier), _spell(later))


def days_of(outings: Sequence[Outing]) -> FloatArray:
    """Days since that of the first outing, of which there must be one; shape (n,)."""
    return np.array([(outing.day - outings[0].day).days for outing in outings], dtype=np.float64)


def _minutes(outing: Outing) -> float:
    return outing.onset.minute if outing.onset.state is OnsetState.AT else outing.timer_min


def _halves(outings: Sequence[Outing]) -> tuple[Sequence[Outing], Sequence[Outing]]:
    """Before and from the day of the onset in the middle: days are not torn apart."""
    began = [outing.day for outing in outings if outing.onset.state is OnsetState.AT]
    middle = began[len(began) // 2]
    return [each for each in outings if each.day < middle], [each for each in outings if each.day >= middle]


def _spell(outings: Sequence[Outing]) -> Spell:
    events = [outing for outing in outings if outing.onset.state is OnsetState.AT]
    free = [outing for outing in outings if outing.onset.state is not OnsetState.AT]
    return Spell(outings[0].day, outings[-1].day, tuple(outings), len(events), curve_of(events, free))


def _apart(one: SurvivalCurve, other: SurvivalCurve) -> bool:
    """Whether the interval of one median ends before that of the other begins; NaN compares false."""
    return one.median_high < other.median_low
