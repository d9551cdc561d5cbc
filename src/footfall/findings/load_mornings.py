"""Each morning's pain beside the load of the day before it, in the steps of the calendar: for the picture of rule A1."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.findings.association import Lagged, LoadPain, Pain, load_pain
from footfall.findings.stats.quantiles import t_quantile
from footfall.history.calendar import load_step
from footfall.history.history import History
from footfall.model.intervals import FloatArray

STEPS = 6
MIN_WEEKS = 4
"""Of a group: below, no interval round its mean is given."""


@dataclass(frozen=True, slots=True)
class LoadGroup:
    """Mornings after days of one step of load.

    mean        of the pain, 0-10.    low, high   its 95 % interval, weeks kept together; NaN below 4 weeks.
    """

    step: int
    mornings: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class LoadMornings:
    """What is drawn.

    day, easy_km, pain   the day, its load, and the pain of the morning after it; shape (n,), oldest first.
    groups               those with a morning, by step.
    links                morning pain against the load of 1, 2, 3 and 4 days before, and of 7 days together.
    """

    day: tuple[dt.date, ...]
    easy_km: FloatArray
    pain: FloatArray
    groups: tuple[LoadGroup, ...]
    links: tuple[Lagged, ...]


def load_mornings(history: History) -> LoadMornings | None:
    """None without a scored morning after a day of known load."""
    found = load_pain(history)
    if found is None:
        return None
    days, easy_km, pain = _pairs(history, found)
    if not days:
        return None
    steps = np.array([load_step(each) for each in easy_km])
    weeks = np.array([each.toordinal() // 7 for each in days])
    groups = tuple(_group(step, pain[steps == step], weeks[steps == step]) for step in range(STEPS) if np.any(steps == step))
    links = tuple(each for each in found.tested if each.pain is Pain.MORNING)
    return LoadMornings(tuple(days), easy_km, pain, groups, links)


def _pairs(history: History, found: LoadPain) -> tuple[list[dt.date], FloatArray, FloatArray]:
    """Days whose load the rule knows, too, and whose next morning has a score."""
    loads = {day.date: math.fsum(outing.easy_km for outing in day.outings) for day in history.days}
    known: Sequence[tuple[dt.date, float, float]] = [
        (day, loads[day], float(pain))
        for at, pain in enumerate(found.days.morning[1:])
        if math.isfinite(pain)
        and math.isfinite(found.days.load[at])
        and math.isfinite(loads.get(day := found.days.first + dt.timedelta(days=at), math.nan))
    ]
    return [day for day, _, _ in known], np.array([load for _, load, _ in known]), np.array([pain for _, _, pain in known])


def _group(step: int, pain: FloatArray, weeks: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> LoadGroup:
    """The mean and its interval from sums by week: sore days come in rows, and are not as many facts as they are days."""
    mean = float(np.mean(pain))
    _, of_week = np.unique(weeks, return_inverse=True)
    sums = np.bincount(of_week, weights=pain - mean)
    if sums.size < MIN_WEEKS:
        return LoadGroup(step, pain.size, mean, math.nan, math.nan)
    error = math.sqrt(sums.size / (sums.size - 1) * float(np.sum(sums**2))) / pain.size
    width = t_quantile(0.975, sums.size - 1) * error
    return LoadGroup(step, pain.size, mean, max(mean - width, 0.0), min(mean + width, 10.0))
