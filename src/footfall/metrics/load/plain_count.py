"""The plainest load: footfalls, each the same."""

from footfall.metrics import spread
from footfall.metrics.footfalls import count
from footfall.metrics.parts import count_half_width
from footfall.metrics.spread import Quantity
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Measured
from footfall.model.parts import Parts


class PlainCount:
    """Footfalls of both feet, running and walking."""

    name = "footfalls"
    title = "Footfalls, each counted alike"
    unit = "footfalls"
    source = "integral of cadence over moving time"
    exploratory = False
    listed = True
    needs: tuple[str, ...] = ("moving time",)
    drawn: Quantity | None = staticmethod(spread.footfalls)

    def load(self, measured: Measured, parts: Parts, calibration: Calibration) -> Measure:
        """The count, with its own interval."""
        steps = float(parts.footfalls.sum())
        if not steps > 0:
            return Measure.unknown(self.unit)
        half = count_half_width(parts)
        return Measure(steps, steps * (1 - half), steps * (1 + half), self.unit, "derived")

    def per_minute(self, measured: Measured, calibration: Calibration) -> FloatArray:
        """Footfalls of each row."""
        return count(measured.minutes, calibration.cadence_line).total
