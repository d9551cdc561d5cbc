"""Many short texts to numbers at once: the way of a correct file is fast, the way of any other is forgiving."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from footfall.model.intervals import FloatArray


def to_floats(texts: Sequence[str]) -> FloatArray:
    """Shape (n,). NaN where a text is blank; infinite where it is no number, so that a range check counts it as dropped."""
    try:
        return _from_iterable(map(float, texts), len(texts))
    except ValueError:  # one blank or one decimal comma is enough to come here
        return _from_iterable(map(to_float, texts), len(texts))


def to_float(text: str) -> float:
    """One number, with a point or a comma. NaN when blank, infinite when it is no number."""
    text = text.strip()
    if not text:
        return math.nan
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return math.inf


def finite_or_none(text: str | None) -> float | None:
    """A total as a file states it: None where it is absent, blank or no number."""
    value = math.nan if text is None else to_float(text)
    return value if math.isfinite(value) else None


def _from_iterable(values: Iterable[float], count: int) -> FloatArray:
    return np.fromiter(values, dtype=np.float64, count=count)
