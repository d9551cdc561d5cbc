"""Does the time that runs stay free of pain change with the date? The test, and two named spells to read it by."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.findings.stats.cox import RateRatio, block_p, information, rate_ratio
from footfall.findings.stats.survival import SurvivalCurve
from footfall.findings.tolerance import Tolerance, curve_of
from footfall.history.history import OnsetState, Outing

MIN_ONSETS = 18
MIN_BLOCKS = 8
BLOCK_DAYS = 14
"""Runs within so many days of each other stay together: good and bad spells last about as long."""

DAYS_PER_MONTH = 30.4375

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

    p          two-sided, of the Cox score over months, blocks of two weeks put into another order.
    per_month  rate of onsets at any given minute, as a factor from month to month; above 1 pain comes sooner.
    shows      the factor, above 1, that would show in four of five runners with as many onsets over as long.
    blocks     how many two-week blocks hold an outing.
    earlier, later   the outings in two, with half of the onsets each: by count, not where they look most different.
    """

    p: float
    per_month: RateRatio
    shows: float
    blocks: int
    earlier: Spell
    later: Spell

    @property
    def sooner(self) -> bool:
        """True where pain comes sooner than it did."""
        return self.per_month.ratio > 1

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
    blocks = blocks_of(outings)
    if len(found.began) < MIN_ONSETS or np.unique(blocks).size < MIN_BLOCKS:
        return None
    times = np.array([_minutes(outing) for outing in outings])
    began = np.array([outing.onset.state is OnsetState.AT for outing in outings], dtype=np.float64)
    months = _days(outings) / DAYS_PER_MONTH
    told = information(times, began, months)
    per_month = rate_ratio(times, began, months)
    if not told > 0 or math.isnan(per_month.ratio):
        return None
    earlier, later = _halves(outings)
    if not earlier:
        return None
    p = block_p(times, began, months, blocks)
    return Change(p, per_month, math.exp(RELIABLY / math.sqrt(told)), np.unique(blocks).size, _spell(earlier), _spell(later))


def blocks_of(outings: Sequence[Outing]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Number of each outing's block of two weeks from the day of the first one; shape (n,), by start."""
    return np.asarray(_days(outings) // BLOCK_DAYS, dtype=np.int64)


def _days(outings: Sequence[Outing]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
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
