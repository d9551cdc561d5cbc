"""What the training was before the seven days with most pain: four times seven days, and steps on the way (R1)."""

import datetime as dt
import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from footfall.findings.ramp_steps import ramp_steps
from footfall.findings.spikes import BANDS, Spike
from footfall.history.day_pain import PAIN, index_of, worst_by_day
from footfall.history.history import History
from footfall.history.recorded import silent_days

DAYS = 7
BLOCKS = 4
"""How many times seven days before the worst ones are told: R1 looks back as far."""

MIN_SCORED = 3
"""Days with a score that seven days need, so that a single painful day between blanks is not the worst week."""


@dataclass(frozen=True, slots=True)
class Block:
    """Seven days of training. NaN where a run's own number is not known, or cannot be what was run: a part is not the whole.

    runs       outings.      longest_m   of the longest whose distance is known and can be; NaN without one.
    on_record  False where one of the days lies before the first run or row, or in a stretch of which nothing is known.
    """

    first: dt.date
    last: dt.date
    runs: int
    distance_m: float
    easy_km: float
    longest_m: float
    on_record: bool


@dataclass(frozen=True, eq=False)
class Training:
    """The seven days with the highest mean of the days' worst scores, and what was run before them.

    mean, worst   of the days' worst scores, 0-10, of the `scored` days that have one.
    blocks        four times seven days before, the oldest first, and the seven days themselves.
    spikes        runs of these days more than 10 % longer than the longest of the 30 days before them (R1), by day.
    compared      runs that could be compared so.
    """

    first: dt.date
    last: dt.date
    mean: float
    worst: float
    scored: int
    blocks: tuple[Block, ...]
    spikes: tuple[Spike, ...]
    compared: int


def training(history: History, first: dt.date, last: dt.date) -> Training | None:
    """None where no seven days from `first` to `last` have three scores, or none of them is 1 or more."""
    found = _worst_days(history, first, last)
    if found is None:
        return None
    begin, scores = found
    start = history.days[begin].date
    end = start + dt.timedelta(days=DAYS - 1)
    whole = replace(history, shown_since=start - dt.timedelta(days=DAYS * BLOCKS), shown_until=end)
    compared = ramp_steps(whole).distance.compared
    silent = silent_days(history)
    starts = [start - dt.timedelta(days=DAYS * back) for back in range(BLOCKS, -1, -1)]
    return Training(
        first=start,
        last=end,
        mean=float(np.mean(scores)),
        worst=float(np.max(scores)),
        scored=len(scores),
        blocks=tuple(_block(history, each, silent) for each in starts),
        spikes=tuple(spike for spike in compared if spike.change > BANDS[0]),
        compared=len(compared),
    )


def _worst_days(history: History, first: dt.date, last: dt.date) -> tuple[int, NDArray[np.float64]] | None:
    """Place of the first of the seven days in `history.days`, and their scores; of equals the earliest with most scores."""
    if not history.days:
        return None
    worst = worst_by_day(history)
    best: tuple[float, int, int] | None = None
    low, high = max(index_of(history, first), 0), min(index_of(history, last), len(worst) - 1)
    for begin in range(low, max(high - DAYS + 2, low)):
        scores = _known(worst[begin : begin + DAYS])
        if len(scores) >= MIN_SCORED and np.max(scores) >= PAIN:
            key = (round(float(np.mean(scores)), 9), len(scores), -begin)
            best = key if best is None else max(best, key)
    return None if best is None else (-best[2], _known(worst[-best[2] : -best[2] + DAYS]))


def _known(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    known: NDArray[np.float64] = scores[~np.isnan(scores)]
    return known


def _block(history: History, start: dt.date, silent: frozenset[dt.date]) -> Block:
    at = index_of(history, start)
    days = history.days[max(at, 0) : max(at + DAYS, 0)]
    outings = [outing for day in days for outing in day.outings]
    believed = [math.nan if (metres := history.believed_m(outing)) is None else metres for outing in outings]
    return Block(
        first=start,
        last=start + dt.timedelta(days=DAYS - 1),
        runs=len(outings),
        distance_m=math.fsum(believed),
        easy_km=math.fsum(outing.easy_km for outing in outings),
        longest_m=max((metres for metres in believed if not math.isnan(metres)), default=math.nan),
        on_record=len(days) == DAYS and not any(day.date in silent for day in days),
    )
