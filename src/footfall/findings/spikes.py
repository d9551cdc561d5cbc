"""Each outing against the largest of the 30 days before it: the step that R1 names for distance."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    no_baseline   after 30 days or more without an outing that has a value above 0.
    no_value      how many have no value themselves.
    """

    compared: tuple[Spike, ...]
    young: tuple[Outing, ...]
    young_steps: tuple[Spike, ...]
    no_baseline: tuple[Outing, ...]
    no_value: int


def spikes(outings: Sequence[Outing], value: Callable[[Outing], float | None], shows: Callable[[dt.date], bool]) -> Steps:
    """Compare each shown outing with the 30 days before it.

    outings   all of the history, by start.    value   None where it is not known.    shows   which days are asked about.
    Source    Schuster Brandt Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380. Differs: 1. files within the outing
              gap are one session.
    """
    values = [value(outing) for outing in outings]
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
        spike = _spike(outings, values, index)
        if outing.start - outings[0].start < WINDOW:
            young.append(outing)
            young_steps += [] if spike is None else [spike]
        elif spike is None:
            no_baseline.append(outing)
        else:
            compared.append(spike)
    return Steps(tuple(compared), tuple(young), tuple(young_steps), tuple(no_baseline), no_value)


def _spike(outings: Sequence[Outing], values: Sequence[float | None], index: int) -> Spike | None:
    start, own = outings[index].start, values[index]
    window = []
    for earlier in range(index - 1, -1, -1):
        if outings[earlier].start < start - WINDOW:
            break
        if outings[earlier].start < start:
            window.append(earlier)
    known = [(found, -earlier) for earlier in window if (found := values[earlier]) is not None]
    before, negative = max(known, default=(0.0, 0))  # of equals, the first
    if own is None or before <= 0:  # nothing is a multiple of 0 m
        return None
    change = round(own / before - 1, 9)
    return Spike(outings[index], own, outings[-negative], before, change, len(window), len(window) - len(known))
