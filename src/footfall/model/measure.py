"""A number that people see: with its interval, its unit, where it came from and how much of the run it rests on."""

import math
from dataclasses import dataclass

INTERVAL = 0.90
"""Level of every `low`/`high` of a measure."""

SOURCES = ("recorded", "footpod", "personal", "population", "derived")


@dataclass(frozen=True, slots=True)
class Measure:
    """One number.

    value, low, high  90 % interval; all NaN when the number is not known.
    source            one of SOURCES.
    coverage          share of running time that the number rests on, 0-1; NaN when that has no meaning.
    Raises            ValueError when the interval does not hold the value.
    """

    value: float
    low: float
    high: float
    unit: str
    source: str
    coverage: float = math.nan

    def __post_init__(self) -> None:
        if self.source not in SOURCES:
            raise ValueError(f"unknown source {self.source!r}")
        if not math.isnan(self.value) and not self.low <= self.value <= self.high:
            raise ValueError(f"{self.low} <= {self.value} <= {self.high} does not hold")

    @classmethod
    def unknown(cls, unit: str) -> "Measure":
        """A number that is not known."""
        return cls(math.nan, math.nan, math.nan, unit, "derived")

    @property
    def known(self) -> bool:
        """True unless the value is NaN."""
        return not math.isnan(self.value)
