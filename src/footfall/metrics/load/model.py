"""The protocol of a load model."""

from typing import Protocol

from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Measured


class LoadModel(Protocol):
    """One way to add up a run: a file of its own, a line in LOAD_MODELS.

    name         as `--load-model` takes it.    title   a few words.    unit, source.
    exploratory  True where no study ties the sum to the back.
    needs        what it cannot do without, in words; the load is NaN where that is missing.
    """

    name: str
    title: str
    unit: str
    source: str
    exploratory: bool
    needs: tuple[str, ...]

    def load(self, measured: Measured, calibration: Calibration, athlete: Athlete) -> Measure:
        """The run's load with its 90 % interval; NaN, not 0, without what it needs."""
        ...

    def per_minute(self, measured: Measured, calibration: Calibration, athlete: Athlete) -> FloatArray:
        """Load of each row of `measured.minutes`: how the load is spread over the run.

        Returns  shape (m,); its sum may differ a little from `load`, which is taken from finer bins.
        """
        ...
