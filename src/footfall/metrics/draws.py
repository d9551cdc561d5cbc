"""Errors of the model, drawn: one set for the runner, shared by all her runs, and one for each run.

500 Latin-hypercube draws: along each dimension every one of 500 equally likely slices of the normal distribution comes up
once, in an order of chance. Plain draws of that number would miss an interval's end by luck far more often. What is the runner's
own (shape of her ground force, her duty factor, what reaches her spine) is drawn once and used for every run: drawn anew per run,
the errors of a season would seem to cancel, and its interval would hold the truth in a fifth of cases instead of nine tenths.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from threading import Lock
from zlib import crc32

import numpy as np

from footfall.model.intervals import FloatArray

DRAWS = 500

SHARED_SEED = 28
"""Of the seeds 0-199 the one whose shared dimensions are least correlated by chance (at most 0.057)."""

WATCH_SEED = 67
"""Of the seeds 0-199 the one whose dimension is least correlated with those (at most 0.030)."""

_LATER_SEED = 152
"""Of the seeds 0-199 the one whose two dimensions are least correlated with the seven before (at most 0.042)."""

LINES_TOGETHER = 0.5
"""Correlation of a runner's differences from the running and from the walking line: she who takes quick steps running mostly does
walking. No source gives it; 0 would cancel too much in a sum, 1 in a ratio of a run and a run-walk."""

_CHANGE_SEED = 2
"""Apart from the shared errors and from the runs'."""

_ORDER, _ORDER_LOCK = np.random.RandomState(), Lock()
"""Seeded anew for every use: to make one costs three times what the draws of a run do."""

_EDGE = (DRAWS // 20 - 1, DRAWS // 20)
"""Ranks on either side of the 5th percentile, counted from an end."""


@dataclass(frozen=True, eq=False)
class Shared:
    """Standard normal draws that hold for a runner, whichever of her runs. All shape (DRAWS,).

    shape        peak over mean stance force.     duty    her duty factor against the published one.
    line         her cadence against the line.    walk    force of her walking footfalls.
    steep        what steep slopes do to her force.     ratio   lumbar compression over ground force.
    watch        what her watch does to recorded cadence in all runs.
    walk_line    her walking cadence against its line; goes with `line` in part (LINES_TOGETHER).
    easy         by how much her own easy footfall is not what the runs that it was learned from say.
    """

    shape: FloatArray
    duty: FloatArray
    line: FloatArray
    walk: FloatArray
    steep: FloatArray
    ratio: FloatArray
    watch: FloatArray
    walk_line: FloatArray
    easy: FloatArray


@dataclass(frozen=True, eq=False)
class Own:
    """Standard normal draws of one run alone. All shape (DRAWS,).

    recorded   recorded cadence, beside what the watch does in all runs.
    line   cadence from a line, running and walking alike: a quick day is quick in both.   duty   duty factor.
    """

    recorded: FloatArray
    line: FloatArray
    duty: FloatArray


@lru_cache(maxsize=1)
def shared_draws() -> Shared:
    """The same for every runner: two of them are never added up."""
    shape, duty, line, walk, steep, ratio = _hypercube(SHARED_SEED, 6)
    (watch,), (walk_line, easy) = _hypercube(WATCH_SEED, 1), _hypercube(_LATER_SEED, 2)
    return Shared(shape, duty, line, walk, steep, ratio, watch, _together(line, walk_line), easy)


def own_draws(run_id: str) -> Own:
    """A run's own; the same whenever and beside whatever the run is looked at."""
    return Own(*_hypercube(crc32(run_id.encode()), 3))


def _together(line: FloatArray, alone: FloatArray) -> FloatArray:
    return LINES_TOGETHER * line + math.sqrt(1 - LINES_TOGETHER**2) * alone


@lru_cache(maxsize=1)
def change_draws() -> FloatArray:
    """How a runner answers to a change, in counts and in force, whichever of her runs is changed. Shape (2, DRAWS)."""
    return _hypercube(_CHANGE_SEED, 2)


def interval(draws: FloatArray) -> tuple[float, float]:
    """5th and 95th percentile of DRAWS draws, each between its two neighbouring ranks; NaN when any draw is."""
    low, high = _EDGE
    ranked = np.sort(draws)
    if np.isnan(ranked[-1]):  # NaN is sorted last
        return math.nan, math.nan
    return float(ranked[low] + ranked[high]) / 2, float(ranked[-1 - low] + ranked[-1 - high]) / 2


@lru_cache(maxsize=1)
def _slices() -> FloatArray:
    normal = NormalDist()
    return np.array([normal.inv_cdf((index + 0.5) / DRAWS) for index in range(DRAWS)])


def _hypercube(seed: int, dimensions: int) -> FloatArray:
    """Shape (dimensions, DRAWS). RandomState, whose streams are promised never to change: pages stay as they are."""
    with _ORDER_LOCK:
        _ORDER.seed(seed)
        return np.stack([_slices()[_ORDER.permutation(DRAWS)] for _ in range(dimensions)])
