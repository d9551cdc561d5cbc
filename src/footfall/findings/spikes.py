"""Each outing against the largest of the 30 days before it: the step that R1 names for distance."""

import datetime as dt
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from footfall.history.history import Outing

WINDOW = dt.timedelta(days=30)
"""30 × 24 hours in UTC, its first moment included: no clock change can stretch it."""

BANDS = (0.10, 0.30, 1.00)
"""A step is named above, not at, each of these."""


@dataclass(frozen=True, eq=False)
class Spike:
    """One outing and what it is compared with.

    value, before     of the outing, and of `longest`, the largest of the 30 days before it.
    change            value / before - 1, rounded to 9 digits so that 11 km after 10 km is 10 %, not a hair above.
    runs_before       outings in those 30 days; `unknown_before` of them have no value and were not looked at.
    """

    outing: Outing
    value: float
    longest: Outing
    before: float
    change: float
    runs_before: int
    unknown_before: int


@dataclass(frozen=True, eq=False)
class Steps:
    """Every shown outing in one of four places.

    compared      with 30 days of history before it and something in them, by start.
    young         in the first 30 days of the history; `young_steps` are those with something to compare, no more than shown.
    no_baseline   after 30 days or more without an outing that has a value of `least` or more.
    no_value      how many have no value themselves.
    """

    compared: tuple[Spike, ...]
    young: tuple[Outing, ...]
    young_steps: tuple[Spike, ...]
    no_baseline: tuple[Outing, ...]
    no_value: int


def spikes(
    outings: Sequence[Outing], value: Callable[[Outing], float | None], shows: Callable[[dt.date], bool], least: float = 0.0
) -> Steps:
    """Compare each shown outing with the 30 days before it.

    outings   all of the history, by start.    value   None where it is not known.    shows   which days are asked about.
    least     smallest value that can be compared with: against less, no outing is a step. Nothing is a multiple of 0.
    Source    Schuster Brandt Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380. Differs: 1. files within the outing
              gap are one session. 2. `least`.
    """
    values = [value(outing) for outing in outings]
    window = _Window(outings, values, least)
    compared: list[Spike] = []
    young: list[Outing] = []
    young_steps: list[Spike] = []
    no_baseline: list[Outing] = []
    no_value = 0
    for index, outing in enumerate(outings):
        if not shows(outing.day):
            continue
        if values[index] is None:
            no_value += 1
            continue
        spike = window.spike(index)
        if window.is_young(index):
            young.append(outing)
            young_steps += [] if spike is None else [spike]
        elif spike is None:
            no_baseline.append(outing)
        else:
            compared.append(spike)
    return Steps(tuple(compared), tuple(young), tuple(young_steps), tuple(no_baseline), no_value)


class _Window:
    """The outings of the 30 days before another: asked in the order of their starts, each is looked at once in all."""

    def __init__(self, outings: Sequence[Outing], values: Sequence[float | None], least: float) -> None:
        self._outings = outings
        self._values = values
        self._least = least
        self._starts = [outing.start for outing in outings]
        self._known = list(accumulate((value is not None for value in values), initial=0))
        self._largest: deque[tuple[float, int]] = deque()
        self._taken = 0

    def is_young(self, index: int) -> bool:
        """Within 30 days of the first outing of all."""
        return self._starts[index] - self._starts[0] < WINDOW

    def spike(self, index: int) -> Spike | None:
        """None where the outing has no value, or the largest before it is too small to compare with."""
        start, own = self._starts[index], self._values[index]
        first, last = bisect_left(self._starts, start - WINDOW), bisect_left(self._starts, start)
        for earlier in range(self._taken, last):
            self._take(earlier)
        self._taken = max(self._taken, last)
        while self._largest and self._largest[0][1] < first:
            self._largest.popleft()
        before, longest = self._largest[0] if self._largest else (0.0, 0)
        if own is None or before <= 0 or before < self._least:
            return None
        change = round(own / before - 1, 9)
        unknown = last - first - (self._known[last] - self._known[first])
        return Spike(self._outings[index], own, self._outings[longest], before, change, last - first, unknown)

    def _take(self, earlier: int) -> None:
        value = self._values[earlier]
        if value is None:
            return
        while self._largest and self._largest[-1][0] < value:  # of equals, the first stays in front
            self._largest.pop()
        self._largest.append((value, earlier))
