"""Random numbers that are the same on every platform and under every Python.

Of `random.Random` only `random()` is promised to keep its sequence; the distributions are therefore built here, from sums.
"""

import hashlib
import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draws:
    """One stream of random numbers, named by a key: a change in one run leaves the streams of the others alone."""

    def __init__(self, *key: object) -> None:
        digest = hashlib.sha256("/".join(str(part) for part in key).encode()).digest()
        self._source = random.Random(int.from_bytes(digest[:8], "big"))

    def uniform(self, low: float, high: float) -> float:
        """Evenly between both."""
        return low + (high - low) * self._source.random()

    def normal(self, mean: float, sd: float) -> float:
        """Sum of four uniforms, scaled: bell-shaped, within 3.5 `sd`, and free of log and cos."""
        draw = self._source.random
        return mean + sd * math.sqrt(3) * (draw() + draw() + draw() + draw() - 2)

    def integer(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._source.random() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        """True with that probability."""
        return self._source.random() < probability

    def one_of(self, choices: Sequence[T]) -> T:
        """Any of them, evenly."""
        return choices[int(self._source.random() * len(choices))]


class Wobble:
    """Noise with a memory (first-order autoregressive), one value per second."""

    def __init__(self, draws: Draws, sd: float, memory_s: float) -> None:
        self._draws = draws
        self._keep = 1 - 1 / memory_s
        self._push = sd * math.sqrt(1 - self._keep**2)
        self._value = draws.normal(0, sd)

    def next(self) -> float:
        """The next second's value."""
        self._value = self._keep * self._value + self._draws.normal(0, self._push)
        return self._value
