"""Noise with a memory."""

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

Floats = NDArray[np.float64]


def wandering(random: np.random.Generator, seconds: int, sd: float, memory_s: float) -> Floats:
    """First-order autoregressive noise, one value per second, of a steady SD from its first value on; shape (seconds,)."""
    keep = float(np.exp(-1.0 / memory_s))
    push = random.standard_normal(seconds) * np.sqrt(1 - keep**2)
    push[0] = random.standard_normal()
    values: Floats = sd * np.asarray(lfilter([1.0], [1.0, -keep], push), dtype=np.float64)
    return values
