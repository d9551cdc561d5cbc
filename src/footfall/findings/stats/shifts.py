"""Do marked days follow other marked days more often than their own rhythms would bring about? By circular shifts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Following:
    """x of y events came within a few days of a trigger.

    followed   events that did.   expected   mean over the shifts.   p   one-sided, for more than that; 1 / (shifts + 1) at least.
    """

    followed: int
    events: int
    expected: float
    p: float


def following(triggers: NDArray[np.int64], events: NDArray[np.int64], days: int, within: int, least_shift: int = 7) -> Following:
    """How many events fall on a trigger's day or up to `within` days after it, against the events shifted around the span.

    triggers, events   days, 0 to days - 1.    days  of the span.
    The null keeps the rhythm of both series and moves one against the other by every whole number of days from `least_shift` to
    `days - least_shift`. Raises ValueError for a span too short to shift, or days outside it.
    Its size was simulated: docs/statistics.md. A trend in both series at once is not removed.
    """
    if days < 2 * least_shift:
        raise ValueError("a span too short to shift")
    if any(((marked < 0) | (marked >= days)).any() for marked in (triggers, events)):
        raise ValueError("a day outside the span")
    near = np.zeros(days, dtype=bool)
    for after in range(within + 1):
        near[(triggers + after)[triggers + after < days]] = True
    shifts = np.arange(least_shift, days - least_shift + 1)
    shifted = near[(events[:, None] + shifts[None, :]) % days].sum(axis=0)
    followed = int(near[events].sum())
    p = (1 + int((shifted >= followed).sum())) / (1 + len(shifts))
    return Following(followed, len(events), float(shifted.mean()), p)
