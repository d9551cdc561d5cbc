"""Recorded cadence of running: how its minutes spread, and how it moves within runs against each one's own minutes 5-10."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from footfall.history.history import Outing
from footfall.model.intervals import FloatArray, IntArray

BASE_MIN = (5, 10)
"""Minutes of a run that its others are held against, the last not in it: begun, warm, and not yet tired.  [min]"""
BASE_LEAST = 3
"""So many of them must be known; else the run has nothing to be held against."""
LEAST_RUNS = 8
"""A minute is drawn from so many runs on."""
BIN_SPM = 2
"""A watch counts the strides of one foot in whole ones, which are steps by twos; the bins have these in their middle."""


@dataclass(frozen=True, eq=False)
class Drift:
    """Runs by their own minutes. Minute k, counted from 0, lies between timer minutes k and k + 1 of the outing.

    change   cadence less that of the same run's minutes 5-10, shape (runs, minutes); NaN = not recorded, or not run.  [steps/min]
    """

    change: FloatArray

    @cached_property
    def runs(self) -> IntArray:
        """How many runs each minute rests on, shape (minutes,)."""
        held: IntArray = np.isfinite(self.change).sum(axis=0)
        return held

    @cached_property
    def drawn(self) -> IntArray:
        """Minutes that enough runs hold, ascending."""
        return np.flatnonzero(self.runs >= LEAST_RUNS)

    @cached_property
    def quartiles(self) -> FloatArray:
        """Lower quartile, median and upper quartile of each drawn minute, shape (3, drawn minutes).  [steps/min]"""
        columns = [np.quantile(column[np.isfinite(column)], (0.25, 0.5, 0.75)) for column in self.change[:, self.drawn].T]
        return np.array(columns).reshape(-1, 3).T


@dataclass(frozen=True, eq=False)
class RunningCadence:
    """What is recorded of a runner's steps.

    spm       every running minute with a recorded cadence, shape (n,).  [steps/min, both feet]
    recorded  how many outings these come from.
    without   outings with running in them that have no such minute: their cadence is estimated, or they were too short.
    """

    spm: FloatArray
    recorded: int
    without: int
    drift: Drift

    @property
    def bins(self) -> tuple[IntArray, IntArray]:
        """Cadence in the middle of each bin that lies between the first and the last with a minute, and the minutes in it."""
        place = np.floor(self.spm / BIN_SPM + 0.5).astype(np.int64)
        if not place.size:
            return place, place
        minutes = np.bincount(place - place.min())
        return BIN_SPM * (place.min() + np.arange(len(minutes))), minutes


def running_cadence(outings: Iterable[Outing]) -> RunningCadence:
    """Of these outings; walking is left out, and so is every minute whose cadence was not recorded."""
    ran = [outing for outing in outings if any(run.running_s > 0 for run in outing.runs)]
    lines = [line for line in map(by_minute, ran) if np.isfinite(line).any()]
    known = [line[np.isfinite(line)] for line in lines]
    return RunningCadence(
        spm=np.concatenate([*known, np.empty(0)]),
        recorded=len(lines),
        without=len(ran) - len(lines),
        drift=Drift(_changes(lines)),
    )


def by_minute(outing: Outing) -> FloatArray:
    """Recorded cadence of the running in each minute of an outing's timer, shape (minutes,); NaN = not recorded, or not run.

    A second file goes on where the first one's timer stopped; its minutes go to those that hold their middle.
    """
    minutes, values, begun = [np.empty(0)], [np.empty(0)], 0.0
    for run in outing.runs:
        ends = run.curve.minute
        minutes.append((ends[:-1] + ends[1:]) / 2 + begun)
        values.append(run.curve.running_spm[1:])
        begun += run.timer_s / 60
    at, spm = np.concatenate(minutes).astype(np.int64), np.concatenate(values)
    line = np.full(int(at.max(initial=-1)) + 1, np.nan)
    known = np.isfinite(spm)
    line[at[known]] = spm[known]
    return line


def _changes(lines: list[FloatArray]) -> FloatArray:
    """Each run's line less the mean of its own base; runs without one are left out."""
    spm = np.full((len(lines), max(map(len, lines), default=0)), np.nan)
    for row, line in zip(spm, lines, strict=True):
        row[: len(line)] = line
    base = spm[:, slice(*BASE_MIN)]
    held = np.isfinite(base).sum(axis=1) >= BASE_LEAST
    changes: FloatArray = spm[held] - np.nanmean(base[held], axis=1, keepdims=True)
    return changes
