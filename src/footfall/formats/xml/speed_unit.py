"""Whether a file's speeds are m/s, as both formats say: the TCX of COROS holds km/h, and its own distances tell."""

import numpy as np

from footfall.model.intervals import FloatArray
from footfall.model.problem import Problem
from footfall.wording import say

_LONGEST_STEP_S, _LEAST_S = 10.0, 60.0
"""Steps between samples that count, and how many seconds of them are needed to tell."""
_KM_H = (3.6 * 0.9, 3.6 * 1.1)
"""Speed times time over distance lies between these where speeds are km/h, and near 1 where they are m/s."""


def without_km_h(columns: dict[str, FloatArray], path: str) -> tuple[Problem, ...]:
    """Take speeds in km/h out of the columns, and say so. They are not converted: the distances are there, and better."""
    ratio = _ratio(columns)
    if ratio is None or not _KM_H[0] < ratio < _KM_H[1]:
        return ()
    del columns["speed_m_s"]
    return (Problem(path, None, "dropped-values", say("problem.speed-in-km-h")),)


def _ratio(columns: dict[str, FloatArray]) -> float | None:
    """Speed times time over distance; None where the file does not hold both for a minute."""
    if "speed_m_s" not in columns or "distance_m" not in columns:
        return None
    seconds, metres = np.diff(columns["time_s"]), np.diff(columns["distance_m"])
    mean_m_s = (columns["speed_m_s"][1:] + columns["speed_m_s"][:-1]) / 2
    counts = (seconds > 0) & (seconds <= _LONGEST_STEP_S) & np.isfinite(mean_m_s) & (metres >= 0)
    way_m = float(np.sum(metres[counts]))
    if np.sum(seconds[counts]) < _LEAST_S or way_m <= 0:
        return None
    return float(np.sum(mean_m_s[counts] * seconds[counts])) / way_m
