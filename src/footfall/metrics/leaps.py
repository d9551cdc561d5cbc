"""Leaps: way that no legs made. A receiver that finds itself elsewhere, a counter that gains a kilometre in a second."""

from typing import NamedTuple

import numpy as np

from footfall.model.intervals import BoolArray, FloatArray

FASTEST_M_S = 12.0
"""Faster than any runner holds: a step that needs it was not run.  [m/s]"""
SHORT_S = 10.0
"""A longer gap may hold a ride, which is a pause and not a leap.  [s]"""
LEAST_M = 100.0
"""A shorter step is a device that catches up with what it had missed, as watches do by 10 to 50 m.  [m]"""
STILL_M_S = 0.4
"""Slower than this before a leap, the position was held: the way since then has the time since then.  [m/s]"""


class Levelled(NamedTuple):
    """Steps with the leaps brought down to the ordinary speed of the rest.

    step_m   shape (n - 1,).  [m]     leapt   shape (n - 1,), True where a step was brought down.
    """

    step_m: FloatArray
    leapt: BoolArray


def levelled(time_s: FloatArray, step_m: FloatArray) -> Levelled:
    """Bring down every step that is longer than legs can make in its time.

    time_s   shape (n,), strictly increasing.  [s]     step_m  shape (n - 1,); NaN = not known.  [m]
    A position that was held (a tunnel, a lost fix) and then catches up is no leap: its step has the time since it last moved.
    What the runner did make in the second of a leap is not known: it counts as the median speed of the other steps.
    Source   ours, without published limits.
    """
    if not step_m.size:
        return Levelled(step_m, np.zeros(0, dtype=bool))
    seconds = np.diff(time_s)
    with np.errstate(invalid="ignore", divide="ignore"):
        speed = step_m / seconds
    fast = (speed > FASTEST_M_S) & (seconds < SHORT_S) & (step_m > LEAST_M)
    if not fast.any():
        return Levelled(step_m, fast)
    leapt: BoolArray = fast & (step_m > FASTEST_M_S * (seconds + _held_s(speed, seconds)))
    if not leapt.any():
        return Levelled(step_m, leapt)
    others = speed[~leapt & np.isfinite(speed)]
    ordinary = float(np.median(others)) if others.size else np.nan
    return Levelled(np.where(leapt, ordinary * seconds, step_m), leapt)


def _held_s(speed: FloatArray, seconds: FloatArray) -> FloatArray:
    """How long the position had been held before each step, shape (n - 1,).  [s]"""
    before = np.concatenate([[0.0], np.cumsum(seconds)[:-1]])
    moving = np.where(~(speed < STILL_M_S), np.arange(len(speed)), -1)
    last = np.concatenate([[-1], np.maximum.accumulate(moving)[:-1]])
    since = np.where(last >= 0, before[last] + seconds[last], 0.0)
    return before - since
