"""Do onsets gather at 15-20 minutes more than the time spent running there explains? The exact test, by how they are written.

Who writes whole minutes, or fives, does not say on which side of minute 15 an onset lies. Each way of writing therefore has cells
of its own, as wide as its rounding, and of them those count that lie in the window, or by half in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from footfall.findings.stats.at_risk import minutes_at_risk
from footfall.model.intervals import FloatArray

WINDOW_MIN = (15.0, 20.0)
"""Where onsets may gather, the end not included: set before looking, because runners ask about it.  [min]"""

FROM_MIN = 2.5
"""Onsets before this are not looked at: rounded to fives they would be 0, which means pain from the start.  [min]"""

MULTIPLE = 5.0
"""People round to multiples of this.  [min]"""


class Grain(StrEnum):
    """How finely an onset is known: to less than a minute; a whole minute; a multiple of five, as people round them."""

    EXACT = "exact"
    MINUTE = "minute"
    FIVE = "five"


def grain_of(minute: float) -> Grain:
    """Of an onset written as whole minutes."""
    return Grain.FIVE if minute % MULTIPLE == 0 else Grain.MINUTE


@dataclass(frozen=True, eq=False)
class Cells:
    """Where the onsets of one grain can be told to lie. Arrays shape (k,), by time.

    begin, end   [min]    middle  (begin + end) / 2, before the first cell is cut at 2.5.  [min]
    weight       share of the cell that counts as the window: 1, 0, or a half for the fives around 15 and 20.
    onsets       how many.    at_risk  minutes that all runs together spent there, free of pain.  [min]
    """

    begin: FloatArray
    end: FloatArray
    middle: FloatArray
    weight: FloatArray
    onsets: FloatArray
    at_risk: FloatArray


def cells(onsets: Mapping[Grain, FloatArray], ends: FloatArray) -> dict[Grain, Cells]:
    """The cells of every grain in which something was written.

    onsets    by grain, each shape (n,), minutes >= 2.5 as written.  [min]
    ends      shape (m,), of all runs at risk, with an onset (of any grain, or of none that can be told) or without: the minute
              of the onset, else of the end.  [min]
    Returns   without the cells that no run reached; their onsets, which only a rounding can put there, go with them.
    Raises    ValueError for an onset before 2.5 minutes.
    """
    return {
        grain: _with(*_edges(grain, float(max(ends.max(), minutes.max()))), minutes, ends, grain)
        for grain, minutes in onsets.items()
        if minutes.size
    }


def _edges(grain: Grain, last: float) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Begin, end and weight of the cells of a grain, until past the last minute."""
    low, high = WINDOW_MIN
    if grain is Grain.EXACT:
        begin = np.arange(2.0, last + 1)
        return begin, begin + 1, ((begin >= low) & (begin < high)).astype(np.float64)
    if grain is Grain.MINUTE:
        minute = np.arange(3.0, last + 1)
        minute = minute[minute % MULTIPLE != 0]
        return minute - 0.5, minute + 0.5, ((minute > low) & (minute < high)).astype(np.float64)
    five = np.arange(MULTIPLE, last + MULTIPLE, MULTIPLE)
    return five - 2.5, five + 2.5, np.where((five == low) | (five == high), 0.5, 0.0)


def _with(begin: FloatArray, end: FloatArray, weight: FloatArray, onsets: FloatArray, ends: FloatArray, grain: Grain) -> Cells:
    if onsets.min() < FROM_MIN:
        raise ValueError("an onset before 2.5 minutes is not looked at")
    which = np.searchsorted(begin, onsets, side="right") - 1
    counted = np.bincount(which, minlength=begin.size).astype(np.float64)
    middle = (begin + end) / 2
    begin = np.maximum(begin, FROM_MIN)
    at_risk = minutes_at_risk(ends, begin, end)
    seen = at_risk > 0
    return Cells(begin[seen], end[seen], middle[seen], weight[seen], counted[seen], at_risk[seen])


@dataclass(frozen=True, slots=True)
class Excess:
    """How many onsets lay in a window, against what the time spent there alone would bring.

    onsets     there; halves where a five may lie on either side.    total  of all onsets that were looked at.
    expected   NaN where no run was at risk.    p  one-sided; NaN there too.
    """

    onsets: float
    expected: float
    total: int
    p: float


def by_time_at_risk(found: Mapping[Grain, Cells]) -> Excess:
    """The exact test against the time spent in the window, class of writing by class of writing.

    Given how many onsets each grain has, each lies in the window with the share of time at risk that the window has in the cells
    of that grain: a binomial each; the weighted sum of the three is convolved, so the p value is exact where the hazard is
    constant. Where it is not, the trend (`stats/trend.py`) is what tells a bump from a hill: neither is enough alone.

    found     as `cells` gives them, at least one.
    """
    doubled = np.ones(1)  # chances of 0, 1, 2 … half onsets in the window
    there, expected, total = 0.0, 0.0, 0
    for grain, each in found.items():
        weight = 0.5 if grain is Grain.FIVE else 1.0
        inside = each.weight > 0
        count = int(each.onsets.sum())
        share = float(each.at_risk[inside].sum() / each.at_risk.sum()) if each.at_risk.size else np.nan
        there += weight * float(each.onsets[inside].sum())
        expected += weight * count * share
        total += count
        doubled = np.convolve(doubled, _spread(binomial(count, share), int(2 * weight)))
    p = float(np.minimum(1.0, doubled[round(2 * there) :].sum()))  # not `min`, which makes 1 of NaN
    return Excess(there, expected, total, p)


def _spread(chances: FloatArray, step: int) -> FloatArray:
    """Chances of 0, 1, 2 … onsets as chances of so many half onsets."""
    spread = np.zeros((chances.size - 1) * step + 1)
    spread[::step] = chances
    return spread


def binomial(count: int, share: float) -> FloatArray:
    """Chances of 0 … `count` hits where each has the chance `share`; shape (count + 1,), NaN for a share of NaN."""
    if share in (0.0, 1.0):
        certain = np.zeros(count + 1)
        certain[round(share) * count] = 1.0
        return certain
    hits = np.arange(count + 1)
    log_factorial = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, count + 1)))])
    log_choose = log_factorial[-1] - log_factorial - log_factorial[::-1]
    chances: FloatArray = np.exp(log_choose + hits * np.log(share) + (count - hits) * np.log1p(-share))
    return chances


def plain(
    onsets: FloatArray,
    ends: FloatArray,
    window_min: tuple[float, float] = WINDOW_MIN,
    among_min: tuple[float, float] = (FROM_MIN, np.inf),
) -> Excess:
    """Onsets in a window against the time spent there, as they are written: to look at, not to test with.

    It takes a hazard that rises or falls, and people who write 15 and 20, for a bump (size up to 16 % and more).

    onsets, ends   shape (n,), (m,) as for `cells`, of every grain together.  [min]
    window_min     its end not included.    among_min  onsets and time outside this are left out.  [min]
    """
    low, high = window_min
    first, last = among_min
    counted = onsets[(onsets >= first) & (onsets < last)]
    there = int(np.sum((counted >= low) & (counted < high)))
    inside, whole = minutes_at_risk(ends, np.array([low, first]), np.array([high, last]))
    if whole <= 0:
        return Excess(there, np.nan, counted.size, np.nan)
    share = min(1.0, float(inside / whole))
    return Excess(there, counted.size * share, counted.size, float(min(1.0, binomial(counted.size, share)[there:].sum())))
