"""Do marked days follow other marked days more often than their own rhythms would bring about? By circular shifts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WEEK = 7


@dataclass(frozen=True, slots=True)
class Following:
    """x of y events came within a few days of a trigger.

    followed   events that did.   expected   mean over the shifts.   p   one-sided, for more than that; 1 / (shifts + 1) at least.
    """

    followed: int
    events: int
    expected: float
    p: float


def following(triggers: NDArray[np.int64], events: NDArray[np.int64], days: int, within: int) -> Following:
    """How many events fall on a trigger's day or up to `within` days after it, against the events shifted around the span.

    triggers, events   days, 0 to days - 1.    days  of the span, whole weeks and two of them at least.
    The null moves one series against the other by every number of whole weeks, around the span: each keeps its own rhythm and its
    weekdays. By single days, people who run and write on the same days of each week would seem to flare after their long runs.
    Raises ValueError for a span that is too short or no whole weeks, or days outside it.
    Its size was simulated: docs/statistics.md. A trend in both series at once is not removed.
    """
    if days < 2 * WEEK or days % WEEK:
        raise ValueError("a span too short to shift, or no whole weeks")
    if any(((marked < 0) | (marked >= days)).any() for marked in (triggers, events)):
        raise ValueError("a day outside the span")
    near = np.zeros(days, dtype=bool)
    for after in range(within + 1):
        near[(triggers + after)[triggers + after < days]] = True
    shifts = np.arange(WEEK, days, WEEK)
    shifted = near[(events[:, None] + shifts[None, :]) % days].sum(axis=0)
    followed = int(near[events].sum())
    p = (1 + int((shifted >= followed).sum())) / (1 + len(shifts))
    return Following(followed, len(events), float(shifted.mean()), p)
