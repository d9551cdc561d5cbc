"""The protocol of a load model."""

from typing import Protocol

from footfall.metrics.spread import Quantity
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Measured
from footfall.model.parts import Parts


class LoadModel(Protocol):
    """One way to add up a run: a file of its own, a line in LOAD_MODELS.

    name         as `--load-model` takes it.    title   a few words.    unit, source.
    exploratory  True where no study ties the sum to the back.
    listed       False where it is shown only when it is asked for by name.
    needs        what it cannot do without, in words; the load is NaN where that is missing.
    drawn        the load draw by draw, from the parts of a run: what sums over runs and ratios of runs take their intervals
                 from. None where loads of runs cannot be added up.
    """

    name: str
    title: str
    unit: str
    source: str
    exploratory: bool
    listed: bool
    needs: tuple[str, ...]
    drawn: Quantity | None

    def load(self, measured: Measured, parts: Parts, calibration: Calibration) -> Measure:
        """The run's load with its 90 % interval; NaN, not 0, without what it needs.

        parts   of `measured` under `calibration`: made once for all models.
        """
        ...

    def per_minute(self, measured: Measured, calibration: Calibration) -> FloatArray:
        """Load of each row of `measured.minutes`: how the load is spread over the run.

        Returns  shape (m,); its sum may differ a little from `load`, which is taken from finer bins.
        """
        ...
