"""What a sane record can take: values outside become NaN, and are said, once per column."""

from collections.abc import Mapping

import numpy as np

from footfall.model.columns import COLUMNS
from footfall.model.intervals import FloatArray
from footfall.model.problem import Problem
from footfall.wording import say

_LARGEST = float(np.finfo(np.float64).max)
"""Only infinity is beyond it."""


def keep_possible(columns: Mapping[str, FloatArray], path: str) -> tuple[dict[str, FloatArray], tuple[Problem, ...]]:
    """The columns with NaN for what lies outside `low` to `high` of COLUMNS; one left without any value is left out.

    columns  names of COLUMNS -> shape (n,); NaN = not recorded. They are not changed.
    path     as the user named the file, for the problems.
    """
    kept: dict[str, FloatArray] = {}
    problems: list[Problem] = []
    for name, values in columns.items():
        low, high = _bounds(name)
        if not is_within(values, low, high):
            outside = (values < low) | (values > high)
            values = np.where(outside, np.nan, values)
            problems.append(_problem(name, int(np.count_nonzero(outside)), path))
            if np.isnan(values).all():
                continue
        kept[name] = values
    return kept, tuple(problems)


def is_within(values: FloatArray, low: float, high: float) -> bool:
    """Whether no value is below `low` or above `high`; NaN is neither.

    The usual case is found without an array beside the values: for a million of them, making it takes longer than looking.
    """
    if not values.size:
        return True
    least, most = np.fmin.reduce(values), np.fmax.reduce(values)
    return bool(np.isnan(least) or (least >= low and most <= high))


def _bounds(name: str) -> tuple[float, float]:
    column = COLUMNS[name]
    return -_LARGEST if column.low is None else column.low, _LARGEST if column.high is None else column.high


def _problem(name: str, count: int, path: str) -> Problem:
    column = COLUMNS[name]
    message = say("problem.dropped-values", count=count, column=name, low=column.low, high=column.high, unit=column.unit)
    return Problem(path, None, "dropped-values", message)
